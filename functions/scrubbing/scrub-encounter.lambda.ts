import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { findPayer, getPractice } from '../adapters/practice-store.ts';
import { dateIn } from '../domain/calendar/time-zone.ts';
import { EncounterStep } from '../domain/step.ts';
import { BillingError } from '../runtime/errors.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { scrubEncounter } from './scrub-encounter.ts';

export const handler = taskHandler(EncounterStep, async (id) => {
  const { registration, codes } = await getEncounter(id);
  if (!registration || !codes)
    throw new BillingError('InvalidInput', `Encounter ${id.encounterId} is not coded`);
  const practice = await getPractice(id.practiceId);
  const primary = registration.coverages.find(({ responsibility }) => responsibility === 'P');
  const payer = primary && (await findPayer(id.practiceId, primary.payerId));
  const findings = scrubEncounter(
    { registration, codes, practice, ...(payer && { payer }) },
    dateIn(practice.timeZone, new Date()),
  );
  await changeEncounter(id, () => ({ findings: [...findings] }));
  return { outcome: findings.length === 0 ? 'clean' : 'findings' };
});
