import {
  amountOf,
  chargeOf,
  type DecidedLine,
  type ModelDecision,
  type ModelPayment,
  type ModelReason,
  paidBy,
  reasonsOf,
} from './payer-model.ts';

/** Cents as X12 writes dollars, without needless zeros. */
const dollars = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const text = `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '');
  return cents < 0 ? `-${text}` : text;
};

const casOf = (reasons: readonly ModelReason[]): string[] =>
  reasons
    .filter(({ amount }) => amount !== 0)
    .map(({ group, reason, amount }) => `CAS*${group}*${reason}*${dollars(amount)}`);

const linesOf = (lines: readonly DecidedLine[]): string[] =>
  lines.flatMap((line) => [
    `SVC*HC:${line.procedure}*${dollars(line.charge)}*${dollars(line.paid)}**1`,
    'DTM*472*20260227',
    ...casOf(line.reasons),
    `REF*6R*${line.number}`,
  ]);

/** How a payment may be written again: what the payer means is the same. */
export type Writing = { readonly reordered: boolean; readonly remark: boolean; readonly payerId: string };

const claimOf = (decision: ModelDecision, { remark }: Writing): string[] => [
  `CLP*${decision.claimId}-${decision.transmission}*${decision.status}*${dollars(chargeOf(decision))}*${dollars(paidBy(decision))}**12*${decision.number}*11*1`,
  ...(decision.isFlat ? casOf(reasonsOf(decision.lines)) : []),
  'NM1*QC*1*OKAFOR*ADA****MI*W100200300',
  ...(remark ? ['MOA***MA01'] : []),
  'DTM*232*20260227',
  ...(decision.isFlat ? [] : linesOf(decision.lines)),
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
