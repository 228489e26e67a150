import { idsOf, type PatientName } from '../../domain/patients/patient-record.ts';
import type { PracticeRecords } from '../practice-records.ts';

/** The numbers under which a person is known, whichever of them is named; that number alone where nobody is. */
export const numbersOf = async (
  name: PatientName,
  { patients }: Pick<PracticeRecords, 'patients'>,
): Promise<readonly string[]> => {
  const file = await patients.find(name);
  return file ? idsOf(file) : [name.patientId];
};
