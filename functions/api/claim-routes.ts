import { z } from 'zod';
import { checkInput } from '../domain/check-input.ts';
import { Claim, ClaimEvent, ClaimStatus } from '../domain/claim.ts';
import { called } from '../domain/field.ts';
import { claimPosition, type Position } from '../domain/position.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { claimsOfPerson } from './patients/authorization-routes.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type PracticeRequest, type PracticeRoute, type Respond } from './practice-request.ts';
import { ShownTask, withoutNonce } from './task-routes.ts';

/** A claim with where its money stands, in cents. */
export const withPosition = (claim: Claim): Claim & { position: Position } => ({
  ...claim,
  position: claimPosition(claim),
});

const ClaimQuery = z.object({
  status: ClaimStatus.optional(),
  patient: z.string().min(1).max(36).optional(),
  payer: z.string().min(2).max(80).optional().describe('its id in the contracts'),
  payerControlNumber: z.string().min(1).max(50).optional(),
});

/** Claims by the payer's number or of a patient, of a status or a payer, or all. */
const listClaims: Respond = async ({ practiceId, query }, records) => {
  const checked = checkInput(ClaimQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const { status, payer } = checked.data;
  const found = await findClaims(practiceId, checked.data, records);
  const claims = found
    .filter((claim) => claim.practiceId === practiceId && (!status || claim.status === status))
    .filter(({ payerId }) => !payer || payerId === payer);
  return json(200, { claims: claims.map(withPosition) });
};

/** By the narrowest of what is asked for; what is left of the question is filtered. */
const findClaims = (
  practiceId: string,
  { status, patient, payerControlNumber }: z.output<typeof ClaimQuery>,
  records: PracticeRecords,
): Promise<Claim[]> => {
  if (payerControlNumber) return records.claimsByPayerControlNumber(payerControlNumber);
  if (patient) return claimsOfPerson(practiceId, patient, records);
  return claimsOf(practiceId, status ? [status] : ClaimStatus.options, records);
};

const claimsOf = async (
  practiceId: string,
  statuses: readonly ClaimStatus[],
  records: PracticeRecords,
): Promise<Claim[]> => {
  const lists = await Promise.all(statuses.map((status) => records.claimsByStatus(practiceId, status)));
  return lists.flat();
};

/** The claim that the path names, where it is the practice’s. */
export const ownClaim = async (
  { practiceId, path }: PracticeRequest,
  records: PracticeRecords,
): Promise<Claim | undefined> => {
  const claim = await records.findClaim(path.claimId ?? '');
  return claim?.practiceId === practiceId ? claim : undefined;
};

const getClaim: Respond = async (request, records) => {
  const claim = await ownClaim(request, records);
  if (!claim) return notFound();
  const tasks = await records.tasksOfClaim(claim.claimId);
  return json(200, { claim: withPosition(claim), tasks: tasks.map(withoutNonce) });
};

const getClaimHistory: Respond = async (request, records) => {
  const claim = await ownClaim(request, records);
  return claim ? json(200, { events: await records.claimHistory(claim.claimId) }) : notFound();
};

/** Where the money of a claim or a visit stands, in cents. */
export const ShownPosition = called(
  'Position',
  z.looseObject({
    charge: z.int(),
    insurancePaid: z.int(),
    adjustments: z.int(),
    writtenOff: z.int(),
    receivable: z.int(),
    patientBalance: z.int(),
    open: z.int(),
  }),
);

/** A claim as it is answered with. */
export const ShownClaim = Claim.extend({ position: ShownPosition });

/** Claims, each with where its money stands. */
export const claimRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/claims',
    summary: 'Claims of a status, of a patient or a payer, or by the number of the payer',
    permission: 'read',
    audit: { of: ['claim', 'encounter', 'patient', 'task'], why: 'payment', fields: { patient: 'patient' } },
    query: ClaimQuery,
    answer: { status: 200, body: z.object({ claims: z.array(ShownClaim) }) },
    handler: listClaims,
  },
  {
    method: 'GET',
    path: '/claims/{claimId}',
    summary: 'A claim with its tasks',
    permission: 'read',
    audit: { of: ['claim', 'encounter', 'patient', 'task', 'payment'], why: 'payment' },
    answer: { status: 200, body: z.object({ claim: ShownClaim, tasks: z.array(ShownTask) }) },
    handler: getClaim,
  },
  {
    method: 'GET',
    path: '/claims/{claimId}/history',
    summary: 'What happened to a claim, the oldest first',
    permission: 'read',
    audit: { of: ['claim'], why: 'payment' },
    answer: { status: 200, body: z.object({ events: z.array(ClaimEvent) }) },
    handler: getClaimHistory,
  },
];
