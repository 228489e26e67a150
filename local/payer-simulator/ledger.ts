import type { InterchangeHeader } from '../../functions/edi/envelope/interchange-header.ts';
import { type Cents, cents, zero } from '../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { remarksOfClaim } from '../../functions/edi/x835/remarks-of.ts';
import type { BilledClaim } from '../../functions/edi/x837p/claims-of.ts';

/** One decision about a claim, from the moment it is sent. */
export type DatedDecision = { decidedAt: Date; decision: RemittanceClaim; traceNumber: string };

/** A claim that a payer took into adjudication; claims refused at the door are not on file. */
export type ClaimOnFile = {
  readonly controlNumber: string; // REF*1K, CLP07
  readonly payerId: string;
  readonly billed: BilledClaim;
  readonly header: InterchangeHeader; // of the file it came in
  readonly receivedAt: Date;
  readonly remitDaysAfterInquiry?: number | undefined; // held until somebody asks
  readonly isIgnored: boolean; // nobody hears of it again
  readonly isToldInParts: boolean;
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
  readonly crossedOver: Set<string>; // services that another payer forwarded, by the payer that got them
};

export const openLedger = (): Ledger => ({
  claims: new Map(),
  byPatientControlNumber: new Map(),
  byAccount: new Map(),
  forwarded: new Map(),
  crossedOver: new Set(),
});

/**
 * The submitter's account: CLM01 without the count of transmissions. Payers look for duplicates by patient and
 * service alone; here the account counts too, since one invented patient serves many runs on the same day.
 */
const accountOf = ({ claim, coverage }: BilledClaim): string =>
  `${coverage.payer.id}/${claim.patientControlNumber.replace(/-\d+$/, '')}`;

export const fileClaim = (ledger: Ledger, onFile: ClaimOnFile): void => {
  ledger.claims.set(onFile.controlNumber, onFile);
  ledger.byPatientControlNumber.set(onFile.billed.claim.patientControlNumber, onFile);
  const account = accountOf(onFile.billed);
  ledger.byAccount.set(account, [...(ledger.byAccount.get(account) ?? []), onFile]);
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
  decisions.slice(-1).some(({ decision }) => remarksOfClaim(decision).includes('MA130'));

const stands = (claim: ClaimOnFile): boolean => !claim.superseded && !isUnprocessable(claim);

/** The claim that a replacement or void names in REF*F8; undefined when the payer has none to replace. */
export const findOriginal = (ledger: Ledger, { claim, coverage }: BilledClaim): ClaimOnFile | undefined => {
  const original = ledger.claims.get(claim.originalReference ?? '');
  return original && original.payerId === coverage.payer.id && stands(original) ? original : undefined;
};

const servicesOf = ({ claim, coverage }: BilledClaim): string =>
  JSON.stringify([
    coverage.subscriber.id,
    claim.lines.map(({ procedure, charge, units, servicePeriod }) => [
      procedure.procedure,
      [...(procedure.modifiers ?? [])].sort(),
      charge,
      units,
      servicePeriod.from,
    ]),
  ]);

const crossoverOf = (billed: BilledClaim): string => `${billed.coverage.payer.id} ${servicesOf(billed)}`;

/** Files a claim that another payer forwarded: its number at the submitter stays that payer's claim's. */
export const fileForwarded = (ledger: Ledger, onFile: ClaimOnFile): void => {
  ledger.claims.set(onFile.controlNumber, onFile);
  ledger.crossedOver.add(crossoverOf(onFile.billed));
};

/** An original claim for services that the payer already has (CARC 18), from the submitter or from another payer. */
export const isDuplicate = (ledger: Ledger, billed: BilledClaim): boolean =>
  billed.claim.frequency === '1' &&
  (ledger.crossedOver.has(crossoverOf(billed)) ||
    (ledger.byAccount.get(accountOf(billed)) ?? []).some(
      (one) => stands(one) && servicesOf(one.billed) === servicesOf(billed),
    ));

/** What a payer has decided and told about a claim by an instant; undefined while it works on it. */
export const decisionAt = ({ decisions }: ClaimOnFile, instant: Date): DatedDecision | undefined =>
  decisions.filter(({ decidedAt }) => decidedAt <= instant).at(-1);

/** What PLB says beside the claims: a balance taken along from one payment to another, interest, money taken back. */
export type BesideClaims = NonNullable<Remittance['providerAdjustments']>[number]['adjustments'][number];

const forwardedBalance = (reference: string, amount: Cents): BesideClaims => ({
  identifier: { reason: 'FB', reference },
  amount,
});

type Payment = { account: string; total: Cents; traceNumber: string; dueAt: Date };

/**
 * A payment is never negative: the rest is forwarded (PLB FB, X12 RFI 1114) and taken off the next remittances
 * to the same payee, under the same reference with the opposite sign (RFI 1604).
 */
export const settlePayment = (
  ledger: Ledger,
  { account, total, traceNumber, dueAt }: Payment,
): { paid: Cents; reasons: BesideClaims[] } => {
  const open = ledger.forwarded.get(account) ?? [];
  if (total < 0) {
    ledger.forwarded.set(account, [...open, { reference: traceNumber, amount: cents(-total), from: dueAt }]);
    return { paid: zero, reasons: [forwardedBalance(traceNumber, total)] };
  }
  let paid = total;
  const reasons: BesideClaims[] = [];
  for (const balance of open.filter(({ from }) => from <= dueAt)) {
    const taken = cents(Math.min(paid, balance.amount));
    if (taken === 0) break;
    reasons.push(forwardedBalance(balance.reference, taken));
    balance.amount = cents(balance.amount - taken);
    paid = cents(paid - taken);
  }
  ledger.forwarded.set(
    account,
    open.filter(({ amount }) => amount > 0),
  );
  return { paid, reasons };
};
