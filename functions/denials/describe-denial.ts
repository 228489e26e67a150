import type { Adjudication, Adjustment, Claim, PayerSaid } from '../domain/claim.ts';
import { priorityPayerOf } from '../domain/coordination/priority-payer.ts';
import { factsOfReason, reasonFacts, unknownReason } from '../domain/denials/reasons.ts';
import type { PracticeRouting } from '../domain/denials/route-adjustment.ts';
import { type RoutedClaim, routeClaim } from '../domain/denials/route-claim.ts';
import { isRoutineInPart } from '../domain/ledger/adjustment-class.ts';
import { remarksOf, unprocessableRemark } from '../domain/ledger/decision.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { claimPosition, disputedOf } from '../domain/position.ts';
import type { ClaimAction, TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { type Contracts, limitsOf } from '../domain/tasks/limits-of-claim.ts';
import { openParts } from '../domain/tasks/open-parts.ts';
import { toDollars } from '../edi/money.ts';

/**
 * The work that a denied or partly denied claim needs: derived from CAS, remarks, the payer's limits, and the tables of
 * the practice and of the house.
 */
export const describeDenial = (
  claim: Claim,
  contracts: Contracts,
  practice?: PracticeRouting,
): TaskDraft<ClaimAction> => {
  const disputed = disputedOf(claim);
  const adjudication = effectiveAdjudication(claim);
  const remarks = adjudication ? remarksOf(adjudication) : [];
  const first = priorityPayerOf(claim);
  const routed = routeClaim(claim, contracts.payer, practice);
  const words = first ? 'Another payer comes first' : wordsOf(disputed);
  return {
    kind: 'denial',
    owner: routed.route.desk,
    title: `${words}: $${toDollars(claimPosition(claim).open)} open`,
    reasons: [
      ...(first ? [{ code: 'NM1*PR', text: `Is to be billed first: ${saidAs(first)}` }] : []),
      ...correctionReason(adjudication),
      ...disputed.map(toReason),
      ...remarks.map((remark) => ({ code: remark, text: remarkWords(remark) })),
      ...routingReason(routed),
    ],
    // MA130 decides before any CARC.
    advice: remarks.includes(unprocessableRemark)
      ? 'The payer could not process the claim: mend what the remark codes name and send a new claim. It cannot be appealed.'
      : routed.route.advice,
    actions: [...routed.actions, ...(openParts(claim).length > 0 ? (['decide-parts'] as const) : [])],
    limits: limitsOf(claim, contracts),
    routing: routed.by,
  };
};

const saidAs = ({ name, id }: PayerSaid): string =>
  [name, id && `number ${id}`].filter(Boolean).join(', ') || 'a payer that it does not name';

/** Which fields of the insured differ in the payer's records; the values stand on the page alone, which is no mail. */
const correctionReason = (adjudication: Adjudication | undefined): readonly TaskReason[] => {
  const insured = adjudication?.correctedInsured ?? {};
  const fields = insuredFields.filter(([field]) => insured[field] !== undefined).map(([, words]) => words);
  if (fields.length === 0) return [];
  const text = `The payer’s records have another ${fields.join(', ')}: it is filled in below`;
  return [{ code: 'NM1*74', text }];
};

const insuredFields = [
  ['memberId', 'member number'],
  ['lastName', 'last name'],
  ['firstName', 'first name'],
] as const;

/** What the largest disputed amount is for. */
const wordsOf = (disputed: readonly Adjustment[]): string => {
  const [largest] = disputed.toSorted((one, other) => other.amount - one.amount);
  return largest ? reasonWords(largest) : unknownReason.words;
};

const reasonWords = ({ reason, group }: Adjustment): string =>
  reasonFacts[reason] === undefined && group !== 'PR' && isRoutineInPart(reason)
    ? 'A reduction that is routine in part'
    : factsOfReason(reason).words;

const toReason = (adjustment: Adjustment): TaskReason => {
  const { group, reason, amount } = adjustment;
  return { code: `${group}-${reason}`, text: `${reasonWords(adjustment)} ($${toDollars(amount)})` };
};

/** Which rule of the practice sent it here, and why; the house's is what anybody expects. */
const routingReason = ({ by, note }: RoutedClaim): readonly TaskReason[] =>
  by.rule === undefined
    ? []
    : [
        {
          code: 'Routing',
          text: `By the practice’s rule ${by.rule}, version ${by.version}: ${note}`,
          pageOnly: true,
        },
      ];

/** Remark codes that decide what to do, in our own words; the official list explains the others. */
const remarkWordsByCode: Readonly<Record<string, string>> = {
  MA130: 'Unprocessable: send a new claim, no appeal',
  N382: 'Patient identifier missing or invalid',
  N265: 'Ordering provider missing or invalid',
  N286: 'Referring provider missing or invalid',
  N290: 'Rendering provider missing or invalid',
  N115: 'Decided by a local coverage determination',
  N386: 'Decided by a national coverage determination',
  M15: 'Bundled into another service',
  M127: 'Records are missing',
  M76: 'Diagnosis missing or invalid',
  M51: 'Procedure code missing or invalid',
};

const remarkWords = (remark: string): string => remarkWordsByCode[remark] ?? 'Remark of the payer';
