import { describeRejection } from '../acknowledgements/describe-rejection.ts';
import { getClaimContext } from '../adapters/claim-context.ts';
import { claimHistory } from '../adapters/claim-store.ts';
import { getEncounter } from '../adapters/encounter-store.ts';
import { findPatient } from '../adapters/patients/patient-store.ts';
import { listPayers } from '../adapters/practices/practice-store.ts';
import { routingInForce } from '../adapters/practices/version-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, findTask } from '../adapters/task-store.ts';
import { visitOf } from '../adapters/visits/visit-reference-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { describeFollowUp } from '../claim-status/describe-follow-up.ts';
import { describeCoding } from '../coding/describe-coding.ts';
import { describeCorrection } from '../coordination/describe-correction.ts';
import { denialWork } from '../denials/denial-work.ts';
import { describeCoverage } from '../eligibility/describe-coverage.ts';
import { describeUnreadable } from '../intake/describe-intake.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import {
  describeEdits,
  describePracticeRecords,
  describeRegistrationEdits,
} from '../scrubbing/describe-edits.ts';
import { RaiseTaskStep, raiseTaskForStep, type StepTaskEffects } from './raise-task-for-step.ts';

const effects: StepTaskEffects = {
  ...taskEffects,
  getClaimContext,
  getEncounter,
  visitOf,
  denials: {
    findTask,
    closeTask,
    answerWait,
    workOf: (context) => denialWork(context, { routingInForce, listPayers, findPatient }),
  },
  claimDrafts: {
    coverage: async ({ claim, payer }) => describeCoverage(claim, payer, await claimHistory(claim.claimId)),
    rejection: ({ claim, payer }) => describeRejection(claim, payer),
    correction: ({ claim, payer }) => describeCorrection(claim, payer),
    'no-answer': ({ claim, payer }) => describeFollowUp(claim, payer),
  },
  encounterDrafts: {
    coding: ({ questions }) => describeCoding(questions),
    'encounter-edits': ({ findings }) => describeEdits(findings),
    'registration-edits': ({ findings }) => describeRegistrationEdits(findings),
    'practice-records': ({ findings }) => describePracticeRecords(findings),
    'unreadable-document': ({ questions: [reason] }) => describeUnreadable(reason),
  },
};

export const handler = taskHandler(RaiseTaskStep, (step) => raiseTaskForStep(step, effects));
