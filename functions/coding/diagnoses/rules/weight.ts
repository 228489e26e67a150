import { isWithin } from '../../../../codesets/code-notation.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';
import {
  atTheEnd,
  type BookNote,
  beside,
  changing,
  type GuidelineRule,
  isOfKin,
  refusing,
  saidIn,
  statementsOf,
} from './ruling.ts';

/** Z68 is of adults from 20 years on, and of younger ones by the percentile for their age. */
const adultFrom = 20;

const index =
  /\b(?:bmi|body mass index)\b[^.\d%]{0,20}(\d{2}(?:\.\d+)?)(?!\s*(?:\d|%|th\b|st\b|rd\b|nd\b|percentile))/i;
const percentOf95th = /\b(\d{3}(?:\.\d+)?)\s*%\s*of (?:the )?95th\b/i;
const percentile =
  /\b(?:bmi|body mass index)\b[^.;]{0,40}?(\d{1,2}(?:\.\d+)?)\s*(?:st|nd|rd|th|%)(?:ile)?\s*(?:percentile|%ile)?|\b(\d{1,2})(?:st|nd|rd|th) percentile\b[^.;]{0,15}\bbmi\b/i;

/** Z68.1 is below 20, Z68.20 to Z68.39 tell each unit, Z68.41 to Z68.45 the ranges above. */
const adultCode = (value: number): string => {
  if (value < 20) return 'Z68.1';
  if (value < 40) return `Z68.${Math.floor(value)}`;
  if (value < 45) return 'Z68.41';
  if (value < 50) return 'Z68.42';
  return value < 60 ? 'Z68.43' : value < 70 ? 'Z68.44' : 'Z68.45';
};

const childCode = (value: number): string => {
  if (value < 5) return 'Z68.51';
  if (value < 85) return 'Z68.52';
  return value < 95 ? 'Z68.53' : 'Z68.54';
};

const aboveCode = (percent: number): string =>
  percent < 120 ? 'Z68.54' : percent < 140 ? 'Z68.55' : 'Z68.56';

type Measured = { readonly code: string; readonly evidence: EvidenceSpan };

const spanIn = ({ start, text }: Statement, found: RegExpExecArray): EvidenceSpan => ({
  start: start + found.index,
  end: start + found.index + found[0].length,
  quote: text.slice(found.index, found.index + found[0].length),
});

const measuredIn = (statement: Statement, isAdult: boolean): Measured | undefined => {
  const [above, share, value] = [percentOf95th, percentile, index].map((pattern) =>
    pattern.exec(statement.text),
  );
  if (isAdult) {
    return value ? { code: adultCode(Number(value[1])), evidence: spanIn(statement, value) } : undefined;
  }
  if (above) return { code: aboveCode(Number(above[1])), evidence: spanIn(statement, above) };
  return share
    ? { code: childCode(Number(share[1] ?? share[2])), evidence: spanIn(statement, share) }
    : undefined;
};

const readIndex = ({ statements, ageInYears }: BookNote): Measured | undefined => {
  const isAdult = ageInYears === undefined || ageInYears >= adultFrom;
  for (const statement of statements) {
    const measured = isOfKin(statement) ? undefined : measuredIn(statement, isAdult);
    if (measured) return measured;
  }
  return undefined;
};

const diagnosesOfWeight = [
  'E66',
  'R63.4',
  'R63.5',
  'R63.6',
  'E43',
  'E44',
  'E46',
  'E40',
  'E41',
  'E42',
  'E45',
  'F50',
];
const withWeight = ['E66', 'R63.6', 'E43', 'E44', 'E46', 'E40', 'E41', 'E42', 'E45'];

/** Guideline I.B.14: the body mass index only beside a diagnosis of weight that the clinician made, never in pregnancy. */
const bodyMassIndex = changing((found, note) => {
  const weight = found.find(({ entry }) => isWithin(entry.code, withWeight));
  if (!weight || found.some(({ entry }) => entry.code.startsWith('O'))) return found;
  const measured = readIndex(note);
  const rule = 'I.B.14: body mass index beside a diagnosis of weight';
  const rest = measured ? found.filter(({ entry }) => !entry.code.startsWith('Z68')) : found;
  return measured
    ? atTheEnd(rest, beside(weight, { code: measured.code, evidence: [measured.evidence], rule }, note))
    : found;
});

const alone = refusing(({ entry }, found) =>
  entry.code.startsWith('Z68') && !found.some((one) => isWithin(one.entry.code, diagnosesOfWeight))
    ? 'I.B.14: no diagnosis of weight beside it'
    : undefined,
);

/** Guideline I.C.4.b.1: where both are documented, class 3 stands for morbid obesity. */
const onlyClass = refusing(({ entry }, found) =>
  isWithin(entry.code, ['E66.01', 'E66.9']) && found.some((one) => one.entry.code === 'E66.813')
    ? 'I.C.4.b.1: class 3 obesity is more specific'
    : undefined,
);

const pumpFailure = /\bpump (failure|malfunction|breakdown)\b/gi;

/** Guideline I.C.4.a.5.a: a pump that fails is no patient who does not comply. */
const notByPatient = refusing((one, _found, note) =>
  one.entry.code.startsWith('Z91.1') && saidIn(statementsOf(one, note).slice(0, 1), pumpFailure)
    ? 'I.C.4.a.5.a: the pump failed, not the patient'
    : undefined,
);

/** Weight and its index (guidelines I.B.14 and I.C.4.b). */
export const weightRules: readonly GuidelineRule[] = [onlyClass, bodyMassIndex, alone, notByPatient];
