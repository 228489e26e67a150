import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { userPoolEnv } from '../functions/adapters/access/user-pool.env.ts';
import { auditEnv } from '../functions/adapters/audit/audit.env.ts';
import { bucketsEnv } from '../functions/adapters/buckets.env.ts';
import { codeSetsEnv } from '../functions/adapters/code-sets.env.ts';
import { mailEnv } from '../functions/adapters/mail.env.ts';
import { queuesEnv } from '../functions/adapters/reconcile/queues.env.ts';
import { webhooksEnv } from '../functions/adapters/webhooks/webhooks.env.ts';
import { workflowsEnv } from '../functions/adapters/workflows.env.ts';
import { importFees } from '../functions/contracts/import-fees.ts';
import { dateIn } from '../functions/domain/calendar/time-zone.ts';
import type { CalendarDate } from '../functions/domain/calendar.ts';
import { Desk, type Practice } from '../functions/domain/practice.ts';
import { loadPractice } from '../functions/practices/load-practice.ts';
import { admitProgram, programTokens } from './access/program.ts';
import { invokeFunction, localAccount, localRegion } from './aws-clients.ts';
import { inPlace } from './in-place.ts';
import type { Progress } from './install-python.ts';
import { deployLocalApp, type LocalApp, startLocalCloud, synthesise } from './local-app.ts';
import type { Ministack } from './ministack.ts';
import { outboxClock } from './outbox-clock.ts';
import { loadPayerRules, type PayerDirectory } from './payer-simulator/payer-rules.ts';
import { openPayerSimulator, type SimulatorEvent } from './payer-simulator/simulator.ts';
import { type PracticeClient, practiceClient } from './practice-client.ts';
import { readSamplePractice, type Sample, samplesFolder } from './samples.ts';
import { openBellClock } from './simulated-time/bell-clock.ts';
import { dayMs, type SimulatedTime, simulatedTime } from './simulated-time/simulated-time.ts';
import { type Calls, watchCloud } from './simulated-time/watch-cloud.ts';

export type LocalPracticeOptions = {
  readonly directory: string;
  readonly persist: boolean;
  /** @default a free one */
  readonly port?: number;
  /** What `synthesise` returned. @default synthesised now */
  readonly assembly?: string;
  /** Business days that every desk has for a task. @default as the sample practice has it */
  readonly deskDays?: number;
  /** How the payers answer. @default as the samples' payers do */
  readonly payerRules?: PayerDirectory;
  /** How long a worker of a function stays when nobody calls it. @default some seconds */
  readonly warmSeconds?: number;
  /** How many bells ring at once. @default a few */
  readonly bellsAtOnce?: number;
  readonly progress: Progress;
  readonly report?: (event: SimulatorEvent) => void;
};

/** The whole product on this machine: the local cloud with the app, the sample practice, and the payers it bills. */
export type LocalPractice = {
  readonly cloud: Ministack;
  readonly app: LocalApp;
  readonly client: PracticeClient;
  readonly time: SimulatedTime;
  /** Starts again whatever lost its execution; the deployed app does so every quarter of an hour. */
  readonly sweep: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export const startLocalPractice = async (options: LocalPracticeOptions): Promise<LocalPractice> => {
  const [cloud, assembly] = await Promise.all([
    startLocalCloud(options),
    options.assembly ?? synthesise({ progress: options.progress }),
  ]);
  try {
    const practice = await readSamplePractice();
    const senderAddress = 'billing@maplestreet.example';
    const functions = cloud.processId && !options.persist ? inPlace(options.directory) : undefined;
    const { progress } = options;
    const app = await deployLocalApp({ cloud, assembly, senderAddress, inPlace: functions, progress });
    let sweeps = 0;
    options.progress('loading the practice, its payers and its charges');
    Object.assign(process.env, storeEnvironment(app));
    await loadSamplePractice();
    await admitProgram(app, practice.practiceId);
    if (options.deskDays) await giveDesks(practice, options.deskDays);
    return {
      cloud,
      app,
      client: practiceClient(app.apiUrl, practice.practiceId, programTokens(app)),
      // A sweep under way answers whoever waits, and nobody else tells of it.
      time: await openTime(app, options, () => (sweeps > 0 ? undefined : functions?.calls())),
      sweep: async () => {
        sweeps += 1;
        await invokeFunction(cloud.endpoint, app.billing.SweepFunction, {}).finally(() => {
          sweeps -= 1;
        });
      },
      stop: () => cloud.stop(),
    };
  } catch (error) {
    await cloud.stop();
    throw error;
  }
};

/** The stores read their configuration when they are loaded: once the environment tells it. */
const practiceStore = () => import('../functions/adapters/practices/practice-store.ts');

const loadSamplePractice = async (): Promise<void> => {
  const [practice, payers] = [await readSample('practice.json'), await readSample('payers.json')];
  const stores = {
    ...(await practiceStore()),
    ...(await import('../functions/adapters/practices/fee-store.ts')),
  };
  const { practiceId } = await loadPractice(practice, payers, stores);
  const content = await readFile(join(samplesFolder, 'fees.csv'));
  await importFees({ practiceId, content, table: 'fees.csv', apply: true }, new Date(), stores);
};

const readSample = async (name: string) => ({
  name,
  text: await readFile(join(samplesFolder, name), 'utf8'),
});

const giveDesks = async (practice: Practice, days: number): Promise<void> => {
  const { savePractice } = await practiceStore();
  const taskDays = Object.fromEntries(Desk.options.map((desk) => [desk, days]));
  await savePractice({ ...practice, taskDays: { ...practice.taskDays, ...taskDays } });
};

/** What the stores of the functions read from the environment, pointed at the local cloud. */
export const storeEnvironment = ({
  clients,
  apiUrl,
  records,
  billing,
}: LocalApp): Record<string, string> => ({
  TABLE_NAME: records.TableName,
  [bucketsEnv.intakeBucket]: records.IntakeBucket,
  [bucketsEnv.exchangeBucket]: records.ExchangeBucket,
  [queuesEnv.Documents]: billing.DocumentsQueueUrl,
  [queuesEnv.BankStatements]: billing.BankStatementsQueueUrl,
  [queuesEnv.PartnerFiles]: billing.PartnerFilesQueueUrl,
  [queuesEnv.PaymentParts]: billing.PaymentPartsQueueUrl,
  [auditEnv.tableName]: records.AuditTable,
  [auditEnv.bucket]: records.AuditBucket,
  [auditEnv.keyId]: records.AuditKeyId,
  [codeSetsEnv.bucket]: records.CodeSetBucket,
  [userPoolEnv.userPoolId]: records.UserPoolId,
  [userPoolEnv.peopleClientId]: records.PeopleClientId,
  [mailEnv.taskLinkKeyId]: records.LinkKeyId,
  [mailEnv.taskLinkBaseUrl]: apiUrl,
  [webhooksEnv.keyId]: records.WebhookKeyId,
  [webhooksEnv.queueUrl]: billing.WebhookQueueUrl,
  [webhooksEnv.toThisMachine]: 'yes',
  [workflowsEnv.coding]: billing.CodingWorkflow,
  [workflowsEnv['claim-lifecycle']]: billing.ClaimLifecycleWorkflow,
  AWS_ENDPOINT_URL: clients.endpoint,
  AWS_REGION: localRegion,
  AWS_ACCESS_KEY_ID: localAccount,
  AWS_SECRET_ACCESS_KEY: 'local',
});

const openTime = async (
  app: LocalApp,
  { payerRules, bellsAtOnce, report }: LocalPracticeOptions,
  calls: Calls,
): Promise<SimulatedTime> => {
  const payers = await openPayerSimulator({
    s3: app.clients.s3,
    bucket: app.records.ExchangeBucket,
    payers: payerRules ?? (await readSamplePayerRules()),
    dayMs,
    ...(report && { report }),
  });
  const clock = openBellClock(app);
  return simulatedTime({
    ...{ clock, payers, whatMoves: await watchCloud(app, calls), sendBatches: outboxClock(app) },
    ...(bellsAtOnce && { bellsAtOnce }),
  });
};

/** How the samples' payers answer. */
export const readSamplePayerRules = (): Promise<PayerDirectory> =>
  loadPayerRules(join(samplesFolder, 'payer-rules'));

/** Each running workflow keeps a Node process busy: samples go in one after the other, not all at once. */
const betweenUploadsMs = 500;

/** Uploads the samples as the clinic would: through the API's presigned URLs, registration and note of each visit. */
export const uploadSamples = async (
  { client }: LocalPractice,
  samples: readonly Sample[],
  progress: Progress,
): Promise<void> => {
  for (const sample of samples) {
    progress(`uploading ${sample.name}`);
    for (const [fileName, body] of sample.files) await client.upload(sample.name, fileName, body);
    await pause(betweenUploadsMs);
  }
};

/** Today where the sample practice is: a visit of tomorrow could not be billed. */
export const today = async (): Promise<CalendarDate> =>
  dateIn((await readSamplePractice()).timeZone, new Date());
