import { GetExecutionHistoryCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { readSamplePractice, type Sample } from '../../local/samples.ts';
import { samplesOf, startPractice } from './start-practice.ts';
import { sentClaims } from './traces.ts';
import { claimOf, encounterOnce, onlyClaim, openTaskOf } from './waiting.ts';

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
