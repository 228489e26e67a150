import { z } from 'zod';
import { Actor } from '../actor.ts';
import { CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { shortDigest } from '../digest.ts';
import { isCodeWithin } from '../visit/code-range.ts';
import { FieldChange, PatientId } from './patient-record.ts';

const ProcedureCode = z
  .string()
  .regex(/^[A-Z0-9]{5}$/, 'A procedure code has five digits or capital letters');

/** Services that a payer authorized: one code, or all from one to another. */
export const AuthorizedServices = z
  .strictObject({ from: ProcedureCode, to: ProcedureCode.optional() })
  .refine(({ from, to }) => to === undefined || (to >= from && isDigitLike(to) === isDigitLike(from)), {
    path: ['to'],
    message: 'A range runs from a lower to a higher code of one kind',
  });
export type AuthorizedServices = z.infer<typeof AuthorizedServices>;

/** CPT codes begin with a digit, HCPCS with a letter: no range runs over both. */
const isDigitLike = (code: string): boolean => /^\d/.test(code);

const authorizationFields = {
  payerId: z.string().min(2).max(80),
  number: z.string().trim().min(1).max(50),
  services: z.array(AuthorizedServices).max(100).default([]).describe('none named: whatever is done'),
  limit: z
    .strictObject({ of: z.enum(['units', 'visits']), quantity: z.number().positive().max(99_999) })
    .optional()
    .describe('absent where the payer limits the days only'),
  from: CalendarDate,
  to: CalendarDate.describe('its last day'),
  usedElsewhere: z.number().min(0).default(0).describe('of the limit, by what is no claim here'),
  note: z.string().max(500).optional(),
};

/** What a payer authorized for a patient, as it is told. */
export const ToldAuthorization = z
  .strictObject(authorizationFields)
  .refine(({ from, to }) => to >= from, { path: ['to'], message: 'The last day lies before the first' });
export type ToldAuthorization = z.infer<typeof ToldAuthorization>;

export const Authorization = z.object({
  ...authorizationFields,
  practiceId: z.string(),
  patientId: PatientId,
  authorizationId: z.string(),
  version: z.int().min(0),
  history: z.array(
    z.object({ at: z.string(), actor: Actor, source: z.string(), changes: z.array(FieldChange) }),
  ),
});
export type Authorization = z.infer<typeof Authorization>;

/** Numbers are written with and without spaces and hyphens. */
const plainNumber = (number: string): string => number.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** What a payer's number is kept under: told again it is the same authorization, and the number is in no key. */
export const authorizationIdFor = (
  practiceId: string,
  { payerId, number }: Pick<ToldAuthorization, 'payerId' | 'number'>,
): string => `A${shortDigest(JSON.stringify([practiceId, payerId, plainNumber(number)]))}`;

export const coversProcedure = ({ services }: Pick<Authorization, 'services'>, procedure: string): boolean =>
  services.length === 0 || services.some(({ from, to = from }) => isCodeWithin(procedure, from, to));

/** Whether a payer has to pay nothing for a claim any more: it was voided, or never got as far as the payer's system. */
export const gaveBack = ({ status, submissions, adjudications }: Claim): boolean => {
  const last = submissions.at(-1);
  const isRefused = last?.acknowledgement?.outcome === 'rejected';
  if (last?.frequency === '8') return last.sentAt !== undefined && !isRefused;
  const wasTaken =
    adjudications.length > 0 ||
    submissions.some(({ acknowledgement }) => acknowledgement?.outcome === 'accepted');
  return status === 'closed' && isRefused && !wasTaken;
};

/** The lines of a claim that use up an authorization: under its number, for its services, on its days. */
const linesUnder = (authorization: Authorization, claim: Claim): Claim['lines'] => {
  if (claim.payerId !== authorization.payerId || gaveBack(claim)) return [];
  const wanted = plainNumber(authorization.number);
  return claim.lines.filter(({ procedure, facts }) => {
    const number = facts?.priorAuthorization ?? claim.priorAuthorization;
    const date = facts?.from ?? claim.dateOfService;
    return (
      number !== undefined &&
      plainNumber(number) === wanted &&
      coversProcedure(authorization, procedure) &&
      authorization.from <= date &&
      date <= authorization.to
    );
  });
};

/** How much of an authorization is used up, counted by its claims, and what is left of it: never below nothing. */
export type AuthorizationUse = {
  readonly of: 'units' | 'visits' | 'days';
  readonly used: number;
  /** Undefined where the payer set no limit. */
  readonly left: number | undefined;
  /** What was billed beyond the limit. */
  readonly beyond: number;
  readonly claimIds: readonly string[];
};

/** Units have three decimals at most: sums are made of thousandths. */
const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((total, one) => total + Math.round(one * 1000), 0) / 1000;

/**
 * Counts what claims used up of an authorization, each once however often it was sent: a replaced claim by its lines of
 * today, a voided one not at all, several claims of one visit as one visit. `exceptClaimId` leaves one out.
 */
export const useOf = (
  authorization: Authorization,
  claims: readonly Claim[],
  exceptClaimId?: string,
): AuthorizationUse => {
  const { limit, usedElsewhere } = authorization;
  const single = [...new Map(claims.map((claim) => [claim.claimId, claim])).values()];
  const counted = single
    .filter(({ claimId }) => claimId !== exceptClaimId)
    .map((claim) => ({ claim, lines: linesUnder(authorization, claim) }))
    .filter(({ lines }) => lines.length > 0);
  const used =
    limit?.of === 'visits'
      ? new Set(counted.map(({ claim }) => claim.encounterId)).size
      : sumOf(counted.flatMap(({ lines }) => lines.map(({ units }) => units)));
  const all = sumOf([used, usedElsewhere]);
  return {
    of: limit?.of ?? 'days',
    used: all,
    left: limit && sumOf([Math.max(0, limit.quantity - all)]),
    beyond: limit ? sumOf([Math.max(0, all - limit.quantity)]) : 0,
    claimIds: counted.map(({ claim }) => claim.claimId).sort(),
  };
};

/** A service for which somebody asks whether it is authorized. */
export type AuthorizationQuestion = {
  readonly payerId: string;
  readonly dateOfService: CalendarDate;
  readonly procedure: string;
  readonly units: number;
  /** The number that the claim names, if it names one. */
  readonly number?: string | undefined;
  /** The claim that is asked about: what it uses itself is not held against it. */
  readonly claimId?: string | undefined;
  /** Its visit: of several claims of one visit, only the first uses a visit up. */
  readonly encounterId?: string | undefined;
};

/**
 * authorized: with what is left before this service · used-up: less is left than is asked for · other-days,
 * other-services: the number is known, and not for this · unknown-number: the claim names one that is not recorded ·
 * none: nothing is recorded for the payer, the day and the service.
 */
export type AuthorizationReply = {
  readonly outcome: 'authorized' | 'used-up' | 'other-days' | 'other-services' | 'unknown-number' | 'none';
  readonly authorization?: Authorization;
  readonly left?: number | undefined;
};

/** What is known of the authorization that a service names, and what the visit takes of it. */
export type ServiceAuthorization = AuthorizationReply & {
  /** Of its limit, by all services of the visit under it. */
  readonly needed: number;
};

/**
 * Says whether a service is authorized on a day, by which authorization, and what is left of it before the service.
 * Of several the one that still suffices is named, and of those the one that ends first.
 */
export const askAuthorization = (
  question: AuthorizationQuestion,
  authorizations: readonly Authorization[],
  claims: readonly Claim[],
): AuthorizationReply => {
  const ofPayer = authorizations.filter(({ payerId }) => payerId === question.payerId);
  const wanted = question.number === undefined ? undefined : plainNumber(question.number);
  const named = ofPayer.filter(({ number }) => wanted === undefined || plainNumber(number) === wanted);
  if (wanted !== undefined && named.length === 0) return { outcome: 'unknown-number' };
  const ofDay = named.filter(
    ({ from, to }) => from <= question.dateOfService && question.dateOfService <= to,
  );
  const fitting = ofDay.filter((one) => coversProcedure(one, question.procedure));
  const [misfit] = named;
  if (fitting.length === 0) {
    if (wanted === undefined || misfit === undefined) return { outcome: 'none' };
    return { outcome: ofDay.length === 0 ? 'other-days' : 'other-services', authorization: misfit };
  }
  const [best] = fitting
    .map((authorization) => replyOf(authorization, question, claims))
    .sort(
      (a, b) =>
        Number(b.outcome === 'authorized') - Number(a.outcome === 'authorized') || endOf(a) - endOf(b),
    );
  return best ?? { outcome: 'none' };
};

const endOf = ({ authorization }: AuthorizationReply): number => Date.parse(authorization?.to ?? '');

const replyOf = (
  authorization: Authorization,
  { units, claimId, encounterId }: AuthorizationQuestion,
  claims: readonly Claim[],
): AuthorizationReply => {
  const others =
    authorization.limit?.of === 'visits' ? claims.filter((one) => one.encounterId !== encounterId) : claims;
  const { left } = useOf(authorization, others, claimId);
  const needed = authorization.limit?.of === 'visits' ? 1 : units;
  return { outcome: left === undefined || left >= needed ? 'authorized' : 'used-up', authorization, left };
};
