import { isWithin } from '../../../../codesets/code-notation.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  type BookNote,
  changing,
  type GuidelineRule,
  recoded,
  refusing,
  saidIn,
  statementsOf,
} from './ruling.ts';

type Reading = {
  readonly psychotic: boolean;
  readonly severity: 'mild' | 'moderate' | 'severe' | undefined;
  readonly remission: 'partial' | 'full' | 'unspecified' | undefined;
};

const readCourse = (one: DiagnosisCandidate, note: BookNote): Reading => {
  const own = statementsOf(one, note);
  const says = (pattern: RegExp): boolean => saidIn(own, pattern) !== undefined;
  const severity = says(/\bsevere\b/gi)
    ? 'severe'
    : says(/\bmoderate(ly)?\b/gi)
      ? 'moderate'
      : says(/\bmild(ly)?\b/gi)
        ? 'mild'
        : undefined;
  const remission = says(/\bpartial remission\b/gi)
    ? 'partial'
    : says(/\b(full|complete) remission\b/gi)
      ? 'full'
      : says(/\bremission\b/gi)
        ? 'unspecified'
        : undefined;
  return { psychotic: says(/\bpsychotic (features|symptoms)\b|\bwith psychosis\b/gi), severity, remission };
};

const single = { mild: 'F32.0', moderate: 'F32.1', severe: 'F32.2' } as const;
const recurrent = { mild: 'F33.0', moderate: 'F33.1', severe: 'F33.2' } as const;
const remissions = {
  single: { partial: 'F32.4', full: 'F32.5', unspecified: 'F32.A' },
  recurrent: { partial: 'F33.41', full: 'F33.42', unspecified: 'F33.40' },
} as const;

const depressionCode = (
  code: string,
  { severity, remission, psychotic }: Reading,
  isMajor: boolean,
): string => {
  const isRecurrent = code === 'F33.9';
  if (!isRecurrent && !isMajor) return code;
  if (remission) return remissions[isRecurrent ? 'recurrent' : 'single'][remission];
  if (severity === 'severe' && psychotic) return isRecurrent ? 'F33.3' : 'F32.3';
  return severity ? (isRecurrent ? recurrent : single)[severity] : code;
};

/** The severity of a major depression from the lines of its own problem; "depression" alone has none (guideline I.C.5). */
const depression = changing((found, note) =>
  found.map((one) => {
    const { code } = one.entry;
    if (!isWithin(code, ['F32.A', 'F32.9', 'F33.9'])) return one;
    const isMajor = saidIn(statementsOf(one, note), /\b(major depress\w+|MDD)\b/gi) !== undefined;
    return recoded(
      one,
      depressionCode(code, readCourse(one, note), isMajor),
      'severity and course as documented',
      note,
    );
  }),
);

const depressed = { mild: 'F31.31', moderate: 'F31.32', severe: 'F31.4' } as const;
const manic = { mild: 'F31.11', moderate: 'F31.12', severe: 'F31.13' } as const;
const mixed = { mild: 'F31.61', moderate: 'F31.62', severe: 'F31.63' } as const;

const episodes: readonly (readonly [
  RegExp,
  typeof depressed | typeof manic | typeof mixed,
  string,
  string,
])[] = [
  [/\bmixed\b/gi, mixed, 'F31.60', 'F31.64'],
  [/\bdepress(ed|ive|ion)\b/gi, depressed, 'F31.30', 'F31.5'],
  [/\bmani[ac]\b/gi, manic, 'F31.10', 'F31.2'],
];

/** Of a bipolar disorder in remission the most recent episode, partial and full. */
const remitted: readonly (readonly [RegExp, string, string])[] = [
  [/\bhypo-?mani[ac]\b/gi, 'F31.71', 'F31.72'],
  [/\bmixed\b/gi, 'F31.77', 'F31.78'],
  [/\bdepress(ed|ive|ion)\b/gi, 'F31.75', 'F31.76'],
  [/\bmani[ac]\b/gi, 'F31.73', 'F31.74'],
];

const remittedCode = (own: readonly Statement[], remission: Reading['remission']): string => {
  const last = remitted.find(([pattern]) => saidIn(own.slice(0, 1), pattern));
  if (!last || remission === 'unspecified') return 'F31.70';
  return remission === 'partial' ? last[1] : last[2];
};

/** The current episode of a bipolar disorder, its severity and psychotic features. */
const bipolarCode = (one: DiagnosisCandidate, note: BookNote): string => {
  const own = statementsOf(one, note);
  if (saidIn(own, /\b(bipolar (ii|2)|bipolar disorder,? type (ii|2))\b/gi)) return 'F31.81';
  const { severity, psychotic, remission } = readCourse(one, note);
  if (remission) return remittedCode(own, remission);
  if (saidIn(own, /\bhypomani[ac]\b/gi)) return 'F31.0';
  const episode = episodes.find(([pattern]) => saidIn(own.slice(0, 1), pattern));
  if (!episode) return one.entry.code;
  const [, codes, unspecified, withPsychosis] = episode;
  if (severity === 'severe' && psychotic) return withPsychosis;
  return severity ? codes[severity] : unspecified;
};

const bipolar = changing((found, note) =>
  found.map((one) =>
    one.entry.code === 'F31.9'
      ? recoded(one, bipolarCode(one, note), 'current episode as documented', note)
      : one,
  ),
);

const posttraumatic = changing((found, note) =>
  found.map((one) => {
    if (one.entry.code !== 'F43.10') return one;
    const own = statementsOf(one, note).slice(0, 1);
    if (saidIn(own, /\bchronic\b/gi)) return recoded(one, 'F43.12', 'chronic as documented', note);
    return saidIn(own, /\bacute\b/gi) ? recoded(one, 'F43.11', 'acute as documented', note) : one;
  }),
);

/** A mood of the bipolar disorder is no depression beside it (Excludes1 at F32 and F33). */
const moodOfBipolar = refusing(({ entry }, found) =>
  isWithin(entry.code, ['F32', 'F33']) && found.some((other) => isWithin(other.entry.code, ['F31', 'F25']))
    ? 'F32, F33: the mood is of the bipolar disorder'
    : undefined,
);

const isSubstance = (code: string): boolean => /^F1[0-9]\.[129]/.test(code);

/** Guideline I.C.5.b.1: remission as documented; the mild disorder is abuse, the others dependence. */
const remission = changing((found, note) =>
  found.map((one) => {
    const { code } = one.entry;
    if (
      !isSubstance(code) ||
      !saidIn(statementsOf(one, note).slice(0, 1), /\bin (\w+,? )?(\w+ )?remission\b|\bsober\b/gi)
    )
      return one;
    const remitted = /^F17\.2\d0$/.test(code)
      ? `${code.slice(0, -1)}1`
      : code.replace(/^(F1\d\.[129])0$/, '$11');
    return recoded(one, remitted, 'I.C.5.b.1: in remission as documented', note);
  }),
);

const nicotineProducts: readonly (readonly [RegExp, string])[] = [
  [/\b(vap\w+|e-?cig\w*|electronic cigarettes?)\b/gi, 'F17.29'],
  [/\b(chew\w*|snuff|dip|smokeless)\b/gi, 'F17.22'],
  [/\bcigarettes?\b/gi, 'F17.21'],
];

const nicotine = changing((found, note) =>
  found.map((one) => {
    if (!/^F17\.2[01]/.test(one.entry.code)) return one;
    const own = statementsOf(one, note);
    const product = nicotineProducts.find(([pattern]) => saidIn(own, pattern));
    return product
      ? recoded(one, product[1] + one.entry.code.slice(6), 'F17: the product as documented', note)
      : one;
  }),
);

const rank = (code: string): number => ({ '2': 3, '1': 2, '9': 1 })[code.charAt(4)] ?? 0;

/** Guideline I.C.5.b.2: of use, abuse and dependence of one substance only the highest. */
const onlyHighest = refusing(({ entry: { code } }, found) => {
  if (code === 'Z72.0' && found.some(({ entry }) => entry.code.startsWith('F17')))
    return 'F17: nicotine dependence is documented';
  if (code === 'Z87.891' && found.some(({ entry }) => /^F17\.2\d0/.test(entry.code)))
    return 'F17: nicotine dependence is current';
  if (!isSubstance(code)) return undefined;
  const higher = found.find(
    (other) =>
      isSubstance(other.entry.code) &&
      other.entry.code.startsWith(code.slice(0, 3)) &&
      rank(other.entry.code) > rank(code),
  );
  return higher
    ? `I.C.5.b.2: only ${higher.entry.code}, the highest of use, abuse and dependence`
    : undefined;
});

/** Mood, substances and what of them is documented as current or in remission (guideline I.C.5). */
export const mentalRules: readonly GuidelineRule[] = [
  depression,
  bipolar,
  moodOfBipolar,
  posttraumatic,
  remission,
  nicotine,
  onlyHighest,
];
