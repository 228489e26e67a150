import type { Finding } from '../../domain/finding.ts';
import type { Payment } from '../../domain/ledger/payment.ts';
import type { PaymentAnswer, PaymentName } from '../../domain/ledger/payment-action.ts';
import type { StagedPart } from '../../domain/ledger/staged-part.ts';
import type { Payer } from '../../domain/payer.ts';
import type { PartKey, PostingEffects } from '../../domain/posting.ts';
import type { Practice } from '../../domain/practice.ts';
import { closeSettledTasks, type PracticeTasks } from '../close-settled-tasks.ts';

/** What people who act on payments need beside all that posting does. */
export type ByHandEffects = PostingEffects &
  PracticeTasks & {
    readonly findPractice: (practiceId: string) => Promise<Practice | undefined>;
    readonly findPayer: (practiceId: string, payerId: string) => Promise<Payer | undefined>;
    /** What a part of a payment was handed on with. */
    readonly readPart: (part: PartKey) => Promise<StagedPart>;
    /** The text of a file that a partner sent; undefined where its record is gone. */
    readonly readFile: (partnerId: string, fileId: string) => Promise<string | undefined>;
  };

/** A payment of the practice; undefined for one of another practice, which is nobody's business here. */
export const findOwnPayment = async (
  { practiceId, paymentId }: PaymentName,
  { payments }: Pick<ByHandEffects, 'payments'>,
): Promise<Payment | undefined> => {
  const payment = await payments.findPayment(paymentId);
  return payment?.practiceId === practiceId ? payment : undefined;
};

/** A payment as it stands after what a person did to it; what was asked about it is over once nothing is left to do. */
export const answerWith = async (
  paymentId: string,
  { payments, tasksByStatus, closeTask }: Pick<ByHandEffects, 'payments' | keyof PracticeTasks>,
  findings: readonly Finding[] = [],
): Promise<PaymentAnswer> => {
  const payment = await payments.findPayment(paymentId);
  if (payment === undefined) return { outcome: 'unknown' };
  const { practiceId } = payment;
  if (practiceId !== undefined)
    await closeSettledTasks({ practiceId, paymentId }, { ...payments, tasksByStatus, closeTask });
  const parts = await payments.partsOf(paymentId);
  return { outcome: payment.status === 'posting' ? 'posting' : 'done', findings, payment, parts };
};
