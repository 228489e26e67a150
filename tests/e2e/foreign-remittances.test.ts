import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { patientControlNumber } from '../../functions/domain/ids.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import type { Task } from '../../functions/domain/task.ts';
import { cents, toDollars } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { admitProgram, programTokens } from '../../local/access/program.ts';
import { type LocalPractice, readSamplePayerRules } from '../../local/local-practice.ts';
import { practiceClient } from '../../local/practice-client.ts';
import type { Sample } from '../../local/samples.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { paidClaim, remittance } from '../edi/material/remittance-sets.ts';
import { practice as aPractice } from '../factories/practices.ts';
import { readSampleFile } from '../factories/sample-files.ts';
import { deadLetters } from './faults.ts';
import { finderOf, patientWords } from './patient-words.ts';
import { samplesOf, startPractice } from './start-practice.ts';
import { mailAbout, once, onlyClaim } from './waiting.ts';

const maple = aPractice();
const elm: Practice = {
  ...maple,
  practiceId: 'elm-row',
  name: 'Elm Row Family Medicine',
  npi: '1234567893',
  taxId: '451234567',
  roster: { ...maple.roster, biller: 'billing@elmrow.example' },
};

let local: LocalPractice;
let samples: Sample[];
let ofMaple: Claim;
let ofElm: Claim;

/** Payers acknowledge; their remittances are the test's own. */
const payerRules = async () =>
  new Map(
    [...(await readSamplePayerRules())].map(([payerId, payer]) => [
      payerId,
      { ...payer, answerDays: { ...payer.answerDays, remittance: 10_000 } },
    ]),
  );

const clientOf = ({ practiceId }: Practice) =>
  practiceClient(local.app.apiUrl, practiceId, programTokens(local.app));

/** A visit of a practice, as far as a claim that its payer accepted. */
const acceptedClaim = async (practice: Practice, sample: Sample | undefined): Promise<Claim> => {
  for (const [fileName, body] of sample?.files ?? [])
    await clientOf(practice).upload('visit', fileName, body);
  return once(local, async () => {
    const claim = onlyClaim(await clientOf(practice).encounter('visit'));
    expect(claim.status).toBe('accepted');
    return claim;
  });
};

beforeAll(async () => {
  samples = await samplesOf('01', '02');
  local = await startPractice('foreign-remittances', { payerRules: await payerRules() });
  const { savePractice, savePayer } = await import('../../functions/adapters/practices/practice-store.ts');
  await savePractice(elm);
  await admitProgram(local.app, elm.practiceId);
  for (const payer of JSON.parse(readSampleFile('payers.json'))) await savePayer(elm.practiceId, payer);
  ofMaple = await acceptedClaim(maple, samples[0]);
  ofElm = await acceptedClaim(elm, samples[1]);
});

afterAll(() => local?.stop());

const payeeOf = ({ name, npi, taxId }: Practice): Remittance['payee'] => ({
  name,
  idQualifier: 'XX',
  id: npi,
  references: [{ qualifier: 'TJ', id: taxId }],
});

const paidInFull = ({ claimId, lines }: Claim): RemittanceClaim => {
  const total = cents(lines.reduce((sum, { charge }) => sum + charge, 0));
  return paidClaim({
    patientControlNumber: patientControlNumber(claimId, 1),
    charge: total,
    paid: total,
    patientResponsibility: cents(0),
    lines: undefined,
    adjustments: undefined,
  });
};

/** Leaves an 835 about both practices' claims in a partner's folder. */
const drop = async (partnerId: string, traceNumber: string, payee: Remittance['payee']): Promise<void> => {
  const claims = [paidInFull(ofMaple), paidInFull(ofElm)];
  const paid = cents(claims.reduce((sum, claim) => sum + claim.paid, 0));
  const set = remittance({ traceNumber, payee, paid, groups: [{ number: 1, claims }] });
  const Body = writeSets(header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }), remittanceGuide, [set]);
  const Key = `partners/${partnerId}/inbound/${traceNumber}.x12`;
  const { clients, records } = local.app;
  await clients.s3.send(new PutObjectCommand({ Bucket: records.ExchangeBucket, Key, Body }));
};

/** The only task of a practice about the payment, once it is mailed to its biller, with the text of that mail. */
const toldAbout = (
  practice: Practice,
  traceNumber: string,
): Promise<{ task: Task; page: string; mail: string }> =>
  once(local, async () => {
    const tasks = (await clientOf(practice).openTasks()).filter(({ title }) => title.includes(traceNumber));
    const [task] = tasks;
    if (!task || tasks.length > 1) throw new Error(`There are ${tasks.length} tasks about it`);
    const mails = await mailAbout(local, task.taskId);
    expect(mails.map(({ to }) => to)).toEqual([[practice.roster.biller]]);
    const { title, reasons, advice } = task;
    return { task, page: JSON.stringify({ title, reasons, advice }), mail: JSON.stringify(mails) };
  });

const claimsNow = async (): Promise<Claim[]> => [
  onlyClaim(await clientOf(maple).encounter('visit')),
  onlyClaim(await clientOf(elm).encounter('visit')),
];

const chargeOf = (claim: Claim): string => toDollars(paidInFull(claim).paid);

describe('an 835 for somebody else', () => {
  const stranger: Remittance['payee'] = { name: 'ELSEWHERE', idQualifier: 'XX', id: '1999999984' };

  it.each([
    ['in another partner’s folder', 'lakeshore', 'FOREIGN1', payeeOf(maple)],
    ['made out to nobody of ours', 'payer-simulator', 'FOREIGN2', stranger],
  ])(
    '%s posts nothing and is told to both sides, without a patient',
    async (_what, partnerId, trace, payee) => {
      const before = await claimsNow();
      await drop(partnerId, trace, payee);
      const [toMaple, toElm] = [await toldAbout(maple, trace), await toldAbout(elm, trace)];
      expect(await claimsNow()).toEqual(before);
      expect(toMaple.page).toContain(ofMaple.claimId);
      expect(toElm.page).toContain(ofElm.claimId);
      expect(toElm.page).not.toContain(ofMaple.claimId);
      expect(toElm.page).not.toContain(chargeOf(ofMaple));
      const patientsIn = finderOf(patientWords(samples));
      for (const { page, mail } of [toMaple, toElm]) {
        expect(patientsIn(page + mail)).toEqual([]);
        expect(mail).not.toMatch(new RegExp(`${ofMaple.claimId}|${ofElm.claimId}|${trace}`));
      }
    },
  );

  it('made out to one practice pays its claim alone, and both hear of the other’s', async () => {
    await drop('payer-simulator', 'FOREIGN3', payeeOf(maple));
    const [toMaple, toElm] = [await toldAbout(maple, 'FOREIGN3'), await toldAbout(elm, 'FOREIGN3')];
    for (const { page } of [toMaple, toElm]) {
      expect(page).toContain(`${ofElm.claimId}-1 (${chargeOf(ofElm)})`);
      expect(page).not.toContain(ofMaple.claimId);
    }
    const [paid, unpaid] = await claimsNow();
    expect(paid).toMatchObject({ adjudications: [{ traceNumber: 'FOREIGN3' }] });
    expect(unpaid).toMatchObject({ status: 'accepted', adjudications: [] });
  });

  it('leaves no message that nobody could work', async () => {
    expect(await deadLetters(local.app)).toBe(0);
  });
});
