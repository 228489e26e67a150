import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mailIdentityIn } from '../../infra/constructs/task-mail.ts';
import { textOf } from './policy-evaluation.ts';
import { allowances, makeApp, resourcesOf } from './synthesised.ts';

const { records, billing } = makeApp();

const asList = (value: unknown): unknown[] => [value].flat();
const Statement = z.object({
  Effect: z.string(),
  Action: z.unknown().transform((value) => asList(value).map(String)),
  Principal: z.unknown(),
  Condition: z.unknown().optional(),
});
const Policied = z.object({ Statement: z.array(Statement) });
type Statement = z.infer<typeof Statement>;

const serviceOf = ({ Principal }: Statement): string =>
  z.object({ Service: z.string() }).safeParse(Principal).data?.Service ?? '';

const [[keyId, key] = ['', undefined]] = resourcesOf(records, 'AWS::KMS::Key').filter(([, { Properties }]) =>
  String(Properties.Description).includes('queues'),
);
const ofKey = Policied.parse(key?.Properties.KeyPolicy).Statement;

const queues = resourcesOf(billing, 'AWS::SQS::Queue');
const policies = resourcesOf(billing, 'AWS::SQS::QueuePolicy').map(([, { Properties }]) => ({
  queues: asList(Properties.Queues).map((queue) => textOf(queue).slice(1, -1)),
  statements: Policied.parse(Properties.PolicyDocument).Statement,
}));

const Target = z.object({
  Arn: z.unknown().transform(textOf),
  DeadLetterConfig: z.object({ Arn: z.unknown().transform(textOf) }).optional(),
});
const targets = resourcesOf(billing, 'AWS::Events::Rule').flatMap(([rule, { Properties }]) =>
  z
    .array(Target)
    .parse(Properties.Targets)
    .flatMap(({ Arn, DeadLetterConfig }) => [Arn, DeadLetterConfig?.Arn ?? ''])
    .map((arn) => ({ rule, queue: arn.slice(1).replace(/\.Arn>$/, '') }))
    .filter(({ queue }) => queues.some(([id]) => id === queue)),
);

describe('what EventBridge puts into our queues', () => {
  it.each(['events.amazonaws.com', 'cloudwatch.amazonaws.com'])(
    'may be encrypted for %s, as AWS documents it: both actions, and no condition that may not hold',
    (service) => {
      const statements = ofKey.filter((statement) => serviceOf(statement) === service);
      expect(statements).toHaveLength(1);
      expect(statements[0]?.Action.toSorted()).toEqual(['kms:Decrypt', 'kms:GenerateDataKey']);
      expect(statements[0]).not.toHaveProperty('Condition');
    },
  );

  it('lies under the key that EventBridge may use', () => {
    for (const [, { Properties }] of queues) expect(textOf(Properties.KmsMasterKeyId)).toContain(keyId);
  });

  it.each(targets)('may be sent by $rule to $queue, from this account alone', ({ queue }) => {
    const sending = policies
      .filter((policy) => policy.queues.includes(queue))
      .flatMap(({ statements }) => statements)
      .filter((one) => serviceOf(one) === 'events.amazonaws.com' && one.Action.includes('sqs:SendMessage'));
    expect(sending).not.toEqual([]);
    for (const { Effect, Condition } of sending) {
      expect(Effect).toBe('Allow');
      expect(JSON.stringify(Condition)).toMatch(/aws:Source(Account|Arn)/);
    }
  });
});

describe('what SES says of our mail', () => {
  const [rule] = resourcesOf(billing, 'AWS::Events::Rule').filter(([id]) => id.startsWith('MailEvents'));

  it('comes from the configuration set of this stage, and lies in the queue of its function', () => {
    const Destination = z.object({
      ConfigurationSetName: z.unknown().transform(textOf),
      EventDestination: z.looseObject({ MatchingEventTypes: z.array(z.string()) }),
    });
    const [[, { Properties }] = ['', { Properties: {} }]] = resourcesOf(
      billing,
      'AWS::SES::ConfigurationSetEventDestination',
    );
    const { ConfigurationSetName, EventDestination } = Destination.parse(Properties);
    expect(EventDestination.MatchingEventTypes.toSorted()).toEqual([
      'bounce',
      'complaint',
      'reject',
      'renderingFailure',
    ]);
    expect(JSON.stringify(EventDestination.EventBridgeDestination)).toContain('event-bus/default');
    expect(rule?.[1].Properties.EventPattern).toMatchObject({
      source: ['aws.ses'],
      detail: { mail: { tags: { 'ses:configuration-set': [{ Ref: ConfigurationSetName.slice(1, -1) }] } } },
    });
  });

  it.each([
    ['domain', { 'Fn::Select': [1, { 'Fn::Split': ['@', { Ref: 'SenderAddress' }] }] }],
    ['address', { Ref: 'SenderAddress' }],
  ] as const)('is of a sender that SES knows by the %s', (mailIdentity, EmailIdentity) => {
    const { billing: stack } = makeApp({ mailIdentity });
    const identities = resourcesOf(stack, 'AWS::SES::EmailIdentity');
    expect(identities.map(([, { Properties }]) => Properties.EmailIdentity)).toEqual([EmailIdentity]);
    expect(JSON.stringify(allowances(stack))).toContain('ses:SendEmail');
  });

  it('needs no identity of its own where the account has one already', () => {
    expect(resourcesOf(makeApp({ mailIdentity: 'existing' }).billing, 'AWS::SES::EmailIdentity')).toEqual([]);
    expect(() => mailIdentityIn('none')).toThrow('mailIdentity');
    expect(mailIdentityIn(undefined)).toBe('domain');
  });
});
