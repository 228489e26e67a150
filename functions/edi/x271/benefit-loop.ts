import { bearing, E, loop, R, S, scalar, segment } from '../guide/declare.ts';
import {
  diagnosisPointers,
  party,
  periods,
  procedureFields,
  receiverSpecialty,
  serviceTypeCodes,
} from '../guide/eligibility-segments.ts';
import { contact, streetAddress } from '../guide/shared-segments.ts';

/** AAA*N**72*C: why a payer could not answer. Without its reason the answer would seem to have none. */
export const rejections = (reasons: string, followUps: string) =>
  bearing(
    S.many(
      9,
      segment('AAA', {
        validRequest: E.code(1, 'N Y'),
        reason: R.code(3, reasons),
        followUp: E.code(4, followUps), // C correct and resubmit, R resubmission allowed, N not allowed
      }),
    ),
  );

/** REF*6P*G100*ACME CORPORATION */
export const namedReferences = (qualifiers: string) =>
  segment('REF', {
    qualifier: R.code(1, qualifiers),
    id: R.text(2),
    name: S.text(3), // of the plan, the group or the network
  });

/** EB*B**98*HM*GOLD 123 PLAN*27*10*****Y: one thing that a plan pays or leaves to the member. */
const benefit = (coverageLevels: string) =>
  segment('EB', {
    information: R.code(1, '1 2 3 4 5 6 7 8 A B C CB D E F G H I J K L M MC N O P Q R S T U V W X Y'), // 1 active, 6 inactive, A coinsurance, B copayment, C deductible
    coverageLevel: S.code(2, coverageLevels),
    serviceTypes: S.repeat(99, S.code(3, serviceTypeCodes)),
    insuranceType: S.code(
      4,
      '12 13 14 15 16 41 42 43 47 AP C1 CO CP D DB EP FF GP HM HN HS IN IP LC LD LI LT MA MB MC MH MI MP OT PE PL PP PR PS QM RP SP TF WC WU',
    ),
    planDescription: S.text(5),
    timePeriod: S.code(6, '6 7 13 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36'), // 23 calendar year, 27 visit, 29 remaining
    amount: S.money(7),
    percent: S.quantity(8), // 0.2 is 20 %
    quantityQualifier: S.code(9, '8H 99 CA CE D3 DB DY HS LA LE M2 MN P6 QA S7 S8 VS YY'),
    quantity: S.quantity(10),
    authorizationRequired: S.code(11, 'N U Y'),
    inNetwork: S.code(12, 'N U W Y'), // W both
    procedure: S.composite(13, {
      ...procedureFields,
      throughProcedure: S.external(8, 'procedure'), // the last one of a range
    }),
    diagnosisPointers: diagnosisPointers(14),
  });

/** HSD*VS*30***23*1: how much of a service, and how often. */
const delivery = segment('HSD', {
  quantityQualifier: S.code(1, 'DY FL HS MN VS'),
  quantity: S.quantity(2),
  unit: S.code(3, 'DA MO VS WK YR'),
  every: S.quantity(4), // of the unit
  timePeriod: S.code(5, '6 7 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35'),
  periods: S.count(6),
  frequency: S.code(7, '1 2 3 4 5 6 7 8 9 A B C D E F G H J K L M N O P Q R S SG SL SP SX SY SZ T U V W X Y'),
  timeOfDay: S.code(8, 'A B C D E F G Y'),
});

/** NM1*IL*1*DOE*JANE****MI*W1**41: a party to a benefit, and what it is to the member. */
const relatedName = party(
  '13 1I 1P 2B 36 73 FA GP GW I3 IL LR OC P3 P4 P5 PR PRP SEP TTP VER VN VY X3 Y2',
  S,
  '24 34 46 FA FI II MI NI PI PP SV XV XX',
);

/** Loop 2120: another payer, a primary care provider or whom else a benefit has to do with. */
const relatedEntityLoop = (id: string) =>
  loop(id, {
    name: R.inline(relatedName),
    street: S.inline(streetAddress),
    // N4*KANSAS CITY*MO*64108
    city: S.inline(
      segment('N4', {
        city: E.text(1),
        state: S.external(2, 'state'),
        postalCode: S.text(3),
        country: S.text(4),
        locationQualifier: S.code(5, 'RJ'),
        location: S.text(6), // a health service region of the armed forces
        countrySubdivision: S.text(7),
      }),
    ),
    contacts: S.many(3, contact('IC', 'ED EM EX FX TE UR WP')),
    specialty: S.one(receiverSpecialty),
  });

/** LS*2120 and LE*2120 stand around loops 2120; some payers leave them out. */
const relatedEntities = (id: string) =>
  loop(id, {
    header: E.inline(segment('LS', {}, { '1': '2120' })),
    entities: E.many(23, relatedEntityLoop(id)),
    trailer: E.inline(segment('LE', {}, { '1': '2120' })),
  });

/** III*ZZ*11: where, or with what injury, a benefit holds. */
const additionalLoop = (id: string) =>
  loop(id, {
    information: R.inline(
      segment('III', {
        list: S.code(1, 'GR NI ZZ'), // ZZ place of service
        code: S.text(2),
        category: S.code(3, '44'),
        text: S.text(4), // part of the body
      }),
    ),
  });

const benefitMembers = (letter: 'C' | 'D', coverageLevels: string, qualifiers: string) => ({
  benefit: R.inline(benefit(coverageLevels)),
  deliveries: S.many(9, delivery),
  references: S.many(9, namedReferences(qualifiers)),
  dates: S.many(
    20,
    periods('096 193 194 198 290 291 292 295 304 307 318 346 348 349 356 357 435 472 636 771'), // 292 benefit
  ),
  rejections: rejections(
    '15 33 52 53 54 55 56 57 60 61 62 63 69 70 98 AA AE AF AG AO CI E8 IA MA',
    'C N R W X Y',
  ),
  messages: S.many(10, scalar('MSG', R.text(1))),
  additional: S.many(10, additionalLoop(`2115${letter}`)),
  related: S.one(relatedEntities(`2120${letter}`)),
});

/** Loop 2110C: one benefit of the subscriber. */
export const subscriberBenefitLoop = loop(
  '2110C',
  benefitMembers(
    'C',
    'CHD DEP ECH EMP ESP FAM IND SPC SPO',
    '18 1L 1W 49 6P 9F ALS CLI F6 FO G1 IG M7 N6 NQ',
  ),
);

/** Loop 2110D: one benefit of the dependent. */
export const dependentBenefitLoop = loop(
  '2110D',
  benefitMembers('D', 'CHD DEP ECH ESP FAM IND SPC SPO', '18 1L 1W 49 6P 9F ALS CLI F6 FO G1 IG N6 NQ'),
);
