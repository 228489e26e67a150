import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { parseSync, Visitor } from 'oxc-parser';

const root = join(import.meta.dirname, '../..');

/** IAM's prefix of each client's actions. */
const prefixes: Readonly<Record<string, string>> = {
  'bedrock-runtime': 'bedrock',
  'cognito-identity-provider': 'cognito-idp',
  comprehendmedical: 'comprehendmedical',
  kms: 'kms',
  s3: 's3',
  sesv2: 'ses',
  sfn: 'states',
  sqs: 'sqs',
};

/** Commands whose action has another name. */
const actionNames: Readonly<Record<string, string>> = {
  'bedrock:Converse': 'bedrock:InvokeModel',
  's3:ListObjectVersions': 's3:ListBucketVersions',
};

/** Commands that Cognito takes from everybody: they prove who asks, and IAM is not asked. */
const askedByAnybody: ReadonlySet<string> = new Set([
  'cognito-idp:InitiateAuth',
  'cognito-idp:RespondToAuthChallenge',
  'cognito-idp:AssociateSoftwareToken',
  'cognito-idp:VerifySoftwareToken',
]);

/** ElectroDB's operations, by the calls of DynamoDB that they make; IAM asks for the same of what is in a transaction. */
const operations: Readonly<Record<string, string>> = {
  get: 'GetItem',
  query: 'Query',
  put: 'PutItem',
  create: 'PutItem',
  upsert: 'UpdateItem',
  update: 'UpdateItem',
  patch: 'UpdateItem',
  delete: 'DeleteItem',
  remove: 'DeleteItem',
  check: 'ConditionCheckItem',
};

type Node = { readonly type: string; readonly [field: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** What a chain of calls and members begins with, and the members that follow: `TaskEntity.get(x).go()`. */
const chainOf = (node: unknown): string[] => {
  if (!isNode(node)) return [];
  if (node.type === 'Identifier') return [String(node.name)];
  if (node.type === 'CallExpression') return chainOf(node.callee);
  if (node.type !== 'MemberExpression' || !isNode(node.property)) return [];
  const before = chainOf(node.object);
  return before.length > 0 ? [...before, String(node.property.name)] : [];
};

/** An operation on an entity, or on what stands for one in a transaction or in what all entities share. */
const operationOf = ([of = '', name = '', ...rest]: readonly string[]): string[] => {
  const action = operations[name];
  const isOfEntity = /Entity$|^entity$/.test(of) || rest.includes('commit');
  return action && isOfEntity ? [`dynamodb:${action}`] : [];
};

/** `.go({ concurrency })`: the items of an array go in batches. */
const batchOf = (node: Node, [, name = '']: readonly string[]): string[] => {
  const inBatches = JSON.stringify(node.arguments).includes('"name":"concurrency"');
  return inBatches ? [`dynamodb:Batch${name === 'get' ? 'Get' : 'Write'}Item`] : [];
};

/** What a command is called in IAM. */
const actionOf = (client: string, command: string): string => {
  const prefix = prefixes[client];
  if (prefix === undefined) throw new Error(`No prefix of IAM is known for client-${client}`);
  const action = `${prefix}:${command}`;
  return actionNames[action] ?? action;
};

/** The text of a function, with all of ours in it that something calls, and the packages left outside. */
const bundleOf = (name: string): string => {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [`functions/${name}.lambda.ts`],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};

/**
 * The actions that a function's bundle asks of AWS: the commands that are made in it once esbuild has dropped what
 * nobody calls, and the operations of the library for the table; and the workflows that it starts.
 */
export const issuedBy = (
  name: string,
): { readonly issued: ReadonlySet<string>; readonly started: readonly string[] } => {
  const text = bundleOf(name);
  const { program, module } = parseSync('bundle.mjs', text);
  const clients = new Map(
    module.staticImports.flatMap(({ moduleRequest, entries }) => {
      const [, client] = /^@aws-sdk\/client-(.+)$/.exec(moduleRequest.value) ?? [];
      return client ? entries.map(({ localName }) => [localName.value, client] as const) : [];
    }),
  );
  const issued = new Set<string>();
  const note = (callee: unknown): void => {
    const [called = ''] = chainOf(callee);
    const client = clients.get(called);
    const [, command] = /^(?:paginate(\w+?)|(\w+)Command)\d*$/.exec(called)?.filter(Boolean) ?? [];
    if (!client || !command) return;
    const action = actionOf(client, command);
    if (!askedByAnybody.has(action)) issued.add(action);
  };
  new Visitor({
    NewExpression: ({ callee }) => note(callee),
    CallExpression: (node) => {
      note(node.callee);
      const chain = chainOf(node);
      const actions = operationOf(chain);
      for (const action of actions) issued.add(action);
      if (actions.length > 0)
        for (const action of batchOf(node as unknown as Node, chain)) issued.add(action);
    },
  }).visit(program);
  // `start('coding', …)`, as functions/adapters/workflows.ts has it for each workflow.
  const started = Array.from(text.matchAll(/\bstart\("([\w-]+)"/g), ([, workflow = '']) => workflow);
  return { issued, started: started.toSorted() };
};
