import type { InterchangeHeader } from '../interchange-header.ts';

/** An interchange that carries TA1 segments and no group. */
export type InterchangeAcknowledgementFile = {
  envelope: InterchangeHeader;
  acknowledgements: InterchangeAcknowledgement[];
};

/** A partner's verdict on the envelope of one interchange that we sent. */
export type InterchangeAcknowledgement = {
  controlNumber: number; // TA101: our ISA13
  interchangeCreatedAt: string; // TA102, TA103: our ISA09 and ISA10, as an instant in UTC
  code: string; // TA104: A accepted, E accepted with errors, R rejected
  note: string; // TA105: 000 no error
};
