import { describe, expect, it } from 'vitest';
import { payerActor } from '../../functions/domain/actor.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { checking } from '../../functions/edi/parse.ts';
import { readSets, writeSets } from '../../functions/edi/sets.ts';
import { eligibilityInquiryGuide } from '../../functions/edi/x270/guide.ts';
import { answersOf, type MemberAnswer } from '../../functions/edi/x271/answers-of.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import type { SubscriberAnswer } from '../../functions/edi/x271/loops.ts';
import { readEligibility } from '../../functions/eligibility/check-eligibility.ts';
import { describeCoverage } from '../../functions/eligibility/describe-coverage.ts';
import {
  eligibilityTrace,
  parseEligibilityTrace,
  toEligibilityInquiry,
  toSubscriberInquiry,
} from '../../functions/eligibility/eligibility-inquiry.ts';
import { post271 } from '../../functions/eligibility/post-eligibility.ts';
import { eligibilityResponseSet, subscriberAnswer } from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import { nextPayer, payer } from '../factories/payers.ts';
import { received, recordsOf, restOf } from '../factories/posting-records.ts';
import { practice } from '../factories/practices.ts';

const ready = (change: Partial<Claim> = {}): Claim => claim({ status: 'ready', ...change });

const benefit = (information: string) => ({ information, serviceTypes: ['30'] });

const answer = (
  member: Partial<SubscriberAnswer['subscriber']> = {},
  traceNumber = 'C0000000000A1-E0',
): SubscriberAnswer => ({
  ...subscriberAnswer({ benefits: [benefit('1')], ...member }),
  traces: [{ kind: '2', traceNumber, traceOriginator: '9990041207' }],
});

const refused = (reason: string) =>
  answer({ benefits: undefined, rejections: [{ validRequest: 'N', reason, followUp: 'C' }] });

const a271 = (...answers: SubscriberAnswer[]) =>
  received(writeSets(header(), eligibilityResponseGuide, [eligibilityResponseSet(...answers)]));

const readAs = (given: SubscriberAnswer): MemberAnswer | undefined =>
  answersOf(eligibilityResponseSet(given))[0];

describe('reading a 271', () => {
  it.each([
    ['active coverage', answer(), 'covered'],
    ['active coverage beside a limitation', answer({ benefits: [benefit('F'), benefit('5')] }), 'covered'],
    ['inactive coverage', answer({ benefits: [benefit('6')] }), 'not-covered'],
    [
      'an inactive plan beside an active part of it',
      answer({ benefits: [benefit('6'), { ...benefit('1'), serviceTypes: ['35'] }] }),
      'not-covered',
    ],
    ['a wrong member number', refused('72'), 'not-covered'],
    ['an unknown subscriber', refused('75'), 'not-covered'],
    ['a payer that cannot answer now', refused('42'), 'unanswered'],
    ['nothing about coverage', answer({ benefits: [benefit('C')] }), 'unanswered'],
  ])('with %s', (_title, given, outcome) => {
    const read = readAs(given);
    expect(read && readEligibility(read).outcome).toBe(outcome);
  });
});

describe('a 271', () => {
  it('answers for each person asked about', async () => {
    const records = recordsOf([ready(), ready({ claimId: 'C0000000000B1', eligibilityChecks: 1 })]);
    const other = answer({ benefits: [benefit('6')] }, 'C0000000000B1-E1');
    expect(await post271(a271(answer(), other), records.effects)).toEqual([]);
    expect(records.claims.get('C0000000000A1')).toMatchObject({ status: 'covered', eligibilityChecks: 1 });
    expect(records.claims.get('C0000000000B1')).toMatchObject({
      status: 'not-covered',
      eligibilityChecks: 2,
    });
    expect(Object.fromEntries(records.answers)).toEqual({
      'C0000000000A1/eligibility/0': { outcome: 'covered' },
      'C0000000000B1/eligibility/1': { outcome: 'not-covered' },
    });
  });

  it('changes nothing when it comes again', async () => {
    const records = recordsOf([ready()]);
    await post271(a271(answer()), records.effects);
    const before = restOf(records);
    await post271(a271(answer()), records.effects);
    expect(restOf(records)).toEqual(before);
  });

  it('without a verdict counts the check and leaves the claim ready', async () => {
    const records = recordsOf([ready()]);
    await post271(a271(refused('42')), records.effects);
    expect(records.claims.get('C0000000000A1')).toMatchObject({ status: 'ready', eligibilityChecks: 1 });
    expect(records.answers.get('C0000000000A1/eligibility/0')).toEqual({ outcome: 'unanswered' });
  });

  it('to an earlier check says nothing about the one that is open', async () => {
    const records = recordsOf([ready({ eligibilityChecks: 1 })]);
    await post271(a271(answer({ benefits: [benefit('6')] })), records.effects);
    expect(records.events).toEqual([]);
    expect(records.answers.has('C0000000000A1/eligibility/1')).toBe(false);
  });

  it('that comes after the claim went out does not take it back', async () => {
    const records = recordsOf([claim({ status: 'submitted' })]);
    await post271(a271(answer({ benefits: [benefit('6')] })), records.effects);
    expect(records.events).toEqual([]);
  });

  it.each(['C0000000000Z9-E0', 'F-4711'])(
    'for the inquiry %s that we did not send has a finding',
    async (traceNumber) => {
      const records = recordsOf([ready()]);
      expect(await post271(a271(answer({}, traceNumber)), records.effects)).toMatchObject([
        { code: 'unknown-inquiry', path: '2000C[1]' },
      ]);
    },
  );

  it('that is unreadable posts nothing', async () => {
    const records = recordsOf([ready()]);
    expect(await post271(received('?'), records.effects)).not.toEqual([]);
    expect(records.events).toEqual([]);
  });
});

describe('a 270', () => {
  it('is written as the guide has it, with the number of its file', () => {
    const inquiry = toEligibilityInquiry(ready(), practice(), payer(), header());
    const read = readSets(
      writeSets(header(), eligibilityInquiryGuide, [inquiry]),
      eligibilityInquiryGuide,
      checking(),
    );
    expect(read.findings).toBeUndefined();
    expect(read.success && read.data.sets[0]?.data.reference).toBe('000004711');
  });

  it('names the claim and the check, and comes back so', () => {
    const { traces } = toSubscriberInquiry(ready({ eligibilityChecks: 2 }), practice());
    expect(parseEligibilityTrace(traces?.[0]?.traceNumber ?? '')).toEqual({
      claimId: 'C0000000000A1',
      check: 2,
    });
    expect(parseEligibilityTrace(`${eligibilityTrace('C0000000000A1', 2)}x`)).toBeUndefined();
  });

  it('asks for the subscriber alone when that is the patient', () => {
    const inquiry = toSubscriberInquiry(ready(), practice());
    expect(inquiry.subscriber).toMatchObject({
      name: 'Okafor',
      id: 'NW4410977',
      dateOfBirth: '1961-04-09',
      dates: [{ period: { from: '2026-10-12' } }],
    });
    expect(inquiry.dependents).toBeUndefined();
  });

  it.each([
    ['spouse', '01'],
    ['child', '19'],
    ['other', '34'],
  ] as const)('asks for a %s as the dependent of the subscriber', (relationship, code) => {
    const { coverage, patient } = ready();
    const subscriber = { ...patient, firstName: 'Samuel' };
    const family = { ...coverage, relationship, subscriber };
    const inquiry = toSubscriberInquiry(ready({ coverage: family }), practice());
    expect(inquiry.subscriber.firstName).toBe('Samuel');
    expect(inquiry.dependents).toMatchObject([{ dependent: { firstName: 'Miriam', relationship: code } }]);
  });
});

it('asks for an employee below the employer who holds the policy', () => {
  const { coverage } = ready();
  const employed = { ...coverage, relationship: 'employee' as const, employer: { name: 'Quarry & Sons' } };
  const inquiry = toSubscriberInquiry(ready({ coverage: employed }), practice());
  expect(inquiry.subscriber).toEqual({
    ...{ entityType: '2', name: 'Quarry & Sons', idQualifier: 'MI', id: coverage.memberId },
  });
  expect(inquiry.dependents).toMatchObject([{ dependent: { firstName: 'Miriam', relationship: '34' } }]);
});

describe('a coverage task', () => {
  const history = [
    { type: 'eligibility-answered', at: '', actor: payerActor('northwind'), detail: { reason: 'AAA 75' } },
    { type: 'eligibility-answered', at: '', actor: payerActor('northwind'), detail: { reason: 'EB 6' } },
  ];

  it('names the last answer of the payer', () => {
    expect(describeCoverage(claim(), payer(), history).reasons).toMatchObject([{ code: 'EB 6' }]);
  });

  it('offers to bill the patient only where the contract allows it', () => {
    const actionsWhen = (patientMayBeBilledWhenInactive: boolean) =>
      describeCoverage(claim(), payer({ patientMayBeBilledWhenInactive }), history).actions;
    expect(actionsWhen(true)).toEqual(['resubmit', 'bill-patient', 'write-off']);
    expect(actionsWhen(false)).toEqual(['resubmit', 'write-off']);
  });

  it('has the next payer billed, never the patient, where there is one', () => {
    const { actions } = describeCoverage(claim({ nextPayers: [nextPayer] }), payer(), history);
    expect(actions).toEqual(['resubmit', 'bill-next-payer', 'write-off']);
  });
});
