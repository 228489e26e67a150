import type { CalendarDate } from '../../domain/calendar.ts';
import type { EncounterCodes } from '../../domain/coding.ts';
import type { Finding } from '../../domain/finding.ts';
import type { TaskCase } from '../task-case.ts';
import { normalDiagnosis } from './parse-codes.ts';
import type { TaskForm } from './task-form.ts';

/** What the code sets in use have against a code on a date of service; the entry point has them at hand. */
export type CheckCode = (
  stated: { readonly kind: 'diagnosis' | 'procedure'; readonly code: string },
  dateOfService: CalendarDate,
) => readonly Finding[];

/** The field of the form that a code stands in: a list, a suggestion, or an added row. */
const diagnosisField = (code: string, { diagnoses, coding }: TaskForm): string => {
  if (diagnoses.trim() !== '') return 'diagnoses';
  const added = coding.addedDiagnoses.findIndex((row) => normalDiagnosis(row.code) === code);
  return added < 0 ? `decision-${code}` : `add-diagnosis-${added}`;
};

const procedureField = (code: string, { services, coding }: TaskForm): string => {
  const isCode = ({ procedure }: { procedure: string }) => procedure.trim().toUpperCase() === code;
  const [listed, added] = [services.findIndex(isCode), coding.addedServices.findIndex(isCode)];
  if (listed >= 0) return `services.${listed}.procedure`;
  return added < 0 ? `decision-${code}` : `add-procedure-${added}`;
};

/** Codes that are not valid on the date of service, each beside the field that states it, so that nobody waits for an edit. */
export const checkStatedCodes = (
  { diagnoses, services }: EncounterCodes,
  { form, taskCase }: { readonly form: TaskForm; readonly taskCase: TaskCase },
  checkCode: CheckCode,
): Finding[] => {
  const dateOfService = taskCase.claim?.dateOfService ?? taskCase.encounter?.registration?.dateOfService;
  if (!dateOfService) return [];
  const at = (path: string) => (finding: Finding) => ({ ...finding, path });
  const procedures = [...new Set(services.map(({ procedure }) => procedure))];
  return [
    ...diagnoses.flatMap((code) =>
      checkCode({ kind: 'diagnosis', code }, dateOfService).map(at(diagnosisField(code, form))),
    ),
    ...procedures.flatMap((code) =>
      checkCode({ kind: 'procedure', code }, dateOfService).map(at(procedureField(code, form))),
    ),
  ];
};
