import { ClaimRules } from '../../../functions/domain/contract/claim-rules.ts';
import type { Coverage, Provider } from '../../../functions/domain/party.ts';
import type { MendingDesk } from '../../../functions/domain/visit/edit-finding.ts';
import type { ServiceFacts } from '../../../functions/domain/visit/service-facts.ts';
import { cents } from '../../../functions/edi/money.ts';
import { payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { samples } from '../../factories/sample-visits.ts';
import { aService, type VisitChange } from '../visit-to-scrub.ts';

const [registration] = samples.map((one) => one.registration);
const [card] = registration?.coverages ?? [];
if (!registration || !card) throw new Error('The samples are missing');
const { patient } = registration;
const { address } = practice();

/** A day of which the schedule and the diagnoses are installed. */
export const day = '2025-11-03';

export const of = (procedure: string, ...modifiers: string[]) => aService(procedure, { modifiers });
export const withFacts = (procedure: string, facts: ServiceFacts, ...modifiers: string[]) =>
  aService(procedure, { modifiers, facts });
export const at = (procedure: string, pointers: readonly number[], ...modifiers: string[]) =>
  aService(procedure, { modifiers, diagnosisPointers: [...pointers] });

/** A visit of a day with its diagnoses, in one string, and its services. */
export const seen = (
  diagnoses: string,
  services: VisitChange['services'] & object,
  more: VisitChange = {},
): VisitChange => ({ date: day, diagnoses: diagnoses.split(' '), services, ...more });

export const medicare: VisitChange['contract'] = { claimFilingIndicator: 'MB' };
const medicaid: VisitChange['contract'] = { claimFilingIndicator: 'MC' };
export const mbi: Coverage = { ...card, memberId: '1EG4TE5MK73' };
export const orderer: Provider = { lastName: 'Stone', firstName: 'Rae', npi: '1234567893' };
export const someone = (gender: 'F' | 'M', dateOfBirth: string) => ({ ...patient, gender, dateOfBirth });
/** A visit that Medicare pays first. */
export const senior = (more: VisitChange['registered'] = {}): VisitChange => ({
  contract: medicare,
  registered: { coverages: [mbi], orderingProvider: orderer, cliaNumber: '36D0987654', ...more },
});
const rules = (change: object): VisitChange => ({ contract: { claimRules: ClaimRules.parse(change) } });
const office = (change: VisitChange['registered']): VisitChange =>
  seen('I10', [of('99213')], { registered: change });
const billed = (records: VisitChange['records']): VisitChange => seen('I10', [of('99213')], { records });
const covered = (change: Partial<Coverage>, more: VisitChange = {}): VisitChange =>
  seen('I10', [of('99213')], { registered: { coverages: [{ ...card, ...change }] }, ...more });
const holder = { lastName: 'Brennan', firstName: 'Ada', gender: 'F', address: patient.address } as const;
const drug = { ndc: '00409379501', quantity: 1, unit: 'ML' } as const;
const wrongNpi: Provider = { ...orderer, npi: '1234567839' };

export type Defect = readonly [story: string, visit: VisitChange, edit: string, desk: MendingDesk];

const atTheDesk: readonly Defect[] = [
  [
    'two digits of the practice’s NPI are exchanged',
    billed({ npi: '2450100031' }),
    'identity-billing-npi',
    'credentialing',
  ],
  ['the tax id was filled up with nines', billed({ taxId: '999999999' }), 'identity-tax-id', 'biller'],
  [
    'the tax id has a prefix that the IRS never gave',
    billed({ taxId: '890041207' }),
    'identity-tax-id-prefix',
    'biller',
  ],
  [
    'the practice moved and has five digits of the ZIP',
    billed({ address: { ...address, postalCode: '43099' } }),
    'identity-billing-zip',
    'biller',
  ],
  [
    'the practice gets its mail in a box',
    billed({ address: { ...address, line1: 'P.O. Box 2210' } }),
    'identity-billing-address',
    'biller',
  ],
  ['the telephone number begins with 1', billed({ phone: '1614555014' }), 'identity-billing-phone', 'biller'],
  ['the practice’s taxonomy lost its X', billed({ taxonomy: '261QM13000' }), 'identity-taxonomy', 'biller'],
  [
    'the taxonomy is of no list',
    billed({ taxonomy: '291XX0000X' }),
    'identity-taxonomy-unknown',
    'credentialing',
  ],
  [
    'a new doctor was not entered yet',
    office({ renderingProviderNpi: orderer.npi }),
    'identity-rendering-unlisted',
    'clinic',
  ],
  [
    'the doctor’s NPI is mistyped',
    office({ renderingProviderNpi: '2450100012' }),
    'identity-rendering-npi',
    'clinic',
  ],
  [
    'the referring doctor’s NPI is mistyped',
    office({ referringProvider: wrongNpi }),
    'identity-referring-npi',
    'clinic',
  ],
  [
    'the ordering doctor’s NPI is mistyped',
    office({ orderingProvider: wrongNpi }),
    'identity-other-npi',
    'clinic',
  ],
  [
    'a locum gave one service and is unknown',
    seen('I10', [withFacts('99213', { renderingProviderNpi: orderer.npi })]),
    'identity-service-provider-unlisted',
    'clinic',
  ],
  [
    'the doctor is named as supervisor, too',
    office({ supervisingProvider: { ...orderer, npi: registration.renderingProviderNpi } }),
    'identity-supervising',
    'clinic',
  ],
  [
    'the birth year is that of next century',
    office({ patient: someone('M', '2061-04-09') }),
    'identity-birth-after-service',
    'clinic',
  ],
  [
    'the visit is dated after the patient’s death',
    office({ patient: { ...patient, dateOfDeath: '2025-10-30' } }),
    'identity-death-before-service',
    'clinic',
  ],
  ['the card was not at hand', covered({ memberId: 'PENDING' }), 'identity-member-id', 'clinic'],
  [
    'the old Medicare card was copied',
    covered({ memberId: '411223333A' }, { contract: medicare }),
    'identity-member-pattern',
    'clinic',
  ],
  [
    'a zero was read as the letter O in a Medicare number',
    covered({ memberId: '1EG4TE5MKO3' }, { contract: medicare }),
    'identity-member-pattern',
    'clinic',
  ],
  [
    'the plan’s prefix was left off',
    covered({ memberId: '204817733' }, rules({ memberId: '^NWH\\d{9}$' })),
    'identity-member-pattern',
    'clinic',
  ],
  [
    'a husband’s Medicare was entered for the wife',
    covered(
      {
        memberId: '1EG4TE5MK73',
        relationship: 'spouse',
        subscriber: { ...holder, dateOfBirth: '1950-01-01' },
      },
      { contract: medicare },
    ),
    'identity-policy-holder',
    'clinic',
  ],
  [
    'a child on Medicaid was entered under the mother',
    covered(
      { relationship: 'child', subscriber: { ...holder, dateOfBirth: '1950-01-01' } },
      { contract: medicaid },
    ),
    'identity-policy-holder',
    'clinic',
  ],
  [
    'the patient was entered as own spouse',
    covered({
      relationship: 'spouse',
      subscriber: { ...holder, firstName: patient.firstName, dateOfBirth: patient.dateOfBirth },
    }),
    'identity-relation',
    'clinic',
  ],
  [
    'parent and child were exchanged',
    covered({ relationship: 'child', subscriber: { ...holder, dateOfBirth: '2010-02-02' } }),
    'identity-relation',
    'clinic',
  ],
  [
    'the secondary plan was entered alone',
    covered({ responsibility: 'S' }),
    'filing-coverage-order',
    'clinic',
  ],
  [
    'the claim lay too long',
    seen('I10', [of('99213')], { contract: { filingLimitDays: 1 }, date: day }),
    'filing-limit',
    'clinic',
  ],
  [
    'no reason why Medicare is second',
    seen('I10', [of('99213')], {
      registered: { coverages: [card, { ...mbi, responsibility: 'S', payerId: 'part-b' }] },
      change: { otherPayers: [payer({ payerId: 'part-b', claimFilingIndicator: 'MB' })] },
    }),
    'filing-medicare-secondary',
    'clinic',
  ],
  [
    'a reason stands at the Medigap plan',
    seen('I10', [of('99213')], {
      contract: medicare,
      registered: { coverages: [mbi, { ...card, responsibility: 'S', payerId: 'gap', insuranceType: '12' }] },
      change: { otherPayers: [payer({ payerId: 'gap' })] },
    }),
    'filing-medicare-secondary',
    'clinic',
  ],
  [
    'a roofer’s fall is billed to the health plan',
    office({ accident: { causes: ['employment'], date: '2025-11-02' } }),
    'filing-liable-first',
    'clinic',
  ],
  [
    'the insurer of work injuries has no claim number',
    seen('S93.401A', [of('99213')], {
      contract: { claimFilingIndicator: 'WC' },
      registered: {
        accident: { causes: ['employment'], date: '2025-11-02' },
        coverages: [{ ...card, relationship: 'employee', employer: { name: 'Hale Roofing' } }],
      },
    }),
    'filing-workers-compensation',
    'clinic',
  ],
  [
    'workers’ compensation without any accident',
    seen('S93.401A', [of('99213')], { contract: { claimFilingIndicator: 'WC' } }),
    'filing-workers-compensation',
    'clinic',
  ],
  [
    'an insurer of cars without the accident',
    seen('S13.4XXA', [of('99213')], { contract: { claimFilingIndicator: 'AM' } }),
    'filing-auto-insurer',
    'clinic',
  ],
  [
    'the accident is dated after the visit',
    office({ accident: { causes: ['other'], date: '2025-11-09' } }),
    'filing-accident-date',
    'clinic',
  ],
  [
    'no authorization for an MRI',
    seen('G43.909', [of('70551')], rules({ authorized: ['70551-70553'] })),
    'filing-authorization',
    'clinic',
  ],
  ['the place was typed wrongly', office({ placeOfService: '96' }), 'filing-place-unknown', 'clinic'],
  [
    'nobody says who ordered the X-ray',
    seen('R05.9', [of('71046')], { contract: medicare, registered: { coverages: [mbi] } }),
    'filing-ordering-provider',
    'clinic',
  ],
  [
    'nobody says who ordered the walker',
    seen('R26.89', [of('E0143')], { contract: medicare, registered: { coverages: [mbi] } }),
    'filing-ordering-provider',
    'clinic',
  ],
  [
    'a chiropractor ordered the X-ray',
    seen('M54.50', [of('72100')], senior({ orderingProvider: { ...orderer, credential: 'DC' } })),
    'filing-ordering-credential',
    'clinic',
  ],
  [
    'Medicaid and no NDC for the injection',
    seen('M54.50', [of('99213', '25'), of('J1885')], { contract: medicaid }),
    'filing-drug-code',
    'clinic',
  ],
  [
    'the NDC was filled with zeros',
    seen('M54.50', [withFacts('J1885', { drug: { ...drug, ndc: '00000000000' } })]),
    'filing-drug-number',
    'clinic',
  ],
  [
    'the NDC is counted in milligrams',
    seen('M54.50', [withFacts('J1885', { drug: { ...drug, unit: 'ME' } })]),
    'filing-drug-unit',
    'clinic',
  ],
  ['anesthesia without minutes', seen('K80.20', [of('00790', 'AA')]), 'filing-anesthesia-minutes', 'clinic'],
  [
    'the reference laboratory is not named',
    seen('E78.5', [of('80061', '90')], senior()),
    'filing-clia-reference',
    'clinic',
  ],
  [
    'no CLIA number for a blood test at Medicare',
    seen('E11.9', [of('83036')], {
      contract: medicare,
      registered: { coverages: [mbi], orderingProvider: orderer },
    }),
    'filing-clia',
    'credentialing',
  ],
  ['QW, and no CLIA number', seen('J02.9', [of('87880', 'QW')]), 'filing-clia', 'credentialing'],
  [
    'a price was lost from the list',
    seen('I10', [of('99213')], { records: { chargeMaster: [] } }),
    'procedure-charge-missing',
    'biller',
  ],
  [
    'the only price is nothing',
    seen('I10', [of('99213')], {
      records: { chargeMaster: [{ procedure: '99213', charge: cents(0), effectiveFrom: '2000-01-01' }] },
    }),
    'filing-total-charge',
    'biller',
  ],
];

const atTheCoder: readonly Defect[] = [
  ['a visit at home in the office', seen('I10', [of('99348')]), 'filing-place-of-service', 'coder'],
  [
    'an emergency code in an urgent care',
    seen('I10', [of('99283')], { registered: { placeOfService: '20' } }),
    'filing-place-of-service',
    'coder',
  ],
  [
    'an office code in a nursing facility',
    seen('I10', [of('99213')], { registered: { placeOfService: '32' } }),
    'filing-place-of-service',
    'coder',
  ],
  [
    'an injection by video',
    seen('M17.11', [of('20610', 'RT')], { registered: { placeOfService: '10' } }),
    'filing-service-at-distance',
    'coder',
  ],
  ['95 and the office at Medicare', seen('I10', [of('99213', '95')], senior()), 'filing-telehealth', 'coder'],
  [
    'GT as years ago',
    seen('I10', [of('99213', 'GT')], senior({ placeOfService: '02' })),
    'filing-telehealth',
    'coder',
  ],
  [
    'no 95 where the plan wants it',
    seen('I10', [of('99213')], {
      ...rules({ telehealth: [{ places: ['10'], modifiers: ['95'] }] }),
      registered: { placeOfService: '10' },
    }),
    'filing-telehealth',
    'coder',
  ],
  [
    'anesthesia, and nobody who gave it',
    seen('K80.20', [withFacts('00790', { minutes: 60 })]),
    'filing-anesthesia-modifier',
    'coder',
  ],
  ['a new patient’s code for a known one', seen('I10', [of('99204')]), 'filing-patient-type', 'coder'],
  [
    'a known patient’s code for a new one',
    seen('I10', [of('99214')], { registered: { patientType: 'new' } }),
    'filing-patient-type',
    'coder',
  ],
  [
    '25 forgotten beside an injection',
    seen('M17.11', [of('99213'), of('20610', 'RT')]),
    'modifier-visit-with-procedure',
    'coder',
  ],
  [
    '25 forgotten beside a wart',
    seen('B07.9', [of('99213'), of('17110')]),
    'modifier-visit-with-procedure',
    'coder',
  ],
  [
    '25 forgotten beside a repair',
    seen('S61.411A', [of('99213'), of('12001')]),
    'modifier-visit-with-procedure',
    'coder',
  ],
  [
    '57 forgotten before a fracture',
    seen('S52.501A', [of('99204'), of('25600', 'RT')], { registered: { patientType: 'new' } }),
    'modifier-visit-with-procedure',
    'coder',
  ],
  [
    '57 beside a small procedure',
    seen('L72.0', [of('99213', '57'), of('11400')]),
    'modifier-57-with-minor',
    'coder',
  ],
  [
    '25 on the injection',
    seen('M17.11', [of('99213', '25'), of('20610', '25')]),
    'modifier-25-not-on-visit',
    'coder',
  ],
  [
    '59 on the visit',
    seen('M17.11', [of('99213', '59'), of('20610', 'RT')]),
    'modifier-59-on-visit',
    'coder',
  ],
  ['50 with RT', seen('M17.0', [of('20610', '50', 'RT')]), 'modifier-50-with-side', 'coder'],
  ['LT and RT on one line', seen('M17.0', [of('20610', 'LT', 'RT')]), 'modifier-exclusive', 'coder'],
  ['26 and TC on one line', seen('R05.9', [of('71046', '26', 'TC')]), 'modifier-exclusive', 'coder'],
  ['reduced and stopped at once', seen('Z12.11', [of('45378', '52', '53')]), 'modifier-exclusive', 'coder'],
  ['59 with XS', seen('L57.0', [of('17000', '59', 'XS')]), 'modifier-59-with-x', 'coder'],
  ['a digit of a modifier is wrong', seen('I10', [of('99213', '21')]), 'modifier-unknown', 'coder'],
  ['50 on a visit', seen('I10', [of('99213', '50')]), 'modifier-bilateral', 'coder'],
  [
    '50 with two units',
    seen('M17.0', [aService('20610', { modifiers: ['50'], units: 2 })]),
    'modifier-bilateral',
    'coder',
  ],
  ['26 on a blood count', seen('D64.9', [of('85025', '26')]), 'modifier-component', 'coder'],
  [
    'an echo in the hospital without 26',
    seen('I50.9', [of('93306')], { registered: { placeOfService: '22' } }),
    'modifier-component-in-hospital',
    'coder',
  ],
  ['RT before 26', seen('M25.561', [of('73562', 'RT', '26')]), 'modifier-order', 'coder'],
  [
    'QW after 59',
    seen('J02.9', [of('87880', '59', 'QW')], { registered: { cliaNumber: '36D0987654' } }),
    'modifier-qw-first',
    'coder',
  ],
  ['91 on an X-ray', seen('R05.9', [of('71046', '91')]), 'modifier-91-not-a-test', 'coder'],
  ['73 as the hospital has it', seen('Z12.11', [of('45378', '73')]), 'modifier-of-facility', 'coder'],
  ['therapy without its plan', seen('M54.50', [of('97110')], senior()), 'modifier-therapy', 'coder'],
  [
    '51 at Medicare',
    seen('L57.0', [of('17000'), of('11102', '51')], senior()),
    'modifier-51-at-medicare',
    'coder',
  ],
  ['an assistant at a visit', seen('M17.11', [of('99213', '80')]), 'modifier-assistant', 'coder'],
  ['AS of a surgeon', seen('M17.11', [of('27447', 'AS', 'RT')]), 'modifier-assistant-kind', 'coder'],
  [
    'a drug in single doses, and no JZ',
    seen('H35.3211', [of('J0178')], senior()),
    'modifier-discarded-drug',
    'coder',
  ],
  ['the same visit twice', seen('I10', [of('99213'), of('99213')]), 'procedure-duplicate', 'coder'],
  [
    'two visits and nothing to tell them apart',
    seen('Z00.00 I10', [of('99396'), at('99213', [2])]),
    'modifier-two-visits',
    'coder',
  ],
  [
    'a check-up at Medicare',
    seen('Z00.00', [of('99397')], senior()),
    'procedure-not-paid-by-medicare',
    'coder',
  ],
  ['diabetes without its last digits', seen('E11', [of('99213')]), 'diagnosis-unknown', 'coder'],
  ['a sprain without the 7th character', seen('S93.401', [of('99213')]), 'diagnosis-unknown', 'coder'],
  ['a 7th character that there is not', seen('S93.401Z', [of('99213')]), 'diagnosis-unknown', 'coder'],
  ['multiple sclerosis as last year', seen('G35', [of('99213')]), 'diagnosis-not-in-force', 'coder'],
  ['the fall leads', seen('W19.XXXA S93.401A', [at('99213', [2])]), 'diagnosis-cannot-lead', 'coder'],
  ['the sequela leads', seen('S93.401S M25.571', [of('99213')]), 'diagnosis-cannot-lead', 'coder'],
  ['both kinds of diabetes', seen('E11.9 E10.9', [of('99213')]), 'diagnosis-excludes1', 'coder'],
  ['one diagnosis twice', seen('I10 I10', [of('99213')]), 'diagnosis-duplicate', 'coder'],
  ['the kidney before the diabetes', seen('N18.31 E11.22', [of('99213')]), 'diagnosis-code-first', 'coder'],
  ['a diabetic kidney without its stage', seen('E11.22', [of('99213')]), 'diagnosis-use-additional', 'coder'],
  ['the check-up is listed last', seen('I10 Z00.00', [at('99396', [2])]), 'diagnosis-first-only', 'coder'],
  ['a pregnancy of a man', seen('Z34.81', [of('99213')]), 'diagnosis-sex-conflict', 'coder'],
  ['a child’s check-up of a man of sixty', seen('Z00.129', [of('99396')]), 'diagnosis-age-conflict', 'coder'],
  [
    'the left knee was injected for the right',
    seen('M17.11', [of('20610', 'LT')]),
    'diagnosis-side',
    'coder',
  ],
  ['a check-up for blood pressure', seen('I10', [of('99396')]), 'diagnosis-preventive', 'coder'],
  ['a vaccine for blood pressure', seen('I10', [of('90686'), of('90471')]), 'diagnosis-preventive', 'coder'],
  [
    'the line points at a diagnosis that was struck',
    seen('I10', [at('99213', [2])]),
    'diagnosis-pointer',
    'coder',
  ],
  [
    'the line points at the fall',
    seen('S93.401A W19.XXXA', [at('99213', [2, 1])]),
    'diagnosis-pointer-cause',
    'coder',
  ],
  ['a letter in a procedure', seen('I10', [of('9921E')]), 'procedure-format', 'coder'],
];

/** What goes wrong in clinics: each with the edit that finds it, and the desk that can mend it. */
export const defectiveVisits: readonly Defect[] = [...atTheDesk, ...atTheCoder];
