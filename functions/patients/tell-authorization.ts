import {
  type Authorization,
  authorizationIdFor,
  type ToldAuthorization,
} from '../domain/patients/authorization.ts';
import type { PatientName } from '../domain/patients/patient-record.ts';
import { isSameContent } from '../domain/patients/same-content.ts';
import type { ToldAt } from './tell-patient.ts';

/** Applies a decision to an authorization as it stands, or to none; returns it as it then is. */
export type ChangeAuthorization = (
  name: PatientName & { readonly authorizationId: string },
  decide: (before: Authorization | undefined) => Authorization | undefined,
) => Promise<Authorization | undefined>;

const fields = [
  'payerId',
  'number',
  'services',
  'limit',
  'from',
  'to',
  'usedElsewhere',
  'note',
] as const satisfies readonly (keyof ToldAuthorization)[];

/** What an authorization is kept under. */
export const authorizationName = (
  name: PatientName,
  said: ToldAuthorization,
): PatientName & { readonly authorizationId: string } => ({
  ...name,
  authorizationId: authorizationIdFor(name.practiceId, said),
});

/** What a table has no column for, or nothing in it. */
const isBlank = (value: unknown): boolean =>
  value === undefined || value === 0 || (Array.isArray(value) && value.length === 0);

/** Puts what is told of an authorization to the record as it stands; undefined where nothing of it is new. A table leaves alone what it has nothing about. */
export const tellAuthorization = (
  name: PatientName,
  before: Authorization | undefined,
  said: ToldAuthorization,
  { told: { actor, source, by }, now }: ToldAt,
): Authorization | undefined => {
  const value = (field: (typeof fields)[number]) =>
    by === 'table' && isBlank(said[field]) ? (before?.[field] ?? said[field]) : said[field];
  const after = Object.fromEntries(fields.map((field) => [field, value(field)]));
  const changes = fields
    .filter((field) => !isSameContent(before?.[field], value(field)))
    .map((field) => ({ field, before: before?.[field], after: value(field) }));
  if (before && changes.length === 0) return undefined;
  const history = [...(before?.history ?? []), { at: now.toISOString(), actor, source, changes }];
  return { version: before?.version ?? 0, ...authorizationName(name, said), ...said, ...after, history };
};
