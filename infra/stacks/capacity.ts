import type { EventQueuePace } from '../constructs/event-queue.ts';
import type { FunctionName } from './needs.ts';

/** What one call of a function may have: megabytes of memory, with the share of a CPU that goes with it, and seconds. */
export type FunctionCapacity = { readonly memory: number; readonly seconds: number };

/** A few records and a small file. Below this share of a CPU a cold start takes more than a second. */
const step: FunctionCapacity = { memory: 512, seconds: 30 };
/** Code sets of 25 MB are read when the first code is looked up: time goes with the share of a CPU. */
const looksUpCodes: FunctionCapacity = { memory: 1024, seconds: 60 };
/** Somebody waits for the page, and API Gateway gives up after thirty seconds: the function before it. */
const answersPeople: FunctionCapacity = { memory: 1024, seconds: 29 };
/** Called by a clock; reads what is open of every practice. */
const readsAllOpen: FunctionCapacity = { memory: 512, seconds: 300 };

/**
 * What each function may have. None has concurrency reserved: what is reserved is taken from all others, and an account
 * that has the usual thousand must leave a hundred. What comes in bursts comes by queues, whose pace is limited below.
 */
export const functionCapacity: Readonly<Record<FunctionName, FunctionCapacity>> = {
  // The digest of 50 MB is made as they stream, five documents beside one another.
  'intake/receive-document': { memory: 512, seconds: 60 },
  // Some thousand credits of a statement of 10 MB are written.
  'deposits/receive-deposits': { memory: 512, seconds: 120 },
  'deposits/check-deposits': { memory: 512, seconds: 120 },
  // A file of 30,000 claims (22 MB) took 250 MB; it is read twice and divided into parts of fifty claims.
  'partners/receive-partner-file': { memory: 1769, seconds: 300 },
  // Seconds for fifty claims; more only where the table or the machine is slow, and then it need not begin again.
  'remittance/post-payment-part': { memory: 512, seconds: 120 },
  // The parts of a month's payments of every practice are read.
  'remittance/review-payments': readsAllOpen,
  // Claims that are on their way are read, and those beside them in their files.
  'acknowledgements/watch-files': readsAllOpen,
  'waits/register-wait': step,
  // It begins nothing after forty seconds; what is left is the next minute's.
  'waits/ring-bells': { memory: 512, seconds: 60 },
  'tasks/raise-task': step,
  'mail-events/report-bounce': step,
  // Documents of markup of up to 5 MB: rich text of 10 MB took 1 s of a whole CPU and less than 500 MB.
  'coding/extract-text': { memory: 1024, seconds: 60 },
  'coding/suggest-codes': looksUpCodes,
  'coding/accept-codes': looksUpCodes,
  'code-sets/watch-editions': { memory: 1024, seconds: 120 },
  'scrubbing/scrub-encounter': looksUpCodes,
  'claims/generate-claim': step,
  'claims/open-claim': step,
  'claims/submit-claim': step,
  // Each claim of a file is recorded, and a file may hold five hundred.
  'batches/send-batch': { memory: 512, seconds: 300 },
  'batches/send-batches': { memory: 512, seconds: 300 },
  'claims/follow-up-claim': step,
  // Packets of PDF are copied beside the decision.
  'claims/keep-waiting': step,
  'claims/settle-claim': step,
  'claims/resubmit-claim': step,
  'claims/appeal-claim': step,
  'claims/bill-patient': step,
  'claims/write-off-claim': step,
  'claims/decide-parts': step,
  'claims/close-claim': step,
  'claims/let-stand': step,
  'coordination/bill-next-payer': step,
  'coordination/bill-again': step,
  'sweep/sweep-records': readsAllOpen,
  // It stops by itself after four minutes, and goes on the next time.
  'sweep/sweep-practice': { memory: 512, seconds: 300 },
  'sweep/restart-failed': step,
  // All that is open of every practice is read twice, and its payments.
  'follow-up/check-open': { memory: 1024, seconds: 900 },
  // The claims of half a year of every practice are read.
  'follow-up/measure-paces': readsAllOpen,
  // All payments of every practice are read.
  'provider-ledger/review-accounts': readsAllOpen,
  'webhooks/note-changes': { memory: 512, seconds: 60 },
  // It sends for a minute, and a receiver has a quarter of one to answer the last.
  'webhooks/send-due': { memory: 512, seconds: 120 },
  'webhooks/wake-endpoints': step,
  'eligibility/check-eligibility': step,
  'claim-status/check-claim-status': step,
  'audit/chain-entries': step,
  // The entries of three days of every practice are looked at.
  'audit/sign-checkpoints': { memory: 512, seconds: 900 },
  'api/practice-api': answersPeople,
  'api/task-page': answersPeople,
};

/**
 * How fast each queue is emptied: messages that a function takes at once, and how many of it work beside one another.
 * Together they stay below a fifth of the thousand that an account may have, so that steps and people find room whatever
 * comes in.
 */
export const queuePaces = {
  Documents: { batchSize: 5, maxConcurrency: 20 },
  BankStatements: { batchSize: 1, maxConcurrency: 2 },
  // A file by itself: its time and memory are its own. Few practices have more than five partners that write at once.
  PartnerFiles: { batchSize: 1, maxConcurrency: 5 },
  // So many write to the table at once, however many files come: a table that is throttled delays everybody.
  PaymentParts: { batchSize: 1, maxConcurrency: 5 },
  Waits: { batchSize: 5, maxConcurrency: 50 },
  // What is written of requests is chained at once, practice by practice, and signed once a day.
  AuditEntries: { batchSize: 10, maxConcurrency: 20, fifo: true },
  // One after another of a practice; of two practices at once, for DescribeExecution has one rate for the account.
  SweepShares: { batchSize: 1, maxConcurrency: 2, fifo: true },
  Restarts: { batchSize: 5, maxConcurrency: 5 },
  MailEvents: { batchSize: 5, maxConcurrency: 2 },
  // Each message names one endpoint, and an endpoint keeps one sender busy: so many hang at once before any waits.
  WebhookSends: { batchSize: 1, maxConcurrency: 50 },
} as const satisfies Record<string, EventQueuePace>;

export type QueueName = keyof typeof queuePaces;
