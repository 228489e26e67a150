import { z } from 'zod';
import type { Actor } from '../domain/actor.ts';
import { CalendarDate } from '../domain/calendar.ts';
import { checkJson } from '../domain/check-input.ts';
import { type Claim, ClaimStatus } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import { creditBalances } from '../domain/ledger/credit-balances.ts';
import { recordRefund, withdrawRefund } from '../domain/ledger/record-refund.ts';
import { cents, mostCents } from '../edi/money.ts';
import { badRequest, type HttpResponse, json } from '../runtime/http-handler.ts';
import { ShownClaim, withPosition } from './claim-routes.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type PracticeRequest, type PracticeRoute, type Respond } from './practice-request.ts';

/** Visits that were paid more than they cost, the most pressing first. */
const listCreditBalances: Respond = async ({ practiceId }, records) => {
  const [practice, payers, lists] = await Promise.all([
    records.findPractice(practiceId),
    records.listPayers(practiceId),
    Promise.all(ClaimStatus.options.map((status) => records.claimsByStatus(practiceId, status))),
  ]);
  const credits = creditBalances(lists.flat(), {
    payerOf: (_practiceId, payerId) => payers.find((payer) => payer.payerId === payerId),
    state: practice?.address.state ?? '',
  });
  return json(200, { creditBalances: credits });
};

const RefundRequest = z.strictObject({
  amount: z.int().min(1, 'A refund is more than nothing').max(mostCents).transform(cents),
  date: CalendarDate,
  checkNumber: z.string().trim().min(1).max(50).optional(),
  document: z.string().trim().min(1).max(200),
  note: z.string().max(2000).optional(),
});

/** Changes a claim of the practice as a member asks. */
const change = async (
  { practiceId, path, by }: PracticeRequest,
  records: PracticeRecords,
  decide: (claim: Claim, by: Actor) => Checked<ClaimChange | undefined>,
): Promise<HttpResponse> => {
  const found = await records.findClaim(path.claimId ?? '');
  if (found?.practiceId !== practiceId) return notFound();
  let findings: readonly Finding[] = [];
  const claim = await records.changeClaim(found.claimId, (before) => {
    const decided = decide(before, by);
    findings = decided.success ? [] : decided.findings;
    return decided.success ? decided.data : undefined;
  });
  return findings.length > 0 ? badRequest(findings) : json(200, { claim: withPosition(claim) });
};

/** Records money that the practice paid back to the payer of a claim; the same again changes nothing. */
const addRefund: Respond = async (request, records) => {
  const asked = checkJson(RefundRequest, request.body);
  if (!asked.success) return badRequest(asked.findings);
  const { checkNumber, note, ...rest } = asked.data;
  const refund = { ...rest, ...(checkNumber && { checkNumber }), ...(note && { note }) };
  const at = records.now().toISOString();
  return change(request, records, (claim, by) => recordRefund(claim, refund, { by, at }));
};

const WithdrawalRequest = z.strictObject({ note: z.string().trim().min(1).max(2000) });

/** Withdraws a refund that was recorded wrongly; it is kept, with who withdrew it and why. */
const removeRefund: Respond = async (request, records) => {
  const asked = checkJson(WithdrawalRequest, request.body);
  if (!asked.success) return badRequest(asked.findings);
  const at = records.now().toISOString();
  return change(request, records, (claim, by) => {
    const refundId = request.path.refundId ?? '';
    if (claim.refunds.some((refund) => refund.refundId === refundId))
      return { success: true, data: withdrawRefund(claim, refundId, { by, at, note: asked.data.note }) };
    const detail = 'The claim has no refund of this id';
    return { success: false, findings: [{ code: 'unknown', path: 'refundId', detail }] };
  });
};

/** What was paid more than it costs. */
export const refundRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/credit-balances',
    summary: 'Visits that were paid more than they cost',
    permission: 'read',
    audit: { of: ['encounter', 'claim'], why: 'payment' },
    answer: { status: 200, body: z.object({ creditBalances: z.array(z.looseObject({})) }) },
    handler: listCreditBalances,
  },
  {
    method: 'POST',
    path: '/claims/{claimId}/refunds',
    summary: 'Records money that was paid back to a payer',
    repeat: 'it is the same refund',
    permission: 'bill',
    audit: { of: ['claim', 'encounter', 'patient', 'task'], why: 'payment' },
    body: RefundRequest,
    answer: { status: 200, body: z.object({ claim: ShownClaim }) },
    handler: addRefund,
  },
  {
    method: 'POST',
    path: '/claims/{claimId}/refunds/{refundId}/withdrawal',
    summary: 'Withdraws a refund that was recorded wrongly',
    repeat: 'what is withdrawn stays so',
    permission: 'bill',
    audit: { of: ['claim', 'encounter', 'patient', 'task'], why: 'payment' },
    body: WithdrawalRequest,
    answer: { status: 200, body: z.object({ claim: ShownClaim }) },
    handler: removeRefund,
  },
];
