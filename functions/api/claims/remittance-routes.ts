import { z } from 'zod';
import { daysRunForward } from '../../domain/calendar/days-asked.ts';
import { CalendarDate } from '../../domain/calendar.ts';
import { checkInput } from '../../domain/check-input.ts';
import { Amount } from '../../domain/claim/amount.ts';
import { called } from '../../domain/field.ts';
import { Held, type Payment, type PaymentPart } from '../../domain/ledger/payment.ts';
import { badRequest, json } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';
import { answerText, FileText } from './file-routes.ts';

/** An 835 as far as it pays the practice: a file may hold payments to others, of which nothing is told. */
const ToldPayment = z.object({
  paymentId: z.string(),
  payer: z.string(),
  trace: z.string(),
  date: CalendarDate.optional(),
  amount: Amount,
  status: z.enum(['held', 'posting', 'posted']),
});

const Remittance = called(
  'Remittance',
  z.object({
    remittanceId: z.string(),
    partnerId: z.string(),
    at: z.string().describe('when it came'),
    payments: z.array(ToldPayment),
  }),
);
type Remittance = z.infer<typeof Remittance>;

const toldPayment = ({ paymentId, payer, trace, date, amount, status }: Payment) => ({
  ...{ paymentId, payer: payer.name, trace, amount, status },
  ...(date !== undefined && { date }),
});

/** Payments by the files that told of them; those that a person posted came in none. */
const remittancesOf = (payments: readonly Payment[], { files }: PracticeRecords): readonly Remittance[] => {
  const told = payments.flatMap((payment) =>
    payment.tellings
      .filter(({ byHand, fileId }) => !byHand && fileId !== '')
      .map(({ partnerId, fileId, at }) => ({
        remittanceId: files.nameOf({ partnerId, direction: 'inbound', fileId }),
        ...{ partnerId, at, payment },
      })),
  );
  return [...Map.groupBy(told, ({ remittanceId }) => remittanceId)].map(([remittanceId, some]) => ({
    remittanceId,
    partnerId: some[0]?.partnerId ?? '',
    at: some[0]?.at ?? '',
    payments: [...new Set(some.map(({ payment }) => payment))].map(toldPayment),
  }));
};

const RemittanceQuery = z
  .object({
    from: CalendarDate.optional().describe('day of the payment'),
    to: CalendarDate.optional(),
  })
  .refine(...daysRunForward);

const ever = { from: '', to: '9999-12-31' };

/** The 835 files that told of payments of some days. */
const listRemittances: Respond = async ({ practiceId, query }, records) => {
  const asked = checkInput(RemittanceQuery, query);
  if (!asked.success) return badRequest(asked.findings);
  const { from = ever.from, to = ever.to } = asked.data;
  const payments = await records.payments.ofPractice(practiceId, { from, to });
  return json(200, { remittances: remittancesOf(payments, records) });
};

/** The payments of the practice that a file told of. */
const paymentsIn = async (practiceId: string, name: string, records: PracticeRecords): Promise<Payment[]> =>
  (await records.payments.ofPractice(practiceId, ever)).filter(({ tellings }) =>
    tellings.some(
      ({ partnerId, fileId }) => records.files.nameOf({ partnerId, direction: 'inbound', fileId }) === name,
    ),
  );

/** What a payment decides about claims, and what became of each decision; one that came in two files counts once. */
const decisionsOf = (paymentId: string, parts: readonly PaymentPart[]) => {
  const each = parts.flatMap(({ decisions, posting }) =>
    decisions.map(({ adjudicationId, paid }) => {
      const claimId = posting?.claims?.[adjudicationId];
      const held = posting?.held.filter((one) => one.adjudicationId === adjudicationId) ?? [];
      return { paymentId, adjudicationId, paid, ...(claimId && { claimId }), held };
    }),
  );
  return [...new Map(each.map((one) => [one.adjudicationId, one])).values()];
};

const getRemittance: Respond = async ({ practiceId, path }, records) => {
  const payments = await paymentsIn(practiceId, path.remittanceId ?? '', records);
  const remittance = remittancesOf(payments, records).find(
    ({ remittanceId }) => remittanceId === path.remittanceId,
  );
  if (!remittance) return notFound();
  const decisions = await Promise.all(
    payments.map(async ({ paymentId }) => decisionsOf(paymentId, await records.payments.partsOf(paymentId))),
  );
  return json(200, { remittance, decisions: decisions.flat() });
};

const getRemittanceFile: Respond = async ({ practiceId, path }, records) => {
  const { remittanceId = '' } = path;
  const payments = await paymentsIn(practiceId, remittanceId, records);
  const file = payments.length > 0 ? await records.files.find(remittanceId) : undefined;
  return file ? answerText(file, practiceId, records) : notFound();
};

const ClaimDecision = called(
  'PaymentDecision',
  z.object({
    paymentId: z.string(),
    adjudicationId: z.string(),
    paid: Amount,
    claimId: z.string().optional().describe('with which it is kept, once it is posted'),
    held: z.array(Held).describe('why it is not posted'),
  }),
);

/** Remittances of payers. */
export const remittanceRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/remittances',
    summary: 'The 835 files that told of payments of some days',
    permission: 'read',
    audit: { of: ['payment'], why: 'payment' },
    query: RemittanceQuery,
    answer: { status: 200, body: z.object({ remittances: z.array(Remittance) }) },
    handler: listRemittances,
  },
  {
    method: 'GET',
    path: '/remittances/{remittanceId}',
    summary: 'An 835 file with the claims that it pays and denies, as far as they are the practice’s',
    permission: 'read',
    audit: { of: ['payment', 'claim'], why: 'payment' },
    answer: {
      status: 200,
      body: z.object({ remittance: Remittance, decisions: z.array(ClaimDecision) }),
    },
    handler: getRemittance,
  },
  {
    method: 'GET',
    path: '/remittances/{remittanceId}/file',
    summary: 'The X12 of an 835 file, the payments of the practice alone',
    permission: 'read',
    audit: { of: ['payment'], why: 'payment' },
    answer: { status: 200, body: FileText },
    handler: getRemittanceFile,
  },
];
