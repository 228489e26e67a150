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
import {
  type ClaimStatusOutcome,
  readClaimStatus,
  readRefusal,
  recordClaimStatus,
} from './check-claim-status.ts';
import { parseStatusTrace, type StatusInquiry } from './status-inquiry.ts';

/** What a 277 says in answer to one inquiry. */
type StatusAnswer = {
  readonly path: string;
  readonly traceNumber?: string; // that of the question, where it was about a claim
  readonly patientControlNumber?: string | undefined; // REF*EJ
  readonly status: ClaimStatusOutcome;
  readonly payerControlNumber?: string | undefined;
};

/** Posts a 277: the status of each claim asked about. Money moves only with an 835. */
export const post277 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, statusResponseGuide);
  const findings = lossesOf(read);
  let count = 0; // of the claims in the file
  for (const set of read.success ? read.data.sets : []) {
    const answers = answersOf(set.data, count);
    count += claimsOf(set.data).length;
    if (answers.length === 0 && set.broken.length === 0) findings.push(noAnswer(set.number));
    const asked = answers.length + set.broken.length === 1 ? await askedBySet(file, set, effects) : undefined;
    for (const answer of answers) {
      if (!(await postAnswer(answer, asked, effects))) findings.push(unknownInquiry(answer));
    }
  }
  return findings;
};

/** The claims of a set; beside them, or alone, refusals of all that was asked. */
const answersOf = (set: StatusResponseSet, before: number): StatusAnswer[] => {
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

/** Posts the answer to one inquiry; false when we never sent it. */
const postAnswer = async (
  answer: StatusAnswer,
  askedBySet: StatusInquiry | undefined,
  { changeClaim, answerWait, withdrawOutdated }: PostingEffects,
): Promise<boolean> => {
  const { traceNumber = '', status, payerControlNumber } = answer;
  const asked = parseStatusTrace(traceNumber) ?? (mayMean(answer, askedBySet) ? askedBySet : undefined);
  if (!asked) return false;
  const { claimId, submissionNumber, inquiry } = asked;
  const claim = await changeClaim(claimId, (before) =>
    recordClaimStatus(before, inquiry, status, { submissionNumber, payerControlNumber }),
  );
  if (!claim) return false;
  await answerWait(waits.claimStatus(claimId, submissionNumber, inquiry), { outcome: status.outcome });
  await withdrawOutdated(claim);
  return true;
};

/** Another trace than ours answers somebody else, unless it is none (zeros) or our number of the claim stands beside it. */
const mayMean = (
  { traceNumber = '', patientControlNumber }: StatusAnswer,
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

const unknownInquiry = ({ path, status, traceNumber }: StatusAnswer): Finding => ({
  code: 'unknown-inquiry',
  path,
  detail:
    traceNumber === undefined
      ? `Inquiries are refused (${status.reason}), and none of ours is named`
      : 'The answer names a status inquiry that we did not send',
});
