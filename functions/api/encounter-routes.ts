import { z } from 'zod';
import { checkInput, checkJson } from '../domain/check-input.ts';
import { Encounter, EncounterStatus } from '../domain/encounter.ts';
import { encounterIdPattern } from '../domain/ids.ts';
import { encounterPosition } from '../domain/ledger/encounter-position.ts';
import { EncounterRegistration } from '../domain/visit/registration.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { ShownClaim, ShownPosition, withPosition } from './claim-routes.ts';
import { documentKey } from './document-key.ts';
import { oneOf, pageOf } from './mechanics/list-page.ts';
import { numbersOf } from './patients/numbers-of.ts';
import { notFound, type PracticeRoute, type Respond, type RespondWithPage } from './practice-request.ts';
import { ShownTask, withoutNonce } from './task-routes.ts';

const Upload = z.object({ fileName: z.string().min(1).max(255) });

/** Long enough for a slow line, short enough that a leaked URL is soon worthless. */
const uploadSeconds = 900;

/** A URL to which the clinic may PUT one document of a visit. */
const offerUpload: Respond = async ({ practiceId, path, body }, records) => {
  const place = checkInput(z.object({ encounterId: z.string().regex(encounterIdPattern) }), path);
  const upload = checkJson(Upload, body);
  if (!place.success) return badRequest(place.findings);
  if (!upload.success) return badRequest(upload.findings);
  const { encounterId } = place.data;
  const key = documentKey({ practiceId, encounterId }, upload.data.fileName, records.newDocumentId());
  const url = await records.uploadUrl(key, uploadSeconds);
  return json(201, { method: 'PUT', url, key, expiresInSeconds: uploadSeconds });
};

/** Takes the registration of a visit and says at once what is wrong in it; nothing is kept of one that is refused. */
const putRegistration: Respond = async ({ practiceId, path, bytes }, records) => {
  const place = checkInput(z.object({ encounterId: z.string().regex(encounterIdPattern) }), path);
  if (!place.success) return badRequest(place.findings);
  const { encounterId } = place.data;
  const findings = await records.submitRegistration({ practiceId, encounterId }, { body: bytes });
  return findings.length > 0 ? badRequest(findings) : json(202, { encounterId, registration: 'received' });
};

const EncounterQuery = oneOf({ status: EncounterStatus, patient: z.string().min(1).max(36) });

const listEncounters: RespondWithPage = async ({ practiceId, query, page }, records) => {
  const checked = checkInput(EncounterQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const { status, patient: patientId = '' } = checked.data;
  const asked = status ? { status } : { patientIds: await numbersOf({ practiceId, patientId }, records) };
  return page.answer(await records.lists.encounters(practiceId, asked, page.asked));
};

const getEncounter: Respond = async ({ practiceId, path }, records) => {
  const encounterId = path.encounterId ?? '';
  const encounter = await records.findEncounter({ practiceId, encounterId });
  if (!encounter) return notFound();
  const [claims, tasks] = await Promise.all([
    records.claimsOfEncounter(practiceId, encounterId),
    records.tasksOfEncounter(practiceId, encounterId),
  ]);
  return json(200, {
    encounter,
    claims: claims.map(withPosition),
    tasks: tasks.map(withoutNonce),
    position: encounterPosition(claims),
  });
};

/** Visits, and what clinics send of them. */
export const encounterRoutes: readonly PracticeRoute[] = [
  {
    method: 'POST',
    path: '/encounters/{encounterId}/documents',
    summary: 'A URL to which one document of a visit may be PUT',
    repeat: 'another URL is offered, and nothing is written',
    permission: 'register',
    audit: { of: ['encounter', 'document'], why: 'payment', fields: { key: 'document' } },
    body: Upload,
    answer: {
      status: 201,
      body: z.object({ method: z.literal('PUT'), url: z.url(), key: z.string(), expiresInSeconds: z.int() }),
    },
    handler: offerUpload,
  },
  {
    method: 'PUT',
    path: '/encounters/{encounterId}/registration',
    summary: 'Registers a visit, or corrects its registration',
    permission: 'register',
    audit: { of: ['encounter', 'patient', 'appointment'], why: 'payment' },
    body: EncounterRegistration,
    answer: { status: 202, body: z.object({ encounterId: z.string(), registration: z.literal('received') }) },
    handler: putRegistration,
  },
  {
    method: 'GET',
    path: '/encounters',
    summary: 'Visits of a status, or of a patient',
    list: 'by when they came',
    permission: 'read',
    audit: { of: ['encounter', 'patient', 'appointment', 'task', 'claim'], why: 'payment' },
    query: EncounterQuery,
    answer: { status: 200, body: pageOf(Encounter) },
    handler: listEncounters,
  },
  {
    method: 'GET',
    path: '/encounters/{encounterId}',
    summary: 'A visit with its claims and tasks',
    permission: 'read',
    audit: { of: ['encounter', 'claim', 'patient', 'task', 'appointment', 'payment'], why: 'payment' },
    answer: {
      status: 200,
      body: z.object({
        encounter: Encounter,
        claims: z.array(ShownClaim),
        tasks: z.array(ShownTask),
        position: ShownPosition,
      }),
    },
    handler: getEncounter,
  },
];
