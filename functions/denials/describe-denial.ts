import { exceptionRule } from '../domain/appeals/filing-exception.ts';
import { asksForDocuments } from '../domain/appeals/preparation.ts';
import type { Adjudication, Adjustment, Claim, PayerSaid } from '../domain/claim.ts';
import { priorityPayerOf } from '../domain/coordination/priority-payer.ts';
import {
  type KnownPayers,
  type SuggestedPayer,
  suggestedPayer,
} from '../domain/coordination/suggested-payer.ts';
import { factsOfReason, reasonFacts, unknownReason } from '../domain/denials/reasons.ts';
import type { PracticeRouting } from '../domain/denials/route-adjustment.ts';
import { isAmong, type RoutedClaim, routeClaim, routedAdjustment } from '../domain/denials/route-claim.ts';
import { isRoutineInPart } from '../domain/ledger/adjustment-class.ts';
import { remarksOf, unprocessableRemark } from '../domain/ledger/decision.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { isPatientSubscriber } from '../domain/party.ts';
import { isOriginalMedicare, type Payer } from '../domain/payer.ts';
import { claimPosition, disputedOf, type PlacedAdjustment } from '../domain/position.ts';
import type { ClaimAction, TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import type { DecidedPart } from '../domain/tasks/decided-part.ts';
import {
  type Contracts,
  informationLimit,
  limitsOf,
  reopeningLimit,
} from '../domain/tasks/limits-of-claim.ts';
import { openParts } from '../domain/tasks/open-parts.ts';
import { sum, toDollars } from '../edi/money.ts';

/**
 * The work that a denied or partly denied claim needs: derived from CAS, remarks, the payer's limits, and the tables of
 * the practice and of the house. Where other desks have parts of the claim, of the parts `own` alone: these are decided
 * by amounts, for what is written off or billed of all would be theirs, too.
 */
export const describeDenial = (
  claim: Claim,
  contracts: Contracts & { readonly known?: KnownPayers },
  practice?: PracticeRouting,
  own?: readonly DecidedPart[],
): TaskDraft<ClaimAction> => {
  const disputed = disputedOf(claim).filter((one) => isAmong(own, one));
  const adjudication = effectiveAdjudication(claim);
  const remarks = adjudication ? remarksOf(adjudication) : [];
  const first = priorityPayerOf(claim);
  const routed = routeClaim(claim, contracts.payer, practice, own);
  const open = own ? sum(own.map(({ amount }) => amount)) : claimPosition(claim).open;
  const words = first ? 'Another payer comes first' : wordsOf(disputed);
  const suggested = suggestionFor(claim, contracts, disputed);
  return {
    kind: 'denial',
    owner: routed.route.desk,
    title: `${words}: $${toDollars(open)} open`,
    reasons: [
      ...(first ? [{ code: 'NM1*PR', text: `Is to be billed first: ${saidAs(first)}` }] : []),
      ...correctionReason(adjudication, isPatientSubscriber(claim.coverage)),
      ...disputed.map(toReason),
      ...remarks.map((remark) => ({ code: remark, text: remarkWords(remark) })),
      ...exceptionReason(disputed, contracts.payer),
      ...suggestionReason(suggested),
      ...routingReason(routed),
    ],
    advice: adviceFor(remarks, routed, suggested),
    actions: own ? beside(actionsFor(claim, contracts, routed)) : actionsFor(claim, contracts, routed),
    limits: [
      ...limitsOf(claim, contracts),
      ...reopeningLimit(claim, contracts.payer, 'keep-waiting'),
      ...(asksForRecords(disputed) ? informationLimit(contracts.payer, adjudication?.paymentDate) : []),
    ],
    routing: routed.by,
    ...(suggested && { suggestedPayer: suggested.said }),
  };
};

/** Who is owed the claim by what its payer says, in the largest amount that is disputed. */
const suggestionFor = (
  claim: Claim,
  { payer, known }: Contracts & { readonly known?: KnownPayers },
  disputed: readonly PlacedAdjustment[],
): SuggestedPayer | undefined => {
  const [largest] = disputed.toSorted((one, other) => other.amount - one.amount);
  return known && suggestedPayer(claim, payer, known, largest && routedAdjustment(claim, payer, largest));
};

/** Original Medicare extends its limit for filing on request, in four cases; who asks names which. */
const exceptionReason = (disputed: readonly Adjustment[], payer: Payer): readonly TaskReason[] =>
  isLateToMedicare(disputed, payer)
    ? [
        {
          code: exceptionRule,
          text: 'An exception to the limit may be asked for, if one applies. It is no appeal: the request is prepared here',
        },
      ]
    : [];

const isLateToMedicare = (disputed: readonly Adjustment[], payer: Payer): boolean =>
  isOriginalMedicare(payer) && disputed.some(({ reason }) => reason === '29');

const suggestionReason = (suggested: SuggestedPayer | undefined): readonly TaskReason[] =>
  suggested
    ? [
        {
          code: 'Other payer',
          text:
            suggested.said.memberId === undefined && suggested.by === 'payer'
              ? `The practice has a contract with ${suggested.payerName}: it is chosen below`
              : `The patient’s record has ${suggested.payerName} on this day: it is filled in below`,
        },
      ]
    : [];

/** MA130 decides before any CARC. */
const adviceFor = (
  remarks: readonly string[],
  { route }: RoutedClaim,
  suggested: SuggestedPayer | undefined,
): string => {
  if (remarks.includes(unprocessableRemark) && !suggested)
    return 'The payer could not process the claim: mend what the remark codes name and send a new claim. It cannot be appealed.';
  return suggested
    ? `${suggested.payerName} likely owes the claim: compare member number and place below with the card, then bill it. ${route.advice}`
    : route.advice;
};

const saidAs = ({ name, id }: PayerSaid): string =>
  [name, id && `number ${id}`].filter(Boolean).join(', ') || 'a payer that it does not name';

/** Which fields of the insured differ in the payer's records; the values stand on the page alone, which is no mail. */
const correctionReason = (
  adjudication: Adjudication | undefined,
  isPatientInsured: boolean,
): readonly TaskReason[] => {
  const insured = adjudication?.correctedInsured ?? {};
  const fields = insuredFields.filter(([field]) => insured[field] !== undefined).map(([, words]) => words);
  if (fields.length === 0) return [];
  const isNamed = insured.lastName !== undefined || insured.firstName !== undefined;
  const next =
    isNamed && !isPatientInsured
      ? 'see below whether the patient’s or the policy holder’s name is meant, and mend that'
      : 'it is filled in below';
  const text = `The payer’s records have another ${fields.join(', ')}: ${next}`;
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

const mayBeReopened = (claim: Claim, { payer }: Contracts): boolean =>
  reopeningLimit(claim, payer, 'keep-waiting').length > 0;

const asksForRecords = (disputed: readonly Adjustment[]): boolean =>
  disputed.some(({ reason }) => asksForDocuments(reason));

/** What the table offers; what the payer asked for, or a request to reopen, is sent by itself and then waited for. */
const actionsFor = (
  claim: Claim,
  contracts: Contracts,
  { actions: [first, ...others] }: RoutedClaim,
): TaskDraft<ClaimAction>['actions'] => {
  const isSent =
    asksForRecords(disputedOf(claim)) ||
    isLateToMedicare(disputedOf(claim), contracts.payer) ||
    mayBeReopened(claim, contracts);
  const asked = isSent ? (['keep-waiting'] as const) : [];
  const parts = openParts(claim).length > 0 ? (['decide-parts'] as const) : [];
  const rest = new Set<ClaimAction>([...others, ...asked, ...parts]);
  rest.delete(first);
  return [first, ...rest];
};

/** What a desk may do of a claim while others have parts of it. */
const beside = (actions: readonly ClaimAction[]): TaskDraft<ClaimAction>['actions'] => {
  const [first = 'decide-parts', ...others] = actions.filter(
    (action) => action !== 'write-off' && action !== 'bill-patient',
  );
  return [first, ...others];
};
