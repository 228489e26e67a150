import type { z } from 'zod';
import type { Encounter, EncounterDocument } from '../domain/encounter.ts';
import type { EncounterStep } from '../domain/step.ts';
import { isBeyondCodes } from '../domain/undo/visit/decided-visit.ts';
import { documentsDigest, documentsOf, isTextCurrent, textKeyOf } from '../domain/visit/documents.ts';
import { BillingError } from '../runtime/errors.ts';
import { type ExtractTextOutcome, extractText } from './extract-text.ts';

type Id = z.output<typeof EncounterStep>;

export type ExtractingEffects = {
  readonly getEncounter: (id: Id) => Promise<Encounter>;
  readonly readDocument: (key: string) => Promise<Uint8Array>;
  readonly writeText: (textKey: string, text: string) => Promise<void>;
  readonly changeEncounter: (id: Id, patch: () => Partial<Encounter>) => Promise<unknown>;
};

/**
 * Keeps the text of an encounter's documents beside it, all of them in one: suggestions and the coder's page count
 * their evidence in it. Where nothing can be read it waits for another document, with the reason; what cannot be read
 * beside one that can is asked of the coder. A visit that was read, or is coded, is not read again. An encounter without one throws `InvalidInput`.
 */
export const extractDocument = async (id: Id, effects: ExtractingEffects): Promise<ExtractTextOutcome> => {
  const encounter = await effects.getEncounter(id);
  if (isBeyondCodes(encounter)) return 'extracted';
  const digest = documentsDigest(encounter);
  if (digest === undefined)
    throw new BillingError('InvalidInput', `Encounter ${id.encounterId} has no document`);
  if (isRead(encounter)) return 'extracted';
  const { texts, reasons } = await readAll(documentsOf(encounter), effects);
  if (texts.length === 0) {
    await effects.changeEncounter(id, () => ({ status: 'unreadable', questions: [reasons.join(' ')] }));
    return 'unreadable';
  }
  const textKey = textKeyOf(id, digest);
  await effects.writeText(textKey, texts.join('\n\n'));
  await effects.changeEncounter(id, () => ({
    status: 'coding',
    textKey,
    unreadDocuments: [...reasons],
    questions: [],
  }));
  return 'extracted';
};

/** Read before, and nothing came since: what was asked of the text stays. */
const isRead = (encounter: Encounter): boolean =>
  encounter.status === 'coding' && encounter.textKey !== undefined && isTextCurrent(encounter);

type AllRead = { readonly texts: readonly string[]; readonly reasons: readonly string[] };

/** The texts of a visit's documents one after the other, and why some say nothing. */
const readAll = async (
  documents: readonly EncounterDocument[],
  { readDocument }: ExtractingEffects,
): Promise<AllRead> => {
  const texts: string[] = [];
  const reasons: string[] = [];
  for (const { key } of documents) {
    const extraction = extractText(await readDocument(key), { fileName: key });
    if (extraction.outcome === 'extracted') texts.push(extraction.text);
    else reasons.push(extraction.reason);
  }
  return { texts, reasons };
};
