import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clockedDefinition, Timer } from '../../../local/simulated-time/clocked-definition.ts';

const machines = ['claim-lifecycle', 'coding', 'follow-up-timer', 'task-clock'];

const definitionOf = (machine: string): string =>
  readFileSync(join(import.meta.dirname, '../../../statemachines', `${machine}.asl.json`), 'utf8');

type State = { Type: string; TimestampPath?: string; Next?: string; ResultPath?: null; Parameters?: unknown };

const statesOf = (definition: string): [string, State][] => Object.entries(JSON.parse(definition).States);

describe('a machine that waits for the clock', () => {
  it.each(machines)('waits for no instant by itself: %s', (machine) => {
    const before = new Map(statesOf(definitionOf(machine)));
    for (const [name, state] of statesOf(clockedDefinition(definitionOf(machine), 'clock'))) {
      const was = before.get(name);
      if (was?.Type !== 'Wait') expect(state).toEqual(was);
      else expect(state).toMatchObject({ Type: 'Task', ResultPath: null, Next: was.Next });
    }
  });

  it('tells the clock its instant, its token and its execution', () => {
    const waiting = statesOf(clockedDefinition(definitionOf('task-clock'), 'clock')).flatMap(
      ([, { ResultPath, Parameters }]) => (ResultPath === null ? [Parameters] : []),
    );
    const told = { 'token.$': '$$.Task.Token', 'execution.$': '$$.Execution.Id' };
    expect(waiting).toEqual([
      { QueueUrl: 'clock', MessageBody: { 'at.$': '$.remindAt', ...told } },
      { QueueUrl: 'clock', MessageBody: { 'at.$': '$.due', ...told } },
    ]);
    expect(
      Object.keys(Timer.shape)
        .map((key) => `${key}.$`)
        .sort(),
    ).toEqual(['at.$', ...Object.keys(told)].sort());
  });

  it('stays as it is when it is told a second time, after a restart', () => {
    const once = clockedDefinition(definitionOf('task-clock'), 'clock');
    expect(clockedDefinition(once, 'clock')).toBe(once);
  });
});
