import { describe, expect, it } from 'vitest';
import { differingTellings, type Payment, progressOf } from '../../functions/domain/ledger/payment.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import {
  type PostingRecords,
  post835,
  postStaged,
  received,
  recordsOf,
} from '../factories/posting-records.ts';
import { adjusted, remittance, remittanceClaim } from '../factories/remittances.ts';

/** A claim of 230.00, of which 200.00 are paid. */
const paidClaim = (letter: string, change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim({
    patientControlNumber: `C0000000000${letter}1-1`,
    payerControlNumber: `ICN-${letter}`,
    charge: cents(23_000),
    paid: cents(20_000),
    adjustments: adjusted(['CO', '45', 3_000]),
    lines: undefined,
    ...change,
  });

/** A payment of 400.00, whatever its claims say. */
const of400 = (claims: RemittanceClaim[], change: Partial<Remittance> = {}): string =>
  writeSets(header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }), remittanceGuide, [
    remittance(claims, { paid: cents(40_000), ...change }),
  ]);

const records = (): PostingRecords =>
  recordsOf(['A', 'B', 'C'].map((letter) => claim({ claimId: `C0000000000${letter}1` })));

const paidOf = ({ claims }: PostingRecords): number[] =>
  [...claims.values()].map((one) => claimPosition(one).insurancePaid);

const onlyPayment = ({ payments }: PostingRecords): Payment => {
  const [payment, ...others] = payments.payments.values();
  expect(others).toEqual([]);
  if (!payment) throw new Error('No payment was entered');
  return payment;
};

const standing = (of: PostingRecords) => progressOf(onlyPayment(of), [...of.payments.parts.values()]);

const a = paidClaim('A');
const b = paidClaim('B');

describe('a payment', () => {
  it('is a record of what it says of itself, and of how far its posting is', async () => {
    const of = records();
    await stage835(received(of400([a, b])), of.effects);
    expect(onlyPayment(of)).toMatchObject({
      practiceId: 'maple-street',
      payer: { name: 'NORTHWIND HEALTH' },
      trace: 'CK0012345',
      date: '2026-03-20',
      amount: 40_000,
      method: 'CHK',
      status: 'posting',
    });
    expect(standing(of)).toMatchObject({ claims: 2, handled: 0, posted: 0 });
    await postStaged(of);
    expect(onlyPayment(of).status).toBe('posted');
    expect(standing(of)).toEqual({ claims: 2, handled: 2, posted: 40_000, held: [] });
  });

  it('told again in another order, with a remark more, posts nothing and shows the difference', async () => {
    const of = records();
    await post835(received(of400([a, b])), of);
    await post835(received(of400([b, { ...a, outpatient: { remarks: ['MA01'] } }]), { fileId: 'f2' }), of);
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    expect(standing(of)).toMatchObject({ claims: 2, posted: 40_000, held: [] });
    expect(differingTellings(onlyPayment(of)).map(({ fileId }) => fileId)).toEqual(['f2']);
    expect(of.tasks.size).toBe(0);
  });

  it('told again in the same words is no difference', async () => {
    const of = records();
    await post835(received(of400([a, b])), of);
    await post835(received(of400([a, b]), { fileId: 'f2' }), of);
    expect(onlyPayment(of).tellings).toHaveLength(2);
    expect(differingTellings(onlyPayment(of))).toEqual([]);
  });

  it('told again with another decision in place of one posts nothing, and a biller is told', async () => {
    const of = records();
    await post835(received(of400([a, b])), of);
    const said = await post835(received(of400([a, paidClaim('C')]), { fileId: 'f2' }), of);
    expect(said).toMatchObject([{ code: 'told-otherwise', detail: expect.stringContaining('200.00') }]);
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    expect(of.tasks.size).toBe(1);
  });

  it('told again with a claim that could not be read before posts just that claim', async () => {
    const of = records();
    const broken = of400([a, b]).replace('CLP*C0000000000B1-1*1*230*', 'CLP*C0000000000B1-1*1*many*');
    await post835(received(broken), of);
    expect(paidOf(of)).toEqual([20_000, 0, 0]);
    await post835(received(of400([a, b]), { fileId: 'f2' }), of);
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    expect(of.claims.get('C0000000000A1')?.remittances).toBe(1);
    expect(standing(of)).toMatchObject({ claims: 2, handled: 2, posted: 40_000 });
  });

  it('that was held whole is posted from a corrected file', async () => {
    const of = records();
    await post835(received(of400([a])), of);
    expect(onlyPayment(of).status).toBe('held');
    await post835(received(of400([a, b]), { fileId: 'f2' }), of);
    expect(onlyPayment(of)).toMatchObject({ status: 'posted', held: [] });
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
  });

  it('is not kept from being posted by a copy in the folder of another partner', async () => {
    const of = records();
    await post835(received(of400([a, b]), { partnerId: 'somebody', fileId: 'f1' }), of);
    expect(paidOf(of)).toEqual([0, 0, 0]);
    await post835(received(of400([a, b]), { fileId: 'f2' }), of);
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
    expect(standing(of)).toMatchObject({ claims: 2, posted: 40_000 });
  });

  it('of another payee is another payment', async () => {
    const of = records();
    const other = of400([a, b], { payee: { name: 'SOMEBODY', idQualifier: 'XX', id: '1999999984' } });
    await post835(received(other), of);
    await post835(received(of400([a, b]), { fileId: 'f2' }), of);
    expect(of.payments.payments.size).toBe(2);
    expect(paidOf(of)).toEqual([20_000, 20_000, 0]);
  });

  it('without claims is posted, too', async () => {
    const of = records();
    const beside = { identifier: { reason: 'L6' }, amount: cents(-150) };
    const plb = [{ providerId: '1234567893', fiscalPeriodEnd: '2026-12-31', adjustments: [beside] }];
    await post835(received(of400([], { paid: cents(150), providerAdjustments: plb })), of);
    expect(onlyPayment(of).status).toBe('posted');
  });
});

describe('a payment of many claims', () => {
  const letters = Array.from({ length: 120 }, (_, at) => String(at).padStart(10, '0'));
  const many = () => recordsOf(letters.map((number) => claim({ claimId: `CX${number}1` })));
  const file = writeSets(header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }), remittanceGuide, [
    remittance(
      letters.map((number) =>
        paidClaim('A', { patientControlNumber: `CX${number}1-1`, payerControlNumber: `ICN${number}` }),
      ),
      { paid: cents(120 * 20_000) },
    ),
  ]);

  it('is posted in parts, which are seen as they go', async () => {
    const of = many();
    await stage835(received(file), of.effects);
    expect(of.payments.staged.map(({ claims }) => claims.length)).toEqual([50, 50, 20]);
    of.payments.staged.splice(1);
    await postStaged(of);
    expect(standing(of)).toMatchObject({ claims: 120, handled: 50, posted: 50 * 20_000 });
    expect(onlyPayment(of).status).toBe('posting');
  });

  it('that is killed halfway and delivered again is posted once', async () => {
    const of = many();
    await stage835(received(file), of.effects);
    const [first] = of.payments.staged.splice(0);
    if (first) of.payments.staged.push(first);
    await postStaged(of);
    await post835(received(file), of);
    expect(standing(of)).toMatchObject({ claims: 120, handled: 120, posted: 120 * 20_000 });
    expect([...of.claims.values()].every(({ adjudications }) => adjudications.length === 1)).toBe(true);
    expect(onlyPayment(of)).toMatchObject({ status: 'posted', postedParts: 3 });
  });

  it('whose payer numbers all of them alike is divided all the same', async () => {
    const of = many();
    await stage835(received(file.replaceAll(/ICN\d+/g, '0')), of.effects);
    expect(of.payments.staged.map(({ claims }) => claims.length)).toEqual([50, 50, 20]);
  });
});
