import { z } from 'zod';
import { dateIn } from '../domain/calendar/time-zone.ts';
import { addDays, CalendarDate, daysBetween } from '../domain/calendar.ts';
import { checkInput, checkJson } from '../domain/check-input.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import { BankCredit, Deposit, identifyDeposits } from '../domain/ledger/deposit.ts';
import { type Days, loadReconciliation } from '../domain/ledger/deposits/load-reconciliation.ts';
import type { Reconciliation } from '../domain/ledger/deposits/reconcile-deposits.ts';
import { HandTie } from '../domain/ledger/deposits/tie.ts';
import type { Payment } from '../domain/ledger/payment.ts';
import { badRequest, json, problem } from '../runtime/http-handler.ts';
import { pageOf } from './mechanics/list-page.ts';
import type { PracticeRecords } from './practice-records.ts';
import {
  notFound,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
  type RespondWithPage,
} from './practice-request.ts';

/** A page of a bank's day; more than a list of this length is a statement, which goes into the bucket. */
const mostCredits = 500;

const Credits = z.strictObject({ deposits: z.array(BankCredit.strict()).min(1).max(mostCredits) });

/**
 * Takes credits of a bank in, as one statement: those that were told before, in whatever way, add nothing. Credits that
 * are equal in all that is said of them count once for each time that they stand in one call.
 */
const addDeposits: Respond = async ({ practiceId, body, by }, records) => {
  const credits = checkJson(Credits, body);
  if (!credits.success) return badRequest(credits.findings);
  const source = { kind: 'api', name: by.subject } as const;
  const told = { practiceId, source, at: records.now().toISOString() };
  const deposits = identifyDeposits(credits.data.deposits, told);
  const answers = [];
  for (const deposit of deposits)
    answers.push({ depositId: deposit.depositId, isNew: await records.addDeposit(deposit) });
  return json(201, { deposits: answers });
};

const Query = z.object({ from: CalendarDate.optional(), to: CalendarDate.optional() });

/** Days that are shown when nobody says which, and at most. */
const shownDays = 90;
const mostDays = 400;

const todayOf = async (
  practiceId: string,
  records: PracticeRecords,
  now = records.now(),
): Promise<CalendarDate> => dateIn((await records.findPractice(practiceId))?.timeZone ?? 'UTC', now);

const daysAsked = (query: PracticeRequest['query'], today: CalendarDate): Checked<Days> => {
  const checked = checkInput(Query, query);
  if (!checked.success) return checked;
  const { to = today, from = addDays(to, -shownDays) } = checked.data;
  const days = daysBetween(from, to);
  if (days >= 0 && days <= mostDays) return { success: true, data: { from, to } };
  return { success: false, findings: [finding('from', `The days run forward, ${mostDays} of them at most`)] };
};

const finding = (path: string, detail: string): Finding => ({ code: 'not-possible', path, detail });

/** What came to the bank in some days, in their order. */
const listDeposits: RespondWithPage = async ({ practiceId, query, page }, records) => {
  const days = daysAsked(query, await todayOf(practiceId, records, page.asOf));
  if (!days.success) return badRequest(days.findings);
  return page.answer(await records.lists.deposits(practiceId, days.data, page.asked), days.data);
};

/** Of a payment what tells it from others; what it says of claims is not asked for here. */
const told = ({ paymentId, payer, trace, date, amount, method, status }: Payment) => ({
  paymentId,
  payer,
  trace,
  date,
  amount,
  method,
  status,
});

const shown = ({ ties, differences, depositsAlone, paymentsAlone }: Reconciliation) => ({
  ties: ties.map((tie) => ({ ...tie, payments: tie.payments.map(told) })),
  differences: differences.map((one) => ({ ...one, payments: one.payments.map(told) })),
  depositsWithoutPayment: depositsAlone.map((one) => ({
    ...one,
    choices: one.choices.map((payments) => payments.map(told)),
  })),
  paymentsWithoutDeposit: paymentsAlone.map((one) => ({ ...one, payment: told(one.payment) })),
});

/** How deposits and payments of some days stand to one another: what ties out, and what does not, with its age. */
const getReconciliation: Respond = async ({ practiceId, query }, records) => {
  const today = await todayOf(practiceId, records);
  const days = daysAsked(query, today);
  if (!days.success) return badRequest(days.findings);
  const reconciliation = await loadReconciliation(practiceId, days.data, today, records);
  return json(200, { ...days.data, ...shown(reconciliation) });
};

const Note = HandTie.unwrap().shape.note;
const Ids = z.array(z.string().min(1)).max(200).default([]);

const TieRequest = z
  .strictObject({ depositIds: Ids, paymentIds: Ids, note: Note })
  .refine(({ depositIds, paymentIds }) => depositIds.length + paymentIds.length > 0, {
    path: ['depositIds'],
    message: 'Name a deposit or a payment at least',
  });

/** A person's ties may be about what is older than any list shows. */
const knownDays = 800;

/** Ids that name nothing of the practice. */
const unknownIds = async (
  practiceId: string,
  asked: z.output<typeof TieRequest>,
  records: PracticeRecords,
): Promise<readonly Finding[]> => {
  const today = await todayOf(practiceId, records);
  const days = { from: addDays(today, -knownDays), to: addDays(today, shownDays) };
  const [deposits, payments] = await Promise.all([
    records.depositsOfPractice(practiceId, days),
    records.paymentsOfPractice(practiceId, days),
  ]);
  const known = new Set([
    ...deposits.map(({ depositId }) => depositId),
    ...payments.map(({ paymentId }) => paymentId),
  ]);
  const missing = (path: 'depositIds' | 'paymentIds'): Finding[] =>
    asked[path].flatMap((id, at) =>
      known.has(id) ? [] : [finding(`${path}.${at}`, 'The practice has none of this id')],
    );
  return [...missing('depositIds'), ...missing('paymentIds')];
};

/** What the same deposits and payments are tied under, a number behind it for each time they were before. */
const tieIdOf = (
  practiceId: string,
  { depositIds, paymentIds }: Pick<HandTie, 'depositIds' | 'paymentIds'>,
) => shortDigest(JSON.stringify([practiceId, depositIds.toSorted(), paymentIds.toSorted()]));

/** Ties deposits and payments by a person's word, or sets either aside; each is tied by hand once. */
const tieByHand: Respond = async (request, records) => {
  const { practiceId, body, by } = request;
  const asked = checkJson(TieRequest, body);
  if (!asked.success) return badRequest(asked.findings);
  const unknown = await unknownIds(practiceId, asked.data, records);
  if (unknown.length > 0) return badRequest(unknown);
  const before = await records.handTiesOf(practiceId);
  const stem = tieIdOf(practiceId, asked.data);
  const same = before.filter(({ tieId }) => tieId.startsWith(stem));
  const standing = same.find(({ withdrawn }) => withdrawn === undefined);
  if (standing) return json(200, { tie: standing });
  const ids = new Set([...asked.data.depositIds, ...asked.data.paymentIds]);
  if (
    before.some((tie) => !tie.withdrawn && [...tie.depositIds, ...tie.paymentIds].some((id) => ids.has(id)))
  )
    return problem('ConcurrentChange', { detail: 'One of these is tied by hand already' });
  const tie = {
    ...asked.data,
    tieId: `${stem}-${same.length + 1}`,
    practiceId,
    by,
    at: records.now().toISOString(),
  };
  await records.saveHandTie(tie);
  return json(201, { tie });
};

const TieWithdrawal = z.strictObject({ note: Note });

/** Withdraws what a person tied; it is kept, with who withdrew it and why. */
const withdrawTie: Respond = async ({ practiceId, path, body, by }, records) => {
  const asked = checkJson(TieWithdrawal, body);
  if (!asked.success) return badRequest(asked.findings);
  const tie = (await records.handTiesOf(practiceId)).find(({ tieId }) => tieId === path.tieId);
  if (!tie) return notFound();
  if (tie.withdrawn) return json(200, { tie });
  const after = { ...tie, withdrawn: { by, at: records.now().toISOString(), note: asked.data.note } };
  await records.saveHandTie(after);
  return json(200, { tie: after });
};

/** What came to the bank, and how it stands to payments. */
export const depositRoutes: readonly PracticeRoute[] = [
  {
    method: 'POST',
    path: '/deposits',
    summary: 'Takes credits of a bank in',
    repeat: 'credits that were told before add nothing',
    permission: 'bill',
    audit: 'no-patient-data',
    body: Credits,
    answer: {
      status: 201,
      body: z.object({ deposits: z.array(z.object({ depositId: z.string(), isNew: z.boolean() })) }),
    },
    handler: addDeposits,
  },
  {
    method: 'GET',
    path: '/deposits',
    summary: 'What came to the bank in some days',
    list: 'by day',
    permission: 'read',
    audit: 'no-patient-data',
    query: Query,
    answer: {
      status: 200,
      body: pageOf(Deposit, { from: CalendarDate, to: CalendarDate }),
    },
    handler: listDeposits,
  },
  {
    method: 'GET',
    path: '/reconciliation',
    summary: 'How deposits and payments stand to one another',
    permission: 'read',
    audit: { of: ['payment'], why: 'payment' },
    query: Query,
    answer: {
      status: 200,
      body: z.looseObject({
        from: CalendarDate,
        to: CalendarDate,
        ties: z.array(z.looseObject({})),
        differences: z.array(z.looseObject({})),
      }),
    },
    handler: getReconciliation,
  },
  {
    method: 'POST',
    path: '/reconciliation/ties',
    summary: 'Ties deposits and payments by hand, or sets either aside',
    repeat: 'what is tied so is answered as it stands',
    permission: 'bill',
    audit: { of: ['payment'], why: 'payment' },
    body: TieRequest,
    answer: { status: 201, orStatus: 200, body: z.object({ tie: HandTie }) },
    handler: tieByHand,
  },
  {
    method: 'POST',
    path: '/reconciliation/ties/{tieId}/withdrawal',
    summary: 'Withdraws what was tied by hand',
    repeat: 'what is withdrawn stays so',
    permission: 'bill',
    audit: { of: ['payment'], why: 'payment' },
    body: TieWithdrawal,
    answer: { status: 200, body: z.object({ tie: HandTie }) },
    handler: withdrawTie,
  },
];
