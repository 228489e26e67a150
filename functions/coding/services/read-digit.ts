import type { Statement } from '../note/read-statements.ts';
import type { Side } from '../note/side.ts';

/** The digit modifiers of HCPCS: FA to F9 for fingers, TA to T9 for toes, left hand or foot first. */
const fingers: readonly (readonly [RegExp, string, string])[] = [
  [/\bthumb\b/i, 'FA', 'F5'],
  [/\b(index|second|2nd|pointer)( finger| digit)?\b/i, 'F1', 'F6'],
  [/\b(middle|long|third|3rd)( finger| digit)?\b/i, 'F2', 'F7'],
  [/\b(ring|fourth|4th)( finger| digit)?\b/i, 'F3', 'F8'],
  [/\b(little|small|fifth|5th|pinky)( finger| digit)?\b/i, 'F4', 'F9'],
];
const toes: readonly (readonly [RegExp, string, string])[] = [
  [/\b(great|big|first|1st) toe\b|\bhallux\b/i, 'TA', 'T5'],
  [/\b(second|2nd) toe\b/i, 'T1', 'T6'],
  [/\b(third|3rd) toe\b/i, 'T2', 'T7'],
  [/\b(fourth|4th) toe\b/i, 'T3', 'T8'],
  [/\b(fifth|5th|little|small|pinky) toe\b/i, 'T4', 'T9'],
];

const modifierIn = (
  digits: readonly (readonly [RegExp, string, string])[],
  text: string,
  side: Side,
): string | undefined => {
  const named = digits.filter(([pattern]) => pattern.test(text));
  const [, left, right] = named.length === 1 ? (named[0] ?? []) : [];
  return side === 'left' ? left : right;
};

/** The modifier of the one finger or toe that the statements name; undefined when they name none or several. */
export const readDigit = (statements: readonly Statement[], side: Side | undefined): string | undefined => {
  if (side !== 'left' && side !== 'right') return undefined;
  for (const { text } of statements) {
    if (/\b(fingers?|thumb|digit)\b/i.test(text)) {
      const modifier = modifierIn(fingers, text, side);
      if (modifier) return modifier;
    }
    if (/\b(toes?|hallux)\b/i.test(text)) {
      const modifier = modifierIn(toes, text, side);
      if (modifier) return modifier;
    }
  }
  return undefined;
};
