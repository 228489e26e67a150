import type { Report, SetRules, Step } from '../guide/rules.ts';
import { checkBalance } from './balancing-rules.ts';
import { checkClaim, firstServiceDay } from './claim-rules.ts';
import { checkLines } from './line-rules.ts';
import type { PatientLevel, ProfessionalClaim, SubscriberLevel } from './loops.ts';
import { checkInsuranceType } from './other-payer-rules.ts';

/** A subscriber who is the patient has an address and demographics; facts of a patient stand nowhere else (2000B). */
const checkPatient = (level: SubscriberLevel, position: number, report: Report): void => {
  const { subscriber } = level;
  const above: Step[] = [['SBR', position]];
  if (level.relationship !== '18') {
    if (hasPatientFacts(level))
      report({
        code: 'IK304-I9',
        level: 4,
        detail: 'The subscriber is not the patient',
        steps: [...above, ['PAT', 1]],
      });
    return;
  }
  const segments: [id: string, value: string | undefined][] = [
    ['N3', subscriber.addressLine1],
    ['N4', subscriber.city],
    ['DMG', subscriber.dateOfBirth],
  ];
  for (const [id, value] of segments) {
    if (value !== undefined) continue;
    const detail = `The subscriber is the patient and has no ${id}`;
    report({ code: 'IK304-I6', level: 4, detail, steps: [...above, ['NM1', 1]] });
  }
};

const hasPatientFacts = ({ dateOfDeath, weight, pregnant }: SubscriberLevel): boolean =>
  dateOfDeath !== undefined || weight !== undefined || pregnant !== undefined;

/** A person has a member id (NM109 of 2010BA); an employer may have none. */
const checkMember = ({ subscriber }: SubscriberLevel, position: number, report: Report): void => {
  if (subscriber.entityType !== '1' || subscriber.id !== undefined) return;
  const steps: Step[] = [
    ['SBR', position],
    ['NM1', 1],
  ];
  report({
    code: 'IK403-I9',
    level: 4,
    detail: 'A subscriber who is a person has a member id',
    steps,
    element: 9,
  });
};

/** Levels 3 and 4 of an 837P (005010X222A1). */
export const professionalClaimRules = (): SetRules => {
  let subscribers = 0;
  return {
    unit: (unit, around, report) => {
      // The guide puts a claim below the set, a billing provider, a subscriber and, perhaps, a patient.
      const claim = unit as ProfessionalClaim;
      const [, , subscriber, patient] = around as [
        object,
        object,
        Partial<SubscriberLevel>,
        Partial<PatientLevel>?,
      ];
      checkBalance(claim, report);
      checkClaim({ claim, subscriber, patient }, report);
      checkLines(claim, report);
    },
    loops: {
      '2000B': (value, report) => {
        const level = value as SubscriberLevel; // what the guide makes of 2000B
        subscribers += 1;
        checkInsuranceType(level, subscribers, report);
        checkPatient(level, subscribers, report);
        checkMember(level, subscribers, report);
      },
    },
    dateOf: (unit) => firstServiceDay(unit as ProfessionalClaim), // what the guide makes of 2300
  };
};
