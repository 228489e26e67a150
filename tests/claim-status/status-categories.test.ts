import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkClaimStatus } from '../../functions/claim-status/check-claim-status.ts';
import { describeFollowUp } from '../../functions/claim-status/describe-follow-up.ts';
import { readClaimStatus } from '../../functions/claim-status/read-status.ts';
import { recordClaimStatus } from '../../functions/claim-status/record-claim-status.ts';
import { meaningOf } from '../../functions/claim-status/status-categories.ts';
import { standingOf } from '../../functions/claims/follow-up-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { StatusOutcome } from '../../functions/domain/follow-up/payer-status.ts';
import type { ClaimStatus } from '../../functions/edi/x277/loops.ts';
import { claimStatus } from '../edi/material/answer-sets.ts';
import { claimRecords } from '../factories/claim-records.ts';
import { claim } from '../factories/claims.ts';
import { payer } from '../factories/payers.ts';
import { needing } from '../shared-material.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const contract = payer({
  firstFollowUpDays: 14,
  nextFollowUpDays: 10,
  remittanceDays: 21,
  informationDays: 30,
  filingLimitDays: 365,
  appealLimitDays: 60,
});

const status = (category: string, code = '20') => ({
  status: { category, status: code },
  effectiveDate: '2026-11-02',
});

const answer = (change: Partial<ClaimStatus> = {}): ClaimStatus =>
  claimStatus({ statuses: [status('P1')], lines: undefined, ...change });

/** The claim once a 277 with the statuses has been posted in answer to its first inquiry. */
const answered = (...statuses: ReturnType<typeof status>[]): Claim =>
  recordClaimStatus(
    claim(),
    { submissionNumber: 1, inquiry: 0 },
    readClaimStatus(answer({ statuses })),
    now.toISOString(),
  )?.claim ?? claim();

/** When the claim is looked after again, and by what: an inquiry or a person. */
const nextStep = async (of: Claim) => {
  const { wait } = standingOf({ claim: of, payer: contract }, now);
  const { effects } = claimRecords(of, contract);
  const { outcome } = await checkClaimStatus(of.claimId, now, effects);
  return { at: wait?.ringAt?.slice(0, 10), by: outcome === 'asked' ? 'inquiry' : 'person' };
};

type Expected = { readonly outcome: StatusOutcome; readonly next: Awaited<ReturnType<typeof nextStep>> };

const pending: Expected = { outcome: 'pending', next: { at: '2026-11-12', by: 'inquiry' } };
const final: Expected = { outcome: 'finalized', next: { at: '2026-11-23', by: 'person' } };
/** Of these the bell does not matter: the workflow goes to a person at once. */
const person = (outcome: StatusOutcome): Expected => ({ outcome, next: { at: '2026-11-12', by: 'person' } });
const tryAgain: Expected = { outcome: 'unanswered', next: { at: '2026-11-03', by: 'inquiry' } };

const rejected = person('rejected');
const asks = person('information-requested');
const notFound = person('not-found');
const refused = person('inquiry-refused');
const unclear = person('unclear');

/** Every category of the list as it was published last, written down from the list and not from the table. */
const expected: Readonly<Record<string, Expected>> = {
  ...{ A0: pending, A1: pending, A2: pending, A3: rejected, A4: notFound, A5: pending },
  ...{ A6: rejected, A7: rejected, A8: rejected, D0: notFound },
  ...{ E0: refused, E1: tryAgain, E2: tryAgain, E3: refused, E4: refused },
  ...{ F0: final, F1: final, F2: final, F3: final, F3F: final, F3N: final, F4: final },
  ...{ P0: pending, P1: pending, P2: pending, P3: asks, P4: asks, P5: pending },
  ...{ R0: asks, R1: asks, R3: asks, R4: asks, R5: asks, R6: asks, R7: asks, R8: asks, R9: asks },
  ...{ R10: asks, R11: asks, R12: asks, R13: asks, R14: asks, R15: asks, R16: asks, R17: asks, RQ: asks },
  ...{ F5: unclear, X0: unclear, R2: unclear, R99: unclear, Z1: unclear },
};

const lastDayFor = (name: string, { limits = [] }: ReturnType<typeof describeFollowUp>): string | undefined =>
  limits.find((one) => one.name === name)?.lastDay;

describe('a category of claim status', () => {
  it.each(Object.entries(expected))(
    '%s has its meaning and its next step',
    async (category, { outcome, next }) => {
      const of = answered(status(category));
      expect(of.payerStatus).toMatchObject({ outcome, codes: [{ category, status: '20' }] });
      expect(await nextStep(of)).toEqual(next);
      expect(meaningOf(category).means).not.toBe('');
    },
  );

  const list = needing('codesets/x12/external-codes.xml');
  list.it('of the published list is never unknown, but for those that ended', () => {
    const xml = readFileSync(list.path, 'utf8');
    const [, categories = ''] = /<id>claim_status_cat<\/id>([\s\S]*?)<\/codeset>/.exec(xml) ?? [];
    const codes = Array.from(categories.matchAll(/<code>(\w+)<\/code>/g), ([, code = '']) => code);
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => meaningOf(code).outcome === 'unclear')).toEqual(['F5', 'X0']);
    expect(codes.filter((code) => !(code in expected))).toEqual([]);
  });
});

describe('several statuses of a claim', () => {
  it.each([
    ['the refusal', ['P1', 'A7', 'R3'], 'rejected'],
    ['what the payer asks for', ['F1', 'R3'], 'information-requested'],
    ['what nobody knows', ['F1', 'Q9', 'P1'], 'unclear'],
    ['that it is not found', ['P1', 'A4'], 'not-found'],
    ['that it is decided', ['P1', 'F2', 'P2'], 'finalized'],
  ])('are read for %s, and all are kept', (_, categories, outcome) => {
    const read = readClaimStatus(answer({ statuses: categories.map((one) => status(one)) }));
    expect(read.outcome).toBe(outcome);
    expect(read.codes.map(({ category }) => category)).toEqual(categories);
    const [first = '', ...more] = categories;
    const furtherStatuses = more.map((category) => status(category).status);
    expect(readClaimStatus(answer({ statuses: [{ ...status(first), furtherStatuses }] }))).toEqual(read);
  });

  it('are those of its services where it has none, and what is asked about a service in any case', () => {
    const linesOf = (category: string) =>
      (claimStatus().lines ?? []).map((line) => ({ ...line, statuses: [status(category, '298')] }));
    expect(readClaimStatus(answer({ lines: linesOf('F2') })).outcome).toBe('pending');
    expect(readClaimStatus(answer({ lines: linesOf('F2'), statuses: undefined })).outcome).toBe('finalized');
    expect(readClaimStatus(answer({ lines: linesOf('R4') }))).toMatchObject({
      outcome: 'information-requested',
      codes: [{ category: 'P1' }, { category: 'R4', status: '298', line: expect.any(String) }],
    });
  });

  it('are no answer where there are none', () => {
    expect(readClaimStatus(answer({ statuses: undefined })).outcome).toBe('unanswered');
  });
});

describe('a payer whose system is down', () => {
  it('is asked again after one day, two and four, and never later than usually', () => {
    const down = (inquiry: number): Claim =>
      recordClaimStatus(
        claim({ followUps: inquiry }),
        { submissionNumber: 1, inquiry },
        readClaimStatus(answer({ statuses: [status('E1')] })),
        now.toISOString(),
      )?.claim ?? claim();
    const days = [0, 1, 2, 3, 4].map((inquiry) =>
      standingOf({ claim: down(inquiry), payer: contract }, now).wait?.ringAt?.slice(0, 10),
    );
    expect(days).toEqual(['2026-11-03', '2026-11-04', '2026-11-06', '2026-11-10', '2026-11-12']);
  });
});

describe('the task that a status becomes', () => {
  it('for what is asked says what, to whose desk, and by when', () => {
    const task = describeFollowUp(answered(status('R4', '298'), status('R4', '300'), status('P1')), contract);
    expect(task).toMatchObject({
      kind: 'information-requested',
      owner: 'records',
      reasons: [
        { code: 'R4:298', text: 'Documents in support: the operative report' },
        { code: 'R4:300', text: 'Documents in support: results of the laboratory or of tests' },
      ],
      actions: ['keep-waiting', 'resubmit', 'write-off'],
    });
    expect(lastDayFor('information', task)).toBe('2026-12-02');
    expect(task.advice).toContain('2026-12-02');
    expect(task.advice).toContain('PWK');
  });

  it.each([
    ['of the patient at the front desk', 'P4', '297', 'front-desk', undefined],
    ['by a code that has no words here, by its number', 'R0', '711', 'biller', '711'],
    ['as documents without words, at the records', 'R4', '711', 'records', '711'],
    ['of the coder', 'R3', '255', 'coder', 'the diagnosis'],
  ])('is asked %s', (_, category, code, owner, text) => {
    const task = describeFollowUp(answered(status(category, code)), contract);
    expect(task.owner).toBe(owner);
    expect(task.reasons[0]?.text).toContain(text ?? '');
  });

  it('without days in the contract has the filing limit alone', () => {
    const task = describeFollowUp(answered(status('R4')), { ...contract, informationDays: undefined });
    expect([lastDayFor('information', task), lastDayFor('new-claim', task)]).toEqual([
      undefined,
      '2027-10-12',
    ]);
  });

  it('for a missing remittance says what the payer told of it, and that it can be posted by hand', () => {
    const paid = {
      ...status('F1', '65'),
      paid: 4_200,
      finalizedDate: '2026-10-30',
      remittanceTrace: 'CK100',
    };
    const of = answered(paid as ReturnType<typeof status>);
    expect(standingOf({ claim: of, payer: contract }, now).wait?.ringAt?.slice(0, 10)).toBe('2026-11-20');
    const task = describeFollowUp(of, contract);
    expect(task).toMatchObject({ kind: 'missing-remittance', owner: 'biller' });
    expect(lastDayFor('new-claim', task)).toBe('2027-10-12');
    expect(task.reasons.at(-1)?.text).toContain('$42.00 paid by check or transfer CK100');
    expect(task.advice).toContain('/v1/practices/maple-street/payments');
  });

  it('for a denial without a remittance is due within the time to appeal', () => {
    expect(lastDayFor('appeal', describeFollowUp(answered(status('F2', '88')), contract))).toBe('2027-01-01');
  });

  it.each([
    ['D0', 'does not find', 'resubmit'],
    ['A7', 'rejected', 'resubmit'],
    ['E3', 'inquiries', 'keep-waiting'],
    ['Q9', 'not known', 'resubmit'],
  ])('for %s says that it is so and what to do first', (category, words, first) => {
    const task = describeFollowUp(answered(status(category)), contract);
    expect(task.kind).toBe('no-answer');
    expect(task.title).toContain(words);
    expect(task.actions[0]).toBe(first);
  });

  it('after silence counts the inquiries since somebody decided last', () => {
    const silent = claim({ followUps: 5, followUpsForgiven: 3 });
    expect(describeFollowUp(silent, payer({ filingLimitDays: 30 }))).toMatchObject({
      kind: 'no-answer',
      title: 'No remittance from Northwind Health Plan after 2 status inquiries',
      reasons: [{ code: '277' }],
      actions: ['keep-waiting', 'resubmit', 'write-off'],
      limits: [{ action: 'resubmit', name: 'new-claim', lastDay: '2026-11-11' }],
    });
  });

  it('after a person waited on, or sent the claim again, is about the silence since', () => {
    const word = answered(status('R4'));
    const waited = { ...word, followUpsForgiven: word.followUps };
    expect(describeFollowUp(waited, contract).kind).toBe('no-answer');
    const again = {
      ...word,
      submissions: [...word.submissions, { number: 2, frequency: '7' as const, fileAccepted: false }],
    };
    expect(describeFollowUp(again, contract).kind).toBe('no-answer');
  });
});
