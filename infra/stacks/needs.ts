import type { WorkflowName } from '../../functions/adapters/workflows.env.ts';
import type { KeyAccess } from '../constructs/document-bucket.ts';
import { keys } from './keys.ts';

/** What a function may touch, and so what it is told the name of. */
export type FunctionNeeds = {
  /** import: writes, thousands at once as well. */
  readonly records?: 'read' | 'write' | 'import';
  readonly intake?: KeyAccess;
  readonly exchange?: KeyAccess;
  /** Workflows that it starts. */
  readonly starts?: readonly WorkflowName[];
  /** Workflows of which it lets a waiting step go on. */
  readonly resumes?: readonly WorkflowName[];
  /** Workflows of which it lists what runs. */
  readonly inspects?: readonly WorkflowName[];
  /** Workflows of which it looks how a single execution stands. */
  readonly describes?: readonly WorkflowName[];
  /** Workflows of which it ends executions. */
  readonly stops?: readonly WorkflowName[];
  /** shares: has practices looked after · looks-again: has the end of an execution come again later. */
  readonly sweep?: 'shares' | 'looks-again';
  /** writes: who asked for what · shows: that as well · chains: joins it to chains · signs: where the chains stand. */
  readonly audit?: 'writes' | 'shows' | 'chains' | 'signs';
  readonly mail?: 'sends';
  readonly links?: 'signs' | 'verifies' | 'both';
  /** Whether it invites people to sign in, or signs them in. */
  readonly people?: 'invites' | 'signs-in';
  /** Whether it looks codes up: in the installed code sets where there are any. */
  readonly codeSets?: true;
  /** wakes: the sender of an endpoint · seals, opens: the secrets of webhooks · reaches: looks where receivers are. */
  readonly webhooks?: readonly ('wakes' | 'seals' | 'opens' | 'reaches')[];
  /** Whether it asks the other suggesters that the deployment switches on. */
  readonly suggesters?: true;
  readonly asynchronous?: true;
};

const writesRecords = { records: 'write' } as const;
const readsRecords = { records: 'read' } as const;
/** A file for a partner goes into the partner's outbound folder, under a number that is spent first. */
const sendsFiles = { records: 'write', exchange: { write: [keys.outbound, keys.numbers] } } as const;
/** A packet lies where it was made, and goes out beside a letter. */
const sendsPackets = { ...sendsFiles, intake: { read: [keys.packets] } } as const;
/** A file of claims is written once and read where it was written before; then each of its claims goes on. */
const sendsBatches = {
  records: 'write',
  exchange: { read: [keys.outbound], write: [keys.outbound, keys.numbers] },
  resumes: ['claim-lifecycle'],
} as const;
/** Raising a task writes it and mails a signed link to its owner. */
const raisesTasks = { records: 'write', mail: 'sends', links: 'signs' } as const;
/** Whoever has an answer stores it, and lets the workflow go on that waits for it. */
const answersWaits = { records: 'write', resumes: ['coding', 'claim-lifecycle'] } as const;

/** Whoever looks after what workflows drive starts it again, or asks a person. */
const looksAfter = {
  ...raisesTasks,
  starts: ['coding', 'claim-lifecycle'],
  // A task that is withdrawn answers whoever may wait for it.
  resumes: ['coding', 'claim-lifecycle'],
  describes: ['coding', 'claim-lifecycle'],
} as const;

/** Every function, `functions/<name>.lambda.ts`, with all that it may touch. */
export const functionNeeds = {
  'intake/receive-document': {
    ...raisesTasks,
    intake: { read: [keys.documents] },
    // A registration answers the task that asked for it, and may bring another payer of an old claim.
    starts: ['coding', 'claim-lifecycle'],
    resumes: ['coding', 'claim-lifecycle'],
  },
  'deposits/receive-deposits': { ...raisesTasks, intake: { read: [keys.statements] } },
  'deposits/check-deposits': { ...raisesTasks, asynchronous: true },
  'partners/receive-partner-file': {
    ...raisesTasks,
    // Which claim a 999 means by a place in a file of ours stands in that file.
    exchange: { read: [keys.inbound, keys.outbound], write: [keys.paymentParts] },
    starts: ['claim-lifecycle'],
    resumes: ['claim-lifecycle'],
  },
  'remittance/post-payment-part': {
    ...raisesTasks,
    exchange: { read: [keys.paymentParts], write: [keys.paymentParts] },
    starts: ['claim-lifecycle'],
    resumes: ['claim-lifecycle'],
  },
  'remittance/review-payments': {
    ...raisesTasks,
    asynchronous: true,
  },
  'acknowledgements/watch-files': {
    ...raisesTasks,
    asynchronous: true,
  },
  'waits/register-wait': answersWaits,
  'waits/ring-bells': {
    ...answersWaits,
    // Owners and supervisors of tasks are told.
    ...{ mail: 'sends', links: 'signs' },
    asynchronous: true,
  },
  // A desk may have decided its part of a claim while the tasks of the others were raised.
  'tasks/raise-task': { ...raisesTasks, resumes: ['claim-lifecycle'] },
  'mail-events/report-bounce': { records: 'write', mail: 'sends', links: 'signs' },
  'coding/extract-text': { records: 'write', intake: { read: [keys.documents], write: [keys.texts] } },
  'coding/suggest-codes': {
    records: 'write',
    intake: { read: [keys.texts] },
    codeSets: true,
    suggesters: true,
  },
  'coding/accept-codes': { records: 'write', codeSets: true },
  'code-sets/watch-editions': { codeSets: true, asynchronous: true },
  'scrubbing/scrub-encounter': { ...raisesTasks, codeSets: true },
  'claims/generate-claim': { records: 'write', starts: ['claim-lifecycle'] },
  // The execution that the claim named before is ended.
  'claims/open-claim': { ...writesRecords, stops: ['claim-lifecycle'] },
  'claims/submit-claim': writesRecords,
  'batches/send-batch': sendsBatches,
  'batches/send-batches': { ...sendsBatches, asynchronous: true },
  'claims/follow-up-claim': writesRecords,
  // Documents that the partner takes go out with the decision, from where their packet lies.
  'claims/keep-waiting': sendsPackets,
  'claims/settle-claim': readsRecords,
  // What was corrected is proposed to the front desk, for the patient's record.
  'claims/resubmit-claim': { ...raisesTasks, ...sendsPackets },
  'claims/appeal-claim': sendsPackets,
  'claims/bill-patient': writesRecords,
  'claims/write-off-claim': writesRecords,
  'claims/decide-parts': writesRecords,
  'claims/close-claim': writesRecords,
  'claims/let-stand': writesRecords,
  // The claim of a payer that waits for what another one forwarded is told what that one says now.
  'coordination/bill-next-payer': {
    records: 'write',
    // Another order of payers may end a claim whose task somebody has, and is proposed for the patient's record.
    mail: 'sends',
    links: 'signs',
    starts: ['claim-lifecycle'],
    resumes: ['claim-lifecycle'],
  },
  'coordination/bill-again': writesRecords,
  'sweep/sweep-records': {
    ...writesRecords,
    sweep: 'shares',
    asynchronous: true,
  },
  'sweep/sweep-practice': {
    ...looksAfter,
    // What waits for nothing.
    stops: ['coding', 'claim-lifecycle'],
  },
  'sweep/restart-failed': { ...looksAfter, sweep: 'looks-again' },
  'follow-up/check-open': {
    // A bell that is missing is set again.
    ...writesRecords,
    inspects: ['coding', 'claim-lifecycle'],
    asynchronous: true,
  },
  'follow-up/measure-paces': {
    ...writesRecords,
    asynchronous: true,
  },
  'provider-ledger/review-accounts': {
    ...raisesTasks,
    asynchronous: true,
  },
  'webhooks/note-changes': { ...writesRecords, webhooks: ['wakes'] },
  'webhooks/send-due': {
    ...writesRecords,
    webhooks: ['wakes', 'opens', 'reaches'],
  },
  'webhooks/wake-endpoints': {
    ...writesRecords,
    mail: 'sends',
    webhooks: ['wakes'],
    asynchronous: true,
  },
  'eligibility/check-eligibility': sendsFiles,
  'claim-status/check-claim-status': sendsFiles,
  'audit/chain-entries': { audit: 'chains' },
  'audit/sign-checkpoints': {
    ...readsRecords,
    audit: 'signs',
    asynchronous: true,
  },
  'api/practice-api': {
    ...raisesTasks,
    records: 'import',
    audit: 'shows',
    // Forms and links that it signs reach what it may itself: documents of visits, and the texts read in them.
    intake: { read: [keys.documents, keys.texts], write: [keys.documents] },
    // People post, match and release payments: from the parts of a payment, and from the file that told of it. They read
    // the files between a practice and its partners.
    exchange: { read: [keys.inbound, keys.outbound, keys.paymentParts], write: [keys.paymentParts] },
    starts: ['claim-lifecycle', 'coding'],
    resumes: ['coding', 'claim-lifecycle'],
    // Work that has stopped is started again by a person.
    describes: ['coding', 'claim-lifecycle'],
    codeSets: true,
    people: 'invites',
    webhooks: ['wakes', 'seals', 'reaches'],
  },
  'api/task-page': {
    ...answersWaits,
    audit: 'writes',
    // A clinic corrects the registration on the page, and sends a note in place of one that cannot be read.
    // Appeals and documents for payers are made, kept and opened there.
    intake: {
      read: [keys.texts, keys.registrations, keys.packets],
      write: [keys.documents, keys.packets],
    },
    // A task is handed over, held and mailed again there.
    links: 'both',
    mail: 'sends',
    // A claim that a decision closed is open again when it is taken back, and a visit goes back to its task.
    starts: ['claim-lifecycle', 'coding'],
    describes: ['coding', 'claim-lifecycle'],
    codeSets: true,
    people: 'signs-in',
  },
} as const satisfies Record<string, FunctionNeeds>;

export type FunctionName = keyof typeof functionNeeds;

export type WorkflowNeeds = {
  readonly functions: readonly FunctionName[];
  /** Whether steps of it wait for an answer, and so send their token to the queue of waits. */
  readonly waits?: true;
};

/** What the state machines call; `Workflow` holds each definition to this. */
export const workflowNeeds = {
  'claim-lifecycle': {
    functions: [
      'claims/open-claim',
      'eligibility/check-eligibility',
      'claims/submit-claim',
      'batches/send-batch',
      'claims/follow-up-claim',
      'claim-status/check-claim-status',
      'claims/keep-waiting',
      'claims/settle-claim',
      'claims/resubmit-claim',
      'claims/appeal-claim',
      'coordination/bill-next-payer',
      'coordination/bill-again',
      'claims/let-stand',
      'claims/bill-patient',
      'claims/write-off-claim',
      'claims/decide-parts',
      'claims/close-claim',
      'tasks/raise-task',
    ],
    waits: true,
  },
  coding: {
    functions: [
      'coding/extract-text',
      'coding/suggest-codes',
      'coding/accept-codes',
      'scrubbing/scrub-encounter',
      'claims/generate-claim',
      'tasks/raise-task',
    ],
    waits: true,
  },
} as const satisfies Record<WorkflowName, WorkflowNeeds>;
