import { calm, weatherOf } from './boundary.ts';
import { differences, type Picture, pictureOf, violations } from './picture.ts';
import { visitsOf } from './visits.ts';
import { World } from './world.ts';

/** What a seed's world came to. */
export type SeedReport = {
  readonly seed: number;
  readonly faults: number;
  /** By boundary and kind. */
  readonly byBoundary: Readonly<Record<string, number>>;
  readonly redriven: number;
  /** Messages that nobody ever worked. */
  readonly lost: number;
  readonly restarts: number;
  /** People who were asked why a claim does not go on. */
  readonly asked: number;
  readonly findings: readonly string[];
};

/** The same story without faults, which all seeds are held against. */
export const calmPicture = async (setClock: (now: Date) => void): Promise<Picture> => {
  const world = new World(visitsOf(), 0, calm, setClock);
  const isAtRest = await world.run();
  const { restarts } = world.records;
  const restarted = [...restarts.keys()].map((id) => `${id} was started again, and nothing was wrong`);
  const wrong = [...(isAtRest ? [] : openClaims(world)), ...violations(world.records), ...restarted];
  if (wrong.length > 0) throw new Error(`Without faults: ${wrong.join('\n')}`);
  return pictureOf(world.records);
};

const openClaims = ({ records, executions }: World): readonly string[] =>
  [...records.claims.values()].flatMap(({ claimId, status }) => {
    const of = [...executions.all.values()].filter((one) => one.claimId === claimId);
    const at = of.map(({ name, status: is, state, token }) => `${name} ${is} at "${state}" with ${token}`);
    return status === 'closed' && of.every((one) => one.status !== 'RUNNING')
      ? []
      : [`${claimId} is stuck: ${status}; ${at.join('; ')}`];
  });

/** Runs the world of a seed and tells what differs from the world without faults. */
export const runSeed = async (
  seed: number,
  expected: Picture,
  setClock: (now: Date) => void,
): Promise<SeedReport> => {
  const world = new World(visitsOf(), seed, weatherOf(seed), setClock);
  const isAtRest = await world.run();
  const findings = [
    ...(isAtRest ? [] : openClaims(world)),
    ...violations(world.records),
    ...differences(expected, pictureOf(world.records)),
  ];
  const byBoundary = Object.fromEntries([...world.faults].toSorted());
  const faults = Object.values(byBoundary).reduce((total, count) => total + count, 0);
  const restarts = world.executions.all.size - world.records.claims.size;
  const asked = [...world.records.tasks.values()].filter(({ kind }) => kind === 'work-stopped').length;
  return { seed, faults, byBoundary, redriven: world.redriven, lost: world.lost, restarts, asked, findings };
};
