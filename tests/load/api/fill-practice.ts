import { adjudicated, injectionClaim } from '../../factories/claims.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { aTask } from '../../factories/tasks.ts';

const practiceId = 'maple-street';

/** Records of one visit, by their ids. */
export type FilledVisit = {
  readonly encounterId: string;
  readonly claimId: string;
  readonly taskId: string;
};

const visitAt = (at: number): FilledVisit => {
  const number = String(at).padStart(6, '0');
  return { encounterId: `L${number}`, claimId: `C0000${number}AB`, taskId: `C0000${number}AB.1` };
};

const addVisit = async ({ encounterId, claimId, taskId }: FilledVisit): Promise<void> => {
  const { addClaim } = await import('../../../functions/adapters/claim-store.ts');
  const { changeEncounter } = await import('../../../functions/adapters/encounter-store.ts');
  const { addTask } = await import('../../../functions/adapters/task-store.ts');
  const of = { practiceId, encounterId };
  const event = { type: 'claim-generated', actor: { kind: 'step', subject: 'load' }, detail: {} } as const;
  await changeEncounter(of, () => anEncounter({ ...of, executionArn: 'none' }));
  await addClaim(adjudicated({ ...injectionClaim(), ...of, claimId, executionArn: 'none' }), event);
  await addTask(aTask({ ...of, claimId, taskId }));
};

/** Gives the practice so many visits with a decided claim and an open task each, as they stand in a day's work. */
export const fillPractice = async (count: number): Promise<readonly FilledVisit[]> => {
  const visits = Array.from({ length: count }, (_, at) => visitAt(at));
  const atOnce = 10;
  for (let at = 0; at < count; at += atOnce) await Promise.all(visits.slice(at, at + atOnce).map(addVisit));
  return visits;
};
