import { calm } from '../faults/boundary.ts';
import { visitsOf } from '../faults/visits.ts';
import { World } from '../faults/world.ts';

/** What one claim asks of Step Functions and Lambda between its start and its end. */
export type LifecycleCount = {
  /** States entered: what Step Functions counts. */
  readonly transitions: number;
  /** Functions that its workflow called, by placeholder. */
  readonly invoked: Readonly<Record<string, number>>;
  readonly waits: number;
};

/** Lets one visit of a story of the campaign of faults live alone and without faults, from its definition, and counts. */
export const countLifecycle = async (
  story: string,
  setClock: (now: Date) => void,
): Promise<LifecycleCount> => {
  const visit = visitsOf().find((one) => one.story.name === story);
  if (!visit) throw new Error(`There is no story "${story}"`);
  const world = new World([visit], 0, calm, setClock);
  if (!(await world.run())) throw new Error(`"${story}" comes to no end`);
  const [...all] = world.executions.all.values();
  return {
    transitions: world.executions.transitions,
    invoked: Object.fromEntries([...world.invoked].toSorted()),
    waits: all.reduce((sum, { tokens }) => sum + tokens, 0),
  };
};
