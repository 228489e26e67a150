import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays } from '../../../functions/domain/calendar.ts';
import { EncounterCodes } from '../../../functions/domain/coding.ts';
import { EncounterRegistration } from '../../../functions/domain/encounter.ts';
import { chargeFor, Practice } from '../../../functions/domain/practice.ts';
import { cents, sum } from '../../../functions/edi/money.ts';
import type { ProfessionalClaim } from '../../../functions/edi/x837p/professional-claim.ts';

const samples = join(import.meta.dirname, '../../../samples');

const Sample = z.object({ daysAgo: z.int(), expected: z.object({ codes: EncounterCodes }) });

const readJson = (...path: string[]): string => readFileSync(join(samples, ...path), 'utf8');

const practice = Practice.parse(JSON.parse(readJson('practice.json')));

/** The day on which every file of these tests arrives. */
export const today = '2026-11-20';

export const rulesFolder = join(samples, 'payer-rules');

/** The claim that the visit of a sample becomes, with its first coverage and the codes that are expected of it. */
export const claimOf = (name: string, change: Partial<ProfessionalClaim> = {}): ProfessionalClaim => {
  const { daysAgo, expected } = Sample.parse(JSON.parse(readJson(name, 'sample.json')));
  const dateOfService = addDays(today, -daysAgo);
  const text = readJson(name, 'encounter.json').replaceAll('{{dos}}', dateOfService);
  const visit = EncounterRegistration.parse(JSON.parse(text));
  const [coverage] = visit.coverages;
  if (!coverage) throw new Error(`The visit ${name} has no coverage`);
  const { patient } = visit;
  const holder = coverage.subscriber ?? patient;
  const lines = expected.codes.services.map((service, index) => ({
    lineNumber: index + 1,
    procedure: { qualifier: 'HC', procedure: service.procedure, modifiers: service.modifiers },
    charge: cents((chargeFor(practice, service.procedure, dateOfService) ?? 0) * service.units),
    units: service.units,
    diagnosisPointers: service.diagnosisPointers,
    servicePeriod: { from: dateOfService },
    lineControlNumber: String(index + 1),
    adjudications: [],
  }));
  const person = { kind: 'person' as const, name: patient.lastName, firstName: patient.firstName };
  const details = { address: patient.address, dateOfBirth: patient.dateOfBirth, gender: patient.gender };
  return {
    patientControlNumber: 'C0000SAMPLE00-1',
    totalCharge: sum(lines.map(({ charge }) => charge)),
    placeOfService: visit.placeOfService,
    frequency: '1',
    dates: [],
    attachments: [],
    billingProvider: {
      kind: 'organization',
      name: practice.name,
      npi: practice.npi,
      taxId: practice.taxId,
      address: practice.address,
    },
    subscriber: {
      kind: 'person',
      name: holder.lastName,
      firstName: holder.firstName,
      memberId: coverage.memberId,
      ...(coverage.subscriber ? {} : details),
    },
    ...(coverage.subscriber && { patient: { ...person, ...details, relationship: '19' } }),
    payer: { name: coverage.payerId, id: coverage.payerId },
    responsibility: coverage.responsibility,
    claimFilingIndicator: 'CI',
    diagnoses: expected.codes.diagnoses,
    ...(visit.referringProvider && { referringProvider: referring }),
    otherPayers: [],
    lines,
    ...change,
  };
};

export const referring = {
  kind: 'person' as const,
  name: 'Pellegrino',
  firstName: 'Anita',
  npi: '2450100088',
};
