import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { progressOf } from '../../functions/domain/ledger/payment.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { Practice } from '../../functions/domain/practice.ts';
import { type LocalPractice, startLocalPractice } from '../../local/local-practice.ts';
import { samplesFolder } from '../../local/samples.ts';
import { callsOfPart } from './calls-of-part.ts';
import { type LargeRemittance, largeRemittance } from './large-remittance.ts';
import { memoryOfStaging } from './memory-of-staging.ts';

/**
 * Posts an 835 of so many claims on the local cloud: `npm run load:remittance -- 10000`. Says how long it took, whether
 * each claim was posted once, which calls a claim costs, and how much memory the taking up of a file needs.
 */
const count = Number(process.argv[2] ?? 1000);

const readSample = (name: string): unknown => JSON.parse(readFileSync(join(samplesFolder, name), 'utf8'));
const practice = Practice.parse(readSample('practice.json'));
const [payer] = Payer.array().parse(readSample('payers.json'));
if (!payer) throw new Error('The samples have a payer');

const say = (line: string): void => console.log(line);

const addClaims = async (claims: LargeRemittance['claims']): Promise<void> => {
  const { addClaim } = await import('../../functions/adapters/claim-store.ts');
  const event = { type: 'claim-generated', actor: { kind: 'step', subject: 'bench' }, detail: {} } as const;
  const atOnce = 8;
  for (let at = 0; at < claims.length; at += atOnce)
    await Promise.all(claims.slice(at, at + atOnce).map((claim) => addClaim(claim, event)));
};

/** Waits until all of the payment is posted; says every few seconds how far it is. */
const secondsUntilPosted = async (started: number): Promise<number> => {
  const { paymentsOfPractice, partsOf } = await import('../../functions/adapters/payments/payment-store.ts');
  for (;;) {
    await pause(5000);
    const [payment] = await paymentsOfPractice(practice.practiceId, { from: '', to: '9999' });
    const handled = payment ? progressOf(payment, await partsOf(payment.paymentId)).handled : 0;
    const seconds = (Date.now() - started) / 1000;
    say(`${seconds.toFixed(0).padStart(5)} s  ${handled} of ${count} claims are posted`);
    if (payment?.status === 'posted') return seconds;
  }
};

const postedOnce = async ({ claims }: LargeRemittance): Promise<number> => {
  const { getClaim } = await import('../../functions/adapters/claim-store.ts');
  let once = 0;
  for (const { claimId } of claims) if ((await getClaim(claimId)).adjudications.length === 1) once += 1;
  return once;
};

const postOn = async (local: LocalPractice): Promise<void> => {
  const large = largeRemittance({ count, practice, payer });
  say(`adding ${count} claims to the records`);
  await addClaims(large.claims);
  const { clients, records } = local.app;
  const Key = `partners/${payer.partnerId}/inbound/large.835`;
  const started = Date.now();
  await clients.s3.send(new PutObjectCommand({ Bucket: records.ExchangeBucket, Key, Body: large.text }));
  const seconds = await secondsUntilPosted(started);
  say(`\n${(large.text.length / 1e6).toFixed(1)} MB, ${count} claims: ${seconds.toFixed(0)} s`);
  say(`${await postedOnce(large)} of ${count} claims are posted once`);
  say('\ncalls for a part of 50 claims:');
  for (const [action, calls] of await callsOfPart(local, practice, payer)) say(`  ${action}: ${calls}`);
};

for (const size of [1000, 10_000, 50_000])
  say(`taking up ${size} claims: ${memoryOfStaging(size)} MB more than before`);
const directory = join(import.meta.dirname, '../../.local/bench/remittance');
rmSync(directory, { recursive: true, force: true });
const local = await startLocalPractice({ directory, persist: false, progress: say });
try {
  await postOn(local);
} finally {
  await local.stop();
}
