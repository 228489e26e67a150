import type { Payment, PaymentPart } from '../../functions/domain/ledger/payment.ts';
import type { StagedPart } from '../../functions/domain/ledger/staged-part.ts';
import type { PartKey, PaymentRecords } from '../../functions/domain/posting.ts';

/** Payments in memory, and the parts that are handed on and not posted yet. */
export type TrialPayments = {
  readonly payments: Map<string, Payment>;
  readonly parts: Map<string, PaymentPart>;
  readonly staged: StagedPart[];
  /** All that were ever handed on, by payment, telling and part. */
  readonly handedOn: Map<string, StagedPart>;
  readonly records: PaymentRecords;
};

const keyOf = ({ paymentId, tellingId, part }: PartKey): string => `${paymentId}/${tellingId}/${part}`;

/** Records of payments that hold none; `practicePaid` as the records of the practices would have it. */
export const trialPayments = (practicePaid: PaymentRecords['practicePaid']): TrialPayments => {
  const payments = new Map<string, Payment>();
  const parts = new Map<string, PaymentPart>();
  const staged: StagedPart[] = [];
  const handedOn = new Map<string, StagedPart>();
  const known = (paymentId: string): Payment => {
    const payment = payments.get(paymentId);
    if (!payment) throw new TypeError(`There is no payment ${paymentId}`);
    return payment;
  };
  const keep = (payment: Payment): Payment => {
    payments.set(payment.paymentId, payment);
    return payment;
  };
  const records: PaymentRecords = {
    practicePaid,
    findPayment: async (paymentId) => payments.get(paymentId),
    addPayment: async (payment) => !payments.has(payment.paymentId) && keep(payment) === payment,
    changePayment: async (paymentId, decide) => {
      const before = known(paymentId);
      const change = decide(before);
      if (!change) return before;
      return keep({ ...change, version: before.version + 1, postedParts: before.postedParts });
    },
    addPart: async (part) => void (parts.has(keyOf(part)) || parts.set(keyOf(part), part)),
    partsOf: async (wanted) => [...parts.values()].filter(({ paymentId }) => paymentId === wanted),
    paymentsOfDay: async (practiceId, day) =>
      [...payments.values()].filter((one) => one.practiceId === practiceId && (one.date ?? '') === day),
    findPart: async (name) => parts.get(keyOf(name)),
    changePart: async (name, decide) => {
      const key = keyOf(name);
      const before = parts.get(key);
      if (!before) throw new TypeError(`There is no part ${key}`);
      const after = decide(before) ?? before;
      parts.set(key, after);
      return after;
    },
    handOn: async (part) => {
      staged.push(part);
      handedOn.set(keyOf({ ...part, paymentId: part.facts.paymentId }), part);
    },
    notePosted: async (part) => {
      const before = known(part.paymentId);
      if (parts.get(keyOf(part))?.posting) return before;
      parts.set(keyOf(part), part);
      return keep({ ...before, postedParts: before.postedParts + 1 });
    },
  };
  return { payments, parts, staged, handedOn, records };
};
