import type { Claim } from '../domain/claim.ts';
import { parsePatientControlNumber, shortDigest } from '../domain/ids.ts';
import { claimPosition, effectiveAdjudication } from '../domain/position.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import type { Finding } from '../edi/findings.ts';
import { checkClaimBalance, checkPaymentBalance } from '../edi/x835/check-balance.ts';
import { read835 } from '../edi/x835/read-835.ts';
import type { Remittance, RemittanceClaim } from '../edi/x835/remittance.ts';
import { describeUnposted } from './describe-unposted.ts';
import { postRemittance } from './post-remittance.ts';
import { checkAdjustmentGroups, toAdjudication } from './to-adjudication.ts';

/**
 * Posts an 835 payment by payment. A payment that does not balance is held back whole, a claim that does not
 * balance or is not ours is held back alone; what is held back becomes a biller's task, and money is never made up.
 */
export const post835 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = read835(file.text);
  const remittances = read.success ? read.data.remittances : [];
  const ofFile = findingsOfFile(read.findings ?? [], remittances);
  if (ofFile.length > 0) {
    // Whose money it is cannot be read: every practice of the partner hears of it.
    const payee = { partnerId: file.partnerId, id: '' };
    await effects.raiseTask(describeUnposted(undefined, ofFile), payee, `file-${file.fileId}`);
  }
  const held: Finding[] = [];
  for (const remittance of remittances) held.push(...(await postRemittanceOf(file, remittance, effects)));
  return [...ofFile, ...held, ...remittances.flatMap(flaggedClaims)];
};

/** What the reader found that no remittance of the file tells of itself. */
const findingsOfFile = (findings: readonly Finding[], remittances: readonly Remittance[]): Finding[] => {
  const told = new Set(remittances.flatMap(brokenFindings).map((finding) => JSON.stringify(finding)));
  return findings.filter((finding) => !told.has(JSON.stringify(finding)));
};

const brokenFindings = ({ brokenClaims }: Remittance): Finding[] =>
  brokenClaims.flatMap(({ findings }) => [...findings]);

const postRemittanceOf = async (
  { partnerId }: ReceivedFile,
  remittance: Remittance,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const paymentId = paymentIdOf(remittance);
  const held = await postPayment(remittance, paymentId, effects);
  if (held.length > 0) {
    const draft = describeUnposted(remittance.traceNumber, held);
    await effects.raiseTask(draft, { partnerId, id: remittance.payee.id }, `remittance-${paymentId}`);
  }
  return held;
};

/** A payment keeps its trace number in whatever file it is sent again: posting it again changes nothing. */
const paymentIdOf = ({ payerIdentifier, traceNumber, paymentDate }: Remittance): string =>
  shortDigest(JSON.stringify([payerIdentifier, traceNumber, paymentDate]));

const postPayment = async (
  remittance: Remittance,
  paymentId: string,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const unbalanced = checkPaymentBalance(remittance);
  if (unbalanced.length > 0) return unbalanced;
  const held = [...brokenFindings(remittance), ...providerAdjustments(remittance)];
  for (const claims of byClaim(remittance.claims)) {
    held.push(...(await postClaim(remittance, claims, paymentId, effects)));
  }
  return held;
};

/** Money that belongs to no claim (PLB) is kept in the file and told to a biller; there is no ledger for it yet. */
const providerAdjustments = ({ providerAdjustments: plb }: Remittance): Finding[] =>
  plb.flatMap(({ adjustments }, index) =>
    adjustments.map(({ reason }) => ({
      code: `PLB-${reason}`,
      path: `PLB[${index + 1}]`,
      detail: 'A provider-level adjustment belongs to no claim: post it by hand',
    })),
  );

/** A reversal and its correction belong together: only their net is a position that anybody should act upon. */
const byClaim = (claims: readonly RemittanceClaim[]): RemittanceClaim[][] => [
  ...Map.groupBy(claims, ({ patientControlNumber }) => claimKey(patientControlNumber)).values(),
];

/** Group code CR is not in 005010, but payers still send it: the finding is kept, the claim is posted. */
const onlyFlagged = 'correction-group';

const flaggedClaims = ({ claims }: Remittance): Finding[] =>
  claims.flatMap(checkClaimBalance).filter(({ code }) => code === onlyFlagged);

/** Why a claim of an 835 cannot be posted as it stands. */
const checkClaim = (claim: RemittanceClaim): Finding[] => [
  ...checkClaimBalance(claim).filter(({ code }) => code !== onlyFlagged),
  ...checkAdjustmentGroups(claim),
];

const claimKey = (controlNumber: string): string =>
  parsePatientControlNumber(controlNumber)?.claimId ?? controlNumber;

const postClaim = async (
  remittance: Remittance,
  claims: readonly RemittanceClaim[],
  paymentId: string,
  effects: PostingEffects,
): Promise<Finding[]> => {
  const wrong = claims.flatMap(checkClaim);
  if (wrong.length > 0) return wrong;
  const adjudications = claims.flatMap((claim) => {
    const sent = parsePatientControlNumber(claim.patientControlNumber);
    const adjudicationId = shortDigest(JSON.stringify([paymentId, claim]));
    return sent
      ? [toAdjudication(remittance, claim, { adjudicationId, submissionNumber: sent.submissionNumber })]
      : [];
  });
  const claimId = claimKey(claims[0]?.patientControlNumber ?? '');
  const claim =
    adjudications.length > 0
      ? await effects.changeClaim(claimId, (before) => postRemittance(before, adjudications))
      : undefined;
  if (!claim) return claims.map(({ position }) => unmatched(position));
  await goOn(claim, adjudications.at(-1)?.adjudicationId, effects);
  return [];
};

const unmatched = (position: number): Finding => ({
  code: 'unmatched-claim',
  path: `CLP[${position}]`,
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
export const remittanceOutcome = (claim: Claim): 'settled' | 'denied' | 'reversed' => {
  if (!effectiveAdjudication(claim)) return 'reversed';
  return claimPosition(claim).open === 0 ? 'settled' : 'denied';
};
