import { dateIn } from '../domain/calendar/time-zone.ts';
import type { Claim } from '../domain/claim.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import type { Payment } from '../domain/ledger/payment.ts';
import { foldProviderLedger, type LedgerAccount } from '../domain/ledger/provider-ledger.ts';
import { type AgedLedger, ageOf } from '../domain/ledger/provider-level/account-age.ts';
import type { AccountDecision } from '../domain/ledger/provider-level/account-decision.ts';
import { numbersNamedBy } from '../domain/ledger/provider-level/reference.ts';
import type { Practice } from '../domain/practice.ts';

/** The practice as far as its ledger needs it. */
export type LedgerPractice = Pick<
  Practice,
  'practiceId' | 'taxId' | 'timeZone' | 'openAccountPayments' | 'openAccountDays'
>;

export type LedgerEffects = {
  readonly paymentsOf: (practiceId: string) => Promise<readonly Payment[]>;
  readonly accountDecisionsOf: (practiceId: string) => Promise<readonly AccountDecision[]>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly claimsByPayerControlNumber: (payerControlNumber: string) => Promise<readonly Claim[]>;
};

/** The provider-level ledger of a practice on the day that it is there, folded from all that was paid and decided. */
export const readLedger = async (
  practice: LedgerPractice,
  now: Date,
  effects: LedgerEffects,
): Promise<AgedLedger> => {
  const { practiceId, taxId, timeZone } = practice;
  const payments = await effects.paymentsOf(practiceId);
  const decisions = await effects.accountDecisionsOf(practiceId);
  const { accounts } = foldProviderLedger(payments, { taxId });
  const onClaims = await takenUpByClaims(accounts, practiceId, effects);
  const ledger = foldProviderLedger(payments, { taxId, decisions, onClaims });
  const today = dateIn(timeZone, now);
  return {
    ...ledger,
    accounts: ledger.accounts.map((account) => ({ ...account, age: ageOf(account, today, practice) })),
  };
};

/** The unannounced recoveries that stand on claims of the practice: there they are open, or explained. */
const takenUpByClaims = async (
  accounts: readonly LedgerAccount[],
  practiceId: string,
  effects: LedgerEffects,
): Promise<ReadonlySet<string>> => {
  const taken = new Set<string>();
  for (const account of accounts) {
    if (account.kind !== 'takeback') continue;
    const claims = await claimsNamedBy(account.opened.reference, effects);
    if (claims.some((claim) => claim.practiceId === practiceId && standsOn(claim, account)))
      taken.add(account.accountId);
  }
  return taken;
};

const claimsNamedBy = async (
  reference: string | undefined,
  { findClaim, claimsByPayerControlNumber }: LedgerEffects,
): Promise<readonly Claim[]> => {
  const found = await Promise.all(
    numbersNamedBy(reference).map(async (number) => {
      const ours = parsePatientControlNumber(number);
      return ours ? [await findClaim(ours.claimId)] : claimsByPayerControlNumber(number);
    }),
  );
  return found.flat().filter((claim) => claim !== undefined);
};

const standsOn = ({ takebacks }: Claim, { opened }: LedgerAccount): boolean =>
  takebacks.some(
    ({ traceNumber, paymentDate, reference, amount }) =>
      traceNumber === opened.trace &&
      paymentDate === opened.date &&
      reference === opened.reference &&
      amount > 0,
  );
