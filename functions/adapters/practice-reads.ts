import {
  claimHistory,
  claimsByPayerControlNumber,
  claimsByStatus,
  claimsOfEncounter,
  claimsOfPatient,
  findClaim,
} from './claim-store.ts';
import { encountersByStatus, findEncounter } from './encounter-store.ts';
import { findPractice, listPayers } from './practices/practice-store.ts';
import { findTask, tasksByStatus, tasksOfClaim, tasksOfEncounter } from './task-store.ts';

/** What people and programs read of a practice's visits, claims and tasks. */
export const practiceReads = {
  findPractice,
  listPayers,
  findEncounter,
  encountersByStatus,
  findClaim,
  claimsByPayerControlNumber,
  claimsByStatus,
  claimsOfPatient,
  claimsOfEncounter,
  claimHistory,
  findTask,
  tasksByStatus,
  tasksOfClaim,
  tasksOfEncounter,
};
