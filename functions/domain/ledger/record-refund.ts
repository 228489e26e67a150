import { type Cents, cents, toDollars } from '../../edi/money.ts';
import type { Refund } from '../claim/moved-money.ts';
import type { Claim } from '../claim.ts';
import { type ClaimChange, changed } from '../claim-change.ts';
import { isGivenOver } from '../coordination/given-over.ts';
import { shortDigest } from '../digest.ts';
import type { Checked } from '../finding.ts';
import { claimPosition } from '../position.ts';
import { heldTwiceOf } from './refund.ts';

/** What a person says of a refund. */
export type RefundRequest = Pick<Refund, 'amount' | 'date' | 'document'> &
  Partial<Pick<Refund, 'checkNumber' | 'note'>>;

export type RecordedBy = Pick<Refund, 'by' | 'at'>;

/** What refunds of the same content have in common; each that was withdrawn before adds one to its number. */
const stemOf = (claimId: string, { amount, date, document, checkNumber = '' }: RefundRequest): string =>
  shortDigest(JSON.stringify([claimId, amount, date, document, checkNumber]));

/** What of a claim's money is still here and the payer's to have back, in cents: what was paid twice as well. */
const refundableOf = (claim: Claim): Cents =>
  cents(Math.max(0, claimPosition(claim).insurancePaid) + heldTwiceOf(claim));

/**
 * Records that the practice paid money of a claim back to its payer: not more than there is. The same again changes
 * nothing. A closed claim that lacks money then is open again.
 */
export const recordRefund = (
  claim: Claim,
  request: RefundRequest,
  recorded: RecordedBy,
): Checked<ClaimChange | undefined> => {
  const stem = stemOf(claim.claimId, request);
  const same = claim.refunds.filter(({ refundId }) => refundId.startsWith(stem));
  if (same.some(({ withdrawn }) => withdrawn === undefined)) return { success: true, data: undefined };
  const most = refundableOf(claim);
  if (request.amount > most)
    return { success: false, findings: [{ code: 'too-much', path: 'amount', detail: tooMuch(most) }] };
  const refund: Refund = { ...request, refundId: `${stem}-${same.length + 1}`, ...recorded };
  const after = { ...claim, refunds: [...claim.refunds, refund] };
  return { success: true, data: toldOf('refund-recorded', after, refund) };
};

const tooMuch = (most: Cents): string => `Of what the payer paid, ${toDollars(most)} is not given back yet`;

/** Withdraws what was recorded wrongly; it is kept, with who withdrew it and why. Undefined where nothing is to do. */
export const withdrawRefund = (
  claim: Claim,
  refundId: string,
  withdrawn: NonNullable<Refund['withdrawn']>,
): ClaimChange | undefined => {
  const refund = claim.refunds.find((one) => one.refundId === refundId);
  if (!refund || refund.withdrawn) return undefined;
  const refunds = claim.refunds.map((one) => (one === refund ? { ...one, withdrawn } : one));
  return toldOf('refund-withdrawn', { ...claim, refunds }, { ...refund, by: withdrawn.by });
};

const toldOf = (type: string, claim: Claim, { refundId, amount, date, by }: Refund): ClaimChange => {
  const { insurancePaid, open } = claimPosition(claim);
  const isLacking = claim.status === 'closed' && (open > 0 || (isGivenOver(claim) && open < 0));
  const detail = { refundId, amount, date, insurancePaid, open };
  return changed(isLacking ? openedAgain(claim) : claim, {}, { type, actor: by, detail });
};

/** The sweep starts its lifecycle again. */
const openedAgain = ({ end: _end, ...claim }: Claim): Claim => ({ ...claim, status: 'adjudicated' });
