import type { Finding } from '../domain/finding.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import { lossesOf } from '../edi/losses.ts';
import { readSets } from '../edi/sets.ts';
import { answersOf, type MemberAnswer } from '../edi/x271/answers-of.ts';
import { eligibilityResponseGuide } from '../edi/x271/guide.ts';
import type { EligibilityResponseSet } from '../edi/x271/loops.ts';
import { readEligibility, recordEligibility } from './check-eligibility.ts';
import { checkAskedBy, type EligibilityCheck, parseEligibilityTrace } from './eligibility-inquiry.ts';

/** Posts a 271: the answer for each person asked about. */
export const post271 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, eligibilityResponseGuide);
  const findings = lossesOf(read);
  let count = 0; // of the answers in the file
  for (const set of read.success ? read.data.sets : []) {
    const answers = answersOf(set.data);
    if (answers.length === 0 && set.broken.length === 0) findings.push(noAnswer(set.number));
    const asked =
      answers.length + set.broken.length === 1 ? await askedBySet(file, set.data, effects) : undefined;
    for (const answer of answers) {
      count += 1;
      if (!(await postAnswer(answer, asked, effects))) findings.push(unknownInquiry(answer, count));
    }
  }
  return findings;
};

/** Posts what the payer says to one check; false when we never asked. */
const postAnswer = async (
  member: MemberAnswer,
  askedBySet: EligibilityCheck | undefined,
  { changeClaim, answerWait, withdrawOutdated }: PostingEffects,
): Promise<boolean> => {
  const asked = checkNamedBy(member) ?? (member.traceNumbers.length === 0 ? askedBySet : undefined);
  if (!asked) return false;
  const answer = readEligibility(member);
  const claim = await changeClaim(asked.claimId, (before) => recordEligibility(before, asked.check, answer));
  if (!claim) return false;
  await answerWait(waits.eligibility(asked.claimId, asked.check), { outcome: answer.outcome });
  await withdrawOutdated(claim);
  return true;
};

/** Of several traces one is ours: clearinghouses add their own. */
const checkNamedBy = ({ traceNumbers }: MemberAnswer): EligibilityCheck | undefined =>
  traceNumbers.map(parseEligibilityTrace).find((asked) => asked !== undefined);

/**
 * The check that a set with one answer is about when the answer has no trace, as refusals often have none: BHT03
 * repeats that of the 270, which is the number of its file, and each file of ours asks one question.
 */
const askedBySet = async (
  { partnerId }: ReceivedFile,
  { reference = '' }: EligibilityResponseSet,
  { findSentFile }: PostingEffects,
): Promise<EligibilityCheck | undefined> => {
  const traced = parseEligibilityTrace(reference);
  if (traced) return traced;
  const sent = /^\d{1,9}$/.test(reference.trim())
    ? await findSentFile(partnerId, Number(reference))
    : undefined;
  return sent && checkAskedBy(sent);
};

const noAnswer = (set: number): Finding => ({
  code: 'no-answer',
  path: `ST[${set}]`,
  detail: 'The 271 answers about nobody and refuses nothing',
});

/** The refusal is told with it: it may be why the payer names no inquiry. */
const unknownInquiry = ({ level, rejections: [refusal] }: MemberAnswer, number: number): Finding => ({
  code: 'unknown-inquiry',
  path: `${level}[${number}]`,
  detail: `The answer names an eligibility inquiry that we did not send${
    refusal ? ` (AAA ${refusal.reason}, follow-up ${refusal.followUp})` : ''
  }`,
});
