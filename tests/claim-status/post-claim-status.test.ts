import { describe, expect, it } from 'vitest';
import { post277 } from '../../functions/claim-status/post-claim-status.ts';
import {
  parseStatusTrace,
  statusTrace,
  toStatusInquiry,
  toSubscriberStatusInquiry,
} from '../../functions/claim-status/status-inquiry.ts';
import { checking } from '../../functions/edi/parse.ts';
import { readSets, writeSets } from '../../functions/edi/sets.ts';
import { statusInquiryGuide } from '../../functions/edi/x276/guide.ts';
import { statusResponseGuide } from '../../functions/edi/x277/guide.ts';
import type { ClaimStatus } from '../../functions/edi/x277/loops.ts';
import { claimStatus, statusResponseSet, subscriberStatus } from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { received, recordsOf, restOf } from '../factories/posting-records.ts';
import { practice } from '../factories/practices.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

const answer = (category: string, change: Partial<ClaimStatus> = {}): ClaimStatus =>
  claimStatus({
    traceNumber: 'C0000000000A1-1-S0',
    statuses: [{ status: { category, status: '20' }, effectiveDate: '2026-11-02' }],
    lines: undefined,
    ...change,
  });

const a277 = (...claims: ClaimStatus[]) =>
  received(writeSets(header(), statusResponseGuide, [statusResponseSet(subscriberStatus({ claims }))]));

describe('a 277', () => {
  it('answers for each claim asked about, and moves no money', async () => {
    const records = recordsOf([claim(), claim({ claimId: 'C0000000000B1', followUps: 2 })]);
    const other = answer('A4', { traceNumber: 'C0000000000B1-1-S2', payerControlNumber: undefined });
    expect(await post277(a277(answer('F1'), other), records.effects)).toEqual([]);
    expect(records.claims.get('C0000000000A1')).toMatchObject({
      status: 'accepted',
      followUps: 1,
      payerControlNumber: 'ICN900100',
      adjudications: [],
    });
    expect(records.claims.get('C0000000000B1')).toMatchObject({ followUps: 3 });
    expect(Object.fromEntries(records.answers)).toEqual({
      'C0000000000A1/status/1.0': { outcome: 'finalized' },
      'C0000000000B1/status/1.2': { outcome: 'not-found' },
    });
  });

  it('changes nothing when it comes again', async () => {
    const records = recordsOf([claim()]);
    await post277(a277(answer('P1')), records.effects);
    const before = restOf(records);
    await post277(a277(answer('P1')), records.effects);
    expect(restOf(records)).toEqual(before);
  });

  it('to an inquiry that was given up is kept as the payer’s word, once, and ends no other inquiry', async () => {
    const records = recordsOf([claim({ followUps: 1 })]);
    await post277(a277(answer('R4')), records.effects);
    await post277(a277(answer('R4')), records.effects);
    expect(records.events.map(({ type }) => type)).toEqual(['status-answered-late']);
    expect(records.claims.get('C0000000000A1')).toMatchObject({
      followUps: 1,
      payerStatus: { inquiry: 0, outcome: 'information-requested' },
    });
  });

  it('to an inquiry from before a person decided changes nothing', async () => {
    const records = recordsOf([claim({ followUps: 1, followUpsForgiven: 1 })]);
    await post277(a277(answer('R4')), records.effects);
    expect(records.events).toEqual([]);
  });

  it('with several parts of one claim is one answer: the most pressing decides, and all is kept', async () => {
    const records = recordsOf([claim()]);
    const split = [
      answer('A5', { payerControlNumber: 'ICN900100' }),
      answer('R4', { payerControlNumber: 'ICN900101' }),
      answer('P1', { payerControlNumber: 'ICN900102' }),
    ];
    expect(await post277(a277(...split), records.effects)).toEqual([]);
    expect(records.claims.get('C0000000000A1')).toMatchObject({
      followUps: 1,
      payerStatus: {
        outcome: 'information-requested',
        codes: [{ category: 'A5' }, { category: 'R4' }, { category: 'P1' }],
      },
      submissions: [{ payerControlNumbers: ['ICN900100', 'ICN900101', 'ICN900102'] }],
    });
    expect(Object.fromEntries(records.answers)).toEqual({
      'C0000000000A1/status/1.0': { outcome: 'information-requested' },
    });
  });

  it('that comes in two files says the same in either order', async () => {
    const files = [a277(answer('P1')), a277(answer('R4'))];
    const words = await Promise.all(
      [files, [...files].reverse(), [...files, ...files]].map(async (order) => {
        const records = recordsOf([claim()]);
        for (const file of order) await post277(file, records.effects, now);
        return records.claims.get('C0000000000A1')?.payerStatus;
      }),
    );
    expect(words[0]).toMatchObject({ outcome: 'information-requested', codes: [{}, {}] });
    expect(words[1]).toEqual(words[0]);
    expect(words[2]).toEqual(words[0]);
  });

  it.each(['C0000000000Z9-1-S0', 'C0000000000A1-1', '0'])(
    'for the inquiry %s that we did not send has a finding',
    async (traceNumber) => {
      const records = recordsOf([claim()]);
      expect(await post277(a277(answer('P1', { traceNumber })), records.effects)).toMatchObject([
        { code: 'unknown-inquiry', path: '2200D[1]' },
      ]);
      expect(records.events).toEqual([]);
    },
  );

  it('that is unreadable posts nothing', async () => {
    const records = recordsOf([claim()]);
    expect(await post277(received('?'), records.effects)).not.toEqual([]);
    expect(records.answers.size).toBe(0);
  });
});

describe('a 276', () => {
  it('is written as the guide has it, with the number of its file', () => {
    const inquiry = toStatusInquiry(claim(), practice(), payer(), header());
    const read = readSets(writeSets(header(), statusInquiryGuide, [inquiry]), statusInquiryGuide, checking());
    expect(read.findings).toBeUndefined();
    expect(read.success && read.data.sets[0]?.data.reference).toBe('000004711');
  });

  it('names the transmission and the inquiry, and comes back so', () => {
    const [asked] = toSubscriberStatusInquiry(claim({ followUps: 2 })).claims ?? [];
    const traceNumber = asked?.traceNumber ?? '';
    expect(traceNumber).toBe(statusTrace('C0000000000A1', 1, 2));
    expect(parseStatusTrace(traceNumber)).toEqual({
      claimId: 'C0000000000A1',
      submissionNumber: 1,
      inquiry: 2,
    });
  });

  it('asks about the whole charge, by our number and the payer’s', () => {
    expect(toSubscriberStatusInquiry(claim({ payerControlNumber: 'ICN900100' }))).toMatchObject({
      dateOfBirth: '1961-04-09',
      claims: [{ charge: 23_000, patientControlNumber: 'C0000000000A1-1', payerControlNumber: 'ICN900100' }],
    });
  });

  it('tells a dependent apart from the subscriber', () => {
    const { coverage, patient } = claim();
    const subscriber = { ...patient, firstName: 'Samuel' };
    const inquiry = toSubscriberStatusInquiry(
      claim({ coverage: { ...coverage, relationship: 'spouse', subscriber } }),
    );
    expect(inquiry).not.toHaveProperty('dateOfBirth');
    expect(inquiry).not.toHaveProperty('claims');
    expect(inquiry.dependents).toMatchObject([
      { dependent: { firstName: 'Miriam' }, dateOfBirth: '1961-04-09', claims: [{ charge: 23_000 }] },
    ]);
  });
});
