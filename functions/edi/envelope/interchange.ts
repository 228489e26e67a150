import type { Delimiters } from '../text/delimiters.ts';
import type { InterchangeHeader } from './interchange-header.ts';

/** GS: who sends a group of sets of one kind to whom. */
export type GroupHeader = {
  functionalId: string; // GS01
  senderId: string; // GS02
  receiverId: string; // GS03
  createdAt?: string | undefined; // GS04, GS05: an instant in UTC, to the minute
  controlNumber: string; // GS06
  version: string; // GS08
};

/** TA1: a partner's verdict on the envelope of one interchange that we sent. */
export type InterchangeAcknowledgement = {
  controlNumber: number; // TA101: our ISA13
  interchangeCreatedAt?: string | undefined; // TA102, TA103: our ISA09 and ISA10, as an instant in UTC
  code: string; // TA104: A accepted, E accepted with errors, R rejected
  note?: string | undefined; // TA105: 000 no error
};

/** A transaction set whose loops could be read; units that could not are told of by findings alone. */
export type TransactionSet<T = object> = {
  guide: string; // the guide's name: "837P"
  controlNumber: string; // ST02
  data: T;
};

export type FunctionalGroup = { header: GroupHeader; sets: TransactionSet[] };

/** ISA to IEA. */
export type Interchange = {
  header: InterchangeHeader;
  delimiters: Delimiters;
  groups: FunctionalGroup[];
  acknowledgements: InterchangeAcknowledgement[]; // TA1
};

/** IEA01 counts the groups; some senders count the TA1s with them, or a file of TA1s alone as one group. */
export const isGroupCount = (count: number | undefined, groups: number, acknowledgements: number): boolean =>
  count === groups ||
  count === groups + acknowledgements ||
  (groups === 0 && acknowledgements > 0 && count === 1);
