import { z } from 'zod';
import { checkInput } from '../domain/check-input.ts';
import { Encounter, EncounterStatus } from '../domain/encounter.ts';
import { encounterPosition } from '../domain/ledger/encounter-position.ts';
import { EncounterRegistration } from '../domain/visit/registration.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { ShownClaim, ShownPosition, withPosition } from './claim-routes.ts';
import { oneOf, pageOf } from './mechanics/list-page.ts';
import { numbersOf } from './patients/numbers-of.ts';
import { notFound, type PracticeRoute, type Respond, type RespondWithPage } from './practice-request.ts';
import { ShownTask, withoutNonce } from './task-routes.ts';

/** Takes the registration of a visit and says at once what is wrong in it; nothing is kept of one that is refused. */
const putRegistration: Respond = async ({ practiceId, path, bytes }, records) => {
  const { encounterId = '' } = path;
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

/** Visits, and how they are registered. */
export const encounterRoutes: readonly PracticeRoute[] = [
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
