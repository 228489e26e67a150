import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, walkLists } from '../../../functions/domain/paging/page.ts';
import { aMember } from '../../factories/access/members.ts';
import { listOf, pageIn, practiceLists } from '../../factories/api/lists.ts';
import { callerOn } from '../../factories/practice-caller.ts';
import { practice } from '../../factories/practices.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const path = '/v1/practices/maple-street/members';
const subjectOf = (number: number): string => `subject-${String(number).padStart(4, '0')}`;

/** The members of a practice that grows while it is read. */
const growing = (numbers: readonly number[]) => {
  const members = new Map(numbers.map((one) => [subjectOf(one), aMember({ subject: subjectOf(one) })]));
  const lists = practiceLists({
    members: listOf(
      () => [...members.values()],
      ({ subject }) => subject,
    ),
  });
  const call = callerOn({ lists, findPractice: async () => practice() }, 'client-of-emr');
  const add = (number: number) => members.set(subjectOf(number), aMember({ subject: subjectOf(number) }));
  return { call, add };
};

describe('a list in pages', () => {
  it('shows what was there throughout exactly once, and of what came meanwhile nothing twice', async () => {
    const numbers = fc.uniqueArray(fc.nat(400), { maxLength: 60 });
    const limit = fc.integer({ min: 1, max: 20 });
    const meanwhile = fc.array(fc.array(fc.nat(400), { maxLength: 4 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(numbers, limit, meanwhile, async (there, size, added) => {
        const { call, add } = growing(there);
        const shown: string[] = [];
        let cursor = '';
        for (let page = 0; page < 500; page += 1) {
          const { body } = await call('GET', `${path}?limit=${size}${cursor}`);
          expect(body.items.length).toBeLessThanOrEqual(size);
          shown.push(...body.items.map(({ subject }: { subject: string }) => subject));
          if (body.next === undefined) break;
          cursor = `&cursor=${body.next}`;
          for (const one of added[page] ?? []) add(one);
        }
        expect(new Set(shown).size).toBe(shown.length);
        expect(there.map(subjectOf).filter((one) => !shown.includes(one))).toEqual([]);
        expect(shown).toEqual(shown.toSorted());
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['cursor=abc', 'cursor'],
    ['cursor=', 'cursor'],
  ])('refuses %s by name', async (query, field) => {
    const { status, body } = await growing([1, 2]).call('GET', `${path}?${query}`);
    expect([status, body.findings[0].field]).toEqual([400, field]);
  });

  it('begins with fifty, and refuses a cursor with another question, which it says how to mend', async () => {
    const { call } = growing(Array.from({ length: 60 }, (_, index) => index));
    const { body } = await call('GET', path);
    expect(body.items).toHaveLength(50);
    expect((await call('GET', `${path}?limit=3&cursor=${body.next}`)).body.items).toHaveLength(3);
    const other = await call('GET', `${path}?name=Ana&cursor=${body.next}`);
    expect([other.status, other.body.findings]).toMatchObject([
      400,
      [{ code: 'cursor-unknown', next: expect.stringContaining('begin without') }],
    ]);
  });
});

describe('a walk through lists', () => {
  const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
  const lengths = fc.array(fc.nat(7), { minLength: 5, maxLength: 5 });

  it('shows each record of each list once, whatever the size of pages and however short the lists give them', async () => {
    await fc.assert(
      fc.asyncProperty(
        names,
        lengths,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        async (lists, sizes, limit, most) => {
          const recordsOf = (name: string): string[] =>
            Array.from({ length: sizes['abcde'.indexOf(name)] ?? 0 }, (_, index) => `${name}${index}`);
          const read = async (name: string, asked: { limit: number; after?: string | undefined }) =>
            pageIn(recordsOf(name), (one) => one, { ...asked, limit: Math.min(asked.limit, most) });
          const shown: string[] = [];
          let after: string | undefined;
          for (let page = 0; page < 200; page += 1) {
            const { items, next }: Page<string> = await walkLists(lists, { limit, after }, read);
            expect(items.length).toBeLessThanOrEqual(limit);
            shown.push(...items);
            after = next;
            if (next === undefined) break;
          }
          expect(shown).toEqual(lists.toSorted().flatMap(recordsOf));
        },
      ),
    );
  });
});
