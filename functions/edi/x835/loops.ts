import { bearing, E, loop, R, S, scalar, segment, unbounded, type ValueOf } from '../guide/declare.ts';
import {
  adjustment,
  amounts,
  cityAddress,
  contact,
  procedure,
  quantities,
  reference,
  references,
  streetAddress,
  toldName,
} from '../guide/shared-segments.ts';

const day = (qualifier: string) => scalar('DTM', R.date(2), { '1': qualifier });

const days = (qualifiers: string) => segment('DTM', { qualifier: R.code(1, qualifiers), date: R.date(2) });

/** Loop 2110: what the payer decided about one service. */
export const servicePaymentLoop = loop('2110', {
  // SVC*HC:99213:25*150*100**1
  service: R.inline(
    segment('SVC', {
      procedure: procedure(R, 1, 'AD ER HC HP IV N4 N6 NU UI WK'),
      charge: R.money(2),
      paid: R.money(3),
      revenueCode: S.text(4),
      units: S.quantity(5), // absent is 1
      submittedProcedure: procedure(S, 6, 'AD ER HC HP IV N4 NU WK'), // when the payer paid another
      submittedUnits: S.quantity(7),
    }),
  ),
  dates: S.many(2, days('150 151 472')),
  adjustments: bearing(S.many(99, adjustment)),
  references: S.many(8, references('1S APC BB E9 G1 G3 LU RB')),
  lineControlNumber: S.one(reference('6R')),
  renderingProviderIds: S.many(10, references('0B 1A 1B 1C 1D 1G 1H 1J D3 G2 HPI SY TJ')),
  policies: S.many(5, reference('0K')),
  amounts: S.many(9, amounts('B6 KH T T2 ZK ZL ZM ZN ZO')), // B6 allowed
  quantities: S.many(6, quantities('ZK ZL ZM ZN ZO')),
  remarks: S.many(99, segment('LQ', { list: R.code(1, 'HE RX'), code: R.external(2, 'rarc') })),
});

/** Loop 2100: what the payer decided about one claim. */
export const claimPaymentLoop = loop('2100', {
  // CLP*C100-1*1*230*100*20*12*ICN900100*11*1
  claim: R.inline(
    segment('CLP', {
      patientControlNumber: R.text(1),
      statusCode: R.code(2, '1 2 3 4 19 20 21 22 23 25'),
      charge: R.money(3),
      paid: R.money(4),
      patientResponsibility: S.money(5),
      claimFilingIndicator: E.code(6, '12 13 14 15 16 17 AM CH DS HM LM MA MB MC OF TV VA WC ZZ'), // 005010 has no CI here
      payerControlNumber: E.text(7),
      placeOfService: S.text(8),
      frequency: S.text(9),
      drg: S.text(11),
      drgWeight: S.quantity(12),
      dischargeFraction: S.quantity(13),
    }),
  ),
  adjustments: bearing(S.many(99, adjustment)),
  patient: E.one(toldName('QC', S, '34 HN II MI MR', '1')),
  subscriber: S.one(toldName('IL', E, 'FI II MI')),
  correctedInsured: S.one(toldName('74', S, 'C')), // only what differs
  renderingProvider: S.one(toldName('82', E, 'BD BS FI MC PC SL UP XX')),
  crossoverCarrier: S.one(toldName('TT', E, 'AD FI NI PI PP XV', '2')),
  correctedPriorityPayer: S.one(toldName('PR', E, 'AD FI NI PI PP XV', '2')),
  otherSubscriber: S.one(toldName('GB', S, 'FI II MI')),
  inpatient: bearing(
    S.one(
      segment('MIA', {
        coveredDays: R.quantity(1),
        operatingOutlier: S.money(2),
        lifetimePsychiatricDays: S.quantity(3),
        drgAmount: S.money(4),
        remark: S.external(5, 'rarc'),
        disproportionateShare: S.money(6),
        mspPassThrough: S.money(7),
        ppsCapital: S.money(8),
        ppsCapitalFederalDrg: S.money(9),
        ppsCapitalHospitalDrg: S.money(10),
        ppsCapitalDisproportionateShareDrg: S.money(11),
        oldCapital: S.money(12),
        ppsCapitalMedicalEducation: S.money(13),
        operatingHospitalDrg: S.money(14),
        costReportDays: S.quantity(15),
        operatingFederalDrg: S.money(16),
        ppsCapitalOutlier: S.money(17),
        indirectTeaching: S.money(18),
        professionalComponent: S.money(19),
        remarks: S.run(4, S.external(20, 'rarc')),
        ppsCapitalException: S.money(24),
      }),
    ),
  ),
  outpatient: S.one(
    segment('MOA', {
      reimbursementRate: S.quantity(1),
      hcpcsPayable: S.money(2),
      remarks: S.run(5, S.external(3, 'rarc')),
      esrdPayment: S.money(8),
      professionalComponent: S.money(9),
    }),
  ),
  references: S.many(5, references('1L 1W 28 6P 9A 9C BB CE EA F8 G1 G3 IG SY')),
  renderingProviderIds: S.many(10, references('0B 1A 1B 1C 1D 1G 1H 1J D3 G2 LU')),
  statementDates: S.many(2, days('232 233')),
  coverageExpired: S.one(day('036')),
  received: S.one(day('050')),
  contacts: S.many(2, contact('CX', 'EM EX FX TE')),
  amounts: S.many(13, amounts('AU D8 DY F5 I NL T T2 ZK ZL ZM ZN ZO')),
  quantities: S.many(14, quantities('CA CD LA LE NE NR OU PS VS ZK ZL ZM ZN ZO')),
  lines: bearing(S.many(999, servicePaymentLoop)),
});

/** Loop 2000: claims that the payer put together, with sums for institutions. */
const headerNumberLoop = loop('2000', {
  header: E.inline(segment('LX', { number: R.count(1) })), // some payers leave it out
  providerSummary: S.one(
    segment('TS3', {
      provider: E.text(1),
      facilityType: E.text(2),
      fiscalPeriod: E.date(3),
      claims: E.quantity(4),
      charges: E.money(5),
      mspPayer: S.money(13),
      nonLabCharges: S.money(15),
      hcpcsReportedCharges: S.money(17),
      hcpcsPayable: S.money(18),
      professionalComponent: S.money(20),
      mspPatientLiabilityMet: S.money(21),
      patientReimbursement: S.money(22),
      pipClaims: S.quantity(23),
      pipAdjustment: S.money(24),
    }),
  ),
  providerSupplement: S.one(
    segment('TS2', {
      drg: S.money(1),
      federalSpecific: S.money(2),
      hospitalSpecific: S.money(3),
      disproportionateShare: S.money(4),
      capital: S.money(5),
      indirectMedicalEducation: S.money(6),
      outlierDays: S.quantity(7),
      dayOutlier: S.money(8),
      costOutlier: S.money(9),
      averageDrgLengthOfStay: S.quantity(10),
      discharges: S.quantity(11),
      costReportDays: S.quantity(12),
      coveredDays: S.quantity(13),
      noncoveredDays: S.quantity(14),
      mspPassThrough: S.money(15),
      averageDrgWeight: S.quantity(16),
      ppsCapitalFederalDrg: S.money(17),
      ppsCapitalHospitalDrg: S.money(18),
      ppsDisproportionateShareDrg: S.money(19),
    }),
  ),
  claims: S.many(unbounded, claimPaymentLoop),
});

/** Loop 1000A. */
const payerLoop = loop('1000A', {
  name: R.inline(
    segment('N1', { name: E.text(2), idQualifier: S.code(3, 'XV'), id: S.text(4) }, { '1': 'PR' }),
  ),
  street: E.inline(streetAddress),
  city: E.inline(cityAddress),
  references: S.many(4, references('2U EO HI NF')),
  businessContact: S.one(contact('CX', 'EM EX FX TE')),
  technicalContacts: E.many(unbounded, contact('BL', 'EM EX FX TE UR')),
  webSite: S.one(scalar('PER', R.text(4), { '1': 'IC', '3': 'UR' })),
});

/** Loop 1000B. */
const payeeLoop = loop('1000B', {
  name: R.inline(
    segment('N1', { name: E.text(2), idQualifier: R.code(3, 'FI XV XX'), id: R.text(4) }, { '1': 'PE' }),
  ),
  street: S.inline(streetAddress),
  city: S.inline(cityAddress),
  references: S.many(unbounded, references('0B D3 PQ TJ')),
  delivery: S.one(
    segment('RDM', { transmission: R.code(1, 'BM EM FT OL'), name: S.text(2), number: S.text(3) }),
  ),
});

/** One payment and what it is for. */
export const remittanceLoop = loop('835', {
  // BPR*I*100*C*ACH*CCP*01*011000015*DA*123456*1512345678**01*021000021*DA*654321*20260310
  payment: R.inline(
    segment('BPR', {
      handling: E.code(1, 'C D H I P U X'), // I payment with remittance, H notification only
      paid: R.money(2), // never negative
      creditOrDebit: E.code(3, 'C D'),
      method: E.code(4, 'ACH BOP CHK FWT NON'),
      format: S.code(5, 'CCP CTX'),
      senderBankQualifier: S.code(6, '01 04'),
      senderBank: S.text(7),
      senderAccountQualifier: S.code(8, 'DA'),
      senderAccount: S.text(9),
      originator: S.text(10),
      originatorSupplement: S.text(11),
      receiverBankQualifier: S.code(12, '01 04'),
      receiverBank: S.text(13),
      receiverAccountQualifier: S.code(14, 'DA SG'),
      receiverAccount: S.text(15),
      paymentDate: E.date(16),
    }),
  ),
  // TRN*1*CK0012345*1512345678
  trace: R.inline(
    segment(
      'TRN',
      {
        traceNumber: R.text(2), // check or EFT number
        payerIdentifier: E.text(3),
        supplementalCode: S.text(4),
      },
      { '1': '1' },
    ),
  ),
  currency: S.one(scalar('CUR', R.text(2), { '1': 'PR' })),
  receiverId: S.one(reference('EV')),
  versionId: S.one(reference('F2')),
  productionDate: S.one(day('405')),
  payer: R.one(payerLoop),
  payee: R.one(payeeLoop),
  groups: S.many(unbounded, headerNumberLoop),
  // PLB*1234567893*20261231*WO:ICN1*25
  providerAdjustments: S.many(
    unbounded,
    segment('PLB', {
      providerId: E.text(1),
      fiscalPeriodEnd: E.date(2),
      adjustments: R.group([3, 2, 6], {
        identifier: R.composite(1, {
          reason: R.code(
            1,
            '50 51 72 90 AH AM AP B2 B3 BD BN C5 CR CS CT CV CW DM E3 FB FC GO HM IP IR IS J1 L3 L6 LE LS OA OB PI PL RA RE SL TL WO WU',
          ),
          reference: S.text(2),
        }),
        amount: R.money(2), // positive lowers the payment
      }),
    }),
  ),
});

export type Remittance = ValueOf<typeof remittanceLoop>;
export type RemittanceClaim = ValueOf<typeof claimPaymentLoop>;
export type RemittanceLine = ValueOf<typeof servicePaymentLoop>;
