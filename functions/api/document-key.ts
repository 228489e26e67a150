import { randomBytes } from 'node:crypto';

export type DocumentPlace = { readonly practiceId: string; readonly encounterId: string };

/** Kinds of documents by their extension, with the types that they are sent as, ours first. */
const typesOf: Readonly<Record<string, readonly [string, ...string[]]>> = {
  txt: ['text/plain'],
  pdf: ['application/pdf'],
  rtf: ['application/rtf', 'text/rtf'],
  doc: ['application/msword'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xml: ['application/xml', 'text/xml'],
  htm: ['text/html'],
  html: ['text/html'],
  tif: ['image/tiff'],
  tiff: ['image/tiff'],
  png: ['image/png'],
  jpg: ['image/jpeg'],
  jpeg: ['image/jpeg'],
};

/** File names that carry a meaning here and nobody's name. */
const plainNames = new Set(['encounter.json', 'note.txt']);

const extensionOf = (fileName: string): string => /\.([a-z]{3,4})$/.exec(fileName.toLowerCase())?.[1] ?? '';

/** As which types a document of this name may be sent, ours first; none where it is of no kind that is taken. */
export const contentTypesOf = (fileName: string): readonly string[] =>
  fileName === 'encounter.json' ? ['application/json'] : (typesOf[extensionOf(fileName)] ?? []);

/** The endings that documents may have. */
export const documentEndings: readonly string[] = Object.keys(typesOf);

/**
 * The key under which a visit's document is stored. Clinics name files after patients: of any other name only the
 * kind is kept, since keys show up in logs and events.
 */
export const documentKey = (
  { practiceId, encounterId }: DocumentPlace,
  fileName: string,
  id: string,
): string => {
  const folder = `practices/${practiceId}/encounters/${encounterId}`;
  if (plainNames.has(fileName)) return `${folder}/${fileName}`;
  const extension = extensionOf(fileName);
  return `${folder}/document-${id}.${extension in typesOf ? extension : 'bin'}`;
};

/** How a document is named that came without a name: by what its first bytes say it is. */
export const documentNameOf = (body: Uint8Array): string => {
  const start = new TextDecoder('latin1').decode(body.slice(0, 8));
  const [kind] = signatures.find(([, signature]) => start.startsWith(signature)) ?? ['txt'];
  return `document.${kind}`;
};

const signatures = [
  ['pdf', '%PDF'],
  ['rtf', '{\\rtf'],
  ['docx', 'PK\u0003\u0004'],
  ['doc', '\u00d0\u00cf\u0011\u00e0'],
  ['tif', 'II*\u0000'],
  ['tif', 'MM\u0000*'],
  ['png', '\u0089PNG'],
  ['jpg', '\u00ff\u00d8\u00ff'],
  ['xml', '<?xml'],
  ['html', '<'],
] as const;

/** Sorts by time, as the names in a listing do; the random part keeps two of a moment apart. */
export const newDocumentId = (now: Date): string =>
  `${now.getTime().toString(36)}${randomBytes(6).toString('hex')}`;
