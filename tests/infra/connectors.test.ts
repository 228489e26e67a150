import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Payer } from '../../functions/domain/payer.ts';
import { parseInboundKey } from '../../functions/partners/receive-partner-file.ts';
import { addNagPacks } from '../../infra/nag-packs.ts';
import { partnerIdsIn } from '../../infra/partner-ids.ts';
import { ConnectorsStack } from '../../infra/stacks/connectors-stack.ts';
import { isAllowed, type Statement, statementsOf, textOf } from './policy-evaluation.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

/** Ids that begin, end or look like one another. */
const partnerIds = ['northwind', 'north', 'north-wind', 'wind', 'northwind-2', '--', 'inbound', 'outbound'];

const { app, records } = makeApp();
const stack = new ConnectorsStack(app, 'ClaimwrightConnectors', { records, partnerIds });
const exported = (value: string): string => textOf(records.resolve(records.exportValue(value)));
const bucketArn = exported(records.exchange.bucket.bucketArn);
const intakeArn = exported(records.intake.bucket.bucketArn);
const keyArn = exported(records.encryptionKey.key.keyArn);
const policies = new Map<string, readonly Statement[]>(
  resourcesOf(stack, 'AWS::IAM::ManagedPolicy').map(([, { Properties }]) => [
    /connector of (\S+) /.exec(String(Properties.Description))?.[1] ?? '',
    statementsOf(Properties),
  ]),
);

const policyOf = (partnerId: string): readonly Statement[] => policies.get(partnerId) ?? [];

const mayObject = (partnerId: string, action: string, key: string): boolean =>
  isAllowed(policyOf(partnerId), { action, resource: `${bucketArn}/${key}` });

const mayList = (partnerId: string, prefix: string | undefined, resource = bucketArn): boolean =>
  isAllowed(policyOf(partnerId), {
    action: 's3:ListBucket',
    resource,
    context: prefix === undefined ? {} : { 's3:prefix': prefix },
  });

const service = (name: string) => ({ 'kms:ViaService': `${name}.<AWS::Region>.amazonaws.com` });

describe('the policy of a connector', () => {
  it('is made for each partner that is named', () => {
    expect([...policies.keys()].toSorted()).toEqual(partnerIds.toSorted());
    Template.fromStack(stack).resourceCountIs('AWS::IAM::Role', 0);
  });

  it.each(partnerIds)('lets that of %s leave answers, and take and list what is for it', (partnerId) => {
    expect(mayObject(partnerId, 's3:PutObject', `partners/${partnerId}/inbound/835.x12`)).toBe(true);
    expect(mayObject(partnerId, 's3:GetObject', `partners/${partnerId}/outbound/837P-1.x12`)).toBe(true);
    expect(mayList(partnerId, `partners/${partnerId}/outbound/`)).toBe(true);
    expect(mayList(partnerId, `partners/${partnerId}/outbound/837P-`)).toBe(true);
  });

  it('never lets one partner’s connector at another’s keys', () => {
    const anyPartner = fc.constantFrom(...partnerIds);
    const anyRest = fc
      .array(fc.constantFrom('inbound', 'outbound', 'partners', '835.x12', '..', '*', '', ...partnerIds), {
        maxLength: 5,
      })
      .map((parts) => parts.join('/'));
    const anyAction = fc.constantFrom(
      's3:PutObject',
      's3:GetObject',
      's3:DeleteObject',
      's3:PutObjectTagging',
    );
    fc.assert(
      fc.property(anyPartner, anyPartner, anyAction, anyRest, (own, other, action, rest) => {
        fc.pre(own !== other);
        expect(mayObject(own, action, `partners/${other}/${rest}`)).toBe(false);
        expect(mayList(own, `partners/${other}/${rest}`)).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['s3:PutObject', 'partners/north/outbound/837P-1.x12'],
    ['s3:GetObject', 'partners/north/inbound/835.x12'],
    ['s3:DeleteObject', 'partners/north/outbound/837P-1.x12'],
    ['s3:DeleteObject', 'partners/north/inbound/835.x12'],
    ['s3:PutObject', 'partners/north/835.x12'],
    ['s3:PutObject', 'payments/north/inbound/835.x12'],
    ['s3:GetObject', 'x/partners/north/outbound/837P-1.x12'],
    ['s3:PutObject', 'Partners/north/inbound/835.x12'],
    ['s3:PutObject', 'partners/NORTH/inbound/835.x12'],
  ])('does not allow %s of %s', (action, key) => {
    expect(mayObject('north', action, key)).toBe(false);
  });

  it.each([undefined, '', 'partners/', 'partners/north', 'partners/north/', 'partners/north/inbound/'])(
    'does not let it list under the prefix %j',
    (prefix) => {
      expect(mayList('north', prefix)).toBe(false);
    },
  );

  it('reaches no object of the intake bucket', () => {
    const resource = `${intakeArn}/partners/north/outbound/837P-1.x12`;
    expect(isAllowed(policyOf('north'), { action: 's3:GetObject', resource })).toBe(false);
    expect(mayList('north', 'partners/north/outbound/', intakeArn)).toBe(false);
  });

  it.each(['kms:Decrypt', 'kms:GenerateDataKey'])('uses the key (%s) through S3 only', (action) => {
    const request = { action, resource: keyArn };
    expect(isAllowed(policyOf('north'), { ...request, context: service('s3') })).toBe(true);
    expect(isAllowed(policyOf('north'), { ...request, context: service('dynamodb') })).toBe(false);
    expect(isAllowed(policyOf('north'), request)).toBe(false);
  });

  it('satisfies the rules of cdk-nag', () => {
    const made = makeApp();
    new ConnectorsStack(made.app, 'ClaimwrightConnectors', { records: made.records, partnerIds });
    addNagPacks(made.app);
    expect(() => made.app.synth()).not.toThrow();
  });
});

describe('the partners of a deployment', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['northwind', ['northwind']],
    ['northwind, lakeshore,northwind,', ['northwind', 'lakeshore']],
    [
      ['northwind', 'lakeshore'],
      ['northwind', 'lakeshore'],
    ],
  ])('are read from the context %j', (context, ids) => {
    expect(partnerIdsIn(context)).toEqual(ids);
  });

  it.each(['*', 'north*', 'n', 'North', 'north/inbound', 'north wind', `${'n'.repeat(41)}`, 'n?', '$'])(
    'are refused where one is %j',
    (id) => {
      expect(() => partnerIdsIn(`northwind,${id}`)).toThrow('no id of a partner');
      expect(() => partnerIdsIn([id])).toThrow('no id of a partner');
    },
  );

  it('are named by the rule of a contract, and of the folder that files come from', () => {
    const isId = (id: string): boolean => {
      try {
        return partnerIdsIn([id]).length === 1;
      } catch {
        return false;
      }
    };
    const nearlyIds = fc.string({
      unit: fc.constantFrom('a', 'z', '0', '9', '-', 'A', '*', '/', '_'),
      maxLength: 45,
    });
    fc.assert(
      fc.property(nearlyIds, (id) => {
        expect(isId(id)).toBe(Payer.shape.partnerId.safeParse(id).success);
        expect(isId(id)).toBe(parseInboundKey(`partners/${id}/inbound/835.x12`) !== undefined);
      }),
      { numRuns: 2_000 },
    );
  });
});
