import { patientControlNumber, type Transmission } from '../../functions/domain/ids.ts';
import { handOn } from '../../functions/reconcile/hand-on.ts';
import { type ReconciledSent, reconcileSent } from '../../functions/reconcile/reconcile-sent.ts';
import { isSentKey } from '../../functions/reconcile/sent-file.ts';
import { calm, Invocation } from './boundary.ts';
import { Chance } from './chance.ts';
import { fileStores, outboxStores } from './exchange-stores.ts';
import type { Records } from './records.ts';
import { claimStores } from './stores.ts';
import { waitStores } from './wait-stores.ts';
import type { World } from './world.ts';

/** What a table keeps of a practice; objects and spent numbers lie elsewhere. */
const tables = [
  ...(['claims', 'tasks', 'waits', 'files', 'outboxes', 'queued', 'held', 'numbers'] as const),
  ...(['recoveries', 'found', 'restarts', 'sweeps'] as const),
];

type Copy = ReadonlyMap<string, Map<string, unknown>>;

/** The maps of a practice that are brought back, by name. */
const mapsOf = (records: Records): readonly (readonly [string, Map<string, unknown>])[] => [
  ...tables.map((name) => [name, records[name] as Map<string, unknown>] as const),
  ['payments', records.payments.payments as Map<string, unknown>],
  ['parts', records.payments.parts as Map<string, unknown>],
];

/** The records as they are at this instant. */
export const copyOf = (records: Records): Copy =>
  new Map(mapsOf(records).map(([name, map]) => [name, structuredClone(map)]));

const bringBack = (records: Records, copy: Copy): void => {
  for (const [name, map] of mapsOf(records)) {
    map.clear();
    for (const [key, value] of structuredClone(copy.get(name)) ?? []) map.set(key, value);
  }
};

const transmissionKey = ({ claimId, submissionNumber }: Transmission): string =>
  patientControlNumber(claimId, submissionNumber);

/** Reads what went out as the product's own reconciliation does. */
const reconcile = (world: World): Promise<ReconciledSent> => {
  const { records, around } = world;
  const invocation = new Invocation(new Chance(0), calm, new Map());
  const files = fileStores(records, invocation, around.created);
  const objects = [...records.objects.keys()].filter(isSentKey);
  return reconcileSent(
    objects.map((key) => ({ key, writtenAt: new Date().toISOString() })),
    {
      ...{ ...files, ...claimStores(records, invocation), ...outboxStores(records, invocation) },
      ...waitStores(records, invocation, around),
      readSent: async (key) => ({
        text: records.objects.get(key) ?? '',
        facts: records.facts.get(key) ?? {},
      }),
      keepNumber: async ({ partnerId, transaction, purpose, fileId }) => {
        const key = `${partnerId} ${transaction}/${purpose}`;
        if (purpose !== undefined && !records.numbers.has(key)) records.numbers.set(key, Number(fileId));
      },
      raiseNumbers: async (partnerId, number) => {
        records.numbers.set(partnerId, Math.max(number, records.numbers.get(partnerId) ?? 0));
      },
      noteFound: async (one) => void records.found.set(transmissionKey(one), one),
    },
  );
};

/** Reconciles and hands on what came in; false once no claim is missing any more. */
const reconcileAndHandOn = async (world: World): Promise<boolean> => {
  const { records, around } = world;
  const { missing } = await reconcile(world);
  const answers = [...records.objects.keys()].filter((key) => key.includes('/inbound/'));
  const parts = records.payments.handedOn;
  await handOn(
    [
      ...answers.map((key) => ({ queue: 'PartnerFiles', key }) as const),
      ...[...parts.keys()].map((key) => ({ queue: 'PaymentParts', key }) as const),
    ],
    missing,
    {
      readArrived: async (key) => records.objects.get(key) ?? JSON.stringify(parts.get(key)),
      tell: async (_, key) => {
        const part = parts.get(key);
        if (part) around.handedOn(part);
        else around.created(key);
      },
    },
  );
  return missing.length > 0;
};

const hour = 3_600_000;

/** Brings a practice back to a copy of its records, with or without reconciling them with what lies in the buckets. */
export const restore = async (world: World, copy: Copy, withReconciling = true): Promise<void> => {
  const { records, executions } = world;
  bringBack(records, copy);
  for (const name of executions.running) executions.stop(name);
  if (!withReconciling) return;
  if (await reconcileAndHandOn(world)) world.beside(6 * hour, () => reconcileAndHandOn(world));
};
