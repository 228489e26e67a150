import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import type { Task, TaskOutcome } from '../../../functions/domain/task.ts';
import { basisOf } from '../../../functions/domain/tasks/basis.ts';
import { completeTask } from '../../../functions/tasks/complete-task.ts';
import { parseTaskForm } from '../../../functions/tasks/form/parse-task-form.ts';
import { readForm } from '../../../functions/tasks/form/task-form.ts';
import { taskPage } from '../../../functions/tasks/page/task-page.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { nextPayer, payer, payers } from '../../factories/payers.ts';
import { aDenialCase } from '../../factories/task-cases.ts';
import { anOutcome, aTask, biller, now } from '../../factories/tasks.ts';

const task = aTask({ actions: ['resubmit', 'bill-other-payer'] });
const taskCase = aDenialCase({ payers });

const stated = (fields: Record<string, string>) =>
  parseTaskForm(
    readForm(String(new URLSearchParams({ action: 'bill-other-payer', ...fields }))),
    { task, taskCase },
    { by: biller, at: now.toISOString() },
  );

const decide = async (otherPayer: TaskOutcome['otherPayer'], claim: Claim = injectionClaim()) => {
  const closed: TaskOutcome[] = [];
  const asked: Task = { ...task, claimId: claim.claimId, basis: basisOf(claim) };
  const completed = await completeTask(asked, anOutcome({ action: 'bill-other-payer', otherPayer }), {
    closeTask: async (_task, outcome) => closed.push(outcome) > 0,
    getTask: async () => asked,
    carryOut: async () => undefined,
    answerWait: async () => undefined,
    findClaim: async () => claim,
    listPayers: async () => payers,
    getPractice: async () => {
      throw new Error('No second person is asked');
    },
    saveOpenTask: async () => true,
    signLink: async () => '',
    sendMail: async () => undefined,
  } as Parameters<typeof completeTask>[2]);
  return { closed, findings: completed.success ? [] : completed.findings };
};

describe('the page on which another payer is named', () => {
  const page = (at: Date) => taskPage({ task, taskCase, now: at }).markup;

  it('offers the payers on record, each with the last day of its own contract', () => {
    for (const one of payers)
      expect(page(now)).toContain(`<option value="${one.payerId}">${one.name}</option>`);
    expect(page(now)).toMatch(/New claims are taken by .*Northwind Health Plan until /);
    expect(page(now)).toContain('As it is now: Northwind Health Plan.');
  });

  it('says what late means where the limit is over', () => {
    expect(page(new Date('2029-01-01T10:00:00.000Z'))).toMatch(
      /The limit of Cascade Mutual for new claims passed on .* as late \(CARC 29\)/,
    );
  });

  it('reads payer, place, numbers and who holds the policy', () => {
    const fields = {
      ...{ 'other.payerId': 'cascade', 'other.place': 'first', 'other.memberId': ' CM1 ' },
      ...{ 'other.relationship': 'Spouse', 'other.holderLastName': 'Okafor', 'other.holderFirstName': 'Ben' },
      ...{ 'other.holderDateOfBirth': '1960-01-02', 'other.holderGender': 'm' },
    };
    expect(stated(fields)).toMatchObject({
      data: {
        action: 'bill-other-payer',
        otherPayer: {
          ...{ payerId: 'cascade', place: 'first', memberId: 'CM1', relationship: 'spouse' },
          policyHolder: { lastName: 'Okafor', firstName: 'Ben', dateOfBirth: '1960-01-02', gender: 'M' },
        },
      },
    });
  });

  it.each([
    [{ 'other.place': 'first' }, 'other.payerId', 'Choose a payer'],
    [{ 'other.payerId': 'cascade' }, 'other.place', /^Choose whether/],
    [
      { 'other.payerId': 'cascade', 'other.place': 'first', 'other.relationship': 'aunt' },
      'other.relationship',
      /^Write self/,
    ],
  ] as const)('says beside its field what is missing: %o', (fields, path, detail) => {
    expect(stated(fields)).toMatchObject({
      success: false,
      findings: [{ path, detail: typeof detail === 'string' ? detail : expect.stringMatching(detail) }],
    });
  });
});

describe('a payer that cannot be billed', () => {
  it.each([
    [
      { payerId: 'nobody', place: 'instead', memberId: 'X1' },
      'payer-unknown',
      /no payer nobody on record: enter/,
    ],
    [{ payerId: 'northwind', place: 'instead', memberId: 'X1' }, 'nothing-changed', /^Nothing is changed/],
    [{ payerId: 'northwind', place: 'first' }, 'nothing-changed', /^Nothing is changed/],
    [{ payerId: 'cascade', place: 'instead' }, 'empty', /^Write the member id .* with Cascade/],
    [
      { payerId: 'cascade', place: 'first', memberId: 'C1', relationship: 'spouse' },
      'coverage-wrong',
      /^Name who/,
    ],
  ] as const)('is refused in words: %o', async (otherPayer, code, detail) => {
    const { closed, findings } = await decide(otherPayer);
    expect(findings).toMatchObject([{ code, detail: expect.stringMatching(detail) }]);
    expect(closed).toEqual([]);
  });

  it('is one that comes after this one and stands there already', async () => {
    const { findings } = await decide(
      { payerId: 'cascade', place: 'next' },
      injectionClaim({ nextPayers: [{ ...nextPayer, payerName: payers[1]?.name ?? '' }] }),
    );
    expect(findings).toMatchObject([{ code: 'nothing-changed' }]);
  });

  it('is Medicare as a later payer without the reason for it', async () => {
    const medicare = payer({ payerId: 'northwind', claimFilingIndicator: 'MB' });
    const { checkOtherPayer } = await import('../../../functions/domain/coordination/payer-order.ts');
    const known = [medicare, ...payers.slice(1)];
    const said = { payerId: 'cascade', place: 'first', memberId: 'C1' } as const;
    expect(checkOtherPayer(injectionClaim(), said, known)).toMatchObject([{ code: 'medicare-later' }]);
    expect(checkOtherPayer(injectionClaim(), { ...said, insuranceType: '12' }, known)).toEqual([]);
  });

  it('is none where another action is taken, or where none is named', async () => {
    const { findings } = await decide(undefined);
    expect(findings).toMatchObject([{ code: 'payer-missing' }]);
  });

  it('is taken where it can be billed', async () => {
    const { closed } = await decide({ payerId: 'cascade', place: 'instead', memberId: 'C1' });
    expect(closed).toHaveLength(1);
  });
});
