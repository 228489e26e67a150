import type { Cents } from './money.ts';

/** A person or an organisation as NM1 names it. */
export type EntityName = {
  kind: 'person' | 'organization'; // NM102: 1, 2
  name: string; // NM103: last name, or the organisation's
  firstName?: string | undefined; // NM104
  middleName?: string | undefined; // NM105
  suffix?: string | undefined; // NM107
};

/** A name where the guide lets every part of it be absent. */
export type PartialName = Omit<EntityName, 'name'> & { name?: string | undefined };

/** A named party with the identifier it goes by in this file, such as a payer id or an NPI. */
export type IdentifiedEntity = EntityName & {
  idQualifier?: string | undefined; // NM108: XX NPI, PI payer id, MI member id, 46 ETIN
  id?: string | undefined; // NM109
};

export type PostalAddress = {
  line1: string; // N301
  line2?: string | undefined; // N302
  city: string; // N401
  state?: string | undefined; // N402
  postalCode?: string | undefined; // N403
  country?: string | undefined; // N404
};

export type Demographics = {
  dateOfBirth?: string | undefined; // DMG02
  gender?: string | undefined; // DMG03: F, M, U
};

/** A person to call, as PER names them. */
export type Contact = {
  name?: string | undefined; // PER02
  phone?: string | undefined; // TE
  extension?: string | undefined; // EX
  email?: string | undefined; // EM
  fax?: string | undefined; // FX
  url?: string | undefined; // UR
};

/** A further identifier of whatever the loop is about (REF). */
export type Reference = {
  qualifier: string; // REF01
  id: string; // REF02
};

/** An amount told for information (AMT); it takes no part in balancing unless a rule says so. */
export type InformationAmount = {
  qualifier: string; // AMT01
  amount: Cents; // AMT02
};

/** The days a service took; `through` is absent when it took one. */
export type ServicePeriod = { from: string; through?: string | undefined };
