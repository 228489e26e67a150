import type { AuditEntry } from '../domain/audit/audit-entry.ts';
import { type AuditLink, type ChainHead, chainOnto } from '../domain/audit/chain.ts';
import { BillingError } from '../runtime/errors.ts';

type EntryName = { readonly practiceId: string; readonly entryId: string };

export type ChainEffects = {
  readonly findEntry: (name: EntryName) => Promise<AuditEntry | undefined>;
  readonly isChained: (name: EntryName) => Promise<boolean>;
  readonly findHead: (practiceId: string) => Promise<ChainHead>;
  /** False where another writer took a place or chained an entry meanwhile. */
  readonly addLinks: (links: readonly AuditLink[]) => Promise<boolean>;
  readonly now: () => Date;
};

/** An entry takes two items of a transaction, which holds a hundred. */
const atOnce = 50;

/** The queue lets one writer at a practice; another one is the daily round, or a message that came twice. */
const tries = 5;

/** Joins entries to the chain of their practice; those that have their link already are left alone. */
export const chainEntries = async (
  practiceId: string,
  entryIds: readonly string[],
  effects: ChainEffects,
): Promise<number> => {
  let chained = 0;
  const ids = [...new Set(entryIds)];
  for (let from = 0; from < ids.length; from += atOnce)
    chained += await chainSome(practiceId, ids.slice(from, from + atOnce), effects, tries);
  return chained;
};

const chainSome = async (
  practiceId: string,
  entryIds: readonly string[],
  effects: ChainEffects,
  triesLeft: number,
): Promise<number> => {
  const entries: AuditEntry[] = [];
  for (const entryId of entryIds) {
    const name = { practiceId, entryId };
    if (!(await effects.isChained(name))) entries.push(await requireEntry(name, effects));
  }
  if (entries.length === 0) return 0;
  const links = chainOnto(await effects.findHead(practiceId), entries, effects.now().toISOString());
  if (await effects.addLinks(links)) return links.length;
  if (triesLeft <= 1)
    throw new BillingError('ConcurrentChange', 'Other writers chained at the same time again and again');
  return chainSome(practiceId, entryIds, effects, triesLeft - 1);
};

const requireEntry = async (name: EntryName, { findEntry }: ChainEffects): Promise<AuditEntry> => {
  const entry = await findEntry(name);
  if (!entry) throw new BillingError('RecordNotFound', `There is no audit entry ${name.entryId}`);
  return entry;
};
