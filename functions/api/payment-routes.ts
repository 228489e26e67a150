import { z } from 'zod';
import { daysRunForward } from '../domain/calendar/days-asked.ts';
import { CalendarDate } from '../domain/calendar.ts';
import { checkInput, checkJson } from '../domain/check-input.ts';
import { called } from '../domain/field.ts';
import { Finding } from '../domain/finding.ts';
import { HandPayment } from '../domain/ledger/hand-payment.ts';
import { differingTellings, Held, Payment, progressOf } from '../domain/ledger/payment.ts';
import {
  type ActingPerson,
  type PaymentAnswer,
  type PaymentWithParts,
  ReleasePayment,
  ResolveHeld,
  ReversePayment,
} from '../domain/ledger/payment-action.ts';
import { figuresOfPayment, type PaymentFigures } from '../domain/ledger/payment-figures.ts';
import { Resolution } from '../domain/ledger/resolution.ts';
import { badRequest, type HttpResponse, json } from '../runtime/http-handler.ts';
import { pageOf } from './mechanics/list-page.ts';
import type { PracticeRecords } from './practice-records.ts';
import {
  notFound,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
  type RespondWithPage,
} from './practice-request.ts';

/** A payment as the API shows it in lists: what it says of itself, how it stands, and who told of it otherwise. */
type ShownPayment = Omit<Payment, 'held'> & {
  readonly progress: PaymentFigures;
  readonly differingTellings: readonly string[];
};

const listed = ({ payment: { held: _whole, ...payment }, parts }: PaymentWithParts): ShownPayment => {
  const whole = { ...payment, held: _whole };
  return {
    ...payment,
    progress: figuresOfPayment(whole, parts),
    differingTellings: differingTellings(whole).map(({ tellingId }) => tellingId),
  };
};

/** With all that is held, and what people said of it. */
const detailed = ({ payment, parts }: PaymentWithParts) => ({
  ...listed({ payment, parts }),
  held: progressOf(payment, parts).held,
  resolutions: parts.flatMap(({ resolutions = [] }) => resolutions),
});

const PaymentQuery = z
  .strictObject({ from: CalendarDate.optional(), to: CalendarDate.optional() })
  .refine(...daysRunForward);

/** Payments from one day to another, both included; those without a date are in lists without a first day. */
const listPayments: RespondWithPage = async ({ practiceId, query, page }, { payments, lists }) => {
  const checked = checkInput(PaymentQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const { from = '', to = '9999-12-31' } = checked.data;
  const { items, next } = await lists.payments(practiceId, { from, to }, page.asked);
  const withParts = items.map(async (payment) =>
    listed({ payment, parts: await payments.partsOf(payment.paymentId) }),
  );
  return page.answer({ items: await Promise.all(withParts), next });
};

const getPayment: Respond = async ({ practiceId, path }, { payments }) => {
  const payment = await payments.find(path.paymentId ?? '');
  if (payment?.practiceId !== practiceId) return notFound();
  const parts = await payments.partsOf(payment.paymentId);
  return json(200, { payment: detailed({ payment, parts }) });
};

/** Carries out what a person asks for, in the name of the member who does. */
const act = async <S extends z.ZodType>(
  schema: S,
  { body, by }: PracticeRequest,
  { now }: PracticeRecords,
  carryOut: (asked: z.output<S>, person: ActingPerson) => Promise<PaymentAnswer>,
): Promise<HttpResponse> => {
  const asked = checkJson(schema, body);
  if (!asked.success) return badRequest(asked.findings);
  const answer = await carryOut(asked.data, { by, now: now() });
  if (answer.outcome === 'unknown') return notFound();
  if (answer.outcome === 'refused') return badRequest(answer.findings);
  return json(answer.outcome === 'posting' ? 202 : 200, {
    payment: detailed(answer),
    findings: answer.findings,
  });
};

const nameOf = ({ practiceId, path }: PracticeRequest) => ({ practiceId, paymentId: path.paymentId ?? '' });

/** Posts a payment that a person has on paper. 202: it is handed on, and posted within minutes. */
const postPayment: Respond = (request, records) =>
  act(HandPayment, request, records, (entry, person) =>
    records.payments.postByHand(request.practiceId, entry, person),
  );

/** Matches a held decision, marks it as another system's, or notes who looked at it. */
const resolveHeld: Respond = (request, records) =>
  act(ResolveHeld, request, records, (asked, person) => {
    const { adjudicationId = '' } = request.path;
    return records.payments.resolveHeld({ ...nameOf(request), adjudicationId }, asked, person);
  });

/** Posts a payment as it is that is held whole. */
const releasePayment: Respond = (request, records) =>
  act(ReleasePayment, request, records, (asked, person) =>
    records.payments.release(nameOf(request), asked, person),
  );

/** Takes back what was posted by hand. */
const reversePayment: Respond = (request, records) =>
  act(ReversePayment, request, records, (asked, person) =>
    records.payments.reverse(nameOf(request), asked, person),
  );

const ListedPayment = Payment.unwrap()
  .omit({ held: true })
  .extend({
    progress: z.looseObject({}).describe('figures in cents'),
    differingTellings: z.array(z.string()),
  });
const DetailedPayment = ListedPayment.extend({ held: z.array(Held), resolutions: z.array(Resolution) });
const ActedAnswer = called(
  'PaymentActedOn',
  z.object({ payment: DetailedPayment, findings: z.array(Finding) }),
);

/** Payments, and what people do to them. */
export const paymentRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/payments',
    summary: 'Payments of some days, or of all',
    list: 'by day, those without one first',
    permission: 'read',
    audit: { of: ['payment', 'claim'], why: 'payment' },
    query: PaymentQuery,
    answer: { status: 200, body: pageOf(ListedPayment) },
    handler: listPayments,
  },
  {
    method: 'POST',
    path: '/payments',
    summary: 'Posts a payment that a person has on paper',
    repeat: 'a payment that was entered before adds nothing',
    permission: 'bill',
    audit: { of: ['payment', 'claim'], why: 'payment' },
    body: HandPayment,
    answer: {
      status: 202,
      orStatus: 200,
      body: ActedAnswer,
    },
    handler: postPayment,
  },
  {
    method: 'GET',
    path: '/payments/{paymentId}',
    summary: 'A payment with all that is held of it',
    permission: 'read',
    audit: { of: ['payment', 'claim'], why: 'payment' },
    answer: { status: 200, body: z.object({ payment: DetailedPayment }) },
    handler: getPayment,
  },
  {
    method: 'POST',
    path: '/payments/{paymentId}/held/{adjudicationId}',
    summary: 'Matches a held decision, or says whose it is',
    repeat: 'said again it adds nothing',
    permission: 'bill',
    audit: { of: ['payment', 'claim'], why: 'payment' },
    body: ResolveHeld,
    answer: {
      status: 200,
      orStatus: 202,
      body: ActedAnswer,
    },
    handler: resolveHeld,
  },
  {
    method: 'POST',
    path: '/payments/{paymentId}/release',
    summary: 'Posts a payment as it is that is held whole',
    repeat: 'released again it adds nothing',
    permission: 'bill',
    audit: { of: ['payment', 'claim'], why: 'payment' },
    body: ReleasePayment,
    answer: {
      status: 200,
      orStatus: 202,
      body: ActedAnswer,
    },
    handler: releasePayment,
  },
  {
    method: 'POST',
    path: '/payments/{paymentId}/reverse',
    summary: 'Takes back what was posted by hand',
    repeat: 'taken back again it adds nothing',
    permission: 'bill',
    audit: { of: ['payment', 'claim'], why: 'payment' },
    body: ReversePayment,
    answer: {
      status: 200,
      orStatus: 202,
      body: ActedAnswer,
    },
    handler: reversePayment,
  },
];
