import {
  type Authorization,
  authorizationIdFor,
  type ToldAuthorization,
} from '../domain/patients/authorization.ts';
import type { PatientName } from '../domain/patients/patient-record.ts';
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

/** Puts what is told of an authorization to the record as it stands; undefined where nothing of it is new. */
export const tellAuthorization = (
  name: PatientName,
  before: Authorization | undefined,
  said: ToldAuthorization,
  { told: { actor, source }, now }: ToldAt,
): Authorization | undefined => {
  const changes = fields
    .filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(said[field]))
    .map((field) => ({ field, before: before?.[field], after: said[field] }));
  if (before && changes.length === 0) return undefined;
  const history = [...(before?.history ?? []), { at: now.toISOString(), actor, source, changes }];
  return { version: before?.version ?? 0, ...authorizationName(name, said), ...said, history };
};
