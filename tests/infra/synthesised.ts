import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { z } from 'zod';
import { machineClientsIn } from '../../infra/machine-clients.ts';
import { BillingStack, type BillingStackProps } from '../../infra/stacks/billing-stack.ts';
import { RecordsStack } from '../../infra/stacks/records-stack.ts';
import { inStage } from '../../infra/stage.ts';

const statemachines = join(import.meta.dirname, '../../statemachines');

/** The app as it is deployed, but for the code of its functions, which no test here looks at. */
export const makeApp = (
  change: Pick<BillingStackProps, 'codeSets' | 'suggesters' | 'stage' | 'mailIdentity'> = {},
  app = new App({ analyticsReporting: false }),
): { app: App; records: RecordsStack; billing: BillingStack } => {
  const { stage } = change;
  const records = new RecordsStack(app, inStage('ClaimwrightRecords', stage), {
    stage,
    machineClients: machineClientsIn('emr:read+register'),
  });
  const billing = new BillingStack(app, inStage('ClaimwrightBilling', stage), {
    records,
    code: () => Code.fromInline('exports.handler = async () => ({})'),
    definition: (name) => readFileSync(join(statemachines, `${name}.asl.json`), 'utf8'),
    ...change,
  });
  return { app, records, billing };
};

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
export type Resource = z.infer<typeof Resource>;

/** The resources of a type in a stack, by logical id. */
export const resourcesOf = (stack: Stack, type: string): [string, Resource][] =>
  Object.entries(Template.fromStack(stack).findResources(type)).map(([id, resource]) => [
    id,
    Resource.parse(resource),
  ]);

const asList = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

const Statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]).transform(asList),
  Resource: z.unknown().transform((value) => asList<unknown>(value)),
});
const Policy = z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }) });

/** What the roles of a stack are allowed, one entry for each statement. */
export const allowances = (stack: Stack): z.infer<typeof Statement>[] =>
  resourcesOf(stack, 'AWS::IAM::Policy')
    .flatMap(([, { Properties }]) => Policy.parse(Properties).PolicyDocument.Statement)
    .filter(({ Effect }) => Effect === 'Allow');
