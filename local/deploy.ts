import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type ChangeSetType,
  CreateChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { PutParameterCommand } from '@aws-sdk/client-ssm';
import type { AwsClients } from './aws-clients.ts';
import { type AssemblyStack, type FileAsset, readAssembly } from './cloud-assembly.ts';
import type { Progress } from './install-python.ts';
import { zipDirectory } from './zip.ts';

export type Deployment = {
  readonly clients: AwsClients;
  /** Where the app was synthesised to. */
  readonly assembly: string;
  /** Values of the stacks' parameters; each stack takes those that its template declares. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Makes the archive of a directory. @default one of its files */
  readonly zip?: (directory: string) => Buffer;
  readonly progress: Progress;
};

/** The outputs of a stack by their names. */
export type Outputs = Readonly<Record<string, string>>;

/**
 * Deploys a synthesised app to the local cloud as `cdk deploy` would to AWS: assets, then a change set for each stack.
 * What is up to date stays as it is. Returns the outputs by stack; throws with CloudFormation's reasons on failure.
 */
export const deploy = async (deployment: Deployment): Promise<ReadonlyMap<string, Outputs>> => {
  const stacks = readAssembly(deployment.assembly);
  await bootstrap(deployment, stacks);
  const outputs = new Map<string, Outputs>();
  for (const stack of stacks) {
    deployment.progress(`deploying ${stack.name}`);
    for (const asset of stack.assets) await upload(deployment, asset);
    outputs.set(stack.name, await deployStack(deployment, stack));
  }
  return outputs;
};

/** What `cdk bootstrap` leaves in an account, as far as a deployment asks for it. */
const bootstrap = async ({ clients }: Deployment, stacks: AssemblyStack[]): Promise<void> => {
  await clients.ssm.send(
    new PutParameterCommand({
      Name: '/cdk-bootstrap/hnb659fds/version',
      Value: '30',
      Type: 'String',
      Overwrite: true,
    }),
  );
  const buckets = new Set(stacks.flatMap(({ assets }) => assets.map(({ bucket }) => bucket)));
  for (const bucket of buckets) await ensureBucket(clients.s3, bucket);
};

const ensureBucket = async (s3: AwsClients['s3'], bucket: string): Promise<void> => {
  try {
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  } catch (error) {
    if (!(error instanceof BucketAlreadyOwnedByYou)) throw error;
  }
};

const upload = async (
  { clients: { s3 }, zip = zipDirectory }: Deployment,
  { bucket, key, path, packaging }: FileAsset,
): Promise<void> => {
  if (await exists(s3, bucket, key)) return;
  const Body = packaging === 'zip' ? zip(path) : await readFile(path);
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body }));
};

/** The key of an asset is the hash of its content, so one that is there is the right one. */
const exists = async (s3: AwsClients['s3'], bucket: string, key: string): Promise<boolean> => {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return true;
  } catch {
    return false;
  }
};

const deployStack = async (deployment: Deployment, stack: AssemblyStack): Promise<Outputs> => {
  const { cloudFormation } = deployment.clients;
  const before = await findStack(deployment, stack.name);
  const names = { StackName: stack.name, ChangeSetName: `claimwright-${Date.now()}` };
  await cloudFormation.send(
    new CreateChangeSetCommand({
      ...names,
      ChangeSetType: (before ? 'UPDATE' : 'CREATE') satisfies ChangeSetType,
      TemplateURL: `${deployment.clients.endpoint}/${stack.template.bucket}/${stack.template.key}`,
      Parameters: await parametersOf(deployment, stack),
      Capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
    }),
  );
  if (await hasChanges(deployment, names)) {
    await cloudFormation.send(new ExecuteChangeSetCommand(names));
    await settle(deployment, stack.name);
  }
  const after = await findStack(deployment, stack.name);
  return Object.fromEntries(
    (after?.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? '']),
  );
};

const parametersOf = async ({ parameters }: Deployment, { template }: AssemblyStack) => {
  const { Parameters: declared = {} } = JSON.parse(await readFile(template.path, 'utf8')) as {
    Parameters?: object;
  };
  return Object.entries(parameters)
    .filter(([name]) => name in declared)
    .map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }));
};

const hasChanges = async (
  { clients: { cloudFormation } }: Deployment,
  names: { StackName: string; ChangeSetName: string },
): Promise<boolean> => {
  for (;;) {
    const { Status, StatusReason = '' } = await cloudFormation.send(new DescribeChangeSetCommand(names));
    if (Status === 'CREATE_COMPLETE') return true;
    // CloudFormation calls a change set without changes failed.
    if (Status === 'FAILED' && /no updates|didn't contain changes/i.test(StatusReason)) return false;
    if (Status === 'FAILED') throw new Error(`${names.StackName}: ${StatusReason}`);
    await pause(50);
  }
};

const settle = async (deployment: Deployment, name: string): Promise<void> => {
  for (;;) {
    const status = (await findStack(deployment, name))?.StackStatus ?? '';
    if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return;
    if (/FAILED|ROLLBACK_COMPLETE/.test(status)) {
      throw new Error(`${name} is ${status}:\n${await failuresOf(deployment, name)}`);
    }
    await pause(50);
  }
};

const findStack = async (
  { clients: { cloudFormation } }: Deployment,
  name: string,
): Promise<Stack | undefined> => {
  try {
    const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name }));
    return Stacks?.[0];
  } catch (error) {
    // CloudFormation has no error of its own for a stack that does not exist.
    if (error instanceof Error && error.name === 'ValidationError') return undefined;
    throw error;
  }
};

const failuresOf = async ({ clients: { cloudFormation } }: Deployment, name: string): Promise<string> => {
  const { StackEvents = [] } = await cloudFormation.send(new DescribeStackEventsCommand({ StackName: name }));
  return StackEvents.filter(({ ResourceStatus }) => ResourceStatus?.endsWith('FAILED'))
    .map(({ LogicalResourceId, ResourceStatusReason }) => `  ${LogicalResourceId}: ${ResourceStatusReason}`)
    .join('\n');
};
