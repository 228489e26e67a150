import { z } from 'zod';
import { type DisclosedClaim, Disclosure, disclosuresOf } from '../../domain/audit/disclosures.ts';
import { findAllEntries } from '../../domain/audit/find-entries.ts';
import { ClaimEvent } from '../../domain/claim.ts';
import { Encounter, EncounterDocument } from '../../domain/encounter.ts';
import { Appointment } from '../../domain/patients/appointment.ts';
import { Authorization } from '../../domain/patients/authorization.ts';
import { CoverageRecord } from '../../domain/patients/coverage-record.ts';
import { PatientEvent, PatientRecord } from '../../domain/patients/patient-record.ts';
import type { Task } from '../../domain/task.ts';
import { json } from '../../runtime/http-handler.ts';
import { ShownClaim, withPosition } from '../claim-routes.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRequest, type PracticeRoute, type Respond } from '../practice-request.ts';
import { ShownTask, withoutNonce } from '../task-routes.ts';
import { type RecordsOfPerson, recordsOfPerson, tracesOf } from './records-of-person.ts';

const heldOf = ({ practiceId, path }: PracticeRequest, records: PracticeRecords) =>
  recordsOfPerson(practiceId, path.patientId ?? '', records);

const exportPath = '/patients/{patientId}/export';

/** To whom the records of a patient went: payers, clearinghouses, the patient, and whoever exported them. */
const listDisclosures: Respond = async (request, records) => {
  const held = await heldOf(request, records);
  if (!held) return notFound();
  const { practiceId } = request;
  const [claims, entries] = await Promise.all([
    disclosedClaims(practiceId, held, records),
    findAllEntries(practiceId, { from: '0', before: '~', about: tracesOf(held) }, records.trail.entriesIn),
  ]);
  const exports = entries.filter(
    ({ action, outcome }) => action === `GET ${exportPath}` && outcome === 'allowed',
  );
  return json(200, { patientIds: held.patientIds, disclosures: disclosuresOf(claims, exports) });
};

const disclosedClaims = async (
  practiceId: string,
  { claims }: RecordsOfPerson,
  records: PracticeRecords,
): Promise<DisclosedClaim[]> => {
  const payers = await records.listPayers(practiceId);
  return Promise.all(
    claims.map(async (claim) => {
      const { claimId, payerId } = claim;
      const partnerId = payers.find((payer) => payer.payerId === payerId)?.partnerId;
      const [events, tasks, inquiries] = await Promise.all([
        records.claimHistory(claimId),
        records.tasksOfClaim(claimId),
        partnerId === undefined ? [] : records.trail.inquiriesAboutClaim(partnerId, claimId),
      ]);
      return { claim, events, tasks, partnerId, inquiries };
    }),
  );
};

/** All that is held about a patient; of documents what they are, not their bytes. */
const exportPatient: Respond = async (request, records) => {
  const held = await heldOf(request, records);
  if (!held) return notFound();
  const { patientIds, file, claims, encounters } = held;
  const { practiceId } = request;
  const [history, authorizations, appointments, events, tasks] = await Promise.all([
    file ? records.patients.history(file) : [],
    records.patients.authorizationsOf(practiceId, patientIds),
    records.patients.appointmentsOf(practiceId, everyDay),
    Promise.all(claims.map(({ claimId }) => records.claimHistory(claimId))),
    tasksOf(practiceId, held, records),
  ]);
  return json(200, {
    at: records.now().toISOString(),
    patientIds,
    patient: file?.record,
    coverages: file?.coverages ?? [],
    history,
    authorizations,
    appointments: appointments.filter(({ patientId }) => patientIds.includes(patientId)),
    encounters,
    claims: claims.map((claim, at) => ({ claim: withPosition(claim), events: events[at] ?? [] })),
    tasks: tasks.map(withoutNonce),
    documents: encounters.flatMap(({ encounterId, document, furtherDocuments = [] }) =>
      [...(document ? [document] : []), ...furtherDocuments].map((one) => ({ encounterId, ...one })),
    ),
  });
};

const everyDay = { from: '1900-01-01', to: '9999-12-31' };

/** The tasks of the patient's visits and claims, each once. */
const tasksOf = async (
  practiceId: string,
  held: RecordsOfPerson,
  { tasksOfClaim, tasksOfEncounter }: PracticeRecords,
): Promise<Task[]> => {
  const { claimIds, encounterIds } = tracesOf(held);
  const lists = await Promise.all([
    ...claimIds.map((claimId) => tasksOfClaim(claimId)),
    ...encounterIds.map((encounterId) => tasksOfEncounter(practiceId, encounterId)),
  ]);
  return [...new Map(lists.flat().map((task) => [task.taskId, task])).values()];
};

/** What a patient may ask for: what is held, and to whom it went. */
export const patientAccountRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/patients/{patientId}/disclosures',
    summary: 'To whom the records of a patient went, the oldest first',
    permission: 'export',
    audit: { of: ['patient', 'claim'], why: 'individual' },
    answer: {
      status: 200,
      body: z.object({ patientIds: z.array(z.string()), disclosures: z.array(Disclosure) }),
    },
    handler: listDisclosures,
  },
  {
    method: 'GET',
    path: exportPath,
    summary: 'All that is held about a patient',
    permission: 'export',
    audit: {
      of: ['patient', 'encounter', 'claim', 'task', 'payment', 'appointment', 'document'],
      why: 'individual',
      fields: { digest: 'document' },
    },
    answer: {
      status: 200,
      body: z.object({
        at: z.string(),
        patientIds: z.array(z.string()),
        patient: PatientRecord.optional(),
        coverages: z.array(CoverageRecord),
        history: z.array(PatientEvent.loose()),
        authorizations: z.array(Authorization),
        appointments: z.array(Appointment),
        encounters: z.array(Encounter),
        claims: z.array(z.object({ claim: ShownClaim, events: z.array(ClaimEvent.loose()) })),
        tasks: z.array(ShownTask),
        documents: z.array(EncounterDocument.extend({ encounterId: z.string() })),
      }),
    },
    handler: exportPatient,
  },
];
