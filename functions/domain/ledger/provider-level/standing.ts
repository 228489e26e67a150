import type { AdjustmentKind } from './adjustment-kind.ts';
import { amountOf, isTaken, type ProviderEntry } from './entry.ts';
import type { Pairing } from './pair-entries.ts';

/**
 * What an adjustment does: announces that an overpayment will be taken back, or collects what was announced; takes
 * back what was not; forwards a balance, or settles one; returns what the practice paid back itself. All others are
 * called by their kind; `nothing` is an amount of zero.
 */
export type Standing =
  | 'announces'
  | 'collects'
  | 'takes-back'
  | 'forwards'
  | 'settles'
  | 'returns'
  | 'nothing'
  | Exclude<AdjustmentKind, 'recoupment' | 'forward' | 'return'>;

type Pairs = Pick<Pairing, 'restOf' | 'unannouncedOf'>;

/** What an adjustment does among all others. */
export const standingOf = (entry: ProviderEntry, pairing: Pairs): Standing => {
  if (amountOf(entry) === 0) return 'nothing';
  const { kind } = entry;
  if (kind === 'recoupment') return isTaken(entry) ? collection(entry, pairing) : 'announces';
  if (kind === 'forward') return isTaken(entry) ? 'settles' : 'forwards';
  if (kind === 'return') return isTaken(entry) ? 'takes-back' : 'returns';
  const isPaired = isTaken(entry) && pairing.restOf(entry) < amountOf(entry);
  return isPaired ? 'settles' : kind;
};

const collection = (entry: ProviderEntry, { unannouncedOf }: Pairs): Standing =>
  unannouncedOf(entry) === amountOf(entry) ? 'takes-back' : 'collects';
