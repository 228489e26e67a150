import { type ArrivedObject, type HandedOn, type HandOnEffects, handOn, queueFor } from './hand-on.ts';
import { type ReconciledSent, type ReconcileSentEffects, reconcileSent } from './reconcile-sent.ts';
import { isSentKey, type SentObject } from './sent-file.ts';

type BucketName = 'intake' | 'exchange';

export type ReconcileEffects = ReconcileSentEffects &
  HandOnEffects & {
    /** The objects of a bucket below a prefix that were written since an instant, the oldest first. */
    readonly listObjects: (bucket: BucketName, prefix: string, since: Date) => Promise<readonly SentObject[]>;
  };

export type Reconciled = ReconciledSent & HandedOn;

/** Where what came in lies: what a clinic and partners sent, and the parts of payments that were divided. */
const arrivals = [
  ['intake', 'practices/'],
  ['exchange', 'partners/'],
  ['exchange', 'payments/'],
] as const satisfies readonly (readonly [BucketName, string])[];

/**
 * Brings records that were brought back to an instant into line with what happened since: files that went out are
 * recorded as sent, and what came in is handed on again. Run again until nothing is missing and nothing waits.
 */
export const reconcile = async (since: Date, effects: ReconcileEffects): Promise<Reconciled> => {
  const sent = (await effects.listObjects('exchange', 'partners/', since)).filter(({ key }) =>
    isSentKey(key),
  );
  const found = await reconcileSent(sent, effects);
  const arrived: ArrivedObject[] = [];
  for (const [bucket, prefix] of arrivals)
    for (const { key } of await effects.listObjects(bucket, prefix, since)) {
      const queue = queueFor(bucket, key);
      if (queue) arrived.push({ queue, key });
    }
  return { ...found, ...(await handOn(arrived, found.missing, effects)) };
};
