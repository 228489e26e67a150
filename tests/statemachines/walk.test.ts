import { describe, expect, it } from 'vitest';
import type { Machine, TaskState } from './machine.ts';
import { walkMachine } from './walk.ts';

const step = (change: Partial<TaskState> = {}): TaskState => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { Payload: { 'id.$': '$.id' } },
  ResultSelector: { 'outcome.$': '$.Payload.outcome' },
  ResultPath: '$.step',
  Retry: [],
  Catch: [],
  Next: 'Which?',
  ...change,
});

const machine = (first: TaskState): Machine => ({
  Comment: 'of the tests',
  StartAt: 'First',
  States: {
    First: first,
    'Which?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.step.outcome', StringEquals: 'again', Next: 'First' },
        { Variable: '$.step.outcome', StringEquals: 'done', Next: 'Done' },
      ],
      Default: 'Lost',
    },
    Done: { Type: 'Succeed' },
    Lost: { Type: 'Fail', Error: 'Lost', Cause: 'lost' },
  },
});

const handing =
  (...outcomes: string[]) =>
  () =>
    outcomes.map((outcome) => ({ Payload: { outcome } }));

describe('a walk through a machine', () => {
  it('tries every output and ends in spite of loops', () => {
    const walk = walkMachine(machine(step()), { id: 1 }, handing('again', 'done'));
    expect([...walk.taken].sort()).toEqual(['Which? → again', 'Which? → done']);
    expect([...walk.ends]).toEqual(['Done']);
  });

  it('falls to the default for an outcome that nobody knows', () => {
    expect([...walkMachine(machine(step()), { id: 1 }, handing('odd')).ends]).toEqual(['Lost']);
  });

  it.each([
    ['the parameters', step(), {}, handing('done')],
    [
      'the selected result',
      step({ ResultSelector: { 'wait.$': '$.Payload.wait' } }),
      { id: 1 },
      handing('done'),
    ],
    ['the context', step({ Parameters: { 'x.$': '$$.Map.Item' } }), { id: 1 }, handing('done')],
    ['a choice', step({ ResultPath: '$.other' }), { id: 1 }, handing('done')],
  ])('fails, as AWS does, on a path that is missing from %s', (_place, first, input, outputs) => {
    expect(() => walkMachine(machine(first), input, outputs)).toThrow('States.ParameterPathFailure');
  });

  it('goes where an error is caught, and fails when nobody catches it', () => {
    const failing = () => [{ error: 'Known' }];
    const caught = step({ Catch: [{ ErrorEquals: ['Known'], ResultPath: null, Next: 'Done' }] });
    expect([...walkMachine(machine(caught), { id: 1 }, failing).ends]).toEqual(['Done']);
    expect(() => walkMachine(machine(step()), { id: 1 }, failing)).toThrow('Nobody catches');
  });
});
