import type { Actor } from '../domain/actor.ts';
import type { LetterAnswer } from '../domain/appeals/answered-by-letter.ts';
import type { WriteAudit } from '../domain/audit/audit-entry.ts';
import type { Claim, ClaimEvent, ClaimStatus } from '../domain/claim.ts';
import type { ChangeClaim } from '../domain/claim-change.ts';
import type { Encounter, EncounterStatus } from '../domain/encounter.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { KnowsReason } from '../domain/ledger/check-class-rules.ts';
import type { Deposit } from '../domain/ledger/deposit.ts';
import type { ReconciliationRecords } from '../domain/ledger/deposits/load-reconciliation.ts';
import type { HandTie } from '../domain/ledger/deposits/tie.ts';
import type { HandPayment } from '../domain/ledger/hand-payment.ts';
import type { Payment, PaymentPart } from '../domain/ledger/payment.ts';
import type {
  ActingPerson,
  PaymentAnswer,
  PaymentName,
  ReleasePayment,
  ResolveHeld,
  ReversePayment,
} from '../domain/ledger/payment-action.ts';
import type { AgedLedger } from '../domain/ledger/provider-level/account-age.ts';
import type { AccountAnswer, AccountRequest } from '../domain/ledger/provider-level/account-answer.ts';
import type { Payer } from '../domain/payer.ts';
import type { WrittenVersion } from '../domain/practice/version.ts';
import type { Practice } from '../domain/practice.ts';
import type { PracticeRule, RuleSet } from '../domain/rules/practice-rule.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import type { HandlingAsked, Sending } from '../domain/tasks/handling.ts';
import type { UndoneTask, UndoState } from '../domain/undo/undo-state.ts';
import type { MemberRecordsOfPractice } from './access/member-records.ts';
import type { TrailRecordsOfPractice } from './audit/trail-records.ts';
import type { FileRecordsOfPractice } from './claims/file-records.ts';
import type { ContractRecordsOfPractice } from './contract-records.ts';
import type { DenialRecordsOfPractice } from './denials/routing-records.ts';
import type { ApiMechanics } from './mechanics/api-mechanics.ts';
import type { PracticeLists } from './mechanics/practice-lists.ts';
import type { PatientRecordsOfPractice } from './patients/patient-records.ts';
import type { SettingRecordsOfPractice } from './practice/setting-records.ts';
import type { DocumentRecordsOfPractice } from './visits/document-records.ts';
import type { WebhookRecordsOfPractice } from './webhooks/webhook-records.ts';

/** The practice's own rules for its claims. */
export type RuleRecordsOfPractice = {
  readonly put: (
    practiceId: string,
    entered: WrittenVersion,
  ) => Promise<Checked<{ readonly ruleSet: RuleSet; readonly notes: readonly Finding[] }>>;
  /** What rules would do to so many of the last visits, as it is shown. */
  readonly tryOn: (practiceId: string, rules: readonly PracticeRule[], past: number) => Promise<unknown>;
};

/** What people see of payments, and do to them. */
export type PaymentRecordsOfPractice = {
  readonly ofPractice: (
    practiceId: string,
    days: { readonly from: string; readonly to: string },
  ) => Promise<readonly Payment[]>;
  readonly find: (paymentId: string) => Promise<Payment | undefined>;
  readonly partsOf: (paymentId: string) => Promise<readonly PaymentPart[]>;
  readonly postByHand: (
    practiceId: string,
    entry: HandPayment,
    person: ActingPerson,
  ) => Promise<PaymentAnswer>;
  readonly resolveHeld: (
    held: PaymentName & { readonly adjudicationId: string },
    asked: ResolveHeld,
    person: ActingPerson,
  ) => Promise<PaymentAnswer>;
  readonly release: (
    payment: PaymentName,
    asked: ReleasePayment,
    person: ActingPerson,
  ) => Promise<PaymentAnswer>;
  readonly reverse: (
    payment: PaymentName,
    asked: ReversePayment,
    person: ActingPerson,
  ) => Promise<PaymentAnswer>;
};

type EncounterName = { readonly practiceId: string; readonly encounterId: string };

/** What the API reads and does; the function wires the stores to it. */
export type PracticeRecords = ReconciliationRecords & {
  readonly mechanics: ApiMechanics;
  readonly lists: PracticeLists;
  readonly audit: WriteAudit;
  readonly trail: TrailRecordsOfPractice;
  readonly members: MemberRecordsOfPractice;
  readonly findPractice: (practiceId: string) => Promise<Practice | undefined>;
  readonly findEncounter: (id: EncounterName) => Promise<Encounter | undefined>;
  readonly encountersByStatus: (practiceId: string, status: EncounterStatus) => Promise<Encounter[]>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly claimsByStatus: (practiceId: string, status: ClaimStatus) => Promise<Claim[]>;
  readonly claimsByPayerControlNumber: (payerControlNumber: string) => Promise<Claim[]>;
  readonly claimsOfPatient: (practiceId: string, patientId: string) => Promise<Claim[]>;
  readonly claimsOfEncounter: (practiceId: string, encounterId: string) => Promise<Claim[]>;
  readonly changeClaim: ChangeClaim;
  /** Takes what a payer's letter says of the appeal that was sent last. */
  readonly answerAppeal: (
    said: LetterAnswer & { readonly claimId: string; readonly by: Actor },
  ) => Promise<Checked<Claim>>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
  /** All of it: a list of the API is read by pages. */
  readonly claimHistory: (claimId: string) => Promise<ClaimEvent[]>;
  readonly findTask: (taskId: string) => Promise<Task | undefined>;
  readonly tasksByStatus: (practiceId: string, status: Task['status']) => Promise<Task[]>;
  readonly tasksOfClaim: (claimId: string) => Promise<Task[]>;
  readonly tasksOfEncounter: (practiceId: string, encounterId: string) => Promise<Task[]>;
  readonly completeTask: (
    task: Task,
    outcome: TaskOutcome,
  ) => Promise<
    Checked<{
      readonly task: Task;
      readonly taken: boolean;
      /** It waits for a second person. */
      readonly isProposed?: boolean;
      /** It waits for the parts of other desks. */
      readonly isKept?: boolean;
    }>
  >;
  readonly handleTask: (task: Task, asked: HandlingAsked) => Promise<Checked<Task>>;
  readonly sendNow: (task: Task, sending: Sending) => Promise<Checked<Task>>;
  readonly undoTask: (task: Task, by: Actor) => Promise<UndoneTask | undefined>;
  readonly takeBackOpen: (task: Task, by: Actor) => Promise<Checked<Task>>;
  readonly undoStateOf: (task: Task) => Promise<UndoState | undefined>;
  /** The practice's provider-level ledger as it stands today. */
  readonly providerLedger: (practiceId: string) => Promise<AgedLedger>;
  /** Closes an account of it by hand, or opens it again. */
  readonly decideAccount: (
    practiceId: string,
    accountId: string,
    request: AccountRequest,
  ) => Promise<AccountAnswer>;
  /** False when the deposit was told before. */
  readonly addDeposit: (deposit: Deposit) => Promise<boolean>;
  readonly saveHandTie: (tie: HandTie) => Promise<void>;
  readonly payments: PaymentRecordsOfPractice;
  readonly patients: PatientRecordsOfPractice;
  readonly contracts: ContractRecordsOfPractice;
  readonly settings: SettingRecordsOfPractice;
  readonly rules: RuleRecordsOfPractice;
  readonly denials: DenialRecordsOfPractice;
  readonly webhooks: WebhookRecordsOfPractice;
  /** What coders decided, as it is exported. */
  readonly coderMemory: (practiceId: string) => Promise<unknown>;
  /** Erases it, or what is about one term; gives the number of rows that went. */
  readonly eraseCoderMemory: (practiceId: string, term?: string) => Promise<number>;
  /** The payers with which the practice has contracts. */
  readonly payerIds: (practiceId: string) => Promise<readonly string[]>;
  readonly knowsReason: KnowsReason;
  readonly documents: DocumentRecordsOfPractice;
  readonly files: FileRecordsOfPractice;
  /** Puts a registration in its place, or tells what is wrong in it. */
  readonly submitRegistration: (
    id: EncounterName,
    sent: { readonly body: Uint8Array },
  ) => Promise<readonly Finding[]>;
  readonly newDocumentId: () => string;
  readonly now: () => Date;
};
