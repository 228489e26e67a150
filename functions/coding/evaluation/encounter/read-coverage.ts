import { thatTell } from '../../note/letters-of.ts';
import type { NoteFrame } from '../../note/read-frame.ts';
import type { Statement } from '../../note/read-statements.ts';

/** Whether Medicare pays: told by the note, likely by the age of 65, or neither. */
export type MedicareCoverage = 'told' | 'likely' | undefined;

const medicare = /\b(medicare|part b|awv|mcr)\b/i;
const denied = /\b(no|not|non-?|without|before|until|when|turns?)\W+(\w+\W+){0,2}(medicare|part b)\b/i;
const medicareAge = 65;

/** Which add-on codes apply depends on the payer; the note or the age is all that is known of it here. */
export const readMedicare = (
  { titles, opening }: NoteFrame,
  statements: readonly Statement[],
  age: number | undefined,
): MedicareCoverage => {
  const lines = [...titles, ...opening, ...thatTell(statements, medicare)];
  const told = lines.some(({ text }) => medicare.test(text) && !denied.test(text));
  if (told) return 'told';
  return age !== undefined && age >= medicareAge ? 'likely' : undefined;
};
