import { checkClaimPeriods } from '../guide/claim-period-rule.ts';
import type { Report, SetRules, Step } from '../guide/rules.ts';
import type { Cents } from '../money.ts';
import type {
  AcknowledgedProvider,
  AcknowledgedReceiver,
  ClaimAcknowledgement,
  PatientAcknowledgement,
} from './loops.ts';

/** Claims that were taken or sent back; `amount` is undefined when one of them tells no charge. */
type Sum = { count: number; amount: number | undefined };

type Tally = { WQ: Sum; U: Sum };

/** What QTY and AMT of loops 2200B and 2200C tell. */
type Totals = {
  acceptedQuantity?: number | undefined;
  rejectedQuantity?: number | undefined;
  acceptedAmount?: Cents | undefined;
  rejectedAmount?: Cents | undefined;
};

const emptyTally = (): Tally => ({ WQ: { count: 0, amount: 0 }, U: { count: 0, amount: 0 } });

const addTo = (sum: Sum, { count, amount }: Sum): void => {
  sum.count += count;
  sum.amount = sum.amount === undefined || amount === undefined ? undefined : sum.amount + amount;
};

/** The first status of a claim tells whether it was taken; false when it does not. */
const addClaim = (tally: Tally, { statuses = [] }: ClaimAcknowledgement): boolean => {
  const [status] = statuses;
  if (status?.action !== 'WQ' && status?.action !== 'U') return false;
  addTo(tally[status.action], { count: 1, amount: status.charge });
  return true;
};

/** Category codes 507 that can mean one thing only: A2 accepted; A3, A6, A7 and A8 sent back. */
const actionOfCategory = new Map([
  ['A2', 'WQ'],
  ['A3', 'U'],
  ['A6', 'U'],
  ['A7', 'U'],
  ['A8', 'U'],
]);

const checkActions = ({ claims = [] }: PatientAcknowledgement, report: Report): void => {
  claims.forEach(({ statuses = [] }, index) => {
    statuses.forEach(({ status, action }, place) => {
      const expected = actionOfCategory.get(status.category) ?? action;
      if (action === undefined || action === expected) return;
      const detail = 'The action says something else than the category of the status';
      const steps: Step[] = [
        ['TRN', index + 1],
        ['STC', place + 1],
      ];
      report({ code: 'IK403-I12', level: 4, detail, steps, element: 3 });
    });
  });
};

/** The k-th total of its kind: one that stands before the other in its loop is the first. */
const place = (segment: string, before: unknown): Step => [segment, before === undefined ? 1 : 2];

/** 005010X214: totals of a loop count the claims below it. */
const checkTotals = (totals: Totals, { WQ, U }: Tally, level: Step, report: Report): void => {
  const { acceptedQuantity, rejectedQuantity, acceptedAmount, rejectedAmount } = totals;
  const compare = (told: number | undefined, found: number | undefined, step: Step): void => {
    if (told === undefined || found === undefined || told === found) return;
    const detail = 'The total is not that of the claims below it';
    report({ code: 'IK403-I12', level: 3, detail, steps: [level, step], element: 2 });
  };
  compare(acceptedQuantity, WQ.count, ['QTY', 1]);
  compare(rejectedQuantity, U.count, place('QTY', acceptedQuantity));
  compare(acceptedAmount, WQ.amount, ['AMT', 1]);
  compare(rejectedAmount, U.amount, place('AMT', acceptedAmount));
};

/** Counts the claims of one set, as far as they are told one by one and with what became of them. */
class ClaimCount {
  private batch = emptyTally();
  private provider = emptyTally();
  private hasUnknown = false; // among the claims of the provider
  private patients = 0;
  private providers = 0;
  private isWhole = true;

  addPatient({ claims = [] }: PatientAcknowledgement): void {
    this.patients += 1;
    for (const claim of claims) {
      if (!addClaim(this.provider, claim)) this.hasUnknown = true;
    }
  }

  closeProvider({ verdict }: AcknowledgedProvider, report: Report): void {
    this.providers += 1;
    if (this.patients === 0 || this.hasUnknown) this.isWhole = false;
    else if (verdict) checkTotals(verdict, this.provider, ['HL', this.providers + 2], report);
    addTo(this.batch.WQ, this.provider.WQ);
    addTo(this.batch.U, this.provider.U);
    this.provider = emptyTally();
    this.hasUnknown = false;
    this.patients = 0;
  }

  closeReceiver({ verdict }: AcknowledgedReceiver, report: Report): void {
    if (verdict && this.isWhole && this.providers > 0) checkTotals(verdict, this.batch, ['HL', 2], report);
  }
}

/** What 005010X214 demands beyond single segments. */
export const claimAcknowledgementRules = (): SetRules => {
  const count = new ClaimCount();
  return {
    unit: (unit, _, report) => {
      const patient = unit as PatientAcknowledgement; // the guide's unit, and its loops below
      count.addPatient(patient);
      checkActions(patient, report);
      checkClaimPeriods(patient.claims, [], report);
    },
    loops: {
      '2000C': (provider, report) => count.closeProvider(provider as AcknowledgedProvider, report),
      '2000B': (receiver, report) => count.closeReceiver(receiver as AcknowledgedReceiver, report),
    },
  };
};
