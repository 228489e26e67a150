import type { Adjudication } from '../domain/claim.ts';
import type { Standing } from '../domain/ledger/decision-standing.ts';
import type { Held } from '../domain/ledger/payment.ts';
import { otherSystemClaim } from '../domain/ledger/resolution.ts';
import type { IdentifiedClaim } from '../domain/ledger/staged-part.ts';
import { toDollars } from '../edi/money.ts';
import { claimPath } from './check-balance.ts';
import type { Unmatched } from './matching/claim-candidates.ts';

/**
 * Whether a held claim needs nobody: one that another system billed for the practice stands in every remittance for
 * months after a change of systems. It is counted and shown with its payment, and raises no task.
 */
export const isOfAnotherSystem = ({ code }: Pick<Held, 'code'>): boolean => code === otherSystemClaim;

const reversalWaits = 'reversal-waits';
const decidedBefore = 'decided-before';

/**
 * Whether it is a reversal whose decision has not come: it is posted, and counts once that comes. It is a part of its
 * payment; the daily review asks about it when none comes.
 */
export const waitsForDecision = ({ code }: Pick<Held, 'code'>): boolean => code === reversalWaits;

/** Whether nobody has to look at what is held: another system's claim, or, for now, a reversal that came early. */
export const isQuiet = (held: Pick<Held, 'code'>): boolean =>
  isOfAnotherSystem(held) || waitsForDecision(held);

/** Whether what is held is with its claim already, and only does not count there. */
export const standsWithClaim = ({ code }: Pick<Held, 'code'>): boolean =>
  code === reversalWaits || code === decidedBefore;

/** Decisions that are kept with the claim and do not count there: somebody has to know of them. */
export const reasonsToHold: Partial<Record<Standing, Pick<Held, 'code' | 'detail'>>> = {
  surplus: {
    code: decidedBefore,
    detail: 'its lines are decided already, and nothing takes that back',
  },
  waiting: {
    code: reversalWaits,
    detail: 'it takes back a decision that has not come; it counts once that comes',
  },
};

/** A claim that matches nothing of ours for sure, with what comes close. */
export const holdUnmatched = (
  placed: IdentifiedClaim,
  { candidates, isOfAnotherSystem: isForeign }: Unmatched,
): Held => {
  if (isForeign) return holdClaim(placed, otherSystemClaim, 'another system billed this claim');
  const held = holdClaim(placed, 'unmatched-claim', unmatchedDetail(candidates.length));
  return candidates.length > 0 ? { ...held, candidates: [...candidates] } : held;
};

const unmatchedDetail = (candidates: number): string => {
  if (candidates === 0) return 'we did not send this claim';
  return `none of our claims is meant for sure; ${candidates} ${candidates === 1 ? 'comes' : 'come'} close`;
};

/** A claim of the payment that is held back, with what a person needs to find it. */
export const holdClaim = (placed: IdentifiedClaim, code: string, detail: string): Held => {
  const { patientControlNumber, payerControlNumber, paid } = placed.claim;
  return {
    code,
    path: claimPath(placed),
    detail: `${patientControlNumber.trim()} (${toDollars(paid)}): ${detail}`,
    adjudicationId: placed.adjudicationId,
    claim: patientControlNumber.trim(),
    amount: paid,
    ...(payerControlNumber && { reference: payerControlNumber }),
  };
};

/** A decision of another payment that stood until this one came, which is dated before it. */
export const holdOvertaken = (
  placed: IdentifiedClaim,
  { paid, traceNumber, paymentDate }: Adjudication,
): Held => ({
  code: decidedBefore,
  path: claimPath(placed),
  detail: `${placed.claim.patientControlNumber.trim()}: payment ${traceNumber} of ${paymentDate} decided it, too (${toDollars(paid)}); that counts no more, for this one is dated before it, and nothing takes it back`,
  claim: placed.claim.patientControlNumber.trim(),
});

/** A record has room for so many findings; whoever works them sees the file. */
const heldAtMost = 200;

/** The first findings, and how many more there are: a record has no room for thousands. */
export const atMost = (held: readonly Held[], most = heldAtMost): Held[] => {
  if (held.length <= most) return [...held];
  const detail = `${held.length - most} more findings of this kind are in the file`;
  return [...held.slice(0, most), { code: 'more', path: '', detail }];
};
