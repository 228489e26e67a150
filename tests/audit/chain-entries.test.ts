import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChainEffects, chainEntries } from '../../functions/audit/chain-entries.ts';
import { signCheckpoints } from '../../functions/audit/sign-checkpoints.ts';
import { type AuditLink, emptyChain } from '../../functions/domain/audit/chain.ts';
import type { ChainState } from '../../functions/domain/audit/checkpoint.ts';
import { verifyChain } from '../../functions/domain/audit/verify-chain.ts';
import { anEntry, later, stored } from '../domain/audit/a-chain.ts';

const entries = Array.from({ length: 70 }, (_, number) => anEntry(number));
const idOf = (number: number): string => anEntry(number).entryId;

/** A table that takes each place and each entry once; each step of a writer lets the others go on. */
const world = () => {
  const links: AuditLink[] = [];
  const effects: ChainEffects = {
    findEntry: async ({ entryId }) => entries.find((one) => one.entryId === entryId),
    isChained: async ({ entryId }) => links.some((one) => one.entryId === entryId),
    findHead: async () => links.at(-1) ?? emptyChain,
    addLinks: async (added) => {
      const isTaken = added.some(({ sequence, entryId }) =>
        links.some((one) => one.sequence === sequence || one.entryId === entryId),
      );
      if (!isTaken) links.push(...added);
      return !isTaken;
    },
    now: () => later,
  };
  return { links, effects };
};

const batches = fc.array(fc.array(fc.nat(9), { maxLength: 10 }), { maxLength: 4 });

describe('chainEntries', () => {
  it('chains each entry once, whatever comes twice, in whatever order, and however writers meet', async () => {
    await fc.assert(
      fc.asyncProperty(batches, fc.boolean(), async (some, atOnce) => {
        const { links, effects } = world();
        const chain = (batch: readonly number[]) => chainEntries('maple-street', batch.map(idOf), effects);
        if (atOnce) await Promise.all(some.map(chain));
        else for (const batch of some) await chain(batch);
        const meant = [...new Set(some.flat())].map(idOf);
        expect(links.map(({ entryId }) => entryId).toSorted()).toEqual(meant.toSorted());
        const written = entries.filter(({ entryId }) => meant.includes(entryId));
        expect(verifyChain(stored(written, links), later).faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('chains more than a transaction holds', async () => {
    const { links, effects } = world();
    const ids = entries.map(({ entryId }) => entryId);
    expect(await chainEntries('maple-street', ids, effects)).toBe(70);
    expect(verifyChain(stored(entries, links), later).faults).toEqual([]);
  });

  it('fails for an entry that there is not', async () => {
    const { effects } = world();
    await expect(chainEntries('maple-street', ['none'], effects)).rejects.toThrow('no audit entry none');
  });
});

describe('signCheckpoints', () => {
  it('chains what was left, signs each practice, and fails in the end where one failed', async () => {
    const { links, effects } = world();
    const kept: ChainState[] = [];
    const failed: string[] = [];
    const round = signCheckpoints({
      ...effects,
      practiceIds: async () => ['broken', 'maple-street'],
      unchainedSince: async (practiceId) => {
        if (practiceId === 'broken') throw new Error('no table');
        return practiceId === 'maple-street' ? entries.slice(0, 3).map(({ entryId }) => entryId) : [];
      },
      keepCheckpoint: async (state) => {
        kept.push(state);
      },
      failed: (practiceId) => failed.push(practiceId),
    });
    await expect(round).rejects.toThrow('no table');
    expect(failed).toEqual(['broken']);
    expect(links).toHaveLength(3);
    const at = later.toISOString();
    expect(kept[0]).toEqual({ practiceId: 'maple-street', sequence: 3, hash: links[2]?.hash, at });
    expect(kept.map(({ practiceId }) => practiceId)).toEqual(['maple-street', '-']);
  });
});
