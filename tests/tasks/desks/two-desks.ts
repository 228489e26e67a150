import type { Adjudication, Adjustment } from '../../../functions/domain/claim.ts';
import type { Desk } from '../../../functions/domain/practice.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { cents } from '../../../functions/edi/money.ts';
import { VisitWorld } from '../../coordination/visit-world.ts';
import { adjudication, adjustment } from '../../factories/adjudications.ts';

/** What a payer decided of a visit of 150.00 and 80.00: what it disputes of each line, and the rest of it paid. */
export const decisionWith = (
  first: readonly Adjustment[],
  second: readonly Adjustment[],
  change: Partial<Adjudication> = {},
): Adjudication => {
  const lines = adjudication().lines.map((line, at) => {
    const adjustments = [...(at === 0 ? first : second)];
    const taken = adjustments.reduce((total, { amount }) => total + amount, 0);
    return { ...line, adjustments, paid: cents(line.charge - taken) };
  });
  const paid = cents(lines.reduce((total, line) => total + line.paid, 0));
  return adjudication({ lines, paid, ...change });
};

/** 50.00 of line 1 for want of coverage, 80.00 of line 2 as bundled: the front desk's and the coders'. */
export const coverageAndBundling = (change: Partial<Adjudication> = {}): Adjudication =>
  decisionWith([adjustment('PR', '27', 5_000)], [adjustment('CO', '97', 8_000)], change);

/** A visit that its payer has decided so, with the lifecycle waiting for its desks. */
export const decidedVisit = async (decision = coverageAndBundling()): Promise<VisitWorld> => {
  const world = new VisitWorld(1, []);
  await world.begin();
  await world.post(claimIdOf(world), [decision]);
  world.holdsFiles = true;
  return world;
};

export const claimIdOf = ({ claims }: VisitWorld): string => [...claims.keys()][0] ?? '';

export const openOf = ({ openTasks }: VisitWorld, desk: Desk): Task => {
  const found = openTasks.find(({ share, owner }) => (share?.desk ?? owner) === desk);
  if (!found) throw new Error(`Nothing is with ${desk}: ${openTasks.map(({ taskId }) => taskId).join()}`);
  return found;
};
