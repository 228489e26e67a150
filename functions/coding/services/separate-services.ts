import { ptpEditionOn } from '../../../codesets/ptp-edits.ts';
import type { CalendarDate } from '../../domain/calendar.ts';

/** Pairs that every edition has, for a clone without the installed edits: column 1, then column 2. */
const known: readonly (readonly [RegExp, RegExp])[] = [
  [/^1110[246]$/, /^17000$/],
  [/^1711[01]$/, /^17000$/],
  [/^17004$/, /^1711[01]$/],
  [/^1105[5-7]$/, /^1172[01]$/],
  [/^1104[2-4]$/, /^97597$/],
  [/^12011$/, /^12001$/],
  [/^94060$/, /^94640$/],
];

/** Whether NCCI denies the second code beside the first unless a modifier says why. */
export const readPtpEdits = (
  dateOfService: CalendarDate,
): ((column1: string, column2: string) => boolean) => {
  const edition = ptpEditionOn(dateOfService)?.set;
  if (!edition) return (first, second) => known.some(([one, two]) => one.test(first) && two.test(second));
  return (first, second) => edition.find(first, second, dateOfService)?.modifier === 'allowed';
};
