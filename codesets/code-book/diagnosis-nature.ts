import { isWithin } from '../code-notation.ts';
import type { DiagnosisCode } from '../code-set.ts';

/** What a code and its description tell by themselves, for codes that the starter set does not describe. */
export type DiagnosisNature = Pick<DiagnosisCode, 'kind' | 'side' | 'episode' | 'worsening'>;

/** The kind of a condition by its category, the most specific row first; everything else is chronic. */
const kinds: readonly (readonly [DiagnosisCode['kind'], readonly string[]])[] = [
  ['external-cause', ['V', 'W', 'X', 'Y']],
  ['status', ['Z']],
  ['injury', ['S', 'T']],
  ['self-limited', ['J00', 'B07', 'L23.7', 'B34.9', 'R04.0']],
  [
    'chronic',
    [
      'R73.03',
      'B18',
      'B20',
      'J30',
      'J31',
      'J32',
      'J33',
      'J34.2',
      'J35',
      'H65.2',
      'H65.3',
      'H65.4',
      'A15',
      'M54.1',
      'M54.3',
      'M54.4',
    ],
  ],
  [
    'symptom',
    [
      'R',
      'M25.5',
      'M79.6',
      'M79.1',
      'M54.2',
      'M54.6',
      'M54.9',
      'H57.1',
      'H92.0',
      'N64.4',
      'N94.6',
      'M25.4',
      'M25.6',
      'M79.89',
      'N50.81',
      'K08.89',
      'J34.89',
    ],
  ],
  [
    'acute',
    [
      'A',
      'B',
      'J0',
      'J1',
      'J20',
      'J21',
      'J22',
      'J40',
      'J69',
      'J80',
      'J9',
      'H00',
      'H01',
      'H10',
      'H16',
      'H60',
      'H65',
      'H66',
      'H61.2',
      'H81',
      'G51',
      'I21',
      'I26',
      'I80',
      'I82.4',
      'I63',
      'K0',
      'K12',
      'K29',
      'K35',
      'K37',
      'K52',
      'K57.2',
      'K57.3',
      'K59',
      'K6',
      'K81',
      'K85',
      'L0',
      'L20',
      'L23',
      'L24',
      'L25',
      'L30',
      'L50',
      'L6',
      'M10',
      'M54.5',
      'M62',
      'M65',
      'M7',
      'N10',
      'N17',
      'N20',
      'N30',
      'N34',
      'N39.0',
      'N41.0',
      'N45',
      'N61',
      'N63',
      'N7',
      'N9',
      'O',
      'E86',
      'E87',
      'F43.0',
      'G45',
      'U07.1',
    ],
  ],
];

const kindOf = (code: string): DiagnosisCode['kind'] =>
  kinds.find(([, categories]) => isWithin(code, categories))?.[0] ?? 'chronic';

const unnamedSide =
  /\bunspecified (knee|hip|ankle|shoulder|elbow|wrist|hand|finger|foot|toe|leg|lower leg|thigh|arm|upper arm|forearm|limb|ear|eye|side|breast|lower extremity|upper extremity|lower limb|upper limb|joint|part of|thumb|great toe|lesser toe)/i;

/** The side that a description names; undefined where it names none. */
export const sideOf = (description: string): DiagnosisCode['side'] => {
  if (/\bbilateral\b/i.test(description)) return 'bilateral';
  if (/\bright\b/i.test(description)) return 'right';
  if (/\bleft\b/i.test(description)) return 'left';
  return unnamedSide.test(description) ? 'unspecified' : undefined;
};

const episodes: Readonly<Record<string, NonNullable<DiagnosisCode['episode']>>> = {
  A: 'initial',
  B: 'initial',
  D: 'subsequent',
  S: 'sequela',
};

const episodeOf = (code: string): DiagnosisCode['episode'] =>
  code.length === 8 && /^[STM]/.test(code) ? episodes[code.charAt(7)] : undefined;

/** The nature of an ICD-10-CM code by its category, its description and its 7th character. */
export const natureOf = (code: string, description: string): DiagnosisNature => {
  const [side, episode] = [sideOf(description), episodeOf(code)];
  return {
    kind: kindOf(code),
    ...(side && { side }),
    ...(episode && { episode }),
    worsening: /\b(exacerbation|with hyperglycemia|uncontrolled|intractable)\b/i.test(description),
  };
};
