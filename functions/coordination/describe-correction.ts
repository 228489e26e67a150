import type { Claim } from '../domain/claim.ts';
import { isGivenOver } from '../domain/coordination/given-over.ts';
import { leftToPatient, toldBy, toldOf } from '../domain/coordination/prior-payers.ts';
import { allAdjustments } from '../domain/ledger/decision.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction, TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { limitsOf } from '../domain/tasks/limits-of-claim.ts';
import { toDollars } from '../edi/money.ts';
import { describeGivingBack } from './describe-giving-back.ts';

/** The biller's work when a payer before this one decided anew, and the contract does not say how this one is told. */
export const describeCorrection = (claim: Claim, payer: Payer): TaskDraft<ClaimAction> => {
  if (isGivenOver(claim)) return describeGivingBack(claim, payer);
  const latest = claim.submissions.at(-1)?.number ?? 1;
  const isTold = toldBy(claim, latest) === toldOf(claim.priorPayers);
  return {
    kind: 'correction',
    owner: 'biller',
    title: isTold
      ? `${payer.name} did not decide by what the payer before it says now`
      : `A payer before ${payer.name} decided anew`,
    reasons: [...claim.priorPayers.map(saidNow), ...decidedBy(claim, payer, latest)],
    advice: isTold
      ? 'The payer has been told. Call it, send the claim again with what it asks for, or let its decision stand; what is then still open comes back.'
      : 'Send the claim again with what the payers before it say now, or let the decision stand where that changes nothing for it; what is then still open comes back.',
    actions: ['resubmit', 'let-stand'],
    limits: limitsOf(claim, { payer }),
  };
};

const saidNow = (prior: Claim['priorPayers'][number]): TaskReason => {
  const left = leftToPatient({ priorPayers: [prior] });
  return {
    code: prior.coverage.responsibility,
    text: `${prior.payerName} says by now: paid $${toDollars(prior.adjudication.paid)}, left to the patient $${toDollars(left)}`,
  };
};

/** What stands by this payer, and how it answered what it was told since. */
const decidedBy = (claim: Claim, payer: Payer, latest: number): readonly TaskReason[] => {
  const { responsibility } = claim;
  const standing = effectiveAdjudication(claim);
  const answer = claim.adjudications.findLast(({ submissionNumber }) => submissionNumber === latest);
  const isRefused = answer !== undefined && standing?.submissionNumber !== latest;
  return [
    ...(standing
      ? [
          {
            code: responsibility,
            text: `${payer.name} decided on what they said before, and paid $${toDollars(standing.paid)}`,
          },
        ]
      : []),
    ...(isRefused
      ? allAdjustments(answer).map(({ group, reason, amount }) => ({
          code: `${group}-${reason}`,
          text: `Its answer to what was sent since ($${toDollars(amount)})`,
        }))
      : []),
  ];
};
