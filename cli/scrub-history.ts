import { z } from 'zod';
import { EarlierService, inOrderOfDays } from '../functions/domain/history/earlier-service.ts';
import { servicesOfVisit } from '../functions/domain/history/earlier-services.ts';
import type { EncounterToScrub } from '../functions/scrubbing/edit.ts';
import { readRecord } from './read-record.ts';

/** What `--history` names: for each patient, by the number in registrations, what was done on other visits. */
export const PatientHistories = z.array(
  z.strictObject({ patientId: z.string().min(1), services: z.array(EarlierService) }),
);
export type PatientHistories = z.infer<typeof PatientHistories>;

export const readHistories = (file: string | undefined): PatientHistories =>
  file === undefined ? [] : readRecord(file, PatientHistories);

/** A visit that was read, by the id that others know it under, and by its file: named twice it is one visit. */
export type ReadVisit = {
  readonly encounterId: string;
  readonly registration: string;
  readonly toScrub: EncounterToScrub;
};

const patientOf = ({ toScrub }: ReadVisit): string => toScrub.registration.patient.patientId;

/** A visit with the history of its patient: what the file has, and the other visits that are given with it. */
export const withHistoryOf = (
  visit: ReadVisit,
  others: readonly ReadVisit[],
  histories: PatientHistories,
): EncounterToScrub => {
  const patientId = patientOf(visit);
  const told = histories.filter((one) => one.patientId === patientId).flatMap(({ services }) => services);
  const given = others
    .filter((other) => other.registration !== visit.registration && patientOf(other) === patientId)
    .flatMap(({ encounterId, toScrub: { registration, codes, practice } }) =>
      servicesOfVisit({ encounterId, registration, codes, status: 'coded' }, practice),
    );
  return { ...visit.toScrub, history: [...told, ...given].toSorted(inOrderOfDays) };
};
