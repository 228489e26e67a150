import type { InterchangeHeader } from '../interchange-header.ts';
import type { IdentifiedEntity, ServicePeriod } from '../party.ts';
import type { LineStatus, StatusInformation } from '../status-information.ts';

/** A 277CA interchange (005010X214): whether claims were taken into adjudication, claim by claim. */
export type ClaimAcknowledgementFile = {
  envelope: InterchangeHeader;
  source: IdentifiedEntity; // 2100A: who answers, NM1*PR or NM1*AY
  sourceEntity?: string | undefined; // 2100A NM101, "PR" when absent
  sourceTrace?: string | undefined; // 2200A TRN02
  receivedDate?: string | undefined; // 2200A DTP*050
  processedDate?: string | undefined; // 2200A DTP*009
  receiver: IdentifiedEntity; // 2100B: who sent the claims, NM1*41
  batchTrace?: string | undefined; // 2200B TRN02: our BHT03
  batchStatuses: StatusInformation[]; // 2200B STC: a verdict on the whole batch
  providerStatuses: ProviderStatus[]; // 2200C: a verdict on all claims of a provider
  claims: ClaimAcknowledgement[]; // 2200D
};

export type ProviderStatus = {
  provider: IdentifiedEntity; // 2100C
  trace?: string | undefined; // 2200C TRN02
  statuses: StatusInformation[]; // 2200C STC
};

/** What became of one claim at the receiver's door (loop 2200D). */
export type ClaimAcknowledgement = {
  provider?: IdentifiedEntity | undefined; // 2100C NM1*85
  patient: IdentifiedEntity; // 2100D NM1*QC
  patientControlNumber: string; // TRN02: our CLM01
  statuses: StatusInformation[]; // STC
  payerControlNumber?: string | undefined; // REF*1K
  clearinghouseTrace?: string | undefined; // REF*D9
  servicePeriod?: ServicePeriod | undefined; // DTP*472
  lines: LineStatus[]; // 2220D
};
