import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions } from './bundle.ts';
import { installedCodeSets } from './code-sets.ts';
import { machineClientsIn } from './machine-clients.ts';
import { addNagPacks } from './nag-packs.ts';
import { partnerIdsIn } from './partner-ids.ts';
import { BillingStack } from './stacks/billing-stack.ts';
import { ConnectorsStack } from './stacks/connectors-stack.ts';
import { RecordsStack } from './stacks/records-stack.ts';

const root = join(import.meta.dirname, '..');
const bundles = bundleFunctions(root);

const app = new App({
  // The CDK CLI says where it wants the assembly; run by itself the app leaves it in cdk.out.
  outdir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out'),
  analyticsReporting: false,
});
addNagPacks(app);

/** Context of the CDK: `-c comprehendMedical=on -c bedrockModel=<model id or ARN of an inference profile>`. */
const bedrockModel: unknown = app.node.tryGetContext('bedrockModel');

/** Context as well: `-c machineClients=emr:read+register`, better in cdk.json: a program that is no longer named is removed. */
const machineClients = machineClientsIn(app.node.tryGetContext('machineClients'));

const records = new RecordsStack(app, 'ClaimwrightRecords', { machineClients });
new BillingStack(app, 'ClaimwrightBilling', {
  records,
  code: (name) => Code.fromAsset(bundles.get(name) ?? missing(`functions/${name}.lambda.ts`)),
  definition: (name) => readFileSync(join(root, 'statemachines', `${name}.asl.json`), 'utf8'),
  codeSets: installedCodeSets(root, process.env),
  webhooksToThisMachine: process.env.WEBHOOKS_TO_THIS_MACHINE === 'yes',
  suggesters: {
    comprehendMedical: app.node.tryGetContext('comprehendMedical') === 'on',
    ...(typeof bedrockModel === 'string' && { bedrockModel }),
  },
});
/** Context as well: `-c partners=northwind,lakeshore`; without it what is deployed of connectors stays as it is. */
const partnerIds = partnerIdsIn(app.node.tryGetContext('partners'));
if (partnerIds.length > 0) new ConnectorsStack(app, 'ClaimwrightConnectors', { records, partnerIds });
app.synth();

function missing(file: string): never {
  throw new Error(`There is no ${file}, which infra/stacks/needs.ts names`);
}
