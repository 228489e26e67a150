import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Held, Payment } from '../../functions/domain/ledger/payment.ts';
import type { PaymentFigures } from '../../functions/domain/ledger/payment-figures.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { fileOf400, paidClaim, paperClaim } from '../factories/by-hand-records.ts';
import { claim } from '../factories/claims.ts';
import { practice as samplePractice } from '../factories/practices.ts';
import { deadLetters } from './faults.ts';
import { startPractice } from './start-practice.ts';

type PaymentView = Omit<Payment, 'held'> & {
  readonly progress: PaymentFigures;
  readonly held: readonly Held[];
};

let local: LocalPractice;
const { npi, taxId } = samplePractice();
const payee = {
  name: 'MAPLE STREET',
  idQualifier: 'XX',
  id: npi,
  references: [{ qualifier: 'TJ', id: taxId }],
};
const claimIds = ['A', 'B', 'C'].map((letter) => `C0000000000${letter}1`);

/** As if a workflow drove them: posting leaves them alone, and nobody waits. */
const addClaims = async (): Promise<void> => {
  const { addClaim } = await import('../../functions/adapters/claim-store.ts');
  const event = { type: 'claim-generated', actor: { kind: 'step', subject: 'test' }, detail: {} } as const;
  for (const claimId of claimIds) await addClaim(claim({ claimId, executionArn: 'none' }), event);
};

beforeAll(async () => {
  local = await startPractice('by-hand');
  await addClaims();
});

afterAll(() => local?.stop());

const paid = async (): Promise<number[]> => {
  const { getClaim } = await import('../../functions/adapters/claim-store.ts');
  const claims = await Promise.all(claimIds.map(getClaim));
  return claims.map((one) => claimPosition(one).insurancePaid);
};

const drop = async (name: string, text: string): Promise<void> => {
  const { clients, records } = local.app;
  const Key = `partners/payer-simulator/inbound/${name}.835`;
  await clients.s3.send(new PutObjectCommand({ Bucket: records.ExchangeBucket, Key, Body: text }));
  await local.time.settle();
};

const call = async (path: string, body?: object): Promise<{ status: number; body: never }> => {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const response = await local.client.send(`/payments${path}`, init);
  const answer = { status: response.status, body: (await response.json()) as never };
  await local.time.settle();
  return answer;
};

const listed = async (query = ''): Promise<readonly PaymentView[]> =>
  ((await call(query)).body as { items: PaymentView[] }).items;

const shown = async (paymentId: string): Promise<PaymentView> =>
  ((await call(`/${paymentId}`)).body as { payment: PaymentView }).payment;

describe('payments on the local cloud', () => {
  it('are matched by a person to the claim that is meant', async () => {
    await drop('unheard', fileOf400([paidClaim('A'), paidClaim('X')], { payee }));
    const [payment] = await listed('?from=2026-03-20&to=2026-03-20');
    expect(payment).toMatchObject({
      status: 'posted',
      progress: { posted: 20_000, held: { number: 1, amount: 20_000 } },
    });
    const { paymentId, held } = await shown(payment?.paymentId ?? '');
    const path = `/${paymentId}/held/${held[0]?.adjudicationId}`;
    const match = { action: 'match', claimId: claimIds[1], submissionNumber: 1, note: 'the day is hers' };
    expect(await call(path, { action: 'hold', note: 'looking' })).toMatchObject({ status: 200 });
    expect(await call(path, match)).toMatchObject({
      status: 200,
      body: { payment: { held: [], progress: { posted: 40_000 } } },
    });
    expect(await call(path, match)).toMatchObject({ status: 200 });
    expect(await call(path, { ...match, claimId: claimIds[2] })).toMatchObject({
      status: 400,
      body: { findings: [{ code: 'matched-before' }] },
    });
    expect(await paid()).toEqual([20_000, 20_000, 0]);
  });

  it('are posted from paper, once, and taken back', async () => {
    const entry = {
      ...{ payerId: 'northwind', trace: '7001', date: '2026-03-21', amount: 20_000 },
      ...{ document: 'scan 4711', note: 'came by post', claims: [paperClaim('C')] },
    };
    const posted = await call('', entry);
    expect(posted).toMatchObject({
      status: 200,
      body: { findings: [], payment: { progress: { posted: 20_000 } } },
    });
    expect(await call('', entry)).toMatchObject({ body: { findings: [{ code: 'told-again' }] } });
    const file = fileOf400([paidClaim('C')], {
      payee,
      traceNumber: '0007001',
      paymentDate: '2026-03-21',
      paid: cents(20_000),
    });
    await drop('later', file);
    expect(await paid()).toEqual([20_000, 20_000, 20_000]);
    const [payment, ...others] = await listed('?from=2026-03-21&to=2026-03-21');
    expect([payment?.tellings.length, others]).toEqual([2, []]);
    expect(await call(`/${payment?.paymentId}/reverse`, { note: 'not hers' })).toMatchObject({ status: 200 });
    expect(await paid()).toEqual([20_000, 20_000, 0]);
  });

  it('that are a cent off are posted as they are by a person', async () => {
    const off = { payee, traceNumber: '7002', paymentDate: '2026-03-22', paid: cents(20_001) };
    await drop('cent-off', fileOf400([paidClaim('C', { payerControlNumber: 'ICN-7002' })], off));
    const [payment] = await listed('?from=2026-03-22');
    expect(payment).toMatchObject({ status: 'held', progress: { posted: 0, held: { amount: 20_001 } } });
    expect(await call(`/${payment?.paymentId}/release`, { note: 'as the bank has it' })).toMatchObject({
      ...{
        status: 200,
        body: { payment: { status: 'posted', progress: { posted: 20_000, unexplained: -1 } } },
      },
    });
    expect(await paid()).toEqual([20_000, 20_000, 20_000]);
  });

  it('leave nothing in a dead-letter queue', async () => {
    expect(await deadLetters(local.app)).toBe(0);
  });
});
