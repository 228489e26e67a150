import { type Cents, cents, sum } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import type { Payer } from '../payer.ts';
import { claimPosition } from '../position.ts';
import { encounterPosition } from './encounter-position.ts';
import { patientRefundRuleOf, type RefundRule, refundDueOn, refundRuleOf } from './overpayment-rules.ts';
import { heldTwiceOf, paidTwiceOf, refundedOf } from './refund.ts';

/** Who may have money back, by when and by which rule; neither where nobody entered a rule. */
type Claimant = {
  readonly owedTo: 'payer' | 'patient';
  readonly rule?: RefundRule;
  readonly dueOn?: CalendarDate;
};

/** A claim that was paid for a visit that has too much, with the payer that may have it back. */
export type PaidClaim = Claimant & {
  readonly claimId: string;
  readonly payerId: string;
  /** What the payer paid and did not get back, what it paid twice among it. */
  readonly paid: Cents;
  readonly paidTwice: Cents;
  readonly refunded: Cents;
};

/** More than a visit's charge less its adjustments was paid for it. */
export type CreditBalance = {
  readonly practiceId: string;
  readonly encounterId: string;
  readonly amount: Cents;
  /** The day of the last payment: from then on somebody can know of it. */
  readonly identifiedOn: CalendarDate;
  /** Every payer that paid: which of them paid too much a person decides. */
  readonly claims: readonly PaidClaim[];
  /** What of it the patient paid, and by when the patient has it back. */
  readonly patient?: Claimant & { readonly amount: Cents };
  /** The earliest of the days by which somebody has it back. */
  readonly dueOn?: CalendarDate;
};

export type CreditContext = {
  readonly payerOf: (
    practiceId: string,
    payerId: string,
  ) => Pick<Payer, 'claimFilingIndicator' | 'overpaymentDays'> | undefined;
  /** The state in which a practice is: its law counts for patients. */
  readonly state: string;
  /** What patients paid for a visit, in cents. */
  readonly patientPaid?: (encounterId: string) => Cents;
};

/**
 * The visits for which more was paid than their charge less adjustments, by all payers and the patient together, the
 * most pressing first. A write-off or a bill to the patient makes no credit: neither is money.
 */
export const creditBalances = (
  claims: readonly Claim[],
  context: CreditContext,
): readonly CreditBalance[] => {
  const visits = Map.groupBy(claims, ({ practiceId, encounterId }) => `${practiceId}/${encounterId}`);
  return [...visits.values()]
    .flatMap((visit) => creditOf(visit, context))
    .toSorted(
      (one, other) => byText(one.dueOn ?? '9999', other.dueOn ?? '9999') || other.amount - one.amount,
    );
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const creditOf = (visit: readonly Claim[], context: CreditContext): readonly CreditBalance[] => {
  const [first] = visit;
  if (first === undefined) return [];
  const { charge, insurancePaid, adjustments } = encounterPosition(visit);
  const twice = sum(visit.map(heldTwiceOf));
  const fromPatient = context.patientPaid?.(first.encounterId) ?? 0;
  const amount = cents(insurancePaid + twice + fromPatient - charge + adjustments);
  if (amount <= 0) return [];
  const identifiedOn = lastPaymentOf(visit);
  const paid = visit.map((claim) => paidClaimOf(claim, identifiedOn, context)).filter((one) => one.paid > 0);
  const patient = patientOf(cents(Math.min(fromPatient, amount)), identifiedOn, context.state);
  const due = [...paid, ...patient].flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  return [
    {
      practiceId: first.practiceId,
      encounterId: first.encounterId,
      amount,
      identifiedOn,
      claims: paid,
      ...(patient[0] && { patient: patient[0] }),
      ...(due[0] && { dueOn: due[0] }),
    },
  ];
};

const lastPaymentOf = (visit: readonly Claim[]): CalendarDate =>
  visit
    .flatMap(({ adjudications }) => adjudications.filter(({ paid }) => paid > 0))
    .map(({ paymentDate }) => paymentDate)
    .toSorted()
    .at(-1) ?? '';

const dueBy = (rule: RefundRule | undefined, identifiedOn: CalendarDate) =>
  rule && identifiedOn ? { rule, dueOn: refundDueOn(rule, identifiedOn) } : {};

const paidClaimOf = (claim: Claim, identifiedOn: CalendarDate, { payerOf }: CreditContext): PaidClaim => {
  const payer = payerOf(claim.practiceId, claim.payerId);
  return {
    claimId: claim.claimId,
    payerId: claim.payerId,
    paid: cents(claimPosition(claim).insurancePaid + heldTwiceOf(claim)),
    paidTwice: paidTwiceOf(claim),
    refunded: refundedOf(claim),
    owedTo: 'payer',
    ...dueBy(payer && refundRuleOf(payer), identifiedOn),
  };
};

const patientOf = (amount: Cents, identifiedOn: CalendarDate, state: string) =>
  amount > 0
    ? [{ owedTo: 'patient' as const, amount, ...dueBy(patientRefundRuleOf(state), identifiedOn) }]
    : [];
