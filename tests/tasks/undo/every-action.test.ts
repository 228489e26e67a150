import { describe, expect, it } from 'vitest';
import {
  type TaskAction as Action,
  batchActions,
  recordActions,
  type Task,
  TaskAction,
} from '../../../functions/domain/task.ts';
import { Handling } from '../../../functions/domain/tasks/handling.ts';
import { VisitTaskKind } from '../../../functions/domain/tasks/visit-task.ts';
import { undoStateOf } from '../../../functions/domain/undo/undo-state.ts';
import { visitUndoStateOf } from '../../../functions/domain/undo/visit/visit-undo-state.ts';
import { undoStateOfTask } from '../../../functions/tasks/undo/undo-task.ts';
import { adjudicated } from '../../factories/claims.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { anOutcome, aTask, decidedTask, now } from '../../factories/tasks.ts';
import { undoWorld } from './undo-world.ts';

/** Each action with the way it is taken back, or why nobody takes it back. An action that is added has to say. */
const ways: Readonly<Record<Action, 'visit' | 'claim' | 'task' | { readonly none: string }>> = {
  'confirm-codes': 'visit',
  'check-again': 'visit',
  'bill-as-is': 'visit',
  'not-billable': 'visit',
  resubmit: 'claim',
  appeal: 'claim',
  'bill-next-payer': 'claim',
  'bill-patient': 'claim',
  'write-off': 'claim',
  'keep-waiting': 'claim',
  'decide-parts': 'claim',
  'let-stand': 'claim',
  'bill-other-payer': 'claim',
  void: 'claim',
  dismiss: 'task',
  withdraw: { none: 'news decides it, and nobody: what is left to decide comes as a task' },
  'start-over': { none: 'documents decide it, and nobody: the visit is read anew' },
  'send-again': {
    none: 'carried out for each claim by itself, whose transmissions leave or are worked one by one',
  },
  'work-each': { none: 'sends nothing: each claim is a task of its own, where it is sent again' },
  'mend-record': { none: 'the record of the patient keeps its versions, and is told there as it is' },
  'start-again': { none: 'the work goes on from where it stands, as it would have' },
  'keep-record': { none: 'nothing was changed, and the record can be told at any time' },
};

/** What is done without deciding, the same way. */
const handlingWays: Readonly<Record<Handling, 'handling' | { readonly none: string }>> = {
  'hand-over': 'handling',
  hold: 'handling',
  'add-note': 'handling',
  'mail-again': { none: 'the mail is out' },
};

const at = { now, timeZone: 'America/Chicago' } as const;

const claimStateOf = (action: Action) => {
  const task = decidedTask(action);
  const claim = adjudicated({
    decisions: [{ taskId: task.taskId, action, by: anOutcome().by }],
    beforeDecision: { taskId: task.taskId, about: [], was: {} },
  });
  return undoStateOf(task, claim, {}, at);
};

const visitTask = (kind: Task['kind'], action: Action): Task => {
  const { claimId: _none, ...task } = aTask({ kind, status: 'done', outcome: anOutcome({ action }) });
  return task;
};

const visitStateOf = (kind: Task['kind'], action: Action) => {
  const task = visitTask(kind, action);
  const encounter = anEncounter({
    status: 'coded',
    textKey: 'extracted/maple-street/E1014/d.txt',
    beforeDecision: { taskId: task.taskId, was: {} },
  });
  return visitUndoStateOf(task, encounter, { made: [], later: { taskId: 'later' } }, at);
};

describe('every action has its undo, or a reason why there is none', () => {
  it.each(TaskAction.options.map((action) => [action, ways[action]] as const))('%s', async (action, way) => {
    expect(claimStateOf(action) !== undefined).toBe(way === 'claim');
    for (const kind of VisitTaskKind.options)
      expect([kind, visitStateOf(kind, action) !== undefined]).toEqual([kind, way === 'visit']);
    const task = decidedTask(action);
    const state = await undoStateOfTask(task, { timeZone: at.timeZone }, now, undoWorld(task).effects);
    if (way === 'task') expect(state).toMatchObject({ kind: 'open' });
    if (typeof way === 'object') expect(way.none.length).toBeGreaterThan(10);
    // Of what a person decided the page says why there is no way back.
    if ([...batchActions, ...recordActions].some((one) => one === action))
      expect(state).toMatchObject({ kind: 'left' });
  });

  it('names no action and no handling that there is not', () => {
    expect(Object.keys(ways).toSorted()).toEqual(TaskAction.options.toSorted());
    expect(Object.keys(handlingWays).toSorted()).toEqual(Handling.options.toSorted());
  });
});
