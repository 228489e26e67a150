import type { InterchangeHeader } from '../interchange-header.ts';
import type { Cents } from '../money.ts';
import type { Demographics, IdentifiedEntity, PartialName, PostalAddress, ServicePeriod } from '../party.ts';

/** A 271 interchange (005010X279A1): the answers to a 270. */
export type EligibilityResponseFile = {
  envelope: InterchangeHeader;
  responses: EligibilityResponse[];
  refusals: EligibilityRefusal[]; // AAA above the subscriber: nothing was looked up
};

/** A payer's answer about one person (loops 2000C, 2000D). */
export type EligibilityResponse = {
  payer: IdentifiedEntity; // 2100A NM1*PR
  provider: IdentifiedEntity; // 2100B NM1*1P
  subscriber: ResponseMember & { memberId?: string | undefined; groupNumber?: string | undefined }; // 2100C
  dependent?: (ResponseMember & { relationship?: string | undefined }) | undefined; // 2100D
  traceNumber?: string | undefined; // TRN02 of our TRN, the inquiry's
  traceOriginator?: string | undefined; // TRN03
  rejections: EligibilityRejection[]; // AAA
  dates: BenefitDate[]; // DTP: 346 plan begin, 347 plan end, 291 plan
  benefits: Benefit[]; // EB
};

export type ResponseMember = PartialName & Demographics & { address?: PostalAddress | undefined };

/** Why a payer could not answer. */
export type EligibilityRejection = {
  validRequest: string; // AAA01: Y, N
  reason: string; // AAA03: 72 invalid member id, 75 subscriber not found, 42 cannot respond now, …
  followUp: string; // AAA04: C correct and resubmit, R resubmission allowed, N not allowed, …
};

/** A rejection that concerns all inquiries of a payer or of a provider. */
export type EligibilityRefusal = EligibilityRejection & {
  level: 'payer' | 'provider';
  payer: IdentifiedEntity; // 2100A
  provider?: IdentifiedEntity | undefined; // 2100B
};

export type BenefitDate = ServicePeriod & { qualifier: string };

/** One EB segment with its dates and messages. */
export type Benefit = {
  information: string; // EB01: 1 active coverage, 6 inactive, B copayment, C deductible, …
  coverageLevel?: string | undefined; // EB02
  serviceTypes: string[]; // EB03
  insuranceType?: string | undefined; // EB04
  planDescription?: string | undefined; // EB05
  timePeriod?: string | undefined; // EB06
  amount?: Cents | undefined; // EB07
  percent?: string | undefined; // EB08: as written, 0.2 for 20 %
  quantityQualifier?: string | undefined; // EB09
  quantity?: number | undefined; // EB10
  authorizationRequired?: string | undefined; // EB11: Y, N, U
  inNetwork?: string | undefined; // EB12: Y, N, W
  dates: BenefitDate[]; // DTP
  messages: string[]; // MSG
};
