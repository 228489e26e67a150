import { z } from 'zod';
import { dateIn } from '../../domain/calendar/time-zone.ts';
import { CalendarDate } from '../../domain/calendar.ts';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import { called } from '../../domain/field.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { Coverage } from '../../domain/party.ts';
import { CoverageRecord, coveragesOn } from '../../domain/patients/coverage-record.ts';
import { Demographics } from '../../domain/patients/demographics.ts';
import {
  type FieldChange,
  PatientEvent,
  type PatientFile,
  PatientRecord,
  type Told,
} from '../../domain/patients/patient-record.ts';
import { duplicatesAmong, duplicatesOf } from '../../domain/patients/patient-search.ts';
import {
  CoverageName,
  stateCoverage,
  ToldCoverage,
  withdrawCoverage,
} from '../../domain/patients/state-coverage.ts';
import { objectionTo } from '../../domain/practice/seen-versions.ts';
import { badRequest, type HttpResponse, json, problem } from '../../runtime/http-handler.ts';
import { pageOf } from '../mechanics/list-page.ts';
import { jsonAt, refusedVersion } from '../mechanics/versions.ts';
import type { PracticeRecords } from '../practice-records.ts';
import {
  notFound,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
  type RespondWithPage,
} from '../practice-request.ts';
import type { ToldAt } from './patient-records.ts';

/** What a caller says counts as the word of a person of today, in the days of the practice. */
export const saidBy = async (
  { practiceId, by }: PracticeRequest,
  records: PracticeRecords,
): Promise<ToldAt> => {
  const now = records.now();
  const on = dateIn((await records.findPractice(practiceId))?.timeZone ?? 'UTC', now);
  const told: Told = { on, by: 'person', actor: by, source: 'API' };
  return { told, now };
};

/** The same of an edit, with the versions that it was made of. */
export const seenAt = ({ seen }: PracticeRequest, at: ToldAt): ToldAt => ({ ...at, seen });

/** A record as it is after it was told, under its name, or why it was not taken. */
export const toldAt = (told: Checked<{ readonly version: number }>, name: string): HttpResponse =>
  told.success ? jsonAt(told.data.version, { [name]: told.data }) : contradicted(told.findings);

const Nothing = z.strictObject({});

/** Patients; merged ones name the record that stands for them. */
const listPatients: RespondWithPage = async ({ practiceId, query, page }, { lists }) => {
  const asked = checkInput(Nothing, query);
  if (!asked.success) return badRequest(asked.findings);
  return page.answer(await lists.patients(practiceId, {}, page.asked));
};

/** Records that are likely one person, each pair with its score and what makes it. */
const listDuplicates: Respond = async ({ practiceId }, records) =>
  json(200, { duplicates: duplicatesAmong(await records.patients.all(practiceId)) });

const shown = async ({ record, coverages }: PatientFile, on: CalendarDate) => ({
  patient: record,
  coverages,
  inForce: coveragesOn(coverages, on).map(({ coverage }) => coverage),
});

const fileOf = ({ practiceId, path }: PracticeRequest, records: PracticeRecords) =>
  records.patients.find({ practiceId, patientId: path.patientId ?? '' });

/** The record that stands for a patient, with the coverages in force today, its history, and who may be the same person. */
const getPatient: Respond = async (request, records) => {
  const file = await fileOf(request, records);
  if (!file) return notFound();
  const [history, similar] = await Promise.all([
    records.patients.history(file),
    records.patients.similar(file),
  ]);
  const on = dateIn((await records.findPractice(request.practiceId))?.timeZone ?? 'UTC', records.now());
  const all = { ...(await shown(file, on)), history, duplicates: duplicatesOf(file, similar) };
  return jsonAt(file.record.version, all);
};

const PutPatient = z.strictObject({
  patient: Demographics,
  isSamePerson: z
    .boolean()
    .default(false)
    .describe('somebody made sure of it, though names and birth date are others'),
});

/** Enters a patient, or replaces what the record says; names and birth date of another person are refused (409). */
const putPatient: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const body = checkJson(PutPatient, request.body);
  if (!body.success) return badRequest(body.findings);
  const { patient: demographics, isSamePerson } = body.data;
  const name = { practiceId: request.practiceId, patientId: request.path.patientId ?? '' };
  const told = await records.patients.tell(name, { demographics, isSamePerson }, seenAt(request, at));
  return told.success ? fileAnswer(told.data, at.told.on) : contradicted(told.findings);
};

const fileAnswer = async (file: PatientFile, on: CalendarDate): Promise<HttpResponse> =>
  jsonAt(file.record.version, await shown(file, on));

/** 409: what is known otherwise; 412 and 428 where it is about the version that was seen. */
export const contradicted = (findings: readonly Finding[]): HttpResponse =>
  refusedVersion(findings) ?? problem('Contradiction', { detail: 'The records say otherwise', findings });

const On = z.strictObject({ on: CalendarDate.optional() });

/** All coverages of a patient, and those in force on a day in the order in which they are billed. */
const getCoverages: Respond = async (request, records) => {
  const query = checkInput(On, request.query);
  if (!query.success) return badRequest(query.findings);
  const file = await fileOf(request, records);
  if (!file) return notFound();
  const today = dateIn((await records.findPractice(request.practiceId))?.timeZone ?? 'UTC', records.now());
  const on = query.data.on ?? today;
  const inForce = coveragesOn(file.coverages, on).map(({ coverage }) => coverage);
  return jsonAt(file.record.version, { on, inForce, coverages: file.coverages });
};

type Changed = { readonly file: PatientFile; readonly changes: readonly FieldChange[] };

/** Changes the coverages of a patient by a decision on the record as it stands. */
const changeCoverages = async (
  request: PracticeRequest,
  records: PracticeRecords,
  { told }: ToldAt,
  decide: (file: PatientFile) => Checked<Changed>,
): Promise<HttpResponse> => {
  const { practiceId, path, seen } = request;
  let refused: readonly Finding[] = [];
  const file = await records.patients.change({ practiceId, patientId: path.patientId ?? '' }, (before) => {
    const decided = before && decide(before);
    const isChange = decided?.success === true && decided.data.changes.length > 0;
    const edit = { standing: before?.record.version, changes: isChange };
    const stale = before && objectionTo(seen, edit);
    refused = stale ? [stale] : decided && !decided.success ? decided.findings : [];
    if (stale || !decided?.success || !isChange) return undefined;
    const { actor, source } = told;
    const { file: after, changes } = decided.data;
    return { file: after, event: { type: 'coverage', actor, source, changes } };
  });
  if (!file) return notFound();
  return refused.length > 0 ? contradicted(refused) : fileAnswer(file, told.on);
};

/** Enters a coverage with its days, or gives one that is known its days. */
const putCoverage: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const said = checkJson(ToldCoverage, request.body);
  if (!said.success) return badRequest(said.findings);
  const payers = await records.payerIds(request.practiceId);
  if (!payers.includes(said.data.coverage.payerId)) return badRequest([noContract]);
  return changeCoverages(request, records, at, (file) => stateCoverage(file, said.data, at.told));
};

const noContract: Finding = {
  code: 'unknown-payer',
  path: 'coverage.payerId',
  detail: 'The practice has no contract with this payer',
};

/** Takes a coverage back that never was; the history keeps it. */
const removeCoverage: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const named = checkJson(CoverageName, request.body);
  if (!named.success) return badRequest(named.findings);
  return changeCoverages(request, records, at, (file) => ({
    success: true,
    data: withdrawCoverage(file, named.data),
  }));
};

const FileAnswer = called(
  'PatientFile',
  z.object({
    patient: PatientRecord,
    coverages: z.array(CoverageRecord),
    inForce: z.array(Coverage),
  }),
);

/** Patients and their coverages. */
export const patientRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/patients',
    summary: 'The patients of the practice',
    list: 'by their numbers',
    permission: 'read',
    audit: { of: ['patient'], why: 'payment' },
    answer: { status: 200, body: pageOf(PatientRecord) },
    handler: listPatients,
  },
  {
    method: 'GET',
    path: '/duplicate-patients',
    summary: 'Records that are likely one person',
    permission: 'read',
    audit: { of: ['patient'], why: 'operations' },
    answer: { status: 200, body: z.object({ duplicates: z.array(z.looseObject({})) }) },
    handler: listDuplicates,
  },
  {
    method: 'GET',
    path: '/patients/{patientId}',
    summary: 'A patient with coverages, history and likely duplicates',
    version: 'shown',
    permission: 'read',
    audit: { of: ['patient'], why: 'payment' },
    answer: {
      status: 200,
      body: FileAnswer.extend({
        history: z.array(PatientEvent.loose()),
        duplicates: z.array(z.looseObject({})),
      }),
    },
    handler: getPatient,
  },
  {
    method: 'PUT',
    path: '/patients/{patientId}',
    summary: 'Enters a patient, or replaces what the record says',
    version: 'asked',
    permission: 'register',
    audit: { of: ['patient'], why: 'payment' },
    body: PutPatient,
    answer: { status: 200, body: FileAnswer },
    handler: putPatient,
  },
  {
    method: 'GET',
    path: '/patients/{patientId}/coverages',
    summary: 'The coverages of a patient, and those in force on a day',
    version: 'shown',
    permission: 'read',
    audit: { of: ['patient'], why: 'payment' },
    query: On,
    answer: {
      status: 200,
      body: z.object({
        on: CalendarDate,
        inForce: z.array(Coverage),
        coverages: z.array(CoverageRecord),
      }),
    },
    handler: getCoverages,
  },
  {
    method: 'PUT',
    path: '/patients/{patientId}/coverages',
    summary: 'Enters a coverage with its days',
    version: 'asked',
    permission: 'register',
    audit: { of: ['patient'], why: 'payment' },
    body: ToldCoverage,
    answer: { status: 200, body: FileAnswer },
    handler: putCoverage,
  },
  {
    method: 'POST',
    path: '/patients/{patientId}/coverages/withdrawal',
    summary: 'Takes a coverage back that never was',
    version: 'asked',
    repeat: 'what is gone stays gone',
    permission: 'register',
    audit: { of: ['patient'], why: 'payment' },
    body: CoverageName,
    answer: { status: 200, body: FileAnswer },
    handler: removeCoverage,
  },
];
