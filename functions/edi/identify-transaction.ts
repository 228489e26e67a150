import { isaLength, readIsa } from './envelope/isa.ts';
import { stripPreamble } from './text/delimiters.ts';

export type TransactionKind =
  | '270'
  | '271'
  | '276'
  | '277'
  | '277CA'
  | '835'
  | '837D'
  | '837I'
  | '837P'
  | '999'
  | 'TA1';

/** What a file says it is: the first set's type, and ours for it where the codec has or knows one. */
export type TransactionIdentity = {
  transaction: string; // ST01, or "TA1" when the file holds nothing else
  version?: string | undefined; // GS08
  kind?: TransactionKind | undefined;
};

const kinds: readonly { transaction: string; version: string; kind: TransactionKind }[] = [
  { transaction: '270', version: '005010X279', kind: '270' },
  { transaction: '271', version: '005010X279', kind: '271' },
  { transaction: '276', version: '005010X212', kind: '276' },
  { transaction: '277', version: '005010X212', kind: '277' },
  { transaction: '277', version: '005010X214', kind: '277CA' },
  { transaction: '835', version: '005010X221', kind: '835' },
  { transaction: '837', version: '005010X222', kind: '837P' },
  { transaction: '837', version: '005010X223', kind: '837I' },
  { transaction: '837', version: '005010X224', kind: '837D' },
  { transaction: '999', version: '005010X231', kind: '999' },
];

/** What a file is shows in its first segments: envelopes and acknowledgements of them are short. */
const beginningLength = 16_384;

/** Segments after the ISA, each as its elements. */
function* segmentsOf(text: string, { element, segment }: { element: string; segment: string }) {
  let start = isaLength;
  for (let end = text.indexOf(segment, start); end >= 0; end = text.indexOf(segment, start)) {
    yield text.slice(start, end).trimStart().split(element);
    start = end + segment.length;
  }
}

/** Tells which reader a file needs, from its beginning alone; undefined when it is not X12. */
export const identifyTransaction = (text: string): TransactionIdentity | undefined => {
  const beginning = stripPreamble(text.slice(0, beginningLength));
  const isa = readIsa(beginning);
  if (!isa.success) return undefined;
  let group: string | undefined;
  let acknowledgement: TransactionIdentity | undefined;
  for (const [id, ...elements] of segmentsOf(beginning, isa.data.delimiters)) {
    if (id === 'IEA') break;
    if (id === 'TA1') acknowledgement = { transaction: 'TA1', kind: 'TA1' };
    if (id === 'GS') group = elements[7]?.trim(); // GS08
    if (id === 'ST') return identityOf(elements[0]?.trim() ?? '', group || elements[2]?.trim()); // ST01, ST03
  }
  return acknowledgement;
};

const identityOf = (transaction: string, version: string | undefined): TransactionIdentity => {
  const kind = kinds.find((one) => one.transaction === transaction && version?.startsWith(one.version))?.kind;
  return { transaction, version: version || undefined, kind };
};
