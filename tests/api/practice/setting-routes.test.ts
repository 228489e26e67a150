import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../functions/domain/practice/settings.ts';
import { settingRecords } from '../../factories/api/setting-records.ts';
import { payer } from '../../factories/payers.ts';
import { callerOn } from '../../factories/practice-caller.ts';
import { practice } from '../../factories/practices.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const subject = 'client-of-emr';
const npi = '1234567893';

const world = (others = [practice({ practiceId: 'elm-row', npi })]) => {
  const known = settingRecords([practice(), ...others], [payer()]);
  const { records: settings, findPractice, payers, versions } = known;
  const call = callerOn(
    { settings, findPractice, listPayers: async () => payers, now: () => new Date('2026-11-30T12:00:00Z') },
    subject,
  );
  return {
    versions,
    findPractice,
    call: (method: string, path: string, body?: unknown, id = 'maple-street') =>
      call(method, `/v1/practices/${id}${path}`, body),
    /** The same of what is not there yet, or of a version. */
    enter: (path: string, body: unknown, version?: string) =>
      call('PUT', `/v1/practices/maple-street${path}`, body, true, { 'if-match': version }),
  };
};

const settings = settingsOf(practice());

describe('the settings of a practice', () => {
  it('are shown without its lists, and without a version as long as nobody entered them', async () => {
    const { status, body } = await world().call('GET', '/settings');
    expect([status, body.settings.npi, body.entered]).toEqual([200, practice().npi, undefined]);
    expect(Object.keys(body.settings)).not.toEqual(
      expect.arrayContaining(['providers', 'chargeMaster', 'locations', 'enrolments', 'adjustmentClasses']),
    );
  });

  it('are replaced as a whole, with who did it and when; its lists stay', async () => {
    const { call, findPractice } = world();
    const next = { ...settings, phone: '6145550199', writeOffLimit: 5_000 };
    const put = await call('PUT', '/settings', { settings: next, note: 'A new line' });
    expect(put).toMatchObject({
      status: 200,
      body: {
        settings: { phone: '6145550199' },
        entered: { version: 1, by: { subject }, note: 'A new line' },
      },
    });
    const { writeOffLimit: _gone, ...without } = next;
    await call('PUT', '/settings', { settings: without });
    const after = await findPractice('maple-street');
    expect(after).toEqual({ ...practice(), phone: '6145550199', writeOffLimit: undefined });
    expect((await call('GET', '/settings')).body.entered.version).toBe(2);
    const { body } = await call('GET', '/settings/versions');
    expect(body.versions.map((one: { version: number }) => one.version)).toEqual([2, 1]);
  });

  it('entered again as they stand are no new version', async () => {
    const { call, versions } = world();
    const reordered = Object.fromEntries(Object.entries(settings).toReversed());
    expect((await call('PUT', '/settings', { settings: reordered })).status).toBe(200);
    expect(versions).toEqual([]);
  });

  it('are known by what they say, in whatever order a table gives it back', async () => {
    const { call, versions } = world();
    await call('PUT', '/settings', { settings: { ...settings, phone: '6145550199' } });
    const [entered] = versions;
    if (entered)
      versions[0] = {
        ...entered,
        value: Object.fromEntries(Object.entries(Object(entered.value)).toReversed()),
      };
    expect((await call('GET', '/settings')).body.entered.version).toBe(1);
  });

  it('made of a version that is not in force any more are refused, with who was faster', async () => {
    const { call, enter } = world();
    const { headers } = await call('GET', '/settings');
    const seen = (headers as { etag: string }).etag;
    await enter('/settings', { settings: { ...settings, phone: '6145550199' } }, seen);
    const late = await enter('/settings', { settings: { ...settings, phone: '6145550177' } }, seen);
    expect([late.status, late.body.findings]).toEqual([
      412,
      [expect.objectContaining({ code: 'version-stale', detail: expect.stringContaining('Records system') })],
    ]);
  });

  const entity = {
    billingEntityId: 'alone',
    person: { lastName: 'Hart', firstName: 'Ida' },
    npi,
    taxId: '987654321',
    address: settings.address,
    phone: '6145550100',
  };

  it.each([
    ['an unknown field', { ...settings, colour: 'green' }, 'settings.colour', 'unrecognized_keys'],
    [
      'a list that has a route of its own',
      { ...settings, chargeMaster: [] },
      'settings.chargeMaster',
      'unrecognized_keys',
    ],
    ['an NPI with a wrong digit', { ...settings, npi: '1234567890' }, 'npi', 'wrong-npi'],
    [
      'two billing entities of one name',
      { ...settings, billingEntities: [entity, entity] },
      'billingEntities.1.billingEntityId',
      'repeated',
    ],
    [
      'an entity chosen by a place that there is not',
      { ...settings, billingEntities: [{ ...entity, locationIds: ['moon'] }] },
      'billingEntities.0.locationIds.0',
      'unknown',
    ],
    [
      'an entity chosen by a payer without a contract',
      { ...settings, billingEntities: [{ ...entity, payerIds: ['nobody'] }] },
      'billingEntities.0.payerIds.0',
      'unknown',
    ],
  ])('with %s are refused, and stay', async (_what, sent, field, code) => {
    const { call, versions } = world();
    const { status, body } = await call('PUT', '/settings', { settings: sent });
    expect([status, body.findings]).toEqual([400, [expect.objectContaining({ field, code })]]);
    expect(versions).toEqual([]);
  });

  it('under an NPI of another practice are taken, and told without naming it', async () => {
    const { call } = world();
    const { status, body } = await call('PUT', '/settings', { settings: { ...settings, npi } });
    expect([status, body.notes]).toEqual([
      200,
      [expect.objectContaining({ code: 'npi-of-another-practice', path: 'npi' })],
    ]);
    expect(JSON.stringify(body)).not.toContain('elm-row');
    expect((await world([]).call('PUT', '/settings', { settings: { ...settings, npi } })).body.notes).toEqual(
      [],
    );
  });

  it('of another practice are not found', async () => {
    const { call, versions } = world();
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', { settings }],
    ] as const)
      expect((await call(method, '/settings', body, 'elm-row')).status).toBe(404);
    expect(versions).toEqual([]);
  });
});

describe('the providers of a practice', () => {
  const provider = { lastName: 'Hart', firstName: 'Ida', taxonomy: '207Q00000X' };

  it('are listed, got, entered and replaced, one at a time', async () => {
    const { call, enter } = world();
    const before = (await call('GET', '/providers')).body.providers;
    expect((await call('GET', `/providers/${npi}`)).status).toBe(404);
    const put = await enter(`/providers/${npi}`, { provider });
    expect(put).toMatchObject({
      status: 200,
      body: { provider: { ...provider, npi }, entered: { version: 1 } },
    });
    await call('PUT', `/providers/${npi}`, { provider: { ...provider, firstName: 'Ada' } });
    expect((await call('GET', `/providers/${npi}`)).body.provider.firstName).toBe('Ada');
    expect((await call('GET', '/providers')).body.providers).toHaveLength(before.length + 1);
    expect((await call('GET', '/settings/versions?of=providers')).body.versions).toHaveLength(2);
  });

  it.each([
    ['1234567890', { provider }, 'wrong-npi'],
    ['12345', { provider }, 'invalid_format'],
    [npi, { provider: { ...provider, lastName: '' } }, 'too_small'],
    [npi, { provider: { ...provider, npi: '2450100021' } }, 'unrecognized_keys'],
  ])('under %s with %j are refused', async (number, body, code) => {
    const { call, versions } = world();
    const refused = await call('PUT', `/providers/${number}`, body);
    expect([refused.status, refused.body.findings]).toEqual([400, [expect.objectContaining({ code })]]);
    expect(versions).toEqual([]);
  });
});

describe('the payers of a practice', () => {
  const { payerId, ...terms } = payer();

  it('are listed with their terms, entered and replaced', async () => {
    const { call, enter } = world();
    expect((await call('GET', '/payers')).body.payers).toHaveLength(1);
    const put = await enter('/payers/harbor', { payer: { ...terms, name: 'Harbor' }, note: 'Signed' });
    expect(put).toMatchObject({
      status: 200,
      body: { payer: { payerId: 'harbor' }, entered: { version: 1 } },
    });
    await call('PUT', '/payers/harbor', { payer: { ...terms, name: 'Harbor Health' } });
    expect((await call('GET', '/payers/harbor')).body).toMatchObject({
      payer: { name: 'Harbor Health' },
      entered: { version: 2, by: { subject } },
    });
    const { body } = await call('GET', '/settings/versions?of=payer&payerId=harbor');
    expect(body.versions.map((one: { value: { name: string } }) => one.value.name)).toEqual([
      'Harbor Health',
      'Harbor',
    ]);
    expect((await call('GET', `/payers/${payerId}`)).body.entered).toBeUndefined();
  });

  it.each([
    ['without a filing limit', { ...terms, filingLimitDays: undefined }, 'payer.filingLimitDays'],
    ['with a field that is none', { ...terms, filingLimit: 90 }, 'payer.filingLimit'],
  ])('%s are refused', async (_what, sent, field) => {
    const { status, body } = await world().call('PUT', '/payers/harbor', { payer: sent });
    expect([status, body.findings]).toEqual([400, [expect.objectContaining({ field })]]);
  });

  it('are asked for their versions by name', async () => {
    expect((await world().call('GET', '/settings/versions?of=payer')).status).toBe(400);
    expect((await world().call('GET', '/settings/versions?payerId=harbor')).status).toBe(400);
  });
});
