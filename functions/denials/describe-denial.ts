import { mayAppealAgain } from '../domain/appeals/levels.ts';
import { asksForDocuments } from '../domain/appeals/preparation.ts';
import type { Adjudication, Adjustment, Claim, PayerSaid } from '../domain/claim.ts';
import { priorityPayerOf } from '../domain/coordination/priority-payer.ts';
import { isRoutineInPart } from '../domain/ledger/adjustment-class.ts';
import { remarksOf, unprocessableRemark } from '../domain/ledger/decision.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { claimPosition, disputedOf } from '../domain/position.ts';
import type { ClaimAction, TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import {
  type Contracts,
  informationLimit,
  limitsOf,
  reopeningLimit,
} from '../domain/tasks/limits-of-claim.ts';
import { openParts } from '../domain/tasks/open-parts.ts';
import { sum, toDollars } from '../edi/money.ts';
import {
  type CarcRule,
  carcRules,
  dataErrors,
  nextPayerReasons,
  otherCarc,
  otherPayerFirst,
  wholeReduction,
} from './carc-policy.ts';

/** The work that a denied or partly denied claim needs: derived from CAS, remarks and the payer's limits. */
export const describeDenial = (claim: Claim, contracts: Contracts): TaskDraft<ClaimAction> => {
  const disputed = disputedOf(claim);
  const adjudication = effectiveAdjudication(claim);
  const remarks = adjudication ? remarksOf(adjudication) : [];
  const first = priorityPayerOf(claim);
  const carc = first ? otherPayerFirst : mainRule(disputed);
  return {
    kind: 'denial',
    owner: carc.owner,
    title: `${carc.words}: $${toDollars(claimPosition(claim).open)} open`,
    reasons: [
      ...(first ? [{ code: 'NM1*PR', text: `Is to be billed first: ${saidAs(first)}` }] : []),
      ...correctionReason(adjudication),
      ...disputed.map(toReason),
      ...remarks.map((remark) => ({ code: remark, text: remarkWords(remark) })),
    ],
    // MA130 decides before any CARC.
    advice: remarks.includes(unprocessableRemark)
      ? 'The payer could not process the claim: mend what the remark codes name and send a new claim. It cannot be appealed.'
      : carc.advice,
    actions: actionsFor(claim, contracts, { carc, disputed, remarks }),
    limits: [
      ...limitsOf(claim, contracts),
      ...reopeningLimit(claim, contracts.payer, 'keep-waiting'),
      ...(asksForRecords(disputed) ? informationLimit(contracts.payer, adjudication?.paymentDate) : []),
    ],
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

/** The largest disputed amount decides which desk works the denial. */
const mainRule = (disputed: readonly Adjustment[]): CarcRule => {
  const [largest] = [...disputed].sort((a, b) => b.amount - a.amount);
  return largest ? ruleOf(largest) : otherCarc;
};

const ruleOf = ({ reason, group }: Adjustment): CarcRule =>
  carcRules[reason] ?? (group !== 'PR' && isRoutineInPart(reason) ? wholeReduction : otherCarc);

const toReason = (adjustment: Adjustment): TaskReason => {
  const { group, reason, amount } = adjustment;
  return {
    code: `${group}-${reason}`,
    text: `${ruleOf(adjustment).words} ($${toDollars(amount)})`,
  };
};

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

/**
 * What the payer leaves to another one: the patient's responsibility, what the patient may not be billed and a later
 * payer may (OA-209), and reasons of benefit and coverage. Data errors are mended with this payer first.
 */
const isForNextPayer = ({ group, reason, amount }: Adjustment): boolean =>
  amount <= 0 || nextPayerReasons.has(reason) || (group === 'PR' && !dataErrors.has(reason));

/**
 * Whether the next payer may be billed for all that is open. What this payer took back beside its decisions is not in
 * them, so that the next one would not hear of it.
 */
const isAllForNextPayer = (claim: Claim, disputed: readonly Adjustment[]): boolean =>
  disputed.every(isForNextPayer) && claimPosition(claim).open <= sum(disputed.map(({ amount }) => amount));

const mayBeReopened = (claim: Claim, { payer }: Contracts): boolean =>
  reopeningLimit(claim, payer, 'keep-waiting').length > 0;

const asksForRecords = (disputed: readonly Adjustment[]): boolean =>
  disputed.some(({ reason }) => asksForDocuments(reason));

/** What of a decision says how it is worked. */
type Denial = {
  readonly carc: CarcRule;
  readonly disputed: readonly Adjustment[];
  readonly remarks: readonly string[];
};

/**
 * The patient may be billed only what the payer puts to group PR, and nothing while another payer may still pay; the
 * next payer only if there is one that was not billed yet; MA130 has no appeal, and neither has a decision of the
 * contract's last level.
 */
const actionsFor = (
  claim: Claim,
  contracts: Contracts,
  { carc, disputed, remarks }: Denial,
): TaskDraft<ClaimAction>['actions'] => {
  const allowed = (action: ClaimAction): boolean => {
    const mayGoOn = claim.nextPayers.length > 0 && claim.nextClaimId === undefined;
    if (action === 'bill-patient')
      return claim.nextPayers.length === 0 && disputed.every(({ group }) => group === 'PR');
    if (action === 'bill-next-payer') return mayGoOn && isAllForNextPayer(claim, disputed);
    if (action !== 'appeal') return true;
    return !remarks.includes(unprocessableRemark) && mayAppealAgain(claim, contracts.payer);
  };
  // Whom the patient's share would go to is the next payer, where there is one.
  const worked = carc.actions.flatMap((action): ClaimAction[] =>
    action === 'bill-patient' ? [action, 'bill-next-payer'] : [action],
  );
  const next = ['bill-next-payer', 'write-off'] as const;
  // What the payer asked for, or a request to reopen for a clerical error, is sent by itself, and then waited for.
  const isSent = asksForRecords(disputed) || mayBeReopened(claim, contracts);
  const asked = isSent ? (['keep-waiting'] as const) : [];
  const parts = openParts(claim).length > 0 ? (['decide-parts'] as const) : [];
  const [first, ...rest] = [...worked, ...asked, ...next, ...parts].filter(allowed);
  return [first ?? 'write-off', ...new Set(rest.filter((action) => action !== first))];
};
