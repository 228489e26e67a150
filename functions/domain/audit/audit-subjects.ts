import { z } from 'zod';

export const SubjectKind = z.enum(['patient', 'claim', 'encounter', 'task', 'payment']);
export type SubjectKind = z.infer<typeof SubjectKind>;

export const AuditSubject = z.object({ kind: SubjectKind, id: z.string().min(1).max(300) });
/** A record that an entry is about. */
export type AuditSubject = z.infer<typeof AuditSubject>;
export const AuditSubjects = z.array(AuditSubject);

/** What the fields of paths, bodies and answers are called that name records. */
const kindOfField: Readonly<Record<string, SubjectKind>> = {
  patientId: 'patient',
  otherId: 'patient',
  absorbed: 'patient',
  into: 'patient',
  claimId: 'claim',
  claimIds: 'claim',
  encounterId: 'encounter',
  encounterIds: 'encounter',
  taskId: 'task',
  paymentId: 'payment',
};

const idsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return typeof value === 'string' && value.length > 0 && value.length <= 300 ? [value] : [];
};

const collect = (value: unknown): AuditSubject[] => {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const kind = Object.hasOwn(kindOfField, name) ? kindOfField[name] : undefined;
    const named = kind ? idsIn(part).map((id) => ({ kind, id })) : [];
    return [...named, ...collect(part)];
  });
};

/** Every record that values name at any depth, each once. */
export const subjectsIn = (...values: readonly unknown[]): AuditSubject[] => {
  const found = values.flatMap(collect).map((one) => [JSON.stringify([one.kind, one.id]), one] as const);
  return [...new Map(found).values()];
};
