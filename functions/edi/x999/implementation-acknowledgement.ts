import type { InterchangeHeader } from '../interchange-header.ts';

/** A 999 interchange (005010X231A1): one acknowledgement for each functional group received. */
export type ImplementationAcknowledgementFile = {
  envelope: InterchangeHeader;
  acknowledgements: ImplementationAcknowledgement[];
};

/** A partner's verdict on the syntax of one functional group that we sent. */
export type ImplementationAcknowledgement = {
  functionalId: string; // AK101: HC, HS, HR
  groupControlNumber: string; // AK102: our GS06
  version?: string | undefined; // AK103
  transactionSets: TransactionSetAcknowledgement[]; // 2000
  status: string; // AK901: A, E, P are accepts in part or whole; R, M, W, X are not
  includedSets: number; // AK902
  receivedSets: number; // AK903
  acceptedSets: number; // AK904
  errorCodes: string[]; // AK905 to AK909
};

export type TransactionSetAcknowledgement = {
  transaction: string; // AK201
  controlNumber: string; // AK202: our ST02
  version?: string | undefined; // AK203
  segmentErrors: SegmentError[]; // 2100
  status: string; // IK501: A and E accept; R, M, W, X reject
  errorCodes: string[]; // IK502 to IK506
};

export type SegmentError = {
  segmentId: string; // IK301
  position: number; // IK302, counted from ST = 1
  loop?: string | undefined; // IK303
  code?: string | undefined; // IK304
  contexts: ErrorContext[]; // CTX
  elementErrors: ElementError[]; // 2110
};

export type ElementError = {
  element: number; // IK401-1
  component?: number | undefined; // IK401-2
  repetition?: number | undefined; // IK401-3
  referenceNumber?: string | undefined; // IK402
  code: string; // IK403
  badValue?: string | undefined; // IK404: may be PHI
  contexts: ErrorContext[]; // CTX
};

/** Where the error lies in business terms, such as CLM01 and its value. */
export type ErrorContext = {
  name: string; // CTX01-1
  value?: string | undefined; // CTX01-2
  segmentId?: string | undefined; // CTX02
  position?: number | undefined; // CTX03
  loop?: string | undefined; // CTX04
  element?: number | undefined; // CTX05-1
  component?: number | undefined; // CTX05-2
};
