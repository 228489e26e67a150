import { describe, expect, it } from 'vitest';
import { check837p } from '../../../functions/claims/837p/check-claim-set.ts';
import { refusalInWords } from '../../../functions/claims/837p/refusal-in-words.ts';
import { rendering837p } from '../../../functions/claims/837p/render-claim.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { tryRendering } from '../../../functions/domain/partner-file.ts';
import { claim } from '../../factories/claims.ts';
import { payer, secondCoverage } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';

const { patient, coverage, renderingProvider, lines } = claim();
const submission = { number: 1, frequency: '1', fileAccepted: false } as const;

/** What a biller reads of a claim that cannot be sent. */
const told = (change: Partial<Claim>, billing = practice()) => {
  const context = {
    claim: claim({ ...change, submissions: [submission] }),
    practice: billing,
    payer: payer(),
  };
  const rendered = tryRendering(rendering837p(context, submission), new Date('2026-11-02T10:00:00.000Z'));
  const findings = rendered.success ? check837p(rendered.data) : rendered.findings;
  return refusalInWords(findings, context).map(({ detail }) => detail);
};

const spouse = {
  ...secondCoverage,
  responsibility: 'P',
  relationship: 'spouse',
  subscriber: { ...patient, lastName: '', gender: 'F' },
} as const;

describe('why a claim cannot be sent', () => {
  it.each<[string, Partial<Claim>, string]>([
    [
      'a name with a delimiter',
      { patient: { ...patient, lastName: 'Oka~for' } },
      'The patient’s last name has a character that claims cannot carry: ~',
    ],
    [
      'a member id with one',
      { coverage: { ...coverage, memberId: 'NW^1' } },
      'The coverage’s member id has a character that claims cannot carry: ^',
    ],
    [
      'a street with one',
      { patient: { ...patient, address: { ...patient.address, line1: '12: Alder' } } },
      'The patient’s line1 has a character that claims cannot carry: :',
    ],
    [
      'a control character',
      { patient: { ...patient, firstName: 'Mir\u0007iam' } },
      'The patient’s first name has a character that claims cannot carry: one that cannot be seen',
    ],
    [
      'an authorization with one',
      { priorAuthorization: 'PA*7' },
      'The prior authorization has a character that claims cannot carry: *',
    ],
    ['a missing name', { patient: { ...patient, lastName: '' } }, 'The patient’s last name is missing'],
    ['a policy holder without a name', { coverage: spouse }, 'The policy holder’s last name is missing'],
    [
      'a short ZIP code',
      { patient: { ...patient, address: { ...patient.address, postalCode: '1' } } },
      'The patient’s ZIP code is too short',
    ],
    [
      'a wrong NPI',
      { renderingProvider: { ...renderingProvider, npi: '1234567890' } },
      'The rendering provider’s NPI: The check digit of this NPI is wrong',
    ],
    [
      'a pointer to nothing',
      { diagnoses: ['I10'], lines: lines.slice(0, 1) },
      'The second pointer to a diagnosis of line 1: The claim has no diagnosis of this number',
    ],
  ])('is told of %s in words', (_, change, words) => {
    expect(told(change)).toEqual([words]);
  });

  it('names every field that holds such a sign, and the practice’s own', () => {
    const bad = { ...patient, firstName: 'Mi*riam', lastName: 'Oka~for' };
    expect(told({ patient: bad }, practice({ name: 'Maple ~ Street' }))).toEqual([
      'The patient’s last name has a character that claims cannot carry: ~',
      'The patient’s first name has a character that claims cannot carry: *',
      'The practice’s name has a character that claims cannot carry: ~',
    ]);
  });

  it('shows no value, which a mail would carry', () => {
    expect(told({ patient: { ...patient, lastName: 'Oka~for' } }).join()).not.toContain('Oka');
  });
});
