/**
 * A payer as the tests think of one: it decides claims, takes decisions back, splits them and pays, and knows what
 * stands in the end from what it meant, not from what it wrote. Nothing here comes from the product; amounts are
 * whole cents.
 */

export type ModelLine = { readonly number: number; readonly procedure: string; readonly charge: number };

export type ModelClaim = {
  readonly claimId: string;
  readonly lines: readonly ModelLine[];
  /** How often it was sent; every transmission but the first is a replacement. */
  readonly transmissions: number;
};

/** How a payer splits the charge of a line: the four parts add up to it. */
export type LineSplit = {
  readonly paid: number;
  readonly contractual: number; // CO-45
  readonly patient: number; // PR-2
  readonly denied: number; // CO-197
};

/** What a payer says about some lines of a claim, or about all of it. */
export type ModelDecision = {
  readonly claimId: string;
  readonly transmission: number;
  readonly number: string; // CLP07
  readonly status: '1' | '22' | '25';
  readonly lines: readonly (ModelLine & LineSplit)[];
  /** The whole is refused as a duplicate (OA-18), without lines. */
  readonly refused?: number;
};

/** Provider-level money: reason, reference and amount, positive where it lowers the payment. */
export type ModelPlb = { readonly reason: string; readonly reference: string; readonly amount: number };

export type ModelPayment = {
  readonly trace: string;
  readonly date: string; // 20260320
  readonly decisions: readonly ModelDecision[];
  readonly plb: readonly ModelPlb[];
};

/** Where a claim stands once everything has come, in cents. */
export type ModelBalance = {
  readonly insurancePaid: number;
  readonly adjustments: number;
  readonly patientBalance: number;
  readonly open: number;
};

/** The end of a story: the splits that stand, for each line that was decided, and money paid beside them. */
export const balanceOf = (
  { lines }: ModelClaim,
  standing: readonly LineSplit[],
  paidBeside = 0,
): ModelBalance => {
  const total = (part: keyof LineSplit): number => standing.reduce((sum, split) => sum + split[part], 0);
  const charge = lines.reduce((sum, line) => sum + line.charge, 0);
  const insurancePaid = total('paid') + paidBeside;
  const adjustments = total('contractual');
  const patientBalance = total('patient');
  return {
    insurancePaid,
    adjustments,
    patientBalance,
    open: charge - insurancePaid - adjustments - patientBalance,
  };
};

export const reversed = (decision: ModelDecision): ModelDecision => ({
  ...decision,
  status: '22',
  lines: decision.lines.map((line) => ({
    ...line,
    charge: -line.charge,
    paid: -line.paid,
    contractual: -line.contractual,
    patient: -line.patient,
    denied: -line.denied,
  })),
});

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const chargeOf = ({ lines, refused }: ModelDecision): number =>
  refused ?? sumOf(lines.map(({ charge }) => charge));

export const paidBy = ({ lines }: ModelDecision): number => sumOf(lines.map(({ paid }) => paid));

/** BPR02: claims less provider-level adjustments. */
export const amountOf = ({ decisions, plb }: ModelPayment): number =>
  sumOf(decisions.map(paidBy)) - sumOf(plb.map(({ amount }) => amount));

/** Cents as X12 writes dollars, without needless zeros. */
const dollars = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
  return cents < 0 ? `-${text}` : text;
};

const casOf = (group: string, reason: string, amount: number): string[] =>
  amount === 0 ? [] : [`CAS*${group}*${reason}*${dollars(amount)}`];

const linesOf = (lines: ModelDecision['lines']): string[] =>
  lines.flatMap((line) => [
    `SVC*HC:${line.procedure}*${dollars(line.charge)}*${dollars(line.paid)}**1`,
    'DTM*472*20260227',
    ...casOf('CO', '45', line.contractual),
    ...casOf('PR', '2', line.patient),
    ...casOf('CO', '197', line.denied),
    `REF*6R*${line.number}`,
  ]);

/** How a payment may be written again: what the payer means is the same. */
export type Writing = { readonly reordered: boolean; readonly remark: boolean; readonly payerId: string };

const claimOf = (decision: ModelDecision, { remark }: Writing): string[] => [
  `CLP*${decision.claimId}-${decision.transmission}*${decision.status}*${dollars(chargeOf(decision))}*${dollars(paidBy(decision))}**12*${decision.number}*11*1`,
  ...(decision.refused === undefined ? [] : casOf('OA', '18', decision.refused)),
  'NM1*QC*1*OKAFOR*ADA****MI*W100200300',
  ...(remark ? ['MOA***MA01'] : []),
  'DTM*232*20260227',
  ...linesOf(decision.lines),
];

/** The payment as an 835, one interchange. */
export const write835 = (payment: ModelPayment, writing: Writing, controlNumber: number): string => {
  const decisions = writing.reordered ? payment.decisions.toReversed() : payment.decisions;
  const amount = amountOf(payment);
  const number = String(controlNumber).padStart(9, '0');
  const body = [
    'ST*835*0001',
    `BPR*${amount === 0 ? 'H' : 'I'}*${dollars(amount)}*C*${amount === 0 ? 'NON' : 'CHK'}************${payment.date}`,
    `TRN*1*${payment.trace}*${writing.payerId}`,
    `DTM*405*${payment.date}`,
    'N1*PR*NORTHWIND HEALTH',
    'N3*1 PAYER STREET',
    'N4*SPRINGFIELD*MA*01103',
    'PER*BL*TEAM*TE*8005550100',
    'N1*PE*LAKESIDE FAMILY PRACTICE*XX*1234567893',
    'REF*TJ*123456789',
    'LX*1',
    ...decisions.flatMap((decision) => claimOf(decision, writing)),
    ...payment.plb.map(
      ({ reason, reference, amount: taken }) =>
        `PLB*1234567893*20261231*${reason}:${reference}*${dollars(taken)}`,
    ),
  ];
  const segments = [
    `ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*LAKESIDE       *260320*1200*^*00501*${number}*0*P*:`,
    `GS*HP*NORTHWIND*LAKESIDE*20260320*1200*${controlNumber}*X*005010X221A1`,
    ...body,
    `SE*${body.length + 1}*0001`,
    `GE*1*${controlNumber}`,
    `IEA*1*${number}`,
  ];
  return `${segments.join('~')}~`;
};
