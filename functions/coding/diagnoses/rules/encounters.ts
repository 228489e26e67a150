import { isWithin } from '../../../../codesets/code-notation.ts';
import type { Qualification } from '../../note/qualify-mention.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  assessed,
  type BookNote,
  changing,
  entryOn,
  type GuidelineRule,
  recoded,
  saidIn,
  statementsOf,
} from './ruling.ts';

const newborn = /\b(\d{1,2})[- ]?(?:days?|d\/?o)\b(?:[- ]?old)?|\b(\d)[- ]?(?:weeks?|wks?)[- ]old\b/i;

/** The age in days of a newborn, as the note writes it. */
const ageInDays = ({ statements }: BookNote): number | undefined => {
  for (const { section, text } of statements) {
    if (!['reason', 'history', 'assessment', 'other'].includes(section)) continue;
    const found = newborn.exec(text);
    if (found?.[1] && /\bold\b|\bnewborn\b|d\/?o\b/i.test(text)) return Number(found[1]);
    if (found?.[2]) return Number(found[2]) * 7;
  }
  return undefined;
};

const adultFrom = 18;
const isGeneralExam = (code: string): boolean => /^Z00\.(0[01]|1(10|11|21|29))$/.test(code);
const isGynecologicExam = (code: string): boolean => /^Z01\.41[19]$/.test(code);

const saysAbnormal = /\b(with|has|found) abnormal findings?\b|\babnormal findings?\b/gi;
const saysNormal = /\b(no|without) abnormal findings?\b/i;
const newOrWorse =
  /\b(new(ly)?|worse(ning|ned)?|uncontrolled|poorly controlled|not at goal|above goal|not controlled|exacerbation|flare|elevated|add(ing|ed)?|start(ing|ed)?|increas(e|ed|ing)|abnormal)\b/gi;

/** Conditions that an examination does not find: reasons for the visit, status, history, circumstances. */
const isFinding = ({ entry }: DiagnosisCandidate): boolean =>
  !isWithin(entry.code, ['Z', 'V', 'W', 'X', 'Y']);

/** Guideline I.C.21.c.13: an abnormal finding is new or has changed; a stable chronic disease is none. */
const isAbnormal = (one: DiagnosisCandidate, note: BookNote): boolean =>
  isFinding(one) &&
  (one.entry.kind !== 'chronic' || saidIn(statementsOf(one, note), newOrWorse) !== undefined);

const withFindings = (
  exam: DiagnosisCandidate,
  found: readonly DiagnosisCandidate[],
  note: BookNote,
): boolean => {
  const own = statementsOf(exam, note);
  if (own.some(({ text }) => saysNormal.test(text))) return false;
  return (
    saidIn(own, saysAbnormal) !== undefined ||
    found.some((one) => one !== exam && one.confidence >= 0.5 && isAbnormal(one, note))
  );
};

const examCode = (code: string, abnormal: boolean, note: BookNote): string => {
  if (isGynecologicExam(code)) return abnormal ? 'Z01.411' : 'Z01.419';
  const days = ageInDays(note);
  if (days !== undefined && days <= 28) return days < 8 ? 'Z00.110' : 'Z00.111';
  const isChild = note.ageInYears === undefined ? code.startsWith('Z00.1') : note.ageInYears < adultFrom;
  return isChild ? (abnormal ? 'Z00.121' : 'Z00.129') : abnormal ? 'Z00.01' : 'Z00.00';
};

/** General and gynecological examinations by age and with or without abnormal findings (guideline I.C.21.c.13). */
const examinations = changing((found, note) =>
  found.map((one) =>
    isGeneralExam(one.entry.code) || isGynecologicExam(one.entry.code)
      ? recoded(
          one,
          examCode(one.entry.code, withFindings(one, found, note), note),
          'I.C.21.c.13: by age and abnormal findings',
          note,
        )
      : one,
  ),
);

/** Phrases of an assessment that name why the patient came, as far as the index has them under other words. */
const reasons: readonly (readonly [string, RegExp, string])[] = [
  [
    'Z00.110',
    /\bnewborn (health |well |wellness )?(check|visit|exam\w*)|\bhealth (check|exam\w*) of (a )?newborn\b/gi,
    'I.C.21.c.16: newborn examination',
  ],
  [
    'Z00.00',
    /\b(annual|medicare|subsequent|initial|yearly)( annual| medicare)* wellness (visit|exam\w*)\b|\b(complete|annual|yearly|routine|preventive)( \w+)? (physical|preventive)( exam\w*)?\b|\bannual exam(ination)?\b|\bhealth maintenance (exam|visit)\b/gi,
    'I.C.21.c.13: general examination',
  ],
  ['Z00.129', /\bwell[- ](child|baby)\b|\bWCC\b/gi, 'I.C.21.c.13: examination of a child'],
  [
    'Z30.431',
    /\b(iud|mirena|kyleena|liletta|skyla|paragard|intrauterine device) (check|string check|surveillance|follow[- ]?up)\b/gi,
    'I.C.21.c.11: contraception',
  ],
  [
    'Z30.017',
    /\b(nexplanon|implanon|contraceptive implant) (placed|inserted|insertion|placement)\b/gi,
    'I.C.21.c.11: contraception',
  ],
  [
    'Z30.46',
    /\b(nexplanon|implanon|contraceptive implant) (removed|removal|check)\b/gi,
    'I.C.21.c.11: contraception',
  ],
  ['Z30.42', /\bdepo-?(provera| shot| injection)\b/gi, 'I.C.21.c.11: contraception'],
  ['Z02.0', /\bschool (physical|exam\w*|entry exam)\b/gi, 'I.C.21.c.13: examination for school'],
  [
    'Z11.3',
    /\bscreening (for|of) (sexually transmitted|STIs?|STDs?|gonorrhea|chlamydia)|\b(STI|STD) screen(ing)?\b/gi,
    'I.C.21.c.5: screening',
  ],
  [
    'Z20.2',
    /\b(exposure|exposed|contact) (to|with) (a |an )?(sexually transmitted|STI|STD|gonorrhea|chlamydia|syphilis|trichomon)/gi,
    'I.C.21.c.1: contact',
  ],
  [
    'Z32.01',
    /\bpositive (urine |serum |home )?(pregnancy test|hcg|upt)\b|\b(pregnancy test|upt|hcg) (is |was )?positive\b/gi,
    'I.C.21.c.11: pregnancy test, positive',
  ],
  [
    'Z32.02',
    /\bnegative (urine |serum )?(pregnancy test|upt)\b|\b(pregnancy test|upt) (is |was )?negative\b/gi,
    'I.C.21.c.11: pregnancy test, negative',
  ],
  [
    'Z51.11',
    /\b(encounter for|here for|presents for|admitted for|receiving|administration of)\s+(\w+ )?(antineoplastic )?chemotherapy\b|\bchemotherapy (administration|infusion|encounter|cycle \d+ (given|today))\b/gi,
    'I.C.2.e.2: encounter for chemotherapy',
  ],
  [
    'Z51.12',
    /\b(encounter for|here for|presents for)\s+(\w+ )?(antineoplastic )?immunotherapy\b|\bimmunotherapy (administration|infusion)\b/gi,
    'I.C.2.e.2: encounter for immunotherapy',
  ],
  [
    'Z51.0',
    /\b(encounter for|here for|presents for)\s+(\w+ )?(radiation|radiotherapy)\b/gi,
    'I.C.2.e.2: encounter for radiation',
  ],
  [
    'Z45.018',
    /\b(pacemaker|ppm) (check|interrogation|adjustment|programming)\b|\b(check|interrogation) of (the |her |his )?pacemaker\b/gi,
    'I.C.21.c.7: attention to a pacemaker',
  ],
  [
    'Z45.02',
    /\b(icd|defibrillator) (check|interrogation|adjustment|programming)\b/gi,
    'I.C.21.c.7: attention to a defibrillator',
  ],
  [
    'Z09',
    /\bfollow[- ]?up (exam\w* )?after completed treatment (of|for) (?!\w+ (cancer|carcinoma))/gi,
    'I.C.21.c.8: follow-up after completed treatment',
  ],
  [
    'Z01.810',
    /\bpre-?op\w* cardi\w+ (exam\w*|evaluation|clearance)\b|\bcardiac clearance\b/gi,
    'IV.M: examination before an operation',
  ],
  [
    'Z01.818',
    /\bpre-?op(erative)? (clearance|evaluation|exam\w*|visit|medical evaluation)\b|\bsurgical clearance\b/gi,
    'IV.M: examination before an operation',
  ],
];

const leading = (note: BookNote): readonly Statement[] =>
  assessed(note).filter(({ section, leads }) => section === 'assessment' && leads);

const comesForExam =
  /\b(?:presents?|comes?|here|seen)\b[^.;]{0,40}\bfor\b[^.;]{0,25}\b(?:annual|yearly|routine) (?:physical|wellness|preventive|exam)/i;

/** What a device or a contraceptive is looked at for is told as the reason for the visit, in a title or its first line. */
const toldAsReason: ReadonlySet<string> = new Set([
  'Z30.431',
  'Z30.42',
  'Z45.018',
  'Z45.02',
  'Z01.818',
  'Z01.810',
]);
const opening = 2;

/** Where a reason for the visit may be named: the assessment, and for examinations also what the patient came for. */
const placesFor = (code: string, note: BookNote): readonly Statement[] =>
  code === 'Z00.00'
    ? [
        ...leading(note),
        ...note.statements.filter(
          ({ section, text }) =>
            section === 'reason' || (section !== 'background' && comesForExam.test(text)),
        ),
      ]
    : [...leading(note), ...(toldAsReason.has(code) ? toldReasons(note) : [])];

const toldReasons = ({ statements }: BookNote): readonly Statement[] => [
  ...new Set([...statements.slice(0, opening), ...statements.filter(({ section }) => section === 'reason')]),
];

/** Whether a reason of the same group was found by the words of the index already. */
const isNamed = (found: readonly DiagnosisCandidate[], code: string): boolean =>
  found.some(
    ({ entry }) =>
      entry.code === code ||
      (code.startsWith('Z00') && isGeneralExam(entry.code)) ||
      (isWithin(code, ['Z01.8']) && isWithin(entry.code, ['Z01.8'])),
  );

/** In the order of the assessment. */
const inserted = (codes: readonly DiagnosisCandidate[], one: DiagnosisCandidate) => {
  const at = codes.findIndex((other) => other.item > one.item);
  return at < 0 ? codes.concat(one) : [...codes.slice(0, at), one, ...codes.slice(at)];
};

/** A follow-up is named by what is over: there the words of the past say what it is for. */
const ofPast: ReadonlySet<Qualification> = new Set([
  'affirmed',
  'historical',
  'dated',
  'treated',
  'resolved',
]);

const namedReasons = changing((found, note) =>
  reasons.reduce<readonly DiagnosisCandidate[]>((codes, [code, pattern, rule]) => {
    const statements = isNamed(codes, code) ? [] : placesFor(code, note);
    const evidence = saidIn(statements, pattern, code === 'Z09' ? ofPast : undefined);
    const entry = evidence && entryOn(note, code);
    if (!evidence || !entry) return codes;
    const place = statements.find(
      ({ start, text }) => start <= evidence.start && evidence.start < start + text.length,
    );
    const item = place?.item ?? 0;
    return inserted(codes, { entry, confidence: 0.9, evidence: [evidence], rules: [rule], item });
  }, found),
);

const heartBeforeSurgery = changing((found, note) =>
  found.map((one) =>
    one.entry.code === 'Z01.818' && saidIn(statementsOf(one, note).slice(0, 1), /\bcardi\w+/gi)
      ? recoded(one, 'Z01.810', 'IV.M: cardiovascular examination before an operation', note)
      : one,
  ),
);

/** Examinations and other reasons for the visit (guidelines I.C.21.c.5, 11, 13 and 16, I.C.2.e, IV.M). */
export const encounterRules: readonly GuidelineRule[] = [namedReasons, heartBeforeSurgery, examinations];
