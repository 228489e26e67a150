import { isDeepStrictEqual } from 'node:util';
import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';
import { workflowsEnv } from '../../functions/adapters/workflows.env.ts';
import { billingErrorNames } from '../../functions/runtime/errors.ts';
import {
  definitionOf,
  type Machine,
  machineNames,
  machineOf,
  sourceFiles,
  stateOf,
  successorsOf,
  type TaskState,
} from './machine.ts';
import { outcomesOf, outputsOf, placeholderOf, stepOutcomes, waitOutcomes } from './outcomes.ts';
import { retryPolicies } from './retry-policies.ts';
import { walkMachine } from './walk.ts';

const inputs: Readonly<Record<string, Record<string, unknown>>> = {
  coding: { practiceId: 'maple-street', visit: 'V0123456789ABCDEF' },
  'claim-lifecycle': { practiceId: 'maple-street', claimId: 'C0000000000A1' },
};

const outputs = (machine: Machine) => (stateName: string) => outputsOf(machine, stateName);

const walkOf = (name: string) => walkMachine(machineOf(name), inputs[name] ?? {}, outputs(machineOf(name)));

const tasksOf = (machine: Machine): [string, TaskState][] =>
  Object.entries(machine.States).flatMap(([name, state]): [string, TaskState][] =>
    state.Type === 'Task' ? [[name, state]] : [],
  );

/** Each choice with the steps and waits right before it. */
const choicesOf = (machine: Machine) =>
  Object.entries(machine.States).flatMap(([name, state]) => {
    if (state.Type !== 'Choice') return [];
    const before = Object.keys(machine.States).filter((other) =>
      successorsOf(stateOf(machine, other)).includes(name),
    );
    return [{ name, state, before }];
  });

const isAwsName = (error: string): boolean =>
  /^(States|Lambda|StepFunctions)\.\w+$/.test(error) || error === 'ExecutionAlreadyExists';

describe.each(machineNames)('the machine %s', (name) => {
  const machine = machineOf(name);

  it('is valid Amazon States Language', () => {
    const { errorsText, isValid } = validate(definitionOf(name));
    expect([isValid, errorsText()]).toEqual([true, '']);
  });

  it('names only errors that AWS or the functions have', () => {
    const named = tasksOf(machine).flatMap(([, { Retry, Catch }]) =>
      [...Retry, ...Catch].flatMap(({ ErrorEquals }) => ErrorEquals),
    );
    const known: readonly string[] = billingErrorNames;
    expect(named.filter((error) => !isAwsName(error) && !known.includes(error))).toEqual([]);
  });

  it('retries every task by the policy of its kind, and by no other', () => {
    const others = tasksOf(machine).filter(([, { Resource, Retry }]) => {
      const policy = retryPolicies.find(({ resource }) => resource === Resource);
      return !policy || !isDeepStrictEqual(Retry, [policy.rule]);
    });
    expect(others.map(([state]) => state)).toEqual([]);
  });

  it('hands no state on whole, only the fields that it names', () => {
    expect(JSON.stringify(definitionOf(name))).not.toMatch(/"\$\$?"/);
  });

  it('has only paths that resolve, along every way through it', () => {
    expect(walkOf(name).ends.size).toBeGreaterThan(0);
  });

  it('enters every state, and fails for no outcome that a step can hand on', () => {
    const { entered } = walkOf(name);
    const unentered = Object.entries(machine.States)
      .filter(([state]) => !entered.has(state))
      .map(([, { Type }]) => Type);
    expect(unentered.filter((type) => type !== 'Fail')).toEqual([]);
    expect(
      Object.entries(machine.States).filter(([state, { Type }]) => Type === 'Fail' && entered.has(state)),
    ).toEqual([]);
  });

  const choices = choicesOf(machine);

  it.each(choices.map(({ name: choice, state, before }) => [choice, state, before] as const))(
    'asks "%s" of exactly the outcomes that come before it',
    (_choice, state, before) => {
      const known = before.map((step) => outcomesOf(machine, step));
      expect(before.filter((_step, index) => !known[index])).toEqual([]);
      const expected = [...new Set(known.flatMap((outcomes) => outcomes ?? []))].sort();
      const asked = state.Choices.map(({ StringEquals }) => StringEquals);
      if (stateOf(machine, state.Default).Type === 'Fail') expect(asked.sort()).toEqual(expected);
      else expect(expected).toEqual(expect.arrayContaining(asked));
    },
  );

  it('takes every branch of its choices', () => {
    const { taken } = walkOf(name);
    const branches = choices.flatMap(({ name: choice, state }) =>
      state.Choices.map(({ StringEquals }) => `${choice} → ${StringEquals}`),
    );
    expect(branches.filter((branch) => !taken.has(branch))).toEqual([]);
  });
});

it('the machines are those that functions and stacks know by name', () => {
  expect([...machineNames].sort()).toEqual(Object.keys(workflowsEnv).sort());
});

it('there are two policies of retry, each of them in use', () => {
  const inUse = new Set(
    machineNames.flatMap((name) => tasksOf(machineOf(name)).map(([, { Retry }]) => JSON.stringify(Retry))),
  );
  expect(retryPolicies).toHaveLength(2);
  expect(inUse).toEqual(new Set(retryPolicies.map(({ rule }) => JSON.stringify([rule]))));
});

it('the tables of outcomes name only functions and waits that there are', () => {
  const called = new Set<string>();
  const waiting = new Set<string>();
  for (const machine of machineNames.map(machineOf)) {
    for (const [name, { Resource }] of tasksOf(machine)) {
      called.add(placeholderOf(machine, name) ?? '');
      if (Resource.endsWith('.waitForTaskToken')) waiting.add(name);
    }
  }
  expect(Object.keys(stepOutcomes).filter((name) => !called.has(name))).toEqual([]);
  expect(Object.keys(waitOutcomes).sort()).toEqual([...waiting].sort());
});

it.each(billingErrorNames)('the failure %s is thrown somewhere', (name) => {
  const thrown = new RegExp(`new BillingError\\(\\s*'${name}'`);
  expect(sourceFiles().some(({ text }) => thrown.test(text))).toBe(true);
});
