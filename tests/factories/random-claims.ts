import fc from 'fast-check';
import type { WriteOff } from '../../functions/domain/claim/moved-money.ts';
import type { Adjudication, Adjustment, Claim } from '../../functions/domain/claim.ts';
import { type Cents, cents, sum } from '../../functions/edi/money.ts';
import { adjudication, reversalOf } from './adjudications.ts';
import { claim } from './claims.ts';
import { biller } from './tasks.ts';

const amounts = fc.integer({ min: 0, max: 200_000 }).map(cents);

const groups: Adjustment['group'][] = ['CO', 'OA', 'PI', 'PR', 'CR'];

/** Contractual, patient's and disputed reasons. */
const adjustments: fc.Arbitrary<Adjustment> = fc.record({
  group: fc.constantFrom(...groups),
  reason: fc.constantFrom('1', '2', '3', '16', '23', '24', '45', '50', '97', '197', '225', '253'),
  amount: fc.integer({ min: -20_000, max: 50_000 }).map(cents),
});

const lists = fc.array(adjustments, { maxLength: 4 });

const amountOf = (list: readonly Adjustment[]): Cents => sum(list.map(({ amount }) => amount));

/** An adjudication that balances, with adjustments on the claim and on one line, for one of three transmissions. */
const adjudications: fc.Arbitrary<Adjudication> = fc
  .record({
    charge: amounts,
    onClaim: lists,
    onLine: lists,
    submissionNumber: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ charge, onClaim, onLine, submissionNumber }) => {
    const linePaid = cents(charge - amountOf(onLine));
    return adjudication({
      submissionNumber,
      charge,
      paid: cents(linePaid - amountOf(onClaim)),
      adjustments: onClaim,
      lines: [
        { lineNumber: 1, procedure: '99213', charge, paid: linePaid, adjustments: onLine, remarks: [] },
      ],
    });
  });

/** Some of the adjudications are taken back again. */
const histories: fc.Arbitrary<Adjudication[]> = fc
  .array(fc.tuple(adjudications, fc.boolean()), { maxLength: 5 })
  .map((decisions) =>
    decisions
      .flatMap(([decision, isReversed]) => (isReversed ? [decision, reversalOf(decision)] : [decision]))
      .map((decision, index) => ({ ...decision, adjudicationId: `payment-${index}` })),
  );

const writeOffs: fc.Arbitrary<WriteOff> = amounts.map((amount) => ({
  amount,
  reason: 'small balance',
  decidedBy: biller,
  taskId: 'C0000000000A1-0-denial',
}));

/** A claim in any state of its money: transmissions, decisions, reversals, write-offs, bills to the patient. */
export const claims: fc.Arbitrary<Claim> = fc
  .record({
    charges: fc.array(amounts, { minLength: 1, maxLength: 5 }),
    submissions: fc.integer({ min: 1, max: 3 }),
    adjudications: histories,
    writeOffs: fc.array(writeOffs, { maxLength: 3 }),
    patientBilled: amounts,
  })
  .map(({ charges, submissions, ...money }) => {
    const [line] = claim().lines;
    if (!line) throw new Error('The claim of the tests has lines');
    return claim({
      ...money,
      takebacks: [],
      refunds: [],
      lines: charges.map((charge, index) => ({ ...line, lineNumber: index + 1, charge })),
      submissions: Array.from({ length: submissions }, (_, index) => ({
        number: index + 1,
        frequency: '1',
        fileAccepted: false,
      })),
    });
  });
