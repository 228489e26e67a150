import { describe, expect, it, vi } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { findCandidates, onceADay } from '../../functions/remittance/matching/claim-candidates.ts';
import { payerNamedBy } from '../../functions/remittance/matching/payer-identity.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import { type PostingRecords, post835, received, recordsOf } from '../factories/posting-records.ts';
import { adjusted, remittance, remittanceClaim } from '../factories/remittances.ts';

const { payer: northwind } = remittance();
const payer = payerNamedBy(remittance());
const paidTo = { partnerId: 'payer-simulator', npis: ['1234567893'], taxIds: [] };

/** Paid in full but for the contract, under a number of another system. */
const legacy = (change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim({
    patientControlNumber: 'LEG-4711',
    payerControlNumber: 'ICN9',
    charge: cents(23_000),
    paid: cents(20_000),
    adjustments: adjusted(['CO', '45', 3_000]),
    patient: { entityType: '1', name: 'OKAFOR', firstName: 'MIRIAM', idQualifier: 'MI', id: 'NW4410977' },
    statementDates: [{ qualifier: '232', date: '2026-10-12' }],
    lines: undefined,
    ...change,
  });

const stranger = {
  patient: { entityType: '1', name: 'PETRIE', firstName: 'LOU', idQualifier: 'MI', id: 'X900800700' },
} as const;

const find = (claims: readonly Claim[], decided: RemittanceClaim) =>
  findCandidates(decided, { payer, paidTo }, recordsOf(claims).effects);

describe('what an unmatched decision may be about', () => {
  it('is the claim of that member, day and charge, in words without a name', async () => {
    const found = await find([claim()], legacy());
    expect(found).toEqual({
      candidates: [
        {
          claimId: 'C0000000000A1',
          submissionNumber: 1,
          score: 85,
          agrees: ['member id', 'patient’s name', 'date of service', 'charge', 'payer'],
          differs: [],
        },
      ],
      isOfAnotherSystem: false,
    });
    expect(JSON.stringify(found)).not.toMatch(/okafor|NW4410977|2026-10-12/i);
  });

  it.each<[string, Partial<RemittanceClaim>, string[]]>([
    ['charges something else', { charge: cents(9_900) }, ['charge']],
    ['names the member otherwise', { patient: { ...stranger.patient, id: 'NW4410977' } }, ['patient’s name']],
  ])('may be a claim of which it %s', async (_what, change, differs) => {
    expect((await find([claim()], legacy(change))).candidates).toMatchObject([{ differs }]);
  });

  it.each<[string, Partial<RemittanceClaim>, Partial<Claim>]>([
    ['another patient’s on the same day', stranger, {}],
    ['of the same patient on another day', {}, { dateOfService: '2026-10-13' }],
    ['of a day that it does not name', { statementDates: undefined }, {}],
    ['of another practice', {}, { practiceId: 'elm-street' }],
    ['never sent', {}, { submissions: [{ number: 1, frequency: '1', fileAccepted: false }] }],
  ])('is no claim %s: another system billed it', async (_what, change, other) => {
    expect(await find([claim(other)], legacy(change))).toEqual({ candidates: [], isOfAnotherSystem: true });
  });

  it('is five claims at most, the likeliest first', async () => {
    const claims = Array.from({ length: 7 }, (_, at) =>
      claim({ claimId: `C0000000000A${at}`, ...(at < 6 && { payerId: 'cascade' }) }),
    );
    const { candidates } = await find(claims, legacy());
    expect(candidates.map(({ claimId }) => claimId)).toEqual([
      'C0000000000A6',
      'C0000000000A0',
      'C0000000000A1',
      'C0000000000A2',
      'C0000000000A3',
    ]);
  });

  it.each(['C0000000000Z9-1', 'c0000000000z9', 'C2345678929-1', 'PRE C2345678929-1'])(
    'is not another system’s where its number, "%s", may be ours',
    async (patientControlNumber) => {
      const found = await find([claim()], legacy({ patientControlNumber, ...stranger }));
      expect(found).toEqual({ candidates: [], isOfAnotherSystem: false });
    },
  );

  it.each(['LEG-4711', '0', 'CLAIM2024000123', 'C12345', 'C2024001234', 'ACCT 4711'])(
    'is another system’s where its number is "%s" and nothing comes close',
    async (patientControlNumber) => {
      const found = await find([claim()], legacy({ patientControlNumber, ...stranger }));
      expect(found).toEqual({ candidates: [], isOfAnotherSystem: true });
    },
  );

  it('is somebody’s work where it may be the beginning of ours and no day is named to look at', async () => {
    const cutOff = legacy({ patientControlNumber: 'C9999999', ...stranger });
    expect((await find([claim()], cutOff)).isOfAnotherSystem).toBe(true);
    const undated = { ...cutOff, statementDates: undefined };
    expect((await find([claim()], undated)).isOfAnotherSystem).toBe(false);
  });

  it('is somebody’s work where the payee is no practice of ours', async () => {
    const parties = { payer, paidTo: { ...paidTo, npis: ['1888888885'] } };
    const found = await findCandidates(legacy(stranger), parties, recordsOf([claim()]).effects);
    expect(found).toEqual({ candidates: [], isOfAnotherSystem: false });
  });
});

it('claims of a day are looked up once a payment', async () => {
  const claimsByDateOfService = vi.fn(async () => []);
  const effects = onceADay({ ...recordsOf([]).effects, claimsByDateOfService });
  for (let nth = 0; nth < 3; nth++) await findCandidates(legacy(), { payer, paidTo }, effects);
  await findCandidates(
    legacy({ statementDates: [{ qualifier: '232', date: '2026-10-13' }] }),
    { payer, paidTo },
    effects,
  );
  expect(claimsByDateOfService.mock.calls).toEqual([
    ['maple-street', '2026-10-12'],
    ['maple-street', '2026-10-13'],
  ]);
});

describe('a payment with claims of another system', () => {
  const post = async (records: PostingRecords, claims: RemittanceClaim[], change: Partial<Remittance> = {}) =>
    post835(
      received(
        writeSets(header(), remittanceGuide, [
          remittance(claims, {
            paid: cents(claims.reduce((total, { paid }) => total + paid, 0)),
            ...change,
          }),
        ]),
      ),
      records,
    );

  it('lists them, posts the others, and asks nobody', async () => {
    const records = recordsOf([claim()]);
    const findings = await post(records, [legacy(stranger), remittanceClaim()]);
    expect(findings).toMatchObject([
      {
        code: 'other-system-claim',
        path: 'CLP[1]',
        detail: 'LEG-4711 (200.00): another system billed this claim',
        amount: 20_000,
        reference: 'ICN9',
      },
    ]);
    expect(records.claims.get('C0000000000A1')?.remittances).toBe(1);
    expect(records.tasks.size).toBe(0);
  });

  it('counts them in the payment’s balance', async () => {
    const records = recordsOf([claim()]);
    const findings = await post(records, [legacy(stranger)], { paid: cents(19_000) });
    expect(findings).toMatchObject([{ code: 'payment-unbalanced' }]);
  });

  it('tells them in one line of a task that something else raises', async () => {
    const records = recordsOf([claim()]);
    const other = legacy({ ...stranger, patientControlNumber: 'LEG-4712' });
    const ours = remittanceClaim({ patientControlNumber: 'C0000000000Z9-1' });
    await post(records, [legacy(stranger), other, ours]);
    const [task] = records.tasks.values();
    expect(task?.draft.reasons).toEqual([
      { code: 'unmatched-claim CLP[3]', text: 'C0000000000Z9-1 (100.00): we did not send this claim' },
      {
        code: 'other-system-claim',
        text: '2 claims of another system, 400.00 in all, are part of the payment',
      },
    ]);
  });

  it('asks about one that comes close to a claim of ours, and posts nothing to that', async () => {
    const records = recordsOf([claim()]);
    const findings = await post(records, [legacy({ charge: cents(24_000), paid: cents(21_000) })]);
    expect(findings).toMatchObject([{ code: 'unmatched-claim', candidates: [{ claimId: 'C0000000000A1' }] }]);
    expect(records.claims.get('C0000000000A1')).toEqual(claim());
    const [task] = records.tasks.values();
    expect(task?.draft.reasons.map(({ text }) => text)).toEqual([
      'LEG-4711 (210.00): none of our claims is meant for sure; 1 comes close',
      'Perhaps C0000000000A1, transmission 1 (55 of 100): the same member id, patient’s name, date of service, payer; another charge',
    ]);
  });
});

describe('money taken back under a number of a payer’s', () => {
  const takingBack = (name: string): Partial<Remittance> => ({
    paid: cents(9_000),
    payer: { ...northwind, name },
    providerAdjustments: [
      {
        providerId: '1234567893',
        fiscalPeriodEnd: '2026-12-31',
        adjustments: [{ identifier: { reason: 'WO', reference: 'ICN1' }, amount: cents(1_000) }],
      },
    ],
  });
  const post = async (name: string) => {
    const records = recordsOf([claim(), claim({ claimId: 'C0000000000B1', payerControlNumber: 'ICN1' })]);
    const file = writeSets(header(), remittanceGuide, [remittance([remittanceClaim()], takingBack(name))]);
    await post835(received(file), records);
    return records.claims.get('C0000000000B1')?.takebacks.length;
  };

  it('is taken from that payer’s claim, and from no other payer’s', async () => {
    expect(await post('NORTHWIND HEALTH')).toBe(1);
    expect(await post('SECOND PLAN')).toBe(0);
  });

  it.each([
    ['NORTHWIND HEALTH', 1],
    ['SECOND PLAN', 0],
  ])('before that was known is the claim’s if %s took it: %i', async (name, takebacks) => {
    const records = recordsOf([claim(), claim({ claimId: 'C0000000000B1' })]);
    const file = (payment: Remittance) => received(writeSets(header(), remittanceGuide, [payment]));
    await post835(file(remittance([remittanceClaim()], takingBack(name))), records);
    const later = remittanceClaim({
      patientControlNumber: 'C0000000000B1-1',
      payerControlNumber: 'ICN1',
    });
    await post835(file(remittance([later], { traceNumber: 'CK2' })), records);
    expect(records.claims.get('C0000000000B1')?.takebacks).toHaveLength(takebacks);
  });
});
