import type { Acknowledgement, Claim } from '../domain/claim.ts';
import type { Finding } from '../domain/finding.ts';
import type { PartnerFile } from '../domain/partner-file.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import type { ReadSet } from '../edi/envelope/read-sets.ts';
import { lossesOf } from '../edi/losses.ts';
import { parseInterchanges } from '../edi/parse.ts';
import { envelopeFindings, readSets } from '../edi/sets.ts';
import { claimAcknowledgementGuide } from '../edi/x277ca/guide.ts';
import type { ClaimAcknowledgement, ClaimAcknowledgementSet } from '../edi/x277ca/loops.ts';
import { implementationAcknowledgementGuide } from '../edi/x999/guide.ts';
import { acceptFile, acknowledgeSubmission } from './acknowledge-submission.ts';
import { matchAcknowledged, type SentClaim } from './match-acknowledged.ts';
import {
  acceptsEnvelope,
  type PlacedStatuses,
  placedStatusesOf,
  read277Verdict,
  read999Verdict,
  readTa1Verdict,
  refusalWithoutClaims,
  unclearStatusOf,
} from './read-acknowledgement.ts';

const unknownClaim = (path: string): Finding => ({
  code: 'unknown-claim',
  path,
  detail: 'The answer names a claim or a file that we did not send',
});

const unclearVerdict = (path: string, said: string): Finding => ({
  code: 'unclear-verdict',
  path,
  detail: `What the payer says is neither an acceptance nor a rejection (${said}); nothing is posted`,
});

/** Posts a 277CA: a verdict for each of its claims, whichever files they went out in. */
export const post277ca = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, claimAcknowledgementGuide);
  const findings = lossesOf(read);
  const sets = read.success ? read.data.sets : [];
  const claims = sets.flatMap(({ data }) => placedStatusesOf(data));
  const named: SentClaim[] = [];
  for (const [index, { claim, above }] of claims.entries()) {
    const sent = await matchAcknowledged(claim, effects);
    if (sent) named.push(sent);
    const found = sent ? await post277Verdict(sent, claim, above, effects) : unknownClaim;
    if (found) findings.push(found(`2200D[${index + 1}]`));
  }
  for (const set of sets) findings.push(...(await postBatchVerdict(file, set, named, effects)));
  return findings;
};

type FindingAt = (path: string) => Finding;

/** Posts the verdict on one claim; a finding where it has one that nobody can tell. */
const post277Verdict = async (
  sent: SentClaim,
  claim: ClaimAcknowledgement,
  above: PlacedStatuses['above'],
  effects: PostingEffects,
): Promise<FindingAt | undefined> => {
  const verdict = read277Verdict(claim, above);
  const unclear = verdict?.outcome === 'rejected' ? undefined : unclearStatusOf(claim, above);
  if (unclear !== undefined) return (path) => unclearVerdict(path, unclear);
  if (!verdict) return undefined;
  return (await postVerdict(sent, verdict, effects, claim.payerControlNumber)) ? undefined : unknownClaim;
};

/**
 * Claims that are refused without being named: the batch's trace is BHT03 of the file that we sent. Where its claim is
 * named here and has its own verdict, or where claims could not be read, a person has to find out whose they are.
 */
const postBatchVerdict = async (
  file: ReceivedFile,
  { data, broken }: ReadSet<ClaimAcknowledgementSet>,
  named: readonly SentClaim[],
  effects: PostingEffects,
): Promise<Finding[]> => {
  const verdict = refusalWithoutClaims(data);
  if (!verdict) return [];
  const sent = await findNamedFile(file, data.source.receiver.verdict?.traceNumber, effects);
  const isNamed = named.some(
    ({ claimId, submissionNumber }) =>
      claimId === sent?.claimId && submissionNumber === sent.submissionNumber,
  );
  if (broken.length > 0 || isNamed) return [unnamedClaims(verdict)];
  return (await postFileVerdict(sent, verdict, effects)) ? [] : [unknownClaim('2200B')];
};

const unnamedClaims = ({ reasons }: Acknowledgement): Finding => ({
  code: 'unnamed-claims',
  path: '2200B',
  detail: `Claims are refused that are not named (${reasons.map(({ code }) => code).join(', ')})`,
});

/** Posts a 999: each group of it answers for one file of ours. */
export const post999 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, implementationAcknowledgementGuide);
  const findings = lossesOf(read);
  for (const [index, { data: group, broken }] of (read.success ? read.data.sets : []).entries()) {
    if (broken.length > 0) continue; // a verdict that could not be read may have been the one that counts
    const path = `AK1[${index + 1}]`;
    const verdict = read999Verdict(group);
    if (!verdict) {
      findings.push(unclearVerdict(path, 'IK5, AK9'));
      continue;
    }
    const sent = await findNamedFile(file, group.groupControlNumber, effects);
    if (!(await postFileVerdict(sent, verdict, effects))) findings.push(unknownClaim(path));
  }
  return findings;
};

const noAcknowledgement: Finding = {
  code: 'TA105-024',
  path: 'TA1',
  detail: 'The file holds no acknowledgement of an interchange',
};

/** Posts TA1s: only a rejected envelope says something about a claim. What else the file holds has its own readers. */
export const postTa1 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const [parsed] = parseInterchanges(file.text, []);
  const findings = parsed ? envelopeFindings(parsed) : [noAcknowledgement];
  const acknowledgements = parsed?.interchange?.acknowledgements ?? [];
  if (acknowledgements.length === 0 && findings.length === 0) findings.push(noAcknowledgement);
  for (const [index, acknowledgement] of acknowledgements.entries()) {
    const path = `TA1[${index + 1}]`;
    const verdict = readTa1Verdict(acknowledgement);
    if (!verdict && !acceptsEnvelope(acknowledgement)) findings.push(unclearVerdict(path, 'TA104'));
    if (!verdict) continue;
    const sent = await effects.findSentFile(file.partnerId, acknowledgement.controlNumber);
    if (!(await postFileVerdict(sent, verdict, effects))) findings.push(unknownClaim(path));
  }
  return findings;
};

/** The file of ours that a text names by its control number; undefined for what is no number of nine digits. */
const findNamedFile = async (
  { partnerId }: ReceivedFile,
  controlNumber: string | undefined,
  { findSentFile }: PostingEffects,
): Promise<PartnerFile | undefined> => {
  const text = controlNumber?.trim() ?? '';
  return /^\d{1,9}$/.test(text) ? findSentFile(partnerId, Number(text)) : undefined;
};

/** A verdict on a file counts for its claim only when the file was a claim; other files' are told by their answers. */
const postFileVerdict = async (
  sent: PartnerFile | undefined,
  verdict: Acknowledgement,
  effects: PostingEffects,
): Promise<boolean> => {
  if (!sent?.claimId || !sent.submissionNumber) return false;
  if (sent.transaction !== '837P') return true;
  const { claimId, submissionNumber } = sent;
  if (verdict.outcome === 'rejected') return postVerdict({ claimId, submissionNumber }, verdict, effects);
  return (await effects.changeClaim(claimId, (claim) => acceptFile(claim, submissionNumber))) !== undefined;
};

/** False when we know no such claim. Waits are answered from the record, so that posting again ends the same. */
const postVerdict = async (
  { claimId, submissionNumber }: SentClaim,
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
