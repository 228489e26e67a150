import { contentDigest, shortDigest } from '../domain/digest.ts';
import { type Deposit, identifyDeposits } from '../domain/ledger/deposit.ts';
import { isOversized, mostStatementBytes, type Oversized } from '../domain/objects/size-limits.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { describeOversizedStatement, describeStatement } from './describe-deposits.ts';
import { readBankFile } from './read-bank-file.ts';

export type ReceiveDepositsEffects = {
  readonly findPractice: (practiceId: string) => Promise<unknown>;
  /** A statement, or how large it is where it has more than so many bytes: it is then not read. */
  readonly readObject: (key: string, mostBytes: number) => Promise<Uint8Array | Oversized>;
  /** False when the deposit was told before. */
  readonly addDeposit: (deposit: Deposit) => Promise<boolean>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly taskId: string },
  ) => Promise<unknown>;
  /** Hears of an object that belongs to no practice that we know. */
  readonly leftAlone: () => void;
  readonly received: (counts: ReceivedDeposits) => void;
};

/** What became of a statement, in numbers. */
export type ReceivedDeposits = {
  readonly practiceId: string;
  readonly added: number;
  readonly known: number;
  readonly findings: number;
};

/** Reads `practices/<practiceId>/deposits/<file>`; undefined for any other key. */
export const practiceOfStatement = (key: string): string | undefined =>
  /^practices\/([a-z0-9-]{3,40})\/deposits\/[^/]+$/.exec(key)?.[1];

/**
 * Takes the credits of a bank's statement in, each once however often it is told; a biller hears, once a statement, of
 * what could not be read. Undefined for an object that is no statement of a practice that we know.
 */
export const receiveDeposits = async (
  key: string,
  now: Date,
  effects: ReceiveDepositsEffects,
): Promise<ReceivedDeposits | undefined> => {
  const practiceId = practiceOfStatement(key);
  if (practiceId === undefined || !(await effects.findPractice(practiceId))) {
    effects.leftAlone();
    return undefined;
  }
  const content = await effects.readObject(key, mostStatementBytes);
  if (isOversized(content)) return tellOversized(key, { practiceId, ...content }, effects);
  const { format, credits, findings } = readBankFile(content);
  const source = { kind: format, name: key };
  const deposits = identifyDeposits(credits, { practiceId, source, at: now.toISOString() });
  const added = await addAll(deposits, effects);
  if (findings.length > 0) {
    const taskId = `${shortDigest(`${practiceId}/${contentDigest(content)}`)}-statement`;
    await effects.raiseTask(describeStatement(findings, credits.length), { practiceId, taskId });
  }
  const counts = { practiceId, added, known: deposits.length - added, findings: findings.length };
  effects.received(counts);
  return counts;
};

/** A statement that is not read is kept, and told of once under its name and size. */
const tellOversized = async (
  key: string,
  { practiceId, bytes }: Pick<Oversized, 'bytes'> & { readonly practiceId: string },
  { raiseTask, received }: ReceiveDepositsEffects,
): Promise<ReceivedDeposits> => {
  const taskId = `${shortDigest(`${key} ${bytes}`)}-statement`;
  await raiseTask(describeOversizedStatement(bytes), { practiceId, taskId });
  const counts = { practiceId, added: 0, known: 0, findings: 1 };
  received(counts);
  return counts;
};

/** Writes at once: enough that a statement of thousands is done in seconds, few enough that the table does not throttle. */
const atOnce = 20;

const addAll = async (
  deposits: readonly Deposit[],
  { addDeposit }: Pick<ReceiveDepositsEffects, 'addDeposit'>,
): Promise<number> => {
  let added = 0;
  for (let at = 0; at < deposits.length; at += atOnce) {
    const written = await Promise.all(deposits.slice(at, at + atOnce).map(addDeposit));
    added += written.filter((isNew) => isNew).length;
  }
  return added;
};
