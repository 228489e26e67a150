import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moneyOf } from '../../../functions/domain/ledger/entry.ts';
import { claimPosition } from '../../../functions/domain/position.ts';
import { cents } from '../../../functions/edi/money.ts';
import { claim } from '../../factories/claims.ts';
import { type PostingRecords, post835, received, recordsOf } from '../../factories/posting-records.ts';
import { type ModelClaim, type Writing, write835 } from './payer-model.ts';
import { type Story, stories } from './payer-stories.ts';

/** `LEDGER_RUNS=100000 npx vitest run tests/remittance/ledger` is the long campaign. */
const numRuns = Number(process.env.LEDGER_RUNS ?? 5000);

const sent = ({ claimId, lines, transmissions }: ModelClaim) =>
  claim({
    claimId,
    encounterId: claimId,
    lines: lines.map(({ number, procedure, charge }) => ({
      lineNumber: number,
      procedure,
      modifiers: [],
      units: 1,
      diagnosisPointers: [1],
      charge: cents(charge),
    })),
    submissions: Array.from({ length: transmissions }, (_, at) => ({
      number: at + 1,
      frequency: at === 0 ? '1' : '7',
      fileAccepted: true,
      sentAt: '2026-02-28T09:00:00.000Z',
    })),
  });

const writings: fc.Arbitrary<Writing> = fc.record({
  reordered: fc.boolean(),
  remark: fc.boolean(),
  payerId: fc.constantFrom('1512345678', '512345678'),
});

/** Which payment comes when, how often, and how it is written each time: every one at least once. */
const deliveries = (count: number) =>
  fc
    .tuple(
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, at) => at),
        { minLength: count, maxLength: count },
      ),
      fc.array(fc.nat(count - 1), { maxLength: 3 }),
      fc.array(writings, { minLength: count + 3, maxLength: count + 3 }),
    )
    .map(([order, again, ways]) => [...order, ...again].map((at, index) => ({ at, way: ways[index] })));

type Delivery = { readonly at: number; readonly way: Writing | undefined };

const deliver = async (story: Story, order: readonly Delivery[]): Promise<PostingRecords> => {
  const records = recordsOf(story.claims.map(sent));
  for (const [index, { at, way }] of order.entries()) {
    const payment = story.payments[at];
    if (payment && way)
      await post835(received(write835(payment, way, index + 1), { fileId: `f${index}` }), records);
  }
  return records;
};

const balancesIn = ({ claims }: PostingRecords) =>
  Object.fromEntries(
    [...claims].map(([claimId, one]) => {
      const { insurancePaid, adjustments, patientBalance, open } = claimPosition(one);
      return [claimId, { insurancePaid, adjustments, patientBalance, open }];
    }),
  );

it('any order and any repetition of the same files comes to what the payer meant', async () => {
  await fc.assert(
    fc.asyncProperty(
      stories.chain((story) => fc.tuple(fc.constant(story), deliveries(story.payments.length))),
      async ([story, order]) => {
        const records = await deliver(story, order);
        expect(balancesIn(records)).toEqual(Object.fromEntries(story.ends));
        for (const [claimId, { adjudications, takebacks }] of records.claims)
          expect(moneyOf(records.entries.get(claimId) ?? [])).toMatchObject({ adjudications, takebacks });
      },
    ),
    { numRuns },
  );
});
