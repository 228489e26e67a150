import { z } from 'zod';
import { checkInput, checkJson } from '../domain/check-input.ts';
import { EncounterStatus } from '../domain/encounter.ts';
import { encounterIdPattern } from '../domain/ids.ts';
import { encounterPosition } from '../domain/ledger/encounter-position.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { withPosition } from './claim-routes.ts';
import { documentKey } from './document-key.ts';
import { notFound, type Respond } from './practice-request.ts';
import { withoutNonce } from './task-routes.ts';

const Upload = z.object({ fileName: z.string().min(1).max(255) });

/** Long enough for a slow line, short enough that a leaked URL is soon worthless. */
const uploadSeconds = 900;

/** A URL to which the clinic may PUT one document of a visit. */
export const offerUpload: Respond = async ({ practiceId, path, body }, records) => {
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
export const putRegistration: Respond = async ({ practiceId, path, bytes }, records) => {
  const place = checkInput(z.object({ encounterId: z.string().regex(encounterIdPattern) }), path);
  if (!place.success) return badRequest(place.findings);
  const { encounterId } = place.data;
  const findings = await records.submitRegistration({ practiceId, encounterId }, { body: bytes });
  return findings.length > 0 ? badRequest(findings) : json(202, { encounterId, registration: 'received' });
};

const EncounterQuery = z.object({ status: EncounterStatus.optional() });

export const listEncounters: Respond = async ({ practiceId, query }, records) => {
  const checked = checkInput(EncounterQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const statuses = checked.data.status ? [checked.data.status] : EncounterStatus.options;
  const lists = await Promise.all(statuses.map((status) => records.encountersByStatus(practiceId, status)));
  return json(200, { encounters: lists.flat() });
};

export const getEncounter: Respond = async ({ practiceId, path }, records) => {
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
