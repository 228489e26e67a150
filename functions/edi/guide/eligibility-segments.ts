import { type Declaring, E, R, S, scalar, segment, type Usage } from './declare.ts';

/** EB03 and EQ01 of 005010X279A1. */
export const serviceTypeCodes =
  '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 30 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99 A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 AA AB AC AD AE AF AG AH AI AJ AK AL AM AN AO AQ AR B1 B2 B3 BA BB BC BD BE BF BG BH BI BJ BK BL BM BN BP BQ BR BS BT BU BV BW BX BY BZ C1 CA CB CC CD CE CF CG CH CI CJ CK CL CM CN CO CP CQ DG DM DS GF GN GY IC MH NI ON PT PU RN RT TC TN UC';

const receiverRoles = 'AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SB SK SU';
const memberRoles = 'AD AT BI CO CV H HH LA OT P1 P2 PC PE R RF SK SU';

const nameFields = (types: string) => ({
  entityType: E.code(2, types), // 1 person, 2 organisation
  name: S.text(3), // last name, or the organisation's
  firstName: S.text(4),
  middleName: S.text(5),
  suffix: S.text(7),
});

/** NM1*P3*1*JONES*MARCUS****XX*1234567893: a party whose role is one of several. */
export const party = <U extends Usage>(entities: string, identified: Declaring<U>, idQualifiers: string) =>
  segment('NM1', {
    entity: R.code(1, entities), // PR payer, 1P provider, P3 primary care provider, IL insured
    ...nameFields('1 2'),
    idQualifier: identified.code(8, idQualifiers), // XX NPI, PI payer id, SV the payer's number for a provider
    id: identified.text(9),
  });

/** NM1*IL*1*SMITH*JOHN****MI*123456789: a member, by any of name and number. */
export const subscriberName = segment(
  'NM1',
  {
    ...nameFields('1 2'),
    idQualifier: S.code(8, 'II MI'),
    id: S.text(9), // member id
  },
  { '1': 'IL' },
);

/** NM1*03*1*SMITH*MARY */
export const dependentName = segment('NM1', nameFields('1'), { '1': '03' });

/** NM1*PR*2*ABC COMPANY*****PI*842610001: who is asked. */
export const payerName = party('2B 36 GP P5 PR', E, '24 46 FI NI PI XV XX');

/** NM1*1P*2*BONE AND JOINT CLINIC*****XX*1234567893: who asks, mostly a provider. */
export const receiverName = party('1P 2B 36 80 FA GP P5 PR', E, '24 34 FI PI PP SV XV XX');

/** REF*4A*1234 */
export const receiverReference = segment('REF', {
  qualifier: R.code(1, '0B 1C 1D 1J 4A CT EL EO HPI JD N5 N7 Q4 SY TJ'),
  id: R.text(2),
  state: S.external(3, 'state'), // of a licence, 0B
});

/** TRN*1*93175-012547*9877281234: the number that comes back in the answer. */
export const traceFields = {
  traceNumber: R.text(2),
  traceOriginator: E.text(3), // ten characters, "9" and who gave the number
  traceDepartment: S.text(4),
};

const specialty = (roles: string, idQualifiers: string) =>
  segment('PRV', {
    role: R.code(1, roles),
    idQualifier: S.code(2, idQualifiers), // PXC taxonomy
    id: S.text(3),
  });

/** PRV*PE*PXC*207Q00000X: what kind of provider asks. */
export const receiverSpecialty = specialty(receiverRoles, 'PXC');

/** PRV*RF*HPI*1234567893: a provider that the question is about; the answer knows the taxonomy alone. */
export const inquiredProvider = specialty(memberRoles, '9K D3 EI HPI PXC SY TJ');
export const answeredProvider = specialty(memberRoles, 'PXC');

/** HI*ABK:E119*ABF:I10: the diagnoses that EQ05 and EB14 point at. */
export const diagnosisCodes = scalar(
  'HI',
  R.run(
    8,
    R.composite(1, {
      qualifier: R.code(1, 'ABF ABK BF BK'), // ABK principal
      code: R.external(2, 'icd-10-cm'),
    }),
  ),
);

/** 1:2: which of the diagnoses a question or a benefit is about, EQ05 and EB14. */
export const diagnosisPointers = (at: number) => S.run(4, S.count([at, 1]));

/** DTP*291*RD8*20260101-20261231 */
export const periods = (qualifiers: string) =>
  segment('DTP', {
    qualifier: R.code(1, qualifiers),
    period: R.period(2),
  });

/** HC:99213:25, the composite C003 of EQ02. */
export const procedureFields = {
  qualifier: R.code(1, 'AD CJ HC ID IV N4 ZZ'),
  procedure: R.external(2, 'procedure'),
  modifiers: S.run(4, S.external(3, 'modifier')),
};
