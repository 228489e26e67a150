import type { Finding } from '../domain/finding.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import type { ReadSet } from '../edi/envelope/read-sets.ts';
import { lossesOf } from '../edi/losses.ts';
import { readSets } from '../edi/sets.ts';
import { claimsOf, refusalsOf } from '../edi/x277/claims-of.ts';
import { statusResponseGuide } from '../edi/x277/guide.ts';
import type { StatusResponseSet } from '../edi/x277/loops.ts';
import { readClaimStatus, readRefusal, reasonOf, type StatusAnswer } from './read-status.ts';
import { type InquiryAnswer, recordClaimStatus, togetherOf } from './record-claim-status.ts';
import { parseStatusTrace, type StatusInquiry, statusTrace } from './status-inquiry.ts';

/** What a 277 says in answer to one inquiry. */
type PlacedAnswer = {
  readonly path: string;
  readonly traceNumber?: string; // that of the question, where it was about a claim
  readonly patientControlNumber?: string | undefined; // REF*EJ
  readonly status: StatusAnswer;
  readonly payerControlNumber?: string | undefined;
};

/** The inquiry that answers are about, with all of them. */
type Answered = { readonly asked: StatusInquiry; readonly answers: [PlacedAnswer, ...PlacedAnswer[]] };

/**
 * Posts a 277: the status of each claim asked about. Money moves only with an 835. All that a file says in answer to one
 * inquiry is one answer, for a payer that split a claim has a status of each part.
 */
export const post277 = async (
  file: ReceivedFile,
  effects: PostingEffects,
  now = new Date(),
): Promise<Finding[]> => {
  const read = readSets(file.text, statusResponseGuide);
  const findings = lossesOf(read);
  const answered = new Map<string, Answered>();
  let count = 0; // of the claims in the file
  for (const set of read.success ? read.data.sets : []) {
    const answers = answersOf(set.data, count);
    count += claimsOf(set.data).length;
    if (answers.length === 0 && set.broken.length === 0) findings.push(noAnswer(set.number));
    const bySet = answers.length + set.broken.length === 1 ? await askedBySet(file, set, effects) : undefined;
    for (const answer of answers) {
      const asked = askedIn(answer, bySet);
      if (asked) add(answered, asked, answer);
      else findings.push(unknownInquiry(answer));
    }
  }
  for (const { asked, answers } of answered.values()) {
    if (!(await postAnswers(asked, answers, effects, now))) findings.push(...answers.map(unknownInquiry));
  }
  return findings;
};

const add = (answered: Map<string, Answered>, asked: StatusInquiry, answer: PlacedAnswer): void => {
  const name = statusTrace(asked.claimId, asked.submissionNumber, asked.inquiry);
  const known = answered.get(name);
  if (known) known.answers.push(answer);
  else answered.set(name, { asked, answers: [answer] });
};

/** The claims of a set; beside them, or alone, refusals of all that was asked. */
const answersOf = (set: StatusResponseSet, before: number): PlacedAnswer[] => {
  const claims = claimsOf(set).map((claim, index) => ({
    path: `2200D[${before + index + 1}]`,
    traceNumber: claim.traceNumber,
    patientControlNumber: claim.patientControlNumber,
    status: readClaimStatus(claim),
    payerControlNumber: claim.payerControlNumber,
  }));
  // The refusal of a provider is summed up in that of the receiver.
  const [refusal] = refusalsOf(set);
  return [...claims, ...(refusal ? [{ path: '2200B', status: readRefusal(refusal) }] : [])];
};

const askedIn = (answer: PlacedAnswer, askedBySet: StatusInquiry | undefined): StatusInquiry | undefined =>
  parseStatusTrace(answer.traceNumber ?? '') ?? (mayMean(answer, askedBySet) ? askedBySet : undefined);

/** Posts what answers one inquiry; false when we never sent it. */
const postAnswers = async (
  asked: StatusInquiry,
  [first, ...others]: Answered['answers'],
  { changeClaim, answerWait, withdrawOutdated }: PostingEffects,
  now: Date,
): Promise<boolean> => {
  const { claimId, submissionNumber, inquiry } = asked;
  const answer = togetherOf([inquiryAnswer(first), ...others.map(inquiryAnswer)]);
  const claim = await changeClaim(claimId, (before) =>
    recordClaimStatus(before, asked, answer, now.toISOString()),
  );
  if (!claim) return false;
  const { outcome } = answer;
  await answerWait(waits.claimStatus(claimId, submissionNumber, inquiry), { outcome });
  await withdrawOutdated(claim);
  return true;
};

const inquiryAnswer = ({ status, payerControlNumber }: PlacedAnswer): InquiryAnswer => ({
  ...status,
  ...(payerControlNumber && { payerControlNumbers: [payerControlNumber] }),
});

/** Another trace than ours answers somebody else, unless it is none (zeros) or our number of the claim stands beside it. */
const mayMean = (
  { traceNumber = '', patientControlNumber }: PlacedAnswer,
  asked: StatusInquiry | undefined,
): boolean => {
  if (/^0*$/.test(traceNumber.trim())) return true;
  const named = parsePatientControlNumber(patientControlNumber ?? '');
  return named !== undefined && named.claimId === asked?.claimId;
};

/**
 * The inquiry that a set with one answer is about when the answer does not repeat our trace: BHT03 and the trace of a
 * refusal repeat BHT03 of the 276, which is the number of its file, and each file of ours asks about one claim.
 */
const askedBySet = async (
  { partnerId }: ReceivedFile,
  { data }: ReadSet<StatusResponseSet>,
  { findSentFile }: PostingEffects,
): Promise<StatusInquiry | undefined> => {
  for (const reference of [data.reference, ...refusalsOf(data).map(({ traceNumber }) => traceNumber)]) {
    const text = reference?.trim() ?? '';
    const sent = /^\d{1,9}$/.test(text) ? await findSentFile(partnerId, Number(text)) : undefined;
    const asked = parseStatusTrace(sent?.transaction === '276' ? (sent.purpose ?? '') : text);
    if (asked) return asked;
  }
  return undefined;
};

const noAnswer = (set: number): Finding => ({
  code: 'no-answer',
  path: `ST[${set}]`,
  detail: 'The 277 answers about no claim and refuses nothing',
});

const unknownInquiry = ({ path, status, traceNumber }: PlacedAnswer): Finding => ({
  code: 'unknown-inquiry',
  path,
  detail:
    traceNumber === undefined
      ? `Inquiries are refused (${reasonOf(status)}), and none of ours is named`
      : 'The answer names a status inquiry that we did not send',
});
