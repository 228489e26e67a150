import type { z } from 'zod';
import type { Encounter } from '../domain/encounter.ts';
import type { EncounterStep } from '../domain/step.ts';
import { BillingError } from '../runtime/errors.ts';
import { type ExtractTextOutcome, extractText } from './extract-text.ts';

type Id = z.output<typeof EncounterStep>;

export type ExtractingEffects = {
  readonly getEncounter: (id: Id) => Promise<Encounter>;
  readonly readDocument: (key: string) => Promise<Uint8Array>;
  readonly writeText: (textKey: string, text: string) => Promise<void>;
  readonly changeEncounter: (id: Id, patch: () => Partial<Encounter>) => Promise<unknown>;
};

/** Outside `practices/`: a text of ours is no new document of the clinic. */
const textKeyOf = ({ practiceId, encounterId }: Id, digest: string): string =>
  `extracted/${practiceId}/${encounterId}/${digest}.txt`;

/**
 * Keeps the text of an encounter's document beside it: suggestions and the coder's page count their evidence in it.
 * What cannot be read waits for another document, with the reason. An encounter without one throws `InvalidInput`.
 */
export const extractDocument = async (id: Id, effects: ExtractingEffects): Promise<ExtractTextOutcome> => {
  const { document } = await effects.getEncounter(id);
  if (!document) throw new BillingError('InvalidInput', `Encounter ${id.encounterId} has no document`);
  const extraction = extractText(await effects.readDocument(document.key), { fileName: document.key });
  if (extraction.outcome === 'unreadable') {
    await effects.changeEncounter(id, () => ({ status: 'unreadable', questions: [extraction.reason] }));
    return extraction.outcome;
  }
  const textKey = textKeyOf(id, document.digest);
  await effects.writeText(textKey, extraction.text);
  await effects.changeEncounter(id, () => ({ status: 'coding', textKey, questions: [] }));
  return extraction.outcome;
};
