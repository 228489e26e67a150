import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from './policy-evaluation.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const { billing } = makeApp();

const Rule = z.object({
  EventPattern: z.looseObject({
    source: z.array(z.string()),
    'detail-type': z.array(z.string()),
    detail: z.object({
      status: z.array(z.string()),
      stateMachineArn: z.array(z.unknown().transform(textOf)),
    }),
  }),
  Targets: z.array(
    z.object({
      Arn: z.unknown().transform(textOf),
      DeadLetterConfig: z.object({ Arn: z.unknown().transform(textOf) }),
    }),
  ),
});
const rules = resourcesOf(billing, 'AWS::Events::Rule').flatMap(([, { Properties }]) => {
  const rule = Rule.safeParse(Properties);
  return rule.success ? [rule.data] : [];
});
const queueOf = (name: string) => {
  const [found] = resourcesOf(billing, 'AWS::SQS::Queue').filter(([id]) => id.startsWith(`${name}Queue`));
  if (!found) throw new TypeError(`There is no queue ${name}`);
  return { id: found[0], ...found[1].Properties };
};

describe('the ends of executions', () => {
  it('come by EventBridge, of the two workflows that drive claims and visits and of no other', () => {
    expect(rules).toHaveLength(1);
    const { EventPattern, Targets } = rules[0] ?? Rule.parse({});
    expect(EventPattern).toMatchObject({
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
    });
    const machines = EventPattern.detail.stateMachineArn.map((arn) => arn.split('-').at(-1));
    expect(machines).toEqual(['ClaimLifecycle', 'Coding']);
    expect(Targets.map(({ Arn }) => Arn)).toEqual([`<${queueOf('Restarts').id}.Arn>`]);
    expect(Targets[0]?.DeadLetterConfig.Arn).toContain('RestartsFailures');
  });

  it('are kept back until whatever took the place of an execution has recorded it', () => {
    expect(queueOf('Restarts')).toMatchObject({ DelaySeconds: 15 });
  });
});

it('the alarm of the sweep rings where it is not called, and where it is and a practice is not looked after', () => {
  const Alarm = z.object({
    AlarmDescription: z.string(),
    Threshold: z.number(),
    Metrics: z.array(
      z.object({
        Id: z.string(),
        Expression: z.string().optional(),
        MetricStat: z.object({ Metric: z.object({ MetricName: z.string() }) }).optional(),
      }),
    ),
  });
  const [alarm, ...others] = resourcesOf(billing, 'AWS::CloudWatch::Alarm')
    .map(([, { Properties }]) => Alarm.parse(Properties))
    .filter(({ AlarmDescription }) => AlarmDescription.includes('#the-sweep-does-not-run'));
  expect(others).toEqual([]);
  const names = alarm?.Metrics.flatMap(({ Id, MetricStat }) =>
    MetricStat ? [`${Id} ${MetricStat.Metric.MetricName}`] : [],
  );
  expect(names).toEqual(['m0 Invocations', 'm1 Errors', 'm2 Unswept']);
  const [expression] = alarm?.Metrics.flatMap(({ Expression }) => Expression ?? []) ?? [];
  expect(expression).toBe('IF(FILL(m2, 0) > 0, 0, FILL(m0, 0) - FILL(m1, 0))');
  expect(alarm?.Threshold).toBe(1);
});

it('shares of the sweep are taken one after another of a practice, each by itself', () => {
  const shares = queueOf('SweepShares');
  expect(shares).toMatchObject({ FifoQueue: true });
  const sources = resourcesOf(billing, 'AWS::Lambda::EventSourceMapping').filter(
    ([, { Properties }]) => textOf(Properties.EventSourceArn) === `<${shares.id}.Arn>`,
  );
  expect(sources).toHaveLength(1);
  expect(sources[0]?.[1].Properties).toMatchObject({
    BatchSize: 1,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});
