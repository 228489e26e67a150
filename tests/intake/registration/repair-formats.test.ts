import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegistration } from '../../../functions/intake/read-registration.ts';
import { registerEncounter } from '../../../functions/intake/receive-document.ts';
import { repairFormats } from '../../../functions/intake/registration/repair-formats.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { everyField, registeredOn, withValue } from './every-field.ts';
import { malformedFields } from './malformed-fields.ts';

const valueAt = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => Reflect.get(value as object, step), tree);

const repairedAt = (path: string, written: unknown) => {
  const { value, repairs } = repairFormats(withValue(path, written));
  return [valueAt(value, path), repairs.flatMap(({ rules }) => rules)];
};

describe('a value that is written otherwise', () => {
  it.each([
    ['patient.address.postalCode', '97477-0001', '974770001', ['repair-zip']],
    ['patient.address.postalCode', '97477 0001', '974770001', ['repair-zip']],
    ['guarantor.phone', '(541) 555-0123', '5415550123', ['repair-phone']],
    ['guarantor.phone', '+1 541.555.0123', '5415550123', ['repair-phone']],
    // The three layouts of a label: each lacks a zero in another part.
    ['services.0.drug.ndc', '0409-3795-01', '00409379501', ['repair-ndc']],
    ['services.0.drug.ndc', '50242-040-62', '50242004062', ['repair-ndc']],
    ['services.0.drug.ndc', '60574-4114-1', '60574411401', ['repair-ndc']],
    ['services.0.drug.ndc', '00409-3795-01', '00409379501', ['repair-ndc']],
    ['renderingProviderNpi', '1234-567-893', '1234567893', ['repair-npi']],
    ['renderingProviderNpi', ' 1234567893', '1234567893', ['repair-spaces']],
    ['patient.address.state', ' or', 'OR', ['repair-spaces', 'repair-capitals']],
    ['cliaNumber', '38d0987654', '38D0987654', ['repair-capitals']],
    ['services.0.procedure', 'j1885', 'J1885', ['repair-capitals']],
    ['coverages.0.relationship', 'Spouse', 'spouse', ['repair-capitals']],
    ['coverages.0.memberId', 'nw4410977', 'NW4410977', ['repair-member-id']],
    ['coverages.0.memberId', '1EG4-TE5-MK73', '1EG4TE5MK73', ['repair-member-id']],
    ['patient.lastName', 'Okafor ', 'Okafor', ['repair-spaces']],
  ])('%s: %s becomes %s', (path, written, kept, rules) => {
    expect(repairedAt(path, written)).toEqual([kept, rules]);
  });

  it.each([
    ['services.0.drug.ndc', '0409379501', 'ten digits without hyphens may be any of three'],
    ['services.0.drug.ndc', '409-3795-01', 'two zeros are lacking'],
    ['patient.address.postalCode', '9747', 'a digit is lacking'],
    ['renderingProviderNpi', '1234-567-890', 'the check digit is wrong'],
    ['dateOfService', '10/12/2026', 'day and month may be exchanged'],
    ['placeOfService', '1', 'a digit is lacking, and which is not known'],
    ['patient.gender', 'female', 'it is another word'],
    ['services.0.procedure', '99213-25', 'it is two things'],
    ['priorAuthorization', 'auth-1', 'payers write their numbers as they like'],
    ['patient.firstName', '   ', 'it says nothing'],
  ])('%s: %s stays, for %s', (path, written) => {
    expect(repairedAt(path, written)).toEqual([written, []]);
  });
});

describe('repairs', () => {
  it('leave what does as it is', () => {
    expect(repairFormats(everyField)).toEqual({ value: everyField, repairs: [] });
  });

  it('are done once, whatever is sent', () => {
    for (const [, sent] of malformedFields) {
      const once = repairFormats(sent).value;
      expect(repairFormats(once)).toEqual({ value: once, repairs: [] });
    }
    fc.assert(
      fc.property(fc.jsonValue(), (sent) => {
        const once = repairFormats(sent).value;
        expect(repairFormats(once).value).toEqual(once);
      }),
    );
  });

  it('change signs, capitals and zeros of a number, and no letter or digit of it', () => {
    const plain = (text: unknown) =>
      String(text)
        .toUpperCase()
        .replace(/[^A-Z0-9]|0/g, '');
    for (const [, sent] of malformedFields)
      for (const { path, before, after } of repairFormats(sent).repairs) {
        const counts = path.endsWith('phone') ? plain(before).replace(/^1(?=.{9,})/, '') : plain(before);
        expect([path, plain(after)]).toEqual([path, counts]);
      }
  });

  it('never touch a day, a diagnosis, a quantity or an amount', () => {
    for (const [, sent] of malformedFields)
      for (const { path } of repairFormats(sent).repairs)
        expect(path).not.toMatch(/date|from$|to$|quantity|units|minutes|patientPaid|charge|value/i);
  });
});

describe('a registration whose formats alone are wrong', () => {
  const sent = new TextEncoder().encode(
    JSON.stringify(
      withValue('guarantor.phone', '541-555-0123', {
        ...anEncounter().registration,
        guarantor: everyField.guarantor,
      }),
    ),
  );

  it('is taken where the practice has them repaired, and says what was', () => {
    expect(readRegistration(sent, { today: registeredOn, formatRepairs: true })).toMatchObject({
      success: true,
      data: { guarantor: { phone: '5415550123' } },
      repairs: [
        {
          ...{ path: 'registration.guarantor.phone', before: '541-555-0123', after: '5415550123' },
          rules: ['repair-phone'],
        },
      ],
    });
  });

  it('is refused where the practice has switched them off', () => {
    expect(readRegistration(sent, { today: registeredOn, formatRepairs: false })).toMatchObject({
      success: false,
      findings: [{ path: 'guarantor.phone' }],
    });
  });

  it('is kept with its repairs, and with none of a registration before it', () => {
    const read = readRegistration(sent, { today: registeredOn, formatRepairs: true });
    if (!read.success) throw new Error('It is taken');
    const first = { ...anEncounter(), ...registerEncounter(anEncounter(), read.data, read.repairs) };
    expect(first.repairs).toHaveLength(1);
    expect(registerEncounter(first, read.data, read.repairs)).toBeUndefined();
    expect(registerEncounter(first, read.data)).toMatchObject({ repairs: [] });
  });
});
