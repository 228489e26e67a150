import { readObject, writeObject } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type ExtractingEffects, extractDocument } from './extract-document.ts';
import type { ExtractTextOutcome } from './extract-text.ts';

const effects: ExtractingEffects = {
  getEncounter,
  readDocument: (key) => readObject('intake', key),
  writeText: (textKey, text) => writeObject('intake', textKey, text),
  changeEncounter,
};

export const handler = taskHandler(
  EncounterStep,
  async (id): Promise<{ outcome: ExtractTextOutcome }> => ({
    outcome: await extractDocument(id, effects),
  }),
);
