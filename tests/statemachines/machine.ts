import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'statemachines');

const RetryRule = z
  .strictObject({
    ErrorEquals: z.array(z.string()).readonly(),
    IntervalSeconds: z.int(),
    MaxAttempts: z.int(),
    BackoffRate: z.number(),
    MaxDelaySeconds: z.int(),
    JitterStrategy: z.literal('FULL'),
  })
  .readonly();
export type RetryRule = z.infer<typeof RetryRule>;

const Template = z.record(z.string(), z.unknown());

/** The part of the Amazon States Language that our machines use; a field beyond it fails the reading. */
const TaskState = z.strictObject({
  Type: z.literal('Task'),
  Resource: z.string(),
  Parameters: Template,
  ResultSelector: Template.optional(),
  ResultPath: z.string().nullable().optional(),
  Retry: z.array(RetryRule),
  Catch: z
    .array(
      z.strictObject({
        ErrorEquals: z.array(z.string()),
        ResultPath: z.string().nullable(),
        Next: z.string(),
      }),
    )
    .default([]),
  Next: z.string().optional(),
  End: z.literal(true).optional(),
});
export type TaskState = z.infer<typeof TaskState>;

const ChoiceState = z.strictObject({
  Type: z.literal('Choice'),
  Choices: z.array(z.strictObject({ Variable: z.string(), StringEquals: z.string(), Next: z.string() })),
  Default: z.string(),
});
export type ChoiceState = z.infer<typeof ChoiceState>;

const WaitState = z.strictObject({ Type: z.literal('Wait'), TimestampPath: z.string(), Next: z.string() });
const SucceedState = z.strictObject({ Type: z.literal('Succeed') });
const FailState = z.strictObject({ Type: z.literal('Fail'), Error: z.string(), Cause: z.string() });

const State = z.discriminatedUnion('Type', [TaskState, ChoiceState, WaitState, SucceedState, FailState]);
export type State = z.infer<typeof State>;

const Machine = z.strictObject({
  Comment: z.string(),
  StartAt: z.string(),
  States: z.record(z.string(), State),
});
export type Machine = z.infer<typeof Machine>;

export const machineNames = readdirSync(folder).flatMap((file) =>
  file.endsWith('.asl.json') ? [file.replace('.asl.json', '')] : [],
);

/** The definition as plain JSON, read anew: a validator may write into it. */
export const definitionOf = (name: string): unknown =>
  JSON.parse(readFileSync(join(folder, `${name}.asl.json`), 'utf8'));

export const machineOf = (name: string): Machine => Machine.parse(definitionOf(name));

export const stateOf = (machine: Machine, name: string): State => {
  const state = machine.States[name];
  if (!state) throw new Error(`The machine has no state "${name}"`);
  return state;
};

/** The states that may follow one, whatever happens. */
export const successorsOf = (state: State): string[] => {
  if (state.Type === 'Choice') return [...state.Choices.map(({ Next }) => Next), state.Default];
  if (state.Type === 'Task')
    return [...(state.Next ? [state.Next] : []), ...state.Catch.map(({ Next }) => Next)];
  return state.Type === 'Wait' ? [state.Next] : [];
};

export type SourceFile = { readonly path: string; readonly text: string };

/** All TypeScript sources of the functions. */
export const sourceFiles = (): SourceFile[] =>
  readdirSync(join(root, 'functions'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, 'functions', path), 'utf8') }));
