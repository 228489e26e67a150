import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAssembly } from '../../local/cloud-assembly.ts';

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'assembly-'));
});
afterEach(() => rmSync(outdir, { recursive: true, force: true }));

const synthesise = (): void => {
  const app = new App({ outdir, analyticsReporting: false });
  const second = new Stack(app, 'Second');
  const first = new Stack(app, 'First');
  new CfnOutput(new Topic(second, 'Topic'), 'Url', { value: new Queue(first, 'Queue').queueUrl });
  app.synth();
};

describe('a cloud assembly', () => {
  it('gives each stack after those that it takes values from', () => {
    synthesise();
    expect(readAssembly(outdir).map(({ name }) => name)).toEqual(['First', 'Second']);
  });

  it('says where the template of a stack goes in the local account', () => {
    synthesise();
    const [first] = readAssembly(outdir);
    expect(first?.template).toMatchObject({
      path: join(outdir, 'First.template.json'),
      packaging: 'file',
      bucket: 'cdk-hnb659fds-assets-000000000000-us-east-1',
    });
  });
});
