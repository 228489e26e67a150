import { isWithin } from '../../../../codesets/code-notation.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';

/** Z codes that may only be first-listed (guideline I.C.21.c.15), and treatment that the visit is for (I.C.2.e.2). */
const onlyFirst = [
  'Z00',
  'Z01',
  'Z02',
  'Z04',
  'Z33.2',
  'Z31.81',
  'Z31.82',
  'Z31.83',
  'Z31.84',
  'Z34',
  'Z38',
  'Z39',
  'Z42',
  'Z51.0',
  'Z51.1',
  'Z52',
  'Z76.1',
  'Z76.2',
  'Z99.12',
];

/** Z codes that tell why the patient came: examinations, screening, aftercare, counselling, an allergy to food or venom
 * that is worked up between its reactions (guideline I.C.21.c). */
const mayStandFirst = (code: string): boolean =>
  isWithin(code, ['Z0', 'Z1', 'Z2', 'Z3', 'Z4', 'Z5', 'Z7', 'Z91.01', 'Z91.03']) &&
  !isWithin(code, [
    'Z33.1',
    'Z3A',
    'Z16',
    'Z17',
    'Z71',
    'Z72',
    'Z73',
    'Z79',
    'Z55',
    'Z56',
    'Z57',
    'Z58',
    'Z59',
  ]);

const rank = ({ entry }: DiagnosisCandidate): number => {
  if (isWithin(entry.code, onlyFirst)) return 0;
  if (entry.neverFirst === 'external-cause') return 4;
  if (entry.neverFirst === 'sequela') return 3;
  return entry.kind === 'status' && !mayStandFirst(entry.code) ? 2 : 1;
};

/** Pairs of which the first one stands before the second: what the Tabular List says at the second is "code first". */
const before: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['I12', 'I13', 'E08.22', 'E09.22', 'E10.22', 'E11.22', 'E13.22'], ['N18']],
  [['I11.0', 'I13.0', 'I13.2'], ['I50']],
  [['I50'], ['N18']],
  [['G30', 'G20', 'G31', 'G10', 'B20'], ['F02']],
  [['N18'], ['D63.1']],
  [['K70', 'K74'], ['I85.1']],
  [['U07.1'], ['J12.82', 'J20.8']],
  [
    ['A40', 'A41'],
    ['N10', 'N12', 'N39.0', 'J18', 'L03', 'K65'],
  ],
  [['E66'], ['Z68']],
  [['E08.62', 'E09.62', 'E10.62', 'E11.62', 'E13.62', 'I83.0', 'I83.2', 'I87.3', 'I70'], ['L97']],
  [['K85', 'K86', 'E84', 'E24', 'C25', 'E83.1'], ['E08']],
];

/** Moves each second one of a pair right behind the last of its first ones, where it stands before them. */
const inPairs = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] =>
  before.reduce<readonly DiagnosisCandidate[]>((codes, [firsts, seconds]) => {
    const last = codes.findLastIndex(({ entry }) => isWithin(entry.code, firsts));
    const early = codes.filter(({ entry }, at) => at < last && isWithin(entry.code, seconds));
    if (last < 0 || early.length === 0) return codes;
    const anchor = codes[last];
    return codes.flatMap((one) => (early.includes(one) ? [] : one === anchor ? [one, ...early] : [one]));
  }, found);

/** A manifestation and the agent of an infection follow what they belong to: never the first of the claim. */
const notLeading = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] => {
  const led = found.findIndex(({ entry }) => !entry.neverFirst);
  if (led <= 0) return found;
  return [...found.slice(led, led + 1), ...found.slice(0, led), ...found.slice(led + 1)];
};

/**
 * First what may stand first; external causes, sequelae and status behind what they explain, and a cause before what it
 * brings about (guidelines I.A.13, I.B.10, I.C.20 and I.C.21.c.15).
 */
export const inClaimOrder = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] =>
  notLeading(inPairs([...found].sort((a, b) => rank(a) - rank(b))));
