import { describe, expect, it } from 'vitest';
import { readDocument } from '../../functions/documents/read-document.ts';

const factsOf = async (text: string): Promise<readonly string[]> =>
  (await readDocument(Buffer.from(text))).facts.map(({ name, value }) => `${name}: ${value}`);

describe('fields of a prose', () => {
  it.each([
    ['MD NPI: 2450100021', ['provider.npi: 2450100021']],
    [
      'Payer: Aetna PPO; Policy #: W1 Group No: 22',
      ['coverage.payerName: Aetna PPO', 'coverage.memberId: W1', 'coverage.groupNumber: 22'],
    ],
    [
      'RE: Walter Brennan, DOB: 04/09/1961',
      ['patient.lastName: Brennan', 'patient.firstName: Walter', 'patient.birthDate: 1961-04-09'],
    ],
    ['Birth date: March 4, 1961', ['patient.birthDate: 1961-03-04']],
    ['Allergies: NKDA', ['allergy.absent: NKDA']],
  ])('are facts in %j', async (text, facts) => {
    expect(await factsOf(text)).toEqual(facts);
  });

  it.each([
    ['of somebody else', 'Subscriber DOB: 01/02/1970'],
    ['of a parent', "Mother's date of birth: 01/02/1970"],
    ['of another provider', 'Referring Provider NPI: 2450100021'],
    ['whose digits do not check', 'NPI: 2450100022'],
    ['that is the end of a cell', 'Maple Street Clinic\tFax 555-0100'],
    ['without a value that can be one', 'DOB: unknown   MRN: none   Member ID: pending'],
    [
      'within a sentence',
      `The patient: ${'she was well and went on with her drugs as before, and '.repeat(9)}DOB: 01/02/1970`,
    ],
  ])('are none %s', async (_what, text) => {
    expect(await factsOf(text)).toEqual([]);
  });
});

describe('whose a document is', () => {
  const pid = (id: string, name: string, born: string): string =>
    `MSH|^~\\&|A|B|C|D|20260302||ADT^A04|1|P|2.5.1\rPID|1||${id}||${name}||${born}\r`;
  const codesOf = async (text: string) =>
    (await readDocument(Buffer.from(text))).problems.map(({ code }) => code);

  it('is told where it may be that of two patients', async () => {
    expect(await codesOf(pid('1', 'A^B', '19610101') + pid('2', 'C^D', '19610101'))).toEqual([
      'several-patients',
    ]);
    expect(await codesOf(pid('1', 'A^B', '19610101') + pid('1', 'A^B', '19620101'))).toEqual([
      'several-patients',
    ]);
    expect(await codesOf(pid('1', 'A^B', '19610101') + pid('1', 'a^b', '19610101'))).toEqual([]);
  });
});
