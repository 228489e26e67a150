import { addDays, type CalendarDate } from '../calendar.ts';
import type { Payer } from '../payer.ts';

/** How sure a rule is: read in its own text, or told by others. */
type Certainty = 'verified' | 'secondary';

/** A law or a contract that says by when money is given back. */
export type RefundRule = {
  readonly days: number;
  readonly source: string;
  readonly certainty: Certainty;
  /** Days by which an investigation in good faith puts it off at most; whoever relies on it says so. */
  readonly suspendedDays?: number;
};

/**
 * By claim filing indicator (SBR09): 60 days from identification. Since 2025 an overpayment is identified when somebody
 * knows of it, whether or not it is quantified, and an investigation of related ones suspends the days for up to 180.
 * For Medicaid the statute says the 60 days, the regulation does not.
 */
const federal: Readonly<Record<string, RefundRule>> = {
  MA: { days: 60, suspendedDays: 180, source: '42 CFR 401.305(b)', certainty: 'secondary' },
  MB: { days: 60, suspendedDays: 180, source: '42 CFR 401.305(b)', certainty: 'secondary' },
  MC: { days: 60, source: '42 U.S.C. 1320a-7k(d)', certainty: 'secondary' },
};

/** What patients overpaid, by state; states that are not here have rules of their own that nobody entered yet. */
const states: Readonly<Record<string, RefundRule>> = {
  CA: {
    days: 120,
    source: 'Cal. Bus. & Prof. Code 732: notice in 90 days, refund in 30',
    certainty: 'secondary',
  },
  TX: { days: 30, source: 'Texas law, 30 days after it is determined', certainty: 'secondary' },
};

/** The rule for what a payer overpaid: the law's, or else the contract's; undefined where neither is known. */
export const refundRuleOf = (
  payer: Pick<Payer, 'claimFilingIndicator' | 'overpaymentDays'>,
): RefundRule | undefined =>
  federal[payer.claimFilingIndicator] ??
  (payer.overpaymentDays === undefined
    ? undefined
    : { days: payer.overpaymentDays, source: 'the contract', certainty: 'verified' });

/** The rule for what a patient overpaid, by the state of the practice. */
export const patientRefundRuleOf = (state: string): RefundRule | undefined => states[state];

/** The last day on which money is given back in time, from the day on which somebody can know of it. */
export const refundDueOn = ({ days }: RefundRule, identifiedOn: CalendarDate): CalendarDate =>
  addDays(identifiedOn, days);
