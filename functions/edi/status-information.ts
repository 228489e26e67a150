import type { Cents } from './money.ts';
import type { ServicePeriod } from './party.ts';

/** One answer about a claim's state: what kind, what exactly, and whom it concerns. */
export type StatusCode = {
  category: string; // C043-1: claim status category code
  status: string; // C043-2: claim status code
  entity?: string | undefined; // C043-3: entity identifier code
};

/** An STC segment of a 277 or a 277CA. */
export type StatusInformation = {
  codes: StatusCode[]; // STC01, STC10, STC11: at least one
  effectiveDate?: string | undefined; // STC02
  action?: string | undefined; // STC03: WQ accept, U reject (277CA)
  charge?: Cents | undefined; // STC04
  paid?: Cents | undefined; // STC05
  finalizedDate?: string | undefined; // STC06
  remittanceDate?: string | undefined; // STC08
  remittanceTrace?: string | undefined; // STC09
  message?: string | undefined; // STC12
};

/** The state of one service line of a claim (loops 2220D, 2220E). */
export type LineStatus = {
  procedureQualifier?: string | undefined; // SVC01-1
  procedure?: string | undefined; // SVC01-2
  modifiers: string[]; // SVC01-3 to -6
  charge?: Cents | undefined; // SVC02
  paid?: Cents | undefined; // SVC03
  units?: number | undefined; // SVC07
  statuses: StatusInformation[]; // STC
  lineControlNumber?: string | undefined; // REF*FJ
  servicePeriod?: ServicePeriod | undefined; // DTP*472
};
