import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import { encounterPosition } from '../../../functions/domain/ledger/encounter-position.ts';
import { moneyOf } from '../../../functions/domain/ledger/entry.ts';
import type { PartnerFile } from '../../../functions/domain/partner-file.ts';
import { claimPosition, disputedOf, type Position } from '../../../functions/domain/position.ts';
import { cents } from '../../../functions/edi/money.ts';
import {
  type ReceivePartnerFileEffects,
  receivePartnerFile,
} from '../../../functions/partners/receive-partner-file.ts';
import { postPart } from '../../../functions/remittance/post-part.ts';
import { claim } from '../../factories/claims.ts';
import { type PostingRecords, recordsOf } from '../../factories/posting-records.ts';
import { inboundKey, receivingEffects } from '../../factories/received-files.ts';
import { addedUp, type ModelClaim } from './payer-model.ts';
import { type Story, stories } from './payer-stories.ts';
import { type Writing, write835 } from './write-835.ts';

/** `LEDGER_RUNS=100000 npx vitest run tests/remittance/ledger` is the long campaign. */
const numRuns = Number(process.env.LEDGER_RUNS ?? 5000);

/** A run takes some 10 ms; a busy machine may take ten times that, and shrinking a failure more. */
const hangs = Math.max(600_000, numRuns * 200);

const sent = ({ claimId, visit, responsibility, lines, transmissions }: ModelClaim) =>
  claim({
    claimId,
    encounterId: visit,
    responsibility,
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

/** One posting of a payment: how it is written, and after how many steps it first breaks off, if it does. */
type Delivery = { readonly at: number; readonly way: Writing; readonly breaksOff: number | undefined };

/** Which payment comes when and how often: every one at least once. */
const deliveries = (count: number): fc.Arbitrary<readonly Delivery[]> =>
  fc
    .tuple(
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, at) => at),
        { minLength: count, maxLength: count },
      ),
      fc.array(fc.nat(count - 1), { maxLength: 3 }),
    )
    .chain(([order, again]) =>
      fc.tuple(
        ...[...order, ...again].map((at) =>
          fc.record({
            at: fc.constant(at),
            way: writings,
            breaksOff: fc.option(fc.nat(12), { nil: undefined, freq: 4 }),
          }),
        ),
      ),
    );

class BrokenOff extends Error {}

/** Effects of which the first few are done, and then none: the process ended. */
const breakingOff = <Effects extends object>(effects: Effects, after: number): Effects => {
  let left = after;
  const breaking = <T extends object>(all: T): T =>
    new Proxy(all, {
      get: (target, name, self) => {
        const effect: unknown = Reflect.get(target, name, self);
        if (typeof effect !== 'function') return breaking(Object(effect));
        if (left === 0) throw new BrokenOff(String(name));
        left -= 1;
        return effect;
      },
    });
  return breaking(effects);
};

const unlessBrokenOff = (error: unknown): void => {
  if (!(error instanceof BrokenOff)) throw error;
};

/** Receives a file and posts its parts; a part stays handed on until it is posted. */
const post = async (
  { staged }: PostingRecords['payments'],
  effects: ReceivePartnerFileEffects,
): Promise<void> => {
  await receivePartnerFile(inboundKey, new Date(), effects);
  for (let [part] = staged; part; [part] = staged) {
    await postPart(structuredClone(part), effects.posting);
    staged.shift();
  }
};

const deliver = async (story: Story, order: readonly Delivery[]): Promise<PostingRecords> => {
  const records = recordsOf(story.claims.map(sent));
  const saved: PartnerFile[] = [];
  for (const [index, { at, way, breaksOff }] of order.entries()) {
    const payment = story.payments[at];
    if (!payment) continue;
    const effects = receivingEffects(records, write835(payment, way, index + 1), saved);
    if (breaksOff !== undefined)
      await post(records.payments, breakingOff(effects, breaksOff)).catch(unlessBrokenOff);
    await post(records.payments, effects);
  }
  return records;
};

const figuresOf = ({ insurancePaid, adjustments, receivable, patientBalance, open }: Position) => ({
  insurancePaid,
  adjustments,
  receivable,
  patientBalance,
  open,
});

const balancesIn = (claims: readonly Claim[]) =>
  claims.map((one) => [
    one.claimId,
    { ...figuresOf(claimPosition(one)), disputed: addedUp(disputedOf(one)) },
  ]);

const visitsIn = (claims: readonly Claim[], { visits }: Story) =>
  [...visits.keys()].map((visit) => [
    visit,
    {
      ...figuresOf(encounterPosition(claims.filter(({ encounterId }) => encounterId === visit))),
      disputed: [],
    },
  ]);

it(
  'any order and any repetition of the same files comes to what the payer meant',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        stories.chain((story) => fc.tuple(fc.constant(story), deliveries(story.payments.length))),
        async ([story, order]) => {
          const records = await deliver(story, order);
          const claims = [...records.claims.values()];
          expect(balancesIn(claims)).toEqual([...story.ends]);
          expect(visitsIn(claims, story)).toEqual([...story.visits]);
          for (const { claimId, adjudications, takebacks } of claims)
            expect(moneyOf(records.entries.get(claimId) ?? [])).toMatchObject({ adjudications, takebacks });
        },
      ),
      { numRuns },
    );
  },
  hangs,
);
