import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { type OpenedTask, openLink } from '../../local/open-link.ts';
import { readSamplePractice, type Sample } from '../../local/samples.ts';
import { samplesOf, startPractice } from './start-practice.ts';
import { sentClaims } from './traces.ts';
import { claimOf, encounterOnce, linksOf, onlyClaim, openTaskOf } from './waiting.ts';

let practice: LocalPractice;
let sinusitis: Sample;

/** The visit of a sample for another patient; the payer takes no underscore in a name. */
const upload = async (encounterId: string, patientId: string, lastName: string): Promise<void> => {
  const registration = JSON.parse(Buffer.from(sinusitis.files.get('encounter.json') ?? '').toString('utf8'));
  const visit = { ...registration, patient: { ...registration.patient, patientId, lastName } };
  await practice.client.upload(encounterId, 'encounter.json', Buffer.from(JSON.stringify(visit)));
  await practice.client.upload(encounterId, 'note.txt', sinusitis.files.get('note.txt') ?? Buffer.from(''));
};

const visits = Array.from({ length: 12 }, (_, index) => `visit-${index + 1}`);
const [faulty = '', ...sound] = visits;

beforeAll(async () => {
  [sinusitis] = (await samplesOf('04')) as [Sample];
  practice = await startPractice('batches');
  for (const visit of visits)
    await upload(visit, `P-${visit}`, visit === faulty ? 'Munoz_Vega' : 'Munoz-Vega');
});

afterAll(() => practice?.stop());

const isAccepted = ({ status }: Claim): boolean => ['accepted', 'adjudicated', 'closed'].includes(status);

describe('twelve claims of a payer, one of them at fault', () => {
  it('eleven are accepted without a person', async () => {
    for (const visit of sound) {
      const view = await encounterOnce(practice, visit, (one) =>
        expect(isAccepted(onlyClaim(one))).toBe(true),
      );
      expect(view.tasks.filter(({ claimId }) => claimId !== undefined)).toEqual([]);
    }
  });

  it('and the one is on a desk, with what the payer says of it', async () => {
    const { reasons } = await openTaskOf(practice, faulty, 'rejection');
    expect(reasons.map(({ code }) => code)).toEqual(['IK4:6']);
    expect(onlyClaim(await practice.client.encounter(faulty))).toMatchObject({ status: 'rejected' });
  });

  it('they went out in one file, and the eleven again in another, each transmission once', async () => {
    const files = await sentClaims(practice.app);
    const { claimId } = await claimOf(practice, faulty);
    expect([...files.values()].map((numbers) => numbers.length)).toEqual([12, 11]);
    const [first = [], second = []] = files.values();
    expect(second.toSorted()).toEqual(
      first
        .filter((number) => number !== `${claimId}-1`)
        .map((number) => number.replace(/-1$/, '-2'))
        .toSorted(),
    );
  });
});

describe('a decision that was a mistake', () => {
  const post = async (
    opened: OpenedTask,
    fields: Record<string, string>,
  ): Promise<{ status: number; page: string }> => {
    const answer = await opened({ method: 'POST', body: new URLSearchParams(fields) });
    await practice.time.settle();
    return { status: answer.status, page: await answer.text() };
  };
  const taskAndPage = async () => {
    const task = await openTaskOf(practice, faulty, 'rejection');
    const [link = ''] = await linksOf(practice, task.taskId);
    return { task, opened: await openLink(link) };
  };
  const corrected = { action: 'resubmit', patientLastName: 'Munoz-Vega' };
  const transmissionsOf = async (claimId: string): Promise<string[]> =>
    [...(await sentClaims(practice.app)).values()].flat().filter((number) => number.startsWith(claimId));

  it('is taken out of the outbox again by the same link, and asked anew', async () => {
    const { claimId, patient } = await claimOf(practice, faulty);
    const { task, opened } = await taskAndPage();
    expect(await post(opened, corrected)).toMatchObject({
      status: 200,
      page: expect.stringContaining('Undo this decision'),
    });
    expect(await claimOf(practice, faulty)).toMatchObject({ status: 'covered', submissions: [{}, {}] });
    expect(await (await opened()).text()).toContain('until the claim goes out with the next file');
    expect(await post(opened, { undo: '1' })).toMatchObject({
      status: 200,
      page: expect.stringContaining('The decision is undone'),
    });
    expect(await claimOf(practice, faulty)).toMatchObject({ status: 'rejected', submissions: [{}], patient });
    expect((await post(opened, { undo: '1' })).status).toBe(200);
    const again = await taskAndPage();
    expect(again.task.taskId).not.toBe(task.taskId);
    expect(await transmissionsOf(claimId)).toEqual([`${claimId}-1`]);
  });

  it('is taken back after it closed the claim, which is open again then', async () => {
    const { opened } = await taskAndPage();
    const writeOff = { action: 'write-off', writeOffReason: 'other', note: 'Decided in the wrong window' };
    expect((await post(opened, writeOff)).status).toBe(200);
    expect(await claimOf(practice, faulty)).toMatchObject({ status: 'closed', end: 'written-off' });
    expect((await post(opened, { undo: '1' })).page).toContain('The decision is undone');
    const { status, writeOffs, claimId } = await claimOf(practice, faulty);
    expect(status).toBe('rejected');
    expect(writeOffs.map(({ undoes }) => undoes ?? false)).toEqual([false, true]);
    const types = (await practice.client.history(claimId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'decision-undone')).toHaveLength(2);
  });

  it('stays once the claim stands in a file, and says so', async () => {
    const { claimId } = await claimOf(practice, faulty);
    const { opened } = await taskAndPage();
    await post(opened, corrected);
    await encounterOnce(practice, faulty, (view) => expect(isAccepted(onlyClaim(view))).toBe(true));
    expect(await transmissionsOf(claimId)).toEqual([`${claimId}-1`, `${claimId}-2`]);
    expect(await post(opened, { undo: '1' })).toMatchObject({
      status: 409,
      page: expect.stringContaining('stands in a file to the payer'),
    });
  });
});

describe('a partner that takes one claim a file', () => {
  beforeAll(async () => {
    const { savePractice } = await import('../../functions/adapters/practices/practice-store.ts');
    const { taxId, ...sample } = await readSamplePractice();
    const ends = {
      submitterId: taxId,
      submitterQualifier: 'ZZ',
      receiverId: 'CASCADE',
      receiverQualifier: 'ZZ',
    };
    const single = { partnerId: 'payer-simulator', ...ends, usage: 'production', batchClaims: 1 } as const;
    await savePractice({ ...sample, taxId, partners: [single] });
  });

  it('gets each as soon as it is submitted', async () => {
    await upload('alone', 'P-alone', 'Munoz-Vega');
    const { claims } = await encounterOnce(practice, 'alone', (one) =>
      expect(isAccepted(onlyClaim(one))).toBe(true),
    );
    const [claim] = claims;
    const files = await sentClaims(practice.app);
    expect(files.get(claim?.submissions[0]?.fileName ?? '')).toEqual([`${claim?.claimId}-1`]);
    const history = await practice.app.clients.sfn.send(
      new GetExecutionHistoryCommand({ executionArn: claim?.executionArn ?? '', maxResults: 500 }),
    );
    const entered = (history.events ?? []).flatMap(
      ({ stateEnteredEventDetails: state }) => state?.name ?? [],
    );
    expect(entered.filter((name) => name === 'Send batch')).toHaveLength(1);
  });
});
