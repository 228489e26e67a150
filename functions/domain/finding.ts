import { z } from 'zod';

/**
 * One thing that is wrong with someone's data: what (code), where (path) and a sentence for a person. Findings are
 * returned, never thrown, and carry no PHI. Those of the codec say more (`edi/findings.ts`) and fit in here.
 */
export const Finding = z.object({ code: z.string(), path: z.string(), detail: z.string() }).readonly();
export type Finding = z.infer<typeof Finding>;

/** Whether an edit is against what the clinic registered: it can mend that, and nobody else. */
export const isOfRegistration = ({ path }: Finding): boolean => path.startsWith('registration');

/** Whether an edit is against what the practice keeps of itself: its prices, numbers and enrolments. */
export const isOfPractice = ({ path }: Finding): boolean => path.startsWith('practice');

/** What an operation yields when the data may be wrong: the value, or the findings against it. */
export type Checked<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly findings: readonly Finding[] };
