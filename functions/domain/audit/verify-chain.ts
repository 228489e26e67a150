import { emptyChain, linkHash } from './chain.ts';
import type { ChainState } from './checkpoint.ts';

type Written = Readonly<Record<string, unknown>>;

/** All that is kept of a practice's audit, as it is stored: whatever was added to it is part of it. */
export type KeptAudit = {
  readonly practiceId: string;
  /** By the key under which each lies. */
  readonly entries: readonly { readonly entryId: string; readonly record: Written }[];
  readonly links: readonly { readonly sequence: number; readonly record: Written }[];
  /** One that cannot be read, or whose signature is not ours, has no state. */
  readonly checkpoints: readonly { readonly name: string; readonly state: ChainState | undefined }[];
};

export type AuditProblem =
  | 'gap'
  | 'altered'
  | 'entry-missing'
  | 'chained-twice'
  | 'unchained'
  | 'false-checkpoint'
  | 'cut-off'
  | 'other-history';

/** What is wrong, and at which link or entry. */
export type AuditFault = {
  readonly problem: AuditProblem;
  readonly detail: string;
  readonly sequence?: number;
  readonly entryId?: string;
};

export type Verification = {
  readonly practiceId: string;
  readonly links: number;
  readonly checkpoints: number;
  /** Entries younger than a minute that wait for their link. */
  readonly waiting: number;
  /** In the order of the chain: the first is where it was first touched. */
  readonly faults: readonly AuditFault[];
};

/** An entry waits so long for its link at most, in milliseconds. */
const chainedWithin = 60_000;

/** Recomputes a chain from its first link, and holds it to its checkpoints. */
export const verifyChain = (kept: KeptAudit, now: Date): Verification => {
  const links = kept.links.toSorted((one, other) => one.sequence - other.sequence);
  const unchained = unchainedOf(kept, now);
  return {
    practiceId: kept.practiceId,
    links: links.length,
    checkpoints: kept.checkpoints.length,
    waiting: unchained.waiting,
    faults: [...faultsOfLinks({ ...kept, links }), ...unchained.faults, ...faultsOfCheckpoints(kept)],
  };
};

const faultsOfLinks = ({ practiceId, entries, links }: KeptAudit): AuditFault[] => {
  const entryOf = new Map(entries.map(({ entryId, record }) => [entryId, record]));
  const chained = new Set<unknown>();
  let before: { readonly sequence: number; readonly hash: unknown } = emptyChain;
  return links.flatMap(({ sequence, record }) => {
    const faults: AuditFault[] = [];
    const tell = (problem: AuditProblem, detail: string): void => {
      faults.push({ problem, detail, sequence, ...(entryId && { entryId }) });
    };
    const entryId = typeof record.entryId === 'string' ? record.entryId : '';
    const entry = entryOf.get(entryId);
    const follows = sequence === before.sequence + 1;
    if (!follows) tell('gap', `Link ${before.sequence + 1} is missing`);
    if (chained.has(entryId)) tell('chained-twice', 'Another link has the same entry');
    chained.add(entryId);
    if (!entry) tell('entry-missing', 'The entry of the link is not there');
    else if (record.hash !== linkHash(record, entry) || !isNamed(entry, practiceId, entryId))
      tell('altered', 'The link or its entry is not what was chained');
    if (record.sequence !== sequence || record.practiceId !== practiceId)
      tell('altered', 'The link lies in another place than it was made for');
    if (follows && record.previous !== before.hash)
      tell('altered', 'The link does not follow from the one before');
    before = { sequence, hash: record.hash };
    return faults;
  });
};

const isNamed = (entry: Written, practiceId: string, entryId: string): boolean =>
  entry.practiceId === practiceId && entry.entryId === entryId;

const unchainedOf = (
  { entries, links }: KeptAudit,
  now: Date,
): { readonly waiting: number; readonly faults: AuditFault[] } => {
  const chained = new Set(links.map(({ record }) => record.entryId));
  const without = entries.filter(({ entryId }) => !chained.has(entryId));
  // By its key, which is where it lies; a time that cannot be read is no excuse to wait.
  const isYoung = ({ entryId }: { entryId: string }): boolean =>
    now.getTime() - Date.parse(entryId.split('~')[0] ?? '') <= chainedWithin;
  const late = without.filter((one) => !isYoung(one));
  return {
    waiting: without.length - late.length,
    faults: late.map(({ entryId }) => ({
      ...{ problem: 'unchained', entryId },
      detail: 'The entry has no link after more than a minute',
    })),
  };
};

const faultsOfCheckpoints = ({ practiceId, links, checkpoints }: KeptAudit): AuditFault[] => {
  const hashAt = new Map<number, unknown>(links.map(({ sequence, record }) => [sequence, record.hash]));
  hashAt.set(emptyChain.sequence, emptyChain.hash);
  const last = Math.max(0, ...hashAt.keys());
  return checkpoints.flatMap(({ name, state }): AuditFault[] => {
    if (!state || state.practiceId !== practiceId)
      return [
        { problem: 'false-checkpoint', detail: `${name} does not bear our signature for this practice` },
      ];
    const { sequence } = state;
    if (sequence > last)
      return [{ problem: 'cut-off', sequence, detail: `${name} knows ${sequence} links, ${last} are left` }];
    return hashAt.get(sequence) === state.hash
      ? []
      : [{ problem: 'other-history', sequence, detail: `${name} was signed over another link ${sequence}` }];
  });
};
