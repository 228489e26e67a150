import type { Coverage } from '../../../functions/domain/party.ts';
import type { CoverageRecord } from '../../../functions/domain/patients/coverage-record.ts';
import type { PatientFile } from '../../../functions/domain/patients/patient-record.ts';

/** A coverage on record that a person gave dates: since ever, unless said otherwise. */
export const coverageRecord = (
  coverage: Pick<Coverage, 'payerId'> & Partial<Coverage>,
  change: Partial<CoverageRecord> = {},
): CoverageRecord => ({
  practiceId: 'maple-street',
  patientId: 'P-204',
  coverageId: `C-${coverage.payerId}`,
  coverage: {
    responsibility: 'P',
    memberId: `M-${coverage.payerId}`.toUpperCase(),
    relationship: 'self',
    ...coverage,
  },
  stated: true,
  seen: [],
  forAccident: false,
  saidOn: '2026-01-01/2',
  ...change,
});

/** The record of a patient with coverages. */
export const patientFile = (
  coverages: readonly CoverageRecord[] = [],
  demographics: Partial<PatientFile['record']['demographics']> = {},
): PatientFile => ({
  record: {
    practiceId: 'maple-street',
    patientId: 'P-204',
    version: 1,
    demographics: { lastName: 'RIVERA', firstName: 'ANA', dateOfBirth: '1961-04-09', ...demographics },
    saidOn: {},
    absorbed: [],
    distinctFrom: [],
    coveragesSoFar: coverages.length,
    enteredFrom: 'a table',
    createdAt: '2026-01-01T00:00:00.000Z',
  },
  coverages,
});
