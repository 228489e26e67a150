import { z } from 'zod';
import { Takeback } from './claim/moved-money.ts';
import type { Claim } from './claim.ts';
import type { DecideClaim } from './claim-change.ts';
import type { ClassTerms } from './ledger/class-rule.ts';
import { PaidTo, PayerNamed, type Payment, type PaymentPart, type PostedPart } from './ledger/payment.ts';
import type { StagedPart } from './ledger/staged-part.ts';
import type { HeldBatch } from './outbox/held-batch.ts';
import type { FileAnswer, PartnerFile } from './partner-file.ts';
import type { TaskDraft } from './task-draft.ts';
import type { AnswerWait } from './wait.ts';

/** One interchange of a file of a trading partner, as its readers get it. */
export type ReceivedFile = {
  readonly partnerId: string;
  readonly fileId: string;
  readonly text: string;
  /** Which of the file's it is, from 1. @default 1 */
  readonly interchange?: number;
};

/** Whose billers are asked about a file of a partner: those of one practice, or of all that work with the partner. */
export type Addressee = { readonly partnerId: string; readonly practiceId?: string };

/**
 * To whom money for a claim may be paid, through which partners remittances about it may come, and how the practice
 * classes what its payer adjusts.
 */
export type ClaimBilling = {
  readonly npis: readonly string[];
  readonly taxIds: readonly string[];
  readonly partnerIds: readonly string[];
  /** The practice's rules for the claim's payer, in their order; ours are behind them. */
  readonly classRules: readonly ClassTerms[];
  /** The payers with which the practice has contracts: a number of a payer's counts only from that payer. */
  readonly contracts: readonly { readonly payerId: string; readonly name: string }[];
};

/** What a payer takes back beside its claims, with who says so: the claim that it names may become known later. */
export const Recovery = z.object({ takeback: Takeback, paidTo: PaidTo, payer: PayerNamed.optional() });
export type Recovery = z.infer<typeof Recovery>;

/** Decides what a payment is after a change; undefined leaves it as it is. */
export type DecidePayment = (before: Payment) => Omit<Payment, 'version' | 'postedParts'> | undefined;

/** What names a part of a payment. */
export type PartKey = Pick<PaymentPart, 'paymentId' | 'tellingId' | 'part'>;

/** Decides what a part is after a change; undefined leaves it as it is. */
export type DecidePart = (before: PaymentPart) => PaymentPart | undefined;

/** What posting does to the records of payments. */
export type PaymentRecords = {
  /** Adds a payment of which nobody told before; false when it is there, which then stays as it is. */
  readonly addPayment: (payment: Payment) => Promise<boolean>;
  readonly findPayment: (paymentId: string) => Promise<Payment | undefined>;
  /** Changes a payment that is there and returns it. */
  readonly changePayment: (paymentId: string, decide: DecidePayment) => Promise<Payment>;
  /** Adds a part that is going to be posted; one that is there stays as it is. */
  readonly addPart: (part: PaymentPart) => Promise<void>;
  /** The parts of a payment, those of every file that told of it. */
  readonly partsOf: (paymentId: string) => Promise<readonly PaymentPart[]>;
  /** Hands a part to whoever posts it. */
  readonly handOn: (part: StagedPart) => Promise<void>;
  /** What a practice was paid on a day; what has no date is of the day ''. */
  readonly paymentsOfDay: (practiceId: string, date: string) => Promise<readonly Payment[]>;
  readonly findPart: (part: PartKey) => Promise<PaymentPart | undefined>;
  /** Changes a part that is there and returns it; decided again when somebody else changed it meanwhile. */
  readonly changePart: (part: PartKey, decide: DecidePart) => Promise<PaymentPart>;
  /** Notes what became of a part, counts it once, and returns its payment. */
  readonly notePosted: (part: PostedPart) => Promise<Payment>;
  /** The practice that a payee is; undefined for none of ours. */
  readonly practicePaid: (payee: PaidTo) => Promise<string | undefined>;
};

/** What a reader of partner files may do to the records. All of it may be done again without a second effect. */
export type PostingEffects = {
  /** Changes a claim that we know and returns it; undefined when we never sent such a claim. */
  readonly changeClaim: (claimId: string, decide: DecideClaim) => Promise<Claim | undefined>;
  /** Who bills the claim, by which rules, and the partners of all its payers. */
  readonly billingOf: (claim: Claim) => Promise<ClaimBilling>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  /** The claims that a payer gave this number at any time (CLP07, 277CA). */
  readonly claimsByPayerControlNumber: (payerControlNumber: string) => Promise<readonly Claim[]>;
  /** A practice's claims for a day of service: what an answer without a number of ours may be about. */
  readonly claimsByDateOfService: (practiceId: string, dateOfService: string) => Promise<readonly Claim[]>;
  /** Keeps what a payer takes back under a number that may name a claim, before that claim is looked for. */
  readonly saveRecovery: (number: string, recovery: Recovery) => Promise<void>;
  /** What was taken back under a number so far, the claim known or not. */
  readonly recoveriesOf: (number: string) => Promise<readonly Recovery[]>;
  /** The claim of the payer to whom this claim's payer forwarded it: made when it is not there yet. */
  readonly forwardedClaim: (claim: Claim) => Promise<Claim>;
  readonly payments: PaymentRecords;
  readonly answerWait: AnswerWait;
  readonly findSentFile: (partnerId: string, controlNumber: number) => Promise<PartnerFile | undefined>;
  /** Notes that an answer about a file of ours as a whole has come, whatever it says. */
  readonly noteFileAnswer: (file: PartnerFile, answer: FileAnswer) => Promise<void>;
  /** The text of a file of ours as it was written; undefined where it is not there. */
  readonly readSentFile: (file: PartnerFile) => Promise<string | undefined>;
  /** Keeps claims that were refused together until a biller has decided about them. */
  readonly holdBatch: (held: HeldBatch) => Promise<void>;
  /** Starts the lifecycle of a claim that an answer opened again. */
  readonly reopenClaim: (claim: Claim) => Promise<void>;
  /** The practices that a payment is made out to, by id; none where its payee is nobody of ours. */
  readonly practicesPaid: (paidTo: PaidTo) => Promise<readonly string[]>;
  /** The practices that work with a partner, by id; all of them where none does, so that somebody hears of its files. */
  readonly practicesOf: (partnerId: string) => Promise<readonly string[]>;
  /** Compares what stands on a claim with its contract, and asks a biller where it falls short. */
  readonly followAllowed: (claim: Claim) => Promise<void>;
  /** Withdraws tasks about the claim whose reason its news has settled or changed. */
  readonly withdrawOutdated: (claim: Claim) => Promise<void>;
  /** Asks billers about what could not be posted; the id makes the task single for each practice. */
  readonly raiseTask: (draft: TaskDraft, to: Addressee, taskId: string) => Promise<void>;
};
