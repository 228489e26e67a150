import { stepActor } from '../../domain/actor.ts';
import type { Claim } from '../../domain/claim.ts';
import { shortDigest } from '../../domain/digest.ts';
import {
  mendingKey,
  proposedAs,
  proposedMendings,
  saysAlready,
  standsAs,
} from '../../domain/patients/mend-record.ts';
import { type FindPatient, idsOf, type PatientFile } from '../../domain/patients/patient-record.ts';
import type { RecordMending } from '../../domain/patients/record-mending.ts';
import type { Task, TaskOutcome } from '../../domain/task.ts';
import type { TaskDraft } from '../../domain/task-draft.ts';

export type ProposeMendingEffects = {
  readonly findPatient: FindPatient;
  readonly tasksByStatus: (practiceId: string, status: 'open') => Promise<readonly Task[]>;
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<unknown>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: Pick<Task, 'practiceId' | 'taskId' | 'claimId' | 'encounterId'>,
  ) => Promise<unknown>;
};

/** The open proposals about a patient, whichever of the person's numbers they name. */
const openProposals = async (
  file: PatientFile,
  { tasksByStatus }: Pick<ProposeMendingEffects, 'tasksByStatus'>,
): Promise<readonly Task[]> => {
  const ids = idsOf(file);
  const open = await tasksByStatus(file.record.practiceId, 'open');
  return open.filter(({ mending }) => mending !== undefined && ids.includes(mending.patientId));
};

/**
 * Proposes to the front desk what a decision on a claim says of the patient otherwise than the record: one open proposal
 * for each field, the last word in place of the one before. What was refused as the record stands is not proposed again.
 */
export const proposeMending = async (
  claim: Claim,
  outcome: TaskOutcome | undefined,
  now: Date,
  effects: ProposeMendingEffects,
): Promise<void> => {
  if (outcome?.correction === undefined && outcome?.otherPayer === undefined) return;
  const { practiceId, patientId, claimId, encounterId } = claim;
  const file = await effects.findPatient({ practiceId, patientId });
  const proposed = file ? proposedMendings(claim, outcome, file) : [];
  if (!file || proposed.length === 0) return;
  const open = await openProposals(file, effects);
  for (const mending of proposed) {
    const taskId = taskIdOf(file, mending);
    const same = open.filter(
      (task) => task.mending && mendingKey(task.mending) === mendingKey(mending) && task.taskId !== taskId,
    );
    for (const task of same)
      await effects.closeTask(task, withdrawn(now, 'A later correction says otherwise.'));
    await effects.raiseTask(describeMending(file, mending), { practiceId, taskId, claimId, encounterId });
  }
};

/** Known by what the record says and what it would say: the same again is the same proposal, be it refused. */
const taskIdOf = (file: PatientFile, mending: RecordMending): string => {
  const { practiceId, patientId } = file.record;
  const said = [practiceId, patientId, mendingKey(mending), standsAs(file, mending), proposedAs(mending)];
  return `${shortDigest(JSON.stringify(said))}-mending`;
};

const withdrawn = (now: Date, note: string): TaskOutcome => ({
  action: 'withdraw',
  by: stepActor('mend-record'),
  at: now.toISOString(),
  note,
});

/** Withdraws proposals that a patient's record says by now. */
export const withdrawMended = async (
  file: PatientFile,
  now: Date,
  effects: Pick<ProposeMendingEffects, 'tasksByStatus' | 'closeTask'>,
): Promise<void> => {
  for (const task of await openProposals(file, effects))
    if (task.mending && saysAlready(file, task.mending))
      await effects.closeTask(task, withdrawn(now, 'The record says so by now.'));
};

const fieldWords: Readonly<Record<RecordMending['field'], string>> = {
  lastName: 'last name',
  firstName: 'first name',
  dateOfBirth: 'birth date',
  coverage: 'policy of a payer',
  payers: 'payers, or their order',
};

/** The front desk's work. No values: it is mailed; its page shows both. */
const describeMending = (file: PatientFile, mending: RecordMending): TaskDraft => ({
  kind: 'record-mending',
  owner: 'front-desk',
  title: 'A claim was corrected, and the patient’s record was not',
  reasons: [
    {
      code: 'record',
      text: `The claim went out with another ${fieldWords[mending.field]} than the patient’s record has: the next visit would fail alike`,
    },
    {
      code: 'compare',
      text: `The record: ${standsAs(file, mending)}. The claim: ${proposedAs(mending)}.`,
      pageOnly: true,
    },
  ],
  advice:
    'Compare both with the card, or ask the patient. Mend the record where the claim is right; where the record is, keep it and say why.',
  actions: ['mend-record', 'keep-record'],
  mending,
});
