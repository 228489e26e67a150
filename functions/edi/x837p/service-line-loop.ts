import { E, loop, R, S, scalar, segment, unbounded } from '../guide/declare.ts';
import {
  adjustment,
  amount,
  day,
  period,
  procedure,
  reference,
  references,
} from '../guide/shared-segments.ts';
import {
  ambulanceCertification,
  ambulanceTransport,
  attachment,
  conditions,
  contract,
  fixedFormat,
  linePricing,
} from './claim-segments.ts';
import {
  lineDropOffLoop,
  linePickUpLoop,
  linePrimaryCareProviderLoop,
  lineReferringProviderLoop,
  lineRenderingProviderLoop,
  lineServiceFacilityLoop,
  lineSupervisingProviderLoop,
  orderingProviderLoop,
  purchasedServiceProviderLoop,
} from './provider-loops.ts';

const procedureCodes = 'ER HC IV WK';

/** REF*G1*AUTH77**2U:98765: a number that this payer gave, or another one. */
const payerNumber = (qualifier: string) =>
  segment('REF', { id: R.text(2), payerId: S.text([4, 2]) }, { '1': qualifier, '4.1': '2U' });

/** Loop 2410: the drug that was given. */
const drugLoop = loop('2410', {
  // LIN**N4*00409123401
  drug: R.inline(
    segment('LIN', {
      qualifier: R.code(2, 'EN EO HI N4 ON UK UP'), // N4 national drug code
      code: R.text(3),
    }),
  ),
  // CTP****2*ML
  amount: E.inline(
    segment('CTP', {
      units: R.quantity(4),
      unitBasis: R.code([5, 1], 'F2 GR ME ML UN'),
    }),
  ),
  prescription: S.one(references('VY XZ')), // XZ its number, VY what compound drugs share
});

/** Loop 2430: what one payer before this one decided on a line. */
export const lineAdjudicationLoop = loop('2430', {
  // SVD*98765*40*HC:99213**1
  payment: R.inline(
    segment('SVD', {
      payerId: R.text(1), // the id of its loop 2330B
      paid: R.money(2),
      procedure: procedure(E, 3, procedureCodes),
      units: E.quantity(5),
      bundledLine: S.count(6), // LX01 of the line that this one was made part of
    }),
  ),
  adjustments: S.many(5, adjustment),
  adjudicationDate: E.one(day('573')),
  remainingPatientLiability: S.one(amount('EAF')),
});

/** Loop 2440: a form such as a certificate of medical necessity. */
const formLoop = loop('2440', {
  // LQ*UT*04.04C
  form: R.inline(segment('LQ', { list: R.code(1, 'AS UT'), form: R.text(2) })),
  // FRM*1A*Y
  answers: E.many(
    99,
    segment('FRM', {
      question: R.text(1),
      response: S.code(2, 'N W Y'),
      text: S.text(3),
      date: S.date(4),
      percentage: S.quantity(5),
    }),
  ),
});

/** Loop 2400: one service. */
export const serviceLineLoop = loop('2400', {
  line: R.inline(segment('LX', { lineNumber: R.count(1) })),
  // SV1*HC:99213:25*150*UN*1***1:2
  service: R.inline(
    segment('SV1', {
      procedure: procedure(R, 1, procedureCodes),
      charge: R.money(2), // for all units
      unitBasis: E.code(3, 'MJ UN'), // MJ minutes
      units: R.quantity(4),
      placeOfService: S.external(5, 'place-of-service'), // when it differs from the claim's
      diagnosisPointers: E.run(4, E.count([7, 1])), // counted from 1
      emergency: S.code(9, 'Y'),
      epsdt: S.code(11, 'Y'),
      familyPlanning: S.code(12, 'Y'),
      copayStatus: S.code(15, '0'), // 0 exempt
    }),
  ),
  // SV5*HC:E0570*DA*30*25*300*1
  equipment: S.one(
    segment(
      'SV5',
      {
        procedure: R.external([1, 2], 'procedure'),
        days: R.quantity(3),
        rentalPrice: R.money(4),
        purchasePrice: R.money(5),
        rentalFrequency: R.code(6, '1 4 6'), // 1 weekly, 4 monthly, 6 daily
      },
      { '1.1': 'HC', '2': 'DA' },
    ),
  ),
  // Ten, and one that certifies the need of equipment: PWK*CT*AD, which alone is sent by AB, AD, AF, AG or NS.
  attachments: S.many(11, attachment('AA AB AD AF AG BM EL EM FT FX NS')),
  ambulance: S.one(ambulanceTransport),
  // CR3*I*MO*12
  equipmentCertification: S.one(
    segment('CR3', { type: R.code(1, 'I R S'), months: R.quantity(3) }, { '2': 'MO' }), // I initial, R renewal, S revised
  ),
  ambulanceCertifications: S.many(3, ambulanceCertification),
  hospiceEmployee: S.one(scalar('CRC', R.code(2, 'N Y'), { '1': '70', '3': '65' })),
  equipmentConditions: S.one(conditions('09', '38 ZV', 2)), // 38 certification on file, ZV replacement
  servicePeriod: R.one(period('472')),
  prescriptionDate: S.one(day('471')),
  certificationRevisionDate: S.one(day('607')),
  beginTherapyDate: S.one(day('463')),
  lastCertificationDate: S.one(day('461')),
  lastSeenDate: S.one(day('304')),
  hemoglobinTestDate: S.one(day('738')),
  creatinineTestDate: S.one(day('739')),
  shippedDate: S.one(day('011')),
  lastXRayDate: S.one(day('455')),
  initialTreatmentDate: S.one(day('454')),
  ambulancePatients: S.one(scalar('QTY', R.quantity(2), { '1': 'PT' })),
  obstetricUnits: S.one(scalar('QTY', R.quantity(2), { '1': 'FL' })), // anesthesia beyond the usual
  // MEA*TR*R1*10.4
  testResults: S.many(
    5,
    segment('MEA', {
      reference: R.code(1, 'OG TR'), // TR test result, OG height at the start
      measurement: R.code(2, 'HT R1 R2 R3 R4'), // R1 hemoglobin, R2 hematocrit, R3 epoetin dose, R4 creatinine
      value: R.quantity(3),
    }),
  ),
  contract: S.one(contract),
  repricedLineNumber: S.one(reference('9B')),
  adjustedRepricedLineNumber: S.one(reference('9D')),
  priorAuthorizations: S.many(5, payerNumber('G1')),
  lineControlNumber: S.one(scalar('REF', R.text(2, 30), { '1': '6R' })),
  mammographyCertification: S.one(reference('EW')),
  cliaNumber: S.one(reference('X4')),
  referringCliaNumber: S.one(reference('F4')),
  immunizationBatch: S.one(reference('BT')),
  referralNumbers: S.many(5, payerNumber('9F')),
  salesTax: S.one(amount('T')),
  postage: S.one(amount('F4')),
  fixedFormats: S.many(10, fixedFormat),
  note: S.one(segment('NTE', { type: R.code(1, 'ADD DCP'), text: R.text(2) })),
  repricerNote: S.one(scalar('NTE', R.text(2), { '1': 'TPO' })),
  // PS1*PRV12*60
  purchasedService: S.one(segment('PS1', { providerId: R.text(1), charge: R.money(2) })),
  pricing: S.one(linePricing),
  drug: S.one(drugLoop),
  renderingProvider: S.one(lineRenderingProviderLoop),
  purchasedServiceProvider: S.one(purchasedServiceProviderLoop),
  serviceFacility: S.one(lineServiceFacilityLoop),
  supervisingProvider: S.one(lineSupervisingProviderLoop),
  orderingProvider: S.one(orderingProviderLoop),
  referringProvider: S.one(lineReferringProviderLoop),
  primaryCareProvider: S.one(linePrimaryCareProviderLoop),
  pickUp: S.one(linePickUpLoop),
  dropOff: S.one(lineDropOffLoop),
  adjudications: S.many(15, lineAdjudicationLoop),
  forms: S.many(unbounded, formLoop),
});
