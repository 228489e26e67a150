import { E, type Fields, loop, R, S, segment } from '../guide/declare.ts';
import { cityAddress, contact, entityName, references, streetAddress } from '../guide/shared-segments.ts';
import { organizationName } from './claim-segments.ts';

/** REF*G2*PRV12**2U:98765: the id that a provider has with one payer. */
export const payerReferences = (qualifiers: string) =>
  segment(
    'REF',
    {
      qualifier: R.code(1, qualifiers), // 0B state licence, 1G UPIN, G2 with a payer, LU location
      id: R.text(2),
      payerId: S.text([4, 2]), // of another payer: the id of its loop 2330B
    },
    { '4.1': '2U' },
  );

/** PRV*PE*PXC*207Q00000X */
export const specialty = (role: string) =>
  segment('PRV', { taxonomy: R.external(3, 'taxonomy') }, { '1': role, '2': 'PXC' });

const claimIds = (most: number, qualifiers: string) => S.many(most, references(qualifiers));
const lineIds = (most: number, qualifiers: string) => S.many(most, payerReferences(qualifiers));

/** NM1*DN*1*HALVORSEN*MARIT****XX*1234567893 */
const person = (role: string) => entityName(role, S, 'XX', '1');

/** Loop 2310A with NM101 DN: who sent the patient. */
export const referringProviderLoop = loop('2310A', {
  name: R.inline(person('DN')),
  references: claimIds(3, '0B 1G G2'),
});

/** Loop 2310A with NM101 P3: who sent the patient first, where two did. */
export const primaryCareProviderLoop = loop('2310A', {
  name: R.inline(person('P3')),
  references: claimIds(3, '0B 1G G2'),
});

/** Loop 2310B. */
export const renderingProviderLoop = loop('2310B', {
  name: R.inline(entityName('82', S, 'XX')),
  specialty: S.inline(specialty('PE')),
  references: claimIds(4, '0B 1G G2 LU'),
});

/** Loop 2310C. */
export const serviceFacilityLoop = loop('2310C', {
  name: R.inline(organizationName('77', S, 'XX')),
  street: E.inline(streetAddress),
  city: E.inline(cityAddress),
  references: claimIds(3, '0B G2 LU'),
  contact: S.one(contact('IC', 'EX TE')),
});

/** Loop 2310D. */
export const supervisingProviderLoop = loop('2310D', {
  name: R.inline(person('DQ')),
  references: claimIds(4, '0B 1G G2 LU'),
});

/** NM1*PW*2, a place known by its address, or NM1*45*2*COUNTY HOSPITAL. */
const placeLoop = <const F extends Fields>(id: string, role: string, fields: F) =>
  loop(id, {
    place: R.inline(segment('NM1', fields, { '1': role, '2': '2' })),
    street: E.inline(streetAddress),
    city: E.inline(cityAddress),
  });

const placeName = { name: S.text(3) };

/** Loop 2310E: where an ambulance took the patient up. */
export const pickUpLoop = placeLoop('2310E', 'PW', {});
/** Loop 2310F: where it brought the patient. */
export const dropOffLoop = placeLoop('2310F', '45', placeName);
/** Loop 2420G. */
export const linePickUpLoop = placeLoop('2420G', 'PW', {});
/** Loop 2420H. */
export const lineDropOffLoop = placeLoop('2420H', '45', placeName);

/** Loop 2420A. */
export const lineRenderingProviderLoop = loop('2420A', {
  name: R.inline(entityName('82', S, 'XX')),
  specialty: S.inline(specialty('PE')),
  references: lineIds(20, '0B 1G G2 LU'),
});

/** Loop 2420B: who did what the billing provider bought, known by number alone. */
export const purchasedServiceProviderLoop = loop('2420B', {
  // NM1*QB*2******XX*1234567893
  name: R.inline(
    segment(
      'NM1',
      {
        entityType: R.code(2, '1 2'),
        idQualifier: S.code(8, 'XX'),
        id: S.text(9),
      },
      { '1': 'QB' },
    ),
  ),
  references: lineIds(20, '0B 1G G2'),
});

/** Loop 2420C. */
export const lineServiceFacilityLoop = loop('2420C', {
  name: R.inline(organizationName('77', S, 'XX')),
  street: E.inline(streetAddress),
  city: E.inline(cityAddress),
  references: lineIds(3, 'G2 LU'),
});

/** Loop 2420D. */
export const lineSupervisingProviderLoop = loop('2420D', {
  name: R.inline(person('DQ')),
  references: lineIds(20, '0B 1G G2 LU'),
});

/** Loop 2420E. */
export const orderingProviderLoop = loop('2420E', {
  name: R.inline(person('DK')),
  street: S.inline(streetAddress),
  city: S.inline(cityAddress),
  references: lineIds(20, '0B 1G G2'),
  contact: S.one(contact('IC', 'EM EX FX TE')),
});

/** Loop 2420F with NM101 DN. */
export const lineReferringProviderLoop = loop('2420F', {
  name: R.inline(person('DN')),
  references: lineIds(20, '0B 1G G2'),
});

/** Loop 2420F with NM101 P3. */
export const linePrimaryCareProviderLoop = loop('2420F', {
  name: R.inline(person('P3')),
  references: lineIds(20, '0B 1G G2'),
});
