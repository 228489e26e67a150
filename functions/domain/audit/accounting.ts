import type { AuditEntry } from './audit-entry.ts';
import type { AuditSubject } from './audit-subjects.ts';

/** A person as records know it: every number of its own, its claims and its visits. */
export type PatientTraces = {
  readonly patientIds: readonly string[];
  readonly claimIds: readonly string[];
  readonly encounterIds: readonly string[];
};

/** The entries that name a patient, or a claim or visit of that patient, oldest first. */
export const entriesAbout = (
  entries: readonly AuditEntry[],
  { patientIds, claimIds, encounterIds }: PatientTraces,
): AuditEntry[] => {
  const ids: Readonly<Record<AuditSubject['kind'], ReadonlySet<string>>> = {
    patient: new Set(patientIds),
    claim: new Set(claimIds),
    encounter: new Set(encounterIds),
    task: new Set(),
    payment: new Set(),
  };
  return entries
    .filter(({ subjects }) => subjects.some(({ kind, id }) => ids[kind].has(id)))
    .toSorted((one, other) => (one.entryId < other.entryId ? -1 : 1));
};
