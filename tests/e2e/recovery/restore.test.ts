import { setTimeout as pause } from 'node:timers/promises';
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { StartExecutionCommand, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decideByLink } from '../../../local/desks.ts';
import { type LocalPractice, uploadSamples } from '../../../local/local-practice.ts';
import type { EncounterView } from '../../../local/practice-client.ts';
import { reconcileLocal } from '../../../local/recovery/reconcile-local.ts';
import { workSamples } from '../../../local/run-samples.ts';
import type { Sample } from '../../../local/samples.ts';
import { runningExecutions } from '../../../local/simulated-time/watch-cloud.ts';
import { summarise } from '../../../local/summary.ts';
import { samplesOf, silently, startPractice } from '../start-practice.ts';
import { objectKeys, outboundFiles, sentClaims } from '../traces.ts';
import { encounterOnce, latestLink, onlyClaim, openTaskOf } from '../waiting.ts';

let practice: LocalPractice;
let samples: Sample[];
let views: ReadonlyMap<string, EncounterView>;
let filesBefore: ReadonlyMap<string, string>;
let found: Awaited<ReturnType<typeof reconcileLocal>>;
let removed = '';
let broughtBack: readonly string[];

/** The adapters read their configuration when they are loaded: once the environment tells it. */
const tableCopy = () => import('../../../functions/adapters/restore/table-copy.ts');
const objectVersions = () => import('../../../functions/adapters/restore/object-versions.ts');

/** A table beside the other, with what that holds now: on AWS, a restore to a point in time makes one. */
const tableAtInstant = async (name: string): Promise<void> => {
  const { dynamo } = practice.app.clients;
  const { Table } = await dynamo.send(
    new DescribeTableCommand({ TableName: practice.app.records.TableName }),
  );
  await dynamo.send(
    new CreateTableCommand({
      TableName: name,
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions?.filter(({ AttributeName = '' }) =>
        ['pk', 'sk'].includes(AttributeName),
      ),
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  await (await tableCopy()).copyTable(practice.app.records.TableName, name);
};

const endExecutions = async (): Promise<void> => {
  const { CodingWorkflow, ClaimLifecycleWorkflow } = practice.app.billing;
  for (const machine of [CodingWorkflow, ClaimLifecycleWorkflow])
    for (const executionArn of await runningExecutions(practice.app, machine))
      await practice.app.clients.sfn.send(new StopExecutionCommand({ executionArn }));
};

/**
 * Starts the lifecycle of a claim that was made again. Its own start came to nothing, for an execution of its name had
 * run before; the sweep starts it once it is five minutes old.
 */
const startAgain = async (encounterId: string): Promise<void> => {
  for (;;) {
    const view = await practice.client.findEncounter(encounterId);
    const [claim] = view?.claims ?? [];
    if (!claim) {
      await pause(200);
      continue;
    }
    const { practiceId, claimId } = claim;
    await practice.app.clients.sfn.send(
      new StartExecutionCommand({
        stateMachineArn: practice.app.billing.ClaimLifecycleWorkflow,
        name: `${claimId}-swept`,
        input: JSON.stringify({ practiceId, claimId }),
      }),
    );
    return;
  }
};

/** Waits until so many transmissions of a visit's claim went out. */
const sentOf = (encounterId: string, count: number) =>
  encounterOnce(practice, encounterId, (view) =>
    expect(onlyClaim(view).submissions.filter(({ sentAt }) => sentAt)).toHaveLength(count),
  );

/**
 * One visit is sent and one rejected at the instant. After it the rejection is decided and goes out again, a third visit
 * is registered, coded and sent, and a document is removed; then everything is brought back.
 */
beforeAll(async () => {
  samples = await samplesOf('01', '02', '03');
  practice = await startPractice('restore');
  await uploadSamples(
    practice,
    samples.filter(({ name }) => !name.startsWith('02')),
    silently,
  );
  const rejection = await openTaskOf(practice, '03-ankle-sprain', 'rejection');
  await sentOf('01-hypertension', 1);
  await practice.time.settle();
  const instant = new Date();
  await tableAtInstant('restored');
  const [decision] = samples.find(({ name }) => name.startsWith('03'))?.decisions ?? [];
  if (!decision) throw new Error('Nothing is decided');
  await decideByLink(await latestLink(practice, rejection.taskId), decision);
  await uploadSamples(
    practice,
    samples.filter(({ name }) => name.startsWith('02')),
    silently,
  );
  await sentOf('02-diabetes', 1);
  await sentOf('03-ankle-sprain', 2);
  await practice.time.settle();
  const { IntakeBucket } = practice.app.records;
  removed = (await objectKeys(practice.app, IntakeBucket)).find((key) => key.includes('/01-')) ?? '';
  await practice.app.clients.s3.send(new DeleteObjectCommand({ Bucket: IntakeBucket, Key: removed }));
  filesBefore = await outboundFiles(practice.app);

  await endExecutions();
  await (await tableCopy()).copyTable('restored', practice.app.records.TableName);
  broughtBack = await (await objectVersions()).bringBackObjects('intake', instant);
  found = await reconcileLocal(instant);
  await practice.sweep();
  await startAgain('02-diabetes');
  for (let rounds = 0, left = found; rounds < 5; rounds++) {
    views = await workSamples({ practice, samples, progress: silently });
    if (left.missing.length === 0 && rounds > 0) break;
    left = await reconcileLocal(instant);
  }
});

afterAll(() => practice?.stop());

it('what was sent after the instant is found in the files', () => {
  expect(found.sent.filter((one) => one.endsWith('-2'))).toHaveLength(1);
  expect(found.missing.map(({ submissionNumber }) => submissionNumber)).toEqual([1]);
  expect(found.notSent).toEqual([]);
});

it('a document that was removed since is there again', () => {
  expect(broughtBack).toEqual([removed]);
});

it('every visit ends as it must', () => {
  const ends = samples.map((sample) => {
    const view = views.get(sample.name);
    return [sample.name, view ? summarise(sample, view).differences : ['lost']];
  });
  expect(ends).toEqual(samples.map(({ name }) => [name, []]));
});

it('nothing is submitted twice, no file is written over, and no number comes again', async () => {
  const files = await outboundFiles(practice.app);
  for (const [key, text] of filesBefore) expect(files.get(key), key).toBe(text);
  const sent = [...(await sentClaims(practice.app)).values()].flat();
  expect(sent).toHaveLength(4);
  expect(new Set(sent).size).toBe(sent.length);
  const numbers = [...files.values()].map((text) => text.split('*')[13]);
  expect(new Set(numbers).size).toBe(numbers.length);
});
