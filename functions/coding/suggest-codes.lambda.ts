import { readText } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { getPractice } from '../adapters/practice-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { BillingError } from '../runtime/errors.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { decideAcceptance } from './decide-acceptance.ts';
import { proposeEncounterCodes } from './propose-encounter-codes.ts';
import { suggestCodes } from './suggest-codes.ts';

export const handler = taskHandler(EncounterStep, async (id) => {
  const { registration, textKey } = await getEncounter(id);
  if (!registration || !textKey)
    throw new BillingError('InvalidInput', `Encounter ${id.encounterId} is not complete`);
  const [note, practice] = await Promise.all([readText('intake', textKey), getPractice(id.practiceId)]);
  const suggested = suggestCodes(note, registration);
  const acceptance = decideAcceptance(
    proposeEncounterCodes(suggested, registration.dateOfService),
    practice.codingPolicy,
  );
  const proposal = acceptance.outcome === 'confident' ? acceptance.codes : acceptance.proposal;
  const questions = acceptance.outcome === 'confident' ? [] : acceptance.questions.map(({ text }) => text);
  await changeEncounter(id, () => ({
    suggestions: [...suggested.suggestions],
    questions,
    ...(proposal && { proposal }),
  }));
  return { outcome: acceptance.outcome };
});
