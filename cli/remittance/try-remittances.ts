import { readFileSync } from 'node:fs';
import type { Claim } from '../../functions/domain/claim.ts';
import { contentDigest } from '../../functions/domain/digest.ts';
import type { Finding } from '../../functions/domain/finding.ts';
import { encounterPosition } from '../../functions/domain/ledger/encounter-position.ts';
import {
  differingTellings,
  type Held,
  type Payment,
  type ProviderAdjustment,
  progressOf,
} from '../../functions/domain/ledger/payment.ts';
import {
  foldProviderLedger,
  type StandingAdjustment,
} from '../../functions/domain/ledger/provider-ledger.ts';
import { identifyAdjustments } from '../../functions/domain/ledger/provider-level/entry.ts';
import { claimPosition, disputedOf, type Position } from '../../functions/domain/position.ts';
import { splitInterchanges } from '../../functions/edi/envelope/split-interchanges.ts';
import { type Cents, zero } from '../../functions/edi/money.ts';
import { postPart } from '../../functions/remittance/post-part.ts';
import { outlinePayments } from '../../functions/remittance/staging/outline-payments.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';
import { readTrialClaims, type TrialClaims } from './trial-claims.ts';
import { type TrialRecords, trialPartner, trialRecords } from './trial-records.ts';

/** Where a claim stands after a trial; amounts in cents. */
export type TrialPosition = Position & {
  readonly claimId: string;
  /** An amount for each line and reason that somebody has to decide. */
  readonly disputed: readonly Cents[];
  readonly status: Claim['status'];
  /** The visit, over all its payers. */
  readonly encounter: Position;
};

/** A provider-level adjustment with what it does among all of the trial's. */
export type TrialAdjustment = ProviderAdjustment &
  Partial<Pick<StandingAdjustment, 'kind' | 'standing' | 'unannounced'>>;

/** What became of a payment in a trial. */
export type TrialPayment = Pick<Payment, 'trace' | 'amount'> & {
  readonly providerLevel: readonly TrialAdjustment[];
  /** What stands on claims by it. */
  readonly posted: Cents;
  readonly held: readonly {
    readonly claim?: string | undefined;
    readonly amount?: Cents | undefined;
    readonly reference?: string | undefined;
    readonly reason: string;
    /** What of ours it may be about, where it matches nothing for sure. */
    readonly candidates?: Held['candidates'];
  }[];
  /** How many files told of it, and how many of them not as the first one did. */
  readonly told: number;
  readonly toldOtherwise: number;
};

export type Trial = { readonly claims: readonly TrialPosition[]; readonly payments: readonly TrialPayment[] };

/** Posts remittance files in their order to the claims of a file, in memory, and tells what would stand. */
export const tryRemittances = async (claimsFile: string, files: readonly string[]): Promise<Trial> => {
  const { trial, claims: sent } = readTrialClaims(claimsFile);
  const records = trialRecords(sent, trial);
  const unread: TrialPayment[] = [];
  for (const file of files) {
    const losses = await postFile(readFileSync(file), records);
    if (losses.length > 0) unread.push(unreadPart(losses));
  }
  const all = [...records.claims.values()];
  const payments = [...records.payments.payments.values()];
  const told = payments.map((one) => toTrialPayment(one, records, standingsOf(payments, trial)));
  return {
    claims: all.map((claim) => positionOf(claim, all)),
    payments: [...unread, ...(await Promise.all(told))],
  };
};

/** Posts a file as the product does, each of its interchanges, and returns what of it cannot be read. */
const postFile = async (
  content: Uint8Array,
  { payments: { staged }, effects }: TrialRecords,
): Promise<readonly Finding[]> => {
  const unread: Finding[] = [];
  for (const text of interchangesIn(new TextDecoder().decode(content))) {
    unread.push(...outlinePayments(text).losses);
    await stage835({ partnerId: trialPartner, fileId: contentDigest(content), text }, effects);
    for (const part of staged.splice(0)) await postPart(part, effects);
  }
  return unread;
};

/** A file of nothing is read as well: that it says nothing is told. */
const interchangesIn = (text: string): readonly string[] => {
  const interchanges = splitInterchanges(text);
  return interchanges.length > 0 ? interchanges : [text];
};

const positionOf = (claim: Claim, all: readonly Claim[]): TrialPosition => ({
  claimId: claim.claimId,
  ...claimPosition(claim),
  disputed: disputedOf(claim).map(({ amount }) => amount),
  status: claim.status,
  encounter: encounterPosition(all.filter(({ encounterId }) => encounterId === claim.encounterId)),
});

type Standings = ReadonlyMap<string, StandingAdjustment>;

/** What each adjustment does: what it is about may come after it, so all payments are folded together. */
const standingsOf = (payments: readonly Payment[], { practice: { taxId } }: TrialClaims): Standings =>
  new Map(foldProviderLedger(payments, { taxId }).adjustments.map((one) => [one.entryId, one]));

const toTrialPayment = async (
  payment: Payment,
  { payments }: TrialRecords,
  standings: Standings,
): Promise<TrialPayment> => {
  const { trace, amount, paymentId, tellings } = payment;
  const { posted, held } = progressOf(payment, await payments.records.partsOf(paymentId));
  return {
    trace,
    amount,
    posted,
    providerLevel: identifyAdjustments(payment).map(({ entryId, adjustment }) =>
      toTrialAdjustment(adjustment, standings.get(entryId)),
    ),
    held: held.map(toTrialHeld),
    told: tellings.length,
    toldOtherwise: differingTellings(payment).length,
  };
};

const toTrialAdjustment = (
  adjustment: ProviderAdjustment,
  known: StandingAdjustment | undefined,
): TrialAdjustment => ({
  ...adjustment,
  ...(known && { kind: known.kind, standing: known.standing }),
  ...(known?.unannounced !== undefined && { unannounced: known.unannounced }),
});

/** What of a file could not be read belongs to no payment that is known. */
const unreadPart = (losses: readonly Finding[]): TrialPayment => ({
  trace: 'not read',
  amount: zero,
  posted: zero,
  providerLevel: [],
  told: 1,
  toldOtherwise: 0,
  held: losses.map(({ code, path, detail }) => ({ reason: `${code} ${path}: ${detail}` })),
});

const toTrialHeld = ({
  claim,
  amount,
  reference,
  detail,
  candidates,
}: Held): TrialPayment['held'][number] => ({
  claim,
  amount,
  reference,
  reason: detail,
  ...(candidates && { candidates }),
});
