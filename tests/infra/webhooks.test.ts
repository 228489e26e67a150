import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { toldEntities } from '../../functions/adapters/webhooks/webhooks.env.ts';
import { functionCapacity } from '../../infra/stacks/capacity.ts';
import { statementsByRole } from './policy-evaluation.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const { records, billing } = makeApp();
const [secretKey = ''] = resourcesOf(records, 'AWS::KMS::Key')
  .filter(([, { Properties }]) => String(Properties.Description).includes('secrets of webhooks'))
  .map(([id]) => id);

/** What a role may do with the key of the secrets. */
const usesOfKey = [...statementsByRole(billing)].flatMap(([role, statements]) =>
  statements
    .filter((statement) => JSON.stringify(statement).includes(secretKey))
    .map((statement) => `${role.replace(/Role[0-9A-F]{8}$/, '')} ${JSON.stringify(statement)}`),
);

describe('webhooks', () => {
  it('have a key of their own: the API seals, the sender opens, and nobody else uses it', () => {
    expect(secretKey).not.toBe('');
    expect(usesOfKey).toHaveLength(2);
    const [api, sender] = usesOfKey.toSorted();
    expect(api).toMatch(/^PracticeApi .*kms:Encrypt/);
    expect(api).not.toContain('kms:Decrypt');
    expect(sender).toMatch(/^SendDue .*kms:Decrypt/);
    expect(sender).not.toContain('kms:Encrypt');
  });

  it('hear of claims, visits and tasks alone, halve what fails, and keep what is given up', () => {
    const mappings = resourcesOf(billing, 'AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) =>
      JSON.stringify(Properties.EventSourceArn).includes('Stream'),
    );
    expect(mappings).toHaveLength(1);
    const { Properties = {} } = mappings[0]?.[1] ?? {};
    expect(Properties).toMatchObject({ BisectBatchOnFunctionError: true, MaximumRecordAgeInSeconds: 43_200 });
    expect(Properties.DestinationConfig).toHaveProperty('OnFailure');
    const told = { dynamodb: { NewImage: { __edb_e__: { S: [...toldEntities] } } } };
    expect(Properties.FilterCriteria).toEqual({ Filters: [{ Pattern: JSON.stringify(told) }] });
  });

  it('lead to no private machine where they are deployed', () => {
    expect(JSON.stringify(Template.fromStack(billing).toJSON())).not.toContain('WEBHOOKS_TO_THIS_MACHINE');
  });

  it('have a sender that outlives its last receiver, before its endpoint is anybody else’s', () => {
    // It begins posts for a minute, each of which takes fifteen seconds at most; an endpoint is taken for 150.
    expect(functionCapacity['webhooks/send-due'].seconds).toBeGreaterThan(60 + 15);
    expect(functionCapacity['webhooks/send-due'].seconds).toBeLessThan(150);
  });
});
