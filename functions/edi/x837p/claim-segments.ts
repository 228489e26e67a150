import { type Declaring, E, R, S, scalar, segment, type Usage } from '../guide/declare.ts';

/** NM1*PR*2*NORTHWIND HEALTH*****PI*NW001: an entity that is never a person. */
export const organizationName = <U extends Usage>(
  entity: string,
  identified: Declaring<U>,
  idQualifiers: string,
) =>
  segment(
    'NM1',
    {
      entityType: R.code(2, '2'),
      name: E.text(3),
      idQualifier: identified.code(8, idQualifiers), // XX NPI, PI payer id, XV plan id, 46 ETIN
      id: identified.text(9),
    },
    { '1': entity },
  );

/** PWK01: what a document is. */
export const reportTypes =
  '03 04 05 06 07 08 09 10 11 13 15 21 A3 A4 AM AS B2 B3 B4 BR BS BT CB CK CT D2 DA DB DG DJ DS EB HC HR I5 IR LA M1 MT NN OB OC OD OE OX OZ P4 P5 PE PN PO PQ PY PZ RB RR RT RX SG V5 XP';

/** PWK*OZ*EL***AC*ATT-1: documents that follow by another way. */
export const attachment = (transmissions: string) =>
  segment('PWK', {
    reportType: R.code(1, reportTypes),
    transmission: R.code(2, transmissions), // AA on request, BM mail, EL electronic, EM email, FT file, FX fax
    controlNumberQualifier: S.code(5, 'AC'),
    controlNumber: S.text(6),
  });

/** CN1*02*550: the price that a contract sets. */
export const contract = segment('CN1', {
  type: R.code(1, '01 02 03 04 05 06 09'), // 02 per diem, 05 capitated, 09 other
  amount: S.money(2),
  percentage: S.quantity(3),
  code: S.text(4),
  discountPercentage: S.quantity(5),
  version: S.text(6),
});

/** K3*DRAFT RULE 12: what a law demands and no segment of the guide has. */
export const fixedFormat = scalar('K3', R.text(1));

/** CR1*LB*140**A*DH*12****UNCONSCIOUS */
export const ambulanceTransport = segment(
  'CR1',
  {
    weightUnit: S.code(1, 'LB'),
    patientWeight: S.quantity(2),
    reason: E.code(4, 'A B C D E'), // A nearest facility, B preferred physician, D specialist
    distance: E.quantity(6), // miles
    roundTripPurpose: S.text(9),
    stretcherPurpose: S.text(10),
  },
  { '5': 'DH' },
);

/** CRC*07*Y*01*06: conditions that apply to a patient, or do not. */
export const conditions = (category: string, codes: string, most: number) =>
  segment(
    'CRC',
    {
      applies: R.code(2, 'N Y'),
      conditions: R.run(most, R.code(3, codes)),
    },
    { '1': category },
  );

/** CRC*07*Y*01*06: 01 admitted, 04 moved by stretcher, 09 stretcher needed, 12 confined to bed or chair. */
export const ambulanceCertification = conditions('07', '01 04 05 06 07 08 09 12', 5);

const repriced = (methodologies: string) => ({
  methodology: R.code(1, methodologies), // 00 not priced
  allowed: R.money(2),
  savings: S.money(3),
  organization: S.text(4),
  rate: S.money(5), // per day or flat
  patientGroup: S.text(6), // ambulatory patient group
  patientGroupAmount: S.money(7),
});

const verdict = {
  rejectReason: S.code(13, 'T1 T2 T3 T4 T5 T6'),
  policyCompliance: S.code(14, '1 2 3 4 5'),
  exception: S.code(15, '1 2 3 4 5 6'),
};

/** HCP*03*100*10*RPO12345: what a repricer makes of a claim. */
export const claimPricing = segment('HCP', {
  ...repriced('00 01 02 03 04 05 07 08 09 10 11 12 13 14'),
  ...verdict,
});

/** HCP*03*100*10*RPO12345*****HC*99213*UN*1: what a repricer makes of a service. */
export const linePricing = segment('HCP', {
  ...repriced('00 01 02 03 04 05 06 07 08 09 10 11 12 13 14'),
  procedureQualifier: S.code(9, 'ER HC IV WK'),
  procedure: S.external(10, 'procedure'),
  unitBasis: S.code(11, 'MJ UN'),
  units: S.quantity(12),
  ...verdict,
});
