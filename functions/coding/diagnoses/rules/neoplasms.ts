import { isWithin } from '../../../../codesets/code-notation.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { changing, entryOn, type GuidelineRule, recoded, saidIn, statementsOf } from './ruling.ts';

/** C81 to C96 tell "not having achieved remission", "in remission", "in relapse" with their last digit. */
const remission = changing((found, note) =>
  found.map((one) => {
    const { code } = one.entry;
    if (!isWithin(code, ['C90', 'C91', 'C92', 'C93', 'C94', 'C95']) || !code.endsWith('0')) return one;
    const own = statementsOf(one, note);
    if (saidIn(own, /\bin relapse\b|\brelapsed\b/gi))
      return recoded(one, `${code.slice(0, -1)}2`, 'I.C.2.n: in relapse', note);
    return saidIn(own, /\bin (\w+ )?remission\b/gi)
      ? recoded(one, `${code.slice(0, -1)}1`, 'I.C.2.n: in remission', note)
      : one;
  }),
);

const primaries: readonly (readonly [RegExp, string])[] = [
  [/\blung\b/i, 'C34.90'],
  [/\bbreast\b/i, 'C50.919'],
  [/\bcolon\b/i, 'C18.9'],
  [/\bprostate\b/i, 'C61'],
  [/\b(kidney|renal)\b/i, 'C64.9'],
  [/\bpancrea\w+/i, 'C25.9'],
  [/\bbladder\b/i, 'C67.9'],
  [/\bthyroid\b/i, 'C73'],
  [/\bovar\w+/i, 'C56.9'],
  [/\bstomach|gastric\b/i, 'C16.9'],
  [/\bmelanoma\b/i, 'C43.9'],
];
const secondaries: readonly (readonly [RegExp, string])[] = [
  [/\bbones?\b/i, 'C79.51'],
  [/\bbrain\b/i, 'C79.31'],
  [/\bliver\b/i, 'C78.7'],
  [/\blungs?\b/i, 'C78.00'],
  [/\b(lymph )?nodes?\b/i, 'C77.9'],
  [/\bperitone\w+/i, 'C78.6'],
  [/\badrenals?\b/i, 'C79.70'],
];

/** "Metastatic lung cancer to bone": the lung is the primary site and the bone the secondary one (guideline I.C.2). */
const metastatic =
  /\bmetastatic\s+([a-z]+(?: [a-z]+)?)\s+(?:cancer|carcinoma|adenocarcinoma|melanoma)\s+(?:to|with metastas[ei]s to)\s+(?:the\s+)?([a-z ]+)/i;

const metastases = changing((found, note) => {
  const bySite = found
    .map((one) => ({ one, text: statementsOf(one, note)[0]?.text ?? '' }))
    .find(({ text }) => metastatic.test(text));
  const said = bySite && metastatic.exec(bySite.text);
  const primary = said && primaries.find(([pattern]) => pattern.test(said[1] ?? ''))?.[1];
  const secondary = said && secondaries.find(([pattern]) => pattern.test(said[2] ?? ''))?.[1];
  const [first, second] = [primary && entryOn(note, primary), secondary && entryOn(note, secondary)];
  if (!bySite || !first || !second) return found;
  const isSaid = (other: DiagnosisCandidate) =>
    other.entry.code.startsWith('C') && statementsOf(other, note)[0]?.text === bySite.text;
  const rule = 'I.C.2: primary and secondary site as documented';
  const known = (stem: string) =>
    found.find((other) => isSaid(other) && other.entry.code.startsWith(stem))?.entry;
  const coded = [known(first.code.slice(0, 3)) ?? first, second].map((entry) => ({
    ...bySite.one,
    entry,
    rules: [rule],
  }));
  const at = found.findIndex(isSaid);
  return [
    ...found.slice(0, at).filter((one) => !isSaid(one)),
    ...coded,
    ...found.slice(at).filter((one) => !isSaid(one)),
  ];
});

/** Guideline I.C.2.l.6: a fracture through a neoplasm. */
const fractures = changing((found, note) =>
  found.map((one) => {
    const { code } = one.entry;
    const ofNeoplasm =
      code.startsWith('M84.4') && found.some(({ entry }) => isWithin(entry.code, ['C', 'D48', 'D49']));
    return ofNeoplasm
      ? recoded(
          one,
          code.replace('M84.4', 'M84.5'),
          'I.C.2.l.6: pathological fracture in neoplastic disease',
          note,
        )
      : one;
  }),
);

/** Neoplasms by site, spread and course (guideline I.C.2). */
export const neoplasmRules: readonly GuidelineRule[] = [metastases, remission, fractures];
