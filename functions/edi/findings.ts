/**
 * One thing that is wrong with someone's data: what (code), where (path) and a sentence for a person.
 * Findings are returned, never thrown, and carry no PHI in `detail`.
 */
export type Finding = { readonly code: string; readonly path: string; readonly detail: string };

/** What an operation yields when the data may be wrong: the value, or the findings against it. */
export type Checked<T> =
  | { readonly success: true; readonly data: T; readonly findings?: readonly Finding[] }
  | { readonly success: false; readonly findings: readonly Finding[] };
