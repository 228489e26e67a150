import type { Claim, Takeback } from './claim.ts';
import type { DecideClaim } from './claim-change.ts';
import type { PartnerFile } from './partner-file.ts';
import type { TaskDraft } from './task-draft.ts';
import type { AnswerWait } from './wait.ts';

/** A file of a trading partner, as its readers get it. */
export type ReceivedFile = { readonly partnerId: string; readonly fileId: string; readonly text: string };

/** Whom a partner pays (1000B): tells which practice money belongs to when no claim does. */
export type Payee = { readonly partnerId: string; readonly id: string };

/** To whom money for a claim may be paid, and through which partners remittances about it may come. */
export type ClaimBilling = {
  readonly npis: readonly string[];
  readonly taxIds: readonly string[];
  readonly partnerIds: readonly string[];
};

/** What a reader of partner files may do to the records. All of it may be done again without a second effect. */
export type PostingEffects = {
  /** Changes a claim that we know and returns it; undefined when we never sent such a claim. */
  readonly changeClaim: (claimId: string, decide: DecideClaim) => Promise<Claim | undefined>;
  /** Who bills the claim, and the partners of all its payers. */
  readonly billingOf: (claim: Claim) => Promise<ClaimBilling>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  /** The claims that a payer gave this number at any time (CLP07, 277CA). */
  readonly claimsByPayerControlNumber: (payerControlNumber: string) => Promise<readonly Claim[]>;
  /** Keeps what a payer takes back under its reference, before the claim is looked for that it names. */
  readonly saveRecovery: (takeback: Takeback) => Promise<void>;
  /** What was taken back under a reference so far, the claim known or not. */
  readonly recoveriesOf: (reference: string) => Promise<readonly Takeback[]>;
  /** The claim of the payer to whom this claim's payer forwarded it: made when it is not there yet. */
  readonly forwardedClaim: (claim: Claim) => Promise<Claim>;
  readonly answerWait: AnswerWait;
  readonly findSentFile: (partnerId: string, controlNumber: number) => Promise<PartnerFile | undefined>;
  /** Starts the lifecycle of a claim that an answer opened again. */
  readonly reopenClaim: (claim: Claim) => Promise<void>;
  /** Asks a biller about money that could not be posted; the id makes the task single. */
  readonly raiseTask: (draft: TaskDraft, payee: Payee, taskId: string) => Promise<void>;
};
