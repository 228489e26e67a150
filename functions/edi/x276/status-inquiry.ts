import type { InterchangeHeader } from '../interchange-header.ts';
import type { Cents } from '../money.ts';
import type { Demographics, EntityName, IdentifiedEntity, ServicePeriod } from '../party.ts';

/** A 276 interchange (005010X212): what became of these claims? */
export type StatusInquiryFile = { envelope: InterchangeHeader; inquiries: StatusInquiry[] };

export type StatusInquiry = {
  payer: IdentifiedEntity; // 2100A NM1*PR
  receiver: IdentifiedEntity; // 2100B NM1*41: who asks
  provider: IdentifiedEntity; // 2100C NM1*1P
  subscriber: EntityName & Demographics & { memberId?: string | undefined }; // 2000D
  dependent?: (EntityName & Demographics) | undefined; // 2000E; absent when the subscriber is the patient
  traceNumber: string; // TRN02: comes back in the 277
  payerControlNumber?: string | undefined; // REF*1K
  patientControlNumber?: string | undefined; // REF*EJ
  charge?: Cents | undefined; // AMT*T3
  servicePeriod?: ServicePeriod | undefined; // DTP*472
};
