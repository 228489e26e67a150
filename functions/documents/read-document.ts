import { inWords, mostFileBytes } from '../domain/objects/size-limits.ts';
import { readClinicalDocument } from './clinical/read-clinical-document.ts';
import { decodeText } from './decode-text.ts';
import { unread } from './draft.ts';
import { readFhir } from './fhir/read-fhir.ts';
import { readMessages } from './hl7/read-messages.ts';
import { mostNested } from './limits.ts';
import { readProse } from './prose/read-prose.ts';
import type { DocumentReading, HeadingsIn, ReadInner } from './reading.ts';
import { kindOfBytes, kindOfText } from './sniff.ts';

const noHeadings: HeadingsIn = () => [];

export type ReadingOptions = {
  /** Where parts of a prose begin, and what they are called; without it prose has the headings of its format alone. */
  readonly headingsIn?: HeadingsIn;
};

type Context = { readonly headingsIn: HeadingsIn; readonly depth: number };

const remedy = 'Send it as PDF with text, DOCX, RTF, HTML, plain text, C-CDA, FHIR (JSON) or HL7 v2.';

const innerReader =
  ({ headingsIn, depth }: Context): ReadInner =>
  async (bytes) =>
    depth + 1 > mostNested
      ? unread(
          'nested',
          `Documents lie in documents more than ${mostNested} deep; this one is not read. Send it by itself.`,
        )
      : read(bytes, { headingsIn, depth: depth + 1 });

/** A text, by what it is: HL7, FHIR, XML or prose. */
const readTextual = async (bytes: Uint8Array, context: Context): Promise<DocumentReading> => {
  const decoded = decodeText(bytes);
  const text = decoded.text.replace(/^\ufeff/, '');
  const kind = kindOfText(text);
  if (typeof kind === 'object') return unread('not-readable', `The document is ${kind.isNot}. ${remedy}`);
  const inner = innerReader(context);
  const readers = {
    hl7v2: () => readMessages(text, inner),
    json: () => readFhir(text, inner),
    ccda: () => readClinicalDocument(text, inner),
    html: async () => readProse('html', text, context.headingsIn),
    rtf: async () => readProse('rtf', new TextDecoder('windows-1252').decode(bytes), context.headingsIn),
    text: async () => readProse('text', text, context.headingsIn),
  } as const;
  const reading = await readers[kind]();
  return decoded.isGuess && kind !== 'rtf' ? withGuess(reading) : reading;
};

const withGuess = (reading: DocumentReading): DocumentReading => ({
  ...reading,
  problems: [
    ...reading.problems,
    {
      code: 'encoding-guessed',
      path: '',
      detail:
        'The document does not say in which encoding it is, and it is no UTF-8: it is read as Windows-1252. Look at its accented letters, or send it in UTF-8.',
    },
  ],
});

/** Readers that are large are loaded when they are needed. */
const read = async (bytes: Uint8Array, context: Context): Promise<DocumentReading> => {
  const kind = kindOfBytes(bytes);
  if (kind === 'empty') return unread('empty', `The document is empty. ${remedy}`);
  if (typeof kind === 'object')
    return unread('not-readable', `The document is ${kind.isNot}, which cannot be read here. ${remedy}`);
  if (kind === 'text') return readTextual(bytes, context);
  if (kind === 'pdf') return (await import('./pdf/read-pdf.ts')).readPdf(bytes, context.headingsIn);
  const { readPackage, describeCompound } = await import('./word/read-package.ts');
  if (kind === 'ole') return describeCompound(bytes);
  return readPackage(bytes, innerReader(context), context.headingsIn);
};

/** A fault of a reader is told like a document that cannot be read: its neighbours are read all the same. */
const failed = (): DocumentReading =>
  unread(
    'broken',
    `The document is damaged, and nothing of it is read. Ask the sender for it again. ${remedy}`,
  );

/**
 * What a document says, whatever it is called: its kind by its content, its text with sections, facts and the place of
 * each in the file, and what of it is not read. Never throws. Time and memory are bounded by `limits.ts`; beyond
 * `mostFileBytes` nothing is read.
 */
export const readDocument = async (
  bytes: Uint8Array,
  { headingsIn = noHeadings }: ReadingOptions = {},
): Promise<DocumentReading> => {
  if (bytes.length > mostFileBytes)
    return unread(
      'too-large',
      `The document has ${inWords(bytes.length)}, and up to ${inWords(mostFileBytes)} are read. Send it in parts.`,
    );
  try {
    const reading = await read(bytes, { headingsIn, depth: 0 });
    return withSomething(withOnePatient(reading));
  } catch {
    return failed();
  }
};

/** How many values facts of a name have, whatever their case. */
const countOf = ({ facts }: DocumentReading, fact: string): number =>
  new Set(facts.filter(({ name }) => name === fact).map(({ value }) => value.toLowerCase())).size;

/** Two days of birth, or two names with nothing in common, are two patients: nobody bills one for the other. */
const withOnePatient = (reading: DocumentReading): DocumentReading => {
  const isOne =
    countOf(reading, 'patient.birthDate') < 2 &&
    (countOf(reading, 'patient.lastName') < 2 || countOf(reading, 'patient.firstName') < 2);
  const detail =
    'The document tells of several patients, or of one with two names or days of birth. Look at whose it is, and send that of this patient alone.';
  return isOne
    ? reading
    : { ...reading, problems: [...reading.problems, { code: 'several-patients', path: '', detail }] };
};

/** Nothing is empty in silence. */
const withSomething = (reading: DocumentReading): DocumentReading => {
  const { text, facts, problems } = reading;
  if (text !== '' || facts.length > 0 || problems.length > 0) return reading;
  return {
    ...reading,
    problems: [{ code: 'empty', path: '', detail: `There are no words in the document. ${remedy}` }],
  };
};
