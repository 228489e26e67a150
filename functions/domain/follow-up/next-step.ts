import { addDays, instantAfter } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import type { Encounter } from '../encounter.ts';
import { taskOfHeld } from '../outbox/held-batch.ts';
import type { Task } from '../task.ts';
import { claimTaskKinds } from '../tasks/basis.ts';
import { partKey } from '../tasks/decided-part.ts';
import { dueNotice } from '../tasks/due-notice.ts';
import { openParts } from '../tasks/open-parts.ts';
import { isShared } from '../tasks/share.ts';
import { visitReference } from '../visit/visit-reference.ts';
import { settleWait } from '../wait.ts';
import { type OpenRecords, waitsOf } from './open-records.ts';

/** Something that is open and that nobody and nothing will take up, with why and what to do. Ids only, no health data. */
export type Loose = {
  readonly kind: 'claim' | 'encounter' | 'task' | 'payment' | 'outbox' | 'held-batch';
  readonly id: string;
  readonly why: string;
  readonly remedy: string;
  /** The wait that has no bell: it can be set again. */
  readonly waitId?: string;
};

const minutesMs = 60_000;

/** What happened so lately may be about to get its next step: twice the time between two sweeps, or two sendings. */
const graceMinutes = 30;

const isYoung = (instant: string, now: Date): boolean =>
  now.getTime() - Date.parse(instant) < graceMinutes * minutesMs;

/**
 * Everything open of a practice that has neither a timer, nor an owner, nor an end. Empty is the proof that nothing sits:
 * each claim is driven and waits for a bell, a file or a person; each visit for a person, or its documents come within
 * the week; each task has a mailbox and a bell; each payment that is not posted has its task; each outbox is emptied.
 */
export const withoutNextStep = (records: OpenRecords, now: Date): Loose[] => [
  ...records.claims.flatMap((claim) => looseClaim(claim, records, now)),
  ...records.encounters.flatMap((encounter) => looseEncounter(encounter, records, now)),
  ...records.tasks.flatMap((task) => looseTask(task, records, now)),
  ...loosePayments(records),
  ...looseQueued(records, now),
  ...looseHeld(records, now),
];

const sweepRemedy =
  'The sweep starts it again, within a quarter of an hour where little is open; if it is named again, look into its failed execution (runbook: An execution failed).';

/** Records from before bells stood in an index have none. */
const bellRemedy =
  'The daily check that names it sets its bell again; if it is named again, look into the log of CheckOpen.';

const looseClaim = (claim: Claim, records: OpenRecords, now: Date): Loose[] => {
  const { claimId, status, executionArn, createdAt } = claim;
  const loose = { kind: 'claim', id: claimId } as const;
  if (status === 'closed' || isYoung(createdAt, now)) return [];
  if (isStopped(records, (task) => task.claimId === claimId)) return [];
  if (!executionArn || !records.running.lifecycles.has(executionArn))
    return [{ ...loose, why: 'no workflow drives it', remedy: sweepRemedy }];
  const owned = records.tasks.filter((task) => task.claimId === claimId && ownsClaim.includes(task.kind));
  if (owned.length > 0) return looseParts(claim, owned, loose);
  if (records.queued.some((one) => one.claimId === claimId)) return [];
  return looseWait(claim, records, loose);
};

/** Where it failed as often as it is tried, a person is asked, and nobody starts it again. */
const isStopped = ({ tasks }: OpenRecords, isAbout: (task: Task) => boolean): boolean =>
  tasks.some((task) => task.kind === 'work-stopped' && isAbout(task));

/** Tasks that the lifecycle of a claim waits for; others are about it, and it does not wait for them. */
const ownsClaim: readonly Task['kind'][] = [
  ...claimTaskKinds,
  // What `no-answer` is called where the payer did say something.
  ...(['information-requested', 'missing-remittance'] as const),
];

/** Where desks share a claim, each open part of it is in one of their tasks. */
const looseParts = (claim: Claim, tasks: readonly Task[], loose: Pick<Loose, 'kind' | 'id'>): Loose[] => {
  if (!tasks.every(({ share }) => isShared(share))) return [];
  const held = new Set(tasks.flatMap(({ share }) => (share?.parts ?? []).map(partKey)));
  if (openParts(claim).every((part) => held.has(partKey(part)))) return [];
  return [
    {
      ...loose,
      why: 'a part of it is open and with no desk',
      remedy: 'Stop its execution: the sweep starts another one, which asks for all that is open.',
    },
  ];
};

/** A wait that is answered or rung goes on; any other needs its bell. */
const looseWait = (claim: Claim, { waits }: OpenRecords, loose: Pick<Loose, 'kind' | 'id'>): Loose[] => {
  const awaited = waitsOf(claim).flatMap((waitId) => {
    const wait = waits.get(waitId);
    return wait?.token && !settleWait(wait) ? [{ waitId, bell: wait.bell }] : [];
  });
  if (awaited.some(({ bell }) => bell)) return [];
  const [lost] = awaited;
  if (lost)
    return [
      {
        ...loose,
        why: 'it waits, and nothing will ring',
        remedy: bellRemedy,
        waitId: lost.waitId,
      },
    ];
  return [
    {
      ...loose,
      why: 'its workflow waits for nothing that is known',
      remedy: 'Stop its execution: the sweep starts another one, which goes on from the records.',
    },
  ];
};

/** So many days a clinic may take for the other part of a visit. */
const partDays = 7;

const looseEncounter = (encounter: Encounter, records: OpenRecords, now: Date): Loose[] => {
  const { encounterId, status, createdAt, executionArn, registration, document } = encounter;
  const loose = { kind: 'encounter', id: visitReference(encounter) } as const;
  if (ends.includes(status) || isYoung(createdAt, now)) return [];
  const isOfVisit = (task: Task): boolean => task.encounterId === encounterId && !task.claimId;
  const isAsked = records.tasks.some(isOfVisit);
  if (!registration || !document) return isAsked ? [] : looseDocuments(encounter, now);
  if (isStopped(records, isOfVisit)) return [];
  if (status !== 'unreadable' && !(executionArn && records.running.codings.has(executionArn)))
    return [{ ...loose, why: 'no workflow codes it', remedy: sweepRemedy }];
  if (isAsked) return [];
  return status === 'unreadable'
    ? [
        {
          ...loose,
          why: 'nobody is asked for a readable document',
          remedy: 'Ask the clinic to send the note again.',
        },
      ]
    : [
        {
          ...loose,
          why: 'its workflow runs and asks nobody',
          remedy: 'Stop its execution: the sweep starts another one, which goes on from the records.',
        },
      ];
};

const ends: readonly Encounter['status'][] = ['claimed', 'self-pay', 'not-billable'];

/** A note may come before its visit is registered and after; the clinic has a week from the later of both days. */
const looseDocuments = (encounter: Encounter, now: Date): Loose[] => {
  const { registration, createdAt } = encounter;
  const created = createdAt.slice(0, 10);
  const visit = registration?.dateOfService ?? created;
  const until = addDays(visit > created ? visit : created, partDays);
  if (now.toISOString().slice(0, 10) <= until) return [];
  const lacks = registration ? 'its documentation' : 'its registration';
  return [
    {
      kind: 'encounter',
      id: visitReference(encounter),
      why: `${lacks} has not come in ${partDays} days`,
      remedy: `Ask the clinic for ${lacks}, or whether the visit took place.`,
    },
  ];
};

const looseTask = (task: Task, { tasksWithBell }: OpenRecords, now: Date): Loose[] => {
  const { taskId, createdAt } = task;
  if (!dueNotice(task) || isYoung(createdAt, now) || tasksWithBell.has(taskId)) return [];
  return [{ kind: 'task', id: taskId, why: 'nothing reminds of it', remedy: bellRemedy }];
};

const loosePayments = ({ payments, tasks }: OpenRecords): Loose[] =>
  payments
    .filter(({ payment }) => !tasks.some(({ paymentId }) => paymentId === payment.paymentId))
    .map(({ payment: { paymentId, status }, held }) => ({
      kind: 'payment',
      id: paymentId,
      why:
        status === 'posting'
          ? 'parts of it are not posted'
          : `${held.length} of it ${held.length === 1 ? 'is' : 'are'} held, and nobody is asked`,
      remedy:
        status === 'posting'
          ? 'Look for its parts in the failure queue of PaymentParts, and move them back.'
          : 'Open it (GET …/payments/{paymentId}) and match, release or resolve what is held.',
    }));

const looseQueued = ({ queued, outboxes }: OpenRecords, now: Date): Loose[] =>
  queued
    .filter(({ outboxId, queuedAt }) => {
      const outbox = outboxes.find((one) => one.outboxId === outboxId);
      const due = outbox && instantAfter(new Date(queuedAt), outbox.batchMinutes / (24 * 60));
      return due === undefined || (due < now.toISOString() && !isYoung(due, now));
    })
    .map(({ claimId, submissionNumber }) => ({
      kind: 'outbox',
      id: `${claimId}-${submissionNumber}`,
      why: 'it waits for its file longer than the enrolment says',
      remedy: 'Call SendBatches by hand and look into its log: its file may not be written.',
    }));

/** A decision about a batch is carried out by the next sending. */
const looseHeld = ({ held }: OpenRecords, now: Date): Loose[] =>
  held
    .filter(({ task }) => {
      if (task?.status === 'open') return false;
      return task?.outcome === undefined || !isYoung(task.outcome.at, now);
    })
    .map(({ batch, task }) => ({
      kind: 'held-batch',
      id: taskOfHeld(batch),
      why: task ? 'what was decided about it is not carried out' : 'nobody is asked about it',
      remedy: task
        ? 'Call SendBatches by hand and look into its log.'
        : 'Each of its claims becomes a task when its time for an acknowledgement is over; work them there.',
    }));
