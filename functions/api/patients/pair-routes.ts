import { z } from 'zod';
import { checkJson } from '../../domain/check-input.ts';
import {
  type DecidePair,
  mergePatients,
  tellApart,
  unmergePatients,
} from '../../domain/patients/merge-patients.ts';
import { PatientId, PatientRecord } from '../../domain/patients/patient-record.ts';
import { badRequest, type HttpResponse, json } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRequest, type PracticeRoute, type Respond } from '../practice-request.ts';
import type { ToldAt } from './patient-records.ts';
import { contradicted, saidBy } from './patient-routes.ts';

const Note = z.string().trim().min(1).max(500);
const Merge = z.strictObject({ into: PatientId, note: Note });
const Unmerge = z.strictObject({ from: PatientId, note: Note });
const Apart = z.strictObject({ other: PatientId, note: Note });

const changePair = async (
  request: PracticeRequest,
  records: PracticeRecords,
  ids: { readonly from: string; readonly into: string },
  decide: DecidePair,
): Promise<HttpResponse> => {
  const changed = await records.patients.changePair(request.practiceId, ids, decide);
  if (!changed) return notFound();
  if (!changed.success) return contradicted(changed.findings);
  const file = await records.patients.find({ practiceId: request.practiceId, patientId: ids.from });
  return json(200, { patient: file?.record });
};

const asSaid = ({ told }: ToldAt, note: string) => ({ actor: told.actor, source: `API: ${note}` });

/** Merges this record into another of the same person, which then stands for both. */
const mergePatient: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const asked = checkJson(Merge, request.body);
  if (!asked.success) return badRequest(asked.findings);
  const { into, note } = asked.data;
  const from = request.path.patientId ?? '';
  return changePair(request, records, { from, into }, mergePatients(asSaid(at, note)));
};

/** Takes a merge back: the record that was merged into this one stands for itself again. */
const unmergePatient: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const asked = checkJson(Unmerge, request.body);
  if (!asked.success) return badRequest(asked.findings);
  const { from, note } = asked.data;
  const into = request.path.patientId ?? '';
  return changePair(request, records, { from, into }, unmergePatients(asSaid(at, note)));
};

/** Notes that a likely duplicate is somebody else. */
const tellPatientsApart: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const asked = checkJson(Apart, request.body);
  if (!asked.success) return badRequest(asked.findings);
  const { other, note } = asked.data;
  const from = request.path.patientId ?? '';
  return changePair(request, records, { from, into: other }, tellApart(asSaid(at, note)));
};

/** Records that are one person, or are not. */
export const pairRoutes: readonly PracticeRoute[] = [
  {
    method: 'POST',
    path: '/patients/{patientId}/merge',
    summary: 'Merges this record into another of the same person',
    repeat: 'what is merged stays so',
    permission: 'register',
    audit: { of: ['patient'], why: 'operations', fields: { into: 'patient' } },
    body: Merge,
    answer: { status: 200, body: z.object({ patient: PatientRecord }) },
    handler: mergePatient,
  },
  {
    method: 'POST',
    path: '/patients/{patientId}/unmerge',
    summary: 'Takes a merge back',
    repeat: 'what stands for itself stays so',
    permission: 'register',
    audit: { of: ['patient'], why: 'operations', fields: { from: 'patient' } },
    body: Unmerge,
    answer: { status: 200, body: z.object({ patient: PatientRecord }) },
    handler: unmergePatient,
  },
  {
    method: 'POST',
    path: '/patients/{patientId}/told-apart',
    summary: 'Notes that a likely duplicate is somebody else',
    repeat: 'they are told apart once',
    permission: 'register',
    audit: { of: ['patient'], why: 'operations', fields: { other: 'patient' } },
    body: Apart,
    answer: { status: 200, body: z.object({ patient: PatientRecord }) },
    handler: tellPatientsApart,
  },
];
