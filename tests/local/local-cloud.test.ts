import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { App, CfnOutput, CfnParameter, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awsClients, invokeFunction } from '../../local/aws-clients.ts';
import { deploy, type Outputs } from '../../local/deploy.ts';
import { installMinistack } from '../../local/install-python.ts';
import { attachMinistack, type Ministack, startMinistack } from '../../local/ministack.ts';

const root = join(import.meta.dirname, '../..');
let directory: string;
let python: string;
let cloud: Ministack;

const start = (): Promise<Ministack> =>
  startMinistack({ python, directory, persist: true, waitScale: 0.00001 });

/** Answers with what it is told. */
const answering = (answer: string): string =>
  `exports.handler = async ({ name }) => ({ answer: '${answer}', name, greeting: process.env.GREETING });`;

/** Ends when the other one is there, and tells its process. */
const meeting = `
  const { existsSync, writeFileSync } = require('node:fs');
  exports.handler = async ({ mine, others }) => {
    writeFileSync(mine, '');
    while (!existsSync(others)) await new Promise((resolve) => setTimeout(resolve, 20));
    return process.pid;
  };`;

/** Synthesises an app of one bucket and one function. */
const synthesise = (name: string, source: string): string => {
  const code = join(directory, `code-${name}`);
  mkdirSync(code, { recursive: true });
  writeFileSync(join(code, 'index.js'), source);
  const app = new App({ outdir: join(directory, `assembly-${name}`), analyticsReporting: false });
  const stack = new Stack(app, 'Sample');
  const bucket = new Bucket(stack, 'Bucket', { removalPolicy: RemovalPolicy.RETAIN });
  const greeting = new CfnParameter(stack, 'Greeting');
  const fn = new LambdaFunction(stack, 'Function', {
    code: Code.fromAsset(code),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    environment: { GREETING: greeting.valueAsString },
  });
  new CfnOutput(stack, 'BucketName', { value: bucket.bucketName });
  new CfnOutput(stack, 'FunctionName', { value: fn.functionName });
  return app.synth().directory;
};

const deploySample = async (name: string, source = answering(name)): Promise<Outputs> => {
  const outputs = await deploy({
    clients: awsClients(cloud.endpoint),
    assembly: synthesise(name, source),
    parameters: { Greeting: 'hello', Unused: 'by this app' },
    progress: () => {},
  });
  return outputs.get('Sample') ?? {};
};

beforeAll(async () => {
  // The first run of a checkout downloads the pinned packages.
  python = await installMinistack(join(root, '.local', 'ministack'), () => {});
  directory = mkdtempSync(join(tmpdir(), 'local-cloud-'));
  cloud = await start();
});

afterAll(async () => {
  await cloud?.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe('the local cloud', () => {
  it('runs a deployed function on the Node that runs the project, with the parameters of the stack', async () => {
    const { FunctionName = '' } = await deploySample('first');
    expect(await invokeFunction(cloud.endpoint, FunctionName, { name: 'a' })).toEqual({
      answer: 'first',
      name: 'a',
      greeting: 'hello',
    });
  });

  it('takes new code, and leaves what did not change as it was', async () => {
    const before = await deploySample('first');
    const after = await deploySample('second');
    expect(after).toEqual(before);
    expect(await invokeFunction(cloud.endpoint, after.FunctionName ?? '', {})).toMatchObject({
      answer: 'second',
    });
  });

  it('serves many calls at once with two processes, which do work at once', async () => {
    const { FunctionName = '' } = await deploySample('meeting', meeting);
    const [one, two] = [join(directory, 'one'), join(directory, 'two')];
    const call = (mine: string, others: string) =>
      invokeFunction(cloud.endpoint, FunctionName, { mine, others });
    const processes = await Promise.all([call(one, two), call(two, one)]);
    expect(new Set(processes).size).toBe(2);
    const more = await Promise.all(Array.from({ length: 12 }, () => call(one, two)));
    expect(new Set(more).size).toBeLessThanOrEqual(2);
  });

  it('keeps stacks and documents over a restart', async () => {
    const { BucketName, FunctionName = '' } = await deploySample('first');
    const document = { Bucket: BucketName, Key: 'note.txt' };
    await awsClients(cloud.endpoint).s3.send(new PutObjectCommand({ ...document, Body: 'kept' }));
    await cloud.stop();
    cloud = await start();
    const { Body } = await awsClients(cloud.endpoint).s3.send(new GetObjectCommand(document));
    expect(await Body?.transformToString()).toBe('kept');
    expect(await invokeFunction(cloud.endpoint, FunctionName, {})).toMatchObject({ answer: 'first' });
  });

  it('does not start twice on the same state', async () => {
    await expect(start()).rejects.toThrow('already runs');
  });

  it('says so when nothing answers where one should run already', async () => {
    await expect(attachMinistack('http://127.0.0.1:9')).rejects.toThrow('No MiniStack answers');
  });
});
