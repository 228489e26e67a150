/**
 * What kind of money a provider-level adjustment is.
 *
 * - `recoupment`: negative announces that an overpayment will be taken back, positive takes it back.
 * - `forward`: negative carries a balance below zero to a later payment, positive settles it there.
 * - `return`: the practice paid the overpayment back itself; offsets the recovery, or the reversal, that it repaid.
 * - `interest`: the payer's interest for paying late: income of its own, and no payment of a claim.
 * - `withholding`: kept back for the practice, which has it coming: tax, or a share of a capitation.
 * - `levy`: paid to a creditor of the practice in its place.
 * - `lump-sum`: advances, interim payments and settlements that no single claim explains.
 * - `unknown`: no code of the guide: somebody has to look.
 */
export type AdjustmentKind =
  | 'recoupment'
  | 'forward'
  | 'return'
  | 'interest'
  | 'penalty'
  | 'withholding'
  | 'levy'
  | 'lump-sum'
  | 'bonus'
  | 'other'
  | 'unknown';

/** The codes of PLB03-1 (005010X221A1) with what each is called. */
const adjustmentReasons: Readonly<Record<string, readonly [AdjustmentKind, string]>> = {
  '50': ['penalty', 'late filing penalty'],
  '51': ['penalty', 'interest penalty'],
  '72': ['return', 'refund of the practice acknowledged'],
  '90': ['other', 'early payment allowance'],
  AH: ['other', 'origination fee'],
  AM: ['levy', 'applied to a loan of the practice'],
  AP: ['lump-sum', 'acceleration of benefits'],
  B2: ['other', 'rebate'],
  // The counterpart of 72 for overpayments that another payer's payment made.
  B3: ['return', 'recovery allowance'],
  BD: ['lump-sum', 'bad debt passthru'],
  BN: ['bonus', 'bonus'],
  C5: ['lump-sum', 'temporary allowance'],
  CR: ['interest', 'capitation interest'],
  CS: ['other', 'adjustment'],
  CT: ['lump-sum', 'capitation payment'],
  CV: ['lump-sum', 'capital passthru'],
  CW: ['lump-sum', 'nurse anesthetist passthru'],
  DM: ['lump-sum', 'direct medical education passthru'],
  E3: ['withholding', 'withholding'],
  FB: ['forward', 'forwarded balance'],
  FC: ['other', 'fund allocation'],
  GO: ['lump-sum', 'graduate medical education passthru'],
  HM: ['lump-sum', 'hemophilia clotting factor supplement'],
  IP: ['bonus', 'incentive premium'],
  IR: ['withholding', 'IRS withholding'],
  IS: ['lump-sum', 'interim settlement'],
  J1: ['other', 'nonreimbursable'],
  L3: ['penalty', 'penalty'],
  L6: ['interest', 'interest'],
  LE: ['levy', 'levy'],
  LS: ['lump-sum', 'lump sum'],
  OA: ['lump-sum', 'organ acquisition passthru'],
  // Somebody else's overpayment, taken from this practice.
  OB: ['recoupment', 'offset for an affiliated provider'],
  PI: ['lump-sum', 'periodic interim payment'],
  PL: ['lump-sum', 'final settlement'],
  RA: ['lump-sum', 'retroactive adjustment'],
  RE: ['lump-sum', 'return on equity'],
  SL: ['levy', 'student loan repayment'],
  TL: ['other', 'third party liability'],
  WO: ['recoupment', 'overpayment recovery'],
  WU: ['recoupment', 'unspecified recovery'],
};

const entryOf = (reason: string): readonly [AdjustmentKind, string] | undefined => {
  const code = reason.trim().toUpperCase();
  return Object.hasOwn(adjustmentReasons, code) ? adjustmentReasons[code] : undefined;
};

/** The kind of money that a reason (PLB03-1) stands for. */
export const kindOf = (reason: string): AdjustmentKind => entryOf(reason)?.[0] ?? 'unknown';

/** What a reason is called, for people; undefined where the guide does not know it. */
export const reasonName = (reason: string): string | undefined => entryOf(reason)?.[1];

/** Every reason that has a kind. */
export const knownReasons: readonly string[] = Object.keys(adjustmentReasons);
