import type { Claim } from '../../../functions/domain/claim.ts';
import type { Mail } from '../../../functions/domain/mail.ts';
import type { Task, TaskOutcome } from '../../../functions/domain/task.ts';
import { revised } from '../../../functions/domain/tasks/revision.ts';
import type { UndoTaskEffects } from '../../../functions/tasks/undo/undo-task.ts';
import { practice } from '../../factories/practices.ts';

/** One task and its claim in memory: as in the store, whoever read either before it was written last writes nothing. */
export const undoWorld = (task: Task, claim?: Claim) => {
  const state = {
    task,
    claim,
    mails: [] as Mail[],
    lifecycles: [] as { name: string; input: object }[],
  };
  const write = (next: Task, standing: Task['status']): boolean => {
    const isAsRead = (next.revision ?? 0) === (state.task.revision ?? 0) + 1;
    if (state.task.status !== standing || !isAsRead) return false;
    state.task = next;
    return true;
  };
  const effects: UndoTaskEffects = {
    getPractice: async () => practice({ timeZone: 'America/Chicago' }),
    findTask: async (taskId) => (taskId === state.task.taskId ? state.task : undefined),
    getTask: async () => state.task,
    saveOpenTask: async (next) => write(next, 'open'),
    reopenTask: async (next) => write(next, 'done'),
    closeTask: async (read: Task, outcome: TaskOutcome) =>
      write(revised({ ...read, status: 'done', outcome }), 'open'),
    findClaim: async () => state.claim,
    findQueued: async () => undefined,
    findOutbox: async () => undefined,
    writeTogether: async ([own]) => {
      if (!own || own.before.version !== state.claim?.version) return false;
      state.claim = { ...own.change.claim, version: own.before.version + 1 };
      return true;
    },
    findEncounter: async () => undefined,
    changeEncounter: async () => {
      throw new Error('There is no visit here');
    },
    claimsOfEncounter: async () => [],
    tasksOfEncounter: async () => [],
    writeVisitUndo: async () => false,
    startCoding: async (name) => name,
    forgetReview: async () => undefined,
    answerWait: async () => undefined,
    endRound: async () => undefined,
    startClaimLifecycle: async (name, input) => void state.lifecycles.push({ name, input }),
    signLink: async () => 'https://x.example/t/a.b',
    sendMail: async (mail) => void state.mails.push(mail),
  };
  return { state, effects };
};
