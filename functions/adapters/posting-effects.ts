import type { Claim } from '../domain/claim.ts';
import { rulesOfPayer } from '../domain/ledger/adjustment-class.ts';
import { numbersOf } from '../domain/ledger/payee.ts';
import type { ClaimBilling, PostingEffects } from '../domain/posting.ts';
import { changeClaim, claimsByDateOfService, claimsByPayerControlNumber, findClaim } from './claim-store.ts';
import { readWritten } from './documents.ts';
import { holdBatch } from './outbox/held-batch-store.ts';
import { noteFileAnswer } from './partner-file-store.ts';
import { writePart } from './payments/payment-part-objects.ts';
import {
  addPart,
  addPayment,
  changePart,
  changePayment,
  findPart,
  findPayment,
  notePosted,
  partsOf,
  paymentsOfDay,
} from './payments/payment-store.ts';
import { recoveriesOf, saveRecovery } from './payments/recovery-store.ts';
import {
  findPayer,
  getPractice,
  listPayers,
  practicePaid,
  practicesOf,
  practicesPaid,
} from './practices/practice-store.ts';
import { closeTask, tasksOfClaim } from './task-store.ts';
import { findSentFile } from './trading-partner.ts';
import { answerWait } from './wait-store.ts';
import { startClaimLifecycle } from './workflows.ts';

/** Starts the lifecycle of a claim under a name of its own. */
const reopenClaim = async ({ practiceId, claimId, version }: Claim): Promise<void> => {
  await startClaimLifecycle(`${claimId}-${version}`, { practiceId, claimId });
};

const claimBilling = async ({ practiceId, payerId, nextPayers }: Claim): Promise<ClaimBilling> => {
  const payerIds = [payerId, ...nextPayers.map(({ coverage }) => coverage.payerId)];
  const [practice, contracts] = await Promise.all([getPractice(practiceId), listPayers(practiceId)]);
  const payers = contracts.filter((contract) => payerIds.includes(contract.payerId));
  return {
    ...numbersOf(practice),
    partnerIds: payers.flatMap((payer) => [payer.partnerId, ...payer.remittancePartnerIds]),
    contracts: contracts.map((contract) => ({ payerId: contract.payerId, name: contract.name })),
    classRules: rulesOfPayer(practice.adjustmentClasses, payerId),
  };
};

/** What comparing a claim with its contract reads and closes; whoever wires it adds how a task is raised. */
export const contractRecords = { getPractice, findPayer, tasksOfClaim, closeTask };

/** What the readers of partner files do to the records, but for raising tasks. */
export const postingEffects: Omit<
  PostingEffects,
  'raiseTask' | 'forwardedClaim' | 'followAllowed' | 'withdrawOutdated'
> = {
  billingOf: claimBilling,
  findClaim,
  claimsByPayerControlNumber,
  claimsByDateOfService,
  saveRecovery,
  recoveriesOf,
  changeClaim: async (claimId, decide) =>
    (await findClaim(claimId)) ? changeClaim(claimId, decide) : undefined,
  payments: {
    addPayment,
    findPayment,
    changePayment,
    addPart,
    partsOf,
    paymentsOfDay,
    findPart,
    changePart,
    handOn: writePart,
    notePosted,
    practicePaid,
  },
  answerWait,
  findSentFile,
  noteFileAnswer,
  readSentFile: ({ key }) => readWritten('exchange', key),
  holdBatch,
  practicesPaid,
  practicesOf,
  reopenClaim,
};
