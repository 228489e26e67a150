import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { failureOf, NoCloudError } from '../../cli/failure.ts';
import { allCommands, program } from '../../cli/program.ts';

const sample = (name: string): string => join(import.meta.dirname, '../../samples', name);
const folder = mkdtempSync(join(tmpdir(), 'commands-'));
const fees = join(folder, 'fees.csv');

/** How each command is called that asks the records of a cloud. */
const online: Readonly<Record<string, readonly string[]>> = {
  load: [sample('practice.json'), sample('payers.json')],
  claims: [],
  tasks: [],
  files: [],
  underpayments: [],
  history: ['C23456789CD'],
  'members list': [],
  'members history': ['ana@x.example'],
  'members invite': ['ana@x.example', '--roles', 'biller'],
  'members change': ['ana@x.example', '--name', 'Ana'],
  'members revoke': ['ana@x.example', '--note', 'left'],
  'call-list': [],
  'check-open': [],
  import: ['fees', fees],
  'fees medicare': [fees, fees, '--payer', 'northwind', '--locality', '15202-00'],
  'rules put': [sample('rules.json')],
  'rules list': [],
  'rules try': [sample('rules.json'), '--past', '5'],
  'routing put': [sample('routing.json')],
  'routing list': [],
  'routing try': [sample('routing.json'), '--past', '5'],
  'routing show': ['--practice', 'maple-street'],
  denials: [],
  'audit verify': [],
  'audit list': [],
  'webhooks list': [],
  'webhooks add': ['https://93.184.216.34/hooks'],
  'webhooks test': ['E1'],
  'webhooks replay': ['E1', '--messages', 'M1'],
  'webhooks deliveries': ['E1'],
  'appeal-answer': ['C23456789CD', 'upheld', '--on', '2026-03-02'],
  'claim show': ['C23456789CD'],
  'visit show': ['E1014'],
  'task show': ['T1'],
  'patient show': ['P-1'],
  'practice show': ['maple-street'],
  'codesets published': ['--bucket', 'code-sets'],
  'restore executions': [],
  'restore table': ['--from', 'claims-restored'],
  'restore objects': ['--at', '2026-03-02T14:05:00Z'],
  'restore files': ['--since', '2026-03-02T14:05:00Z'],
  'codesets rollback': ['0', '--bucket', 'code-sets'],
};

/** One asks for a password first, with which the directory of people is asked; one looks at what is installed here. */
const asksFirst = ['sign-in', 'codesets publish', 'restore environment'];

const offline: readonly string[] = [
  ...[
    'claim',
    'scrub',
    'suggest',
    'learn',
    'rules check',
    'routing check',
    'deposits read',
    'extract',
    'remittance try',
  ],
  ...['x12 read', 'x12 check', 'x12 ack', 'x12 show', 'codesets install', 'codesets list'],
];

/** Commands that print a file in another form: JSON (`read`), X12 (`ack`), and for people what `read` has for programs. */
const printFiles: readonly string[] = ['x12 read', 'x12 ack', 'x12 show'];

const nameOf = (command: Command): string =>
  command.parent ? [nameOf(command.parent), command.name()].join(' ').trim() : '';

/** Those that do something; what only holds others has no options. */
const commands = [...allCommands(program)].filter(
  ({ commands: below, options }) => below.length === 0 || options.length > 0,
);
const named = new Map(commands.map((command) => [nameOf(command), command]));

beforeAll(() => {
  process.env.TABLE_NAME = 'none';
  Object.assign(process.env, {
    ...{ AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_REGION: 'us-east-1', AWS_MAX_ATTEMPTS: '1' },
    ...{
      AWS_ACCESS_KEY_ID: '0',
      AWS_SECRET_ACCESS_KEY: '0',
      USER_POOL_ID: 'us-east-1_x',
      AUDIT_TABLE: 'none',
      CODING_WORKFLOW_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:Coding',
      CLAIM_LIFECYCLE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:ClaimLifecycle',
      INTAKE_BUCKET: 'none',
      EXCHANGE_BUCKET: 'none',
    },
  });
  writeFileSync(fees, 'payer,procedure,fee,from,to\nnorthwind,99213,84.00,2026-01-01,\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('every command', () => {
  it('is in the table of this test, and no other', () => {
    expect([...Object.keys(online), ...asksFirst, ...offline].toSorted()).toEqual(
      [...named.keys()].toSorted(),
    );
  });

  it.each([...named])('%s says what it does, and prints for programs too', (name, command) => {
    expect(command.description()).toMatch(/\w{3}/);
    for (const option of command.options)
      expect([option.long, option.description]).not.toEqual([option.long, '']);
    const help = command.helpInformation();
    expect(help).toContain(command.description().slice(0, 20));
    expect([name, command.options.some(({ long }) => long === '--json')]).toEqual([
      name,
      !printFiles.includes(name),
    ]);
  });

  it.each(Object.entries(online))('%s says that the cloud is down', async (name, args) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const failed = await program
      .parseAsync([...name.split(' '), ...args], { from: 'user' })
      .then(() => undefined, failureOf);
    expect(failed).toEqual({
      text: expect.stringMatching(/^The local cloud isn’t running: npm start \(\w+\)$/),
      exitCode: 3,
    });
    expect(log).not.toHaveBeenCalled();
    log.mockRestore();
  });

  it.each([
    ['claims', '--no-such-option'],
    ['no-such-command'],
    ['history'],
    ['rules', 'put', sample('rules.json'), '--version', 'x'],
    ['history', 'C1', 'C2'],
  ])('is told when it is misused: %s %s', async (...args) => {
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const failed = await program.parseAsync(args, { from: 'user' }).then(() => undefined, failureOf);
    expect(failed).toEqual({ text: '', exitCode: 2 });
    expect(write).toHaveBeenCalled();
    write.mockRestore();
  });

  it('ends well when it is asked for help', async () => {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const failed = await program
      .parseAsync(['tasks', '--help'], { from: 'user' })
      .then(() => undefined, failureOf);
    expect(failed?.exitCode).toBe(0);
    write.mockRestore();
  });
});

describe('a failure', () => {
  it('is put into words, by what led to it, and never as a stack', () => {
    const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    const wrapped = new Error('Error thrown by DynamoDB', { cause: new AggregateError([cause]) });
    expect(failureOf(wrapped)).toMatchObject({ exitCode: 3 });
    expect(failureOf(new NoCloudError('nothing'))).toEqual({ text: 'nothing', exitCode: 3 });
    expect(failureOf(new Error('There is no claim C1'))).toEqual({
      text: 'There is no claim C1',
      exitCode: 2,
    });
    expect(failureOf('odd')).toEqual({ text: 'odd', exitCode: 2 });
  });

  it('of a deployed cloud names what to look at', () => {
    const { AWS_ENDPOINT_URL } = process.env;
    delete process.env.AWS_ENDPOINT_URL;
    const error = Object.assign(new Error('x'), { name: 'CredentialsProviderError' });
    expect(failureOf(error).text).toMatch(
      /AWS does not answer \(CredentialsProviderError\).*TABLE_NAME \(none\)/,
    );
    process.env.AWS_ENDPOINT_URL = AWS_ENDPOINT_URL;
  });
});
