import { E, loop, R, S, scalar, segment } from '../guide/declare.ts';
import { amount, day, reference } from '../guide/shared-segments.ts';
import {
  ambulanceCertification,
  ambulanceTransport,
  attachment,
  claimPricing,
  conditions,
  contract,
  fixedFormat,
} from './claim-segments.ts';
import { otherPayerLoop } from './other-payer-loop.ts';
import {
  dropOffLoop,
  pickUpLoop,
  primaryCareProviderLoop,
  referringProviderLoop,
  renderingProviderLoop,
  serviceFacilityLoop,
  supervisingProviderLoop,
} from './provider-loops.ts';
import { serviceLineLoop } from './service-line-loop.ts';

/** Loop 2300: one claim, at the subscriber's level when that is the patient, else at the patient's. */
export const claimLoop = loop('2300', {
  // CLM*C100-1*230***11:B:1*Y*A*Y*Y**AA:::NE
  claim: R.inline(
    segment(
      'CLM',
      {
        patientControlNumber: R.text(1, 20),
        totalCharge: R.money(2),
        placeOfService: R.external([5, 1], 'place-of-service'),
        frequency: R.code([5, 3], '1 7 8'), // 1 original, 7 replacement, 8 void
        providerSignature: E.code(6, 'N Y'),
        assignment: E.code(7, 'A B C'), // A assigned, B of laboratory services alone, C not assigned
        benefitsAssigned: E.code(8, 'N W Y'),
        releaseOfInformation: E.code(9, 'I Y'),
        patientSignatureSource: S.code(10, 'P'),
        relatedCauses: S.composite(11, {
          codes: R.run(2, R.code(1, 'AA EM OA')), // AA auto accident, EM employment, OA another accident
          state: S.external(4, 'state'),
          country: S.text(5),
        }),
        specialProgram: S.code(12, '02 03 05 09'),
        delayReason: S.code(20, '1 2 3 4 5 6 7 8 9 10 11 15'),
      },
      { '5.2': 'B' },
    ),
  ),
  onsetDate: S.one(day('431')),
  initialTreatmentDate: S.one(day('454')),
  lastSeenDate: S.one(day('304')),
  acuteManifestationDate: S.one(day('453')),
  accidentDate: S.one(day('439')),
  lastMenstrualPeriodDate: S.one(day('484')),
  lastXRayDate: S.one(day('455')),
  prescriptionDate: S.one(day('471')),
  // DTP*314*RD8*20260301-20260331
  disability: S.one(
    segment('DTP', {
      qualifier: R.code(1, '314 360 361'), // 314 the whole time, 360 its beginning, 361 its end
      period: R.period(2),
    }),
  ),
  lastWorkedDate: S.one(day('297')),
  returnToWorkDate: S.one(day('296')),
  admissionDate: S.one(day('435')),
  dischargeDate: S.one(day('096')),
  assumedCareDate: S.one(day('090')),
  relinquishedCareDate: S.one(day('091')),
  firstContactDate: S.one(day('444')),
  repricerReceivedDate: S.one(day('050')),
  attachments: S.many(10, attachment('AA BM EL EM FT FX')),
  contract: S.one(contract),
  patientPaid: S.one(amount('F5')),
  serviceAuthorizationException: S.one(scalar('REF', R.code(2, '1 2 3 4 5 6 7'), { '1': '4N' })),
  medicareCrossover: S.one(scalar('REF', R.code(2, 'N Y'), { '1': 'F5' })), // section 4081
  mammographyCertification: S.one(reference('EW')),
  referralNumber: S.one(reference('9F')),
  priorAuthorization: S.one(reference('G1')),
  originalReference: S.one(reference('F8')), // the payer's control number of a claim that is replaced or voided
  cliaNumber: S.one(reference('X4')),
  repricedClaimNumber: S.one(reference('9A')),
  adjustedRepricedClaimNumber: S.one(reference('9C')),
  investigationalDevice: S.one(reference('LX')),
  clearinghouseTrace: S.one(reference('D9')),
  medicalRecordNumber: S.one(reference('EA')),
  demonstrationProject: S.one(reference('P4')),
  carePlanOversight: S.one(reference('1J')),
  fixedFormats: S.many(10, fixedFormat),
  note: S.one(segment('NTE', { type: R.code(1, 'ADD CER DCP DGN TPO'), text: R.text(2) })),
  ambulance: S.one(ambulanceTransport),
  // CR2********M**MILD PAIN
  spinalManipulation: S.one(
    segment('CR2', {
      condition: R.code(8, 'A C D E F G M'), // A acute, C chronic, M acute in a chronic one
      description: S.text(10),
      moreDescription: S.text(11),
    }),
  ),
  ambulanceCertifications: S.many(3, ambulanceCertification),
  // CRC*E1*Y*L1: spectacles, contact lenses or frames
  vision: S.many(
    3,
    segment('CRC', {
      category: R.code(1, 'E1 E2 E3'), // E1 lenses, E2 contact lenses, E3 frames
      applies: R.code(2, 'N Y'),
      conditions: R.run(5, R.code(3, 'L1 L2 L3 L4 L5')),
    }),
  ),
  homebound: S.one(scalar('CRC', R.code(2, 'Y'), { '1': '75', '3': 'IH' })),
  epsdtReferral: S.one(conditions('ZZ', 'AV NU S2 ST', 3)), // S2 under treatment, NU no referral
  // HI*ABK:J069*ABF:R509
  diagnoses: E.inline(
    segment('HI', {
      diagnoses: R.run(
        12,
        R.composite(1, {
          qualifier: R.code(1, 'ABK ABF BK BF'), // the principal first; A: ICD-10-CM
          code: R.external(2, 'icd-10-cm'), // without its dot
        }),
      ),
    }),
  ),
  // HI*BP:33510: the surgery that the anesthesia was for
  anesthesiaSurgery: S.inline(
    segment('HI', {
      relatedProcedures: R.run(
        2,
        R.composite(1, { qualifier: R.code(1, 'BP BO'), code: R.external(2, 'procedure') }),
      ),
    }),
  ),
  // HI*BG:17
  conditions: S.many(
    2,
    segment('HI', { codes: R.run(12, R.composite(1, { code: R.text(2) }, { '1': 'BG' })) }),
  ),
  pricing: S.one(claimPricing),
  referringProvider: S.one(referringProviderLoop),
  primaryCareProvider: S.one(primaryCareProviderLoop),
  renderingProvider: S.one(renderingProviderLoop),
  serviceFacility: S.one(serviceFacilityLoop),
  supervisingProvider: S.one(supervisingProviderLoop),
  pickUp: S.one(pickUpLoop),
  dropOff: S.one(dropOffLoop),
  otherPayers: S.many(10, otherPayerLoop),
  lines: R.many(50, serviceLineLoop),
});
