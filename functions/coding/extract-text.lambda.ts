import { readWithin, writeObject } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { visitOf } from '../adapters/visits/visit-reference-store.ts';
import { EncounterStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type ExtractingEffects, extractDocument } from './extract-document.ts';
import type { ExtractTextOutcome } from './extract-text.ts';

const effects: ExtractingEffects = {
  getEncounter,
  readDocument: (key, mostBytes) => readWithin('intake', key, mostBytes),
  writeText: (textKey, text) => writeObject('intake', textKey, text),
  changeEncounter,
};

export const handler = taskHandler(
  EncounterStep,
  async (step): Promise<{ outcome: ExtractTextOutcome }> => ({
    outcome: await extractDocument(await visitOf(step), effects),
  }),
);
