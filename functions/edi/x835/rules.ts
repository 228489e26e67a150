import type { Report, SetRules, Step } from '../guide/rules.ts';
import { type Cents, cents, sum, toDollars } from '../money.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from './loops.ts';

/** Everything that lowers the payment of a claim or a line (CAS). */
export const adjusted = ({ adjustments }: Pick<RemittanceLine, 'adjustments'>): Cents => {
  let total = 0;
  for (const { reasons } of adjustments ?? []) for (const { amount } of reasons) total += amount;
  return cents(total);
};

/** What the charge, less its adjustments, differs from the payment: 0 when the line or the claim balances. */
export const lineDifference = (line: RemittanceLine): Cents =>
  cents(line.charge - adjusted(line) - line.paid);

export const claimDifference = (claim: RemittanceClaim): Cents =>
  cents(claim.charge - adjusted(claim) - sum((claim.lines ?? []).map(adjusted)) - claim.paid);

/** What PLB takes off the payment as a whole. */
export const providerAdjusted = ({ providerAdjustments = [] }: Remittance): Cents =>
  sum(providerAdjustments.flatMap(({ adjustments }) => adjustments.map(({ amount }) => amount)));

/** X12 code for a value that does not fit what the guide says of it (IK403). */
const mismatch = 'IK403-I12';

const unbalanced = (report: Report, steps: Step[], element: number, difference: Cents): void => {
  const detail = `Charge less adjustments differs from the payment by ${toDollars(difference)}`;
  report({ code: mismatch, level: 3, detail, steps, element });
};

/** 835 balancing of one claim (005010X221A1, section 1.10.2): each line, and the claim with all its adjustments. */
const checkClaim = (claim: RemittanceClaim, report: Report): void => {
  (claim.lines ?? []).forEach((line, index) => {
    const difference = lineDifference(line);
    if (difference !== 0) unbalanced(report, [['SVC', index + 1]], 3, difference);
  });
  const difference = claimDifference(claim);
  if (difference !== 0) unbalanced(report, [['CLP', 1]], 4, difference);
};

/** A service takes one day (472) or begins and ends (150, 151). */
const checkServiceDates = ({ lines = [] }: RemittanceClaim, report: Report): void => {
  lines.forEach(({ dates = [] }, index) => {
    if (dates[0]?.qualifier === '472') return;
    const start = dates.find(({ qualifier }) => qualifier === '150')?.date;
    const end = dates.find(({ qualifier }) => qualifier === '151')?.date;
    const steps: Step[] = [
      ['SVC', index + 1],
      ['DTM', 1],
    ];
    if ((start === undefined) !== (end === undefined))
      report({ code: 'IK304-I6', level: 4, detail: 'A service that begins (150) also ends (151)', steps });
    else if (start !== undefined && end !== undefined && start > end)
      report({ code: mismatch, level: 4, detail: 'The service ends before it begins', steps, element: 2 });
  });
};

const transferMethods = ['ACH', 'BOP', 'FWT'];

/** Accounts are told of whatever moves by bank: BPR06 to BPR10 and BPR12 to BPR15. */
const checkTransfer = (remittance: Remittance, report: Report): void => {
  if (!transferMethods.includes(remittance.method)) return;
  const accounts: [element: number, value: string | undefined][] = [
    [7, remittance.senderBank],
    [9, remittance.senderAccount],
    [10, remittance.originator],
    [13, remittance.receiverBank],
    [15, remittance.receiverAccount],
  ];
  for (const [element, value] of accounts) {
    if (value !== undefined) continue;
    const detail = 'A payment by bank names the accounts of both sides';
    report({ code: 'IK403-I9', level: 4, detail, steps: [['BPR', 1]], element });
  }
};

const checkIdentifier = ({ originator, payerIdentifier }: Remittance, report: Report): void => {
  if (originator === undefined || originator === payerIdentifier) return;
  const detail = 'TRN03 is the same identifier as BPR10';
  report({ code: mismatch, level: 4, detail, steps: [['TRN', 1]], element: 3 });
};

/** Levels 3 and 4 of an 835. The payment must be what its claims and provider adjustments come to. */
export const remittanceRules = (): SetRules => {
  let paid: Cents | undefined = cents(0);
  return {
    unit: (unit, _, report) => {
      const claim = unit as RemittanceClaim; // units of this guide are its claims
      if (paid !== undefined) paid = sum([paid, claim.paid]);
      checkClaim(claim, report);
      checkServiceDates(claim, report);
    },
    broken: (partial) => {
      const { paid: known } = partial as Partial<RemittanceClaim>; // as above, as far as it could be read
      paid = paid === undefined || known === undefined ? undefined : sum([paid, known]);
    },
    set: (set, report) => {
      const remittance = set as Remittance; // sets of this guide are its remittances
      checkTransfer(remittance, report);
      checkIdentifier(remittance, report);
      if (paid === undefined) return;
      const difference = cents(paid - providerAdjusted(remittance) - remittance.paid);
      if (difference === 0) return;
      const detail = `Claims less provider adjustments differ from the payment by ${toDollars(difference)}`;
      report({ code: mismatch, level: 3, detail, steps: [['BPR', 1]], element: 2 });
    },
    dateOf: (unit) => {
      const { lines, statementDates } = unit as RemittanceClaim; // as above
      return lines?.[0]?.dates?.[0]?.date ?? statementDates?.[0]?.date;
    },
  };
};
