import { z } from 'zod';
import { Actor, describeActor } from '../actor.ts';
import type { ClaimEvent } from '../claim.ts';
import type { Encounter } from '../encounter.ts';
import { called } from '../field.ts';
import type { PartnerFile } from '../partner-file.ts';
import type { PatientEvent } from '../patients/patient-record.ts';
import type { Task } from '../task.ts';
import { documentsOf } from '../visit/documents.ts';
import { describeClaimEvent } from './claim-words.ts';

/** One thing that happened, in words and in data. */
export const TimelineEntry = called(
  'TimelineEntry',
  z.object({
    at: z.string().describe('instant'),
    kind: z.enum(['visit', 'claim', 'task', 'file', 'patient']),
    id: z.string().describe('of what it happened to'),
    type: z.string(),
    words: z.string().describe('for people, without a period'),
    who: z.string().optional().describe('who did it, for people'),
    by: Actor.optional(),
    data: z.record(z.string(), z.unknown()),
  }),
);
export type TimelineEntry = z.infer<typeof TimelineEntry>;

const inOrder = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  entries.toSorted((one, other) => one.at.localeCompare(other.at));

const doneBy = (by: Actor | undefined) => by && { by, who: describeActor(by) };

/** A claim's history, which names what it came with. */
export const claimEntries = (claimId: string, events: readonly ClaimEvent[]): readonly TimelineEntry[] =>
  events.map(({ at, type, actor, detail }) => ({
    ...{ at, kind: 'claim' as const, id: claimId, type },
    words: describeClaimEvent({ type, detail }),
    ...doneBy(actor),
    data: detail,
  }));

const inPlainWords = (name: string): string => name.replaceAll('-', ' ');

/** What happened to a task: who was asked what, what was done with it, and what was decided. */
export const taskEntries = ({ taskId, ...task }: Task): readonly TimelineEntry[] => {
  const entry = (at: string | undefined, type: string, words: string, by?: Actor, data: object = {}) =>
    at === undefined
      ? []
      : [{ at, kind: 'task' as const, id: taskId, type, words, ...doneBy(by), data: { ...data } }];
  const { owner, title, kind, due, outcome, proposal } = task;
  return [
    ...entry(task.createdAt, 'raised', `Task for the ${inPlainWords(owner)} desk: ${title}`, undefined, {
      kind,
      due,
    }),
    ...task.history.flatMap(({ at, handling, by, note, to }) =>
      entry(at, handling, `Task: ${inPlainWords(handling)}${to ? ` ${to}` : ''}`, by, {
        note,
        ...(to && { to }),
      }),
    ),
    ...entry(task.remindedAt, 'reminded', 'The owner of the task was reminded'),
    ...entry(task.escalatedAt, 'escalated', 'The task passed its deadline, and the supervisor was told'),
    ...(proposal
      ? entry(
          proposal.at,
          'proposed',
          `Proposed: ${inPlainWords(proposal.action)}; a second person is asked`,
          proposal.by,
        )
      : []),
    ...(outcome
      ? entry(outcome.at, 'decided', `Decided: ${inPlainWords(outcome.action)}`, outcome.by, {
          action: outcome.action,
          note: outcome.note,
        })
      : []),
  ];
};

/** Files that went to a partner or came from one. */
export const fileEntries = (
  files: readonly (Pick<PartnerFile, 'direction' | 'at' | 'partnerId' | 'transaction'> & {
    readonly id: string;
  })[],
): readonly TimelineEntry[] =>
  files.map(({ id, direction, at, partnerId, transaction }) => ({
    ...{ at, kind: 'file' as const, id, type: direction === 'outbound' ? 'sent' : 'received' },
    words:
      direction === 'outbound'
        ? `File ${transaction} for ${partnerId}`
        : `File ${transaction} from ${partnerId}`,
    data: { transaction, partnerId },
  }));

/** What happened to a visit itself, as its record tells. */
export const visitEntries = (encounter: Encounter): readonly TimelineEntry[] => {
  const { encounterId, createdAt, codingReviews = [], notBillable, overrides } = encounter;
  const entry = (at: string, type: string, words: string, by?: Actor, data: object = {}): TimelineEntry => ({
    ...{ at, kind: 'visit', id: encounterId, type, words, ...doneBy(by), data: { ...data } },
  });
  return [
    entry(createdAt, 'entered', 'The first of the visit came in'),
    ...documentsOf(encounter).map(({ receivedAt, digest }) =>
      entry(receivedAt, 'document', 'A document came in', undefined, { documentId: digest }),
    ),
    ...codingReviews.map(({ at, by, decisions, acceptedFor }) => {
      const count = (wanted: string) => decisions.filter(({ decision }) => decision === wanted).length;
      const counts = { accepted: count('accepted'), rejected: count('rejected'), added: count('added') };
      const words = `Codes were confirmed: ${counts.accepted} accepted, ${counts.rejected} rejected, ${counts.added} added`;
      return entry(at, 'coded', words, by, { ...counts, acceptedFor });
    }),
    ...overrides.map(({ at, by, reason, ...override }) =>
      entry(at, 'warning-answered', `A warning of an edit was answered: ${reason}`, by, override),
    ),
    ...(notBillable
      ? [entry(notBillable.at, 'not-billable', `Nothing is billed: ${notBillable.reason}`, notBillable.by)]
      : []),
  ];
};

/** The history of a patient's record. */
export const patientEntries = (
  history: readonly (PatientEvent & { readonly patientId: string })[],
): readonly TimelineEntry[] =>
  history.map(({ at, type, actor, source, changes, patientId }) => ({
    ...{ at, kind: 'patient' as const, id: patientId, type },
    words: `The record: ${inPlainWords(type)}${
      changes.length > 0 ? ` ${[...new Set(changes.map(({ field }) => field))].join(', ')}` : ''
    }`,
    ...doneBy(actor),
    data: { source, changes },
  }));

/** Everything that happened, the oldest first; of one instant in the order given. */
export const timelineOf = (...parts: readonly (readonly TimelineEntry[])[]): readonly TimelineEntry[] =>
  inOrder(parts.flat());
