import type { BatchEffects } from '../../../functions/batches/batch-effects.ts';
import { type SendBatchesEffects, sendBatches } from '../../../functions/batches/send-batches.ts';
import { type SubmitClaimEffects, submitClaim } from '../../../functions/claims/submit-claim.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { patientControlNumber, type Transmission } from '../../../functions/domain/ids.ts';
import type { Outbox, QueuedClaim, StandingOutbox } from '../../../functions/domain/outbox/outbox.ts';
import type { PartnerFile } from '../../../functions/domain/partner-file.ts';
import type { Payer } from '../../../functions/domain/payer.ts';
import type { PostingEffects } from '../../../functions/domain/posting.ts';
import type { Practice } from '../../../functions/domain/practice.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { readSets } from '../../../functions/edi/sets.ts';
import { claimsOf } from '../../../functions/edi/x837p/claims-of.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import { payers as samplePayers } from '../payers.ts';
import { type PostingRecords, recordsOf } from '../posting-records.ts';
import { practice as samplePractice } from '../practices.ts';

export const now = new Date('2026-11-02T10:00:00.000Z');
/** When whatever waits has waited long enough. */
export const later = new Date('2026-11-03T10:00:00.000Z');

export type Parties = { readonly practice: Practice; readonly payers: readonly Payer[] };

/** How the index of what waits lags behind: what it still shows, and what it does not show yet. */
export type Lag = {
  readonly shows?: (removed: QueuedClaim) => boolean;
  readonly hides?: (queued: QueuedClaim) => boolean;
};

/** Claims, their outboxes, and the files that came of them, in memory, as the stores have them. */
export const batchWorld = (
  claims: readonly Claim[],
  { practice, payers }: Parties = { practice: samplePractice(), payers: samplePayers },
) => {
  const files = new Map<string, PartnerFile>();
  const objects = new Map<string, string>();
  const outboxes = new Map<string, StandingOutbox & { waiting: number }>();
  const queued = new Map<string, QueuedClaim>();
  const removed: QueuedClaim[] = [];
  const counters = new Map<string, number>();
  const tasks = new Map<string, Task>();
  const lag: { current: Lag } = { current: {} };
  const records = recordsOf(claims);
  const known = async (partnerId: string, number: number): Promise<PartnerFile | undefined> =>
    [...files.values()].find(
      ({ fileId, sets = [], partnerId: of }) =>
        of === partnerId &&
        (Number(fileId) === number || sets.some(({ controlNumber }) => Number(controlNumber) === number)),
    );
  const posting: PostingEffects = {
    ...records.effects,
    findSentFile: known,
    readSentFile: async ({ key }) => objects.get(key),
  };
  const changeClaim: BatchEffects['changeClaim'] = async (claimId, decide) => {
    const after = await posting.changeClaim(claimId, decide);
    if (!after) throw new Error(`There is no claim ${claimId}`);
    return after;
  };
  const numberOf = ({ claimId, submissionNumber }: Transmission): string =>
    patientControlNumber(claimId, submissionNumber);
  const taken = new Set<string>();
  const findQueued: BatchEffects['findQueued'] = async (one) => {
    const found = queued.get(numberOf(one));
    return found && { ...found, taken: taken.has(numberOf(one)) };
  };
  const removeQueued = async (one: Transmission): Promise<void> => {
    const gone = queued.get(numberOf(one));
    if (gone) removed.push(gone);
    queued.delete(numberOf(one));
    taken.delete(numberOf(one));
  };
  const submitting: SubmitClaimEffects = {
    changeClaim,
    findQueued,
    removeQueued,
    getClaimContext: async (claimId) => {
      const claim = records.claims.get(claimId);
      const payer = payers.find(({ payerId }) => payerId === claim?.payerId);
      if (!claim || !payer) throw new Error(`There is no claim ${claimId} with its payer`);
      return { claim, practice, payer };
    },
    queueClaim: async (one, outbox) => {
      if (queued.has(numberOf(one))) return undefined;
      queued.set(numberOf(one), one);
      const { begun = 0, openFile, waiting = 0 } = outboxes.get(outbox.outboxId) ?? {};
      outboxes.set(outbox.outboxId, { ...outbox, begun, openFile, waiting: waiting + 1 });
      return waiting + 1;
    },
  };
  const sending: SendBatchesEffects = {
    changeClaim,
    findQueued,
    findOutbox: async (outboxId) => structuredClone(outboxes.get(outboxId)),
    listOutboxes: async () => [...outboxes.values()] satisfies Outbox[],
    waitingIn: async (outboxId, limit) =>
      [
        ...removed.filter((one) => lag.current.shows?.(one)),
        ...[...queued.values()].filter((one) => !lag.current.hides?.(one)),
      ]
        .filter((one) => one.outboxId === outboxId)
        .sort((a, b) => a.queuedAt.localeCompare(b.queuedAt))
        .slice(0, limit),
    takeQueued: async (one) => {
      if (!queued.has(numberOf(one))) return false;
      taken.add(numberOf(one));
      return true;
    },
    removeQueued,
    findClaim: posting.findClaim,
    answerWait: posting.answerWait,
    leaseNumbers: async (partnerId, count) => {
      const next = (counters.get(partnerId) ?? 4710) + count;
      counters.set(partnerId, next);
      return next - count + 1;
    },
    beginFile: async ({ outboxId, begun }, file, taken) => {
      const standing = outboxes.get(outboxId);
      if (!standing || standing.begun !== begun || files.has(file.fileId)) return false;
      files.set(file.fileId, file);
      const waiting = standing.waiting - taken;
      outboxes.set(outboxId, { ...standing, begun: begun + 1, openFile: file.fileId, waiting });
      return true;
    },
    findFile: async (_partnerId, fileId) => files.get(fileId),
    writeOnce: async ({ key }, text) => {
      const standing = objects.get(key) ?? text;
      objects.set(key, standing);
      return standing;
    },
    readWritten: async (key) => objects.get(key),
    endFile: async ({ outboxId }, fileId) => {
      const standing = outboxes.get(outboxId);
      if (standing?.openFile === fileId) outboxes.set(outboxId, { ...standing, openFile: undefined });
    },
    listHeld: async () => [...records.held.values()],
    findTask: async (taskId) => tasks.get(taskId),
    tasksOfClaim: async (claimId) => [...tasks.values()].filter((task) => task.claimId === claimId),
    removeHeld: async (heldId) => void records.held.delete(heldId),
    sent: () => undefined,
  };
  return { records, files, objects, outboxes, queued, taken, tasks, lag, posting, submitting, sending };
};

export type BatchWorld = ReturnType<typeof batchWorld>;

/** The lifecycle's step, for each claim that is open to be sent. */
export const submitAll = async ({ records, submitting }: BatchWorld, at = now): Promise<void> => {
  for (const claim of records.claims.values()) {
    const current = claim.submissions.at(-1);
    if (!current?.sentAt && !current?.acknowledgement) await submitClaim(claim.claimId, at, submitting);
  }
};

/** Submits what is open and sends all that waits; returns the texts of the files that are new. */
export const sendAll = async (world: BatchWorld): Promise<string[]> => {
  const before = new Set(world.objects.keys());
  await submitAll(world);
  await sendBatches({ now, dueBy: later }, world.sending);
  return [...world.objects].flatMap(([key, text]) => (before.has(key) ? [] : [text]));
};

/** CLM01 of each claim of a file, as whoever gets it reads it; throws where the file is against its guide. */
export const numbersIn = (text: string): string[] => {
  const read = readSets(text, professionalClaimGuide);
  if (!read.success || read.findings) throw new Error(JSON.stringify(read.findings));
  return read.data.sets.flatMap(({ data }) => claimsOf(data).map(({ claim }) => claim.patientControlNumber));
};

export const currentOf = ({ claims }: Pick<PostingRecords, 'claims'>): string[] =>
  [...claims.values()].map(({ claimId, submissions }) => patientControlNumber(claimId, submissions.length));
