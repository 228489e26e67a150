import { z } from 'zod';
import { appointmentIdPattern, ClaimId, encounterIdPattern } from '../ids.ts';
import { PatientId } from '../patients/patient-record.ts';

export const SubjectKind = z.enum([
  'patient',
  'encounter',
  'claim',
  'task',
  'payment',
  'appointment',
  'document',
]);
export type SubjectKind = z.infer<typeof SubjectKind>;

export const AuditSubject = z.object({ kind: SubjectKind, id: z.string().min(1).max(300) });
/** A record that an entry is about. */
export type AuditSubject = z.infer<typeof AuditSubject>;
export const AuditSubjects = z.array(AuditSubject);

/** By fields of paths, queries, bodies and answers, which records their values name. */
export type SubjectFields = Readonly<Record<string, SubjectKind>>;

/** What fields that name records are called everywhere. */
const fieldsEverywhere: SubjectFields = {
  patientId: 'patient',
  patientIds: 'patient',
  otherId: 'patient',
  absorbed: 'patient',
  encounterId: 'encounter',
  encounterIds: 'encounter',
  claimId: 'claim',
  claimIds: 'claim',
  taskId: 'task',
  paymentId: 'payment',
  paymentIds: 'payment',
  appointmentId: 'appointment',
};

/** An id of ours has no spaces and is no sentence. */
const ownId = z.string().regex(/^[\w.:~#/+=-]{1,300}$/);

/** A document by the digest of its content, or by a key that we made: clinics name files after patients. */
const documentId = z
  .string()
  .regex(
    /^(?:[0-9a-f]{32,64}|practices\/[a-z0-9-]+\/encounters\/[\w.-]+\/(?:document-[0-9a-z]+\.[a-z]{3,4}|encounter\.json|note\.txt))$/,
  );

/** Whatever is no id of its kind names nothing: what a caller writes in its place might be a person's name. */
const idOf: Readonly<Record<SubjectKind, z.ZodType<string>>> = {
  patient: PatientId,
  encounter: z.string().regex(encounterIdPattern),
  claim: ClaimId,
  task: ownId,
  payment: ownId,
  appointment: z.string().regex(appointmentIdPattern),
  document: documentId,
};

const named = (kind: SubjectKind, value: unknown): AuditSubject[] =>
  [value].flat().flatMap((one) => {
    const id = idOf[kind].safeParse(one);
    return id.success ? [{ kind, id: id.data }] : [];
  });

/** No record of ours is nested deeper; what somebody sends may be, and is refused elsewhere. */
const deepest = 64;

const collect = (fields: SubjectFields, value: unknown, depth = 0): AuditSubject[] => {
  if (typeof value !== 'object' || value === null || depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((one) => collect(fields, one, depth + 1));
  return Object.entries(value).flatMap(([name, part]) => {
    const kind = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [...(kind ? named(kind, part) : []), ...collect(fields, part, depth + 1)];
  });
};

/** Every record that values name at any depth, each once; `more` are fields that name records in these values alone. */
export const subjectsIn = (values: readonly unknown[], more: SubjectFields = {}): AuditSubject[] => {
  const fields = { ...fieldsEverywhere, ...more };
  const found = values
    .flatMap((value) => collect(fields, value))
    .map((one) => [`${one.kind}/${one.id}`, one] as const);
  return [...new Map(found).values()];
};

/** Which kinds of records fields of these names name. */
export const kindsOfFields = (
  names: readonly string[],
  more: SubjectFields = {},
): ReadonlySet<SubjectKind> => {
  const fields = { ...fieldsEverywhere, ...more };
  return new Set(names.flatMap((name) => (Object.hasOwn(fields, name) ? (fields[name] ?? []) : [])));
};
