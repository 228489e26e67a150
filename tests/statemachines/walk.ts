import { type ChoiceState, type Machine, type State, stateOf, type TaskState } from './machine.ts';

export type Data = { readonly [name: string]: unknown };

/** What a task hands back, by the state's name: each of these is tried. An `error` is caught by its name or not at all. */
export type TaskOutputs = (stateName: string) => readonly (Data | { readonly error: string })[];

/** What a walk saw: the states entered, the choices taken as "state → outcome", and how executions ended. */
export type Walk = {
  readonly entered: Set<string>;
  readonly taken: Set<string>;
  readonly ends: Set<string>;
};

type Step = { readonly name: string; readonly data: Data };

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

/** Reads "$.a.b" of the data or "$$.A.B" of the context object; a missing member fails, as it does on AWS. */
const resolve = (path: string, data: Data, context: Data): unknown => {
  const [root, ...names] = path.split('.');
  if (root !== '$' && root !== '$$') throw new Error(`No reference path: ${path}`);
  let value: unknown = root === '$$' ? context : data;
  for (const name of names) {
    if (!isData(value) || !(name in value)) throw new Error(`States.ParameterPathFailure: ${path}`);
    value = value[name];
  }
  return value;
};

/** Fills a template: fields that end in ".$" are paths, all others stand for themselves. */
const fill = (template: Data, data: Data, context: Data): Data =>
  Object.fromEntries(
    Object.entries(template).map(([field, value]) => {
      if (field.endsWith('.$')) return [field.slice(0, -2), resolve(String(value), data, context)];
      return [field, isData(value) && !Array.isArray(value) ? fill(value, data, context) : value];
    }),
  );

const context: Data = {
  Execution: { Id: 'arn:execution' },
  Task: { Token: 'token' },
};

/** Null keeps the input, no path replaces it by the result; ours name one field of the input. */
const place = (path: string | null | undefined, data: Data, result: Data): Data => {
  if (path === null) return data;
  if (path === undefined) return result;
  const [root, field, ...deeper] = path.split('.');
  if (root !== '$' || !field || deeper.length > 0) throw new Error(`No path that is walked here: ${path}`);
  return { ...data, [field]: result };
};

const afterTask = (state: TaskState, data: Data, output: Data | { readonly error: string }): Step[] => {
  fill(state.Parameters, data, context);
  if ('error' in output) {
    const caught = state.Catch.find(({ ErrorEquals }) => ErrorEquals.includes(String(output.error)));
    if (!caught) throw new Error(`Nobody catches ${String(output.error)}`);
    return [{ name: caught.Next, data: place(caught.ResultPath, data, output) }];
  }
  const result = state.ResultSelector ? fill(state.ResultSelector, output, context) : output;
  return state.Next ? [{ name: state.Next, data: place(state.ResultPath, data, result) }] : [];
};

const afterChoice = (state: ChoiceState, { name, data }: Step, walk: Walk): Step[] => {
  for (const { Variable, StringEquals, Next } of state.Choices) {
    if (resolve(Variable, data, context) !== StringEquals) continue;
    walk.taken.add(`${name} → ${StringEquals}`);
    return [{ name: Next, data }];
  }
  walk.taken.add(`${name} → default`);
  return [{ name: state.Default, data }];
};

const after = (state: State, step: Step, outputs: TaskOutputs, walk: Walk): Step[] => {
  const { name, data } = step;
  if (state.Type === 'Task') return outputs(name).flatMap((output) => afterTask(state, data, output));
  if (state.Type === 'Choice') return afterChoice(state, step, walk);
  if (state.Type === 'Succeed' || state.Type === 'Fail') return [];
  resolve(state.TimestampPath, data, context);
  return [{ name: state.Next, data }];
};

/**
 * Runs the machine along every path: each state with each data that can reach it, for each output of its task. The
 * outputs are few, so the pairs of state and data are too, though the machine has loops.
 */
export const walkMachine = (machine: Machine, input: Data, outputs: TaskOutputs): Walk => {
  const walk: Walk = { entered: new Set(), taken: new Set(), ends: new Set() };
  const seen = new Set<string>();
  const ahead: Step[] = [{ name: machine.StartAt, data: input }];
  for (let step = ahead.pop(); step; step = ahead.pop()) {
    const key = JSON.stringify(step);
    if (seen.has(key)) continue;
    seen.add(key);
    walk.entered.add(step.name);
    const next = after(stateOf(machine, step.name), step, outputs, walk);
    if (next.length === 0) walk.ends.add(step.name);
    ahead.push(...next);
  }
  return walk;
};
