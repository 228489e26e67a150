import type { ChangePatient, FindPatient, PatientFile } from './patient-record.ts';

/** Hears what a patient's record is about to say. */
export type FollowPatient = (before: PatientFile | undefined, after: PatientFile) => Promise<void>;

/**
 * Changing patients' records, of which somebody hears before they are written: a crash between the two then has it told
 * again with the change, and never a change of which nobody was told.
 */
export const followed =
  (changePatient: ChangePatient, findPatient: FindPatient, follow: FollowPatient): ChangePatient =>
  async (name, decide) => {
    const before = await findPatient(name);
    const planned = decide(before);
    if (planned) await follow(before, planned.file);
    return changePatient(name, decide);
  };
