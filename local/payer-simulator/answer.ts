import type { TransactionName } from '../../functions/domain/partner-file.ts';
import type { InterchangeHeader } from '../../functions/edi/envelope/interchange-header.ts';
import type { Finding } from '../../functions/edi/findings.ts';
import type { Guide } from '../../functions/edi/guide/declare.ts';
import type { Cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import type { RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import type { BesideClaims, Ledger } from './ledger.ts';
import { controlNumberFrom } from './numbers.ts';
import type { PayerDirectory } from './payer-rules.ts';

/** A file that the simulator found in its outbound folder. */
export type ReceivedFile = { readonly name: string; readonly text: string; readonly receivedAt: Date };

/** A file that the simulator sends back, once its time has come. */
export type Answer = {
  readonly name: string;
  readonly transaction: TransactionName;
  readonly dueAt: Date;
  readonly body: string;
  /** What the payer enters in its own books when it sends an 835. */
  readonly payment?: PaymentMade;
};

/** One payment as the payer knows it, in cents: what it decided of which claims, and what it took or gave beside them. */
export type PaymentMade = {
  readonly payerId: string;
  readonly traceNumber: string;
  readonly date: string;
  readonly amount: Cents;
  readonly claims: readonly RemittanceClaim[];
  readonly beside: readonly BesideClaims[];
};

/** What a received file leads to; findings are for whoever runs the simulator, where no answer can carry them. */
export type Answers = { readonly answers: Answer[]; readonly findings: readonly Finding[] };

/** The sets of one kind in a file, and the envelope that they came in. */
export type ReceivedSets<T> = { readonly header: InterchangeHeader; readonly sets: readonly T[] };

/** All that an answer depends on beside the file. A day may be shorter than a real one, as in the demonstration. */
export type Office = { readonly payers: PayerDirectory; readonly ledger: Ledger; readonly dayMs: number };

export const dueAfter = ({ receivedAt }: ReceivedFile, days: number, { dayMs }: Office): Date =>
  new Date(receivedAt.getTime() + Math.round(days * dayMs));

/** One answer to be sent: `part` tells several answers of one kind to the same file apart. */
export type AnswerPlan = {
  readonly transaction: TransactionName;
  readonly part: number;
  readonly dueAt: Date;
  readonly header: InterchangeHeader; // of the file that is answered
};

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

/** Names the answer after the file that it answers, so that a simulator that starts again sends nothing twice. */
export const addressAnswer = (
  file: ReceivedFile,
  { transaction, part, dueAt, header }: AnswerPlan,
): { name: string; envelope: InterchangeHeader & { createdAt: string } } => {
  const name = `${transaction}-${stemOf(file.name)}${part > 0 ? `-${part + 1}` : ''}.x12`;
  const envelope = {
    senderQualifier: header.receiverQualifier,
    senderId: header.receiverId,
    receiverQualifier: header.senderQualifier,
    receiverId: header.senderId,
    controlNumber: controlNumberFrom(name),
    createdAt: dueAt.toISOString(),
    usage: header.usage,
  };
  return { name, envelope };
};

/** Writes the sets of an answer, which may repeat the number and the time of its envelope. */
export const composeAnswer = <T extends object, Unit>(
  file: ReceivedFile,
  plan: AnswerPlan,
  { guide, sets }: { guide: Guide<T, Unit>; sets: (envelope: InterchangeHeader) => readonly T[] },
): Answer => {
  const { name, envelope } = addressAnswer(file, plan);
  const { transaction, dueAt } = plan;
  return { name, transaction, dueAt, body: writeSets(envelope, guide, sets(envelope)) };
};
