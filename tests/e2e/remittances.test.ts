import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { BatchWriteCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTrialClaims } from '../../cli/remittance/trial-claims.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { encounterPosition } from '../../functions/domain/ledger/encounter-position.ts';
import { progressOf } from '../../functions/domain/ledger/payment.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { claimPosition, disputedOf } from '../../functions/domain/position.ts';
import { Practice } from '../../functions/domain/practice.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { samplesFolder } from '../../local/samples.ts';
import { largeRemittance } from '../load/large-remittance.ts';
import { moneyCases } from '../money-cases.ts';
import { deadLetters, deliverTwice, killFunctions } from './faults.ts';
import { startPractice, testFolder } from './start-practice.ts';
import { objectKeys } from './traces.ts';

const readSample = (name: string): unknown => JSON.parse(readFileSync(join(samplesFolder, name), 'utf8'));

const claimStore = () => import('../../functions/adapters/claim-store.ts');
const paymentStore = () => import('../../functions/adapters/payments/payment-store.ts');
const practiceStore = () => import('../../functions/adapters/practices/practice-store.ts');

const samplePractice = Practice.parse(readSample('practice.json'));
const [samplePayer] = Payer.array().parse(readSample('payers.json'));
if (!samplePayer) throw new Error('The samples have a payer');

let practice: LocalPractice;

beforeAll(async () => {
  practice = await startPractice('remittances');
});

afterAll(() => practice?.stop());

const drop = async (key: string, text: string): Promise<void> => {
  const { clients, records } = practice.app;
  await clients.s3.send(new PutObjectCommand({ Bucket: records.ExchangeBucket, Key: key, Body: text }));
  await practice.time.settle();
};

/** As if a workflow drove them: posting leaves them alone, and nobody waits. */
const addClaims = async (claims: readonly Claim[]): Promise<void> => {
  const { addClaim } = await claimStore();
  const event = { type: 'claim-generated', actor: { kind: 'step', subject: 'test' }, detail: {} } as const;
  for (const claim of claims) await addClaim({ ...claim, executionArn: 'none' }, event);
};

const claimsOf = async (claims: readonly Claim[]): Promise<Claim[]> => {
  const { getClaim } = await claimStore();
  return Promise.all(claims.map(({ claimId }) => getClaim(claimId)));
};

const paymentsOf = async (practiceId: string) => {
  const { paymentsOfPractice, partsOf } = await paymentStore();
  const payments = await paymentsOfPractice(practiceId, { from: '', to: '9999-12-31' });
  return Promise.all(
    payments.map(async (payment) => ({ payment, ...progressOf(payment, await partsOf(payment.paymentId)) })),
  );
};

moneyCases.describe('what stands on the local cloud', () => {
  it.each(moneyCases.all)(
    'case $name: $title',
    async ({ name, claims: file, files, ends, held, heldNames }) => {
      await forgetAll();
      const { trial, claims } = readTrialClaims(file);
      const { savePayer, savePractice } = await practiceStore();
      const { npi, taxId } = trial.practice;
      await savePractice({ ...samplePractice, practiceId: 'practice', npi, taxId });
      for (const { payerId, name: payerName } of trial.payers)
        await savePayer('practice', { ...samplePayer, payerId, name: payerName, partnerId: 'northwind' });
      await addClaims(claims);
      for (const [at, path] of files.entries())
        await drop(`partners/northwind/inbound/${name}-${at}.835`, readFileSync(path, 'utf8'));
      for (const claim of await claimsOf(claims))
        expect(await figuresOf(claim)).toMatchObject(ends[claim.claimId] ?? {});
      const shown = (await paymentsOf('practice')).flatMap((one) => one.held);
      if (held !== undefined) expect(shown).toHaveLength(held);
      for (const said of heldNames) expect(JSON.stringify(shown)).toContain(said);
    },
  );
});

/** The visit may have a claim more than were sent: that of a payer to whom another one forwarded it. */
const figuresOf = async (claim: Claim) => {
  const { claimsOfEncounter } = await claimStore();
  return {
    ...claimPosition(claim),
    disputed: disputedOf(claim).map(({ amount }) => amount),
    status: claim.status,
    encounter: encounterPosition(await claimsOfEncounter(claim.practiceId, claim.encounterId)),
  };
};

/** The cases share their numbers: each begins with no record and no file of another. */
const forgetAll = async (): Promise<void> => {
  const { clients, records } = practice.app;
  for (const Key of await objectKeys(practice.app, records.ExchangeBucket))
    await clients.s3.send(new DeleteObjectCommand({ Bucket: records.ExchangeBucket, Key }));
  const paginator = { client: clients.dynamo };
  for await (const { Items = [] } of paginateScan(paginator, { TableName: records.TableName })) {
    const keys = Items.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    for (let at = 0; at < keys.length; at += 25)
      await clients.dynamo.send(
        new BatchWriteCommand({ RequestItems: { [records.TableName]: keys.slice(at, at + 25) } }),
      );
  }
};

describe('an 835 of several hundred claims', () => {
  const large = largeRemittance({ count: 320, practice: samplePractice, payer: samplePayer });

  it('is posted once by functions that die after writing, delivered twice, under two names', async () => {
    await forgetAll();
    const { savePayer, savePractice } = await practiceStore();
    await savePractice(samplePractice);
    await savePayer(samplePractice.practiceId, samplePayer);
    await addClaims(large.claims);
    const whoDied = await killFunctions(practice.app, 2, join(testFolder('remittances'), 'died'));
    const again = deliverTwice(practice.app);
    const folder = `partners/${samplePayer.partnerId}/inbound`;
    await drop(`${folder}/large.835`, large.text);
    await drop(`${folder}/large-again.835`, large.text);
    await again.stop();
    await practice.time.settle();
    expect(whoDied().some((name) => name.includes('PostPaymentPart'))).toBe(true);
    const claims = await claimsOf(large.claims);
    expect(claims.filter(({ adjudications }) => adjudications.length !== 1)).toEqual([]);
    expect(claims.map((one) => claimPosition(one).insurancePaid)).toEqual(claims.map(() => 10_000));
    expect(await paymentsOf(samplePractice.practiceId)).toMatchObject([
      {
        payment: { status: 'posted', amount: large.paid },
        claims: 320,
        handled: 320,
        posted: large.paid,
        held: [],
      },
    ]);
    expect(await deadLetters(practice.app)).toBe(0);
  });
});
