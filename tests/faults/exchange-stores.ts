import type { BatchEffects } from '../../functions/batches/batch-effects.ts';
import type { SubmitClaimEffects } from '../../functions/claims/submit-claim.ts';
import { patientControlNumber, type Transmission } from '../../functions/domain/ids.ts';
import { leaseNumbers } from '../../functions/domain/outbox/control-numbers.ts';
import type { Outbox } from '../../functions/domain/outbox/outbox.ts';
import {
  type FileAnswer,
  factsOf,
  type OutboundFile,
  type PartnerFile,
} from '../../functions/domain/partner-file.ts';
import type { Invocation } from './boundary.ts';
import type { Records } from './records.ts';

const keyOf = ({ claimId, submissionNumber }: Transmission): string =>
  patientControlNumber(claimId, submissionNumber);

const fileKey = ({ partnerId, direction, fileId }: Pick<PartnerFile, 'partnerId' | 'direction' | 'fileId'>) =>
  `${partnerId} ${direction} ${fileId}`;

/** Files and their numbers, as an invocation reaches them; whoever writes an object tells of it. */
export const fileStores = (
  { files, objects, facts, numbers, spent }: Records,
  { call }: Invocation,
  created: (key: string) => void,
) => {
  const writeOnce = (file: PartnerFile, text: string): Promise<string> =>
    call('objects.write', () => {
      const standing = objects.get(file.key);
      if (standing !== undefined) return standing;
      objects.set(file.key, text);
      facts.set(file.key, factsOf(file));
      created(file.key);
      return text;
    });
  const lease = (partnerId: string, count: number): Promise<number> =>
    leaseNumbers(partnerId, count, {
      countOn: (_, by) =>
        call('numbers.lease', () => {
          const next = (numbers.get(partnerId) ?? 4710) + by;
          numbers.set(partnerId, next);
          return next;
        }),
      spend: (_, number) =>
        call('numbers.spend', () => {
          const isNew = !spent.has(`${partnerId} ${number}`);
          spent.add(`${partnerId} ${number}`);
          return isNew;
        }),
    });
  const numberFor = async (partnerId: string, purpose: string): Promise<number> => {
    const key = `${partnerId} ${purpose}`;
    const known = await call('numbers.get', () => numbers.get(key));
    if (known !== undefined) return known;
    const number = await lease(partnerId, 1);
    return call('numbers.add', () => {
      const standing = numbers.get(key) ?? number;
      numbers.set(key, standing);
      return standing;
    });
  };
  const save = (file: PartnerFile): Promise<void> =>
    call('files.put', () => void files.set(fileKey(file), file));
  const find = (partnerId: string, direction: PartnerFile['direction'], fileId: string) =>
    call('files.get', () => files.get(fileKey({ partnerId, direction, fileId })));
  return {
    writeOnce,
    leaseNumbers: lease,
    readWritten: (key: string) => call('objects.read', () => objects.get(key)),
    savePartnerFile: save,
    findPartnerFile: find,
    findSentFile: (partnerId: string, number: number) =>
      call('files.sent', () =>
        [...files.values()].find(
          (file) =>
            file.partnerId === partnerId &&
            file.direction === 'outbound' &&
            [file.fileId, ...(file.sets ?? []).map((set) => set.controlNumber)].some(
              (one) => Number(one) === number,
            ),
        ),
      ),
    noteFileAnswer: (file: PartnerFile, answer: FileAnswer) =>
      call('files.noteAnswer', () => {
        const known = files.get(fileKey(file)) ?? file;
        files.set(fileKey(file), { ...known, answered: [...new Set([...(known.answered ?? []), answer])] });
      }),
    /** As the port to trading partners does it. */
    sendToPartner: async (file: OutboundFile): Promise<PartnerFile> => {
      const { partnerId, transaction, practiceId, purpose, claimId, submissionNumber } = file;
      const number = await numberFor(partnerId, `${transaction}/${purpose}`);
      const fileId = String(number).padStart(9, '0');
      const key = `partners/${partnerId}/outbound/${transaction}-${fileId}.${transaction === 'appeal' ? 'txt' : 'x12'}`;
      const fresh: PartnerFile = {
        ...{ partnerId, transaction, practiceId, purpose, claimId, submissionNumber, fileId, key },
        ...{ direction: 'outbound', outcome: 'sent', findings: [], at: new Date().toISOString() },
      };
      const record = (await find(partnerId, 'outbound', fileId)) ?? fresh;
      await save(record);
      await writeOnce(record, file.render(number, record.at));
      return record;
    },
  };
};

/** What waits to be sent, as an invocation reaches it. */
export const outboxStores = ({ outboxes, queued, files, found }: Records, { call }: Invocation) => {
  const submitting: Pick<SubmitClaimEffects, 'queueClaim'> &
    Pick<BatchEffects, 'findQueued' | 'removeQueued'> = {
    findQueued: (one) => call('queued.get', () => queued.get(keyOf(one))),
    // The outbox stands before its entry does.
    queueClaim: async (one, outbox) => {
      const waiting = await call('outboxes.count', () => {
        const { begun = 0, openFile, waiting: before = 0 } = outboxes.get(outbox.outboxId) ?? {};
        outboxes.set(outbox.outboxId, { ...outbox, begun, openFile, waiting: before + 1 });
        return before + 1;
      });
      return call('queued.add', () => {
        if (queued.has(keyOf(one))) return undefined;
        queued.set(keyOf(one), one);
        return waiting;
      });
    },
    removeQueued: (one) => call('queued.remove', () => void queued.delete(keyOf(one))),
  };
  const sending: Pick<
    BatchEffects,
    'findOutbox' | 'waitingIn' | 'takeQueued' | 'beginFile' | 'endFile' | 'findFile'
  > = {
    findOutbox: (outboxId) => call('outboxes.get', () => outboxes.get(outboxId)),
    waitingIn: (outboxId, limit) =>
      call('queued.list', () =>
        [...queued.values()]
          .filter((one) => one.outboxId === outboxId)
          .sort((a, b) => a.queuedAt.localeCompare(b.queuedAt))
          .slice(0, limit),
      ),
    takeQueued: (one) =>
      call('queued.take', () => {
        const standing = queued.get(keyOf(one));
        if (standing) queued.set(keyOf(one), { ...standing, taken: true });
        return standing !== undefined;
      }),
    beginFile: ({ outboxId, begun }, file, taken) =>
      call('outboxes.begin', () => {
        const standing = outboxes.get(outboxId);
        if (!standing || standing.begun !== begun || files.has(fileKey(file))) return false;
        files.set(fileKey(file), file);
        const waiting = standing.waiting - taken;
        outboxes.set(outboxId, { ...standing, begun: begun + 1, openFile: file.fileId, waiting });
        return true;
      }),
    findFile: (partnerId, fileId) =>
      call('files.get', () => files.get(fileKey({ partnerId, direction: 'outbound', fileId }))),
    endFile: ({ outboxId }, fileId) =>
      call('outboxes.end', () => {
        const standing = outboxes.get(outboxId);
        if (standing?.openFile === fileId) outboxes.set(outboxId, { ...standing, openFile: undefined });
      }),
  };
  return {
    ...submitting,
    ...sending,
    foundOf: (claimId: string) =>
      call('found.get', () => [...found.values()].filter((one) => one.claimId === claimId)),
    forgetFound: (one: Transmission) => call('found.remove', () => void found.delete(keyOf(one))),
    listOutboxes: () => call('outboxes.list', (): readonly Outbox[] => [...outboxes.values()]),
  };
};
