import { type Declaring, E, R, S, scalar, segment, type Usage } from './declare.ts';

/** NM1 of one role; `typed`: whether it can be read without telling a person from an organisation. */
const naming =
  <T extends Usage>(typed: Declaring<T>) =>
  <U extends Usage>(entity: string, identified: Declaring<U>, idQualifiers: string, types = '1 2') =>
    segment(
      'NM1',
      {
        entityType: typed.code(2, types), // 1 person, 2 organisation
        name: E.text(3), // last name, or the organisation's
        firstName: S.text(4),
        middleName: S.text(5),
        suffix: S.text(7),
        idQualifier: identified.code(8, idQualifiers), // XX NPI, PI payer id, MI member id, 46 ETIN
        id: identified.text(9),
      },
      { '1': entity },
    );

/** NM1*QC*1*OKAFOR*ADA****MI*W100200300: a person or an organisation, and the identifier it goes by. */
export const entityName = naming(R);

/** The same as payers tell it, whose NM102 is sometimes empty. */
export const toldName = naming(E);

/** N3*12 ELM ST*SUITE 4 */
export const streetAddress = segment('N3', {
  addressLine1: E.text(1),
  addressLine2: S.text(2),
});

/** N4*LINCOLN*NE*68508 */
export const cityAddress = segment('N4', {
  city: E.text(1),
  state: S.external(2, 'state'),
  postalCode: S.text(3),
  country: S.text(4),
  countrySubdivision: S.text(7),
});

/** DMG*D8*19800214*F */
export const demographics = segment('DMG', {
  dateOfBirth: S.day(1),
  gender: S.code(3, 'F M U'),
});

/** REF*EI*123456789: the identifiers of one kind by their qualifier. */
export const references = (qualifiers: string) =>
  segment('REF', {
    qualifier: R.code(1, qualifiers),
    id: R.text(2),
  });

/** REF*G1*AUTH77: an identifier whose qualifier is known. */
export const reference = (qualifier: string) => scalar('REF', R.text(2), { '1': qualifier });

/** CAS*CO*45*30**97*80: the reasons of one group, as many as six. */
export const adjustment = segment('CAS', {
  group: R.code(1, 'CO OA PI PR'),
  reasons: R.group([2, 3, 6], {
    reason: R.external(1, 'carc'),
    amount: R.money(2), // positive lowers the payment
    quantity: S.quantity(3),
  }),
});

/** HC:99213:25, the composite C003 with which SV1, SVC and SVD name a service. */
export const procedure = <U extends Usage>(usage: Declaring<U>, at: number, qualifiers: string) =>
  usage.composite(at, {
    qualifier: R.code(1, qualifiers),
    procedure: R.external(2, 'procedure'),
    modifiers: S.run(4, S.external(3, 'modifier')),
    description: S.text(7),
  });

/** AMT*B6*120 */
export const amounts = (qualifiers: string) =>
  segment('AMT', {
    qualifier: R.code(1, qualifiers),
    amount: R.money(2),
  });

export const amount = (qualifier: string) => scalar('AMT', R.money(2), { '1': qualifier });

/** QTY*CA*3 */
export const quantities = (qualifiers: string) =>
  segment('QTY', {
    qualifier: R.code(1, qualifiers),
    quantity: R.quantity(2),
  });

/** DTP*435*D8*20260301 */
export const day = (qualifier: string) => scalar('DTP', R.day(2), { '1': qualifier });

/** DTP*472*RD8*20260301-20260303 */
export const period = (qualifier: string) => scalar('DTP', R.period(2), { '1': qualifier });

/** PER*CX*BILLING*TE*4025550100*EX*12: how to reach someone, by up to three numbers. */
export const contact = (role: string, qualifiers: string) =>
  segment(
    'PER',
    {
      name: S.text(2),
      numbers: S.group([3, 2, 3], {
        qualifier: R.code(1, qualifiers), // TE phone, EX extension, EM email, FX fax, UR address of a page
        number: R.text(2),
      }),
    },
    { '1': role },
  );
