import type { ClaimAdjustment } from '../adjustments.ts';
import type { Finding } from '../findings.ts';
import type { InterchangeHeader } from '../interchange-header.ts';
import type { Cents } from '../money.ts';
import type {
  Contact,
  IdentifiedEntity,
  InformationAmount,
  PartialName,
  PostalAddress,
  Reference,
  ServicePeriod,
} from '../party.ts';
import type { ProcedureIdentifier } from '../procedure.ts';

/** An 835 interchange (005010X221A1): one remittance for each payment. */
export type RemittanceFile = { envelope: InterchangeHeader; remittances: Remittance[] };

/** One payment and what it is for: a transaction set of an 835. */
export type Remittance = {
  handling: string; // BPR01: I payment with remittance, H notification only
  paid: Cents; // BPR02: never negative
  creditOrDebit: string; // BPR03: C, D
  method: string; // BPR04: ACH, BOP, CHK, FWT, NON
  bank?: BankTransfer | undefined; // BPR05 to BPR15
  paymentDate: string; // BPR16
  traceNumber: string; // TRN02: check or EFT number
  payerIdentifier: string; // TRN03
  supplementalCode?: string | undefined; // TRN04
  productionDate?: string | undefined; // DTM*405
  payer: RemittancePayer; // 1000A
  payee: RemittancePayee; // 1000B
  claims: RemittanceClaim[]; // 2100
  brokenClaims: BrokenClaim[]; // claims whose loop cannot be read; a file we write has none
  providerAdjustments: ProviderAdjustment[]; // PLB
};

/** The accounts of an electronic transfer; numbers stay as the payer wrote them. */
export type BankTransfer = {
  format?: string | undefined; // BPR05: CCP, CTX
  senderBankQualifier?: string | undefined; // BPR06
  senderBank?: string | undefined; // BPR07
  senderAccountQualifier?: string | undefined; // BPR08
  senderAccount?: string | undefined; // BPR09
  originator?: string | undefined; // BPR10
  originatorSupplement?: string | undefined; // BPR11
  receiverBankQualifier?: string | undefined; // BPR12
  receiverBank?: string | undefined; // BPR13
  receiverAccountQualifier?: string | undefined; // BPR14
  receiverAccount?: string | undefined; // BPR15
};

export type RemittancePayer = {
  name: string; // 1000A N102
  id?: string | undefined; // 1000A N104
  address?: PostalAddress | undefined; // 1000A N3, N4
  references: Reference[]; // 1000A REF
  businessContact?: Contact | undefined; // PER*CX
  technicalContact?: Contact | undefined; // PER*BL
};

export type RemittancePayee = {
  name: string; // 1000B N102
  idQualifier: string; // 1000B N103: XX NPI, FI tax id
  id: string; // 1000B N104
  address?: PostalAddress | undefined; // 1000B N3, N4
  references: Reference[]; // 1000B REF
};

/** What the payer decided about one claim (loop 2100). */
export type RemittanceClaim = {
  position: number; // of its CLP in the transaction set, from 1
  patientControlNumber: string; // CLP01
  statusCode: string; // CLP02
  charge: Cents; // CLP03
  paid: Cents; // CLP04
  patientResponsibility?: Cents | undefined; // CLP05
  claimFilingIndicator?: string | undefined; // CLP06: 12 PPO, HM, MB, MC, …; the 835 has no CI
  payerControlNumber?: string | undefined; // CLP07
  placeOfService?: string | undefined; // CLP08
  frequency?: string | undefined; // CLP09
  adjustments: ClaimAdjustment[]; // CAS of loop 2100
  patient?: RemittancePerson | undefined; // NM1*QC
  subscriber?: RemittancePerson | undefined; // NM1*IL
  correctedInsured?: RemittancePerson | undefined; // NM1*74
  renderingProvider?: RemittancePerson | undefined; // NM1*82
  crossoverCarrier?: IdentifiedEntity | undefined; // NM1*TT
  correctedPriorityPayer?: IdentifiedEntity | undefined; // NM1*PR
  remarks: string[]; // MOA03 to MOA07; MIA05, MIA20 to MIA23
  references: Reference[]; // REF
  dates: RemittanceDate[]; // DTM: 232 and 233 statement period, 050 received, 036 coverage expired
  amounts: InformationAmount[]; // AMT
  lines: RemittanceLine[]; // 2110
};

/** Someone an 835 names: every part of the name may be absent, and a corrected insured has only what differs. */
export type RemittancePerson = PartialName & Pick<IdentifiedEntity, 'idQualifier' | 'id'>;

export type RemittanceDate = { qualifier: string; date: string };

/** What the payer decided about one service (loop 2110). */
export type RemittanceLine = {
  procedure: ProcedureIdentifier; // SVC01; any qualifier, HC or not
  charge: Cents; // SVC02
  paid: Cents; // SVC03
  revenueCode?: string | undefined; // SVC04
  units?: number | undefined; // SVC05; the guide takes absent for 1
  submittedProcedure?: ProcedureIdentifier | undefined; // SVC06, when the payer paid another
  submittedUnits?: number | undefined; // SVC07
  servicePeriod?: ServicePeriod | undefined; // DTM*472, or DTM*150 and DTM*151
  adjustments: ClaimAdjustment[]; // CAS
  lineControlNumber?: string | undefined; // REF*6R
  references: Reference[]; // any other REF
  amounts: InformationAmount[]; // AMT: B6 allowed
  remarks: string[]; // LQ*HE: RARC
};

/** A claim that the file holds and that cannot be read; the others of the file can be posted. */
export type BrokenClaim = {
  position: number; // of its CLP in the transaction set, from 1
  patientControlNumber?: string | undefined; // CLP01
  paid?: Cents | undefined; // CLP04, when that much can be read
  findings: Finding[];
};

/** A payment or recovery that belongs to no claim of the file (PLB). */
export type ProviderAdjustment = {
  providerId: string; // PLB01
  fiscalPeriodEnd: string; // PLB02
  adjustments: ProviderAdjustmentReason[]; // PLB03 to PLB14, up to six
};

export type ProviderAdjustmentReason = {
  reason: string; // C042-1: WO, FB, L6, 72, …
  reference?: string | undefined; // C042-2
  amount: Cents; // positive lowers the payment
};
