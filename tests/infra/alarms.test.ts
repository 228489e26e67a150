import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { statementsByRole, textOf } from './policy-evaluation.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const { billing } = makeApp();

const Dimensions = z
  .array(z.object({ Name: z.string(), Value: z.unknown().transform(textOf) }))
  .default([])
  .transform((list) => list.map(({ Name, Value }) => `${Name}=${Value}`).join());

const Alarm = z.object({
  AlarmActions: z.array(z.unknown()).length(1),
  AlarmDescription: z.string(),
  TreatMissingData: z.string(),
  Metrics: z.array(
    z.object({
      Id: z.string(),
      Expression: z.string().optional(),
      MetricStat: z
        .object({ Metric: z.object({ Namespace: z.string(), MetricName: z.string(), Dimensions }) })
        .optional(),
    }),
  ),
});

const alarms = resourcesOf(billing, 'AWS::CloudWatch::Alarm').map(([id, { Properties }]) => ({
  id,
  ...Alarm.parse(Properties),
}));
const stats = alarms.map(({ id, Metrics }) => ({
  id,
  metrics: Metrics.flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : [])),
}));

/** `Errors FunctionName=<SubmitClaimFunction…>` of every metric that an alarm watches. */
const watched = stats.flatMap(({ metrics }) =>
  metrics.map(({ MetricName, Dimensions }) => `${MetricName} ${Dimensions}`),
);

const idsOf = (type: string): string[] => resourcesOf(billing, type).map(([id]) => id);
const queues = idsOf('AWS::SQS::Queue');

describe('the alarms', () => {
  it('are few: one for each kind of trouble, and more only where CloudWatch takes no more metrics into one', () => {
    const kinds = new Set(alarms.map(({ AlarmDescription }) => AlarmDescription.split('#')[1]));
    expect(kinds.size).toBeLessThanOrEqual(14);
    for (const { metrics } of stats) expect(metrics.length).toBeLessThanOrEqual(10);
    const perKind = Map.groupBy(alarms, ({ AlarmDescription }) => AlarmDescription.split('#')[1]);
    for (const [kind, ofKind] of perKind) {
      const count = stats
        .filter(({ id }) => ofKind.some((alarm) => alarm.id === id))
        .reduce((sum, { metrics }) => sum + metrics.length, 0);
      expect([kind, ofKind.length]).toEqual([kind, Math.ceil(count / 10)]);
    }
  });

  it('use every metric that they take, and say no more than SNS and CloudWatch let them', () => {
    for (const { Metrics, AlarmDescription } of alarms) {
      const [expression = ''] = Metrics.flatMap(({ Expression }) => Expression ?? []);
      for (const { Id, MetricStat } of Metrics)
        if (MetricStat) expect(expression).toMatch(new RegExp(`\\b${Id}\\b`));
      expect(AlarmDescription.length).toBeLessThanOrEqual(1024);
    }
  });

  it.each(idsOf('AWS::Lambda::Function'))('watch the errors of %s once', (id) => {
    const ofIt = stats.filter(({ id: alarm }) => alarm.startsWith('MonitoringAFunctionFails'));
    const metrics = ofIt.flatMap(({ metrics }) => metrics.map(({ Dimensions }) => Dimensions));
    expect(metrics.filter((dimensions) => dimensions === `FunctionName=<${id}>`)).toHaveLength(1);
  });

  it.each(idsOf('AWS::StepFunctions::StateMachine'))('watch executions of %s that do not end well', (id) => {
    for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted'])
      expect(watched).toContain(`${metric} StateMachineArn=<${id}>`);
  });

  it.each(queues)('watch the queue %s: how many failed, or how long the oldest waits', (id) => {
    const metric = id.includes('Failures')
      ? 'ApproximateNumberOfMessagesVisible'
      : 'ApproximateAgeOfOldestMessage';
    expect(watched).toContain(`${metric} QueueName=<${id}.QueueName>`);
  });

  it('ring when the sweep is silent, and who rings bells', () => {
    const silent = alarms.filter(({ TreatMissingData }) => TreatMissingData === 'breaching');
    expect(silent.map(({ id }) => id).toSorted()).toEqual([
      expect.stringContaining('BellsDoNotRing'),
      expect.stringContaining('TheSweepDoesNotRun'),
    ]);
    expect(watched.filter((metric) => /^BellsLate .*RingBells/.test(metric))).toHaveLength(1);
    expect(watched.filter((metric) => /^Invocations .*SweepRecords/.test(metric))).toHaveLength(1);
  });

  it('watch throttling of every call that functions may make to a table', () => {
    const calls = [...statementsByRole(billing).values()]
      .flat()
      .filter(({ Effect, Resource }) => Effect === 'Allow' && !Resource.join().includes('StreamArn'))
      .flatMap(({ Action }) => Action)
      .filter((action) => action.startsWith('dynamodb:'))
      .map((action) => action.slice('dynamodb:'.length));
    const throttled = watched.filter((metric) => metric.startsWith('ThrottledRequests'));
    for (const call of new Set(calls)) expect(throttled.join(), call).toContain(`Operation=${call}`);
    expect(throttled.join()).toContain('Operation=TransactWriteItems');
  });

  it('watch the throttling of functions, our reputation as a sender and the API', () => {
    expect(watched).toContain('Throttles ');
    const others = ['Reputation.BounceRate', 'Reputation.ComplaintRate', '5xx', 'WithoutNextStep'];
    for (const metric of others)
      expect(watched.filter((name) => name.startsWith(`${metric} `))).toHaveLength(1);
  });

  it.each(resourcesOf(billing, 'AWS::Events::Rule'))(
    'ring for what the rule %s cannot hand over: it lies in a queue that is watched',
    (_, { Properties }) => {
      const Target = z.object({ DeadLetterConfig: z.object({ Arn: z.unknown().transform(textOf) }) });
      for (const { DeadLetterConfig } of z.array(Target).min(1).parse(Properties.Targets)) {
        const queue = DeadLetterConfig.Arn.slice(1, -1).replace(/\.Arn$/, '');
        expect(watched).toContain(`ApproximateNumberOfMessagesVisible QueueName=<${queue}.QueueName>`);
      }
    },
  );

  it('reach a mailbox that the deployment has to name', () => {
    const subscriptions = resourcesOf(billing, 'AWS::SNS::Subscription');
    expect(subscriptions.map(([, { Properties }]) => Properties)).toEqual([
      expect.objectContaining({ Protocol: 'email', Endpoint: { Ref: 'AlarmAddress' } }),
    ]);
  });
});
