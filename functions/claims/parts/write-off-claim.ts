import type { Claim } from '../../domain/claim.ts';
import type { ClaimChange } from '../../domain/claim-change.ts';
import { claimPosition, decidedAbout } from '../../domain/position.ts';
import type { Task } from '../../domain/task.ts';
import { decided, outcomeOf } from '../decide.ts';

/** Writes off what is open, in cents, with the reason and the person; only a decided task can do this. */
export const writeOffClaim = (claim: Claim, task: Task): ClaimChange | undefined => {
  const { open } = claimPosition(claim);
  const { note, by, writeOffReason } = outcomeOf(task);
  const writeOff = {
    amount: open,
    reason: note,
    decidedBy: by,
    taskId: task.taskId,
    about: decidedAbout(claim),
    ...(writeOffReason && { code: writeOffReason }),
  };
  return decided(claim, task, { writeOffs: [...claim.writeOffs, writeOff] }, { amount: open });
};
