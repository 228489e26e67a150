import type { InterchangeHeader } from '../../functions/edi/interchange-header.ts';
import { type Cents, cents, zero } from '../../functions/edi/money.ts';
import type { ProviderAdjustmentReason, RemittanceClaim } from '../../functions/edi/x835/remittance.ts';
import type { ProfessionalClaim } from '../../functions/edi/x837p/professional-claim.ts';

/** One decision about a claim, from the moment it is sent. */
export type DatedDecision = { decidedAt: Date; decision: RemittanceClaim; traceNumber: string };

/** A claim that a payer took into adjudication; claims refused at the door are not on file. */
export type ClaimOnFile = {
  readonly controlNumber: string; // REF*1K, CLP07
  readonly payerId: string;
  readonly claim: ProfessionalClaim;
  readonly header: InterchangeHeader; // of the file it came in
  readonly receivedAt: Date;
  readonly remitDaysAfterInquiry?: number | undefined; // held until somebody asks
  decisions: DatedDecision[];
  superseded: boolean; // replaced, voided, or itself a void
};

type Forwarded = { reference: string; amount: Cents; from: Date };

/** What the payers know: follows wholly from the files received so far, in their order. */
export type Ledger = {
  readonly claims: Map<string, ClaimOnFile>; // by the payer's control number
  readonly byPatientControlNumber: Map<string, ClaimOnFile>; // the last one received
  readonly byAccount: Map<string, ClaimOnFile[]>;
  readonly forwarded: Map<string, Forwarded[]>; // by payer and payee
};

export const openLedger = (): Ledger => ({
  claims: new Map(),
  byPatientControlNumber: new Map(),
  byAccount: new Map(),
  forwarded: new Map(),
});

/**
 * The submitter's account: CLM01 without the count of transmissions. Payers look for duplicates by patient and
 * service alone; here the account counts too, since one invented patient serves many runs on the same day.
 */
const accountOf = ({ patientControlNumber, payer }: ProfessionalClaim): string =>
  `${payer.id}/${patientControlNumber.replace(/-\d+$/, '')}`;

export const fileClaim = (ledger: Ledger, claim: ClaimOnFile): void => {
  ledger.claims.set(claim.controlNumber, claim);
  ledger.byPatientControlNumber.set(claim.claim.patientControlNumber, claim);
  const account = accountOf(claim.claim);
  ledger.byAccount.set(account, [...(ledger.byAccount.get(account) ?? []), claim]);
};

/** Finds a claim by our number, which names one transmission, or failing that by the payer's. */
export const findClaim = (
  ledger: Ledger,
  numbers: { payerControlNumber?: string | undefined; patientControlNumber?: string | undefined },
): ClaimOnFile | undefined =>
  ledger.byPatientControlNumber.get(numbers.patientControlNumber ?? '') ??
  ledger.claims.get(numbers.payerControlNumber ?? '');

/** MA130: the claim counts as never received, so that it can be neither replaced nor duplicated. */
const isUnprocessable = ({ decisions }: ClaimOnFile): boolean =>
  decisions.at(-1)?.decision.remarks.includes('MA130') ?? false;

const stands = (claim: ClaimOnFile): boolean => !claim.superseded && !isUnprocessable(claim);

/** The claim that a replacement or void names in REF*F8; undefined when the payer has none to replace. */
export const findOriginal = (
  ledger: Ledger,
  { originalReference, payer }: ProfessionalClaim,
): ClaimOnFile | undefined => {
  const original = ledger.claims.get(originalReference ?? '');
  return original && original.payerId === payer.id && stands(original) ? original : undefined;
};

const servicesOf = ({ subscriber, lines }: ProfessionalClaim): string =>
  JSON.stringify([
    subscriber.memberId,
    lines.map(({ procedure, charge, units, servicePeriod }) => [
      procedure.procedure,
      [...procedure.modifiers].sort(),
      charge,
      units,
      servicePeriod.from,
    ]),
  ]);

/** An original claim for services that the payer already has (CARC 18). */
export const isDuplicate = (ledger: Ledger, claim: ProfessionalClaim): boolean =>
  claim.frequency === '1' &&
  (ledger.byAccount.get(accountOf(claim)) ?? []).some(
    (one) => stands(one) && servicesOf(one.claim) === servicesOf(claim),
  );

/** What a payer has decided and told about a claim by an instant; undefined while it works on it. */
export const decisionAt = ({ decisions }: ClaimOnFile, instant: Date): DatedDecision | undefined =>
  decisions.filter(({ decidedAt }) => decidedAt <= instant).at(-1);

type Payment = { account: string; total: Cents; traceNumber: string; dueAt: Date };

/**
 * A payment is never negative: the rest is forwarded (PLB FB, X12 RFI 1114) and taken off the next remittances
 * to the same payee, under the same reference with the opposite sign (RFI 1604).
 */
export const settlePayment = (
  ledger: Ledger,
  { account, total, traceNumber, dueAt }: Payment,
): { paid: Cents; reasons: ProviderAdjustmentReason[] } => {
  const open = ledger.forwarded.get(account) ?? [];
  if (total < 0) {
    ledger.forwarded.set(account, [...open, { reference: traceNumber, amount: cents(-total), from: dueAt }]);
    return { paid: zero, reasons: [{ reason: 'FB', reference: traceNumber, amount: total }] };
  }
  let paid = total;
  const reasons: ProviderAdjustmentReason[] = [];
  for (const balance of open.filter(({ from }) => from <= dueAt)) {
    const taken = cents(Math.min(paid, balance.amount));
    if (taken === 0 || reasons.length === maximumReasons) break;
    reasons.push({ reason: 'FB', reference: balance.reference, amount: taken });
    balance.amount = cents(balance.amount - taken);
    paid = cents(paid - taken);
  }
  ledger.forwarded.set(
    account,
    open.filter(({ amount }) => amount > 0),
  );
  return { paid, reasons };
};

/** PLB03 to PLB14 hold six pairs. */
const maximumReasons = 6;
