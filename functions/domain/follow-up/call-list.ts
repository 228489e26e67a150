import { type Cents, sum } from '../../edi/money.ts';
import { daysBetween } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { patientControlNumber } from '../ids.ts';
import { knownControlNumbers } from '../ledger/decision.ts';
import { claimPosition } from '../position.ts';
import type { Task, TaskKind } from '../task.ts';
import { lastWordOn } from './awaited-word.ts';
import type { PayerStatus, StatusOutcome } from './payer-status.ts';

/** A claim about which its payer has to be called, with all that the caller needs and nothing that names a patient. */
export type Call = {
  readonly claimId: string;
  readonly encounterId: string;
  readonly taskId: string;
  readonly kind: TaskKind;
  /** The instant by which the task is to be decided. */
  readonly due: string;
  readonly ask: readonly string[];
  readonly references: {
    /** CLM01 of the transmission that is out. */
    readonly sentAs: string;
    readonly file?: string | undefined;
    /** The payer's own numbers (ICN), the last one last. */
    readonly payerControlNumbers: readonly string[];
    /** Of the check or transfer that the payer told of. */
    readonly payment?: string | undefined;
  };
  readonly lastAnswer?: { readonly on: string; readonly codes: readonly string[] } | undefined;
  readonly inquiries: number;
  readonly open: Cents;
  /** Since the transmission that is out. */
  readonly days?: number | undefined;
};

export type CallList = {
  readonly payers: readonly {
    readonly payerId: string;
    readonly name: string;
    readonly open: Cents;
    readonly calls: readonly Call[];
  }[];
  /** Files whose partner has to be called. */
  readonly files: readonly Pick<Task, 'taskId' | 'title' | 'due'>[];
};

const needsCall: readonly TaskKind[] = ['no-answer', 'information-requested', 'missing-remittance'];

const whetherThere = [
  'Is the claim there, under which number, and since when?',
  'In which state is it, what does it wait for, and by when is it decided?',
];

const askAfter: Partial<Record<StatusOutcome, readonly string[]>> = {
  'not-found': [
    'Is there a claim under another number, member or provider?',
    'To which payer id or address does it have to go?',
  ],
  rejected: ['What exactly is to be corrected, and is it to come as a new claim or as a replacement?'],
  'information-requested': [
    'What exactly is to be sent, to where, by when, and under which reference?',
    'Has anything that was sent before arrived?',
  ],
  'inquiry-refused': [
    'By which member number, name and provider number do you find the claim?',
    ...whetherThere,
  ],
  finalized: [
    'What was decided and when; what was paid, by which check or transfer, to whom?',
    'Can the 835 be sent again, and is the enrolment for it in force?',
  ],
};

/** What to ask, by the payer's last word. */
const asking = ({ status }: Claim, word: PayerStatus | undefined): readonly string[] => {
  if (word?.outcome === 'unclear')
    return [`What do the codes ${codesOf(word).join(', ')} mean for the claim?`, ...whetherThere];
  const asked = word && askAfter[word.outcome];
  if (asked) return asked;
  return status === 'appealed'
    ? ['Has the appeal arrived, under which number, and who decides by when?']
    : whetherThere;
};

const codesOf = ({ codes }: PayerStatus): string[] =>
  codes.map(({ category, status }) => `${category}:${status}`);

const callOf = (claim: Claim, task: Task, now: Date): Call => {
  const { claimId, encounterId, submissions, followUps } = claim;
  const word = lastWordOn(claim);
  const sent = submissions.at(-1);
  const today = now.toISOString().slice(0, 10);
  return {
    claimId,
    encounterId,
    taskId: task.taskId,
    kind: task.kind,
    due: task.due,
    ask: asking(claim, word),
    references: {
      sentAs: patientControlNumber(claimId, submissions.length),
      file: sent?.fileName?.split('/').at(-1),
      payerControlNumbers: knownControlNumbers(claim),
      payment: word?.trace,
    },
    lastAnswer: word && { on: word.on ?? word.at.slice(0, 10), codes: codesOf(word) },
    inquiries: followUps,
    open: claimPosition(claim).open,
    days: sent?.sentAt === undefined ? undefined : daysBetween(sent.sentAt.slice(0, 10), today),
  };
};

const byDue = (one: { readonly due: string }, other: { readonly due: string }): number =>
  one.due.localeCompare(other.due);

/** Who has to be called about what: claims by payer, the most pressing first, and files without an answer. */
export const callList = (
  records: {
    readonly claims: readonly Claim[];
    /** Those that are open. */
    readonly tasks: readonly Task[];
    readonly payers: readonly { readonly payerId: string; readonly name: string }[];
  },
  now: Date,
): CallList => {
  const { claims, tasks, payers } = records;
  const byId = new Map(claims.map((claim) => [claim.claimId, claim]));
  const pairs = tasks.flatMap((task) => {
    const claim = byId.get(task.claimId ?? '');
    return claim && needsCall.includes(task.kind) ? [{ claim, task }] : [];
  });
  const groups = [...Map.groupBy(pairs, ({ claim }) => claim.payerId)].map(([payerId, ofPayer]) => {
    const calls = ofPayer.map(({ claim, task }) => callOf(claim, task, now)).sort(byDue);
    const name = payers.find((payer) => payer.payerId === payerId)?.name ?? payerId;
    return { payerId, name, open: sum(calls.map(({ open }) => open)), calls };
  });
  return {
    payers: groups.sort((one, other) => one.name.localeCompare(other.name)),
    files: tasks
      .filter(({ kind }) => kind === 'missing-acknowledgement')
      .map(({ taskId, title, due }) => ({ taskId, title, due }))
      .sort(byDue),
  };
};
