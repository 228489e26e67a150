import { readObject, writeObject } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { BillingError } from '../runtime/errors.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { extractText } from './extract-text.ts';

/** Keeps the text beside the document: suggestions and the coder's page count their evidence in it. */
export const handler = taskHandler(EncounterStep, async (id) => {
  const { document } = await getEncounter(id);
  if (!document) throw new BillingError('InvalidInput', `Encounter ${id.encounterId} has no document`);
  const extraction = extractText(await readObject('intake', document.key), { fileName: document.key });
  if (extraction.outcome === 'unreadable') {
    await changeEncounter(id, () => ({ status: 'unreadable', questions: [extraction.reason] }));
    return { outcome: 'unreadable' };
  }
  // Outside `practices/`: a text of ours is no new document of the clinic.
  const textKey = `extracted/${id.practiceId}/${id.encounterId}/${document.digest}.txt`;
  await writeObject('intake', textKey, extraction.text);
  await changeEncounter(id, () => ({ status: 'coding', textKey, questions: [] }));
  return { outcome: 'extracted' };
});
