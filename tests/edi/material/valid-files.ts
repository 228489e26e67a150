import { writeInterchange } from '../../../functions/edi/envelope/interchange-writer.ts';
import type { Guide } from '../../../functions/edi/guide/declare.ts';
import { allGuides } from '../../../functions/edi/guides.ts';
import { eligibilityInquiryGuide } from '../../../functions/edi/x270/guide.ts';
import { eligibilityResponseGuide } from '../../../functions/edi/x271/guide.ts';
import { statusInquiryGuide } from '../../../functions/edi/x276/guide.ts';
import { statusResponseGuide } from '../../../functions/edi/x277/guide.ts';
import { claimAcknowledgementGuide } from '../../../functions/edi/x277ca/guide.ts';
import { remittanceGuide } from '../../../functions/edi/x835/guide.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import { implementationAcknowledgementGuide } from '../../../functions/edi/x999/guide.ts';
import {
  acknowledgement,
  claimAcknowledgementSet,
  claimStatus,
  dependentAnswer,
  dependentInquiry,
  dependentStatus,
  dependentStatusInquiry,
  eligibilityInquirySet,
  eligibilityResponseSet,
  inquiredClaim,
  interchangeOf,
  statusInquirySet,
  statusResponseSet,
  subscriberAnswer,
  subscriberInquiry,
  subscriberStatus,
  subscriberStatusInquiry,
} from './answer-sets.ts';
import { claim, claimSet, decidedByLine, familyLevel, subscriberLevel } from './claim-sets.ts';
import { paidClaim, transferOf } from './remittance-sets.ts';

export const written = (guide: Guide, data: object): string =>
  writeInterchange(interchangeOf(guide, data), allGuides);

const acknowledgedInterchange = writeInterchange(
  {
    ...interchangeOf(remittanceGuide, transferOf(paidClaim())),
    acknowledgements: [
      { controlNumber: 1, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code: 'A', note: '000' },
    ],
  },
  allGuides,
);

/** A valid file of every guide, with more than one of what may be there more than once. */
export const files = [
  {
    name: '837P',
    text: written(
      professionalClaimGuide,
      claimSet(
        subscriberLevel({ claims: [claim(), claim(decidedByLine())] }),
        familyLevel({ claims: [claim({ patientControlNumber: 'É-1' })] }),
      ),
    ),
  },
  {
    name: '835',
    text: written(remittanceGuide, transferOf(paidClaim(), paidClaim({ patientControlNumber: 'C€2' }))),
  },
  { name: 'TA1 and 835', text: acknowledgedInterchange },
  {
    name: '270',
    text: written(
      eligibilityInquiryGuide,
      eligibilityInquirySet(subscriberInquiry({}, [dependentInquiry()]), subscriberInquiry()),
    ),
  },
  {
    name: '271',
    text: written(
      eligibilityResponseGuide,
      eligibilityResponseSet(subscriberAnswer({}, [dependentAnswer()]), subscriberAnswer()),
    ),
  },
  {
    name: '276',
    text: written(
      statusInquiryGuide,
      statusInquirySet(subscriberStatusInquiry({ dependents: [dependentStatusInquiry(inquiredClaim())] })),
    ),
  },
  {
    name: '277',
    text: written(
      statusResponseGuide,
      statusResponseSet(subscriberStatus({ dependents: [dependentStatus(claimStatus())] })),
    ),
  },
  { name: '277CA', text: written(claimAcknowledgementGuide, claimAcknowledgementSet()) },
  { name: '999', text: written(implementationAcknowledgementGuide, acknowledgement()) },
];
