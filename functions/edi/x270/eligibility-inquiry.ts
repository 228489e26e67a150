import type { InterchangeHeader } from '../interchange-header.ts';
import type { Demographics, EntityName, IdentifiedEntity, PartialName, ServicePeriod } from '../party.ts';

/** A 270 interchange (005010X279A1): are these people covered? */
export type EligibilityInquiryFile = { envelope: InterchangeHeader; inquiries: EligibilityInquiry[] };

export type EligibilityInquiry = {
  payer: IdentifiedEntity; // 2100A NM1*PR
  provider: IdentifiedEntity; // 2100B NM1*1P
  subscriber: InquirySubscriber; // 2100C
  dependent?: InquiryDependent | undefined; // 2100D; absent when the subscriber is the patient
  traceNumber: string; // TRN02: comes back in the 271
  traceOriginator: string; // TRN03: ten characters, "9" and our id
  servicePeriod?: ServicePeriod | undefined; // DTP*291
  serviceTypes: string[]; // EQ01: 30 health benefit plan coverage
};

export type InquirySubscriber = PartialName &
  Demographics & {
    memberId?: string | undefined; // NM109
    groupNumber?: string | undefined; // REF*6P
  };

export type InquiryDependent = EntityName &
  Demographics & {
    relationship?: string | undefined; // INS02: 01 spouse, 19 child, 34 other
  };
