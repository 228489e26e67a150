import type { Acknowledgement, Claim } from '../domain/claim.ts';
import type { Finding } from '../domain/finding.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import type { ReadSet } from '../edi/envelope/read-sets.ts';
import { lossesOf } from '../edi/losses.ts';
import { parseInterchanges } from '../edi/parse.ts';
import { findingsOf, readSets } from '../edi/sets.ts';
import { claimsOf } from '../edi/x277ca/claims-of.ts';
import { claimAcknowledgementGuide } from '../edi/x277ca/guide.ts';
import type { ClaimAcknowledgementSet } from '../edi/x277ca/loops.ts';
import { implementationAcknowledgementGuide } from '../edi/x999/guide.ts';
import { acceptFile, acknowledgeSubmission } from './acknowledge-submission.ts';
import {
  read277FileVerdict,
  read277Verdict,
  read999Verdict,
  readTa1Verdict,
} from './read-acknowledgement.ts';

const unknownClaim = (path: string): Finding => ({
  code: 'unknown-claim',
  path,
  detail: 'The answer names a claim or a file that we did not send',
});

/** Posts a 277CA: a verdict for each of its claims, whichever files they went out in. */
export const post277ca = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, claimAcknowledgementGuide);
  const findings = lossesOf(read);
  const sets = read.success ? read.data.sets : [];
  const claims = sets.flatMap(({ data }) => claimsOf(data));
  for (const [index, acknowledgement] of claims.entries()) {
    const sent = parsePatientControlNumber(acknowledgement.patientControlNumber);
    const verdict = read277Verdict(acknowledgement);
    const known =
      sent && (!verdict || (await postVerdict(sent, verdict, effects, acknowledgement.payerControlNumber)));
    if (!known) findings.push(unknownClaim(`2200D[${index + 1}]`));
  }
  for (const set of sets) {
    if (!(await postBatchVerdict(file, set, effects))) findings.push(unknownClaim('2200B'));
  }
  return findings;
};

/** A file refused as a whole names no claims: the batch's trace is BHT03 of the file that we sent. */
const postBatchVerdict = async (
  file: ReceivedFile,
  { data, broken }: ReadSet<ClaimAcknowledgementSet>,
  effects: PostingEffects,
): Promise<boolean> => {
  const namesClaims = claimsOf(data).length > 0 || broken.length > 0;
  const verdict = namesClaims ? undefined : read277FileVerdict(data);
  if (verdict?.outcome !== 'rejected') return true;
  return postFileVerdict(file, Number(data.source.receiver.verdict?.traceNumber), verdict, effects);
};

/** Posts a 999: each group of it answers for one file of ours. */
export const post999 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, implementationAcknowledgementGuide);
  const findings = lossesOf(read);
  for (const [index, { data: group, broken }] of (read.success ? read.data.sets : []).entries()) {
    if (broken.length > 0) continue; // a verdict that could not be read may have been the one that counts
    const controlNumber = Number(group.groupControlNumber);
    const known = await postFileVerdict(file, controlNumber, read999Verdict(group), effects);
    if (!known) findings.push(unknownClaim(`AK1[${index + 1}]`));
  }
  return findings;
};

const noAcknowledgement: Finding = {
  code: 'TA105-024',
  path: 'TA1',
  detail: 'The file holds no acknowledgement of an interchange',
};

/** Posts TA1s: only a rejected envelope says something about a claim. */
export const postTa1 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const [parsed] = parseInterchanges(file.text, []);
  const findings = parsed ? findingsOf(parsed.report) : [noAcknowledgement];
  const acknowledgements = parsed?.interchange?.acknowledgements ?? [];
  if (acknowledgements.length === 0 && findings.length === 0) findings.push(noAcknowledgement);
  for (const [index, acknowledgement] of acknowledgements.entries()) {
    const verdict = readTa1Verdict(acknowledgement);
    const known = !verdict || (await postFileVerdict(file, acknowledgement.controlNumber, verdict, effects));
    if (!known) findings.push(unknownClaim(`TA1[${index + 1}]`));
  }
  return findings;
};

type Sent = { claimId: string; submissionNumber: number };

/** A verdict on a file counts for its claim only when the file was a claim; other files' are told by their answers. */
const postFileVerdict = async (
  { partnerId }: ReceivedFile,
  controlNumber: number,
  verdict: Acknowledgement,
  effects: PostingEffects,
): Promise<boolean> => {
  const sent = await effects.findSentFile(partnerId, controlNumber);
  if (!sent?.claimId || !sent.submissionNumber) return false;
  if (sent.transaction !== '837P') return true;
  const { claimId, submissionNumber } = sent;
  if (verdict.outcome === 'rejected') return postVerdict({ claimId, submissionNumber }, verdict, effects);
  return (await effects.changeClaim(claimId, (claim) => acceptFile(claim, submissionNumber))) !== undefined;
};

/** False when we know no such claim. Waits are answered from the record, so that posting again ends the same. */
const postVerdict = async (
  { claimId, submissionNumber }: Sent,
  verdict: Acknowledgement,
  effects: PostingEffects,
  payerControlNumber?: string,
): Promise<boolean> => {
  const claim = await effects.changeClaim(claimId, (before) =>
    acknowledgeSubmission(before, submissionNumber, verdict, payerControlNumber),
  );
  if (!claim) return false;
  await answerWaits(claim, submissionNumber, effects);
  return true;
};

/** A rejection also ends the wait for a remittance: a claim rejected at the front end never gets one. */
const answerWaits = async (
  claim: Claim,
  submissionNumber: number,
  effects: PostingEffects,
): Promise<void> => {
  const outcome = claim.submissions.find(({ number }) => number === submissionNumber)?.acknowledgement
    ?.outcome;
  if (!outcome) return;
  await effects.answerWait(waits.acknowledgement(claim.claimId, submissionNumber), { outcome });
  if (outcome === 'rejected') {
    await effects.answerWait(waits.remittance(claim.claimId, submissionNumber, claim.remittances), {
      outcome,
    });
  }
};
