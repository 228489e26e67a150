import {
  changeClaim,
  claimHistory,
  claimsByPayerControlNumber,
  claimsByStatus,
  claimsOfEncounter,
  claimsOfPatient,
  findClaim,
} from '../claim-store.ts';
import { readWritten } from '../documents.ts';
import { encountersByStatus, findEncounter } from '../encounter-store.ts';
import { findFileByKey, findPartnerFile, partnerFilesOfClaim } from '../partner-file-store.ts';
import { appointmentsOf, changeAppointment, findAppointment } from '../patients/appointment-store.ts';
import { authorizationsOf, changeAuthorization } from '../patients/authorization-store.ts';
import {
  allPatients,
  changePair,
  changePatient,
  findPatient,
  patientHistory,
  similarPatients,
} from '../patients/patient-store.ts';
import { addDeposit, depositsOfPractice, handTiesOf, saveHandTie } from '../payments/deposit-store.ts';
import { findPayment, paymentsOfPractice } from '../payments/payment-store.ts';
import { lastVersion, saveVersion } from '../practices/part-store.ts';
import {
  findPractice,
  getPractice,
  listPayers,
  listPractices,
  practicesPaid,
} from '../practices/practice-store.ts';
import { findTask, tasksByStatus, tasksOfClaim, tasksOfEncounter } from '../task-store.ts';
import { findSentFile } from '../trading-partner.ts';

/** What the API reads as the stores have it. */
export const storedRecords = {
  ...{ findPractice, getPractice, listPayers },
  ...{ findEncounter, encountersByStatus },
  ...{
    findClaim,
    claimHistory,
    claimsByPayerControlNumber,
    claimsByStatus,
    claimsOfEncounter,
    claimsOfPatient,
  },
  changeClaim,
  ...{ findTask, tasksByStatus, tasksOfClaim, tasksOfEncounter },
  ...{ addDeposit, depositsOfPractice, paymentsOfPractice, handTiesOf, saveHandTie },
  payerIds: async (practiceId: string) => (await listPayers(practiceId)).map(({ payerId }) => payerId),
};

/** What entering a part of a practice reads and writes. */
export const partEffects = { getPractice, listPractices, listPayers, lastVersion, saveVersion };

/** Where the files of a claim are found, and what they hold. */
export const fileEffects = {
  ...{ claimHistory, partnerFilesOfClaim, findFileByKey, findPartnerFile, findPayment },
  ...{ findClaim, findSentFile, practicesPaid },
  readWritten: (key: string) => readWritten('exchange', key),
};

/** What is read and changed of patients and of what hangs on them. */
export const patientStores = {
  ...{ findPatient, changePatient, similarPatients },
  ...{ findAppointment, changeAppointment, authorizationsOf, changeAuthorization },
};

/** The same as the API calls it. */
export const patientRecords = {
  find: findPatient,
  change: changePatient,
  all: allPatients,
  similar: similarPatients,
  history: patientHistory,
  ...{ changePair, authorizationsOf, findAppointment, appointmentsOf },
};
