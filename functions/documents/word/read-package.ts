import { unread } from '../draft.ts';
import type { DocumentReading, HeadingsIn, ReadInner } from '../reading.ts';
import { readWord } from './read-word.ts';
import { openPackage, type Package, PackageError, type PackageFault } from './unzip.ts';

const sentences: Readonly<Record<PackageFault, string>> = {
  damaged:
    'The document is a Word document or an archive that is damaged or cut off, and nothing of it is read. Ask the sender for it again.',
  locked: 'The document is protected by a password. Ask the sender for it without one.',
  'too-large': 'The document unpacks to more than is read. Ask the sender for the note alone.',
};

/** What an archive is that is no Word document, by the parts that it has. */
const describeOther = ({ names }: Package): string => {
  if (names.some((name) => name.startsWith('xl/'))) return 'a spreadsheet (Excel)';
  if (names.some((name) => name.startsWith('ppt/'))) return 'a presentation (PowerPoint)';
  if (names.includes('mimetype')) return 'an OpenDocument or EPUB file';
  return 'an archive (ZIP)';
};

/** A Word document of a package; whatever else is packed is told, not unpacked. */
export const readPackage = async (
  bytes: Uint8Array,
  inner: ReadInner,
  headingsIn: HeadingsIn,
): Promise<DocumentReading> => {
  try {
    const opened = await openPackage(bytes);
    const reading = await readWord(opened, inner, headingsIn);
    return (
      reading ??
      unread(
        'not-readable',
        `The document is ${describeOther(opened)}, which is not read here. Send the documents in it one by one, as PDF with text, DOCX or plain text.`,
      )
    );
  } catch (error) {
    if (error instanceof PackageError) return unread(error.fault, sentences[error.fault]);
    throw error;
  }
};

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** The older container of Office: a Word document of before 2007, or a newer one behind a password. */
export const describeCompound = (bytes: Uint8Array): DocumentReading =>
  Buffer.from(bytes).includes(utf16('EncryptedPackage'))
    ? unread('locked', sentences.locked)
    : unread(
        'not-readable',
        'The document is of an older Office (such as .doc), which is not read here. Save it as DOCX or PDF and send it again.',
      );
