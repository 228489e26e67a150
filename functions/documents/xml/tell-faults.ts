import type { Draft } from '../draft.ts';
import type { XmlFault } from './read-xml.ts';

const sentences: Readonly<Record<XmlFault, string>> = {
  'cut-off':
    'The document ends before its elements do, or an element is not closed; what stands before that is read. Ask the sender for the whole file.',
  'too-deep':
    'Elements nest deeper than any clinical document needs; what lies deeper is not read. Ask the sender for the document as its system exports it.',
  'too-large':
    'The document has more elements than are read; the rest is left out. Ask the sender for the visit alone.',
  'declares-entities':
    'The document has a type declaration of its own (DOCTYPE), which is not followed: entities that it declares are not read. Ask the sender for the document without it.',
};

/** Tells what of an XML document is not read. */
export const tellFaults = (draft: Draft, faults: readonly XmlFault[], path = ''): void => {
  for (const fault of faults) draft.problem(fault, path, sentences[fault]);
};
