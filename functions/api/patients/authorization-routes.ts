import { z } from 'zod';
import { CalendarDate } from '../../domain/calendar.ts';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import type { Claim } from '../../domain/claim.ts';
import {
  Authorization,
  askAuthorization,
  ToldAuthorization,
  useOf,
} from '../../domain/patients/authorization.ts';
import { idsOf } from '../../domain/patients/patient-record.ts';
import { badRequest, json } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';
import { numbersOf } from './numbers-of.ts';
import { saidBy, seenAt, toldAt } from './patient-routes.ts';

/** The claims of a person, whichever of the person's numbers they name. */
const claimsOfPerson = async (
  practiceId: string,
  patientId: string,
  records: PracticeRecords,
): Promise<Claim[]> => {
  const ids = await numbersOf({ practiceId, patientId }, records);
  const lists = await Promise.all(ids.map((id) => records.claimsOfPatient(practiceId, id)));
  return lists.flat();
};

/** A service for which somebody asks whether it is authorized. */
const Question = z.strictObject({
  on: CalendarDate,
  procedure: z.string().regex(/^[A-Z0-9]{5}$/),
  payerId: z.string().min(2).max(80),
  units: z.coerce.number().positive().default(1),
});

/** What payers authorized for a patient, what claims used up of it and what is left; and whether it covers a service. */
const getAuthorizations: Respond = async ({ practiceId, path, query }, records) => {
  const isAsked = Object.keys(query).length > 0;
  const asked = checkInput(Question, query);
  if (isAsked && !asked.success) return badRequest(asked.findings);
  const file = await records.patients.find({ practiceId, patientId: path.patientId ?? '' });
  if (!file) return notFound();
  const authorizations = await records.patients.authorizationsOf(practiceId, idsOf(file));
  const claims = await claimsOfPerson(practiceId, file.record.patientId, records);
  const list = authorizations.map((one) => ({ ...one, use: useOf(one, claims) }));
  if (!asked.success) return json(200, { authorizations: list });
  const { on: dateOfService, ...question } = asked.data;
  const reply = askAuthorization({ ...question, dateOfService }, authorizations, claims);
  const answer = { ...reply, authorization: reply.authorization?.authorizationId };
  return json(200, { answer, authorizations: list });
};

/** One authorization with what claims used up of it. */
const getAuthorization: Respond = async ({ practiceId, path }, records) => {
  const file = await records.patients.find({ practiceId, patientId: path.patientId ?? '' });
  const known = file ? await records.patients.authorizationsOf(practiceId, idsOf(file)) : [];
  const found = known.find(({ authorizationId }) => authorizationId === path.authorizationId);
  if (!file || !found) return notFound();
  const claims = await claimsOfPerson(practiceId, file.record.patientId, records);
  return json(200, { authorization: { ...found, use: useOf(found, claims) } });
};

/** Enters an authorization, or what a payer says of it now: known by payer and number. */
const putAuthorization: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const said = checkJson(ToldAuthorization, request.body);
  if (!said.success) return badRequest(said.findings);
  const { practiceId, path } = request;
  const payers = await records.payerIds(practiceId);
  if (!payers.includes(said.data.payerId))
    return badRequest([
      { code: 'unknown-payer', path: 'payerId', detail: 'The practice has no contract with this payer' },
    ]);
  const file = await records.patients.find({ practiceId, patientId: path.patientId ?? '' });
  if (!file) return notFound();
  const name = { practiceId, patientId: file.record.patientId };
  const told = await records.patients.tellAuthorization(name, said.data, seenAt(request, at));
  return toldAt(told, 'authorization');
};

const UsedAuthorization = Authorization.extend({
  use: z.looseObject({}).describe('what claims took of it'),
});

/** What payers authorized. */
export const authorizationRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/patients/{patientId}/authorizations',
    summary: 'What was authorized and what is left; and whether it covers a service',
    permission: 'read',
    audit: { of: ['patient', 'claim'], why: 'payment' },
    query: Question.partial(),
    answer: {
      status: 200,
      body: z.object({ authorizations: z.array(UsedAuthorization), answer: z.looseObject({}).optional() }),
    },
    handler: getAuthorizations,
  },
  {
    method: 'GET',
    path: '/patients/{patientId}/authorizations/{authorizationId}',
    summary: 'An authorization with its history, what was used of it and what is left',
    permission: 'read',
    audit: { of: ['patient'], why: 'payment' },
    answer: { status: 200, body: z.object({ authorization: UsedAuthorization }) },
    handler: getAuthorization,
  },
  {
    method: 'PUT',
    path: '/patients/{patientId}/authorizations',
    summary: 'Enters an authorization, or what a payer says of it now; the list tells its version',
    version: 'asked',
    permission: 'register',
    audit: { of: ['patient'], why: 'payment' },
    body: ToldAuthorization,
    answer: { status: 200, body: z.object({ authorization: Authorization }) },
    handler: putAuthorization,
  },
];
