import { shortDigest } from '../digest.ts';
import type { Encounter, EncounterDocument, EncounterId } from '../encounter.ts';
import { visitReference } from './visit-reference.ts';

type Documented = Pick<Encounter, 'document' | 'furtherDocuments'>;

/** All documents of a visit in the order in which they came: the note, addenda, results. */
export const documentsOf = ({ document, furtherDocuments = [] }: Documented): readonly EncounterDocument[] =>
  document ? [document, ...furtherDocuments] : [];

/** Names what a visit's documents say together; undefined before there is one. */
export const documentsDigest = (visit: Documented): string | undefined => {
  const [only, ...others] = documentsOf(visit);
  if (only === undefined || others.length === 0) return only?.digest;
  return shortDigest([only, ...others].map(({ digest }) => digest).join(' '));
};

/** Where the text of a visit's documents lies: outside `practices/`, for it is no new document of the clinic. */
export const textKeyOf = (id: EncounterId, digest: string): string =>
  `extracted/${id.practiceId}/${visitReference(id)}/${digest}.txt`;

/** Whether the text that the codes rest on is that of all documents that are there now. */
export const isTextCurrent = (encounter: Encounter): boolean => {
  const digest = documentsDigest(encounter);
  // Texts from before references lie in a folder of another name.
  return digest === undefined || encounter.textKey?.split('/').at(-1) === `${digest}.txt`;
};

/**
 * The documents of a visit with one more, or with another content of one that is there under the same key; undefined
 * when they say nothing new.
 */
export const withDocument = (visit: Documented, added: EncounterDocument): Documented | undefined => {
  const known = documentsOf(visit);
  if (known.some(({ digest }) => digest === added.digest)) return undefined;
  const [document, ...furtherDocuments] = known.some(({ key }) => key === added.key)
    ? known.map((one) => (one.key === added.key ? added : one))
    : [...known, added];
  return { ...(document && { document }), ...(furtherDocuments.length > 0 && { furtherDocuments }) };
};
