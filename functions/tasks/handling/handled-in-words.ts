import { describeActor } from '../../domain/actor.ts';
import type { Task } from '../../domain/task.ts';
import type { HandlingEntry } from '../../domain/tasks/handling.ts';
import { actionWords } from '../wording.ts';

const done: Record<HandlingEntry['handling'], string> = {
  'hand-over': 'handed the task over',
  hold: 'put the task on hold',
  'add-note': 'noted something',
  'mail-again': 'had the task mailed again',
  'propose-no-more': 'took a proposal back',
  reopen: 'opened the task again',
  'take-back': 'took something back',
};

/** What people did with a task since it was read, with what they said, for whoever was about to do something else. */
export const handledInWords = (read: Task, now: Task): string => {
  const since = now.history
    .slice(read.history.length)
    .map(({ handling, by, to, note }) =>
      [`${describeActor(by)} ${done[handling]}${to ? ` (${to})` : ''}`, note].filter(Boolean).join(': '),
    );
  const { proposal } = now;
  const proposed =
    proposal && proposal.at !== read.proposal?.at
      ? [`${describeActor(proposal.by)} proposed: ${actionWords[proposal.action].title}`]
      : [];
  return `Meanwhile ${[...since, ...proposed].join('; ') || 'the task was changed'}. Look again`;
};
