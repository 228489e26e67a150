import { type Cents, cents, zero } from '../../../edi/money.ts';
import { amountOf, isTaken, type ProviderEntry } from './entry.ts';
import {
  byReference,
  collecting,
  type PairedBy,
  type Round,
  repaidAtOnce,
  repaidBefore,
} from './pairing-rounds.ts';

/** A part of what one adjustment opened, with the other that closes it. */
export type Pair = {
  readonly opener: ProviderEntry;
  readonly closer: ProviderEntry;
  readonly amount: Cents;
  readonly by: PairedBy;
};

/** What is paired, and what of every adjustment is left over, by its id, in cents without sign. */
export type Pairing = {
  readonly settled: readonly Pair[];
  /** Collections that the practice's own check repaid: `opener` is the collection, `closer` acknowledges the check. */
  readonly repaid: readonly Pair[];
  readonly restOf: (entry: ProviderEntry) => Cents;
  /** What of a collection nothing announced, and no check of the practice repaid. */
  readonly unannouncedOf: (entry: ProviderEntry) => Cents;
};

const isOpener = (entry: ProviderEntry): boolean =>
  (entry.kind === 'recoupment' || entry.kind === 'forward') && amountOf(entry) < 0;

/** CS may lower what the practice owes: a payer's write-off of a forwarded balance. It does so by reference only. */
const isCloser = (entry: ProviderEntry): boolean =>
  isTaken(entry) &&
  (entry.kind === 'recoupment' || entry.kind === 'forward' || entry.adjustment.reason === 'CS');

/** The payer acknowledges a check of the practice; a positive one takes the acknowledgement back. */
const isCheck = (entry: ProviderEntry): boolean => entry.kind === 'return' && amountOf(entry) < 0;
const isBounced = (entry: ProviderEntry): boolean => entry.kind === 'return' && isTaken(entry);

/** What lowers a payment and needs another adjustment, or a claim, that explains it. */
const takesBack = (entry: ProviderEntry): boolean =>
  isTaken(entry) && ['recoupment', 'forward', 'return'].includes(entry.kind);

/** What is left of adjustments while they are paired, in cents without sign. */
type Rests = Map<string, number>;

const restsOf = (entries: readonly ProviderEntry[]): Rests =>
  new Map(entries.map((entry) => [entry.entryId, Math.abs(amountOf(entry))]));

type Side = { readonly entries: readonly ProviderEntry[]; readonly rests: Rests };

/** Pairs the oldest with the oldest, round by round; amounts are used up as they are paired. */
const pairUp = (openers: Side, closers: Side, tried: readonly Round[]): Pair[] => {
  const pairs: Pair[] = [];
  for (const round of tried)
    for (const closer of closers.entries)
      for (const opener of openers.entries) {
        const left = openers.rests.get(opener.entryId) ?? 0;
        const wanted = closers.rests.get(closer.entryId) ?? 0;
        if (left === 0 || wanted === 0 || (round.wholeOnly && left !== wanted)) continue;
        if (!round.fits(opener, closer)) continue;
        const amount = cents(Math.min(left, wanted));
        openers.rests.set(opener.entryId, left - amount);
        closers.rests.set(closer.entryId, wanted - amount);
        pairs.push({ opener, closer, amount, by: round.by });
      }
  return pairs;
};

/**
 * Finds for each collection what it collects, and for each acknowledged check what it repaid. `entries` are those of
 * one tax id in the ledger's order, so that the outcome follows from their set alone.
 */
export const pairEntries = (entries: readonly ProviderEntry[]): Pairing => {
  const rests = restsOf(entries);
  const openers = { entries: entries.filter(isOpener), rests };
  const closers = { entries: entries.filter(isCloser), rests };
  const checks = { entries: entries.filter(isCheck), rests };
  const bounced = { entries: entries.filter(isBounced), rests };
  pairUp(checks, bounced, byReference);
  // A collection closes its account whole, whoever paid: what checks repaid of it is counted beside that.
  const notRepaid = { entries: closers.entries, rests: restsOf(closers.entries) };
  const repaid = pairUp(notRepaid, checks, repaidAtOnce);
  const settled = [...pairUp(openers, closers, collecting), ...pairUp(openers, checks, repaidBefore)];
  const restOf = ({ entryId }: ProviderEntry): Cents => cents(rests.get(entryId) ?? 0);
  const isOpen = (entry: ProviderEntry): boolean => restOf(entry) > 0;
  const others = { entries: closers.entries.filter(isOpen), rests: notRepaid.rests };
  repaid.push(...pairUp(others, checks, byReference));
  return {
    settled,
    repaid,
    restOf,
    unannouncedOf: (entry) => {
      if (!takesBack(entry)) return zero;
      const amount = amountOf(entry);
      const byChecks = amount - (notRepaid.rests.get(entry.entryId) ?? amount);
      return cents(Math.max(0, restOf(entry) - byChecks));
    },
  };
};
