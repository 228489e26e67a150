import { isWithin } from '../../../../codesets/code-notation.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  assessed,
  atTheEnd,
  type BookNote,
  beside,
  changing,
  entryOn,
  type GuidelineRule,
  recoded,
  refusing,
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
    /\bpacemaker (check|interrogation|adjustment|programming)\b|\b(check|interrogation) of (the |her |his )?pacemaker\b/gi,
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
    : leading(note);

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

const namedReasons = changing((found, note) =>
  reasons.reduce<readonly DiagnosisCandidate[]>((codes, [code, pattern, rule]) => {
    const statements = isNamed(codes, code) ? [] : placesFor(code, note);
    const evidence = saidIn(statements, pattern);
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

const joints: readonly (readonly [RegExp, string])[] = [
  [/\bknee\b|\bTKA\b|\bTKR\b/i, 'Z96.65'],
  [/\bhip\b|\bTHA\b|\bTHR\b/i, 'Z96.64'],
  [/\bshoulder\b|\bTSA\b/i, 'Z96.61'],
];
const replacement = /\b(replacement|arthroplasty|TKA|TKR|THA|THR|TSA)\b/gi;
const afterSurgery =
  /\baftercare\b|\bpost[- ]?op\w*\b|\b(days?|weeks?|wks?) (s\/p|status post|post|after|out|following)\b/gi;

/** The joint behind its aftercare. */
const replacedJoint = (aftercare: DiagnosisCandidate, note: BookNote): readonly DiagnosisCandidate[] => {
  const own = statementsOf(aftercare, note);
  const stem = joints.find(([pattern]) => own.some(({ text }) => pattern.test(text)))?.[1];
  const side = own
    .map(({ text }) => /\b(right|left|bilateral)\b/i.exec(text)?.[1]?.toLowerCase())
    .find((one) => one !== undefined);
  const digit = { right: '1', left: '2', bilateral: '3' }[side ?? ''] ?? '9';
  const rule = 'Z47.1: use additional code for the joint';
  return stem ? beside(aftercare, { code: stem + digit, evidence: [], rule }, note) : [];
};

const isAfterReplacement = (status: DiagnosisCandidate, note: BookNote): boolean => {
  const own = statementsOf(status, note);
  const visit = note.statements.filter(({ section }) => section === 'reason');
  const isReplacement = own.some(({ text }) => text.search(replacement) >= 0);
  return isReplacement && (saidWithHistory(own) || saidIn(visit, afterSurgery) !== undefined);
};

/** Z47.1 with the joint that was replaced (guideline I.C.21.c.7), within the months in which it is looked after. */
const jointAftercare = changing((found, note) => {
  const status = found.find(({ entry }) => isWithin(entry.code, ['Z96.6']));
  const aftercare = found.find(({ entry }) => entry.code === 'Z47.1');
  if (aftercare) return status ? found : atTheEnd(found, replacedJoint(aftercare, note));
  if (!status || !isAfterReplacement(status, note)) return found;
  const rule = 'I.C.21.c.7: aftercare following joint replacement';
  const care = beside(status, { code: 'Z47.1', evidence: [], rule }, note);
  const at = found.indexOf(status);
  return [...found.slice(0, at), ...care, ...found.slice(at)];
});

/** "Status post" makes a mention one of the past, and it is what is meant here. */
const saidWithHistory = (statements: readonly { text: string }[]): boolean =>
  statements.some(
    ({ text }) =>
      new RegExp(afterSurgery.source, 'i').test(text) && new RegExp(replacement.source, 'i').test(text),
  );

const finished =
  /\b(completed treatment|treatment completed|completed (chemo\w*|radiation|therapy)|no evidence of (disease|recurrence)|no recurrence|cancer[- ]free|NED|in remission since)\b/i;
const followUp = /\b(follow[- ]?up|surveillance)\b/i;

const historyCodes: readonly (readonly [string, string])[] = [
  ['C50', 'Z85.3'],
  ['C18', 'Z85.038'],
  ['C19', 'Z85.048'],
  ['C20', 'Z85.048'],
  ['C61', 'Z85.46'],
  ['C34', 'Z85.118'],
  ['C67', 'Z85.51'],
  ['C64', 'Z85.528'],
  ['C73', 'Z85.850'],
  ['C43', 'Z85.820'],
  ['C44', 'Z85.828'],
  ['C53', 'Z85.41'],
  ['C54', 'Z85.42'],
  ['C56', 'Z85.43'],
  ['C62', 'Z85.47'],
];

/** Guideline I.C.2.m and I.C.21.c.8: treatment completed and no disease left is follow-up and history. */
const finishedCancer = changing((found, note) =>
  found.flatMap((one) => {
    const history = historyCodes.find(([stem]) => one.entry.code.startsWith(stem))?.[1];
    const own = history ? statementsOf(one, note).slice(0, 1) : [];
    if (!history || !own.some(({ text }) => followUp.test(text) && finished.test(text))) return [one];
    const rule = 'I.C.2.m: treatment completed, no disease left';
    const followed = found.some(({ entry }) => entry.code === 'Z08')
      ? []
      : beside(
          one,
          { code: 'Z08', evidence: [], rule: 'I.C.21.c.8: follow-up after treatment of cancer' },
          note,
        );
    return [...followed, recoded(one, history, rule, note)];
  }),
);

const followUpOfCancer = refusing(({ entry }, found) =>
  entry.code === 'Z09' && found.some((other) => other.entry.code === 'Z08')
    ? 'Z08: follow-up after treatment of cancer'
    : undefined,
);

const healed: readonly (readonly [RegExp, string])[] = [
  [/\bpneumonia\b/i, 'Z87.01'],
  [/\b(urinary tract infection|uti|pyelonephritis|cystitis)\b/i, 'Z87.440'],
  [/\b(kidney|ureteral|urinary) stones?\b/i, 'Z87.442'],
];

/** Z09 with the history of what was treated. */
const followedUp = changing((found, note) => {
  const one = found.find(({ entry }) => entry.code === 'Z09');
  const own = one ? statementsOf(one, note).slice(0, 1) : [];
  const history = healed.find(([pattern]) => own.some(({ text }) => pattern.test(text)))?.[1];
  return one && history
    ? atTheEnd(
        found,
        beside(one, { code: history, evidence: [], rule: 'I.C.21.c.8: history of what was treated' }, note),
      )
    : found;
});

const treatmentAsCause =
  /\b(due to|from|after|following|caused by|secondary to|history of|h\/o|s\/p|status post|completed|finished|prior|previous|on|side effects? of|during)\s+(\w+ ){0,2}(chemo\w*|immunotherapy|radiation\w*|radiotherapy)\b/i;

/** Guideline I.C.2.e.2: Z51 is for the visit at which treatment is given, not for what treatment did. */
const treatmentGiven = refusing(({ entry, ...one }, _found, note) =>
  isWithin(entry.code, ['Z51.0', 'Z51.1']) &&
  statementsOf({ entry, ...one }, note)
    .slice(0, 1)
    .some(({ text }) => treatmentAsCause.test(text))
    ? 'I.C.2.e.2: the visit was not for the treatment'
    : undefined,
);

const aftercareOfInjury = ['Z47', 'Z48', 'Z51.89'];

/** Guideline I.C.21.c.7: no aftercare Z code for an injury, its 7th character says so; and attention to a device says the device. */
const notBeside = refusing(({ entry: { code } }, found) => {
  const has = (...codes: string[]) =>
    found.some(({ entry }) => entry.code !== code && isWithin(entry.code, codes));
  if (
    isWithin(code, aftercareOfInjury) &&
    code !== 'Z47.1' &&
    found.some(({ entry }) => /^S/.test(entry.code))
  ) {
    return 'I.C.21.c.7: the 7th character of the injury says aftercare';
  }
  if (code === 'Z95.0' && has('Z45.01')) return 'Z45.01: attention to the pacemaker says its presence';
  if (code === 'Z95.810' && has('Z45.02')) return 'Z45.02: attention to the defibrillator says its presence';
  return undefined;
});

/** Why the patient came: examinations, treatment, aftercare and follow-up (guidelines I.C.21.c and I.C.2.e). */
export const encounterRules: readonly GuidelineRule[] = [
  treatmentGiven,
  namedReasons,
  heartBeforeSurgery,
  examinations,
  jointAftercare,
  finishedCancer,
  followUpOfCancer,
  followedUp,
  notBeside,
];
