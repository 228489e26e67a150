import type { Report, SetRules, Step } from '../guide/rules.ts';
import { type Cents, toDollars, zero } from '../money.ts';
import { addPaid, findImbalances, paymentDifference } from './balances.ts';
import type { Remittance, RemittanceClaim } from './loops.ts';

/** X12 code for a value that does not fit what the guide says of it (IK403). */
const mismatch = 'IK403-I12';

const unbalanced = (report: Report, steps: Step[], element: number, difference: Cents): void => {
  const detail = `Charge less adjustments differs from the payment by ${toDollars(difference)}`;
  report({ code: mismatch, level: 3, detail, steps, element });
};

const checkBalance = (claim: RemittanceClaim, report: Report): void =>
  findImbalances(claim, (difference, line) => {
    if (line === undefined) unbalanced(report, [['CLP', 1]], 4, difference);
    else unbalanced(report, [['SVC', line]], 3, difference);
  });

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
  if (!transferMethods.includes(remittance.method ?? '')) return;
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
  if (originator === undefined || payerIdentifier === undefined || originator === payerIdentifier) return;
  const detail = 'TRN03 is the same identifier as BPR10';
  report({ code: mismatch, level: 4, detail, steps: [['TRN', 1]], element: 3 });
};

/** Levels 3 and 4 of an 835. The payment must be what its claims and provider adjustments come to. */
export const remittanceRules = (): SetRules => {
  let paid: Cents | undefined = zero;
  return {
    unit: (unit, _, report) => {
      const claim = unit as RemittanceClaim; // units of this guide are its claims
      paid = addPaid(paid, claim.paid);
      checkBalance(claim, report);
      checkServiceDates(claim, report);
    },
    broken: (partial) => {
      const { paid: known } = partial as Partial<RemittanceClaim>; // as above, as far as it could be read
      paid = addPaid(paid, known);
    },
    set: (set, report) => {
      const remittance = set as Remittance; // sets of this guide are its remittances
      checkTransfer(remittance, report);
      checkIdentifier(remittance, report);
      if (paid === undefined) return;
      const difference = paymentDifference(remittance, paid);
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
