import { forwardedClaim } from '../../functions/coordination/next-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { isSameClaim } from '../../functions/domain/ids.ts';
import { rulesOfPayer } from '../../functions/domain/ledger/adjustment-class.ts';
import { knownControlNumbers } from '../../functions/domain/ledger/decision.ts';
import type { PostingEffects, Recovery } from '../../functions/domain/posting.ts';
import { type TrialClaims, trialPractice } from './trial-claims.ts';
import { type TrialPayments, trialPayments } from './trial-payments.ts';

/** Through whom all files of a trial come. */
export const trialPartner = 'trial';

/** The records of a trial, in memory: posting changes claims, and nobody waits or works. */
export type TrialRecords = {
  readonly claims: Map<string, Claim>;
  readonly payments: TrialPayments;
  readonly effects: PostingEffects;
};

/** Records that hold these claims and nothing else. */
export const trialRecords = (
  sent: readonly Claim[],
  { practice: { npi, taxId, adjustmentClasses }, payers: contracts }: TrialClaims,
): TrialRecords => {
  const claims = new Map(sent.map((claim) => [claim.claimId, claim]));
  const recoveries = new Map<string, Recovery>();
  const keep = (claim: Claim): Claim => {
    claims.set(claim.claimId, claim);
    return claim;
  };
  const payments = trialPayments(async ({ npis, taxIds }) =>
    npis.includes(npi) || taxIds.includes(taxId) ? trialPractice : undefined,
  );
  const effects: PostingEffects = {
    payments: payments.records,
    billingOf: async ({ payerId }) => ({
      npis: [npi],
      taxIds: [taxId],
      partnerIds: [trialPartner],
      contracts,
      classRules: rulesOfPayer(adjustmentClasses, payerId),
    }),
    findClaim: async (claimId) => claims.get(claimId),
    claimsByPayerControlNumber: async (number) =>
      [...claims.values()].filter((claim) => knownControlNumbers(claim).includes(number)),
    claimsByDateOfService: async (practiceId, dateOfService) =>
      [...claims.values()].filter(
        (claim) => claim.practiceId === practiceId && claim.dateOfService === dateOfService,
      ),
    forwardedClaim: async (claim) => {
      const forwarded = forwardedClaim(claim, claim.createdAt);
      return [...claims.values()].find((one) => isSameClaim(one, forwarded)) ?? keep(forwarded);
    },
    saveRecovery: async (number, recovery) =>
      void recoveries.set(`${number}/${recovery.takeback.takebackId}`, recovery),
    recoveriesOf: async (wanted) =>
      [...recoveries].filter(([key]) => key.startsWith(`${wanted}/`)).map(([, recovery]) => recovery),
    changeClaim: async (claimId, decide) => {
      const before = claims.get(claimId);
      const change = before && decide(before);
      return change ? keep({ ...change.claim, version: change.claim.version + 1 }) : before;
    },
    answerWait: async () => {},
    findSentFile: async () => undefined,
    readSentFile: async () => undefined,
    holdBatch: async () => undefined,
    noteFileAnswer: async () => undefined,
    reopenClaim: async () => {},
    practicesPaid: async () => [],
    practicesOf: async () => [],
    followAllowed: async () => {},
    withdrawOutdated: async () => {},
    raiseTask: async () => {},
  };
  return { claims, payments, effects };
};
