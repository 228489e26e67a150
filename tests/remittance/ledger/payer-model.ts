/**
 * A payer as the tests think of one: it decides claims, takes decisions back, splits them and pays, and knows what
 * stands in the end from what it meant, not from what it wrote. Nothing here comes from the product; amounts are
 * whole cents.
 */

export type ModelLine = { readonly number: number; readonly procedure: string; readonly charge: number };

export type ModelClaim = {
  readonly claimId: string;
  /** The visit: claims to several payers share one. */
  readonly visit: string;
  readonly responsibility: 'P' | 'S';
  readonly lines: readonly ModelLine[];
  /** How often it was sent; every transmission but the first is a replacement. */
  readonly transmissions: number;
};

/** What a reason does to the charge, as the payer means it. */
export type Meaning = 'lowers' | 'patient' | 'disputed' | 'withheld';

export type ModelReason = {
  readonly group: string;
  readonly reason: string;
  readonly amount: number;
  readonly means: Meaning;
};

/** How a payer splits the charge of a line: what it pays and its reasons add up to the charge. */
export type LineSplit = { readonly paid: number; readonly reasons: readonly ModelReason[] };

export type DecidedLine = ModelLine & LineSplit;

/** What a payer says about some lines of a claim, or about all of it. */
export type ModelDecision = {
  readonly claimId: string;
  readonly transmission: number;
  readonly number: string; // CLP07; '' where the payer gives none
  readonly status: '1' | '2' | '22' | '25';
  readonly lines: readonly DecidedLine[];
  /** Whether it is written for the claim as a whole, without lines. */
  readonly isFlat: boolean;
};

/** Provider-level money: reason, reference and amount, positive where it lowers the payment. */
export type ModelPlb = { readonly reason: string; readonly reference: string; readonly amount: number };

export type ModelPayment = {
  readonly trace: string;
  readonly date: string; // 20260320
  readonly decisions: readonly ModelDecision[];
  readonly plb: readonly ModelPlb[];
};

/** Where a claim or a visit stands once everything has come, in cents. */
export type ModelBalance = {
  readonly insurancePaid: number;
  readonly adjustments: number;
  readonly receivable: number;
  readonly patientBalance: number;
  readonly open: number;
  /** What somebody has to decide, added up by reason: "CO-197 8000". */
  readonly disputed: readonly string[];
};

export const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0);

export const reasonsOf = (lines: readonly LineSplit[]): readonly ModelReason[] =>
  lines.flatMap(({ reasons }) => reasons);

/** Reasons of one name added up, none that comes to nothing. */
export const addedUp = (reasons: readonly Omit<ModelReason, 'means'>[]): readonly string[] =>
  [...Map.groupBy(reasons, ({ group, reason }) => `${group}-${reason}`)]
    .map(([name, equal]) => [name, sumOf(equal.map(({ amount }) => amount))] as const)
    .filter(([, amount]) => amount !== 0)
    .map(([name, amount]) => `${name} ${amount}`)
    .toSorted();

/** The end of a story: the splits that stand, for each line that was decided, and money paid beside them. */
export const balanceOf = (
  { lines }: ModelClaim,
  standing: readonly LineSplit[],
  paidBeside = 0,
): ModelBalance => {
  const reasons = reasonsOf(standing);
  const meant = (wanted: Meaning): readonly ModelReason[] => reasons.filter(({ means }) => means === wanted);
  const total = (wanted: Meaning): number => sumOf(meant(wanted).map(({ amount }) => amount));
  const figures = {
    insurancePaid: sumOf(standing.map(({ paid }) => paid)) + paidBeside,
    adjustments: total('lowers'),
    receivable: total('withheld'),
    patientBalance: total('patient'),
  };
  const charge = sumOf(lines.map((line) => line.charge));
  return { ...figures, open: charge - sumOf(Object.values(figures)), disputed: addedUp(meant('disputed')) };
};

export const chargeOf = ({ lines }: Pick<ModelDecision, 'lines'>): number =>
  sumOf(lines.map(({ charge }) => charge));

export const paidBy = ({ lines }: Pick<ModelDecision, 'lines'>): number =>
  sumOf(lines.map(({ paid }) => paid));

/** BPR02: claims less provider-level adjustments. */
export const amountOf = ({ decisions, plb }: ModelPayment): number =>
  sumOf(decisions.map(paidBy)) - sumOf(plb.map(({ amount }) => amount));

/** Whether the payer refuses the whole: nothing paid, and all of it disputed. */
export const isRefusal = (lines: readonly LineSplit[]): boolean =>
  lines.every(({ paid }) => paid === 0) && reasonsOf(lines).every(({ means }) => means === 'disputed');
