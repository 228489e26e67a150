import type { Encounter, EncounterStatus } from '../domain/encounter.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { VisitToTry } from './try-rules.ts';

export type PastVisitsEffects = {
  readonly getPractice: (practiceId: string) => Promise<Practice>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
  readonly encountersByStatus: (practiceId: string, status: EncounterStatus) => Promise<readonly Encounter[]>;
};

/** Statuses in which a visit may have confirmed codes. */
const coded = ['coded', 'claimed', 'coding'] as const;

/**
 * The last coded visits of a practice, the latest first, to try rules on: each as it was told, on the day on which it came,
 * so that no filing limit that has passed since is told.
 */
export const pastVisits = async (
  practiceId: string,
  most: number,
  { getPractice, listPayers, encountersByStatus }: PastVisitsEffects,
): Promise<readonly VisitToTry[]> => {
  const practice = await getPractice(practiceId);
  const payers = await listPayers(practiceId);
  const lists = await Promise.all(coded.map((status) => encountersByStatus(practiceId, status)));
  const latest = lists.flat().toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  return latest
    .flatMap(({ encounterId, registration, codes, createdAt }) =>
      registration && codes
        ? [
            {
              name: encounterId,
              visit: { registration, codes, practice, payers },
              today: createdAt.slice(0, 10),
            },
          ]
        : [],
    )
    .slice(0, most);
};
