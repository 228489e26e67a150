/** Who sends what to whom: the part of ISA, GS and BHT that differs between our files. */
export type InterchangeHeader = {
  senderQualifier?: string | undefined; // ISA05, "ZZ" when absent
  senderId: string; // ISA06 and GS02
  receiverQualifier?: string | undefined; // ISA07, "ZZ" when absent
  receiverId: string; // ISA08 and GS03
  controlNumber: number; // ISA13, GS06 and, as nine digits, BHT03
  createdAt?: string | undefined; // ISA09, ISA10, GS04, GS05: an ISO 8601 instant, written to the minute as the clock of its offset shows it
  usage: 'P' | 'T'; // ISA15: production or test
};
