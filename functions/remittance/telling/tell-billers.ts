import type { Held, PaidTo } from '../../domain/ledger/payment.ts';
import type { PostingEffects } from '../../domain/posting.ts';
import { describeUnposted } from '../describe-unposted.ts';
import { isQuiet } from '../held.ts';
import { describeForeign } from './describe-foreign.ts';

/** What of a payment is not posted: by its trace number, and as one task for each practice. */
type Unposted = {
  readonly trace: string;
  readonly held: readonly Held[];
  readonly taskId: string;
  /** Where there is a payment, and not just a file. */
  readonly paymentId?: string;
  /** Whom it pays, where that is known: a practice that is paid under the same numbers has no part in it. */
  readonly practiceId?: string | undefined;
};

type TellingEffects = Pick<PostingEffects, 'practicesPaid' | 'practicesOf' | 'raiseTask'>;

/**
 * Asks a biller of each practice that something held concerns, once by the id of the task: who is paid, of
 * all of it but what is another payee's; whose claim is named, of that claim; and where the payee is nobody of ours, all
 * that work with the partner, of how much is left over.
 */
export const tellBillers = async (
  { trace, held, taskId, paymentId, practiceId: paid }: Unposted,
  paidTo: PaidTo,
  effects: TellingEffects,
): Promise<void> => {
  if (held.length === 0) return;
  const { partnerId } = paidTo;
  const payees = paid === undefined ? await effects.practicesPaid(paidTo) : [paid];
  const owned = held.flatMap(({ practiceId }) => practiceId ?? []);
  const leftOver = payees.length > 0 ? 0 : held.length - owned.length;
  const finders = leftOver > 0 ? await effects.practicesOf(partnerId) : [];
  for (const practiceId of new Set([...payees, ...owned, ...finders])) {
    const share = paidShare(practiceId, payees, held);
    // What is quiet is counted and shown with its payment.
    if (payees.includes(practiceId) && share.every(isQuiet)) continue;
    const draft = payees.includes(practiceId)
      ? { ...describeUnposted(trace, share), ...(paymentId && { paymentId }) }
      : describeForeign(trace, claimsOf(practiceId, held), finders.includes(practiceId) ? leftOver : 0);
    await effects.raiseTask(draft, { partnerId, practiceId }, taskId);
  }
};

/** Several practices may be paid under one number: each then leaves the others' claims to them. */
const paidShare = (practiceId: string, payees: readonly string[], held: readonly Held[]): readonly Held[] =>
  held.filter((one) => one.practiceId === practiceId || !payees.includes(one.practiceId ?? ''));

const claimsOf = (practiceId: string, held: readonly Held[]): readonly Held[] =>
  held.filter((one) => one.practiceId === practiceId);
