import type { InterchangeHandler } from './envelope/interchange-handler.ts';
import { InterchangeReader } from './envelope/interchange-reader.ts';
import type { GroupReport, SetReport } from './envelope/interchange-report.ts';
import { splitInterchanges } from './envelope/split-interchanges.ts';
import type { Finding } from './findings.ts';

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

/** A transaction set of a file: what it says it is, and ours for it where the codec has or knows one. */
export type HeldSet = {
  readonly transaction: string; // ST01
  readonly version: string | undefined; // GS08, or ST03 where the group tells none
  readonly kind: TransactionKind | undefined;
};

export type HeldGroup = {
  readonly sets: readonly HeldSet[];
  readonly findings: readonly Finding[]; // AK905, but for kinds and versions: who reads which is told by the sets
};

/** One interchange of a file with what stands in it, or what follows the last one and is none. */
export type InterchangeContents = {
  readonly text: string;
  readonly holdsAcknowledgement: boolean; // a TA1, whole or not
  readonly groups: readonly HeldGroup[];
  readonly findings: readonly Finding[]; // TA105
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

const heldSet = ({ header }: GroupReport, { transaction, version: inSet }: SetReport): HeldSet => {
  const version = header.version || inSet;
  const kind = kinds.find((one) => one.transaction === transaction && version?.startsWith(one.version))?.kind;
  return { transaction, version, kind };
};

/** That a group's kind or version is not read: without guides that is said of every group. */
const saysUnread = ({ code }: Finding): boolean => code === 'AK905-1' || code === 'AK905-2';

const heldGroup = (group: GroupReport): HeldGroup => ({
  sets: group.sets.map((set) => heldSet(group, set)),
  findings: group.findings.filter((finding) => !saysUnread(finding)),
});

/** Reads the envelopes alone: without a guide no set is read, and none is kept. */
const readEnvelopes = (text: string): InterchangeContents[] => {
  const read: InterchangeContents[] = [];
  const end: InterchangeHandler['end'] = (interchange, { findings, groups }) => {
    const acknowledgements = interchange?.acknowledgements ?? [];
    read.push({
      text,
      holdsAcknowledgement: acknowledgements.length > 0 || findings.some(isOfAcknowledgement),
      groups: groups.map(heldGroup),
      findings,
    });
  };
  const reader = new InterchangeReader([], { unit: () => {}, end });
  reader.write(text);
  reader.end();
  return read;
};

const isOfAcknowledgement = ({ path }: Finding): boolean => path.startsWith('TA1');

/** What each interchange of a file holds, so that each kind of it finds its reader. Empty for a text of white space. */
export const contentsOf = (text: string): InterchangeContents[] =>
  splitInterchanges(text).flatMap((one) => readEnvelopes(one).slice(0, 1));

/** Every kind of set in an interchange, in the order of the text and each once; "TA1" for an acknowledgement. */
export const kindsIn = ({ holdsAcknowledgement, groups }: InterchangeContents): TransactionKind[] => [
  ...new Set([
    ...(holdsAcknowledgement ? (['TA1'] as const) : []),
    ...groups.flatMap(({ sets }) => sets).flatMap(({ kind }) => kind ?? []),
  ]),
];
