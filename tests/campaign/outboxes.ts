/** More than the outboxes of a month hold at once. */
const most = 2000;

/** The transmissions that wait for their file, by our number. */
export const queuedTransmissions = async (): Promise<ReadonlySet<string>> => {
  const { listOutboxes, waitingIn } = await import('../../functions/adapters/outbox/outbox-store.ts');
  const waiting = await Promise.all((await listOutboxes()).map(({ outboxId }) => waitingIn(outboxId, most)));
  return new Set(waiting.flat().map(({ claimId, submissionNumber }) => `${claimId}-${submissionNumber}`));
};
