import { StopExecutionCommand } from '@aws-sdk/client-sfn';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import { type LocalPractice, uploadSamples } from '../../../local/local-practice.ts';
import { workSamples } from '../../../local/run-samples.ts';
import type { Sample } from '../../../local/samples.ts';
import { runningExecutions } from '../../../local/simulated-time/watch-cloud.ts';
import { summarise } from '../../../local/summary.ts';
import { deadLetters } from '../faults.ts';
import { samplesOf, silently, startPractice } from '../start-practice.ts';
import { encounterOnce, onlyClaim } from '../waiting.ts';

let practice: LocalPractice;
let samples: Sample[];

beforeAll(async () => {
  samples = await samplesOf('01');
  practice = await startPractice('ended');
  await uploadSamples(practice, samples, silently);
});

afterAll(() => practice?.stop());

const lifecycles = (): Promise<string[]> =>
  runningExecutions(practice.app, practice.app.billing.ClaimLifecycleWorkflow);

/** What EventBridge tells of an execution that was stopped, told once more: the local cloud tells of it by itself. */
const tellOfEnd = async ({ practiceId, claimId }: Claim, executionArn: string): Promise<void> => {
  const { clients, billing } = practice.app;
  const detail = {
    executionArn,
    stateMachineArn: billing.ClaimLifecycleWorkflow,
    status: 'ABORTED',
    input: JSON.stringify({ practiceId, claimId }),
  };
  const event = { 'detail-type': 'Step Functions Execution Status Change', source: 'aws.states', detail };
  const message = { QueueUrl: billing.RestartsQueueUrl, MessageBody: JSON.stringify(event) };
  await clients.sqs.send(new SendMessageCommand(message));
};

it('starts a claim again whose execution was stopped, once, however often its event comes, and brings it to its end', async () => {
  const view = await encounterOnce(practice, '01-hypertension', (one) =>
    expect(onlyClaim(one).status).toBe('accepted'),
  );
  const claim = onlyClaim(view);
  const [executionArn = ''] = await lifecycles();
  await practice.app.clients.sfn.send(new StopExecutionCommand({ executionArn }));
  expect(await lifecycles()).toEqual([]);
  await tellOfEnd(claim, executionArn);
  await tellOfEnd(claim, executionArn);
  const views = await workSamples({ practice, samples, progress: silently });
  const [sample] = samples;
  const worked = sample && views.get(sample.name);
  expect(sample && worked && summarise(sample, worked).differences).toEqual([]);
  const history = await practice.client.history(claim.claimId);
  expect(history.filter(({ type }) => type === 'lifecycle-started')).toHaveLength(2);
  expect(await lifecycles()).toEqual([]);
  expect(await deadLetters(practice.app)).toBe(0);
});

it('is looked after by the sweep as well, and then nothing is restarted that is over', async () => {
  await practice.sweep();
  await practice.time.settle();
  expect(await lifecycles()).toEqual([]);
  expect(await deadLetters(practice.app)).toBe(0);
});
