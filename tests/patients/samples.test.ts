import { expect, it } from 'vitest';
import { enterRegistration } from '../../functions/patients/enter-registration.ts';
import { patientRecords } from '../factories/patient-records.ts';
import { samples } from '../factories/sample-visits.ts';

it('the visits of the samples go with one another: nobody is asked about their patients', async () => {
  const { effects, tasks, records } = patientRecords();
  const now = new Date('2026-11-30T12:00:00Z');
  for (const { name, registration } of [...samples, ...samples]) {
    const id = { practiceId: 'maple-street', encounterId: name };
    expect([name, await enterRegistration(id, registration, now, effects)]).toEqual([name, []]);
  }
  const patients = await records.all('maple-street');
  expect(patients.length).toBe(
    new Set(samples.map(({ registration }) => registration.patient.patientId)).size,
  );
  expect(tasks.size).toBe(0);
});
