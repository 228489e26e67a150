import { z } from 'zod';
import { checkInput } from '../domain/check-input.ts';
import { Claim, ClaimEvent, ClaimStatus } from '../domain/claim.ts';
import { called } from '../domain/field.ts';
import { onePage, type Page, type PageAsked, shownAs } from '../domain/paging/page.ts';
import { claimPosition, type Position } from '../domain/position.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { oneOf, pageOf } from './mechanics/list-page.ts';
import { numbersOf } from './patients/numbers-of.ts';
import type { PracticeRecords } from './practice-records.ts';
import {
  notFound,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
  type RespondWithPage,
} from './practice-request.ts';
import { ShownTask, withoutNonce } from './task-routes.ts';

/** A claim with where its money stands, in cents. */
export const withPosition = (claim: Claim): Claim & { position: Position } => ({
  ...claim,
  position: claimPosition(claim),
});

const ClaimQuery = oneOf({
  status: ClaimStatus,
  patient: z.string().min(1).max(36),
  payerControlNumber: z.string().min(1).max(50),
});

/** Claims of a status, of a patient, or by the payer's number: of one of them, which an index serves. */
const listClaims: RespondWithPage = async ({ practiceId, query, page }, records) => {
  const checked = checkInput(ClaimQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  return page.answer(shownAs(await findClaims(practiceId, checked.data, page.asked, records), withPosition));
};

const findClaims = async (
  practiceId: string,
  { status, patient, payerControlNumber }: z.output<typeof ClaimQuery>,
  page: PageAsked,
  records: PracticeRecords,
): Promise<Page<Claim>> => {
  if (status) return records.lists.claims(practiceId, { status }, page);
  if (patient) {
    const patientIds = await numbersOf({ practiceId, patientId: patient }, records);
    return records.lists.claims(practiceId, { patientIds }, page);
  }
  // Payers number their claims each for itself: a handful at most has one number.
  const found = await records.claimsByPayerControlNumber(payerControlNumber ?? '');
  return onePage(found.filter((claim) => claim.practiceId === practiceId));
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

const getClaimHistory: RespondWithPage = async (request, records) => {
  const claim = await ownClaim(request, records);
  if (!claim) return notFound();
  return request.page.answer(await records.lists.events(claim.practiceId, claim, request.page.asked));
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
    summary: 'Claims of a status, of a patient, or by the number of the payer',
    permission: 'read',
    audit: { of: ['claim', 'encounter', 'patient', 'task'], why: 'payment', fields: { patient: 'patient' } },
    list: 'by the day of service',
    query: ClaimQuery,
    answer: { status: 200, body: pageOf(ShownClaim) },
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
    summary: 'What happened to a claim',
    list: 'the oldest first',
    permission: 'read',
    audit: { of: ['claim'], why: 'payment' },
    answer: { status: 200, body: pageOf(ClaimEvent) },
    handler: getClaimHistory,
  },
];
