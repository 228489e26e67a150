import { beginningOf } from '../../functions/edi/envelope/beginning-of.ts';
import type { InquiredClaim, StatusInquirySet } from '../../functions/edi/x276/loops.ts';
import { statusResponseGuide } from '../../functions/edi/x277/guide.ts';
import type { ClaimStatus, StatusResponseSet } from '../../functions/edi/x277/loops.ts';
import {
  type Answer,
  composeAnswer,
  dueAfter,
  type Office,
  type ReceivedFile,
  type ReceivedSets,
} from './answer.ts';
import { dateOf } from './date-of.ts';
import { decide } from './decide.ts';
import { type ClaimOnFile, type DatedDecision, decisionAt, findClaim } from './ledger.ts';
import { type Payout, remit } from './remit.ts';

const defaultDays = 0.5;

/** Answers a 276 by 277. A claim that was held until somebody asks is pending now, and decided some days later. */
export const answerStatus = (
  file: ReceivedFile,
  { header, sets }: ReceivedSets<StatusInquirySet>,
  office: Office,
): Answer[] => {
  const [first] = sets;
  if (first === undefined) return [];
  const days = office.payers.get(first.sources[0]?.payer.id ?? '')?.answerDays.status ?? defaultDays;
  const asked = new Set<ClaimOnFile>();
  const responses = sets.map((set) => answerSet(set, { asked, file, office }));
  const plan = { transaction: '277', part: 0, dueAt: dueAfter(file, days, office), header } as const;
  const answer = composeAnswer(file, plan, {
    guide: statusResponseGuide,
    sets: (envelope) => responses.map((response) => ({ ...response, ...beginningOf(envelope) })),
  });
  if (asked.size > 0 && [...asked].every(({ isIgnored }) => isIgnored)) return [];
  const payouts = [...asked].flatMap((onFile) => release(onFile, office));
  return [answer, ...remit(file, payouts, office)];
};

/** Who answers, and which claims were asked about so far. */
type Desk = { asked: Set<ClaimOnFile>; file: ReceivedFile; office: Office };

/** The answer has the levels of the question, and a status where the question has a claim. */
const answerSet = ({ sources }: StatusInquirySet, desk: Desk): StatusResponseSet => ({
  purpose: '08',
  type: 'DG',
  sources: sources.map(({ payer, receivers }) => ({
    payer,
    receivers: receivers?.map(({ receiver, providers: groups }) => ({
      receiver,
      providers: groups?.map(({ providers, subscribers }) => ({
        providers,
        subscribers: subscribers?.map(({ subscriber, claims, dependents }) => ({
          subscriber,
          claims: answerAll(claims, payer.id, desk),
          dependents: dependents?.map(({ dependent, claims: own }) => ({
            dependent,
            claims: answerAll(own, payer.id, desk),
          })),
        })),
      })),
    })),
  })),
});

const answerAll = (
  claims: readonly InquiredClaim[] | undefined,
  payerId: string | undefined,
  desk: Desk,
): ClaimStatus[] | undefined =>
  claims?.map((inquiry) => {
    const onFile = claimAskedFor(inquiry, payerId, desk.office);
    if (onFile) desk.asked.add(onFile);
    return respond(inquiry, onFile, desk.file.receivedAt);
  });

/** A payer looks only among its own claims. */
const claimAskedFor = (
  inquiry: InquiredClaim,
  payerId: string | undefined,
  { ledger }: Office,
): ClaimOnFile | undefined => {
  const onFile = findClaim(ledger, inquiry);
  return onFile?.payerId === payerId ? onFile : undefined;
};

const respond = (inquiry: InquiredClaim, onFile: ClaimOnFile | undefined, receivedAt: Date): ClaimStatus => ({
  traceNumber: inquiry.traceNumber,
  statuses: [{ ...statusOf(onFile, receivedAt), effectiveDate: dateOf(receivedAt) }],
  payerControlNumber: onFile?.controlNumber,
  patientControlNumber: inquiry.patientControlNumber,
  servicePeriod: inquiry.servicePeriod,
});

type Status = NonNullable<ClaimStatus['statuses']>[number];

/** D0 35: no such claim · P1 20: accepted for processing · F1 65: paid · F2 585: denied. */
const statusOf = (onFile: ClaimOnFile | undefined, instant: Date): Status => {
  if (!onFile) return { status: { category: 'D0', status: '35' } };
  const charge = onFile.billed.claim.totalCharge;
  const decided = decisionAt(onFile, instant);
  return decided ? finalStatus(decided) : { status: { category: 'P1', status: '20' }, charge };
};

const finalStatus = ({ decision, decidedAt, traceNumber }: DatedDecision): Status => ({
  status: decision.paid > 0 ? { category: 'F1', status: '65' } : { category: 'F2', status: '585' },
  charge: decision.charge,
  paid: decision.paid,
  finalizedDate: dateOf(decidedAt),
  remittanceDate: dateOf(decidedAt),
  remittanceTrace: traceNumber,
});

const release = (onFile: ClaimOnFile, { payers }: Office): Payout[] => {
  const payer = payers.get(onFile.payerId);
  const afterDays = onFile.remitDaysAfterInquiry;
  if (!payer || afterDays === undefined || onFile.decisions.length > 0 || onFile.superseded) return [];
  return [{ onFile, decisions: [decide(payer, onFile, {})], afterDays }];
};
