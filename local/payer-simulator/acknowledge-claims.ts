import { dateOf } from '../../functions/domain/calendar.ts';
import { sum } from '../../functions/edi/money.ts';
import type { IdentifiedEntity } from '../../functions/edi/party.ts';
import type { StatusCode } from '../../functions/edi/status-information.ts';
import type { ClaimAcknowledgement } from '../../functions/edi/x277ca/claim-acknowledgement.ts';
import { write277ca } from '../../functions/edi/x277ca/write-277ca.ts';
import type {
  ProfessionalClaim,
  ProfessionalClaimFile,
} from '../../functions/edi/x837p/professional-claim.ts';
import { type Answer, composeAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';
import { findOriginal, type Ledger } from './ledger.ts';
import { memberOf, type PayerRules } from './payer-rules.ts';
import { patientEntity } from './remittance-claim.ts';

/** What a payer's front end says to one claim. */
export type FrontEndVerdict = {
  claim: ProfessionalClaim;
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
  claim: ProfessionalClaim,
  ledger: Ledger,
): StatusCode | undefined => {
  if (payer === undefined) return incorrectPayer;
  if (memberOf(payer, claim.subscriber.memberId) === undefined) return unknownSubscriber;
  return claim.frequency !== '1' && findOriginal(ledger, claim) === undefined ? unknownOriginal : undefined;
};

/** For a payer that is not here; every other names its own. */
const defaultDays = 1;

type Batch = { source: ProfessionalClaimFile; verdicts: readonly FrontEndVerdict[]; part: number };

/** The 277CA of one payer for its claims of a file. */
export const acknowledgeClaims = (file: ReceivedFile, batch: Batch, office: Office): Answer => {
  const payerId = batch.verdicts[0]?.claim.payer.id ?? '';
  const payer = office.payers.get(payerId);
  const dueAt = dueAfter(file, payer?.answerDays.acknowledgement ?? defaultDays, office);
  const days = { receivedDate: dateOf(file.receivedAt), processedDate: dateOf(dueAt) };
  const source = organization(payer?.name ?? 'Payer simulator', 'PI', payerId);
  return composeAnswer(file, {
    transaction: '277CA',
    part: batch.part,
    dueAt,
    header: batch.source.envelope,
    write: (envelope) =>
      write277ca({
        envelope,
        source,
        sourceTrace: String(envelope.controlNumber),
        ...days,
        ...batchAnswer(batch, days.processedDate),
      }),
  });
};

const organization = (name: string, idQualifier: string, id: string): IdentifiedEntity => ({
  kind: 'organization',
  name,
  idQualifier,
  id,
});

const batchAnswer = ({ source, verdicts }: Batch, effectiveDate: string) => ({
  receiver: organization(source.submitter.name, '46', source.submitter.id),
  batchTrace: String(source.envelope.controlNumber).padStart(9, '0'),
  batchStatuses: [
    {
      codes: [received],
      effectiveDate,
      action: 'WQ',
      charge: sum(verdicts.map(({ claim }) => claim.totalCharge)),
    },
  ],
  providerStatuses: [],
  claims: verdicts.map((verdict) => claimAcknowledgement(verdict, effectiveDate)),
});

const claimAcknowledgement = (
  { claim, refusal, controlNumber }: FrontEndVerdict,
  date: string,
): ClaimAcknowledgement => {
  const { kind, name, firstName, npi } = claim.billingProvider;
  return {
    provider: { kind, name, firstName, idQualifier: npi && 'XX', id: npi },
    patient: patientEntity(claim),
    patientControlNumber: claim.patientControlNumber,
    statuses: [
      {
        codes: [refusal ?? accepted],
        effectiveDate: date,
        action: refusal ? 'U' : 'WQ',
        charge: claim.totalCharge,
      },
    ],
    payerControlNumber: controlNumber,
    servicePeriod: claim.lines[0]?.servicePeriod,
    lines: [],
  };
};
