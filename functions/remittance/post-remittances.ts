import type { Claim } from '../domain/claim.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import { claimPosition, effectiveAdjudication } from '../domain/position.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { type AnswerOutcome, waits } from '../domain/wait.ts';
import type { ReadSet } from '../edi/envelope/read-sets.ts';
import { lossesOfFile, lossesOfUnits } from '../edi/losses.ts';
import { readSets } from '../edi/sets.ts';
import { type PlacedClaim, placedClaimsOf } from '../edi/x835/claims-of.ts';
import { remittanceGuide } from '../edi/x835/guide.ts';
import type { Remittance } from '../edi/x835/loops.ts';
import { checkClaimBalance, checkPaymentBalance, claimPath, groupsOf } from './check-balance.ts';
import { describeUnposted } from './describe-unposted.ts';
import { postRemittance } from './post-remittance.ts';
import { checkAdjustmentGroups, toAdjudication } from './to-adjudication.ts';

/** A payment as its set was read: some of its claims may be broken. */
type Payment = ReadSet<Remittance>;

/**
 * Posts an 835 payment by payment. A payment that does not balance is held back whole, a claim that does not
 * balance or is not ours is held back alone; what is held back becomes a biller's task, and money is never made up.
 */
export const post835 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, remittanceGuide);
  const payments = read.success ? read.data.sets : [];
  const ofFile = lossesOfFile(read);
  if (ofFile.length > 0) {
    // Whose money it is cannot be read: every practice of the partner hears of it.
    const payee = { partnerId: file.partnerId, id: '' };
    await effects.raiseTask(describeUnposted(undefined, ofFile), payee, `file-${file.fileId}`);
  }
  const held: Finding[] = [];
  for (const payment of payments) held.push(...(await postRemittanceOf(file, payment, effects)));
  return [...ofFile, ...held, ...payments.flatMap(placedClaimsOf).flatMap(flagged)];
};

const postRemittanceOf = async (
  { partnerId }: ReceivedFile,
  payment: Payment,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const { traceNumber, payee } = payment.data;
  const paymentId = paymentIdOf(payment.data);
  const held = await postPayment(payment, paymentId, effects);
  if (held.length > 0) {
    const draft = describeUnposted(traceNumber, held);
    await effects.raiseTask(draft, { partnerId, id: payee.id }, `remittance-${paymentId}`);
  }
  return held;
};

/** A payment keeps its trace number in whatever file it is sent again: posting it again changes nothing. */
const paymentIdOf = ({ payerIdentifier, traceNumber, paymentDate }: Remittance): string =>
  shortDigest(JSON.stringify([payerIdentifier, traceNumber, paymentDate]));

/** What every claim of a payment is posted with. */
type PaymentFacts = {
  readonly paymentId: string;
  readonly paymentDate: string;
  readonly traceNumber: string;
};

const postPayment = async (
  payment: Payment,
  paymentId: string,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const unbalanced = checkPaymentBalance(payment);
  if (unbalanced.length > 0) return unbalanced;
  const { paymentDate, traceNumber } = payment.data;
  if (paymentDate === undefined) return [undated];
  const held = [...lossesOfUnits(payment), ...providerAdjustments(payment.data)];
  for (const claims of byClaim(placedClaimsOf(payment))) {
    held.push(...(await postClaim(claims, { paymentId, paymentDate, traceNumber }, effects)));
  }
  return held;
};

const undated: Finding = {
  code: 'payment-undated',
  path: 'BPR16',
  detail: 'The payment has no date, by which it would be posted',
};

/** Money that belongs to no claim (PLB) is kept in the file and told to a biller; there is no ledger for it yet. */
const providerAdjustments = ({ providerAdjustments: plb = [] }: Remittance): Finding[] =>
  plb.flatMap(({ adjustments }, index) =>
    adjustments.map(({ identifier: { reason } }) => ({
      code: `PLB-${reason}`,
      path: `PLB[${index + 1}]`,
      detail: 'A provider-level adjustment belongs to no claim: post it by hand',
    })),
  );

/** A reversal and its correction belong together: only their net is a position that anybody should act upon. */
const byClaim = (claims: readonly PlacedClaim[]): PlacedClaim[][] => [
  ...Map.groupBy(claims, ({ claim }) => claimKey(claim.patientControlNumber)).values(),
];

/** Group code CR is not in 005010, but payers still send it: the finding is kept, the claim is posted. */
const flagged = (placed: PlacedClaim): Finding[] => {
  if (!groupsOf(placed.claim).includes('CR')) return [];
  const detail = 'An adjustment has group code CR, which 005010 does not have';
  return [{ code: 'correction-group', path: claimPath(placed), detail }];
};

const claimKey = (controlNumber: string): string =>
  parsePatientControlNumber(controlNumber)?.claimId ?? controlNumber;

const postClaim = async (
  claims: readonly PlacedClaim[],
  { paymentId, ...facts }: PaymentFacts,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const wrong = claims.flatMap((placed) => [...checkClaimBalance(placed), ...checkAdjustmentGroups(placed)]);
  if (wrong.length > 0) return wrong;
  const adjudications = claims.flatMap(({ position, claim }) => {
    const sent = parsePatientControlNumber(claim.patientControlNumber);
    const adjudicationId = shortDigest(JSON.stringify([paymentId, position, claim]));
    return sent
      ? [toAdjudication(claim, { ...facts, adjudicationId, submissionNumber: sent.submissionNumber })]
      : [];
  });
  const claimId = claimKey(claims[0]?.claim.patientControlNumber ?? '');
  const claim =
    adjudications.length > 0
      ? await effects.changeClaim(claimId, (before) => postRemittance(before, adjudications))
      : undefined;
  if (!claim) return claims.map(unmatched);
  await goOn(claim, adjudications.at(-1)?.adjudicationId, effects);
  return [];
};

const unmatched = (placed: PlacedClaim): Finding => ({
  code: 'unmatched-claim',
  path: claimPath(placed),
  detail: 'The payment names a claim that we did not send',
});

/**
 * Lets whoever waits go on, from the record as it is, so that posting again ends the same. The wait that this
 * remittance answers is the one before it was counted. A decision also tells that the claim was received; news of
 * an earlier transmission does not. A claim that nobody works any more is opened again.
 */
const goOn = async (
  claim: Claim,
  adjudicationId: string | undefined,
  effects: PostingEffects,
): Promise<void> => {
  const isLatest = claim.adjudications.at(-1)?.adjudicationId === adjudicationId;
  if (!isLatest) return;
  const submissionNumber = claim.submissions.length;
  const outcome = remittanceOutcome(claim);
  if (outcome !== 'reversed')
    await effects.answerWait(waits.acknowledgement(claim.claimId, submissionNumber), { outcome: 'accepted' });
  await effects.answerWait(waits.remittance(claim.claimId, submissionNumber, claim.remittances - 1), {
    outcome,
  });
  await effects.reopenClaim(claim);
};

/** What the lifecycle branches on: everything decided, something denied, or a reversal without its correction. */
export const remittanceOutcome = (claim: Claim): Exclude<AnswerOutcome<'remittance'>, 'rejected'> => {
  if (!effectiveAdjudication(claim)) return 'reversed';
  return claimPosition(claim).open === 0 ? 'settled' : 'denied';
};
