import diabetesWith from '../../../../codesets/clinical-terms/diabetes-with.json' with { type: 'json' };
import { isWithin } from '../../../../codesets/code-notation.ts';
import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { drugBehind } from './drug-link.ts';
import {
  type BookNote,
  changing,
  type GuidelineRule,
  isOfKin,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

export const diabetes = ['E08', 'E09', 'E10', 'E11', 'E13'];
const isDiabetes = ({ entry }: DiagnosisCandidate): boolean => isWithin(entry.code, diabetes);

const type1 =
  /\b(t1dm|dm ?(?:type )?(?:1|i)|type ?(?:1|i|one)[- ](?:diabet\w*|dm)|(?:diabetes(?: mellitus)?|diabetic|dm),? ?\(?type ?(?:1|i|one)|juvenile(?:[- ]onset)? diabetes)\b/i;
const type2 =
  /\b(t2dm|dm ?(?:type )?(?:2|ii)|type ?(?:2|ii|two)[- ](?:diabet\w*|dm)|(?:diabetes(?: mellitus)?|diabetic|dm),? ?\(?type ?(?:2|ii|two)|adult[- ]onset diabetes)\b/i;

const notSaidOfPatient =
  /\b(not|no|denies|screen\w*|risk|rule out|r\/o|suspect\w*|possib\w+|versus|vs)\b[^.;]*$/i;

const mentions = (statements: readonly Statement[], pattern: RegExp): EvidenceSpan | undefined => {
  for (const statement of statements) {
    const found = pattern.exec(statement.text);
    if (!found || isOfKin(statement) || notSaidOfPatient.test(statement.text.slice(0, found.index))) continue;
    const start = statement.start + found.index;
    return { start, end: start + found[0].length, quote: found[0] };
  }
  return undefined;
};

/** Guideline I.C.4.a: the type from wherever the note tells it; type 2 is only the default (I.C.4.a.2). */
const readType = changing((found, note) => {
  const untyped = found.some(({ entry }) => entry.code.startsWith('E11'));
  const said = untyped && !mentions(note.statements, type2) ? mentions(note.statements, type1) : undefined;
  if (!said) return found;
  return found.map((one) => {
    if (!one.entry.code.startsWith('E11')) return one;
    const typed = recoded(
      one,
      `E10${one.entry.code.slice(3)}`,
      'I.C.4.a: the type stands elsewhere in the note',
      note,
    );
    return typed === one ? one : { ...typed, evidence: [...one.evidence, said] };
  });
});

const bothTypes: GuidelineRule = (ruling, note) => {
  const isThere = ruling.diagnoses.some(({ entry }) => isWithin(entry.code, ['E10', 'E11']));
  if (!isThere || !mentions(note.statements, type1) || !mentions(note.statements, type2)) return ruling;
  const question = 'The note calls the diabetes type 1 in one place and type 2 in another: which type is it?';
  return { ...ruling, questions: [...ruling.questions, question] };
};

const causeGiven =
  /\bdiabet\w*[^.;]{0,30}?\b(?:due to|secondary to|caused by|because of|from|2\/2)\s+([^.;,]*)/i;
const underlying =
  /\b(pancreatitis|cystic fibrosis|h(?:a)?emochromatosis|cushing\w*|acromegaly|pancreatic (?:cancer|carcinoma|adenocarcinoma|neoplasm))\b/i;
const operated = /\bpost[- ]?pancreatectomy diabetes|\bdiabetes\b[^.;]{0,40}\bpancreatectomy\b/i;

/** The category that a stated cause asks for (guideline I.C.4.a.6). */
const causedCategory = (
  one: DiagnosisCandidate,
  note: BookNote,
): { category: string; rule: string } | undefined => {
  const own = statementsOf(one, note);
  if (drugBehind(own, /\bdiabet\w*/i, note)) {
    return { category: 'E09', rule: 'I.C.4.a.6.b.ii: diabetes due to a drug' };
  }
  if (own.some(({ text }) => operated.test(text)))
    return { category: 'E13', rule: 'I.C.4.a.6.b.i: after pancreatectomy' };
  const cause = own.map(({ text }) => causeGiven.exec(text)?.[1] ?? '').find((text) => underlying.test(text));
  return cause ? { category: 'E08', rule: 'I.C.4.a.6.b: diabetes due to another condition' } : undefined;
};

const readCause = changing((found, note) =>
  found.map((one) => {
    if (!isWithin(one.entry.code, ['E10', 'E11'])) return one;
    const caused = causedCategory(one, note);
    return caused ? recoded(one, `${caused.category}${one.entry.code.slice(3)}`, caused.rule, note) : one;
  }),
);

/** Guideline I.C.4.a.1.b: remission counts where the clinician says so. */
const readRemission = changing((found, note) =>
  found.map((one) =>
    one.entry.code === 'E11.9' && saidIn(statementsOf(one, note), /\bin remission\b/gi)
      ? recoded(one, 'E11.A', 'I.C.4.a.1.b: documented as in remission', note)
      : one,
  ),
);

const uncontrolled =
  /\b(uncontrolled|not (well[- ]|adequately )?control+e?d|un-?controled|out of control)\b/i;
/** The measures that say which way: an A1c of 8 % or more, sugars of 180 mg/dL or more, or the word itself. */
const highGlucose =
  /\b(hba1c|a1c|hgba1c)\b[^.;\n]{0,20}?\b(8|9|1[0-9])(\.\d+)?\b|\b(sugars?|glucose|fbs|fbg|bg|readings?|accuchecks?)\b[^.;\n]{0,30}?\b(1[89]\d|[2-5]\d\d)\b|\bhyperglyc\w+/i;

/** The index: "uncontrolled, meaning hyperglycemia" where the same problem tells of high sugar. */
const readUncontrolled = changing((found, note) =>
  found.map((one) => {
    if (!/^E(08|09|10|11|13)\.9$/.test(one.entry.code)) return one;
    const own = statementsOf(one, note);
    const isMeant =
      own.some(({ text }) => uncontrolled.test(text)) && own.some(({ text }) => highGlucose.test(text));
    const rule = 'I.C.4.a: uncontrolled, meaning hyperglycemia by the values beside it';
    return isMeant ? recoded(one, one.entry.code.replace('.9', '.65'), rule, note) : one;
  }),
);

/** The index asks of "uncontrolled" which way it is meant: hyperglycemia or hypoglycemia. */
const askUncontrolled: GuidelineRule = (ruling, note) => {
  const vague = ruling.diagnoses.find(
    (one) =>
      /^E(08|09|10|11|13)\.9$/.test(one.entry.code) &&
      statementsOf(one, note).some(({ text }) => uncontrolled.test(text)),
  );
  if (!vague) return ruling;
  const question =
    'The diabetes is documented as uncontrolled: with hyperglycemia, with hypoglycemia, or neither?';
  return { ...ruling, questions: [...ruling.questions, question] };
};

const otherCause =
  /\bnot (diabetic|due to (the )?diabetes|related to (the )?diabetes)\b|\b(?:due to|secondary to|caused by|from)\s+(?!.*\bdiabet)|\bnon-?diabetic\b|\bunrelated to (the )?diabetes\b|\b(alcoholic|hereditary|idiopathic)\b/i;

const statesOtherCause = (one: DiagnosisCandidate, note: BookNote): boolean =>
  statementsOf(one, note)
    .slice(0, 1)
    .some(({ text }) => otherCause.test(text));

const isPlain = (code: string): boolean => /\.9$/.test(code);

/** Nephropathy with a stage of chronic kidney disease is one code, .22. */
const isNephropathy = (code: string): boolean => code.endsWith('.21');

/** A cataract of age has a cause of its own. */
const ofAge = /\b(nuclear (scler|cataract)|age[- ]related cataract|senile|cortical (cataract|scler|spok))/i;

type With = (typeof diabetesWith)[number];

const placeOf = (
  found: readonly DiagnosisCandidate[],
  first: DiagnosisCandidate,
  second: DiagnosisCandidate,
  suffix: string,
) =>
  isPlain(first.entry.code) || (suffix === '22' && isNephropathy(first.entry.code))
    ? Math.min(found.indexOf(first), found.indexOf(second))
    : found.findLastIndex(isDiabetes) + 1;

/** The diabetes and what it is "with" as one code; a diabetes code with a complication says something of its own beside. */
const combineWith = (
  found: readonly DiagnosisCandidate[],
  row: With,
  note: BookNote,
): readonly DiagnosisCandidate[] => {
  const first = found.find(isDiabetes);
  const second = found.find(
    (one) => isWithin(one.entry.code, row.second) && (row.presumed || isLinked(one, note)),
  );
  if (!first || !second || statesOtherCause(second, note)) return found;
  if (row.suffix === '36' && note.statements.some(({ text }) => ofAge.test(text))) return found;
  const code = `${first.entry.code.slice(0, 3)}.${row.suffix}`;
  const known = found.find(({ entry }) => entry.code === code) ?? recoded(first, code, row.rule, note);
  if (known.entry.code !== code) return found;
  const confidence = Math.min(known.confidence, second.confidence);
  const whole = { ...known, confidence, evidence: [...known.evidence, ...second.evidence] };
  const at = placeOf(found, first, second, row.suffix);
  const stays = (one: DiagnosisCandidate): boolean =>
    one !== second &&
    one !== known &&
    !(
      one === first &&
      (isPlain(first.entry.code) || (row.suffix === '22' && isNephropathy(first.entry.code)))
    );
  const kept = row.keepsSecond ? [recoded(second, row.becomes ?? second.entry.code, row.rule, note)] : [];
  return [...found.slice(0, at).filter(stays), whole, ...kept, ...found.slice(at).filter(stays)];
};

const isLinked = (one: DiagnosisCandidate, note: BookNote): boolean =>
  statementsOf(one, note)
    .slice(0, 1)
    .some(({ text }) => /\bdiabet\w*/i.test(text) && /\b(due to|secondary to|from|diabetic)\b/i.test(text));

/** Guideline I.A.15: what the index has under "Diabetes, with" is presumed to be linked unless another cause is stated. */
const combine = changing((found, note) => {
  if (!found.some(isDiabetes)) return found;
  const placeIn = ({ second }: With): number => {
    const at = found.findIndex(({ entry }) => isWithin(entry.code, second));
    return at < 0 ? found.length : at;
  };
  // Complications stand in the order of the note.
  const rows = diabetesWith.toSorted((one, other) => placeIn(one) - placeIn(other));
  return rows.reduce((codes, row) => combineWith(codes, row, note), found);
});

/** Type, cause, course and complications of diabetes (guideline I.C.4.a). */
export const diabetesRules: readonly GuidelineRule[] = [
  readType,
  bothTypes,
  readCause,
  readRemission,
  combine,
  readUncontrolled,
  askUncontrolled,
];
