import { adjustedBy } from '../guide/adjustment-list.ts';
import type { Report, Step } from '../guide/rules.ts';
import { type Cents, cents, sum, toDollars } from '../money.ts';
import type { LineAdjudication, OtherPayer, ProfessionalClaim, ProfessionalServiceLine } from './loops.ts';

/** A decision of a payer on one line, and where it stands. */
type Decision = { readonly adjudication: LineAdjudication; readonly line: number; readonly place: number };

const unbalanced = (report: Report, steps: readonly Step[], detail: string, difference: Cents): void => {
  if (difference === 0) return;
  const text = `${detail}: the difference is ${toDollars(difference)}`;
  report({ code: 'IK403-I12', level: 3, detail: text, steps, element: 2 });
};

/** CLM02 = Σ SV102. */
const checkTotal = ({ totalCharge, lines }: ProfessionalClaim, report: Report): void => {
  const charged = sum(lines.map(({ charge }) => charge));
  const detail = 'The total charge is not the sum of the lines';
  unbalanced(report, [['CLM', 1]], detail, cents(totalCharge - charged));
};

/** Of each payer: SV102 = Σ SVD02 + Σ CAS (2430). A payer that split a line decided on it more than once. */
const checkLine = (line: ProfessionalServiceLine, position: number, report: Report): void => {
  if (line.adjudications === undefined) return;
  const byPayer = Map.groupBy(line.adjudications.entries(), ([, { payerId }]) => payerId);
  for (const decisions of byPayer.values()) {
    const explained = sum(decisions.map(([, one]) => cents(one.paid + adjustedBy(one))));
    const detail = 'Payment and adjustments of a payer do not come to the charge of the line';
    const first = (decisions[0]?.[0] ?? 0) + 1;
    const steps: Step[] = [
      ['LX', position],
      ['SVD', first],
    ];
    unbalanced(report, steps, detail, cents(line.charge - explained));
  }
};

/** What a payer decided on the lines of a claim; SVD01 is the id of its loop 2330B. */
export const decisionsOf = ({ payer }: OtherPayer, { lines }: ProfessionalClaim): Decision[] =>
  lines.flatMap(({ adjudications = [] }, line) =>
    adjudications.flatMap((adjudication, place) =>
      adjudication.payerId === payer?.id ? [{ adjudication, line, place }] : [],
    ),
  );

/**
 * 005010X222A1, section 1.4.4: what a payer before this one paid is the charge less all of its adjustments, and, where
 * it decided by line, the sum of its payments less its adjustments of the whole claim.
 */
const checkPayer = (claim: ProfessionalClaim, payer: OtherPayer, position: number, report: Report): void => {
  const { paid } = payer;
  if (paid === undefined) return;
  const decisions = decisionsOf(payer, claim).map(({ adjudication }) => adjudication);
  const steps: Step[] = [
    ['SBR', position],
    ['AMT', 1],
  ];
  const adjusted = sum([payer, ...decisions].map(adjustedBy));
  const ofClaim = 'Payment and adjustments of another payer do not come to the total charge';
  unbalanced(report, steps, ofClaim, cents(claim.totalCharge - adjusted - paid));
  if (decisions.length === 0) return;
  const ofLines = cents(sum(decisions.map((one) => one.paid)) - adjustedBy(payer));
  unbalanced(
    report,
    steps,
    "Another payer's payment is not the sum of what it paid for lines",
    cents(ofLines - paid),
  );
};

/** A payer takes back by adjustments, never by a negative payment (billing rules, section 2). */
const checkSigns = ({ lines }: ProfessionalClaim, report: Report): void => {
  lines.forEach(({ adjudications = [] }, line) => {
    adjudications.forEach(({ paid }, place) => {
      if (paid >= 0) return;
      const steps: Step[] = [
        ['LX', line + 1],
        ['SVD', place + 1],
      ];
      report({
        code: 'IK403-7',
        level: 3,
        detail: 'A payment for a line is not negative',
        steps,
        element: 2,
      });
    });
  });
};

/** Level 3: the sums of a claim, and those of each payer that decided on it before. */
export const checkBalance = (claim: ProfessionalClaim, report: Report): void => {
  checkTotal(claim, report);
  claim.lines.forEach((line, index) => {
    checkLine(line, index + 1, report);
  });
  (claim.otherPayers ?? []).forEach((payer, index) => {
    checkPayer(claim, payer, index + 1, report);
  });
  checkSigns(claim, report);
};
