import { describe, expect, it } from 'vitest';
import { correctedClaim } from '../../../functions/claims/from-visit/corrected-claim.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { changesBetween } from '../../../functions/domain/tasks/correctable.ts';
import { correctionTexts, readCorrection } from '../../../functions/tasks/form/correction-form.ts';
import { correctionGroups } from '../../../functions/tasks/form/correction-table.ts';
import { prefillForm } from '../../../functions/tasks/form/task-form.ts';
import type { TaskCase } from '../../../functions/tasks/task-case.ts';
import { adjudication } from '../../factories/adjudications.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { practice } from '../../factories/practices.ts';

const person = { lastName: 'Haas', firstName: 'Ines', npi: '1999999984', taxonomy: '207Q00000X' };
const address = { line1: '4 Birch Way', city: 'Salem', state: 'OR', postalCode: '97301' };

/** A claim that says everything that can be corrected. */
const full = (): Claim => {
  const bare = injectionClaim();
  return {
    ...bare,
    patient: { ...bare.patient, middleName: 'A' },
    coverage: {
      ...bare.coverage,
      groupNumber: 'G77',
      relationship: 'spouse',
      subscriber: { lastName: 'Okafor', firstName: 'Ben', dateOfBirth: '1959-02-01', gender: 'M', address },
    },
    priorAuthorization: 'PA-1',
    referringProvider: person,
    visit: {
      referralNumber: 'RF-1',
      cliaNumber: '38D1234567',
      orderingProvider: person,
      supervisingProvider: person,
      serviceFacility: { name: 'Birch Clinic', npi: '1558598797', address },
      accident: { causes: ['auto'], date: '2026-10-01', state: 'OR', claimNumber: 'LC-9' },
      note: { type: 'DCP', text: 'Second opinion was asked' },
      attachments: [{ reportType: 'OZ', transmission: 'FX', controlNumber: '4711' }],
    },
    lines: bare.lines.map((line) =>
      line.lineNumber === 2
        ? { ...line, facts: { note: 'left', drug: { ndc: '00069140601', quantity: 1, unit: 'ML' } } }
        : line,
    ),
  };
};

const sent = (change: Record<string, string>, claim = full()) => {
  const read = readCorrection({ ...correctionTexts(claim), ...change }, claim);
  if (!read.success) return { findings: read.findings.map(({ path, detail }) => `${path}: ${detail}`) };
  return {
    changes: changesBetween(claim, correctedClaim(claim, read.data, practice())),
    correction: read.data,
  };
};

describe('what a form is filled with of the payer’s records', () => {
  const correctedInsured = { memberId: 'NW9999999', lastName: 'Okaford' };
  const decided = (claim: Claim): Claim => ({
    ...claim,
    adjudications: [adjudication({ correctedInsured })],
  });
  const filled = (claim: Claim) => {
    const form = prefillForm({ claim: decided(claim) } as TaskCase); // what it is filled from
    return { memberId: form.corrections.memberId, lastName: form.corrections.patientLastName };
  };

  it('is number and name where the patient holds the policy, of a dependent the number alone', () => {
    expect(filled(injectionClaim())).toEqual({ memberId: 'NW9999999', lastName: 'Okaford' });
    expect(filled(full())).toEqual({ memberId: 'NW9999999', lastName: injectionClaim().patient.lastName });
  });
});

describe('what a form changes of a claim', () => {
  it('is nothing where it comes back as it was shown, of a full claim and a bare one', () => {
    expect(sent({}).correction).toEqual({});
    expect(sent({}, injectionClaim()).correction).toEqual({});
  });

  it('is nothing where a page does not have the fields', () => {
    expect(readCorrection({}, full())).toEqual({ success: true, data: {} });
  });

  it.each<[Record<string, string>, string]>([
    [{ memberId: 'NW9' }, 'member id: NW4410977 → NW9'],
    [{ groupNumber: 'G78' }, 'group number: G77 → G78'],
    [
      { holderFirstName: 'Benedict' },
      'policy holder: Ben Okafor 1959-02-01 M → Benedict Okafor 1959-02-01 M',
    ],
    [{ patientLastName: 'Okafor-Reed' }, 'patient’s last name: Okafor → Okafor-Reed'],
    [{ patientFirstName: 'Mira' }, 'patient’s first name: Miriam → Mira'],
    [{ patientMiddleName: 'B' }, 'patient’s middle name: A → B'],
    [{ patientDateOfBirth: '1962-04-09' }, 'patient’s date of birth: 1961-04-09 → 1962-04-09'],
    [{ patientGender: 'm' }, 'patient’s sex: F → M'],
    [
      { patientStreet: '1 Elm St', patientZip: '97477-1234' },
      'patient’s address: 12 Alder Court, Springfield, OR, 97477 → 1 Elm St, Springfield, OR, 974771234',
    ],
    [{ placeOfService: '22' }, 'place of service: 11 → 22'],
    [{ dateOfService: '2026-10-13' }, 'date of service: 2026-10-12 → 2026-10-13'],
    [{ priorAuthorization: 'PA-2' }, 'prior authorization: PA-1 → PA-2'],
    [{ referralNumber: 'RF-2' }, 'referral number: RF-1 → RF-2'],
    [{ cliaNumber: '38D7654321' }, 'CLIA number: 38D1234567 → 38D7654321'],
    [
      { renderingNpi: '1558598797' },
      'rendering provider: Per Lindqvist 1234567893 → Per Lindqvist 1558598797',
    ],
    [{ referringLastName: 'Hase' }, 'referring provider: Ines Haas 1999999984 → Ines Hase 1999999984'],
    [{ orderingNpi: '1558598797' }, 'ordering provider: Ines Haas 1999999984 → Ines Haas 1558598797'],
    [{ supervisingFirstName: 'Ina' }, 'supervising provider: Ines Haas 1999999984 → Ina Haas 1999999984'],
    [
      { facilityCity: 'Eugene' },
      'service facility: Birch Clinic, 1558598797, 4 Birch Way, Salem, OR, 97301 → Birch Clinic, 1558598797, 4 Birch Way, Eugene, OR, 97301',
    ],
    [
      { accidentCauses: 'auto employment' },
      'accident: auto 2026-10-01 OR LC-9 → auto and employment 2026-10-01 OR LC-9',
    ],
    [{ claimNote: 'Records follow' }, 'note to the payer: Second opinion was asked → Records follow'],
    [{ attachments: 'OZ FX 4711\nb4 aa' }, 'attachments: OZ FX 4711 → OZ FX 4711; B4 AA'],
    [{ drugs: '2 00069-1406-01 2.5 ml' }, 'drugs: 2 00069140601 1 ML → 2 00069140601 2.5 ML'],
    [{ charges: '1 145.00\n2 $1200.50' }, 'charges: 1 145.00; 2 1340.00 → 1 145.00; 2 1200.50'],
  ])('%j is told with before and after', (change, told) => {
    const { changes } = sent(change);
    expect(changes?.filter((one) => !one.startsWith('charges') || 'charges' in change)).toEqual([told]);
  });

  it('is cleared by emptying the field, wherever a claim can go without', () => {
    const mayBeEmpty = correctionGroups.filter(({ required }) => !required);
    expect(mayBeEmpty.map(({ key }) => key)).toEqual([
      ...['patientMiddleName', 'groupNumber', 'policyHolder', 'priorAuthorization', 'referralNumber'],
      ...['referringProvider', 'orderingProvider', 'supervisingProvider', 'serviceFacility', 'cliaNumber'],
      ...['accident', 'claimNote', 'attachments', 'drugs'],
    ]);
    for (const { key, parts, of } of mayBeEmpty) {
      const { correction } = sent(Object.fromEntries(parts.map(({ name }) => [name, ' '])));
      expect(correction).toEqual({ [key]: null });
      const after = correctedClaim(full(), correction ?? {}, practice());
      expect(of(after) ?? '').toBe('');
    }
  });

  it('keeps what the form does not show, of the same person only', () => {
    const renamed = sent({ referringFirstName: 'Ina' }).correction?.referringProvider;
    expect(renamed).toEqual({ ...person, firstName: 'Ina' });
    const another = sent({ referringNpi: '1558598797' }).correction?.referringProvider;
    expect(another).not.toHaveProperty('taxonomy');
    const drug = correctedClaim(full(), sent({ drugs: '' }).correction ?? {}, practice()).lines[1];
    expect(drug?.facts).toEqual({ note: 'left' });
  });

  it('gives a new policy holder the address of the patient', () => {
    const bare = injectionClaim();
    const change = {
      ...{ relationship: 'child', holderLastName: 'Okafor', holderFirstName: 'Ada' },
      ...{ holderDateOfBirth: '1940-01-01', holderGender: 'F' },
    };
    const { correction = {} } = sent(change, bare);
    expect(correctedClaim(bare, correction, practice()).coverage).toMatchObject({
      relationship: 'child',
      subscriber: { lastName: 'Okafor', address: bare.patient.address },
    });
    const back = correctedClaim(full(), { policyHolder: null }, practice()).coverage;
    expect(back).toMatchObject({ relationship: 'self' });
    expect(back).not.toHaveProperty('subscriber');
  });

  it.each<[Record<string, string>, string[]]>([
    [{ memberId: '' }, ['memberId: Write this: Member id']],
    [{ patientLastName: ' ' }, ['patientLastName: Write this: Patient’s last name']],
    [{ memberId: 'X' }, ['memberId: This does not fit: Member id']],
    [{ referringNpi: '' }, ['referringNpi: Write this: NPI of the referring provider']],
    [{ renderingNpi: '12' }, ['renderingNpi: An NPI has ten digits']],
    [{ patientZip: '9' }, ['patientZip: A ZIP code has five or nine digits']],
    [
      { patientDateOfBirth: '9 April 1961' },
      ['patientDateOfBirth: This does not fit: Patient’s date of birth, as 1961-04-09'],
    ],
    [
      { charges: '1 lots' },
      ['charges: This does not fit: Charges, one a line: service line and dollars, such as 2 150.00'],
    ],
    [{ accidentDate: '' }, ['accidentDate: Write this: Date of the accident']],
  ])('%j is refused beside its field, empty told apart from wrong', (change, findings) => {
    expect(sent(change).findings).toEqual(findings);
  });
});
