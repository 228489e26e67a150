import {
  type ActingPerson,
  type PaymentAnswer,
  type ResolveHeld,
  refusal,
} from '../../domain/ledger/payment-action.ts';
import type { Resolution } from '../../domain/ledger/resolution.ts';
import { standsWithClaim } from '../held.ts';
import { answerWith, type ByHandEffects } from './by-hand-effects.ts';
import { findDecision, type HeldDecision, type HeldName } from './held-decision.ts';
import { matchHeld } from './match-held.ts';

/** A part has room for so many words of people; whoever has more to say works the claim. */
const saidAtMost = 200;

/**
 * Does what a person says of a held decision: it is posted to the transmission named, counted as another system's, or
 * kept with who looked at it. Said again it adds nothing; what is posted already cannot be called otherwise.
 */
export const resolveHeld = async (
  name: HeldName,
  request: ResolveHeld,
  person: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const decision = await findDecision(name, effects);
  if (decision === undefined) return { outcome: 'unknown' };
  const posted = decision.said.find((one) => one.posted);
  if (posted) return answerPosted(posted, request, decision, effects);
  const [why] = decision.held;
  if (why === undefined)
    return refusal('posted-already', 'adjudicationId', 'The decision is posted from another file');
  if (request.action === 'match') return matchHeld(decision, request, person, effects);
  if (request.action === 'other-system' && standsWithClaim(why))
    return refusal(why.code, 'action', `It is kept with a claim of ours. ${why.detail}`);
  return note(decision, request, person, effects);
};

const answerPosted = async (
  { claimId, submissionNumber }: Resolution,
  request: ResolveHeld,
  { payment }: HeldDecision,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const isSame =
    request.action === 'match' &&
    request.claimId === claimId &&
    request.submissionNumber === submissionNumber;
  return isSame
    ? answerWith(payment.paymentId, effects)
    : refusal(
        'matched-before',
        'adjudicationId',
        `It is posted to ${claimId}, transmission ${submissionNumber}`,
      );
};

/** Notes what a person says, once. */
const note = async (
  { payment, part, adjudicationId, said }: HeldDecision,
  { action, note: words }: Exclude<ResolveHeld, { readonly action: 'match' }>,
  { by, now }: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const last = said.at(-1);
  if (last?.action === action && last.note === words) return answerWith(payment.paymentId, effects);
  if ((part.resolutions ?? []).length >= saidAtMost)
    return refusal(
      'too-many-notes',
      'note',
      'So much is said of these claims that there is no room for more',
    );
  const at = now.toISOString();
  await effects.payments.changePart(part, ({ resolutions = [], ...before }) => ({
    ...before,
    resolutions: [...resolutions, { adjudicationId, action, note: words, by, at }],
  }));
  return answerWith(payment.paymentId, effects);
};
