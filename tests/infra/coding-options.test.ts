import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedCodeSets } from '../../infra/code-sets.ts';
import { addNagPacks } from '../../infra/nag-packs.ts';
import { functionNeeds } from '../../infra/stacks/needs.ts';
import { allowances, makeApp, resourcesOf } from './synthesised.ts';

const bare = makeApp();

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'code-sets-'));
  mkdirSync(join(root, '.local', 'codesets'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const install = (...files: string[]): void => {
  for (const file of files) writeFileSync(join(root, '.local', 'codesets', file), file);
};

type Variables = Readonly<Record<string, unknown>>;

/** The environment of each function, and the layers that it has. */
const functionsOf = (app: ReturnType<typeof makeApp>) =>
  resourcesOf(app.billing, 'AWS::Lambda::Function').map(([id, { Properties }]) => ({
    id,
    variables: (Properties.Environment as { Variables: Variables }).Variables,
    layers: Properties.Layers as unknown[] | undefined,
  }));

const looksUp = Object.values(functionNeeds).filter((needs) => 'codeSets' in needs).length;

describe('the code sets of a deployment', () => {
  it('are none where none is installed, and nothing names a folder', () => {
    expect(installedCodeSets(root, {})).toBeUndefined();
    expect(functionsOf(bare).filter(({ variables }) => 'CLAIMWRIGHT_CODESETS' in variables)).toEqual([]);
  });

  it('are packed as a layer without what is half written, for the functions that look codes up', () => {
    install('icd10cm_2026.sqlite', 'icd10cm_2026.dictionary', '.icd10cm.tmp', 'notes.txt');
    const codeSets = installedCodeSets(root, {});
    expect(readdirSync(join(root, 'dist', 'code-sets', 'codesets'))).toEqual([
      'icd10cm_2026.dictionary',
      'icd10cm_2026.sqlite',
    ]);
    const app = makeApp({ codeSets });
    Template.fromStack(app.billing).resourceCountIs('AWS::Lambda::LayerVersion', 1);
    const having = functionsOf(app).filter(({ layers }) => layers);
    expect(having.map(({ variables }) => variables.CLAIMWRIGHT_CODESETS)).toEqual(
      Array.from({ length: looksUp }, () => '/opt/codesets'),
    );
  });

  it('are read where they are on a machine that unpacks no layer', () => {
    install('hcpcs_2026-04.sqlite');
    const codeSets = installedCodeSets(root, { CODE_SETS_IN_PLACE: 'yes' });
    expect(codeSets).toEqual({ folder: join(root, '.local', 'codesets') });
    const app = makeApp({ codeSets });
    Template.fromStack(app.billing).resourceCountIs('AWS::Lambda::LayerVersion', 0);
    const told = functionsOf(app).filter(({ variables }) => variables.CLAIMWRIGHT_CODESETS);
    expect(told).toHaveLength(looksUp);
  });

  it('are those of the folder that the environment names', () => {
    const folder = join(root, 'elsewhere');
    mkdirSync(folder);
    writeFileSync(join(folder, 'mue_2024-07.sqlite'), '');
    const environment = { CLAIMWRIGHT_CODESETS: folder, CODE_SETS_IN_PLACE: 'yes' };
    expect(installedCodeSets(root, environment)).toEqual({ folder });
  });
});

const profile = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.a-provider.a-model-v1:0';

describe('other suggesters', () => {
  const actionsOf = (app: ReturnType<typeof makeApp>) =>
    allowances(app.billing).flatMap(({ Action, Resource }) =>
      Action.filter((action) => /^(comprehendmedical|bedrock):/.test(action)).map((action) => [
        action,
        Resource,
      ]),
    );

  it('are off: no function may send a note anywhere', () => {
    expect(actionsOf(bare)).toEqual([]);
    const switches = functionsOf(bare).flatMap(({ variables }) => Object.keys(variables));
    expect(switches.filter((name) => /COMPREHEND|BEDROCK/.test(name))).toEqual([]);
  });

  it('are asked by the one function that suggests, once they are switched on', () => {
    const suggesters = { comprehendMedical: true, bedrockModel: 'a-provider.a-model-v1:0' };
    const app = makeApp({ suggesters });
    expect(actionsOf(app).map(([action]) => action)).toEqual([
      'comprehendmedical:InferICD10CM',
      'bedrock:InvokeModel',
    ]);
    expect(JSON.stringify(actionsOf(app)[1])).toContain('foundation-model/a-provider.a-model-v1:0');
    const told = functionsOf(app).filter(({ variables }) => variables.COMPREHEND_MEDICAL === 'on');
    expect(told.map(({ id }) => id)).toEqual([expect.stringContaining('SuggestCodes')]);
    expect(told[0]?.variables.BEDROCK_MODEL_ID).toBe('a-provider.a-model-v1:0');
  });

  it('may be an inference profile, which calls its model in other regions', () => {
    const resources = JSON.stringify(actionsOf(makeApp({ suggesters: { bedrockModel: profile } })));
    expect(resources).toContain(profile);
    expect(resources).toContain('bedrock:*::foundation-model/a-provider.a-model-v1:0');
  });

  it.each(['a-provider.a-model-v1:0', profile])('satisfy the rules of cdk-nag with %s', (bedrockModel) => {
    const { app } = makeApp({ suggesters: { comprehendMedical: true, bedrockModel } });
    addNagPacks(app);
    expect(() => app.synth()).not.toThrow();
  });
});
