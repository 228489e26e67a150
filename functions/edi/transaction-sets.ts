import { type Interchange, readInterchange } from './envelope.ts';
import type { Checked, Finding } from './findings.ts';
import type { TransactionSet } from './functional-groups.ts';
import type { InterchangeHeader } from './interchange-header.ts';
import type { TransactionGuide } from './write-envelope.ts';

export type TransactionSets = {
  envelope: InterchangeHeader;
  sets: { set: TransactionSet; path: string }[];
  findings: Finding[];
};

/** Versions differ in their addenda (X222, X222A1, X222A2) and are read alike. */
const isOf = (guide: TransactionGuide, set: TransactionSet): boolean =>
  set.transaction === guide.transaction && guide.version.slice(0, 10) === set.version.slice(0, 10);

/** Reads the sets of one guide from a file; fails when it holds none, and reports each set of another kind. */
export const readTransactionSets = (text: string, guide: TransactionGuide): Checked<TransactionSets> => {
  const interchange = readInterchange(text);
  if (!interchange.success) return interchange;
  const all = interchange.data.sets.map((set, index) => ({ set, path: `ST[${index + 1}]` }));
  const sets = all.filter(({ set }) => isOf(guide, set));
  const findings = [...(interchange.findings ?? []), ...strangers(interchange.data, guide)];
  if (sets.length > 0) return { success: true, data: { envelope: interchange.data.header, sets, findings } };
  return { success: false, findings: [...findings, noSet(guide)] };
};

const noSet = (guide: TransactionGuide): Finding => ({
  code: 'AK905-1',
  path: 'GS',
  detail: `The file holds no ${guide.transaction} of version ${guide.version}`,
});

const strangers = ({ sets }: Interchange, guide: TransactionGuide): Finding[] =>
  sets.flatMap((set, index) =>
    isOf(guide, set)
      ? []
      : [{ code: 'IK502-1', path: `ST[${index + 1}]`, detail: 'This set is of another transaction' }],
  );

/** What was read, with whatever findings there are beside it. */
export const withFindings = <T>(data: T, findings: readonly Finding[]): Checked<T> =>
  findings.length > 0 ? { success: true, data, findings } : { success: true, data };
