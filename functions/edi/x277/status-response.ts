import type { InterchangeHeader } from '../interchange-header.ts';
import type { EntityName, IdentifiedEntity, ServicePeriod } from '../party.ts';
import type { LineStatus, StatusInformation } from '../status-information.ts';

/** A 277 interchange (005010X212): the answers to a 276. */
export type StatusResponseFile = {
  envelope: InterchangeHeader;
  responses: StatusResponse[];
  refusals: StatusRefusal[]; // 2200B, 2200C: inquiries that were not answered at all
};

/** The payer's answer about one claim (loops 2200D, 2200E). */
export type StatusResponse = {
  payer: IdentifiedEntity; // 2100A NM1*PR
  receiver: IdentifiedEntity; // 2100B NM1*41
  provider: IdentifiedEntity; // 2100C NM1*1P
  subscriber: EntityName & { memberId?: string | undefined }; // 2100D
  dependent?: EntityName | undefined; // 2100E; absent when the subscriber is the patient
  traceNumber: string; // TRN02: the inquiry's
  statuses: StatusInformation[]; // STC
  payerControlNumber?: string | undefined; // REF*1K
  patientControlNumber?: string | undefined; // REF*EJ
  servicePeriod?: ServicePeriod | undefined; // DTP*472
  lines: LineStatus[]; // 2220D, 2220E
};

/** A verdict on everything that one receiver or one provider asked. */
export type StatusRefusal = {
  level: 'receiver' | 'provider';
  payer: IdentifiedEntity; // 2100A
  receiver: IdentifiedEntity; // 2100B
  provider?: IdentifiedEntity | undefined; // 2100C
  traceNumber: string; // TRN02
  statuses: StatusInformation[]; // STC
};
