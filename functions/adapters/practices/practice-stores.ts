import {
  claimHistory,
  claimsByPayerControlNumber,
  claimsByStatus,
  claimsOfEncounter,
  claimsOfPatient,
  findClaim,
} from '../claim-store.ts';
import { uploadUrl } from '../documents.ts';
import { encountersByStatus, findEncounter } from '../encounter-store.ts';
import { addDeposit, depositsOfPractice, handTiesOf, saveHandTie } from '../payments/deposit-store.ts';
import { paymentsOfPractice } from '../payments/payment-store.ts';
import { findTask, tasksByStatus, tasksOfClaim, tasksOfEncounter } from '../task-store.ts';
import { changePracticeList, findPractice, listPayers } from './practice-store.ts';

/** What people and programs read of a practice, and write of it without more ado. */
export const practiceStores = {
  uploadUrl,
  addDeposit,
  depositsOfPractice,
  paymentsOfPractice,
  handTiesOf,
  saveHandTie,
  changePracticeList,
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
