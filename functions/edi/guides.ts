import type { Guide } from './guide/declare.ts';
import { eligibilityInquiryGuide } from './x270/guide.ts';
import { eligibilityResponseGuide } from './x271/guide.ts';
import { statusInquiryGuide } from './x276/guide.ts';
import { statusResponseGuide } from './x277/guide.ts';
import { claimAcknowledgementGuide } from './x277ca/guide.ts';
import { remittanceGuide } from './x835/guide.ts';
import { professionalClaimGuide } from './x837p/guide.ts';
import { implementationAcknowledgementGuide } from './x999/guide.ts';

/** Every transaction that is read and written here. A TA1 needs no guide: it is part of the envelope. */
export const allGuides: readonly Guide[] = [
  professionalClaimGuide,
  remittanceGuide,
  eligibilityInquiryGuide,
  eligibilityResponseGuide,
  statusInquiryGuide,
  statusResponseGuide,
  claimAcknowledgementGuide,
  implementationAcknowledgementGuide,
];
