import { isWithin } from '../../../../codesets/code-notation.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import {
  atTheEnd,
  type BookNote,
  beside,
  changing,
  type GuidelineRule,
  recoded,
  refusing,
  saidIn,
  statementsOf,
} from './ruling.ts';

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

/** The same where the history is named as such already. */
const followedHistory = changing((found, note) => {
  const history = found.find((one) => {
    const [own] = isWithin(one.entry.code, ['Z85']) ? statementsOf(one, note) : [];
    return own !== undefined && followUp.test(own.text) && finished.test(own.text);
  });
  if (!history || found.some(({ entry }) => entry.code === 'Z08')) return found;
  const rule = 'I.C.21.c.8: follow-up after treatment of cancer';
  const at = found.indexOf(history);
  const followed = beside(history, { code: 'Z08', evidence: [], rule }, note);
  return [...found.slice(0, at), ...followed, ...found.slice(at)];
});

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

/** Treatment, aftercare and follow-up (guidelines I.C.21.c.7 and 8, I.C.2.e and m). */
export const aftercareRules: readonly GuidelineRule[] = [
  jointAftercare,
  finishedCancer,
  followedHistory,
  followUpOfCancer,
  followedUp,
  notBeside,
];

/** Before the reasons for the visit are read: what only looks like one. */
export const treatmentRules: readonly GuidelineRule[] = [treatmentGiven];
