import { describe, expect, it } from 'vitest';
import { renderCallList } from '../../../cli/follow-up/render-follow-up.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { callList } from '../../../functions/domain/follow-up/call-list.ts';
import { type StatusOutcome, statusOutcomes } from '../../../functions/domain/follow-up/payer-status.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { claim } from '../../factories/claims.ts';
import { payers } from '../../factories/payers.ts';
import { aTask } from '../../factories/tasks.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

const task = (claimId: string, change: Partial<Task> = {}): Task =>
  aTask({ taskId: `task-of-${claimId}`, claimId, kind: 'no-answer', ...change });

const listOf = (claims: readonly Claim[], tasks: readonly Task[]) => callList({ claims, tasks, payers }, now);

const said = (outcome: StatusOutcome): Partial<Claim> => ({
  payerStatus: {
    submissionNumber: 1,
    inquiry: 0,
    at: '2026-11-01T10:00:00.000Z',
    outcome,
    codes: [{ category: 'F1', status: '65' }],
    trace: 'CK100',
  },
});

describe('the call list', () => {
  it('has the claims that a payer is to be called about, by payer, the most pressing first', () => {
    const ids = ['C00000000001A', 'C00000000002A', 'C00000000003A', 'C00000000004A'];
    const claims = ids.map((claimId, index) =>
      claim({ claimId, payerId: index === 3 ? 'cascade' : 'northwind', followUps: 2 }),
    );
    const dues = [
      '2026-11-05T00:00:00Z',
      '2026-11-03T00:00:00Z',
      '2026-11-04T00:00:00Z',
      '2026-11-09T00:00:00Z',
    ];
    const tasks = ids.map((id, index) =>
      task(id, { due: dues[index] ?? '', kind: index === 2 ? 'denial' : 'no-answer' }),
    );
    const list = listOf(claims, tasks);
    expect(
      list.payers.map(({ payerId, open, calls }) => [payerId, open, calls.map((call) => call.claimId)]),
    ).toEqual([
      ['cascade', 23_000, [ids[3]]],
      ['northwind', 46_000, [ids[1], ids[0]]],
    ]);
  });

  it('has what a caller needs: numbers, last answer, value and age', () => {
    const of = claim({ ...said('finalized'), payerControlNumber: 'ICN900100', followUps: 1 });
    const [group] = listOf([of], [task(of.claimId, { kind: 'missing-remittance' })]).payers;
    expect(group?.calls[0]).toMatchObject({
      references: { sentAs: 'C0000000000A1-1', payerControlNumbers: ['ICN900100'], payment: 'CK100' },
      lastAnswer: { on: '2026-11-01', codes: ['F1:65'] },
      inquiries: 1,
      open: 23_000,
      days: 19,
    });
  });

  it('asks something else after each word of the payer', () => {
    const persons = statusOutcomes.filter((one) => one !== 'pending' && one !== 'unanswered');
    const asked = persons.map((outcome) => {
      const of = claim(said(outcome));
      return listOf([of], [task(of.claimId)]).payers[0]?.calls[0]?.ask.join(' ') ?? '';
    });
    const silent = listOf([claim()], [task('C0000000000A1')]).payers[0]?.calls[0]?.ask.join(' ');
    const appeal = listOf([claim({ status: 'appealed' })], [task('C0000000000A1')]).payers[0]?.calls[0]?.ask;
    expect(new Set([...asked, silent, appeal?.join(' ')]).size).toBe(persons.length + 2);
    expect(asked.every((one) => one.length > 20)).toBe(true);
  });

  it('has files whose partner does not answer', () => {
    const title = '999 of file 000000123 of 3 March has not come; 12 claims wait';
    const files = [aTask({ kind: 'missing-acknowledgement', claimId: undefined, title })];
    expect(listOf([], files).files.map((one) => one.title)).toEqual([title]);
    expect(renderCallList(listOf([], files))).toContain(title);
  });

  it('names nobody: no name, no birth date, no day of service, no member number', () => {
    const of = claim({ ...said('information-requested') });
    const list = listOf([of], [task(of.claimId, { kind: 'information-requested' })]);
    for (const text of [JSON.stringify(list), renderCallList(list)]) {
      const { patient, coverage, dateOfService } = of;
      const facts = [
        patient.lastName,
        patient.firstName,
        patient.dateOfBirth,
        coverage.memberId,
        dateOfService,
      ];
      for (const fact of facts) expect(text).not.toContain(fact);
      expect(text).toContain('C0000000000A1-1');
    }
  });

  it('says so where nobody has to be called', () => {
    expect(renderCallList(listOf([claim()], []))).toBe('Nobody has to be called');
  });
});
