import type { CalendarDate } from '../domain/calendar.ts';
import type { EditFinding } from '../domain/visit/edit-finding.ts';
import { withServiceFacts } from '../domain/visit/service-facts-of.ts';
import { applyEdit, type Edit, type EncounterToScrub } from './edit.ts';
import { anesthesiaEdits } from './edits/anesthesia-edits.ts';
import { authorizationEdits } from './edits/authorization-edits.ts';
import { billerEdits } from './edits/biller-edits.ts';
import { coverageEdits } from './edits/coverage-edits.ts';
import { diagnosisEdits } from './edits/diagnosis-edits.ts';
import { diagnosisOrderEdits } from './edits/diagnosis-order-edits.ts';
import { diagnosisPatientEdits } from './edits/diagnosis-patient-edits.ts';
import { drugEdits } from './edits/drug-edits.ts';
import { enrolmentEdits } from './edits/enrolment-edits.ts';
import { filingEdits } from './edits/filing-edits.ts';
import { duplicateEdits } from './edits/history/duplicate-edits.ts';
import { frequencyEdits } from './edits/history/frequency-edits.ts';
import { globalPeriodEdits } from './edits/history/global-period-edits.ts';
import { learnedEdits } from './edits/history/learned-edits.ts';
import { newPatientEdits } from './edits/history/new-patient-edits.ts';
import { identityEdits } from './edits/identity-edits.ts';
import { laboratoryEdits } from './edits/laboratory-edits.ts';
import { liabilityEdits } from './edits/liability-edits.ts';
import { memberEdits } from './edits/member-edits.ts';
import { modifierEdits } from './edits/modifier-edits.ts';
import { modifierUseEdits } from './edits/modifier-use-edits.ts';
import { ncciEdits } from './edits/ncci-edits.ts';
import { placeEdits } from './edits/place-edits.ts';
import { procedureEdits } from './edits/procedure-edits.ts';
import { providerEdits } from './edits/provider-edits.ts';
import { registryEdits } from './edits/registry-edits.ts';
import { scheduleEdits } from './edits/schedule-edits.ts';
import { visitEdits } from './edits/visit-edits.ts';

/** Every check that an encounter passes before a claim is made of it, in the order in which findings are read. */
export const edits: readonly Edit[] = [
  ...billerEdits,
  ...identityEdits,
  ...providerEdits,
  ...registryEdits,
  ...memberEdits,
  ...enrolmentEdits,
  ...filingEdits,
  ...visitEdits,
  ...authorizationEdits,
  ...placeEdits,
  ...liabilityEdits,
  ...laboratoryEdits,
  ...drugEdits,
  ...anesthesiaEdits,
  ...diagnosisEdits,
  ...diagnosisOrderEdits,
  ...diagnosisPatientEdits,
  ...procedureEdits,
  ...modifierEdits,
  ...modifierUseEdits,
  ...scheduleEdits,
  ...ncciEdits,
  ...newPatientEdits,
  ...duplicateEdits,
  ...globalPeriodEdits,
  ...frequencyEdits,
  ...coverageEdits,
  ...learnedEdits,
];

/** What a payer would refuse the encounter for, as far as the edits know; what was registered of services counts. */
export const findBrokenEdits = (encounter: EncounterToScrub, today: CalendarDate): readonly EditFinding[] => {
  const { codes, registration } = encounter;
  const services = [...withServiceFacts(codes.services, registration.services)];
  const done = { ...encounter, codes: { ...codes, services } };
  return edits.flatMap((edit) => applyEdit(edit, done, today));
};
