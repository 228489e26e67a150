import type { S3Client } from '@aws-sdk/client-s3';
import type { Finding } from '../../functions/edi/findings.ts';
import type { Answer, Office, PaymentMade, ReceivedFile } from './answer.ts';
import { answerFile } from './answer-file.ts';
import {
  type ExchangeFolders,
  type FolderEntry,
  listFolder,
  putInbound,
  readOutbound,
} from './exchange-folders.ts';
import { openLedger } from './ledger.ts';
import type { PayerDirectory } from './payer-rules.ts';

/** What happens in the simulator, for whoever runs it. */
export type SimulatorEvent =
  | { readonly kind: 'received' | 'delivered'; readonly name: string }
  | { readonly kind: 'paid'; readonly name: string; readonly payment: PaymentMade }
  | { readonly kind: 'remarked'; readonly name: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown };

export type SimulatorOptions = {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly payers: PayerDirectory;
  /** How long a simulated day is in milliseconds. */
  readonly dayMs: number;
  readonly report?: (event: SimulatorEvent) => void;
};

/** It acts when it is told to, by the clock of whoever runs it. */
export type PayerSimulator = {
  /** Takes in the files that have come since the last time, as received at the instant, and returns their names. */
  readonly receive: (now: Date) => Promise<readonly string[]>;
  /** When the next answer is due; undefined when every file is answered. */
  readonly nextDue: () => Date | undefined;
  /** Sends the answers that are due by the instant, and returns when the last of them was due. */
  readonly deliver: (until: Date) => Promise<Date | undefined>;
};

/** The trading partner that the simulator plays. */
export const simulatorPartnerId = 'payer-simulator';

type Desk = {
  readonly folders: ExchangeFolders;
  readonly office: Office;
  readonly seen: Set<string>;
  readonly report: (event: SimulatorEvent) => void;
  readonly pending: Set<Answer>;
};

/**
 * Plays the payers behind the partner "payer-simulator". It keeps nothing: what it knows and owes follows from the
 * files of the outbound folder, and what it has delivered lies in the inbound one. The files of an earlier run keep the
 * instants at which they came.
 */
export const openPayerSimulator = async (options: SimulatorOptions): Promise<PayerSimulator> => {
  const desk: Desk = {
    folders: { s3: options.s3, bucket: options.bucket, partnerId: simulatorPartnerId },
    office: { payers: options.payers, ledger: openLedger(), dayMs: options.dayMs },
    seen: new Set(),
    report: options.report ?? (() => undefined),
    pending: new Set(),
  };
  await receiveNew(desk);
  return {
    receive: (now) => receiveNew(desk, now),
    nextDue: () => byDue(desk)[0]?.dueAt,
    deliver: (until) => deliverDue(desk, until),
  };
};

const byDue = ({ pending }: Desk): Answer[] =>
  [...pending].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

const receiveNew = async (desk: Desk, now?: Date): Promise<string[]> => {
  const entries = (await listFolder(desk.folders, 'outbound'))
    .filter(({ name }) => !desk.seen.has(name))
    .map((entry) => (now ? { ...entry, receivedAt: now } : entry));
  if (entries.length > 0) await receiveAll(desk, entries);
  return entries.map(({ name }) => name);
};

const receiveAll = async (desk: Desk, entries: readonly FolderEntry[]): Promise<void> => {
  const there = new Set((await listFolder(desk.folders, 'inbound')).map(({ name }) => name));
  for (const file of await readAll(desk, entries)) {
    desk.seen.add(file.name);
    desk.report({ kind: 'received', name: file.name });
    for (const answer of answersTo(desk, file)) if (!there.has(answer.name)) desk.pending.add(answer);
  }
};

const readAll = (desk: Desk, entries: readonly FolderEntry[]): Promise<ReceivedFile[]> =>
  Promise.all(entries.map((entry) => readOutbound(desk.folders, entry)));

/** A file that breaks the simulator is reported and passed over, so that the others are answered. */
const answersTo = (desk: Desk, file: ReceivedFile): Answer[] => {
  try {
    const { answers, findings } = answerFile(file, desk.office);
    if (findings.length > 0) desk.report({ kind: 'remarked', name: file.name, findings });
    return answers;
  } catch (error) {
    desk.report({ kind: 'failed', name: file.name, error });
    return [];
  }
};

/** How many answers are put at once: a flood of claims should not wait, nor crowd out the others on the machine. */
const deliveriesAtOnce = 8;

const deliverDue = async (desk: Desk, until: Date): Promise<Date | undefined> => {
  const due = byDue(desk).filter(({ dueAt }) => dueAt <= until);
  for (let start = 0; start < due.length; start += deliveriesAtOnce) {
    await Promise.all(due.slice(start, start + deliveriesAtOnce).map((answer) => deliver(desk, answer)));
  }
  return due.at(-1)?.dueAt;
};

const deliver = async (desk: Desk, answer: Answer): Promise<void> => {
  await putInbound(desk.folders, answer);
  desk.pending.delete(answer);
  desk.report({ kind: 'delivered', name: answer.name });
  if (answer.payment) desk.report({ kind: 'paid', name: answer.name, payment: answer.payment });
};
