import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordClaimStatus } from '../../functions/claim-status/record-claim-status.ts';
import { meaningOf } from '../../functions/claim-status/status-categories.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { claim } from '../factories/claims.ts';

const at = '2026-11-02T10:00:00.000Z';

/** One category of each meaning, what somebody has to act on first. */
const ranking = ['A7', 'R4', 'Z9', 'D0', 'E3', 'F1', 'P1', 'E1'];

type Said = { readonly inquiry: number; readonly categories: readonly string[] };

const record = (before: Claim, { inquiry, categories }: Said): Claim =>
  recordClaimStatus(
    before,
    { submissionNumber: 1, inquiry },
    {
      outcome: meaningOf(ranking.find((one) => categories.includes(one)) ?? '').outcome,
      codes: categories.map((category) => ({ category, status: '20' })),
    },
    at,
  )?.claim ?? before;

it('answers to inquiries end as the last one that was answered says, in any order and however often they come', () => {
  const said = fc.record({
    inquiry: fc.nat({ max: 4 }),
    categories: fc.uniqueArray(fc.constantFrom(...ranking), { minLength: 1, maxLength: 3 }),
  });
  const story = fc.array(said, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(story, fc.infiniteStream(fc.nat()), fc.nat({ max: 4 }), (answers, keys, forgiven) => {
      const before = claim({ followUps: 4, followUpsForgiven: forgiven });
      const shuffled = [...answers, ...answers]
        .map((one) => ({ one, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      const after = shuffled.reduce(record, before);
      // The model: of the latest inquiry that a person's decision has not overtaken, all that was said.
      const counting = answers.filter(({ inquiry }) => inquiry >= forgiven);
      const latest = Math.max(...counting.map(({ inquiry }) => inquiry));
      const categories = new Set(
        counting.filter(({ inquiry }) => inquiry === latest).flatMap((one) => one.categories),
      );
      expect(after.payerStatus?.inquiry).toBe(counting.length > 0 ? latest : undefined);
      expect(new Set(after.payerStatus?.codes.map(({ category }) => category) ?? [])).toEqual(categories);
      const first = ranking.find((one) => categories.has(one));
      expect(after.payerStatus?.outcome).toBe(first && meaningOf(first).outcome);
      // Only an answer to the inquiry that is open ends one.
      expect(after.followUps).toBe(answers.some(({ inquiry }) => inquiry === 4) ? 5 : 4);
    }),
    { numRuns: 300 },
  );
});

it('an answer to an inquiry that was never sent changes nothing', () => {
  const before = claim({ followUps: 1 });
  expect(record(before, { inquiry: 2, categories: ['R4'] })).toBe(before);
});
