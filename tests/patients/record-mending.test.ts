import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { coveragesOn } from '../../functions/domain/patients/coverage-record.ts';
import { mendRecord, proposedMendings, saysAlready } from '../../functions/domain/patients/mend-record.ts';
import type { PatientFile } from '../../functions/domain/patients/patient-record.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { mendByTask } from '../../functions/patients/mending/mend-record.ts';
import { proposeMending, withdrawMended } from '../../functions/patients/mending/propose-mending.ts';
import { claim } from '../factories/claims.ts';
import { coverageRecord, patientFile } from '../factories/patients/coverage-records.ts';
import { nextPayer } from '../factories/payers.ts';
import { anOutcome, aTask, biller, now } from '../factories/tasks.ts';

const told = { on: '2026-11-02', by: 'person', actor: biller, source: 'a test' } as const;

const own = claim().coverage;
const recordOf = (memberId = 'OLD-1'): PatientFile =>
  patientFile([coverageRecord({ ...own, memberId })], {
    lastName: 'OLD',
    firstName: claim().patient.firstName,
    dateOfBirth: claim().patient.dateOfBirth,
  });

const world = (file: PatientFile = recordOf()) => {
  const state = { file, tasks: new Map<string, Task>(), raised: 0 };
  const effects = {
    findPatient: async () => state.file,
    tasksByStatus: async () => [...state.tasks.values()].filter(({ status }) => status === 'open'),
    closeTask: async (task: Task, outcome: TaskOutcome) =>
      state.tasks.set(task.taskId, { ...task, status: 'done', outcome }),
    raiseTask: async (draft: TaskDraft, subject: { readonly taskId: string }) => {
      const { limits: _none, ...rest } = draft;
      if (state.tasks.has(subject.taskId)) return;
      state.raised++;
      state.tasks.set(
        subject.taskId,
        aTask({ ...rest, ...subject, reasons: [...draft.reasons], actions: [...draft.actions] }),
      );
    },
    changePatient: async (
      _name: unknown,
      decide: (before: PatientFile) => { file: PatientFile } | undefined,
    ) => {
      state.file = decide(state.file)?.file ?? state.file;
      return state.file;
    },
    zoneOf: async () => 'America/Chicago' as const,
  };
  const correct = (correction: TaskOutcome['correction'], change: Partial<Claim> = {}) =>
    proposeMending(claim(change), anOutcome({ action: 'resubmit', correction }), now, effects);
  const open = () => [...state.tasks.values()].filter(({ status }) => status === 'open');
  const decide = async (task: Task, action: 'mend-record' | 'keep-record') => {
    const done: Task = { ...task, status: 'done', outcome: anOutcome({ action, note: 'The card says so' }) };
    state.tasks.set(task.taskId, done);
    await mendByTask(done, effects as never);
  };
  return { state, effects, correct, open, decide };
};

describe('a correction of a claim', () => {
  it('proposes each corrected field that the record has otherwise, to the front desk, without values in a mail', async () => {
    const { correct, open } = world();
    await correct({ memberId: own.memberId, patientLastName: claim().patient.lastName });
    expect(open().map(({ kind, owner, mending }) => [kind, owner, mending?.field])).toEqual([
      ['record-mending', 'front-desk', 'lastName'],
      ['record-mending', 'front-desk', 'coverage'],
    ]);
    const mailed = open().flatMap(({ title, advice, reasons }) => [
      ...[title, advice],
      ...reasons.filter(({ pageOnly }) => !pageOnly).map(({ text }) => text),
    ]);
    for (const value of ['OLD', own.memberId, claim().patient.lastName])
      expect(mailed.join(' ')).not.toContain(value);
  });

  it('proposes nothing of what was not corrected, or the record says already', async () => {
    const { correct, open, state } = world();
    await correct({ priorAuthorization: 'A1' });
    await correct({ patientFirstName: claim().patient.firstName });
    expect([open(), state.raised]).toEqual([[], 0]);
  });

  it('says nothing of other visits where an accident’s payer was corrected', async () => {
    const accident = { causes: ['auto' as const], date: '2026-10-01', state: 'OR' };
    const { correct, open } = world();
    await correct({ memberId: own.memberId }, { visit: { accident } });
    expect(open()).toEqual([]);
  });

  it('is one open proposal for a field: a later one takes its place, the same again is the same', async () => {
    const { correct, open, state } = world();
    await correct({ memberId: own.memberId });
    await correct({ memberId: own.memberId });
    expect([open().length, state.raised]).toEqual([1, 1]);
    await correct({ memberId: 'NEWER-3' }, { coverage: { ...own, memberId: 'NEWER-3' } });
    expect(open().map(({ mending }) => mending?.coverages?.[0]?.memberId)).toEqual(['NEWER-3']);
    expect(state.raised).toBe(2);
  });

  it('accepted, changes the record; the next claim of the patient is made with it', async () => {
    const { correct, open, decide, state } = world();
    await correct({ memberId: own.memberId, patientLastName: claim().patient.lastName });
    for (const task of open()) await decide(task, 'mend-record');
    const [coverage] = coveragesOn(state.file.coverages, '2026-12-01');
    expect(coverage?.coverage.memberId).toBe(own.memberId);
    expect(state.file.record.demographics.lastName).toBe(claim().patient.lastName);
    expect(state.file.coverages).toHaveLength(1);
  });

  it('refused, keeps the record, and is not proposed again as long as the record says the same', async () => {
    const { correct, open, decide, state } = world();
    const before = state.file;
    await correct({ memberId: own.memberId });
    for (const task of open()) await decide(task, 'keep-record');
    await correct({ memberId: own.memberId });
    expect([state.file, open(), state.raised]).toEqual([before, [], 1]);
  });

  it('is withdrawn when the record says so by now', async () => {
    const { correct, open, effects } = world();
    await correct({ memberId: own.memberId });
    await withdrawMended(recordOf('ANOTHER-2'), now, effects);
    expect(open()).toHaveLength(1);
    await withdrawMended(recordOf(own.memberId), now, effects);
    expect(open()).toEqual([]);
  });
});

it('another order of payers is proposed as a whole, and a mended record has it on that day', () => {
  const ids = ['northwind', 'cascade', 'prairie', 'granite'];
  const place = fc.constantFrom('P', 'S', 'T' as const);
  const kept = fc.uniqueArray(
    fc.record({ payerId: fc.constantFrom(...ids), responsibility: place, stated: fc.boolean() }),
    { selector: ({ payerId }) => payerId, maxLength: 3 },
  );
  const wanted = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(kept, wanted, (some, order) => {
      const records = some.map(({ payerId, responsibility, stated }) =>
        coverageRecord(
          { payerId, responsibility },
          stated ? {} : { stated, seen: [{ by: 'visit/E1', on: '2026-10-01' }] },
        ),
      );
      const [first, ...others] = order.map((payerId, at) => ({
        ...{ payerId, memberId: `N-${payerId}`, relationship: 'self' as const },
        responsibility: (['P', 'S', 'T'] as const)[at] ?? 'T',
      }));
      if (!first) return;
      const billed = claim({
        coverage: first,
        nextPayers: others.map((coverage) => ({ ...nextPayer, coverage })),
      });
      const file = patientFile(records);
      const otherPayer = { payerId: first.payerId, place: 'first' };
      const [proposed, ...more] = proposedMendings(billed, { otherPayer }, file);
      expect(more).toEqual([]);
      if (!proposed) throw new Error('No record has these numbers');
      const after = mendRecord(file, proposed, told)?.file;
      if (!after) throw new Error('It is mended');
      const now = coveragesOn(after.coverages, billed.dateOfService).map(({ coverage }) => coverage);
      expect(now.map(({ payerId, memberId }) => `${payerId} ${memberId}`)).toEqual(
        order.map((payerId) => `${payerId} N-${payerId}`),
      );
      expect(saysAlready(after, proposed)).toBe(true);
      expect(mendRecord(after, proposed, told)).toBeUndefined();
      // What was so the day before stays so for whom the order is not about.
      const gone = some.filter(({ payerId, stated }) => stated && !order.includes(payerId));
      const dayBefore = after.coverages
        .filter(({ to }) => to !== undefined)
        .map((one) => one.coverage.payerId);
      for (const { payerId } of gone)
        if (coveragesOn(records, billed.dateOfService).some(({ coverage }) => coverage.payerId === payerId))
          expect(dayBefore).toContain(payerId);
    }),
    { numRuns: 300 },
  );
});
