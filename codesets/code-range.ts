/** Codes from one to another, prefixes that stand for all below them: "E08-E13", "I50.-", "K52.9". */
export interface CodeRange {
  readonly first: string;
  readonly last: string;
}

const reference =
  /\b([A-Z](?:\d[0-9A-Z]|[A-Z]\d)(?:\.[0-9A-Z]{1,4})?)(?:\.?-(?:([A-Z](?:\d[0-9A-Z]|[A-Z]\d)(?:\.[0-9A-Z]{1,4})?)(?:\.?-)?)?)?/g;

/** The codes that a note of the Tabular List names: "acute (J20-J21), with fever (R50.-)". */
export const readCodeRanges = (text: string): CodeRange[] =>
  [...text.matchAll(reference)].flatMap(([, first, last = first]) =>
    first && last ? [{ first, last }] : [],
  );

/** Whether a code lies in a range; the ends stand for all codes that begin with them. */
export const isInRange = (code: string, { first, last }: CodeRange): boolean =>
  code.startsWith(first) || code.startsWith(last) || (first < code && code < last);
