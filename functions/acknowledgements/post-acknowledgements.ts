import type { Acknowledgement } from '../domain/claim.ts';
import type { Finding } from '../domain/finding.ts';
import { type PartnerFile, type SentSet, transmissionsIn } from '../domain/partner-file.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import type { ReadSet } from '../edi/envelope/read-sets.ts';
import { lossesOf } from '../edi/losses.ts';
import { parseInterchanges } from '../edi/parse.ts';
import { envelopeFindings, readSets } from '../edi/sets.ts';
import { claimAcknowledgementGuide } from '../edi/x277ca/guide.ts';
import type { ClaimAcknowledgement, ClaimAcknowledgementSet } from '../edi/x277ca/loops.ts';
import { implementationAcknowledgementGuide } from '../edi/x999/guide.ts';
import type { ImplementationAcknowledgement } from '../edi/x999/loops.ts';
import { acceptFile } from './acknowledge-submission.ts';
import { matchAcknowledged, type SentClaim } from './match-acknowledged.ts';
import { type Batch, isBatch, postBatch999, recordBatchSent } from './post-batch-999.ts';
import { postVerdict } from './post-verdict.ts';
import { read999Verdict } from './read-999.ts';
import {
  acceptsEnvelope,
  type PlacedStatuses,
  placedStatusesOf,
  read277Verdict,
  readTa1Verdict,
  refusalWithoutClaims,
  unclearStatusOf,
} from './read-acknowledgement.ts';
import { strangeSets } from './read-batch-999.ts';
import { refuseTogether } from './refuse-together.ts';

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
  const trace = data.source.receiver.verdict?.traceNumber;
  const sent = await findNamedFile(file, trace, effects);
  const sets = sent?.sets?.filter(({ controlNumber }) => Number(controlNumber) === Number(trace));
  const meant = sent ? transmissionsIn({ ...sent, ...(sets && { sets }) }) : [];
  const isNamed = meant.some((one) =>
    named.some(
      ({ claimId, submissionNumber }) => claimId === one.claimId && submissionNumber === one.submissionNumber,
    ),
  );
  if (broken.length > 0 || isNamed) return [unnamedClaims(verdict)];
  const isPosted =
    isBatch(sent) && sets
      ? await refuseBatch(sent, sets, verdict, effects)
      : await postFileVerdict(sent, verdict, effects);
  return isPosted ? [] : [unknownClaim('2200B')];
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
    const sent = await findNamedFile(file, group.groupControlNumber, effects);
    if (sent) await effects.noteFileAnswer(sent, '999');
    findings.push(
      ...(isBatch(sent)
        ? await postBatch(sent, group, path, effects)
        : await postSingle(sent, group, path, effects)),
    );
  }
  return findings;
};

const postBatch = async (
  sent: Batch,
  group: ImplementationAcknowledgement,
  path: string,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const unclear = await postBatch999(sent, group, effects);
  return [
    ...strangeSets(sent.sets, group).map((index) => unknownClaim(`${path}/AK2[${index}]`)),
    ...(unclear.length > 0 ? [unclearVerdict(path, 'IK5, AK9')] : []),
  ];
};

const postSingle = async (
  sent: PartnerFile | undefined,
  group: ImplementationAcknowledgement,
  path: string,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const verdict = read999Verdict(group);
  if (!verdict) return [unclearVerdict(path, 'IK5, AK9')];
  return (await postFileVerdict(sent, verdict, effects)) ? [] : [unknownClaim(path)];
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
    const sent = await effects.findSentFile(file.partnerId, acknowledgement.controlNumber);
    if (sent) await effects.noteFileAnswer(sent, 'TA1');
    if (!verdict) continue;
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

/** A verdict on a file counts for its claims only when it held some; other files' are told by their answers. */
const postFileVerdict = async (
  sent: PartnerFile | undefined,
  verdict: Acknowledgement,
  effects: PostingEffects,
): Promise<boolean> => {
  if (isBatch(sent)) return refuseBatch(sent, sent.sets, verdict, effects);
  if (!sent?.claimId || !sent.submissionNumber) return false;
  if (sent.transaction !== '837P') return true;
  const { claimId, submissionNumber } = sent;
  if (verdict.outcome === 'rejected') return postVerdict({ claimId, submissionNumber }, verdict, effects);
  return (await effects.changeClaim(claimId, (claim) => acceptFile(claim, submissionNumber))) !== undefined;
};

/** What is said of a whole file, or of sets of it, without a word on any claim. */
const refuseBatch = async (
  file: Batch,
  sets: readonly SentSet[],
  verdict: Acknowledgement,
  effects: PostingEffects,
): Promise<boolean> => {
  await recordBatchSent(file, effects);
  const claims = sets.flatMap((set) => set.claims);
  await refuseTogether(file, claims, verdict, effects);
  return true;
};
