import { readInterchange } from './envelope.ts';

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

/** Tells which reader a file needs; undefined when it is not X12. */
export const identifyTransaction = (text: string): TransactionIdentity | undefined => {
  const interchange = readInterchange(text);
  if (!interchange.success) return undefined;
  const [first] = interchange.data.sets;
  if (first === undefined) {
    return interchange.data.acknowledgements.length > 0 ? { transaction: 'TA1', kind: 'TA1' } : undefined;
  }
  const { transaction, version } = first;
  const kind = kinds.find((one) => one.transaction === transaction && version.startsWith(one.version))?.kind;
  return { transaction, version: version || undefined, kind };
};
