import { dateOf } from '../../functions/domain/calendar.ts';
import type { Interchange } from '../../functions/edi/envelope.ts';
import type { StatusInformation } from '../../functions/edi/status-information.ts';
import { read276 } from '../../functions/edi/x276/read-276.ts';
import type { StatusInquiry } from '../../functions/edi/x276/status-inquiry.ts';
import type { StatusResponse } from '../../functions/edi/x277/status-response.ts';
import { write277 } from '../../functions/edi/x277/write-277.ts';
import { acknowledgeSyntax, faultsOf } from './acknowledge-syntax.ts';
import { type Answer, composeAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';
import { decide } from './decide.ts';
import { type ClaimOnFile, type DatedDecision, decisionAt, findClaim } from './ledger.ts';
import { type Payout, remit } from './remit.ts';

const defaultDays = { syntax: 0.05, status: 0.5 };

/** Answers a 276 by 277. A claim that was held until somebody asks is pending now, and decided some days later. */
export const answerStatus = (file: ReceivedFile, interchange: Interchange, office: Office): Answer[] => {
  const reading = read276(file.text);
  if (!reading.success) {
    const faults = interchange.sets.map((_, index) => faultsOf(reading.findings, index + 1));
    return [acknowledgeSyntax(file, { interchange, faults, days: defaultDays.syntax }, office)];
  }
  const { inquiries, envelope: header } = reading.data;
  const days = office.payers.get(inquiries[0]?.payer.id ?? '')?.answerDays.status ?? defaultDays.status;
  const asked = inquiries.map((inquiry) => ({ inquiry, onFile: claimAskedFor(inquiry, office) }));
  const responses = asked.map(({ inquiry, onFile }) => respond(inquiry, onFile, file.receivedAt));
  const payouts = asked.flatMap(({ onFile }) => (onFile ? release(onFile, office) : []));
  const answer = composeAnswer(file, {
    transaction: '277',
    part: 0,
    dueAt: dueAfter(file, days, office),
    header,
    write: (envelope) => write277({ envelope, responses, refusals: [] }),
  });
  return [answer, ...remit(file, payouts, office)];
};

/** A payer looks only among its own claims. */
const claimAskedFor = (inquiry: StatusInquiry, { ledger }: Office): ClaimOnFile | undefined => {
  const onFile = findClaim(ledger, inquiry);
  return onFile?.payerId === inquiry.payer.id ? onFile : undefined;
};

const respond = (
  inquiry: StatusInquiry,
  onFile: ClaimOnFile | undefined,
  receivedAt: Date,
): StatusResponse => ({
  payer: inquiry.payer,
  receiver: inquiry.receiver,
  provider: inquiry.provider,
  subscriber: inquiry.subscriber,
  dependent: inquiry.dependent,
  traceNumber: inquiry.traceNumber,
  statuses: [{ ...statusOf(onFile, receivedAt), effectiveDate: dateOf(receivedAt) }],
  payerControlNumber: onFile?.controlNumber,
  patientControlNumber: inquiry.patientControlNumber,
  servicePeriod: inquiry.servicePeriod,
  lines: [],
});

/** D0 35: no such claim · P1 20: accepted for processing · F1 65: paid · F2 585: denied. */
const statusOf = (onFile: ClaimOnFile | undefined, instant: Date): StatusInformation => {
  if (!onFile) return { codes: [{ category: 'D0', status: '35' }] };
  const charge = onFile.claim.totalCharge;
  const decided = decisionAt(onFile, instant);
  return decided ? finalStatus(decided) : { codes: [{ category: 'P1', status: '20' }], charge };
};

const finalStatus = ({ decision, decidedAt, traceNumber }: DatedDecision): StatusInformation => {
  const paid = decision.paid > 0;
  return {
    codes: [paid ? { category: 'F1', status: '65' } : { category: 'F2', status: '585' }],
    charge: decision.charge,
    paid: decision.paid,
    finalizedDate: dateOf(decidedAt),
    remittanceDate: dateOf(decidedAt),
    remittanceTrace: traceNumber,
  };
};

const release = (onFile: ClaimOnFile, { payers }: Office): Payout[] => {
  const payer = payers.get(onFile.payerId);
  const afterDays = onFile.remitDaysAfterInquiry;
  if (!payer || afterDays === undefined || onFile.decisions.length > 0 || onFile.superseded) return [];
  return [{ onFile, decisions: [decide(payer, onFile, {})], afterDays }];
};
