import { type FoundSent, namesAny } from '../domain/outbox/found-sent.ts';

/** An object that came in, or a part of a payment: which queue is told of it, and its key. */
export type ArrivedObject = { readonly queue: QueueName; readonly key: string };

/** Who is told when an object is created, by the names of the stack's queues. */
export const queueNames = ['Documents', 'BankStatements', 'PartnerFiles', 'PaymentParts'] as const;
export type QueueName = (typeof queueNames)[number];

/** Which objects of a bucket EventBridge tells which queue of, as the stack's rules have it; the first that fits counts. */
const rules: readonly (readonly ['intake' | 'exchange', RegExp, QueueName])[] = [
  ['intake', /^practices\/[^/]+\/deposits\//, 'BankStatements'],
  ['intake', /^practices\//, 'Documents'],
  ['exchange', /^payments\//, 'PaymentParts'],
  ['exchange', /^partners\/[^/]+\/inbound\//, 'PartnerFiles'],
];

/** The queue that is told of an object of a bucket, by its key; undefined where none is. */
export const queueFor = (bucket: 'intake' | 'exchange', key: string): QueueName | undefined =>
  rules.find(([of, pattern]) => of === bucket && pattern.test(key))?.[2];

export type HandOnEffects = {
  /** The text of an answer, or of a part of a payment. */
  readonly readArrived: (key: string) => Promise<string>;
  /** Tells a queue of an object, as EventBridge told it when the object came. */
  readonly tell: (queue: QueueName, key: string) => Promise<void>;
};

export type HandedOn = {
  readonly told: Readonly<Record<QueueName, number>>;
  /** Answers and parts of payments that wait, by their keys: they name claims that are not known yet. */
  readonly held: readonly string[];
};

/**
 * Hands on once more what came since an instant: whoever knows it already does nothing. What names a claim that went out
 * and is not known yet waits: told now, it would be posted to nobody.
 */
export const handOn = async (
  objects: readonly ArrivedObject[],
  missing: readonly FoundSent[],
  { readArrived, tell }: HandOnEffects,
): Promise<HandedOn> => {
  const told = { Documents: 0, BankStatements: 0, PartnerFiles: 0, PaymentParts: 0 };
  const held: string[] = [];
  for (const { queue, key } of objects) {
    if (isAnswer(queue) && missing.length > 0 && namesAny(await readArrived(key), missing)) held.push(key);
    else {
      await tell(queue, key);
      told[queue] += 1;
    }
  }
  return { told, held };
};

const isAnswer = (queue: QueueName): boolean => queue === 'PartnerFiles' || queue === 'PaymentParts';
