import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditLink, chainOnto, emptyChain } from '../../../functions/domain/audit/chain.ts';
import { type KeptAudit, verifyChain } from '../../../functions/domain/audit/verify-chain.ts';
import { aKeptAudit, anEntry, chainedAt, later, someLength, stored } from './a-chain.ts';

const runs = { numRuns: 500 };
const faultsOf = (kept: KeptAudit, now = later) => verifyChain(kept, now).faults;
const problemsOf = (kept: KeptAudit) => faultsOf(kept).map(({ problem }) => problem);

/** The links of a chain as they were written. */
const chainOf = ({ links }: KeptAudit): readonly AuditLink[] =>
  links.map(({ record }) => AuditLink.parse(record));

type Part = 'entries' | 'links';
const part = fc.constantFrom<Part>('entries', 'links');

/** Other letters in the place of one: undefined where that is no JSON, or says the same. */
const tampered = (record: object, at: number, letter: string): Record<string, unknown> | undefined => {
  const text = JSON.stringify(record);
  const place = at % text.length;
  try {
    const read: unknown = JSON.parse(text.slice(0, place) + letter + text.slice(place + 1));
    return typeof read === 'object' && read !== null && !isDeepStrictEqual(read, record)
      ? (read as Record<string, unknown>) // checked just now
      : undefined;
  } catch {
    return undefined;
  }
};

const replaced = (
  kept: KeptAudit,
  which: Part,
  index: number,
  record: Record<string, unknown>,
): KeptAudit => ({
  ...kept,
  [which]: kept[which].map((one, place) => (place === index ? { ...one, record } : one)),
});

describe('a chain', () => {
  it('is whole as it was written, of whatever length', () => {
    fc.assert(
      fc.property(fc.nat(12), (length) => {
        expect(verifyChain(aKeptAudit(length), later)).toMatchObject({
          links: length,
          waiting: 0,
          faults: [],
        });
      }),
      runs,
    );
  });

  it('shows each change of any letter in any entry or link', () => {
    let changed = 0;
    fc.assert(
      fc.property(
        ...[someLength, part, fc.nat(), fc.nat(), fc.constantFrom(...'abcXYZ0123456789-:~. _')],
        (length, which, index, at, letter) => {
          const kept = aKeptAudit(length);
          const place = index % length;
          const record = tampered(kept[which][place]?.record ?? {}, at, letter);
          fc.pre(record !== undefined);
          changed += 1;
          expect(faultsOf(replaced(kept, which, place, record ?? {}))).not.toEqual([]);
        },
      ),
      runs,
    );
    expect(changed).toBe(500);
  });

  it('shows what was added to an entry or a link', () => {
    fc.assert(
      fc.property(someLength, part, fc.nat(), (length, which, index) => {
        const kept = aKeptAudit(length);
        const place = index % length;
        const record = { ...kept[which][place]?.record, added: true };
        expect(problemsOf(replaced(kept, which, place, record))).toContain('altered');
      }),
      runs,
    );
  });

  it('shows that an entry, a link, or both with all that follows were removed', () => {
    const cuts = fc.constantFrom('entry', 'link', 'both', 'end');
    fc.assert(
      fc.property(someLength, fc.nat(), cuts, (length, index, cut) => {
        const kept = aKeptAudit(length);
        const place = index % length;
        const isLeft = (_: unknown, at: number) => (cut === 'end' ? at < place : at !== place);
        const entries = cut === 'link' ? kept.entries : kept.entries.filter(isLeft);
        const links = cut === 'entry' ? kept.links : kept.links.filter(isLeft);
        expect(faultsOf({ ...kept, entries, links })).not.toEqual([]);
      }),
      runs,
    );
  });

  it('shows that two entries or two links changed places', () => {
    fc.assert(
      fc.property(someLength, part, fc.nat(), fc.nat(), (length, which, one, other) => {
        const [first, second] = [one % length, other % length];
        fc.pre(first !== second);
        const kept = aKeptAudit(length);
        const records = [kept[which][first]?.record ?? {}, kept[which][second]?.record ?? {}] as const;
        const swapped = replaced(replaced(kept, which, first, records[1]), which, second, records[0]);
        expect(faultsOf(swapped)).not.toEqual([]);
      }),
      runs,
    );
  });

  it('shows that all of it was written anew, once its end was signed', () => {
    fc.assert(
      fc.property(someLength, (length) => {
        const { checkpoints } = aKeptAudit(length);
        const others = Array.from({ length }, (_, number) => anEntry(number + 100));
        const links = chainOnto(emptyChain, others, chainedAt);
        expect(problemsOf({ ...stored(others, links), checkpoints })).toEqual(['other-history']);
      }),
      runs,
    );
  });

  it('shows an entry that was slipped in, with a link of its own or without one, and where', () => {
    fc.assert(
      fc.property(someLength, fc.nat(), fc.constantFrom('bare', 'linked', 'pushed'), (length, index, how) => {
        const kept = aKeptAudit(length);
        const place = index % length;
        const slipped = anEntry(500);
        const entries = [...kept.entries, { entryId: slipped.entryId, record: slipped }];
        if (how === 'bare') {
          const faults = faultsOf({ ...kept, entries });
          expect(faults).toMatchObject([{ problem: 'unchained', entryId: slipped.entryId }]);
          return;
        }
        // A link for it, rightly reckoned, in a place of the chain: over the one there, or with all behind pushed on.
        const before = place === 0 ? emptyChain : chainOf(kept)[place - 1];
        const [link] = chainOnto(before ?? emptyChain, [slipped], chainedAt);
        if (!link) throw new Error('An entry has a link');
        const behind = chainOf(kept)
          .slice(how === 'linked' ? place + 1 : place)
          .map((one, at) => ({ ...one, sequence: place + 2 + at }));
        const links = [...chainOf(kept).slice(0, place), link, ...behind].map((record) => ({
          sequence: record.sequence,
          record,
        }));
        const faults = faultsOf({ ...kept, entries, links });
        expect(faults).not.toEqual([]);
        const first = Math.min(...faults.flatMap(({ sequence }) => sequence ?? []));
        expect(first).toBeLessThanOrEqual(place + 2);
      }),
      runs,
    );
  });

  it('shows that its beginning or its end was cut off, and how much is left', () => {
    fc.assert(
      fc.property(someLength, fc.nat(), fc.boolean(), (length, index, isBeginning) => {
        const kept = aKeptAudit(length);
        const cut = 1 + (index % (length - 1));
        const isLeft = (_: unknown, at: number) => (isBeginning ? at >= cut : at < length - cut);
        const left = { ...kept, entries: kept.entries.filter(isLeft), links: kept.links.filter(isLeft) };
        expect(faultsOf(left)).toMatchObject([
          isBeginning
            ? { problem: 'gap', sequence: cut + 1, detail: 'Link 1 is missing' }
            : {
                problem: 'cut-off',
                sequence: length,
                detail: `day knows ${length} links, ${length - cut} are left`,
              },
        ]);
      }),
      runs,
    );
  });

  it('shows each checkpoint that says something else, whoever could have signed it', () => {
    const forged = fc.constantFrom('hash', 'sequence', 'practice', 'signature');
    fc.assert(
      fc.property(someLength, fc.nat(), forged, (length, index, what) => {
        const kept = aKeptAudit(length);
        const [signed] = kept.checkpoints;
        if (!signed?.state) throw new Error('A chain has a checkpoint');
        const state = {
          hash: { ...signed.state, hash: anEntry(index).entryId },
          sequence: { ...signed.state, sequence: index % (length + 5) },
          practice: { ...signed.state, practiceId: 'elm-row' },
          signature: undefined, // as the adapter reads one whose signature does not fit
        }[what];
        fc.pre(state?.sequence !== length || what !== 'sequence');
        const faults = faultsOf({ ...kept, checkpoints: [signed, { name: 'forged', state }] });
        expect(faults).toHaveLength(1);
        expect(faults[0]?.detail).toMatch(/^forged /);
      }),
      runs,
    );
  });

  it('names the link that was changed, first, wherever it is', () => {
    fc.assert(
      fc.property(someLength, fc.nat(), (length, index) => {
        const place = index % length;
        const kept = aKeptAudit(length);
        const record = { ...kept.entries[place]?.record, outcome: 'refused' };
        expect(faultsOf(replaced(kept, 'entries', place, record))).toEqual([
          {
            ...{ problem: 'altered', sequence: place + 1, entryId: anEntry(place).entryId },
            detail: expect.any(String),
          },
        ]);
      }),
      runs,
    );
  });

  it('tells an entry that waits from one that was forgotten', () => {
    const entries = [anEntry(0), anEntry(1)];
    const kept = stored(entries, chainOnto(emptyChain, entries.slice(0, 1), chainedAt));
    const past = (ms: number) => new Date(Date.parse(anEntry(1).at) + ms);
    expect(verifyChain(kept, past(60_000))).toMatchObject({ waiting: 1, faults: [] });
    expect(verifyChain(kept, past(60_001))).toMatchObject({
      waiting: 0,
      faults: [{ problem: 'unchained', entryId: anEntry(1).entryId }],
    });
  });

  it('believes no checkpoint without a signature, nor that of another practice', () => {
    const kept = aKeptAudit(2);
    const checkpoints = [
      { name: 'forged', state: undefined },
      ...kept.checkpoints.flatMap(({ name, state }) =>
        state ? [{ name, state: { ...state, practiceId: 'elm-row' } }] : [],
      ),
    ];
    expect(problemsOf({ ...kept, checkpoints })).toEqual(['false-checkpoint', 'false-checkpoint']);
  });
});
