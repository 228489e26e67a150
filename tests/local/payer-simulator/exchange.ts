import { readInterchange } from '../../../functions/edi/envelope.ts';
import type { Checked } from '../../../functions/edi/findings.ts';
import { type Cents, sum } from '../../../functions/edi/money.ts';
import { write276 } from '../../../functions/edi/x276/write-276.ts';
import { read277 } from '../../../functions/edi/x277/read-277.ts';
import { read277ca } from '../../../functions/edi/x277ca/read-277ca.ts';
import { checkRemittanceBalance } from '../../../functions/edi/x835/check-balance.ts';
import { read835 } from '../../../functions/edi/x835/read-835.ts';
import type { Remittance, RemittanceClaim } from '../../../functions/edi/x835/remittance.ts';
import type { ProfessionalClaim } from '../../../functions/edi/x837p/professional-claim.ts';
import { write837p } from '../../../functions/edi/x837p/write-837p.ts';
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

export const claimText = (...claims: ProfessionalClaim[]): string =>
  write837p({
    envelope: envelope(),
    submitter: { name: 'Maple Street', id: '990041207', contact: { name: 'Billing', phone: '6145550142' } },
    receiver: { name: 'Payers', id: 'PAYERS' },
    claims,
  });

/** Sends a file on a day and returns its answers by transaction, after a day count each. */
export const send = (office: Office, file: { name: string; text: string; day?: number }): Answer[] =>
  answerFile({ name: file.name, text: file.text, receivedAt: onDay(file.day ?? 0) }, office).answers;

export const sendClaims = (office: Office, day: number, ...claims: ProfessionalClaim[]): Answer[] => {
  const text = claimText(...claims);
  return send(office, { name: `837P-${String(lastControlNumber).padStart(9, '0')}.x12`, text, day });
};

export const inquire = (office: Office, day: number, claim: ProfessionalClaim): Answer[] => {
  const text = write276({
    envelope: envelope(),
    inquiries: [
      {
        payer: { kind: 'organization', name: claim.payer.name, idQualifier: 'PI', id: claim.payer.id },
        receiver: { kind: 'organization', name: 'Maple Street', idQualifier: '46', id: '990041207' },
        provider: { kind: 'organization', name: 'Maple Street', idQualifier: 'XX', id: '2450100013' },
        subscriber: {
          kind: 'person',
          name: claim.subscriber.name,
          firstName: claim.subscriber.firstName,
          memberId: claim.subscriber.memberId,
          dateOfBirth: '1970-06-21',
          gender: 'M',
        },
        traceNumber: 'TRACE-1',
        patientControlNumber: claim.patientControlNumber,
        charge: claim.totalCharge,
        servicePeriod: claim.lines[0]?.servicePeriod,
      },
    ],
  });
  return send(office, { name: `276-${String(lastControlNumber).padStart(9, '0')}.x12`, text, day });
};

export const appealText = (claim: ProfessionalClaim, controlNumber: string | undefined): string =>
  [
    'Appeal',
    `Patient control number: ${claim.patientControlNumber}`,
    `Payer claim control number: ${controlNumber ?? 'not assigned'}`,
    'To: the payer',
    '',
    'The records show why the service was needed.',
  ].join('\n');

/** Reads what an answer says; an answer of ours must be free of findings. */
export const clean = <T>(checked: Checked<T>): T => {
  if (!checked.success || (checked.findings ?? []).length > 0)
    throw new Error(JSON.stringify(checked.findings));
  return checked.data;
};

export const bodiesOf = (answers: readonly Answer[], transaction: string): string[] =>
  answers.filter((answer) => answer.transaction === transaction).map(({ body }) => body);

/** The days after which the answers come, by transaction: "835@10". */
export const timesOf = (answers: readonly Answer[], day = 0): string[] =>
  answers.map(
    ({ transaction, dueAt }) =>
      `${transaction}@${Math.round(((dueAt.getTime() - onDay(day).getTime()) / dayMs) * 100) / 100}`,
  );

export const remittancesOf = (answers: readonly Answer[]): Remittance[] =>
  bodiesOf(answers, '835').flatMap((body) => {
    const { remittances } = clean(read835(body));
    const unbalanced = remittances.flatMap(checkRemittanceBalance);
    if (unbalanced.length > 0) throw new Error(JSON.stringify(unbalanced));
    return remittances;
  });

export const statusesOf = (answers: readonly Answer[]): string[] =>
  bodiesOf(answers, '277CA').flatMap((body) =>
    clean(read277ca(body)).claims.flatMap(({ statuses }) =>
      statuses.flatMap(({ codes }) => codes.map(codeText)),
    ),
  );

export const inquiryStatusesOf = (answers: readonly Answer[]): string[] =>
  bodiesOf(answers, '277').flatMap((body) =>
    clean(read277(body)).responses.flatMap(({ statuses }) =>
      statuses.flatMap(({ codes }) => codes.map(codeText)),
    ),
  );

const codeText = ({
  category,
  status,
  entity,
}: {
  category: string;
  status: string;
  entity?: string | undefined;
}) => [category, status, entity].filter(Boolean).join(':');

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

const allAdjustments = (claim: RemittanceClaim) => [
  ...claim.adjustments,
  ...claim.lines.flatMap(({ adjustments }) => adjustments),
];

export const decisionsOf = (answers: readonly Answer[]) =>
  remittancesOf(answers).flatMap(({ claims }) => claims.map(moneyOf));

export const setsOf = (text: string) => clean(readInterchange(text)).sets;
