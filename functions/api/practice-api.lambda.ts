import { installedCodeLookup } from '../../codesets/code-lookup.ts';
import {
  changeClaim,
  claimHistory,
  claimsByPayerControlNumber,
  claimsByStatus,
  claimsOfEncounter,
  claimsOfPatient,
  findClaim,
} from '../adapters/claim-store.ts';
import { eraseTermDecisions, findTermDecisions } from '../adapters/coder-memory-store.ts';
import { uploadUrl } from '../adapters/documents.ts';
import { encountersByStatus, findEncounter } from '../adapters/encounter-store.ts';
import { addAccountDecision } from '../adapters/payments/account-decision-store.ts';
import {
  addDeposit,
  depositsOfPractice,
  handTiesOf,
  saveHandTie,
} from '../adapters/payments/deposit-store.ts';
import { ledgerEffects } from '../adapters/payments/ledger-effects.ts';
import { paymentsOfPractice } from '../adapters/payments/payment-store.ts';
import { findPractice, getPractice, listPayers, saveAdjustmentClasses } from '../adapters/practice-store.ts';
import {
  closeTask,
  findTask,
  getTask,
  tasksByStatus,
  tasksOfClaim,
  tasksOfEncounter,
} from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { memoryOf } from '../coding/memory/practice-memory.ts';
import { decideAccount } from '../provider-ledger/decide-account.ts';
import { readLedger } from '../provider-ledger/read-ledger.ts';
import { httpHandler } from '../runtime/http-handler.ts';
import { completeTask } from '../tasks/complete-task.ts';
import { newDocumentId } from './document-key.ts';
import { practiceRoutes } from './practice-routes.ts';

const { isValid } = installedCodeLookup();

export const handler = httpHandler(
  practiceRoutes({
    findPractice,
    findEncounter,
    encountersByStatus,
    findClaim,
    claimsByPayerControlNumber,
    claimsByStatus,
    claimsOfPatient,
    claimsOfEncounter,
    claimHistory,
    changeClaim,
    listPayers,
    findTask,
    tasksByStatus,
    tasksOfClaim,
    tasksOfEncounter,
    completeTask: (task, outcome) => completeTask(task, outcome, { closeTask, getTask, answerWait }),
    providerLedger: async (practiceId) =>
      readLedger(await getPractice(practiceId), new Date(), ledgerEffects),
    decideAccount: async (practiceId, accountId, request) =>
      decideAccount(await getPractice(practiceId), accountId, request, {
        ...ledgerEffects,
        addAccountDecision,
      }),
    addDeposit,
    depositsOfPractice,
    paymentsOfPractice,
    handTiesOf,
    saveHandTie,
    coderMemory: async (practiceId) => memoryOf(await findTermDecisions(practiceId)),
    eraseCoderMemory: eraseTermDecisions,
    payerIds: async (practiceId) => (await listPayers(practiceId)).map(({ payerId }) => payerId),
    saveAdjustmentClasses,
    knowsReason: (reason, date) => isValid('carc', reason, date),
    uploadUrl,
    newDocumentId: () => newDocumentId(new Date()),
    now: () => new Date(),
  }),
);
