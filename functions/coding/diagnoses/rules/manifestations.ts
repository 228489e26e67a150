import { isWithin } from '../../../../codesets/code-notation.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { behind, beside, changing, type GuidelineRule, recoded, saidIn, statementsOf } from './ruling.ts';

/** Diseases that a dementia is the manifestation of: "code first the underlying physiological condition" at F02. */
const dementing = [
  'G30',
  'G20',
  'G31.0',
  'G31.8',
  'G10',
  'G23',
  'G35',
  'A52.17',
  'A81',
  'B20',
  'E83.01',
  'M32',
  'G40',
];
/** Those of which a dementia stands beside them only where the note says so. */
const dementia = /\bdementia\b|\bmajor neurocognitive disorder\b/gi;

const severities: readonly (readonly [RegExp, string])[] = [
  [/\b(severe|advanced|end[- ]stage)\b/i, 'C'],
  [/\bmoderate\b/i, 'B'],
  [/\bmild\b/i, 'A'],
];

const behaviors: readonly (readonly [RegExp, string])[] = [
  [/\bagitat\w+|\baggressi\w+|\bcombative\w*|\brestless\w*\b/gi, '11'],
  [/\bother behavioral disturbance\b|\bsleep disturbance\b|\bdisinhibit\w+/gi, '18'],
  [/\bpsycho(sis|tic)\b|\bhallucinat\w+|\bdelusion\w*|\bparanoi\w+/gi, '2'],
  [/\bmood disturbance\b|\bdepress\w+|\bapath\w+/gi, '3'],
  [/\banxi\w+/gi, '4'],
];

/** The code of a dementia by cause, severity and disturbance, as documented (guideline I.C.5.d). */
const dementiaCode = (stem: string, statements: readonly Statement[]): string => {
  const texts = statements.map(({ text }) => text.split(/\bdiscuss|\bcontinue\b/i)[0] ?? '');
  const near = texts.filter((text) => /dementia|alzheimer|neurocognitive/i.test(text));
  const severity = severities.find(([pattern]) => near.some((text) => pattern.test(text)))?.[1];
  const behavior = behaviors.find(([pattern]) => saidIn(statements.slice(0, 1), pattern))?.[1];
  const disturbed = behavior ?? '0';
  return severity ? `${stem}.${severity}${disturbed}` : `${stem}.${unspecifiedSeverity[disturbed] ?? '80'}`;
};

const unspecifiedSeverity: Readonly<Record<string, string>> = {
  '0': '80',
  '11': '811',
  '18': '818',
  '2': '82',
  '3': '83',
  '4': '84',
};

const isDementia = ({ entry }: DiagnosisCandidate): boolean => isWithin(entry.code, ['F02', 'F03']);

/** Guideline I.A.13: the cause first, then the dementia as its manifestation. */
const dementias = changing((found, note) => {
  const cause = found.find(({ entry }) => isWithin(entry.code, dementing));
  if (!cause) return found;
  const known = found.find(isDementia);
  const own = statementsOf(known ?? cause, note);
  const evidence = saidIn(own, dementia);
  if (!known && !evidence) return found;
  const rule = 'I.A.13: dementia as the manifestation of its cause, which stands first';
  const code = dementiaCode('F02', own);
  const rest = found.filter((one) => !isDementia(one));
  const anchor = rest.find((one) => one === cause) ?? cause;
  const support = evidence ? [evidence] : (known?.evidence ?? []);
  return behind(rest, anchor, beside(anchor, { code, evidence: support, rule }, note));
});

const dementiaAlone = changing((found, note) =>
  found.map((one) => {
    if (one.entry.code !== 'F03.90') return one;
    const code = dementiaCode('F03', statementsOf(one, note)).replace('F03.8', 'F03.9');
    return recoded(one, code, 'I.C.5.d: severity as documented', note);
  }),
);

/** F02 and F03 ask for an additional code for wandering. */
const wandering = changing((found, note) => {
  const one = found.find((other) => isDementia(other) || other.entry.code.startsWith('F01'));
  const evidence = one && saidIn(statementsOf(one, note), /\bwander\w*/gi);
  return one && evidence
    ? behind(
        found,
        one,
        beside(
          one,
          { code: 'Z91.83', evidence: [evidence], rule: 'F01 to F03: use additional code for wandering' },
          note,
        ),
      )
    : found;
});

const anemias = ['D64.9', 'D51', 'D53.9', 'D63.8'];

type AnemiaOf = {
  readonly disease: readonly string[];
  readonly code: string;
  readonly rule: string;
  readonly linked?: RegExp;
};

/** The index has "Anemia, in": kidney disease is presumed (I.A.15); a cancer has to be named as the cause. */
const anemiaIn: readonly AnemiaOf[] = [
  { disease: ['N18'], code: 'D63.1', rule: 'I.A.13: anemia in chronic kidney disease, which stands first' },
  {
    disease: ['C'],
    code: 'D63.0',
    rule: 'I.C.2.c.1: anemia in neoplastic disease, which stands first',
    linked: /\banemia\b[^.;]{0,40}\b(in|due to|from|secondary to|of|related to)\b/i,
  },
];

const anemia = changing((found, note) => {
  const one = found.find(({ entry }) => isWithin(entry.code, [...anemias, 'D63']));
  const [own] = one ? statementsOf(one, note) : [];
  const row = anemiaIn.find(
    ({ disease, linked }) =>
      found.some(({ entry }) => isWithin(entry.code, disease)) &&
      (one?.entry.code.startsWith('D63') || !linked || linked.test(own?.text ?? '')),
  );
  const cause = row && found.findLast(({ entry }) => isWithin(entry.code, row.disease));
  if (
    !one ||
    !row ||
    !cause ||
    /\bchemo/i.test(own?.text ?? '') ||
    (own && saidIn([own], /\b(iron|b12|folate)[- ]deficien\w+/gi))
  )
    return found;
  const coded = isWithin(one.entry.code, ['D63.0', 'D63.1']) ? one : recoded(one, row.code, row.rule, note);
  return behind(
    found.filter((other) => other !== one),
    cause,
    [coded],
  );
});

/** Varices, cardiomyopathy: codes that follow the disease they belong to (guideline I.A.13). */
const varices = changing((found, note) => {
  const liver = found.find(({ entry }) => isWithin(entry.code, ['K70', 'K71.7', 'K74', 'K76.6']));
  const one = found.find(({ entry }) => isWithin(entry.code, ['I85.0']));
  if (!liver || !one) return found;
  const coded = recoded(
    one,
    one.entry.code.replace('I85.0', 'I85.1'),
    'I85.1: secondary varices, after the disease of the liver',
    note,
  );
  return behind(
    found.filter((other) => other !== one),
    liver,
    [coded],
  );
});

const amyloidHeart = changing((found, note) => {
  const one = found.find(({ entry }) => isWithin(entry.code, ['E85.4', 'E85.8', 'E85.9']));
  const evidence =
    one && saidIn(statementsOf(one, note), /\bcardiac\b|\bcardiomyopathy\b|\bof the heart\b/gi);
  return one && evidence
    ? behind(
        found,
        one,
        beside(one, { code: 'I43', evidence: [evidence], rule: 'I.A.13: the heart in amyloidosis' }, note),
      )
    : found;
});

/** "Code first" orders: cause before manifestation, with the manifestation as specific as the note (guideline I.A.13). */
export const manifestationRules: readonly GuidelineRule[] = [
  dementias,
  dementiaAlone,
  wandering,
  anemia,
  varices,
  amyloidHeart,
];
