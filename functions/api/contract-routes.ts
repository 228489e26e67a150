import { z } from 'zod';
import { CalendarDate } from '../domain/calendar.ts';
import { checkInput } from '../domain/check-input.ts';
import { ClaimStatus } from '../domain/claim.ts';
import { contractVariances } from '../domain/contract/contract-variances.ts';
import { FeeLine, feesOn } from '../domain/contract/fee-line.ts';
import { onePage } from '../domain/paging/page.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { pageOf } from './mechanics/list-page.ts';
import { notFound, type PracticeRoute, type Respond, type RespondWithPage } from './practice-request.ts';

/** What payers allowed otherwise than their contracts: underpaid, and above what was expected for information. */
const getVariances: Respond = async ({ practiceId }, records) => {
  const practice = await records.findPractice(practiceId);
  if (!practice) return notFound();
  const lists = await Promise.all(
    ClaimStatus.options.map((status) => records.claimsByStatus(practiceId, status)),
  );
  return json(200, contractVariances(lists.flat(), practice.underpayment));
};

const FeeQuery = z
  .strictObject({
    procedure: z
      .string()
      .regex(/^[A-Z0-9]{5}$/)
      .optional(),
    on: CalendarDate.optional().describe('with a procedure: only what is in force on the date'),
  })
  .refine(({ procedure, on }) => on === undefined || procedure !== undefined, {
    path: ['procedure'],
    message: 'Say of which procedure: no index has all fees of a date',
  });

/** The fees of a payer's contract: all editions, or those of one procedure, or of that on a date. */
const getFees: RespondWithPage = async ({ practiceId, path, query, page }, records) => {
  const asked = checkInput(FeeQuery, query);
  if (!asked.success) return badRequest(asked.findings);
  const payerId = path.payerId ?? '';
  if (!(await records.payerIds(practiceId)).includes(payerId)) return notFound();
  const { procedure, on } = asked.data;
  if (procedure === undefined || on === undefined)
    return page.answer(await records.lists.fees(practiceId, { payerId, procedure }, page.asked));
  // The editions of one procedure are few, and which is in force shows from all of them.
  const editions = await records.contracts.feesOfPayer(practiceId, payerId, procedure);
  return page.answer(onePage(feesOn(editions, on)));
};

/** Contracts with payers, and what is paid otherwise. */
export const contractRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/fee-schedules/{payerId}',
    summary: 'The fees of a payer’s contract',
    permission: 'read',
    audit: 'no-patient-data',
    list: 'by procedure',
    query: FeeQuery,
    answer: { status: 200, body: pageOf(FeeLine) },
    handler: getFees,
  },
  {
    method: 'GET',
    path: '/reports/underpayments',
    summary: 'What payers allowed otherwise than their contracts',
    permission: 'read',
    audit: { of: ['claim', 'encounter'], why: 'payment' },
    answer: { status: 200, body: z.looseObject({}) },
    handler: getVariances,
  },
];
