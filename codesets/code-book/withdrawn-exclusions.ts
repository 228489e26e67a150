import { isWithin } from '../code-notation.ts';
import type { TabularNote } from '../tabular-notes.ts';

/** An Excludes1 note of earlier Tabular Lists that a later one took back, with what says so. */
interface WithdrawnExclusion {
  readonly owner: string;
  readonly code: string;
  readonly source: string;
}

/** The Tabular List to hand may be older than the codes: these of its notes would refuse what is now required. */
const withdrawnExclusions: readonly WithdrawnExclusion[] = [
  {
    owner: 'Z79.4',
    code: 'Z79.84',
    source: 'guideline I.C.4.a.3: both are assigned; Excludes2 at Z79.84 in the Tabular List of FY2026',
  },
];

/** Whether a note of an older Tabular List excludes a code no longer. */
export const isWithdrawn = ({ owner }: TabularNote, other: string): boolean =>
  withdrawnExclusions.some((one) => one.owner === owner && isWithin(other, [one.code]));
