import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { PostingEffects } from '../../functions/domain/posting.ts';
import { cents } from '../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { matchClaim } from '../../functions/remittance/matching/match-claim.ts';
import { payerNamedBy } from '../../functions/remittance/matching/payer-identity.ts';
import { adjudication } from '../factories/adjudications.ts';
import { claim } from '../factories/claims.ts';
import { recordsOf } from '../factories/posting-records.ts';
import { deniedLine, paidLine, remittance, remittanceClaim } from '../factories/remittances.ts';

const { payer } = remittance();
const paidTo = { partnerId: 'payer-simulator', npis: ['1234567893'], taxIds: [] };
const dates = [{ qualifier: '232', date: '2026-10-12' }];
const member = { entityType: '1', name: 'OKAFOR', firstName: 'MIRIAM', idQualifier: 'MI', id: 'NW4410977' };

/** What a payer says of the claim that nobody can mistake: only its numbers are another's. */
const described = (change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim({
    patientControlNumber: '4711',
    payerControlNumber: 'ICN-UNHEARD',
    patient: member,
    statementDates: dates,
    lines: undefined,
    ...change,
  });

/** The same without anything that tells whose it is. */
const bare = (change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  described({ patient: undefined, statementDates: undefined, ...change });

const replaced = claim({
  submissions: [
    { number: 1, frequency: '1', fileAccepted: true, charge: cents(23_000) },
    { number: 2, frequency: '7', fileAccepted: true },
  ],
});

const todays = claim({ claimId: 'C2345678923' });

const match = async (
  claims: readonly Claim[],
  decided: RemittanceClaim,
  change: Partial<{ payer: Remittance['payer'] }> & Partial<PostingEffects> = {},
): Promise<string | undefined> => {
  const { payer: from = payer, ...effects } = change;
  const found = await matchClaim(
    decided,
    { payer: payerNamedBy({ payer: from, payerIdentifier: '1512345678' }), paidTo },
    { ...recordsOf(claims).effects, ...effects },
  );
  return found && `${found.claim.claimId}-${found.submissionNumber}`;
};

describe('our number', () => {
  it.each([
    [claim(), 'C0000000000A1-1'],
    [claim(), ' C0000000000A1-1 '],
    [todays, 'C2345678923-1'],
    [replaced, 'C0000000000A1-2'],
  ])('as it was sent needs nothing else', async (sent, patientControlNumber) => {
    expect(await match([sent], bare({ patientControlNumber }))).toBe(patientControlNumber.trim());
  });

  it.each([
    ['in lower case', claim(), 'c0000000000a1-1'],
    ['of today in lower case', todays, 'c2345678923-1'],
    ['without its hyphen', claim(), 'C0000000000A11'],
    ['of today without its hyphen', todays, 'C23456789231'],
    ['with a space for its hyphen', claim(), 'C0000000000A1 1'],
    ['cut off behind the id', claim(), 'C0000000000A1'],
    ['cut off within the id', claim(), 'C00000000'],
    ['of today cut off within the id', todays, 'C2345678'],
    ['with zeros before the transmission', claim(), 'C0000000000A1-01'],
    ['filled up with zeros', claim(), 'C0000000000A1-1000'],
    ['behind somebody’s prefix', claim(), '0094C0000000000A1-1'],
    ['behind a prefix that has a C', claim(), 'CHC-C0000000000A1-1'],
    ['with letters for digits', claim(), 'COOOOOOOOOOA1-1'],
    ['of today read from paper', todays, 'C23AS6789Z3-1'],
  ])('%s needs a second fact', async (_how, sent, patientControlNumber) => {
    const named = `${sent.claimId}-1`;
    expect(await match([sent], bare({ patientControlNumber }))).toBeUndefined();
    expect(await match([sent], described({ patientControlNumber }))).toBe(named);
    const numbered = { ...sent, payerControlNumber: 'ICN1' };
    expect(await match([numbered], bare({ patientControlNumber, payerControlNumber: 'ICN1' }))).toBe(named);
  });

  it.each<[string, Partial<RemittanceClaim>]>([
    ['another member', { patient: { ...member, id: 'NW0000000' } }],
    ['another day', { statementDates: [{ qualifier: '232', date: '2026-10-13' }] }],
    ['another charge', { charge: cents(22_900) }],
  ])('misspelt, of %s, is nobody’s', async (_what, change) => {
    const patientControlNumber = 'C0000000000A11';
    expect(await match([claim()], described({ patientControlNumber, ...change }))).toBeUndefined();
  });

  it('misspelt is not believed from a payer of another contract', async () => {
    const decided = described({ patientControlNumber: 'C0000000000A11' });
    expect(await match([claim()], decided, { payer: { ...payer, name: 'SECOND PLAN' } })).toBeUndefined();
  });

  it('of a transmission that was not sent is nobody’s', async () => {
    for (const patientControlNumber of ['C0000000000A1-2', 'c0000000000a12', 'C0000000000A1-20'])
      expect(await match([claim()], described({ patientControlNumber }))).toBeUndefined();
    const numbered = claim({ payerControlNumber: 'ICN1' });
    const second = bare({ patientControlNumber: 'C0000000000A1-2', payerControlNumber: 'ICN1' });
    expect(await match([numbered], second)).toBeUndefined();
    const open = claim({ submissions: [{ number: 1, frequency: '1', fileAccepted: false }] });
    expect(await match([open], described({ patientControlNumber: 'C0000000000A1-1' }))).toBeUndefined();
  });

  it('cut off, of two claims of one day alike, is nobody’s', async () => {
    const twins = [claim(), claim({ claimId: 'C0000000000B1' })];
    expect(await match(twins, described({ patientControlNumber: 'C00000000' }))).toBeUndefined();
    expect(await match(twins, described({ patientControlNumber: 'C0000000000B' }))).toBe('C0000000000B1-1');
  });

  it('cut off behind the id means the transmission of that charge', async () => {
    const corrected = claim({
      submissions: [
        { number: 1, frequency: '1', fileAccepted: true, charge: cents(30_000) },
        { number: 2, frequency: '7', fileAccepted: true },
      ],
    });
    const decided = described({ patientControlNumber: 'C0000000000A1' });
    expect(await match([corrected], decided)).toBe('C0000000000A1-2');
    const earlier = described({
      patientControlNumber: 'C0000000000A1',
      charge: cents(30_000),
    });
    expect(await match([corrected], earlier)).toBe('C0000000000A1-1');
  });
});

describe('the payer’s number', () => {
  const numbered = (change: Partial<Claim> = {}) => claim({ payerControlNumber: 'ICN1', ...change });
  const byNumber = bare({ payerControlNumber: 'ICN1' });

  it('names the claim where its charge agrees', async () => {
    expect(await match([numbered()], byNumber)).toBe('C0000000000A1-1');
    expect(await match([numbered()], { ...byNumber, charge: cents(22_900) })).toBeUndefined();
  });

  it('names it by exactly the lines that it charges', async () => {
    const part = { ...byNumber, charge: cents(15_000), lines: [paidLine({ dates: undefined })] };
    expect(await match([numbered()], part)).toBe('C0000000000A1-1');
    const other = { ...part, lines: [paidLine({ lineControlNumber: '2', dates: undefined })] };
    expect(await match([numbered()], other)).toBeUndefined();
  });

  it.each([
    ['by id', { name: 'NW', idQualifier: 'XV', id: 'NORTHWIND' }],
    ['by a reference', { name: 'NW', references: [{ qualifier: '2U', id: 'northwind' }] }],
    ['by name, otherwise written', { name: 'The Northwind Health Co.' }],
  ])('counts from its payer, known %s', async (_how, change) => {
    expect(await match([numbered()], byNumber, { payer: { ...payer, ...change } })).toBe('C0000000000A1-1');
  });

  it.each(['SECOND PLAN', 'NORTHWIND HEALTH COMMUNITY PLAN', ''])(
    'does not count from "%s"',
    async (name) => {
      expect(
        await match([numbered()], byNumber, { payer: { ...payer, name, references: [] } }),
      ).toBeUndefined();
    },
  );

  it('is told apart between two payers that use it', async () => {
    const billingOf: PostingEffects['billingOf'] = async () => ({
      npis: ['1234567893'],
      taxIds: [],
      classRules: [],
      partnerIds: ['payer-simulator'],
      contracts: [
        { payerId: 'northwind', name: 'Northwind Health' },
        { payerId: 'cascade', name: 'Cascade Mutual' },
      ],
    });
    const claims = [numbered(), numbered({ claimId: 'C0000000000B1', payerId: 'cascade' })];
    const from = (name: string) =>
      match(claims, byNumber, { billingOf, payer: { ...payer, name, references: [] } });
    expect(await from('NORTHWIND HEALTH')).toBe('C0000000000A1-1');
    expect(await from('CASCADE MUTUAL')).toBe('C0000000000B1-1');
  });

  it('does not count for a claim that the payment may not touch, which does not stand in the way either', async () => {
    const { billingOf } = recordsOf([]).effects;
    const theirs: PostingEffects['billingOf'] = async (one) => ({
      ...(await billingOf(one)),
      ...(one.practiceId === 'elm-street' && { npis: ['1888888885'] }),
    });
    const elsewhere = numbered({ claimId: 'C0000000000B1', practiceId: 'elm-street' });
    expect(await match([elsewhere], byNumber, { billingOf: theirs })).toBeUndefined();
    expect(await match([elsewhere, numbered()], byNumber, { billingOf: theirs })).toBe('C0000000000A1-1');
  });

  it.each<[string, Partial<RemittanceClaim>]>([
    ['another member', { patient: { ...member, id: 'NW0000000' } }],
    ['another patient', { patient: { ...member, name: 'PETRIE', id: undefined } }],
    ['another day', { statementDates: [{ qualifier: '232', date: '2026-10-13' }] }],
  ])('with %s is left to a person', async (_what, change) => {
    expect(await match([numbered()], { ...byNumber, ...change })).toBeUndefined();
  });

  it('of two claims of one payer is left to a person', async () => {
    expect(await match([numbered(), numbered({ claimId: 'C0000000000B1' })], byNumber)).toBeUndefined();
  });

  it('means the transmission that it came with', async () => {
    const first = { ...replaced, adjudications: [adjudication({ payerControlNumber: 'ICN1' })] };
    expect(await match([first], byNumber)).toBe('C0000000000A1-1');
    const [one, two] = replaced.submissions;
    if (!one || !two) throw new Error('It was sent twice');
    const acknowledged = {
      ...replaced,
      submissions: [
        { ...one, payerControlNumbers: ['ICN1'] },
        { ...two, payerControlNumbers: ['ICN2'] },
      ],
    };
    expect(await match([acknowledged], byNumber)).toBe('C0000000000A1-1');
    expect(await match([acknowledged], bare({ payerControlNumber: 'ICN2' }))).toBe('C0000000000A1-2');
  });
});

describe('the numbers of the lines', () => {
  const lines = (first: string, second: string) => [
    paidLine({ lineControlNumber: first, dates: undefined }),
    deniedLine({ lineControlNumber: second, dates: undefined }),
  ];

  it('name the transmission where the charge agrees', async () => {
    const decided = bare({ lines: lines('C0000000000A1-1-1', 'C0000000000A1-1-2') });
    expect(await match([replaced], decided)).toBe('C0000000000A1-1');
    expect(await match([replaced], { ...decided, charge: cents(1) })).toBeUndefined();
  });

  it('of two claims name neither', async () => {
    const two = [claim(), claim({ claimId: 'C0000000000B1' })];
    const decided = bare({ lines: lines('C0000000000A1-1-1', 'C0000000000B1-1-2') });
    expect(await match(two, decided)).toBeUndefined();
  });

  it('that are bare numbers name no claim', async () => {
    expect(await match([claim()], bare({ lines: lines('1', '2') }))).toBeUndefined();
  });
});

it('member, day and charge alone only propose', async () => {
  expect(await match([claim()], described())).toBeUndefined();
});
