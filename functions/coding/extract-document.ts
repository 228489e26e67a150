import type { Encounter, EncounterDocument, EncounterId } from '../domain/encounter.ts';
import {
  isOversized,
  mostMarkupBytes,
  mostTextBytes,
  type Oversized,
} from '../domain/objects/size-limits.ts';
import { isBeyondCodes } from '../domain/undo/visit/decided-visit.ts';
import { documentsDigest, documentsOf, isTextCurrent, textKeyOf } from '../domain/visit/documents.ts';
import { visitReference } from '../domain/visit/visit-reference.ts';
import { BillingError } from '../runtime/errors.ts';
import {
  type Extraction,
  type ExtractTextOutcome,
  extractText,
  nameOversized,
  tooMuch,
} from './extract-text.ts';

export type ExtractingEffects = {
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  /** A document, or how it begins where it has more than so many bytes. */
  readonly readDocument: (key: string, mostBytes: number) => Promise<Uint8Array | Oversized>;
  readonly writeText: (textKey: string, text: string) => Promise<void>;
  readonly changeEncounter: (id: EncounterId, patch: () => Partial<Encounter>) => Promise<unknown>;
};

/**
 * Keeps the text of an encounter's documents beside it, all of them in one: suggestions and the coder's page count
 * their evidence in it. Where nothing can be read it waits for another document, with the reason; what cannot be read
 * beside one that can is asked of the coder. A visit that was read, or is coded, is not read again. One without a document
 * throws `InvalidInput`.
 */
export const extractDocument = async (
  id: EncounterId,
  effects: ExtractingEffects,
): Promise<ExtractTextOutcome> => {
  const encounter = await effects.getEncounter(id);
  if (isBeyondCodes(encounter)) return 'extracted';
  const digest = documentsDigest(encounter);
  if (digest === undefined)
    throw new BillingError('InvalidInput', `Visit ${visitReference(id)} has no document`);
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

/** The texts of a visit's documents one after the other, as much as is read of a visit, and why some say nothing. */
const readAll = async (
  documents: readonly EncounterDocument[],
  effects: ExtractingEffects,
): Promise<AllRead> => {
  const texts: string[] = [];
  const reasons: string[] = [];
  let left = mostTextBytes;
  for (const { key } of documents) {
    const extraction = await readDocument(key, effects);
    const bytes = extraction.outcome === 'extracted' ? Buffer.byteLength(extraction.text) : 0;
    if (extraction.outcome === 'unreadable') reasons.push(extraction.reason);
    else if (bytes > left) reasons.push(tooMuch.reason);
    else texts.push(extraction.text);
    left -= bytes > left ? 0 : bytes;
  }
  return { texts, reasons };
};

/** Of a document that is too large for text the beginning still tells what it is. */
const readDocument = async (key: string, { readDocument: read }: ExtractingEffects): Promise<Extraction> => {
  const document = await read(key, mostMarkupBytes);
  return isOversized(document)
    ? nameOversized(document.beginning, { fileName: key })
    : extractText(document, { fileName: key });
};
