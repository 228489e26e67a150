import type { Claim } from '../domain/claim.ts';
import { voidingOf } from '../domain/coordination/given-over.ts';
import { insurancePaidOf } from '../domain/ledger/effective-decision.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { toDollars } from '../edi/money.ts';

/** The biller's work when a payer holds or paid a claim that another payer owes, and no void of ours undoes that by itself. */
export const describeGivingBack = (claim: Claim, payer: Payer): TaskDraft<ClaimAction> => {
  const paid = insurancePaidOf(claim);
  const wasVoided = claim.submissions.some(({ frequency }) => frequency === '8');
  return {
    kind: 'correction',
    owner: 'biller',
    title:
      paid > 0
        ? `${payer.name} paid $${toDollars(paid)} that another payer owes`
        : `${payer.name} holds a claim that is another payer’s`,
    reasons: [
      {
        code: 'COB',
        text:
          paid > 0
            ? `Paid as if it came first: $${toDollars(paid)}; another payer is billed in its place`
            : 'The claim is with the payer and not decided; another payer is billed in its place',
      },
      ...(wasVoided ? [{ code: 'Void', text: 'A void was sent, and the payer did not go by it' }] : []),
    ],
    advice: adviceFor(payer, paid > 0),
    actions: actionsFor(claim, payer),
    limits: [],
  };
};

const adviceFor = ({ misdirectedClaims }: Payer, isPaid: boolean): string => {
  if (!isPaid)
    return 'Void the claim, or call the payer and have it withdrawn. The task ends by itself once nothing of it is left.';
  return misdirectedClaims === 'refund'
    ? 'By its contract the money is given back: send it and record the refund on the claim; the task ends by itself once it is. Until then wait on.'
    : 'Its contract does not say how: void the claim so that the payer takes its money back, or give it back and record the refund on the claim. The task ends by itself once nothing of it is left.';
};

const actionsFor = (claim: Claim, { misdirectedClaims }: Payer): TaskDraft<ClaimAction>['actions'] => {
  if (voidingOf(claim) === undefined) return ['keep-waiting'];
  return misdirectedClaims === 'refund' ? ['keep-waiting', 'void'] : ['void', 'keep-waiting'];
};
