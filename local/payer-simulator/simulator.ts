import { setTimeout as delay } from 'node:timers/promises';
import type { S3Client } from '@aws-sdk/client-s3';
import type { Finding } from '../../functions/edi/findings.ts';
import type { Answer, Office, ReceivedFile } from './answer.ts';
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
  | { readonly kind: 'remarked'; readonly name: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'failed'; readonly name: string; readonly error: unknown };

export type SimulatorOptions = {
  readonly s3: S3Client;
  readonly bucket: string;
  readonly payers: PayerDirectory;
  /** Real time for simulated: 1 waits real days; the same factor as MiniStack's SFN_WAIT_SCALE. */
  readonly scale: number;
  readonly report?: (event: SimulatorEvent) => void;
};

export type PayerSimulator = {
  /** Whether every file that came in is answered. */
  readonly isIdle: () => boolean;
  readonly stop: () => Promise<void>;
};

/** The trading partner that the simulator plays. */
export const simulatorPartnerId = 'payer-simulator';

const dayMs = 86_400_000;

/** Often enough that a quarter of a second is the shortest answer, seldom enough to leave the machine alone. */
const pollMs = 250;

type Desk = {
  readonly folders: ExchangeFolders;
  readonly office: Office;
  readonly seen: Set<string>;
  readonly report: (event: SimulatorEvent) => void;
  readonly pending: Set<Answer>;
};

/**
 * Plays the payers behind the partner "payer-simulator" until it is stopped. It keeps nothing: what it knows and
 * owes follows from the files of the outbound folder, and what it has delivered lies in the inbound one.
 */
export const startPayerSimulator = (options: SimulatorOptions): PayerSimulator => {
  const stopping = new AbortController();
  const desk: Desk = {
    folders: { s3: options.s3, bucket: options.bucket, partnerId: simulatorPartnerId },
    office: { payers: options.payers, ledger: openLedger(), dayMs: dayMs * options.scale },
    seen: new Set(),
    report: options.report ?? (() => undefined),
    pending: new Set(),
  };
  const running = run(desk, stopping.signal);
  return {
    isIdle: () => desk.pending.size === 0,
    stop: () => {
      stopping.abort();
      return running;
    },
  };
};

const run = async (desk: Desk, stopping: AbortSignal): Promise<void> => {
  while (!stopping.aborted) {
    await attemptRound(desk);
    await delay(pollMs, undefined, { signal: stopping }).catch(() => undefined);
  }
};

/** The store may be away for a while; the next round tries again. */
const attemptRound = async (desk: Desk): Promise<void> => {
  try {
    await receiveNew(desk);
    await deliverDue(desk);
  } catch (error) {
    desk.report({ kind: 'failed', name: 'exchange', error });
  }
};

const receiveNew = async (desk: Desk): Promise<void> => {
  const entries = (await listFolder(desk.folders, 'outbound')).filter(({ name }) => !desk.seen.has(name));
  if (entries.length === 0) return;
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

const deliverDue = async (desk: Desk): Promise<void> => {
  const now = new Date();
  const due = [...desk.pending].filter(({ dueAt }) => dueAt <= now);
  due.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  for (let start = 0; start < due.length; start += deliveriesAtOnce) {
    await Promise.all(due.slice(start, start + deliveriesAtOnce).map((answer) => deliver(desk, answer)));
  }
};

const deliver = async (desk: Desk, answer: Answer): Promise<void> => {
  await putInbound(desk.folders, answer);
  desk.pending.delete(answer);
  desk.report({ kind: 'delivered', name: answer.name });
};
