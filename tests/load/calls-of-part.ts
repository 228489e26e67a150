import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { SQSRecord } from 'aws-lambda';
import { trialRecords } from '../../cli/remittance/trial-records.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { countCalls } from './count-calls.ts';
import { largeRemittance } from './large-remittance.ts';

/** The calls of AWS for one part of a payment, as the deployed function makes them. */
export const callsOfPart = async (
  { app }: LocalPractice,
  practice: Practice,
  payer: Payer,
): Promise<ReadonlyMap<string, number>> => {
  const { clients, records } = app;
  process.env.EXCHANGE_BUCKET = records.ExchangeBucket;
  const { addClaim } = await import('../../functions/adapters/claim-store.ts');
  const { addPayment, addPart } = await import('../../functions/adapters/payments/payment-store.ts');
  const large = largeRemittance({ count: 50, practice, payer });
  const claims = large.claims.map((claim) => ({
    ...claim,
    claimId: claim.claimId.replace('CLRG0', 'CLRG1'),
  }));
  for (const claim of claims)
    await addClaim(claim, { type: 'claim-generated', actor: { kind: 'step', subject: 'bench' }, detail: {} });
  const trial = trialRecords([], { practice, payers: [payer], claims: [] });
  const { payments, parts, staged } = trial.payments;
  const text = large.text.replaceAll('CLRG0', 'CLRG1');
  await stage835({ partnerId: payer.partnerId, fileId: 'bench', text }, trial.effects);
  for (const payment of payments.values()) await addPayment(payment);
  for (const part of parts.values()) await addPart(part);
  // Where no rule listens: only this process posts it.
  const key = 'bench/part.json';
  const Body = JSON.stringify(staged[0]);
  await clients.s3.send(new PutObjectCommand({ Bucket: records.ExchangeBucket, Key: key, Body }));
  const { handler } = await import('../../functions/remittance/post-payment-part.lambda.ts');
  const message = { messageId: '1', body: JSON.stringify({ detail: { object: { key } } }) } as SQSRecord;
  return countCalls(() => handler({ Records: [message] }, {} as never) as Promise<unknown>);
};
