import { beginningOf } from '../../functions/edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../../functions/edi/envelope/interchange-header.ts';
import { controlNumberOf } from '../../functions/edi/envelope/isa.ts';
import { sum } from '../../functions/edi/money.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import type {
  AcknowledgedProvider,
  AcknowledgedReceiver,
  ClaimAcknowledgement,
  PatientAcknowledgement,
} from '../../functions/edi/x277ca/loops.ts';
import type { BilledClaim } from '../../functions/edi/x837p/claims-of.ts';
import type { BillingProviderLevel, ProfessionalClaimSet } from '../../functions/edi/x837p/loops.ts';
import { type Answer, composeAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';
import { dateOf } from './date-of.ts';
import { findOriginal, type Ledger } from './ledger.ts';
import { consequenceOf, type Scope } from './matching.ts';
import { memberOf, type PayerRules } from './payer-rules.ts';
import { patientName } from './remittance-claim.ts';

type StatusCode = NonNullable<ClaimAcknowledgement['statuses']>[number]['status'];

/** What a payer's front end says to one claim. */
export type FrontEndVerdict = {
  billed: BilledClaim;
  refusal?: StatusCode | undefined;
  controlNumber?: string | undefined;
};

/** 33: subscriber and subscriber id not found. */
const unknownSubscriber: StatusCode = { category: 'A3', status: '33', entity: 'IL' };
/** 464: payer assigned claim control number, here the one of REF*F8. */
const unknownOriginal: StatusCode = { category: 'A7', status: '464' };
/** 116: claim submitted to incorrect payer. */
const incorrectPayer: StatusCode = { category: 'A3', status: '116', entity: 'PR' };
/** 19: the payer acknowledges the receipt of the batch. */
const received: StatusCode = { category: 'A1', status: '19', entity: 'PR' };
/** 20: accepted for processing. */
const accepted: StatusCode = { category: 'A2', status: '20' };

/** The edits before adjudication; a claim that fails one is not on file and never gets an 835. */
export const frontEndRefusal = (
  payer: PayerRules | undefined,
  scope: Scope,
  ledger: Ledger,
): StatusCode | undefined => {
  const { billed } = scope.case;
  if (payer === undefined) return incorrectPayer;
  if (memberOf(payer, billed.coverage.subscriber.id) === undefined) return unknownSubscriber;
  const isNew = billed.claim.frequency === '1';
  if (!isNew && findOriginal(ledger, billed) === undefined) return unknownOriginal;
  return consequenceOf(payer.rules, 'refuse', scope);
};

/** For a payer that is not here; every other names its own. */
const defaultDays = 1;

type Batch = {
  header: InterchangeHeader; // of the file that is answered
  submitter: ProfessionalClaimSet['submitter'];
  payerId: string;
  verdicts: readonly FrontEndVerdict[];
  part: number;
};

/** The 277CA of one payer for its claims of a file. */
export const acknowledgeClaims = (file: ReceivedFile, batch: Batch, office: Office): Answer => {
  const { header, payerId, part } = batch;
  const payer = office.payers.get(payerId);
  const dueAt = dueAfter(file, payer?.answerDays.acknowledgement ?? defaultDays, office);
  const processed = dateOf(dueAt);
  const name = payer?.name ?? 'Payer simulator';
  const plan = { transaction: '277CA', part, dueAt, header } as const;
  return composeAnswer(file, plan, {
    guide: claimAcknowledgementGuide,
    sets: (envelope) => [
      {
        purpose: '08',
        ...beginningOf(envelope),
        type: 'TH',
        source: {
          source: { entity: 'PR', entityType: '2', name, idQualifier: 'PI', id: payerId },
          receipt: {
            traceNumber: String(envelope.controlNumber),
            received: dateOf(file.receivedAt),
            processed,
          },
          receiver: acknowledgedReceiver(batch, processed),
        },
      },
    ],
  });
};

const acknowledgedReceiver = (
  { header, submitter, verdicts }: Batch,
  effectiveDate: string,
): AcknowledgedReceiver => {
  const { entityType, name, idQualifier, id } = submitter;
  const charge = sum(verdicts.map(({ billed }) => billed.claim.totalCharge));
  const providers = Map.groupBy(verdicts, ({ billed }) => JSON.stringify(providerName(billed.biller)));
  return {
    receiver: { entityType, name, idQualifier, id },
    verdict: {
      traceNumber: controlNumberOf(header.controlNumber), // BHT03 of the file
      statuses: [{ status: received, effectiveDate, action: 'WQ', charge }],
    },
    providers: [...providers.values()].map((group) => acknowledgedProvider(group, effectiveDate)),
  };
};

const providerName = ({ provider }: BillingProviderLevel) => {
  const { entityType, name, firstName, idQualifier, id } = provider;
  return { entityType, name, firstName, idQualifier, id };
};

const acknowledgedProvider = (verdicts: readonly FrontEndVerdict[], date: string): AcknowledgedProvider => {
  const patients = Map.groupBy(verdicts, ({ billed }) => JSON.stringify(patientName(billed)));
  return {
    providers: verdicts.slice(0, 1).map(({ billed }) => providerName(billed.biller)),
    patients: [...patients.values()].flatMap((group) => patientAcknowledgement(group, date)),
  };
};

const patientAcknowledgement = (
  verdicts: readonly FrontEndVerdict[],
  date: string,
): PatientAcknowledgement[] =>
  verdicts.slice(0, 1).map(({ billed }) => ({
    patient: patientName(billed),
    claims: verdicts.map((verdict) => claimAcknowledgement(verdict, date)),
  }));

const claimAcknowledgement = (
  { billed: { claim }, refusal, controlNumber }: FrontEndVerdict,
  effectiveDate: string,
): ClaimAcknowledgement => ({
  patientControlNumber: claim.patientControlNumber,
  statuses: [
    {
      status: refusal ?? accepted,
      effectiveDate,
      action: refusal ? 'U' : 'WQ',
      charge: claim.totalCharge,
    },
  ],
  payerControlNumber: controlNumber,
  servicePeriod: claim.lines[0]?.servicePeriod,
});
