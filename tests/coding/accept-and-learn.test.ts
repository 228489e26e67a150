import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AcceptingEffects,
  acceptAndLearn,
  acceptCodesOutcomes,
} from '../../functions/coding/accept-and-learn.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import { EditFinding } from '../../functions/domain/visit/edit-finding.ts';
import { anEncounter } from '../factories/encounters.ts';
import { aCodingTask, anOutcome } from '../factories/tasks.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const id = { practiceId: 'maple-street', encounterId: 'E1014' };
const codes = {
  diagnoses: ['M10.9'],
  services: [{ procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] }],
};
const task = aCodingTask({
  status: 'done',
  outcome: anOutcome({
    action: 'confirm-codes',
    correction: { codes, support: [{ code: 'M10.9', quote: 'gout' }] },
  }),
});

/** A store of one encounter, and what the memory was told. */
const store = (encounter: Encounter = anEncounter()) => {
  const learned: unknown[] = [];
  const state = { encounter };
  const effects: AcceptingEffects = {
    getTask: async () => task,
    changeEncounter: async (_, patch) => {
      state.encounter = { ...state.encounter, ...patch(state.encounter) };
      return state.encounter;
    },
    addTermDecisions: async (_, taskId, decisions) => {
      learned.push([taskId, decisions]);
    },
    forgetReview: async (_, reviewId) => void learned.push(['forgot', reviewId]),
  };
  return { state, learned, effects };
};

describe('acceptAndLearn', () => {
  it('takes the codes of the task, and the memory learns from their review', async () => {
    const { state, learned, effects } = store();
    expect(await acceptAndLearn({ ...id, taskId: task.taskId }, effects)).toBe('accepted');
    expect(state.encounter).toMatchObject({ status: 'coded', codes });
    expect(learned).toEqual([
      [task.taskId, expect.arrayContaining([expect.objectContaining({ kind: 'phrase', code: 'M10.9' })])],
    ]);
  });

  it('has the outcomes that it names, and no other', async () => {
    const outcomes = ['confirm-codes', 'start-over', 'check-again', 'not-billable'] as const;
    const ended = outcomes.map(async (action) => {
      const { effects } = store();
      const outcome = {
        ...anOutcome({ action }),
        ...(action === 'confirm-codes' && { correction: { codes } }),
      };
      const getTask = async () => ({ ...task, outcome });
      return acceptAndLearn({ ...id, taskId: task.taskId }, { ...effects, getTask });
    });
    expect(await Promise.all(ended)).toEqual(acceptCodesOutcomes);
  });

  it('keeps why the warnings that the task showed are answered, once, and leaves blocks and others alone', async () => {
    const warning = (code: string) =>
      EditFinding.parse({ code, path: 'codes.diagnoses[1]', detail: `${code}.`, severity: 'warn' });
    const block = EditFinding.parse({ code: 'blocks', path: 'codes.diagnoses[1]', detail: 'No.' });
    const { state, effects } = store(anEncounter({ findings: [warning('shown'), warning('unseen'), block] }));
    const reasons = ['shown', 'blocks'].map((code) => ({ code: `${code} codes.diagnoses[1]`, text: '' }));
    const outcome = anOutcome({ action: 'bill-as-is', note: 'Unrelated, says the note.' });
    const getTask = async () => ({ ...task, reasons, outcome });
    const answer = () => acceptAndLearn({ ...id, taskId: task.taskId }, { ...effects, getTask });
    expect([await answer(), await answer()]).toEqual(['check-again', 'check-again']);
    const kept = { code: 'shown', detail: 'shown.', reason: outcome.note, by: outcome.by, at: outcome.at };
    expect(state.encounter.overrides).toEqual([kept]);
  });

  it.each(['start-over', 'check-again'] as const)(
    'counts a task that ended with %s once, and leaves the codes',
    async (action) => {
      const { state, effects } = store(anEncounter({ codes, status: 'coded' }));
      const getTask = async () => ({ ...task, outcome: anOutcome({ action }) });
      for (let nth = 0; nth < 2; nth++)
        await acceptAndLearn({ ...id, taskId: task.taskId }, { ...effects, getTask });
      expect(state.encounter).toMatchObject({ restartedFor: [task.taskId], codes, status: 'coded' });
    },
  );

  it('closes a visit of which nothing is billed, with the reason', async () => {
    const { state, effects } = store();
    const outcome = anOutcome({ action: 'not-billable', note: 'within the global period' });
    await acceptAndLearn(
      { ...id, taskId: task.taskId },
      { ...effects, getTask: async () => ({ ...task, outcome }) },
    );
    expect(state.encounter).toMatchObject({
      status: 'not-billable',
      notBillable: { reason: 'within the global period', by: outcome.by },
    });
  });

  it('takes the policy’s codes anew where the visit is read again', async () => {
    const proposal = { ...codes, diagnoses: ['I10'] };
    const before = anEncounter({ proposal: codes });
    const { state, effects } = store(before);
    await acceptAndLearn(id, effects);
    const [document] = [before.document];
    if (!document) throw new TypeError('A visit has a document');
    const addendum = { ...document, key: 'practices/maple-street/encounters/E1014/a.txt', digest: 'e' };
    state.encounter = { ...state.encounter, furtherDocuments: [addendum], proposal };
    await acceptAndLearn(id, effects);
    expect(state.encounter.codes).toEqual(proposal);
  });

  it('learns nothing of codes that the policy took', async () => {
    const { state, learned, effects } = store(anEncounter({ proposal: codes }));
    await acceptAndLearn(id, effects);
    expect(state.encounter.status).toBe('coded');
    expect(learned).toEqual([]);
  });

  it('learns again when a run died between codes and memory, whose store counts once', async () => {
    const { state, learned, effects } = store();
    const step = { ...id, taskId: task.taskId };
    const dying = { ...effects, addTermDecisions: () => Promise.reject(new Error('throttled')) };
    await expect(acceptAndLearn(step, dying)).rejects.toThrow('throttled');
    const { codingRounds } = state.encounter;
    await acceptAndLearn(step, effects);
    expect(state.encounter.codingRounds).toBe(codingRounds);
    expect(learned).toHaveLength(1);
  });
});
