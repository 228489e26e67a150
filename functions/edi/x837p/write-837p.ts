import { type Level, nestLevels, type PartyLevel, writeLevels } from '../hierarchy.ts';
import { controlNumberOf, creationDate, creationTime, writeTransactionSets } from '../write-envelope.ts';
import {
  addressSegments,
  contactSegments,
  demographicSegments,
  nameSegment,
  referenceSegments,
} from '../write-parties.ts';
import type { SegmentValues } from '../write-segments.ts';
import { professionalClaimGuide } from './guide.ts';
import type {
  BillingProvider,
  ClaimPatient,
  ClaimPayer,
  ClaimReceiver,
  ClaimSubmitter,
  ProfessionalClaim,
  ProfessionalClaimFile,
} from './professional-claim.ts';
import { claimSegments } from './write-claim.ts';

/** Writes an 837P with one transaction set; claims of the same billing provider stand together. Throws UnwritableValue. */
export const write837p = ({ envelope, submitter, receiver, claims }: ProfessionalClaimFile): string => {
  const [date, time] = [creationDate(envelope), creationTime(envelope)];
  return writeTransactionSets(envelope, professionalClaimGuide, [
    [
      ['BHT', '0019', '00', controlNumberOf(envelope), date, time, 'CH'],
      ...submitterSegments(submitter),
      ...receiverSegments(receiver),
      ...writeLevels(nestLevels(claims, [billingProviders], (items) => items.map(subscriberLevel))),
    ],
  ]);
};

const submitterSegments = ({ name, id, contact }: ClaimSubmitter): SegmentValues[] => [
  nameSegment('41', { kind: 'organization', name }, { qualifier: '46', id }),
  ...contactSegments('IC', contact),
];

const receiverSegments = ({ name, id }: ClaimReceiver): SegmentValues[] => [
  nameSegment('40', { kind: 'organization', name }, { qualifier: '46', id }),
];

const billingProviders: PartyLevel<ProfessionalClaim> = {
  code: '20',
  partyOf: ({ billingProvider }) => billingProvider,
  segments: (claims) => claims.slice(0, 1).flatMap(({ billingProvider }) => billingSegments(billingProvider)),
};

const billingSegments = (provider: BillingProvider): SegmentValues[] => [
  ...(provider.taxonomy === undefined ? [] : [['PRV', 'BI', 'PXC', provider.taxonomy] as const]),
  nameSegment('85', provider, { qualifier: 'XX', id: provider.npi }),
  ...addressSegments(provider.address),
  ...referenceSegments('EI', provider.taxId),
  ...contactSegments('IC', provider.contact),
];

/** A claim stands under its subscriber when that is the patient, else under the patient's own level. */
const subscriberLevel = (claim: ProfessionalClaim): Level => ({
  code: '22',
  segments: [
    ...subscriberSegments(claim),
    ...payerSegments(claim.payer),
    ...(claim.patient === undefined ? claimSegments(claim) : []),
  ],
  levels: claim.patient === undefined ? [] : [patientLevel(claim, claim.patient)],
});

const subscriberSegments = ({ subscriber, patient, ...claim }: ProfessionalClaim): SegmentValues[] => [
  [
    'SBR',
    claim.responsibility,
    patient === undefined ? '18' : undefined,
    subscriber.groupNumber,
    subscriber.groupName,
    subscriber.insuranceType,
    undefined,
    undefined,
    undefined,
    claim.claimFilingIndicator,
  ],
  nameSegment('IL', subscriber, { qualifier: 'MI', id: subscriber.memberId }),
  ...addressSegments(subscriber.address),
  ...demographicSegments(subscriber),
];

const payerSegments = ({ name, id, address }: ClaimPayer): SegmentValues[] => [
  nameSegment('PR', { kind: 'organization', name }, { qualifier: 'PI', id }),
  ...addressSegments(address),
];

const patientLevel = (claim: ProfessionalClaim, patient: ClaimPatient): Level => ({
  code: '23',
  segments: [
    ['PAT', patient.relationship],
    nameSegment('QC', patient),
    ...addressSegments(patient.address),
    ...demographicSegments(patient),
    ...claimSegments(claim),
  ],
  levels: [],
});
