import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addNagPacks } from '../../infra/nag-packs.ts';
import { ConnectorsStack } from '../../infra/stacks/connectors-stack.ts';
import { inStage, stageIn, tagStage } from '../../infra/stage.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const app = new App({ analyticsReporting: false });
addNagPacks(app);
const stacksOf = (stage: string | undefined): Stack[] => {
  const { records, billing } = makeApp({ stage }, app);
  const connectors = new ConnectorsStack(app, inStage('ClaimwrightConnectors', stage), {
    records,
    partnerIds: ['northwind'],
  });
  return [records, billing, connectors];
};
const stages = [undefined, 'blue', 'green'].map((stage) => stacksOf(stage));

const Text = z.unknown().transform((value) => JSON.stringify(value));
const Templates = z.object({
  Resources: z.record(
    z.string(),
    z.object({ Type: z.string(), Properties: z.record(z.string(), Text).default({}) }),
  ),
  Outputs: z.record(z.string(), z.object({ Export: z.object({ Name: z.string() }).optional() })).default({}),
});

// These stand inside their parents, of which each stage has its own.
const inItsParent =
  /^AWS::(ApiGatewayV2::(Authorizer|Stage|Route)|Cognito::UserPool(Client|ResourceServer)|IAM::Policy|CloudWatch::Alarm)$/;

/** What a stack gives a name that an account or a region has once. */
const namesIn = (stack: Stack): string[] => {
  const { Resources, Outputs } = Templates.parse(Template.fromStack(stack).toJSON());
  const given = Object.values(Resources).flatMap(({ Type, Properties }) =>
    Object.entries(Properties)
      .filter(([name]) => !inItsParent.test(Type) && /(^|[a-z])(Name|Domain)$/.test(name))
      // A reference is to something that CloudFormation names itself.
      .filter(([, value]) => !/^\{"(Ref|Fn::GetAtt|Fn::ImportValue)"/.test(value))
      .map(([name, value]) => `${Type} ${name} ${value}`),
  );
  const exported = Object.values(Outputs).flatMap(({ Export }) => (Export ? [`export ${Export.Name}`] : []));
  return [stack.stackName, ...given, ...exported];
};

const names = stages.map((stacks) => stacks.flatMap(namesIn));

describe('stages of one account and region', () => {
  it('are synthesised at once, and hold to the rules', () => {
    expect(() => app.synth()).not.toThrow();
  });

  it('share no name', () => {
    for (const ofStage of names) expect(ofStage.length).toBeGreaterThan(10);
    const all = names.flat().filter((name) => !name.startsWith('AWS::SES::EmailIdentity'));
    expect(all.filter((name, at) => all.indexOf(name) !== at).join('\n')).toBe('');
  });

  it('count by themselves', () => {
    const namespaces = stages.map(([, billing]) =>
      resourcesOf(billing as Stack, 'AWS::Lambda::Function').map(
        ([, { Properties }]) =>
          /"POWERTOOLS_METRICS_NAMESPACE":"([^"]+)"/.exec(JSON.stringify(Properties))?.[1],
      ),
    );
    expect(namespaces.map((each) => [...new Set(each)])).toEqual([
      ['Claimwright'],
      ['Claimwright-blue'],
      ['Claimwright-green'],
    ]);
  });

  it('take their records with no other stage, and not by mistake', () => {
    for (const [records] of stages) expect(records?.terminationProtection).toBe(true);
    for (const [records, billing] of stages)
      expect(billing?.dependencies.filter((stack) => stack !== records)).toEqual([]);
  });

  it('are named as it can stand in every name', () => {
    expect(stageIn(undefined)).toBeUndefined();
    expect(stageIn('test2')).toBe('test2');
    for (const wrong of ['Test', 'a-b', '2b', 'x'.repeat(13), 7])
      expect(() => stageIn(wrong)).toThrow('stage');
  });

  it('are told apart by the tags of what they have', () => {
    const tagged = new App({ analyticsReporting: false });
    tagStage(tagged, 'blue');
    const { records } = makeApp({ stage: 'blue' }, tagged);
    for (const [, { Properties }] of resourcesOf(records, 'AWS::DynamoDB::Table'))
      expect(Properties.Tags).toEqual([
        { Key: 'application', Value: 'claimwright' },
        { Key: 'stage', Value: 'blue' },
      ]);
  });
});
