import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
} from '../reading/service-reading.ts';

const nail =
  '(?:toe ?nails?|finger ?nails?|thumb ?nail|nails?|nail (?:border|plate|edge|margin|bed)s?|hallux(?: nail)?|great toe)';
const matrix =
  /\b(?:matri[xc]ectomy|phenol(?:ized|ization)?|chemical matri[xc]ectomy|permanent (?:partial )?(?:nail )?(?:removal|avulsion)|nail matri[xc] (?:ablat\w+|destroy\w+|excis\w+)|p&a|pna with phenol|sodium hydroxide)\b/i;
const avulsion = new RegExp(
  `\\b(?:(?:partial|total|complete)? ?nail avulsion|${nail}\\b[^;]{0,60}?\\b(?:avuls\\w+|removed|excised)|avuls\\w+\\b[^;]{0,60}?\\b${nail}|(?:partial |total |complete )?(?:toe)?nail removal)\\b`,
  'i',
);

const toes: readonly (readonly [RegExp, string, string])[] = [
  [/\b(great|big|first|1st) toe|\bhallux|\bgreat toenail|\bbig toenail/i, 'TA', 'T5'],
  [/\b(second|2nd) (toe|digit)/i, 'T1', 'T6'],
  [/\b(third|3rd) (toe|digit)/i, 'T2', 'T7'],
  [/\b(fourth|4th) (toe|digit)/i, 'T3', 'T8'],
  [/\b(fifth|5th|little|small|pinky) (toe|digit)/i, 'T4', 'T9'],
];
const fingers: readonly (readonly [RegExp, string, string])[] = [
  [/\bthumb/i, 'FA', 'F5'],
  [/\b(index|second|2nd|pointer)( finger|\b)/i, 'F1', 'F6'],
  [/\b(middle|long|third|3rd)( finger|\b)/i, 'F2', 'F7'],
  [/\b(ring|fourth|4th)( finger|\b)/i, 'F3', 'F8'],
  [/\b(little|small|fifth|5th|pinky)( finger|\b)/i, 'F4', 'F9'],
];

const left = /\b(left|lt)\b|(?<![\w/])L(?![\w/])/;
const right = /\b(right|rt)\b|(?<![\w/])R(?![\w/])/;
const both = /\b(bilateral(ly)?|both|b\/l)\b/i;

/** The modifiers of all digits that a text names with their side; empty where it names none. */
export const digitsIn = (text: string): readonly string[] => {
  const table = /\b(finger|thumb)/i.test(text) ? fingers : toes;
  const named = table.filter(([pattern]) => pattern.test(text));
  const isBoth = both.test(text);
  const [isLeft, isRight] = [
    isBoth || left.test(text.toLowerCase()) || left.test(text),
    isBoth || right.test(text.toLowerCase()) || right.test(text),
  ];
  return named.flatMap(([, l, r]) => [...(isLeft ? [l] : []), ...(isRight ? [r] : [])]);
};

const bySaid = (said: readonly Said[], texts: readonly string[]): readonly string[] => {
  const own = [...new Set(said.flatMap(({ statement }) => digitsIn(statement.text)))];
  if (own.length > 0) return own;
  return texts.map(digitsIn).find((some) => some.length > 0) ?? [];
};

const permanent = (digits: readonly string[], said: readonly Said[]): readonly CountedService[] => {
  const rules = ['permanent removal of a nail, with the avulsion that belongs to it'];
  if (digits.length === 0)
    return [{ code: '11750', units: 1, said, rules, questions: ['Which digit was 11750 done on?'] }];
  return digits.map((digit) => ({ code: '11750', units: 1, said, modifiers: [digit], rules }));
};

const simple = (digits: readonly string[], said: readonly Said[]): readonly CountedService[] => {
  const [first, ...more] = digits;
  const rules = ['avulsion of a nail, further nails by the add-on'];
  if (!first)
    return [{ code: '11730', units: 1, said, rules, questions: ['Which digit was 11730 done on?'] }];
  return [
    { code: '11730', units: 1, said, modifiers: [first], rules },
    ...more.map((digit) => ({ code: '11732', units: 1, said, modifiers: [digit], rules })),
  ];
};

/** Avulsion of nails, or their permanent removal, each digit with its modifier. */
export const readNailSurgery: ServiceReader = (reading) => {
  if (!says(reading, /nail|hallux|matri[xc]ectomy/i)) return nothingRead;
  const matrixSaid = findDone(reading, matrix);
  const said =
    matrixSaid.length > 0
      ? matrixSaid
      : findDone(reading, avulsion).filter(
          ({ statement }) =>
            !/\b(polish|foreign body|splinter)\b/i.test(statement.text) &&
            !['history', 'background'].includes(statement.section),
        );
  if (said.length === 0) return nothingRead;
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 4, on: 2 }))),
  ]);
  const rest = reading.statements
    .filter(
      ({ section, text }) =>
        ['reason', 'assessment', 'exam', 'plan', 'other'].includes(section) &&
        /\bnail|ingrown|paronych|onych/i.test(text),
    )
    .map(({ text }) => text);
  const digits = bySaid(said, [near, ...rest]);
  return { services: matrixSaid.length > 0 ? permanent(digits, said) : simple(digits, said) };
};
