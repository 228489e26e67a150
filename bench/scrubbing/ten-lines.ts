import { EncounterCodes } from '../../functions/domain/coding.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { Practice } from '../../functions/domain/practice.ts';
import { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import type { EncounterToScrub } from '../../functions/scrubbing/edit.ts';
import { inventing } from '../x12/invent.ts';

/** The day of the visits: ICD-10-CM and HCPCS are of it, the others are of the nearest time. */
export const dateOfService = '2026-05-12';

/** What an office bills. Some stand in the way of others, so that the edits have something to tell. */
export const procedures = [
  ...['99213', '99214', '99215', 'G0439', '99497', '99406', '96127', '36415', '81003', '83036', '80053'],
  ...['80061', '85025', '84443', '82306', '82570', '87880', '93000', '93306', '94010', '94060', '94640'],
  ...['71046', '73030', '73562', '76700', '77080', '20610', '20550', '11102', '11103', '17000', '17003'],
  ...['17110', '11042', '11045', '11720', '11721', '69210', '96372', 'J3301', 'J0696', 'J1885', 'J3420'],
  ...['97110', '97140', '97530', '90833', '90837', '45380', '45385', '64483', '64493', '64494', '92014'],
] as const;

const diagnoses = [
  ...['I10', 'E11.9', 'E11.65', 'E11.42', 'E11.22', 'N18.31', 'E78.5', 'M17.11', 'M54.50', 'L57.0', 'B35.1'],
  ...['J44.9', 'J45.40', 'I48.91', 'I50.32', 'F33.1', 'F41.1', 'K21.9', 'R07.9', 'R53.83', 'Z79.4', 'H61.23'],
  ...['M79.674', 'D50.9', 'E03.9', 'Z00.00', 'L82.0', 'G47.33', 'N39.0', 'M25.561', 'R73.03', 'Z23'],
] as const;

const modifiers = [[], [], [], ['25'], ['59'], ['RT'], ['LT'], ['50'], ['26'], ['GP']] as const;

const address = { line1: '410 Maple Street', city: 'Fairhaven', state: 'OH', postalCode: '430990410' };

const payer = Payer.parse({
  ...{ payerId: 'medicare', name: 'Medicare', partnerId: 'clearinghouse', receiverId: 'MEDICARE' },
  ...{ claimFilingIndicator: 'MB', filingLimitDays: 365, appealLimitDays: 120, eligibilityAnswerDays: 6 },
  ...{ acknowledgementDays: 6, firstFollowUpDays: 14, statusAnswerDays: 6, maxFollowUps: 3 },
});

const desks = ['coder', 'biller', 'front-desk', 'authorizations', 'appeals', 'credentialing', 'records'];

const practice = Practice.parse({
  ...{ practiceId: 'bench', name: 'Many Doors', npi: '1234567893', taxId: '341204117' },
  ...{ taxonomy: '261QM1300X', address, phone: '6145550142' },
  providers: [
    { lastName: 'Okafor', firstName: 'Ngozi', npi: '1245319599', taxonomy: '207Q00000X', credential: 'MD' },
  ],
  roster: Object.fromEntries(desks.map((desk) => [desk, 'desk@manydoors.example'])),
  ...{ supervisor: 'desk@manydoors.example', clinicContact: 'desk@manydoors.example' },
  codingPolicy: { autoAcceptConfidence: 1 },
  taskDays: Object.fromEntries(desks.map((desk) => [desk, 2])),
  chargeMaster: procedures.map((procedure) => ({
    ...{ procedure, charge: 12_500, effectiveFrom: '2020-01-01' },
  })),
});

const registration = EncounterRegistration.parse({
  version: 2,
  patient: {
    ...{ patientId: 'P1', lastName: 'Weller', firstName: 'Robin', dateOfBirth: '1950-02-11', gender: 'F' },
    address,
  },
  coverages: [{ payerId: 'medicare', responsibility: 'P', memberId: '1EG4TE5MK73', relationship: 'self' }],
  ...{ dateOfService, placeOfService: '11', renderingProviderNpi: '1245319599' },
  ...{ patientType: 'established', cliaNumber: '36D0988777' },
});

/** Visits of Medicare with ten lines and eight diagnoses each, which are the same in every run. */
export const inventVisits = (visits: number): readonly EncounterToScrub[] => {
  const { number, pick } = inventing(300);
  const some = <T>(from: readonly [T, ...T[]], many: number): T[] => {
    const chosen = new Set<T>();
    while (chosen.size < many) chosen.add(pick(from));
    return [...chosen];
  };
  return Array.from({ length: visits }, () => ({
    ...{ registration, practice, payer },
    codes: EncounterCodes.parse({
      diagnoses: some<string>(diagnoses, 8),
      services: some<string>(procedures, 10).map((procedure) => ({
        ...{ procedure, modifiers: [...pick(modifiers)], units: number(1, 3) },
        diagnosisPointers: [number(1, 4), number(5, 8)],
      })),
    }),
  }));
};
