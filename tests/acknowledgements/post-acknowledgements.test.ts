import { describe, expect, it } from 'vitest';
import { acknowledgeSubmission } from '../../functions/acknowledgements/acknowledge-submission.ts';
import { describeRejection } from '../../functions/acknowledgements/describe-rejection.ts';
import { post277ca, post999, postTa1 } from '../../functions/acknowledgements/post-acknowledgements.ts';
import { read277Verdict } from '../../functions/acknowledgements/read-acknowledgement.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { knownControlNumbers } from '../../functions/domain/ledger/decision.ts';
import type { PartnerFile } from '../../functions/domain/partner-file.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import type { ClaimAcknowledgement } from '../../functions/edi/x277ca/loops.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import type { ImplementationAcknowledgement } from '../../functions/edi/x999/loops.ts';
import {
  acceptedSet,
  acknowledgedProvider,
  acknowledgement,
  claimAcknowledgementSet,
  patientAcknowledgement,
  rejectedSet as refusedSet,
} from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { verdict } from '../factories/adjudications.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { received, recordsOf, restOf } from '../factories/posting-records.ts';

const acknowledged = (
  category: string,
  change: Partial<ClaimAcknowledgement> = {},
): ClaimAcknowledgement => ({
  patientControlNumber: 'C0000000000A1-1',
  statuses: [
    {
      status: { category, status: '562', entity: '85' },
      effectiveDate: '2026-03-03',
      action: 'AA',
    },
  ],
  ...change,
});

const a277ca = (...claims: ClaimAcknowledgement[]) =>
  received(
    writeSets(header(), claimAcknowledgementGuide, [
      claimAcknowledgementSet([acknowledgedProvider({}, [patientAcknowledgement(...claims)])]),
    ]),
  );

const submitted = (change: Partial<Claim> = {}): Claim => claim({ status: 'submitted', ...change });

describe('a 277CA', () => {
  it.each([
    ['A0', undefined],
    ['A1', undefined],
    ['A2', 'accepted'],
    ['A3', 'rejected'],
    ['A4', undefined],
    ['A5', 'accepted'],
    ['A6', 'rejected'],
    ['A7', 'rejected'],
    ['A8', 'rejected'],
  ])('with category %s makes the claim %s', (category, outcome) => {
    expect(read277Verdict(acknowledged(category))?.outcome).toBe(outcome);
  });

  it('with a rejected line rejects the claim', () => {
    const lines = acknowledged('A7').statuses;
    const procedure = { qualifier: 'HC', procedure: '99213' };
    const verdict = read277Verdict(acknowledged('A2', { lines: [{ procedure, statuses: lines }] }));
    expect(verdict).toEqual({
      outcome: 'rejected',
      source: '277CA',
      reasons: [{ code: 'A7:562:85', text: 'The NPI (the billing provider)' }],
    });
  });

  it('answers for each of its claims', async () => {
    const records = recordsOf([submitted(), submitted({ claimId: 'C0000000000B1' })]);
    const file = a277ca(
      acknowledged('A2', { payerControlNumber: 'ICN900100' }),
      acknowledged('A7', { patientControlNumber: 'C0000000000B1-1' }),
    );
    expect(await post277ca(file, records.effects)).toEqual([]);
    expect(records.claims.get('C0000000000A1')).toMatchObject({
      status: 'accepted',
      payerControlNumber: 'ICN900100',
    });
    expect(records.claims.get('C0000000000B1')?.status).toBe('rejected');
    expect(Object.fromEntries(records.answers)).toEqual({
      'C0000000000A1/acknowledgement/1': { outcome: 'accepted' },
      'C0000000000B1/acknowledgement/1': { outcome: 'rejected' },
      'C0000000000B1/remittance/1.0': { outcome: 'rejected' },
    });
  });

  it('changes nothing when it comes again', async () => {
    const records = recordsOf([submitted()]);
    await post277ca(a277ca(acknowledged('A7')), records.effects);
    const before = restOf(records);
    await post277ca(a277ca(acknowledged('A7')), records.effects);
    expect(restOf(records)).toEqual(before);
  });

  it('keeps the payer’s number that comes after the clearinghouse accepted, and each further one', async () => {
    const records = recordsOf([submitted()]);
    for (const payerControlNumber of [undefined, 'ICN1', 'ICN2', 'ICN1'])
      await post277ca(a277ca(acknowledged('A2', { payerControlNumber })), records.effects);
    const after = records.claims.get('C0000000000A1');
    expect(after).toMatchObject({
      payerControlNumber: 'ICN2',
      submissions: [{ payerControlNumbers: ['ICN1', 'ICN2'] }],
    });
    expect(after && knownControlNumbers(after)).toEqual(['ICN2', 'ICN1']);
    expect(records.events.map(({ type }) => type)).toEqual([
      'accepted',
      'payer-number-given',
      'payer-number-given',
    ]);
  });

  it('leaves a claim that is only received where it is', async () => {
    const records = recordsOf([submitted()]);
    expect(await post277ca(a277ca(acknowledged('A1')), records.effects)).toEqual([]);
    expect(restOf(records)).toEqual(restOf(recordsOf([submitted()])));
  });

  it.each(['C0000000000Z9-1', '4711'])('with the claim %s that we did not send has a finding', async (id) => {
    const records = recordsOf([submitted()]);
    const file = a277ca(acknowledged('A7', { patientControlNumber: id }), acknowledged('A2'));
    expect(await post277ca(file, records.effects)).toMatchObject([
      { code: 'unknown-claim', path: '2200D[1]' },
    ]);
    expect(records.claims.get('C0000000000A1')?.status).toBe('accepted');
  });

  it('that rejects after an acceptance ends the wait for the remittance', async () => {
    const records = recordsOf([submitted()]);
    await post277ca(a277ca(acknowledged('A2')), records.effects);
    await post277ca(a277ca(acknowledged('A3')), records.effects);
    expect(records.claims.get('C0000000000A1')?.status).toBe('rejected');
    expect(records.answers.get('C0000000000A1/remittance/1.0')).toEqual({ outcome: 'rejected' });
  });

  it('that accepts after a rejection changes nothing', async () => {
    const records = recordsOf([submitted()]);
    await post277ca(a277ca(acknowledged('A3')), records.effects);
    const before = restOf(records);
    await post277ca(a277ca(acknowledged('A2')), records.effects);
    expect(restOf(records)).toEqual(before);
  });

  it('that is merely against the guide is posted without a word', async () => {
    const records = recordsOf([submitted()]);
    const file = a277ca(acknowledged('A2', { statuses: [{ status: { category: 'A2', status: '20' } }] }));
    expect(await post277ca(file, records.effects)).toEqual([]);
    expect(records.claims.get('C0000000000A1')?.status).toBe('accepted');
  });

  it('that is unreadable posts nothing', async () => {
    const records = recordsOf([submitted()]);
    expect(await post277ca(received('no X12'), records.effects)).not.toEqual([]);
    expect(records.events).toEqual([]);
  });
});

describe('a verdict on an earlier transmission', () => {
  const resent = submitted({
    submissions: [
      { number: 1, frequency: '1', fileAccepted: true },
      { number: 2, frequency: '1', fileAccepted: false },
    ],
  });

  it('is recorded there and does not move the claim', () => {
    const after = acknowledgeSubmission(resent, 1, verdict('rejected'))?.claim;
    expect(after?.status).toBe('submitted');
    expect(after?.submissions[0]?.acknowledgement?.outcome).toBe('rejected');
  });

  it('on one that never was changes nothing', () => {
    expect(acknowledgeSubmission(resent, 7, verdict('accepted'))).toBeUndefined();
  });
});

it.each(['adjudicated', 'closed'] as const)('a rejection does not move a claim that is %s', (status) => {
  expect(acknowledgeSubmission(claim({ status }), 1, verdict('rejected'))?.claim.status).toBe(status);
});

const sentFile = (change: Partial<PartnerFile> = {}): PartnerFile => ({
  partnerId: 'payer-simulator',
  direction: 'outbound',
  fileId: '000004711',
  key: 'partners/payer-simulator/outbound/837P-000004711.x12',
  transaction: '837P',
  practiceId: 'maple-street',
  claimId: 'C0000000000A1',
  submissionNumber: 1,
  outcome: 'sent',
  findings: [],
  at: '2026-03-02T09:30:00.000Z',
  ...change,
});

const a999 = (...groups: ImplementationAcknowledgement[]) =>
  received(writeSets(header(), implementationAcknowledgementGuide, groups));

/** A set refused for a code that is not valid, a missing one and a missing service. */
const rejectedSet = refusedSet({
  segmentErrors: [
    {
      segmentId: 'HI',
      position: 22,
      loop: '2300',
      code: '8',
      elementErrors: [
        { place: { element: 1, component: 2 }, referenceNumber: 1271, code: '7', badValue: 'E99' },
        { place: { element: 2 }, code: '1' },
      ],
    },
    { segmentId: 'SV1', position: 30, loop: '2400', code: '3' },
  ],
  errorCodes: ['5'],
});

const group = (status: string, set = acceptedSet()): ImplementationAcknowledgement =>
  acknowledgement({
    transactionSets: [set],
    status,
    includedSets: 1,
    receivedSets: 1,
    acceptedSets: status === 'A' ? 1 : 0,
  });

describe('a 999', () => {
  const sent = [sentFile(), sentFile({ fileId: '000004712', claimId: 'C0000000000B1' })];
  const records = () => recordsOf([submitted(), submitted({ claimId: 'C0000000000B1' })], sent);

  it.each(['A', 'E'])('with IK501 %s is the proof that the file came in time', async (status) => {
    const posted = records();
    expect(await post999(a999(group('A', acceptedSet({ status }))), posted.effects)).toEqual([]);
    expect(posted.claims.get('C0000000000A1')).toMatchObject({
      status: 'submitted',
      submissions: [{ fileAccepted: true }],
    });
    expect(posted.answers.size).toBe(0);
  });

  it.each(['R', 'M', 'W', 'X'])('with IK501 %s rejects the claim', async (status) => {
    const posted = records();
    await post999(a999(group('R', { ...rejectedSet, status })), posted.effects);
    expect(posted.claims.get('C0000000000A1')?.status).toBe('rejected');
    expect(posted.answers.get('C0000000000A1/acknowledgement/1')).toEqual({ outcome: 'rejected' });
  });

  it('tells what is wrong without the wrong value', async () => {
    const posted = records();
    await post999(a999(group('R', rejectedSet)), posted.effects);
    const [submission] = posted.claims.get('C0000000000A1')?.submissions ?? [];
    expect(submission?.acknowledgement?.reasons).toEqual([
      { code: 'IK4:7', text: 'HI in loop 2300, element 1: an element has a code that is not valid' },
      { code: 'IK4:1', text: 'HI in loop 2300, element 2: a required element is missing' },
      { code: 'IK3:3', text: 'Segment SV1 in loop 2400 is in error' },
      { code: 'IK5:5', text: 'The transaction set has errors' },
    ]);
    expect(JSON.stringify(posted.events)).not.toContain('E99');
  });

  it('that rejects the whole group says so', async () => {
    const posted = records();
    await post999(a999({ ...group('R'), transactionSets: undefined }), posted.effects);
    expect(posted.claims.get('C0000000000A1')?.submissions[0]?.acknowledgement?.reasons).toEqual([
      { code: 'AK9:R', text: 'The whole file was rejected' },
    ]);
  });

  it('answers each of its groups, and repeated it changes nothing', async () => {
    const posted = records();
    const file = a999(group('A'), { ...group('R', rejectedSet), groupControlNumber: '4712' });
    expect(await post999(file, posted.effects)).toEqual([]);
    const before = restOf(posted);
    expect(before.claims.get('C0000000000A1')?.submissions[0]?.fileAccepted).toBe(true);
    expect(before.claims.get('C0000000000B1')?.status).toBe('rejected');
    await post999(file, posted.effects);
    expect(restOf(posted)).toEqual(before);
  });

  it('for a file that we did not send has a finding', async () => {
    const file = a999({ ...group('R', rejectedSet), groupControlNumber: '9999' });
    expect(await post999(file, records().effects)).toMatchObject([{ code: 'unknown-claim', path: 'AK1[1]' }]);
  });

  it('of another partner does not speak of our files with that number', async () => {
    const file = { ...a999(group('R', rejectedSet)), partnerId: 'another' };
    expect(await post999(file, records().effects)).toHaveLength(1);
  });

  it('of which a verdict cannot be read says nothing, and a biller hears of it', async () => {
    const posted = records();
    const file = a999(group('A'));
    const text = file.text.replace(/IK5\*A~\n/, '').replace(/SE\*\d+/, 'SE*4');
    expect(await post999({ ...file, text }, posted.effects)).not.toEqual([]);
    expect(posted.events).toEqual([]);
  });

  it('for an inquiry says nothing about the claim', async () => {
    const posted = recordsOf([submitted()], [sentFile({ transaction: '270' })]);
    expect(await post999(a999(group('R', rejectedSet)), posted.effects)).toEqual([]);
    expect(posted.events).toEqual([]);
  });
});

describe('a 277CA that names no claim', () => {
  const refusal = (batchTrace: string) =>
    received(
      writeSets(header(), claimAcknowledgementGuide, [
        claimAcknowledgementSet([], {
          traceNumber: batchTrace,
          statuses: [{ status: { category: 'A3', status: '24', entity: '41' }, action: 'U' }],
        }),
      ]),
    );

  it('rejects the claim of the file that its batch trace names', async () => {
    const records = recordsOf([submitted()], [sentFile()]);
    expect(await post277ca(refusal('000004711'), records.effects)).toEqual([]);
    expect(records.claims.get('C0000000000A1')).toMatchObject({
      status: 'rejected',
      submissions: [{ acknowledgement: { source: '277CA', reasons: [{ code: 'A3:24:41' }] } }],
    });
  });

  it('is told to a biller when we sent no such file', async () => {
    const records = recordsOf([submitted()], [sentFile()]);
    expect(await post277ca(refusal('000009999'), records.effects)).toMatchObject([{ path: '2200B' }]);
    expect(records.events).toEqual([]);
  });
});

describe('a TA1', () => {
  const ta1 = (code: string, controlNumber = 4711) =>
    received(
      writeInterchange(
        {
          header: header(),
          delimiters: standardDelimiters,
          groups: [],
          acknowledgements: [
            { controlNumber, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code, note: '000' },
          ],
        },
        [],
      ),
    );

  it('that rejects the envelope rejects the claim in it', async () => {
    const records = recordsOf([submitted()], [sentFile()]);
    expect(await postTa1(ta1('R'), records.effects)).toEqual([]);
    expect(records.claims.get('C0000000000A1')).toMatchObject({
      status: 'rejected',
      submissions: [{ acknowledgement: { source: 'TA1' } }],
    });
  });

  it.each(['A', 'E'])('with code %s says nothing about the claim', async (code) => {
    const records = recordsOf([submitted()], [sentFile()]);
    expect(await postTa1(ta1(code), records.effects)).toEqual([]);
    expect(records.events).toEqual([]);
  });

  it('for a file that we did not send has a finding', async () => {
    const records = recordsOf([submitted()], [sentFile()]);
    expect(await postTa1(ta1('R', 12), records.effects)).toMatchObject([{ path: 'TA1[1]' }]);
  });
});

it('a rejection is a biller’s work until the filing limit, and is never appealed', () => {
  const rejected = claim({
    status: 'rejected',
    submissions: [
      {
        number: 1,
        frequency: '1',
        fileAccepted: true,
        acknowledgement: { outcome: 'rejected', source: '277CA', reasons: [{ code: 'A7:562', text: 'NPI' }] },
      },
    ],
  });
  expect(describeRejection(rejected, payer({ filingLimitDays: 90 }))).toMatchObject({
    kind: 'rejection',
    owner: 'biller',
    reasons: [{ code: 'A7:562' }],
    actions: ['resubmit', 'write-off'],
    limits: [{ action: 'resubmit', name: 'new-claim', lastDay: '2027-01-10' }],
  });
});
