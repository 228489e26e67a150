import { readFileSync } from 'node:fs';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Finding } from '../../functions/domain/finding.ts';
import { encounterPosition } from '../../functions/domain/ledger/encounter-position.ts';
import type { Held } from '../../functions/domain/ledger/payment.ts';
import { claimPosition, disputedOf, type Position } from '../../functions/domain/position.ts';
import { type Cents, zero } from '../../functions/edi/money.ts';
import { type PostedPayment, postPayment } from '../../functions/remittance/post-payment.ts';
import { readPayments } from '../../functions/remittance/post-remittances.ts';
import { readTrialClaims } from './trial-claims.ts';
import { trialPartner, trialRecords } from './trial-records.ts';

/** Where a claim stands after a trial; amounts in cents. */
export type TrialPosition = Position & {
  readonly claimId: string;
  /** An amount for each line and reason that somebody has to decide. */
  readonly disputed: readonly Cents[];
  readonly status: Claim['status'];
  /** The visit, over all its payers. */
  readonly encounter: Position;
};

/** What became of a payment in a trial. */
export type TrialPayment = Pick<PostedPayment, 'trace' | 'amount' | 'posted' | 'providerLevel'> & {
  readonly held: readonly {
    readonly claim?: string | undefined;
    readonly amount?: Cents | undefined;
    readonly reference?: string | undefined;
    readonly reason: string;
  }[];
};

export type Trial = { readonly claims: readonly TrialPosition[]; readonly payments: readonly TrialPayment[] };

/** Posts remittance files in their order to the claims of a file, in memory, and tells what would stand. */
export const tryRemittances = async (claimsFile: string, files: readonly string[]): Promise<Trial> => {
  const { trial, claims: sent } = readTrialClaims(claimsFile);
  const { claims, effects } = trialRecords(sent, trial.practice);
  const payments: TrialPayment[] = [];
  for (const file of files) {
    const { payments: read, losses } = readPayments(readFileSync(file, 'utf8'));
    if (losses.length > 0) payments.push(unreadPart(losses));
    for (const payment of read)
      payments.push(toTrialPayment(await postPayment(payment, trialPartner, effects)));
  }
  const all = [...claims.values()];
  return { claims: all.map((claim) => positionOf(claim, all)), payments };
};

const positionOf = (claim: Claim, all: readonly Claim[]): TrialPosition => ({
  claimId: claim.claimId,
  ...claimPosition(claim),
  disputed: disputedOf(claim).map(({ amount }) => amount),
  status: claim.status,
  encounter: encounterPosition(all.filter(({ encounterId }) => encounterId === claim.encounterId)),
});

const toTrialPayment = ({ trace, amount, posted, providerLevel, held }: PostedPayment): TrialPayment => ({
  trace,
  amount,
  posted,
  providerLevel,
  held: held.map(toTrialHeld),
});

/** What of a file could not be read belongs to no payment that is known. */
const unreadPart = (losses: readonly Finding[]): TrialPayment => ({
  trace: 'not read',
  amount: zero,
  posted: zero,
  providerLevel: [],
  held: losses.map(({ code, path, detail }) => ({ reason: `${code} ${path}: ${detail}` })),
});

const toTrialHeld = ({ claim, amount, reference, detail }: Held): TrialPayment['held'][number] => ({
  claim,
  amount,
  reference,
  reason: detail,
});
