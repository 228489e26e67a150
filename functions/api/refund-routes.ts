import { z } from 'zod';
import { programActor } from '../domain/actor.ts';
import { CalendarDate } from '../domain/calendar.ts';
import { checkJson } from '../domain/check-input.ts';
import { type Claim, ClaimStatus } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import { creditBalances } from '../domain/ledger/credit-balances.ts';
import { recordRefund, withdrawRefund } from '../domain/ledger/record-refund.ts';
import { MoneyInCents } from '../domain/practice.ts';
import { badRequest, type HttpResponse, json } from '../runtime/http-handler.ts';
import { withPosition } from './claim-routes.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type PracticeRequest, type Respond, unnamedCaller } from './practice-request.ts';

/** Visits that were paid more than they cost, the most pressing first. */
export const listCreditBalances: Respond = async ({ practiceId }, records) => {
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
  amount: MoneyInCents.refine((amount) => amount > 0, 'A refund is more than nothing'),
  date: CalendarDate,
  checkNumber: z.string().trim().min(1).max(50).optional(),
  document: z.string().trim().min(1).max(200),
  note: z.string().max(2000).optional(),
});

/** Changes a claim of the practice as a caller asks who is known by name. */
const change = async (
  { practiceId, path, principal }: PracticeRequest,
  records: PracticeRecords,
  decide: (claim: Claim, by: ReturnType<typeof programActor>) => Checked<ClaimChange | undefined>,
): Promise<HttpResponse> => {
  if (!principal) return unnamedCaller();
  const found = await records.findClaim(path.claimId ?? '');
  if (found?.practiceId !== practiceId) return notFound();
  let findings: readonly Finding[] = [];
  const claim = await records.changeClaim(found.claimId, (before) => {
    const decided = decide(before, programActor(principal, practiceId));
    findings = decided.success ? [] : decided.findings;
    return decided.success ? decided.data : undefined;
  });
  return findings.length > 0 ? badRequest(findings) : json(200, { claim: withPosition(claim) });
};

/** Records money that the practice paid back to the payer of a claim; the same again changes nothing. */
export const addRefund: Respond = async (request, records) => {
  const asked = checkJson(RefundRequest, request.body);
  if (!asked.success) return badRequest(asked.findings);
  const { checkNumber, note, ...rest } = asked.data;
  const refund = { ...rest, ...(checkNumber && { checkNumber }), ...(note && { note }) };
  const at = records.now().toISOString();
  return change(request, records, (claim, by) => recordRefund(claim, refund, { by, at }));
};

/** Withdraws a refund that was recorded wrongly; it is kept, with who withdrew it and why. */
export const removeRefund: Respond = async (request, records) => {
  const asked = checkJson(z.strictObject({ note: z.string().trim().min(1).max(2000) }), request.body);
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
