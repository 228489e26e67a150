import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import { contractRecords, fee } from '../contracts/contract-records.ts';
import { listOf, practiceLists } from '../factories/api/lists.ts';
import { settingRecords } from '../factories/api/setting-records.ts';
import { adjudicated } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { callerOn } from '../factories/practice-caller.ts';
import { practice } from '../factories/practices.ts';
import { catchLogLines } from '../runtime/log-lines.ts';

catchLogLines();

const world = (claims: readonly Claim[] = []) => {
  const settings = settingRecords([practice()], [payer({ payerId: 'northwind' })]);
  const contracts = contractRecords(fee({ to: '2026-12-31' }), fee({ amount: 9500, from: '2027-01-01' }));
  const records: Partial<PracticeRecords> = {
    findPractice: settings.findPractice,
    payerIds: async () => ['northwind', 'cascade'],
    claimsByStatus: async (_practiceId: string, status: string) =>
      claims.filter((one) => one.status === status),
    contracts: contracts.records,
    settings: settings.records,
    lists: practiceLists({
      fees: listOf(
        contracts.fees,
        ({ procedure, from }) => `${procedure} ${from}`,
        (one, { procedure }) => procedure === undefined || one.procedure === procedure,
      ),
    }),
    now: () => new Date('2026-11-30T12:00:00Z'),
  };
  const program = callerOn(records, 'client-of-nightly');
  const call = (method: string, path: string, body?: unknown, id = 'maple-street') =>
    program(method, `/v1/practices/${id}${path}`, body);
  return { saved: settings.versions, fees: contracts.fees, call };
};

describe('fees of a payer', () => {
  it('are shown in all editions, of a procedure, and of a date', async () => {
    const { call } = world();
    const amounts = async (query: string) =>
      (await call('GET', `/fee-schedules/northwind${query}`)).body.items.map(
        (one: { amount: number }) => one.amount,
      );
    expect(await amounts('')).toEqual([9205, 9500]);
    expect(await amounts('?procedure=99213&on=2026-06-01')).toEqual([9205]);
    expect(await amounts('?procedure=99214')).toEqual([]);
  });

  it.each([
    ['a payer without contract', 'GET', '/fee-schedules/nobody', 'maple-street', 404],
    ['another practice', 'GET', '/fee-schedules/northwind', 'elm-street', 404],
    ['a date that is none', 'GET', '/fee-schedules/northwind?procedure=99213&on=soon', 'maple-street', 400],
    ['a date without a procedure', 'GET', '/fee-schedules/northwind?on=2026-06-01', 'maple-street', 400],
  ])('are not shown of %s', async (_what, method, path, id, status) => {
    expect((await world().call(method, path, undefined, id)).status).toBe(status);
  });

  it('are previewed and entered as other tables are', async () => {
    const { call, fees } = world();
    const table = {
      kind: 'fees',
      csv: 'cpt,fee,from\n99214,130.00,2026-01-01',
      payerId: 'northwind',
      table: 'new.csv',
    };
    expect((await call('POST', '/imports', table)).body).toMatchObject({
      kind: 'fees',
      applied: false,
      counts: { added: 1 },
    });
    expect(fees()).toHaveLength(2);
    await call('POST', '/imports', { ...table, apply: true });
    expect(fees()).toMatchObject([{}, {}, { procedure: '99214', amount: 13_000, source: 'new.csv, line 2' }]);
  });
});

describe('lists of a practice', () => {
  const enrolment = {
    providerNpi: '2450100021',
    payerId: 'northwind',
    status: 'effective',
    from: '2026-01-01',
  };
  const place = { locationId: 'main', name: 'Main', placeOfService: '11' };
  const price = { procedure: '99213', charge: 100, effectiveFrom: '2026-01-01' };

  it.each([
    ['enrolments', '/enrolments', 'enrolments', [enrolment]],
    ['places', '/locations', 'locations', [place]],
    ['prices', '/charge-master', 'chargeMaster', [price]],
  ])('%s are shown, and replaced alone', async (_what, path, name, list) => {
    const { call, saved } = world();
    expect((await call('GET', path)).body).toHaveProperty(name);
    expect(await call('PUT', path, { [name]: list })).toMatchObject({ status: 200, body: { [name]: list } });
    expect(saved).toMatchObject([{ practiceId: 'maple-street', part: name, value: list, version: 1 }]);
  });

  it.each([
    [
      'an enrolment of somebody else',
      '/enrolments',
      { enrolments: [{ ...enrolment, providerNpi: '1234567893' }] },
    ],
    [
      'an enrolment with no payer of the practice',
      '/enrolments',
      { enrolments: [{ ...enrolment, payerId: 'zz' }] },
    ],
    [
      'an enrolment that ends before it begins',
      '/enrolments',
      { enrolments: [{ ...enrolment, to: '2025-01-01' }] },
    ],
    ['two places of one id', '/locations', { locations: [place, place] }],
    [
      'two prices of one service and day',
      '/charge-master',
      { chargeMaster: [price, { ...price, charge: 200 }] },
    ],
    ['a body without the list', '/charge-master', {}],
  ])('refuse %s, and stay', async (_what, path, body) => {
    const { call, saved } = world();
    expect([(await call('PUT', path, body)).status, saved]).toEqual([400, []]);
  });

  it('of another practice are not found', async () => {
    const { call, saved } = world();
    expect([(await call('PUT', '/locations', { locations: [] }, 'elm-street')).status, saved]).toEqual([
      404,
      [],
    ]);
  });
});

it('the report of underpayments has what payers allowed otherwise, and never a patient', async () => {
  const expected = [{ lineNumber: 1, amount: cents(14_000), steps: [], unknown: [] }];
  const { call } = world([adjudicated({ expected })]);
  const { body } = await call('GET', '/reports/underpayments');
  expect(body.variances).toMatchObject([{ kind: 'under', lineNumber: 1, expected: 14_000 }]);
  expect(body.totals).toMatchObject([{ payerId: 'northwind', compared: 1, left: 1 }]);
  expect(JSON.stringify(body)).not.toMatch(/okafor|miriam|1961|NW4410977/i);
});
