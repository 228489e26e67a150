import type { Claim } from '../../domain/claim.ts';
import type { ClaimChange } from '../../domain/claim-change.ts';
import { billedParts, claimPosition, decidedAbout } from '../../domain/position.ts';
import type { Task } from '../../domain/task.ts';
import { fitting, partsThat } from '../../domain/tasks/open-parts.ts';
import { cents } from '../../edi/money.ts';
import { decided, outcomeOf } from '../decide.ts';

/**
 * Writes off and bills to the patient what a person decided of single adjustments, in cents; everything else stays
 * open. What no longer fits the claim is left out, and told by the amounts of the event.
 */
export const decideParts = (claim: Claim, task: Task): ClaimChange | undefined => {
  const { note, by, parts = [], writeOffReason } = outcomeOf(task);
  const fit = fitting(claim, parts);
  const given = partsThat('write-off', fit);
  const billed = partsThat('bill-patient', fit);
  const about = decidedAbout(claim);
  const writeOff = {
    ...{ amount: given.amount, reason: note, decidedBy: by, taskId: task.taskId, about },
    ...(writeOffReason && { code: writeOffReason }),
    parts: [...given.parts],
  };
  return decided(
    claim,
    task,
    {
      ...(given.amount > 0 && { writeOffs: [...claim.writeOffs, writeOff] }),
      ...(billed.amount > 0 && {
        patientBilled: cents(claimPosition(claim).patientBalance + billed.amount),
        patientBilledAbout: about,
        patientBilledParts: [...billedParts(claim), ...billed.parts],
      }),
    },
    { writtenOff: given.amount, billedToPatient: billed.amount },
  );
};
