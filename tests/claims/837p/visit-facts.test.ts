import { describe, expect, it } from 'vitest';
import { check837p } from '../../../functions/claims/837p/check-claim-set.ts';
import { toProfessionalClaimSet } from '../../../functions/claims/837p/claim-set.ts';
import type { Claim, ClaimLine } from '../../../functions/domain/claim.ts';
import type { BillingEntity } from '../../../functions/domain/practice/billing-entity.ts';
import type { ServiceFacts } from '../../../functions/domain/visit/service-facts.ts';
import type { VisitFacts } from '../../../functions/domain/visit/visit-facts.ts';
import { writeSets } from '../../../functions/edi/sets.ts';
import { professionalClaimGuide } from '../../../functions/edi/x837p/guide.ts';
import { header } from '../../edi/material/interchange-headers.ts';
import { claim } from '../../factories/claims.ts';
import { payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';

const halvorsen = { lastName: 'Halvorsen', firstName: 'Marit', npi: '1234567893' };
const lakeHouse = {
  name: 'Lake House',
  npi: '1245319599',
  address: { line1: '9 Shore Rd', city: 'Fairhaven', state: 'OH', postalCode: '430990001' },
};

const segmentsOf = (sent: Claim, entities: BillingEntity[] = []): readonly string[] => {
  const [submission] = sent.submissions;
  if (!submission) throw new TypeError('A claim has a transmission');
  const parties = { practice: practice({ billingEntities: entities }), payer: payer() };
  const set = toProfessionalClaimSet(sent, submission, parties, header());
  const text = writeSets(header(), professionalClaimGuide, [set]);
  expect(check837p(text)).toEqual([]);
  return text.split('~').map((segment) => segment.trim());
};

const plain = segmentsOf(claim());

/** The segments that a visit has more than the plain one. */
const added = (visit: VisitFacts): readonly string[] =>
  segmentsOf(claim({ visit })).filter((segment) => !plain.includes(segment) && !/^(CLM|SE)\*/.test(segment));

const lineWith = (facts: ServiceFacts, change: Partial<ClaimLine> = {}): Claim => {
  const [line] = claim().lines;
  if (!line) throw new TypeError('A claim has a line');
  return claim({ lines: [{ ...line, facts, ...change }] });
};

/** The segments from the first line on. */
const ofLine = (facts: ServiceFacts, change: Partial<ClaimLine> = {}): readonly string[] => {
  const segments = segmentsOf(lineWith(facts, change));
  return segments.slice(segments.findIndex((one) => one.startsWith('LX*')) + 1);
};

describe('what is registered of a visit is told to the payer', () => {
  it.each<[string, VisitFacts, string[]]>([
    ['laboratory', { cliaNumber: '11D1111111' }, ['REF*X4*11D1111111']],
    ['referral', { referralNumber: 'R-77' }, ['REF*9F*R-77']],
    ['copay', { patientPaid: 2_500 }, ['AMT*F5*25']],
    [
      'days',
      { dates: { onset: '2026-10-01', lastMenstrualPeriod: '2026-09-01' } },
      ['DTP*431*D8*20261001', 'DTP*484*D8*20260901'],
    ],
    [
      'disability',
      { dates: { disabilityFrom: '2026-10-01', disabilityTo: '2026-10-20' } },
      ['DTP*314*RD8*20261001-20261020'],
    ],
    ['end of disability', { dates: { disabilityTo: '2026-10-20' } }, ['DTP*361*D8*20261020']],
    [
      'hospital stay',
      { dates: { admission: '2026-10-10', discharge: '2026-10-14' } },
      ['DTP*435*D8*20261010', 'DTP*096*D8*20261014'],
    ],
    ['note', { note: { type: 'ADD', text: 'Seen at home: no lift' } }, ['NTE*ADD*Seen at home; no lift']],
    [
      'attachment',
      { attachments: [{ reportType: 'OZ', transmission: 'FX', controlNumber: 'A17' }] },
      ['PWK*OZ*FX***AC*A17'],
    ],
    ['attachment on request', { attachments: [{ reportType: '03', transmission: 'AA' }] }, ['PWK*03*AA']],
    ['condition codes', { conditionCodes: ['17', 'AK'] }, ['HI*BG:17*BG:AK']],
    ['anesthesia', { anesthesiaSurgery: ['33510', '33518'] }, ['HI*BP:33510*BO:33518']],
    ['EPSDT', { epsdtReferral: { given: true, conditions: ['ST'] } }, ['CRC*ZZ*Y*ST']],
    ['no EPSDT referral', { epsdtReferral: { given: false, conditions: [] } }, ['CRC*ZZ*N*NU']],
    ['homebound', { homebound: true }, ['CRC*75*Y*IH']],
    ['chiropractor', { spinalManipulation: { condition: 'acute-in-chronic' } }, ['CR2********M']],
    ['pregnancy', { pregnant: true, patientWeightPounds: 160 }, ['PAT*******01*160*Y']],
    [
      'facility',
      { serviceFacility: lakeHouse },
      ['NM1*77*2*Lake House*****XX*1245319599', 'N3*9 Shore Rd', 'N4*Fairhaven*OH*430990001'],
    ],
    ['supervisor', { supervisingProvider: halvorsen }, ['NM1*DQ*1*Halvorsen*Marit****XX*1234567893']],
    [
      'numbers',
      {
        investigationalDevice: 'G1',
        demonstrationProject: '30',
        carePlanOversight: '9',
        medicalRecordNumber: 'M1',
        mammographyCertification: 'W2',
      },
      ['REF*EW*W2', 'REF*LX*G1', 'REF*EA*M1', 'REF*P4*30', 'REF*1J*9'],
    ],
  ])('%s', (_what, visit, segments) => {
    expect([...added(visit)].sort()).toEqual([...segments].sort());
  });

  it('an accident with its date, its state and the number of its insurer', () => {
    const visit: VisitFacts = {
      accident: { causes: ['auto', 'employment'], date: '2026-10-01', state: 'OH', claimNumber: 'PC-9' },
    };
    expect(added(visit)).toEqual(['REF*Y4*PC-9', 'DTP*439*D8*20261001']);
    expect(segmentsOf(claim({ visit })).find((one) => one.startsWith('CLM'))).toMatch(/\*AA:EM::OH$/);
  });

  it('how things are signed, and whether the practice accepts assignment', () => {
    const visit: VisitFacts = {
      signature: { provider: false, benefitsAssigned: 'refused', release: 'by-law', byPractice: true },
      acceptsAssignment: 'no',
    };
    expect(segmentsOf(claim({ visit })).find((one) => one.startsWith('CLM'))).toMatch(/\*N\*C\*W\*I\*P$/);
  });

  it('services that took several days', () => {
    const segments = segmentsOf(
      claim({ dateOfService: '2026-10-26', visit: { lastDateOfService: '2026-10-28' } }),
    );
    expect(segments).toContain('DTP*472*RD8*20261026-20261028');
  });
});

describe('what is known of a service is told with it', () => {
  it.each<[string, ServiceFacts, string[]]>([
    [
      'drug',
      { drug: { ndc: '00409123401', quantity: 0.5, unit: 'ML', prescriptionNumber: 'RX1' } },
      ['LIN**N4*00409123401', 'CTP****0.5*ML', 'REF*XZ*RX1'],
    ],
    [
      'compound',
      { drug: { ndc: '00409123401', quantity: 2, unit: 'GR', compoundLink: 'C1' } },
      ['CTP****2*GR', 'REF*VY*C1'],
    ],
    ['own place', { placeOfService: '22' }, ['SV1*HC:99213:25*150*UN*1*22**1:2']],
    [
      'flags',
      { emergency: true, epsdt: true, familyPlanning: true, copayExempt: true },
      ['SV1*HC:99213:25*150*UN*1***1:2**Y**Y*Y***0'],
    ],
    [
      'numbers',
      {
        priorAuthorization: 'P1',
        referralNumber: 'R1',
        cliaNumber: '11D1111111',
        referringCliaNumber: '22D2222222',
        immunizationBatch: 'B1',
      },
      ['REF*G1*P1', 'REF*9F*R1', 'REF*X4*11D1111111', 'REF*F4*22D2222222', 'REF*BT*B1'],
    ],
    ['days', { from: '2026-10-01', to: '2026-10-03' }, ['DTP*472*RD8*20261001-20261003']],
    [
      'results',
      {
        testResults: [
          { measurement: 'hemoglobin', value: 10.4 },
          { measurement: 'height', value: 160 },
        ],
      },
      ['MEA*TR*R1*10.4', 'MEA*OG*HT*160'],
    ],
    ['orderer', { orderingProvider: halvorsen }, ['NM1*DK*1*Halvorsen*Marit****XX*1234567893']],
    [
      'purchased',
      { purchasedService: { providerNpi: '1245319599', charge: 6_000 } },
      ['PS1*1245319599*60', 'NM1*QB*2******XX*1245319599'],
    ],
    ['note', { note: 'Second dose' }, ['NTE*ADD*Second dose']],
  ])('%s', (_what, facts, segments) => {
    expect(ofLine(facts)).toEqual(expect.arrayContaining(segments));
  });

  it('minutes of anesthesia are billed instead of units', () => {
    expect(ofLine({ minutes: 95 }, { procedure: '00790', modifiers: ['AA'] })).toContain(
      'SV1*HC:00790:AA*150*MJ*95***1:2',
    );
  });

  it('what an unlisted code was, without signs that end elements', () => {
    const facts = { description: 'Repair: left *rare* flap' };
    expect(ofLine(facts, { procedure: '17999', modifiers: [] })).toContain(
      'SV1*HC:17999:::::Repair; left +rare+ flap*150*UN*1***1:2',
    );
  });

  it('another provider, and none where it is the claim’s', () => {
    expect(ofLine({}, { renderingProvider: { ...halvorsen, npi: '1245319599' } })).toContain(
      'NM1*82*1*Halvorsen*Marit****XX*1245319599',
    );
    expect(
      ofLine({}, { renderingProvider: claim().renderingProvider }).filter((one) => one.startsWith('NM1*82')),
    ).toEqual([]);
  });

  it('who ordered tests, and nobody for a visit', () => {
    const [line] = claim().lines;
    if (!line) throw new TypeError('A claim has a line');
    const lines = [line, { ...line, lineNumber: 2, procedure: '80053', modifiers: [] }];
    const segments = segmentsOf(claim({ visit: { orderingProvider: halvorsen }, lines }));
    expect(segments.filter((one) => one.startsWith('NM1*DK'))).toHaveLength(1);
  });
});

describe('who bills', () => {
  const solo: BillingEntity = {
    billingEntityId: 'solo',
    person: { lastName: 'Peña', firstName: 'José' },
    npi: '1245319599',
    taxId: '123121234',
    taxIdKind: 'social-security',
    address: lakeHouse.address,
    payTo: { line1: 'PO Box 7', city: 'Fairhaven', state: 'OH', postalCode: '43099' },
    phone: '4025550100',
  };

  it('may be a person, by the social security number, with another address for payments', () => {
    const segments = segmentsOf(claim({ billingEntityId: 'solo' }), [solo]);
    expect(segments).toEqual(
      expect.arrayContaining([
        'NM1*85*1*Pena*Jose****XX*1245319599',
        'REF*SY*123121234',
        'NM1*87*1',
        'N3*PO Box 7',
      ]),
    );
  });

  it('is not named again as who gave the service', () => {
    const sent = claim({ billingEntityId: 'solo', renderingProvider: { ...halvorsen, npi: solo.npi } });
    expect(segmentsOf(sent, [solo]).filter((one) => one.startsWith('NM1*82'))).toEqual([]);
  });
});
