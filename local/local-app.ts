import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { clinicProgram } from './access/clinic-program.ts';
import { type AwsClients, awsClients, localApiUrl } from './aws-clients.ts';
import { deploy } from './deploy.ts';
import { workFewAtOnce } from './few-workers.ts';
import type { InPlace } from './in-place.ts';
import { installMinistack, type Progress } from './install-python.ts';
import { attachMinistack, type Ministack, startMinistack } from './ministack.ts';
import { redeliverAfter } from './redelivery.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

/** Retries wait a tenth of their time: some tenths of a second. Waits until an instant are the simulated time's. */
const retryScale = 0.1;

export type LocalCloudOptions = {
  /** Where state, work files and the log are kept. */
  readonly directory: string;
  readonly persist: boolean;
  /** @default a free one */
  readonly port?: number;
  /** How long a worker of a function stays when nobody calls it. @default some seconds */
  readonly warmSeconds?: number;
  readonly progress: Progress;
};

/** Starts the local cloud, installed first when need be; or uses the one that MINISTACK_ENDPOINT names. */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<Ministack> => {
  const endpoint = process.env.MINISTACK_ENDPOINT;
  if (endpoint) return attachMinistack(endpoint);
  const python = await installMinistack(join(root, '.local', 'ministack'), options.progress);
  options.progress('starting the local cloud');
  return startMinistack({ ...options, python, waitScale: retryScale });
};

export type Synthesis = {
  readonly progress: Progress;
  /** @default cdk.out, as `npm run synth` has it */
  readonly folder?: string;
  /** Where the code sets are. @default those installed on this machine */
  readonly codeSets?: string;
};

/** Synthesises the app and returns where to. Throws with what the app says when it cannot. */
export const synthesise = async ({
  progress,
  folder = join(root, 'cdk.out'),
  codeSets,
}: Synthesis): Promise<string> => {
  progress('synthesising the app');
  const env = {
    ...process.env,
    CDK_OUTDIR: folder,
    // MiniStack runs functions on this machine and unpacks no layer into /opt: they read the code sets where they are.
    CODE_SETS_IN_PLACE: 'yes',
    // Whoever tries webhooks has a receiver here, without TLS.
    WEBHOOKS_TO_THIS_MACHINE: 'yes',
    // Here it is simulated time that says when something is due.
    BELLS_BY_HAND: 'yes',
    // What `cdk deploy -c` hands over.
    CDK_CONTEXT_JSON: JSON.stringify({ machineClients: clinicProgram, mailIdentity: 'address' }),
    ...(codeSets && { CLAIMWRIGHT_CODESETS: codeSets }),
  };
  await run(process.execPath, [join(root, 'infra', 'app.ts')], { cwd: root, env });
  // Bundles run in place are CommonJS; without this they would inherit our own package's type.
  await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  return folder;
};

const RecordsOutputs = z.object({
  TableName: z.string(),
  AuditTable: z.string(),
  AuditBucket: z.string(),
  AuditKeyId: z.string(),
  IntakeBucket: z.string(),
  ExchangeBucket: z.string(),
  CodeSetBucket: z.string(),
  UserPoolId: z.string(),
  PeopleClientId: z.string(),
  ClinicClientId: z.string(),
  WebhookKeyId: z.string(),
  LinkKeyId: z.string(),
});
const BillingOutputs = z.object({
  ApiId: z.string(),
  BatchesFunction: z.string(),
  BellsFunction: z.string(),
  SweepFunction: z.string(),
  RestartsQueueUrl: z.string(),
  CodingWorkflow: z.string(),
  ClaimLifecycleWorkflow: z.string(),
  WebhookQueueUrl: z.string(),
  DocumentsQueueUrl: z.string(),
  BankStatementsQueueUrl: z.string(),
  PartnerFilesQueueUrl: z.string(),
  PaymentPartsQueueUrl: z.string(),
});

/** The deployed app, and what its parts are called here. */
export type LocalApp = {
  readonly clients: AwsClients;
  readonly apiUrl: string;
  readonly records: z.infer<typeof RecordsOutputs>;
  readonly billing: z.infer<typeof BillingOutputs>;
};

export type LocalAppOptions = {
  readonly cloud: Ministack;
  /** What `synthesise` returned. */
  readonly assembly: string;
  readonly senderAddress: string;
  /** How functions run in place. @default from archives, as on AWS */
  readonly inPlace?: InPlace | undefined;
  readonly progress: Progress;
};

// Longer than a function may run; a message whose function died need not wait the minutes that are right on AWS.
const redeliverySeconds = 40;

/**
 * Deploys the app, or brings what is deployed up to date. Twice, since only the first time tells the address of the
 * API that links in mails lead to; the second changes no more than that.
 */
export const deployLocalApp = async (options: LocalAppOptions): Promise<LocalApp> => {
  const clients = awsClients(options.cloud.endpoint);
  const deployWith = (parameters: Record<string, string>) =>
    deploy({
      clients,
      assembly: options.assembly,
      parameters: {
        SenderAddress: options.senderAddress,
        AlarmAddress: options.senderAddress,
        // MiniStack knows no selection of backups, and no alarm on more than one metric.
        KeepBackups: 'no',
        RingAlarms: 'no',
        ...parameters,
      },
      ...(options.inPlace && { zip: options.inPlace.zip }),
      progress: options.progress,
    });
  const first = await deployWith({});
  const billing = BillingOutputs.parse(first.get('ClaimwrightBilling'));
  const apiUrl = localApiUrl(options.cloud.endpoint, billing.ApiId);
  await deployWith({ TaskLinkBaseUrl: apiUrl });
  await redeliverAfter(clients, redeliverySeconds);
  await workFewAtOnce(clients);
  return { clients, apiUrl, records: RecordsOutputs.parse(first.get('ClaimwrightRecords')), billing };
};
