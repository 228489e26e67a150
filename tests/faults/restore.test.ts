import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { calm, weatherOf } from './boundary.ts';
import { calmPicture } from './campaign.ts';
import { differences, type Picture, pictureOf, violations } from './picture.ts';
import { copyOf, restore } from './restore.ts';
import { visitsOf } from './visits.ts';
import { mostDays, World } from './world.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));

afterEach(() => {
  vi.useRealTimers();
});

const setClock = (now: Date): void => void vi.setSystemTime(now);

/** What people decided after the instant is decided again, or was settled by what the payers have: it may be another way. */
const withoutDecisions = (picture: Picture): Picture =>
  new Map([...picture].map(([claimId, { decided: _, ...rest }]) => [claimId, rest]));

const openTasks = ({ records }: World): string[] =>
  [...records.tasks.values()].flatMap(({ taskId, status }) => (status === 'open' ? [taskId] : []));

type Days = { readonly copied: number; readonly restored: number };

const broughtBack = async (
  seed: number,
  { copied, restored }: Days,
  { withReconciling, days }: { withReconciling: boolean; days?: number } = { withReconciling: true },
) => {
  const world = new World(visitsOf(), seed, seed === 0 ? calm : weatherOf(seed), setClock);
  world.begin();
  await world.goOn(copied);
  const copy = copyOf(world.records);
  await world.goOn(restored);
  await restore(world, copy, withReconciling);
  const isAtRest = await world.goOn(days ?? mostDays + restored);
  return { world, isAtRest };
};

/** Before and after files, answers, decisions and payments of a fortnight. */
const instants: readonly Days[] = [
  { copied: 0, restored: 3 },
  { copied: 0.04, restored: 12 },
  { copied: 1, restored: 30 },
  { copied: 8, restored: 20 },
];

it.each(instants)(
  'records brought back to day $copied on day $restored end with the same money, each transmission sent once',
  async (days) => {
    const expected = withoutDecisions(await calmPicture(setClock));
    const { world, isAtRest } = await broughtBack(0, days);
    expect(violations(world.records)).toEqual([]);
    expect(differences(expected, withoutDecisions(pictureOf(world.records)))).toEqual([]);
    expect(openTasks(world)).toEqual([]);
    expect(isAtRest).toBe(true);
  },
);

it.each([1, 2])(
  'so do those of a practice in which calls fail and messages come twice (seed %i)',
  async (seed) => {
    const expected = withoutDecisions(await calmPicture(setClock));
    const { world, isAtRest } = await broughtBack(seed, { copied: seed, restored: 6 + seed });
    expect(violations(world.records)).toEqual([]);
    expect(differences(expected, withoutDecisions(pictureOf(world.records)))).toEqual([]);
    expect(openTasks(world)).toEqual([]);
    expect(isAtRest).toBe(true);
  },
);

it('records that are not reconciled are found out', async () => {
  const { world } = await broughtBack(0, { copied: 0.2, restored: 6 }, { withReconciling: false, days: 8 });
  expect(violations(world.records).join('\n')).toMatch(/was sent twice/);
});
