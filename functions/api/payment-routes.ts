import { z } from 'zod';
import { programActor } from '../domain/actor.ts';
import { CalendarDate } from '../domain/calendar.ts';
import { checkInput, checkJson } from '../domain/check-input.ts';
import { HandPayment } from '../domain/ledger/hand-payment.ts';
import { differingTellings, type Payment, progressOf } from '../domain/ledger/payment.ts';
import {
  type ActingPerson,
  type PaymentAnswer,
  type PaymentWithParts,
  ReleasePayment,
  ResolveHeld,
  ReversePayment,
} from '../domain/ledger/payment-action.ts';
import { figuresOfPayment, type PaymentFigures } from '../domain/ledger/payment-figures.ts';
import { badRequest, type HttpResponse, json } from '../runtime/http-handler.ts';
import type { PracticeRecords } from './practice-records.ts';
import { notFound, type PracticeRequest, type Respond, unnamedCaller } from './practice-request.ts';

/** A payment as the API shows it in lists: what it says of itself, how it stands, and who told of it otherwise. */
type ListedPayment = Omit<Payment, 'held'> & {
  readonly progress: PaymentFigures;
  readonly differingTellings: readonly string[];
};

const listed = ({ payment: { held: _whole, ...payment }, parts }: PaymentWithParts): ListedPayment => {
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

const PaymentQuery = z.object({
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  fileId: z.string().min(1).max(64).optional(),
});

/** Payments from one day to another, both included; those without a date are in lists without a first day. */
export const listPayments: Respond = async ({ practiceId, query }, { payments }) => {
  const checked = checkInput(PaymentQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const { from = '', to = '9999-12-31', fileId } = checked.data;
  const found = (await payments.ofPractice(practiceId, { from, to })).filter(
    ({ tellings }) => fileId === undefined || tellings.some((telling) => telling.fileId === fileId),
  );
  const withParts = found.map(async (payment) =>
    listed({ payment, parts: await payments.partsOf(payment.paymentId) }),
  );
  return json(200, { payments: await Promise.all(withParts) });
};

export const getPayment: Respond = async ({ practiceId, path }, { payments }) => {
  const payment = await payments.find(path.paymentId ?? '');
  if (payment?.practiceId !== practiceId) return notFound();
  const parts = await payments.partsOf(payment.paymentId);
  return json(200, { payment: detailed({ payment, parts }) });
};

/** Carries out what a person asks for, in the name of the IAM principal that signed the request. */
const act = async <S extends z.ZodType>(
  schema: S,
  { practiceId, body, principal }: PracticeRequest,
  { now }: PracticeRecords,
  carryOut: (asked: z.output<S>, person: ActingPerson) => Promise<PaymentAnswer>,
): Promise<HttpResponse> => {
  if (!principal) return unnamedCaller();
  const asked = checkJson(schema, body);
  if (!asked.success) return badRequest(asked.findings);
  const answer = await carryOut(asked.data, { by: programActor(principal, practiceId), now: now() });
  if (answer.outcome === 'unknown') return notFound();
  if (answer.outcome === 'refused') return badRequest(answer.findings);
  return json(answer.outcome === 'posting' ? 202 : 200, {
    payment: detailed(answer),
    findings: answer.findings,
  });
};

const nameOf = ({ practiceId, path }: PracticeRequest) => ({ practiceId, paymentId: path.paymentId ?? '' });

/** Posts a payment that a person has on paper. 202: it is handed on, and posted within minutes. */
export const postPayment: Respond = (request, records) =>
  act(HandPayment, request, records, (entry, person) =>
    records.payments.postByHand(request.practiceId, entry, person),
  );

/** Matches a held decision, marks it as another system's, or notes who looked at it. */
export const resolveHeld: Respond = (request, records) =>
  act(ResolveHeld, request, records, (asked, person) => {
    const { adjudicationId = '' } = request.path;
    return records.payments.resolveHeld({ ...nameOf(request), adjudicationId }, asked, person);
  });

/** Posts a payment as it is that is held whole. */
export const releasePayment: Respond = (request, records) =>
  act(ReleasePayment, request, records, (asked, person) =>
    records.payments.release(nameOf(request), asked, person),
  );

/** Takes back what was posted by hand. */
export const reversePayment: Respond = (request, records) =>
  act(ReversePayment, request, records, (asked, person) =>
    records.payments.reverse(nameOf(request), asked, person),
  );
