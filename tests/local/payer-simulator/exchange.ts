import { beginningOf } from '../../../functions/edi/envelope/beginning-of.ts';
import { adjustmentsOf } from '../../../functions/edi/guide/adjustment-list.ts';
import type { Guide } from '../../../functions/edi/guide/declare.ts';
import { type Cents, sum } from '../../../functions/edi/money.ts';
import { checking } from '../../../functions/edi/parse.ts';
import { readSets, writeSets } from '../../../functions/edi/sets.ts';
import { statusInquiryGuide } from '../../../functions/edi/x276/guide.ts';
import { claimsOf as statusesIn } from '../../../functions/edi/x277/claims-of.ts';
import { statusResponseGuide } from '../../../functions/edi/x277/guide.ts';
import { claimsOf as acknowledgedIn } from '../../../functions/edi/x277ca/claims-of.ts';
import { claimAcknowledgementGuide } from '../../../functions/edi/x277ca/guide.ts';
import type { ClaimAcknowledgement } from '../../../functions/edi/x277ca/loops.ts';
import { claimsOf as decidedIn } from '../../../functions/edi/x835/claims-of.ts';
import { remittanceGuide } from '../../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../../functions/edi/x835/loops.ts';
import type { BilledClaim } from '../../../functions/edi/x837p/claims-of.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import type { SubscriberLevel } from '../../../functions/edi/x837p/loops.ts';
import type { Answer, Office } from '../../../local/payer-simulator/answer.ts';
import { answerFile } from '../../../local/payer-simulator/answer-file.ts';
import { openLedger } from '../../../local/payer-simulator/ledger.ts';
import { loadPayerRules } from '../../../local/payer-simulator/payer-rules.ts';
import { rulesFolder, today } from './visits.ts';

export const dayMs = 86_400_000;

const payers = await loadPayerRules(rulesFolder);

export const openOffice = (): Office => ({ payers, ledger: openLedger(), dayMs });

/** The instant that lies a number of days after the first file of a test. */
export const onDay = (day: number): Date =>
  new Date(Date.parse(`${today}T09:00:00Z`) + Math.round(day * dayMs));

let lastControlNumber = 0;

export const envelope = () => {
  lastControlNumber += 1;
  return {
    senderId: '990041207',
    receiverId: 'PAYERS',
    controlNumber: lastControlNumber,
    createdAt: onDay(0).toISOString(),
    usage: 'T' as const,
  };
};

/** A policy with its claim, which stands below the patient where that is someone else. */
const subscriberLevel = ({ claim, coverage, dependent }: BilledClaim): SubscriberLevel =>
  dependent === undefined
    ? { ...coverage, claims: [claim] }
    : { ...coverage, patients: [{ ...dependent, claims: [claim] }] };

export const claimText = (...claims: BilledClaim[]): string => {
  const header = envelope();
  return writeSets(header, professionalClaimGuide, [
    {
      purpose: '00',
      ...beginningOf(header),
      type: 'CH',
      submitter: {
        entityType: '2',
        name: 'Maple Street',
        idQualifier: '46',
        id: '990041207',
        contacts: [{ name: 'Billing', numbers: [{ qualifier: 'TE', number: '6145550142' }] }],
      },
      receiver: { entityType: '2', name: 'Payers', idQualifier: '46', id: 'PAYERS' },
      billingProviders: claims
        .slice(0, 1)
        .map(({ biller }) => ({ ...biller, subscribers: claims.map(subscriberLevel) })),
    },
  ]);
};

/** Sends a file on a day and returns its answers by transaction, after a day count each. */
export const send = (office: Office, file: { name: string; text: string; day?: number }): Answer[] =>
  answerFile({ name: file.name, text: file.text, receivedAt: onDay(file.day ?? 0) }, office).answers;

export const sendClaims = (office: Office, day: number, ...claims: BilledClaim[]): Answer[] => {
  const text = claimText(...claims);
  return send(office, { name: `837P-${String(lastControlNumber).padStart(9, '0')}.x12`, text, day });
};

const practice = { entityType: '2', name: 'Maple Street' };

export const inquire = (office: Office, day: number, { claim, coverage }: BilledClaim): Answer[] => {
  const header = envelope();
  const { entityType, name, firstName, idQualifier, id } = coverage.subscriber;
  const text = writeSets(header, statusInquiryGuide, [
    {
      purpose: '13',
      ...beginningOf(header),
      sources: [
        {
          payer: coverage.payer,
          receivers: [
            {
              receiver: { ...practice, idQualifier: '46', id: '990041207' },
              providers: [
                {
                  providers: [{ ...practice, idQualifier: 'XX', id: '2450100013' }],
                  subscribers: [
                    {
                      dateOfBirth: '1970-06-21',
                      gender: 'M',
                      subscriber: { entityType, name, firstName, idQualifier, id },
                      claims: [
                        {
                          traceNumber: 'TRACE-1',
                          patientControlNumber: claim.patientControlNumber,
                          charge: claim.totalCharge,
                          servicePeriod: claim.lines[0]?.servicePeriod,
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
  return send(office, { name: `276-${String(lastControlNumber).padStart(9, '0')}.x12`, text, day });
};

export const appealText = ({ claim }: BilledClaim, controlNumber: string | undefined): string =>
  [
    'Appeal',
    `Patient control number: ${claim.patientControlNumber}`,
    `Payer claim control number: ${controlNumber ?? 'not assigned'}`,
    'To: the payer',
    '',
    'The records show why the service was needed.',
  ].join('\n');

/** Reads what an answer says; an answer of ours must be free of findings at every level. */
export const clean = <T, Unit>(text: string, guide: Guide<T, Unit>): T[] => {
  const read = readSets(text, guide, checking());
  if (!read.success || (read.findings ?? []).length > 0) throw new Error(JSON.stringify(read.findings));
  return read.data.sets.map(({ data }) => data);
};

export const bodiesOf = (answers: readonly Answer[], transaction: string): string[] =>
  answers.filter((answer) => answer.transaction === transaction).map(({ body }) => body);

/** The days after which the answers come, by transaction: "835@10". */
export const timesOf = (answers: readonly Answer[], day = 0): string[] =>
  answers.map(
    ({ transaction, dueAt }) =>
      `${transaction}@${Math.round(((dueAt.getTime() - onDay(day).getTime()) / dayMs) * 100) / 100}`,
  );

/** All sets of one guide in the answers. */
const answersIn = <T, Unit>(answers: readonly Answer[], guide: Guide<T, Unit>): T[] =>
  bodiesOf(answers, guide.name).flatMap((body) => clean(body, guide));

export const remittancesOf = (answers: readonly Answer[]): Remittance[] =>
  answersIn(answers, remittanceGuide);

export const acknowledgementsOf = (answers: readonly Answer[]): ClaimAcknowledgement[] =>
  answersIn(answers, claimAcknowledgementGuide).flatMap(acknowledgedIn);

export const statusesOf = (answers: readonly Answer[]): string[] =>
  acknowledgementsOf(answers).flatMap(({ statuses = [] }) => statuses.map(codeText));

export const inquiryStatusesOf = (answers: readonly Answer[]): string[] =>
  answersIn(answers, statusResponseGuide)
    .flatMap(statusesIn)
    .flatMap(({ statuses = [] }) => statuses.map(codeText));

type Status = NonNullable<ClaimAcknowledgement['statuses']>[number];

const codeText = ({ status: { category, status, entity } }: Pick<Status, 'status'>): string =>
  [category, status, entity].filter(Boolean).join(':');

/** A decision in short: status, payment and adjustments in cents. */
export const moneyOf = (claim: RemittanceClaim) => ({
  status: claim.statusCode,
  paid: claim.paid as number,
  ...Object.fromEntries(
    [...Map.groupBy(allAdjustments(claim), ({ group, reason }) => `${group}-${reason}`)].map(
      ([key, group]) => [key, sum(group.map(({ amount }): Cents => amount)) as number],
    ),
  ),
});

const allAdjustments = (claim: RemittanceClaim) => [claim, ...(claim.lines ?? [])].flatMap(adjustmentsOf);

export const claimsIn = (answers: readonly Answer[]): RemittanceClaim[] =>
  remittancesOf(answers).flatMap(decidedIn);

export const decisionsOf = (answers: readonly Answer[]) => claimsIn(answers).map(moneyOf);
