import { samples } from '../../factories/sample-visits.ts';
import { aService, type VisitChange } from '../visit-to-scrub.ts';
import { casesOf, type EditCase } from './edit-case.ts';

const [registration] = samples.map((one) => one.registration);
if (!registration) throw new Error('The samples are missing');
const { patient } = registration;

const having = (...diagnoses: string[]): VisitChange => ({ date: '2026-03-02', diagnoses });
const of = (gender: 'F' | 'M' | 'U', dateOfBirth: string, ...diagnoses: string[]): VisitChange => ({
  ...having(...diagnoses),
  registered: { patient: { ...patient, gender, dateOfBirth } },
});
const doing = (
  procedure: string,
  modifiers: readonly string[],
  diagnoses: readonly string[],
  diagnosisPointers: readonly number[] = [1],
): VisitChange => ({
  ...having(...diagnoses),
  services: [aService(procedure, { modifiers: [...modifiers], diagnosisPointers: [...diagnosisPointers] })],
});
const pointers = 'codes.services[0].diagnosisPointers';
const modifiers = 'codes.services[0].modifiers';
const first = 'codes.diagnoses[0]';

const byNumber: readonly EditCase[] = [
  ...casesOf(
    'diagnosis-first-only',
    [
      ['a check-up after an illness', having('I10', 'Z00.00'), 'warn coder codes.diagnoses[1]'],
      [
        'an examination before surgery after its illness',
        having('I10', 'Z01.818'),
        'warn coder codes.diagnoses[1]',
      ],
    ],
    [
      ['a check-up first', having('Z00.00', 'I10')],
      ['two that both lead', having('Z00.00', 'Z01.419')],
      ['a status', having('I10', 'Z79.4')],
    ],
  ),
  ...casesOf(
    'diagnosis-pointer-cause',
    [['a fall', doing('99213', [], ['S93.401A', 'W19.XXXA'], [2, 1]), `warn coder ${pointers}`]],
    [['what the fall did', doing('99213', [], ['S93.401A', 'W19.XXXA'], [1, 2])]],
  ),
  ...casesOf(
    'diagnosis-preventive',
    [
      ['a check-up for an illness', doing('99396', [], ['I10']), `warn coder ${pointers}`],
      ['a vaccine for an illness', doing('90686', [], ['I10']), `warn coder ${pointers}`],
      ['giving it for an illness', doing('90471', [], ['Z00.00', 'I10'], [2]), `warn coder ${pointers}`],
    ],
    [
      ['a check-up', doing('99396', [], ['Z00.00', 'I10'], [1, 2])],
      ['a vaccine', doing('90686', [], ['Z23'])],
      ['tetanus after a wound', doing('90714', [], ['S61.411A'])],
      ['a visit for an illness', doing('99213', [], ['I10'])],
    ],
  ),
  ...casesOf(
    'diagnosis-spinal-manipulation',
    [
      [
        'pain first at Medicare',
        { ...doing('98941', [], ['M54.50', 'M99.03'], [1, 2]), contract: { claimFilingIndicator: 'MB' } },
        `block coder ${pointers}`,
      ],
    ],
    [
      [
        'the spine first',
        { ...doing('98941', [], ['M54.50', 'M99.03'], [2, 1]), contract: { claimFilingIndicator: 'MB' } },
      ],
      ['another payer', doing('98941', [], ['M54.50'])],
    ],
  ),
  ...casesOf(
    'diagnosis-age-conflict',
    [
      ['a pregnancy at 70', of('F', '1955-05-05', 'O80'), `warn coder ${first}`],
      ['a child’s check-up at 30', of('F', '1995-05-05', 'Z00.129'), `warn coder ${first}`],
      ['a grown-up’s check-up at 3', of('F', '2022-05-05', 'Z00.00'), `warn coder ${first}`],
      ['a newborn’s check-up after a year', of('F', '2025-01-05', 'Z00.110'), `warn coder ${first}`],
    ],
    [
      ['a pregnancy at 30', of('F', '1995-05-05', 'O80')],
      ['a child’s check-up at 3', of('F', '2022-05-05', 'Z00.129')],
      ['a grown-up’s check-up at 16', of('F', '2010-01-05', 'Z00.00')],
      ['a newborn’s check-up on the tenth day', of('F', '2026-02-20', 'Z00.110')],
    ],
  ),
  ...casesOf(
    'diagnosis-sex-conflict',
    [
      ['a man’s pregnancy', of('M', '1995-05-05', 'O80'), `warn coder ${first}`],
      ['a man’s menopause', of('M', '1975-05-05', 'N95.1'), `warn coder ${first}`],
      [
        'a pregnancy that is registered of a man',
        { registered: { patient: { ...patient, gender: 'M' }, pregnant: true } },
        'warn coder registration.pregnant',
      ],
      ['a woman’s prostate', of('F', '1955-05-05', 'N40.1'), `warn coder ${first}`],
      ['a woman’s testicle', of('F', '1985-05-05', 'C62.90'), `warn coder ${first}`],
    ],
    [
      ['a woman’s pregnancy', of('F', '1995-05-05', 'O80')],
      [
        'a pregnancy that is registered of a woman',
        { registered: { patient: { ...patient, gender: 'F' }, pregnant: true } },
      ],
      ['a man’s prostate', of('M', '1955-05-05', 'N40.1')],
      ['a man’s breast', of('M', '1955-05-05', 'N63.0')],
      ['where the sex is not known', of('U', '1955-05-05', 'N40.1')],
      [
        'condition code 45',
        {
          ...having('N40.1'),
          registered: { patient: { ...patient, gender: 'F' }, conditionCodes: ['45'] },
        },
      ],
      ['KX', { ...doing('99213', ['KX'], ['N40.1']), registered: { patient: { ...patient, gender: 'F' } } }],
    ],
  ),
];

const bySets: readonly EditCase[] = [
  ...casesOf(
    'diagnosis-code-first',
    [
      ['the kidney before its diabetes', having('N18.31', 'E11.22'), `warn coder ${first}`],
      ['the heart failure before its hypertension', having('I50.9', 'I11.0'), `warn coder ${first}`],
      ['long-term insulin before diabetes', having('Z79.4', 'E11.9'), `warn coder ${first}`],
    ],
    [
      ['the diabetes first', having('E11.22', 'N18.31')],
      ['two that have nothing to do with each other', having('J45.909', 'E11.9')],
    ],
    true,
  ),
  ...casesOf(
    'diagnosis-use-additional',
    [
      ['a diabetic kidney without its stage', having('E11.22'), `warn coder ${first}`],
      ['a hypertensive kidney without its stage', having('I12.9', 'E78.5'), `warn coder ${first}`],
      ['a hypertensive heart failure without its type', having('I11.0'), `warn coder ${first}`],
    ],
    [
      ['with its stage', having('E11.22', 'N18.31')],
      ['with its type', having('I11.0', 'I50.9')],
      ['hypertension', having('I10')],
    ],
    true,
  ),
  ...casesOf(
    'diagnosis-side',
    [
      ['the right knee for the left', doing('20610', ['RT'], ['M17.12']), `warn coder ${modifiers}`],
      ['both knees for the right', doing('20610', ['50'], ['M17.11']), `warn coder ${modifiers}`],
      [
        'a finger of the right hand for the left',
        doing('20550', ['F7'], ['M65.332']),
        `warn coder ${modifiers}`,
      ],
    ],
    [
      ['the right for the right', doing('20610', ['RT'], ['M17.11'])],
      ['the right for both', doing('20610', ['RT'], ['M17.0'])],
      ['both for each', doing('20610', ['50'], ['M17.11', 'M17.12'], [1, 2])],
      ['a disease without sides beside', doing('20610', ['RT'], ['M17.12', 'M06.9'], [1, 2])],
      ['no side at the service', doing('99213', [], ['M17.12'])],
    ],
    true,
  ),
  ...casesOf(
    'diagnosis-side-open',
    [['an open knee', having('M25.569'), `info coder ${first}`]],
    [
      ['a right knee', having('M25.561')],
      ['no side at all', having('I10')],
    ],
    true,
  ),
];

export const diagnosisCases: readonly EditCase[] = [...byNumber, ...bySets];
