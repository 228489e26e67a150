import { Service } from 'electrodb';
import type { VisitUndo } from '../../domain/undo/visit/visit-undo.ts';
import { changesTogether } from '../claim-store.ts';
import { encounterKeys } from '../encounter-store.ts';
import {
  ClaimEntity,
  ClaimEventEntity,
  ClaimNumberEntity,
  configuration,
  EncounterEntity,
  LineOutcomeEntity,
  QueuedClaimEntity,
  TaskEntity,
} from '../table.ts';
import { taskKeys } from '../task-store.ts';
import { writeTransaction } from '../transaction.ts';

/** A visit with its tasks, its claims and what of them waits for a file. */
const visitLedger = new Service(
  {
    encounter: EncounterEntity,
    task: TaskEntity,
    claim: ClaimEntity,
    claimEvent: ClaimEventEntity,
    claimNumber: ClaimNumberEntity,
    lineOutcome: LineOutcomeEntity,
    queuedClaim: QueuedClaimEntity,
  },
  configuration,
);

/**
 * Writes an undo of a decision about a visit in one transaction; false where the visit, one of its tasks or its claims
 * changed since they were read, or a transmission was taken for a file.
 */
export const writeVisitUndo = ({ encounter, tasks, claims, transmissions }: VisitUndo): Promise<boolean> =>
  writeTransaction(() =>
    visitLedger.transaction
      .write((entities) => [
        entities.encounter
          .put({ ...encounterKeys(encounter), record: encounter })
          .where(({ version }, { eq }) => eq(version, encounter.version - 1))
          .commit(),
        ...tasks.map(({ before, after }) =>
          entities.task
            .put({ ...taskKeys(after), record: after })
            .where(
              ({ status, revision }, { eq, notExists }) =>
                `${eq(status, `${before.status}`)} AND ${before.revision === undefined ? notExists(revision) : eq(revision, before.revision)}`,
            )
            .commit(),
        ),
        ...changesTogether(claims, transmissions, entities),
      ])
      .go(),
  );
