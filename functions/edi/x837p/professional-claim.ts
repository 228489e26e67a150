import type { ClaimAdjustment } from '../adjustments.ts';
import type { InterchangeHeader } from '../interchange-header.ts';
import type { Cents } from '../money.ts';
import type {
  Contact,
  Demographics,
  EntityName,
  InformationAmount,
  PostalAddress,
  ServicePeriod,
} from '../party.ts';
import type { ProcedureIdentifier } from '../procedure.ts';

/** An 837P interchange (005010X222A1): claims that one submitter sends to one receiver. */
export type ProfessionalClaimFile = {
  envelope: InterchangeHeader;
  submitter: ClaimSubmitter;
  receiver: ClaimReceiver;
  claims: ProfessionalClaim[];
};

export type ClaimSubmitter = {
  name: string; // 1000A NM103
  id: string; // 1000A NM109
  contact: Contact; // 1000A PER
};

export type ClaimReceiver = {
  name: string; // 1000B NM103
  id: string; // 1000B NM109
};

export type BillingProvider = EntityName & {
  npi?: string | undefined; // 2010AA NM109
  taxonomy?: string | undefined; // 2000A PRV03
  address: PostalAddress; // 2010AA N3, N4
  taxId?: string | undefined; // 2010AA REF*EI
  contact?: Contact | undefined; // 2010AA PER
};

/** The holder of the policy; address and demographics are told when that is the patient. */
export type ClaimSubscriber = EntityName &
  Demographics & {
    memberId?: string | undefined; // 2010BA NM109
    address?: PostalAddress | undefined; // 2010BA N3, N4
    groupNumber?: string | undefined; // SBR03
    groupName?: string | undefined; // SBR04
    insuranceType?: string | undefined; // SBR05: why Medicare is secondary
  };

/** The patient when that is not the subscriber (loop 2000C). */
export type ClaimPatient = EntityName &
  Demographics & {
    relationship: string; // PAT01: 01 spouse, 19 child, G8 other
    address: PostalAddress; // 2010CA N3, N4
  };

export type ClaimPayer = {
  name: string; // 2010BB NM103
  id: string; // 2010BB NM109, qualifier PI
  address?: PostalAddress | undefined; // 2010BB N3, N4
};

/** A person or group with an NPI that took part in the care. */
export type ClaimProvider = EntityName & {
  npi?: string | undefined; // NM109
  taxonomy?: string | undefined; // PRV03, rendering provider only
};

export type ServiceFacility = EntityName & {
  npi?: string | undefined; // NM109
  address: PostalAddress; // N3, N4
};

/** A claim-level date by its qualifier: 431 onset, 439 accident, 454 initial treatment, 435 admission. */
export type ClaimDate = { qualifier: string; date: string };

/** Documents that follow a claim by another way (PWK). */
export type Attachment = {
  reportType: string; // PWK01
  transmission: string; // PWK02: AA, BM, EL, EM, FT, FX
  controlNumber?: string | undefined; // PWK06
};

/** What one payer before this one decided on a line (loop 2430). */
export type LineAdjudication = {
  payerId: string; // SVD01: the id of its loop 2330B
  paid: Cents; // SVD02
  procedure: ProcedureIdentifier; // SVD03
  units: number; // SVD05
  bundledLine?: number | undefined; // SVD06
  adjustments: ClaimAdjustment[]; // CAS
  adjudicationDate?: string | undefined; // DTP*573
  remainingPatientLiability?: Cents | undefined; // AMT*EAF
};

/** What a payer before or after this one covers and decided (loops 2320, 2330). */
export type OtherPayer = {
  responsibility: string; // SBR01
  relationship: string; // SBR02: 18 self
  groupNumber?: string | undefined; // SBR03
  groupName?: string | undefined; // SBR04
  insuranceType?: string | undefined; // SBR05
  claimFilingIndicator?: string | undefined; // SBR09
  adjustments: ClaimAdjustment[]; // CAS
  paid?: Cents | undefined; // AMT*D
  remainingPatientLiability?: Cents | undefined; // AMT*EAF
  amounts?: InformationAmount[] | undefined; // any other AMT
  benefitsAssigned?: string | undefined; // OI03, "Y" when absent
  releaseOfInformation?: string | undefined; // OI06, "Y" when absent
  subscriber: EntityName & { memberId?: string | undefined; address?: PostalAddress | undefined }; // 2330A
  name: string; // 2330B NM103
  id: string; // 2330B NM109
  adjudicationDate?: string | undefined; // 2330B DTP*573
  claimControlNumber?: string | undefined; // 2330B REF*F8
};

export type ProfessionalServiceLine = {
  lineNumber: number; // LX01
  procedure: ProcedureIdentifier; // SV101
  charge: Cents; // SV102, for all units
  unitBasis?: string | undefined; // SV103, "UN" when absent; MJ for minutes
  units: number; // SV104
  placeOfService?: string | undefined; // SV105, when it differs from the claim's
  diagnosisPointers: number[]; // SV107, counted from 1
  servicePeriod: ServicePeriod; // DTP*472
  lineControlNumber?: string | undefined; // REF*6R
  note?: string | undefined; // NTE*ADD
  renderingProvider?: ClaimProvider | undefined; // 2420A
  orderingProvider?: ClaimProvider | undefined; // 2420E
  adjudications: LineAdjudication[]; // 2430
};

/** One professional claim with everything its loops inherit from the levels above it. */
export type ProfessionalClaim = {
  patientControlNumber: string; // CLM01
  totalCharge: Cents; // CLM02
  placeOfService: string; // CLM05-1
  frequency: string; // CLM05-3: 1 original, 7 replacement, 8 void
  providerSignature?: string | undefined; // CLM06, "Y" when absent
  assignment?: string | undefined; // CLM07, "A" when absent
  benefitsAssigned?: string | undefined; // CLM08, "Y" when absent
  releaseOfInformation?: string | undefined; // CLM09, "Y" when absent
  delayReason?: string | undefined; // CLM20
  relatedCauses?: { codes: string[]; state?: string | undefined } | undefined; // CLM11: AA, EM, OA
  dates: ClaimDate[]; // DTP
  attachments: Attachment[]; // PWK
  patientPaid?: Cents | undefined; // AMT*F5
  referralNumber?: string | undefined; // REF*9F
  priorAuthorization?: string | undefined; // REF*G1
  originalReference?: string | undefined; // REF*F8: the payer's control number, with frequency 7 or 8
  note?: string | undefined; // NTE*ADD
  billingProvider: BillingProvider; // 2000A, 2010AA
  subscriber: ClaimSubscriber; // 2000B, 2010BA
  patient?: ClaimPatient | undefined; // 2000C, 2010CA; absent when the subscriber is the patient
  payer: ClaimPayer; // 2010BB
  responsibility: string; // SBR01: P, S, T
  claimFilingIndicator?: string | undefined; // SBR09
  diagnoses: string[]; // HI ABK, ABF: ICD-10-CM with dots, the principal first
  referringProvider?: ClaimProvider | undefined; // 2310A
  renderingProvider?: ClaimProvider | undefined; // 2310B
  serviceFacility?: ServiceFacility | undefined; // 2310C
  otherPayers: OtherPayer[]; // 2320
  lines: ProfessionalServiceLine[]; // 2400
};
