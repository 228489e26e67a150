import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunctions } from './bundle.ts';
import { installedCodeSets } from './code-sets.ts';
import { mailIdentityIn } from './constructs/task-mail.ts';
import { machineClientsIn } from './machine-clients.ts';
import { addNagPacks } from './nag-packs.ts';
import { partnerIdsIn } from './partner-ids.ts';
import { BillingStack } from './stacks/billing-stack.ts';
import { ConnectorsStack } from './stacks/connectors-stack.ts';
import { RecordsStack } from './stacks/records-stack.ts';
import { inStage, stageIn, tagStage } from './stage.ts';

const root = join(import.meta.dirname, '..');
const app = new App({
  // The CDK CLI says where it wants the assembly; run by itself the app leaves it in cdk.out.
  outdir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out'),
  analyticsReporting: false,
});
addNagPacks(app);

/** Context of the CDK: `-c stage=test` beside the usual deployment. */
const stage = stageIn(app.node.tryGetContext('stage'));
tagStage(app, stage);
// A folder for each, so that two stages may be synthesised at once.
const built = join(root, 'dist', stage ?? '');
const bundles = await bundleFunctions(root, join(built, 'functions'));

/** Context as well: `-c comprehendMedical=on -c bedrockModel=<model id or ARN of an inference profile>`. */
const bedrockModel: unknown = app.node.tryGetContext('bedrockModel');

/** Context as well: `-c machineClients=emr:read+register`, better in cdk.json: a program that is no longer named is removed. */
const machineClients = machineClientsIn(app.node.tryGetContext('machineClients'));

const records = new RecordsStack(app, inStage('ClaimwrightRecords', stage), { machineClients, stage });
new BillingStack(app, inStage('ClaimwrightBilling', stage), {
  records,
  stage,
  code: (name) => Code.fromAsset(bundles.get(name) ?? missing(`functions/${name}.lambda.ts`)),
  definition: (name) => readFileSync(join(root, 'statemachines', `${name}.asl.json`), 'utf8'),
  codeSets: installedCodeSets(root, process.env, join(built, 'code-sets')),
  mailIdentity: mailIdentityIn(app.node.tryGetContext('mailIdentity')),
  webhooksToThisMachine: process.env.WEBHOOKS_TO_THIS_MACHINE === 'yes',
  bellsByHand: process.env.BELLS_BY_HAND === 'yes',
  suggesters: {
    comprehendMedical: app.node.tryGetContext('comprehendMedical') === 'on',
    ...(typeof bedrockModel === 'string' && { bedrockModel }),
  },
});
/** Context as well: `-c partners=northwind,lakeshore`; without it what is deployed of connectors stays as it is. */
const partnerIds = partnerIdsIn(app.node.tryGetContext('partners'));
if (partnerIds.length > 0)
  new ConnectorsStack(app, inStage('ClaimwrightConnectors', stage), { records, partnerIds });
app.synth();

function missing(file: string): never {
  throw new Error(`There is no ${file}, which infra/stacks/needs.ts names`);
}
