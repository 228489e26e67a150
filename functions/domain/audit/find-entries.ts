import { mailboxOf } from '../actor.ts';
import type { AuditEntry } from './audit-entry.ts';
import type { SubjectKind } from './audit-subjects.ts';

/** A person as records know it: every number of its own, its claims and its visits. */
export type PatientTraces = {
  readonly patientIds: readonly string[];
  readonly claimIds: readonly string[];
  readonly encounterIds: readonly string[];
};

/** Whether an entry names a patient, or a claim or a visit of that patient. */
const namesPatient = ({ patientIds, claimIds, encounterIds }: PatientTraces) => {
  const ids: Partial<Record<SubjectKind, ReadonlySet<string>>> = {
    patient: new Set(patientIds),
    claim: new Set(claimIds),
    encounter: new Set(encounterIds),
  };
  return ({ subjects }: AuditEntry): boolean => subjects.some(({ kind, id }) => ids[kind]?.has(id));
};

/** Whether a member did it, named by the subject of its tokens or by its mailbox. */
const isBy =
  (member: string) =>
  ({ by }: AuditEntry): boolean =>
    by.subject === member || mailboxOf(by) === member.toLowerCase();

/** The entries of a practice whose ids lie in a span, the newest first; `before` is not among them. */
export type EntriesIn = (
  practiceId: string,
  span: { readonly from: string; readonly before: string; readonly limit: number },
) => Promise<{ readonly entries: readonly AuditEntry[]; readonly isEnd: boolean }>;

/** What is asked of a practice's audit: ids of entries begin with their instants, so that instants bound them. */
export type AuditQuestion = {
  readonly from: string;
  readonly before: string;
  readonly about?: PatientTraces | undefined;
  readonly member?: string | undefined;
  readonly most: number;
};

export type FoundEntries = {
  readonly entries: readonly AuditEntry[];
  /** What to ask for `before` next, where not all was looked at. */
  readonly next?: string;
};

/** How many entries are read at a time, and before somebody who waits for an answer gets what there is so far. */
const atOnce = 500;
const mostLooked = 20_000;

/** The newest entries that answer a question, so many at most; what was not looked at is said. */
export const findEntries = async (
  practiceId: string,
  { from, before, about, member, most }: AuditQuestion,
  entriesIn: EntriesIn,
): Promise<FoundEntries> => {
  const tests = [...(about ? [namesPatient(about)] : []), ...(member ? [isBy(member)] : [])];
  const found: AuditEntry[] = [];
  let end = before;
  for (let looked = 0; looked < mostLooked; looked += atOnce) {
    const { entries, isEnd } = await entriesIn(practiceId, { from, before: end, limit: atOnce });
    for (const entry of entries) {
      if (found.length === most) return { entries: found, next: end };
      end = entry.entryId;
      if (tests.every((test) => test(entry))) found.push(entry);
    }
    if (isEnd) return { entries: found };
  }
  return { entries: found, next: end };
};

/** All of them, however many there are. */
export const findAllEntries = async (
  practiceId: string,
  question: Omit<AuditQuestion, 'most'>,
  entriesIn: EntriesIn,
): Promise<AuditEntry[]> => {
  const { entries, next } = await findEntries(practiceId, { ...question, most: mostLooked }, entriesIn);
  if (next === undefined) return [...entries];
  return [...entries, ...(await findAllEntries(practiceId, { ...question, before: next }, entriesIn))];
};
