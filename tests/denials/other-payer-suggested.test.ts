import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denialWork } from '../../functions/denials/denial-work.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { checkOtherPayer } from '../../functions/domain/coordination/payer-order.ts';
import type { CoverageRecord } from '../../functions/domain/patients/coverage-record.ts';
import { readForm } from '../../functions/tasks/form/task-form.ts';
import { taskPage } from '../../functions/tasks/page/task-page.ts';
import { withOtherPayer } from '../../functions/tasks/raise-task-for-step.ts';
import { adjudication, adjustment } from '../factories/adjudications.ts';
import { adjudicated } from '../factories/claims.ts';
import { coverageRecord, patientFile } from '../factories/patients/coverage-records.ts';
import { nextPayer, payers } from '../factories/payers.ts';
import { aDenialCase } from '../factories/task-cases.ts';
import { aTask, now } from '../factories/tasks.ts';

const [own] = payers;
if (!own) throw new Error('The samples have a payer');

const work = async (claim: Claim, coverages: readonly CoverageRecord[] = []) => {
  const reads: string[] = [];
  const noted =
    <T>(name: string, value: T) =>
    async () => {
      reads.push(name);
      return value;
    };
  const done = await denialWork(
    { claim, payer: own },
    {
      routingInForce: noted('routing', undefined),
      listPayers: noted('payers', payers),
      findPatient: noted('patient', patientFile(coverages)),
    },
  );
  return { reads, done, draft: withOtherPayer('denial', done.describe()) };
};

const denied = (reason: string, change: Partial<Claim> = {}, remarks: string[] = []): Claim =>
  adjudicated({ adjudications: [adjudication({ remarks }, [adjustment('CO', reason, 8_000)])], ...change });

const cascade = coverageRecord({ payerId: 'cascade' });

describe('a denial that another payer may owe', () => {
  it.each(['22', '109', 'B11', '26', '27', '31', '32', '33', '177', '200'])(
    'recommends to bill the coverage of the day by CARC %s, filled in',
    async (reason) => {
      const { draft } = await work(denied(reason), [cascade]);
      expect(draft.actions[0]).toBe('bill-other-payer');
      expect(draft.suggestedPayer).toMatchObject({
        payerId: 'cascade',
        memberId: 'M-CASCADE',
        place: reason === '22' ? 'first' : 'instead',
      });
      expect(new Set(draft.actions).size).toBe(draft.actions.length);
    },
  );

  it.each(['MA04', 'MA64', 'MA92', 'N4', 'N36', 'N48', 'N104', 'N418', 'N479'])(
    'does so by RARC %s whatever the CARC says',
    async (remark) => {
      const { draft } = await work(denied('16', {}, [remark]), [cascade]);
      expect(draft.actions[0]).toBe('bill-other-payer');
    },
  );

  it.each(['197', '50', '97', '16', '45'])('says nothing of it by CARC %s', async (reason) => {
    const { draft } = await work(denied(reason), [cascade]);
    expect([draft.actions[0] === 'bill-other-payer', draft.suggestedPayer]).toEqual([false, undefined]);
    expect(draft.actions.at(-1)).toBe('bill-other-payer');
  });

  it('says nothing where the record knows nobody, or nobody on that day', async () => {
    for (const coverages of [[], [{ ...cascade, to: '2020-01-01' }], [{ ...cascade, forAccident: true }]])
      expect((await work(denied('22'), coverages)).draft.suggestedPayer).toBeUndefined();
  });

  it('has a payer of the claim come first by CARC 22, and leaves it its turn where coverage ended', async () => {
    const next = { nextPayers: [nextPayer] };
    expect((await work(denied('22', next))).draft.suggestedPayer).toEqual({
      payerId: 'cascade',
      place: 'first',
    });
    expect((await work(denied('27', next))).draft.suggestedPayer).toBeUndefined();
  });

  it('names nobody in a mail but the payer', async () => {
    const { draft } = await work(denied('22'), [cascade]);
    expect(JSON.stringify([draft.title, draft.reasons, draft.advice])).not.toContain('M-CASCADE');
  });
});

describe('a payer that names another one (NM1*PR)', () => {
  const naming = (priorityPayer: { id?: string; name?: string }, change: Partial<Claim> = {}): Claim =>
    adjudicated({
      adjudications: [adjudication({ priorityPayer }, [adjustment('CO', '197', 8_000)])],
      ...change,
    });

  it('has it recommended first: from the record, from the claim, or from a contract alone', async () => {
    const onRecord = await work(naming({ name: 'Cascade Mutual' }), [cascade]);
    expect(onRecord.draft.suggestedPayer).toMatchObject({ place: 'first', memberId: 'M-CASCADE' });
    const byClaim = await work(naming({ id: 'CASCADE' }, { nextPayers: [nextPayer] }));
    expect(byClaim.draft.suggestedPayer).toEqual({ payerId: 'cascade', place: 'first' });
    const byContract = await work(naming({ id: 'cascade' }));
    expect(byContract.draft.suggestedPayer).toEqual({ payerId: 'cascade', place: 'first' });
    for (const { draft } of [onRecord, byClaim, byContract])
      expect(draft.actions[0]).toBe('bill-other-payer');
  });

  it('is not taken for another payer of the record', async () => {
    const { draft } = await work(naming({ name: 'Somebody Else' }), [cascade]);
    expect(draft.suggestedPayer).toBeUndefined();
    expect(draft.actions[0]).not.toBe('bill-other-payer');
  });
});

it('a page begins with the payer that is suggested', () => {
  const task = aTask({ actions: ['bill-other-payer', 'resubmit'] });
  const suggestedPayer = { payerId: 'cascade', place: 'first', memberId: 'M-CASCADE' } as const;
  const { markup } = taskPage({ task, taskCase: aDenialCase({ payers, suggestedPayer }), now });
  expect(markup).toContain('<option value="cascade" selected>');
  expect(markup).toContain('<option value="first" selected>');
  expect(markup).toContain('name="other.memberId" value="M-CASCADE"');
  expect(readForm('action=bill-other-payer').form.other).toEqual({});
});

it('reads each record once, however many tasks a denial needs', async () => {
  const { reads, done } = await work(denied('22'));
  done.desksOf(new Map());
  done.describe([]);
  done.desksOf(new Map());
  expect(reads.toSorted()).toEqual(['patient', 'payers', 'routing']);
});

it('what is suggested can be decided, but for what only a person knows', async () => {
  const ids = payers.map(({ payerId }) => payerId);
  const records = fc.array(
    fc.record({
      payerId: fc.constantFrom(...ids, 'nobody'),
      responsibility: fc.constantFrom('P', 'S', 'T' as const),
      stated: fc.boolean(),
      to: fc.option(fc.constantFrom('2020-01-01', '2027-01-01'), { nil: undefined }),
      forAccident: fc.boolean(),
    }),
    { maxLength: 4 },
  );
  const reasons = fc.constantFrom('22', '109', 'B11', '27', '31', '24', '197', '16', '29');
  await fc.assert(
    fc.asyncProperty(records, reasons, fc.boolean(), async (some, reason, hasNext) => {
      const coverages = some.map(({ payerId, responsibility, stated, to, forAccident }) =>
        coverageRecord({ payerId, responsibility }, { stated, forAccident, ...(to && { to }) }),
      );
      const claim = denied(reason, hasNext ? { nextPayers: [nextPayer] } : {});
      const { draft } = await work(claim, coverages);
      const { suggestedPayer: said } = draft;
      if (said === undefined) return;
      expect(ids).toContain(said.payerId);
      expect(said.payerId).not.toBe(claim.payerId);
      const open = checkOtherPayer(claim, said, payers).map(({ path }) => path);
      expect(['otherPayer.memberId', 'otherPayer.insuranceType']).toEqual(expect.arrayContaining(open));
      // Whoever is filled in is a later payer of the claim, or in force by the record on its day.
      const holds = some.some(
        (one) => one.payerId === said.payerId && one.stated && one.to !== '2020-01-01' && !one.forAccident,
      );
      expect(holds || (hasNext && said.payerId === 'cascade')).toBe(true);
    }),
    { numRuns: 400 },
  );
});
