import type { Finding } from '../domain/finding.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { lossesOfFile } from '../edi/losses.ts';
import { readSets } from '../edi/sets.ts';
import { type PlacedClaim, placedClaimsOf } from '../edi/x835/claims-of.ts';
import { remittanceGuide } from '../edi/x835/guide.ts';
import { claimPath, groupsOf } from './check-balance.ts';
import { describeUnposted } from './describe-unposted.ts';
import { type Payment, postPayment } from './post-payment.ts';

/**
 * Posts an 835 payment by payment. A payment that does not balance is held back whole, a claim that does not
 * balance or is not ours is held back alone; what is held back becomes a biller's task, and money is never made up.
 */
export const post835 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const { payments, losses: ofFile } = readPayments(file.text);
  if (ofFile.length > 0) {
    // Whose money it is cannot be read: every practice of the partner hears of it.
    const payee = { partnerId: file.partnerId, id: '' };
    await effects.raiseTask(describeUnposted(undefined, ofFile), payee, `file-${file.fileId}`);
  }
  const held: Finding[] = [];
  for (const payment of payments) held.push(...(await postRemittanceOf(file, payment, effects)));
  return [...ofFile, ...held, ...payments.flatMap(placedClaimsOf).flatMap(flagged)];
};

/** The payments of a file, and what of it could not be read. */
export const readPayments = (
  text: string,
): { readonly payments: readonly Payment[]; readonly losses: readonly Finding[] } => {
  const read = readSets(text, remittanceGuide);
  return { payments: read.success ? read.data.sets : [], losses: lossesOfFile(read) };
};

/** Posts one payment and asks a biller, once, about what of it is not posted. */
const postRemittanceOf = async (
  { partnerId }: ReceivedFile,
  payment: Payment,
  effects: PostingEffects,
): Promise<readonly Finding[]> => {
  const { paymentId, trace, held } = await postPayment(payment, partnerId, effects);
  if (held.length > 0) {
    const payee = { partnerId, id: payment.data.payee.id };
    await effects.raiseTask(describeUnposted(trace, held), payee, `remittance-${paymentId}`);
  }
  return held;
};

/** Group code CR is not in 005010, but payers still send it: the finding is kept, the claim is posted. */
const flagged = (placed: PlacedClaim): Finding[] => {
  if (!groupsOf(placed.claim).includes('CR')) return [];
  const detail = 'An adjustment has group code CR, which 005010 does not have';
  return [{ code: 'correction-group', path: claimPath(placed), detail }];
};
