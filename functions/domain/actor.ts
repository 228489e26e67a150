import { z } from 'zod';
import { Desk } from './practice.ts';

/**
 * person: by mailbox, who holds the signed link of a task · program: an IAM principal, as the HTTP API saw it ·
 * step: one of ours, by the name of its entry point · payer: by the id in the practice's contract.
 */
export const ActorKind = z.enum(['person', 'program', 'step', 'payer']);
export type ActorKind = z.infer<typeof ActorKind>;

const ActorRecord = z.object({
  kind: ActorKind,
  subject: z.string().min(1).describe('what identifies who acts among those of its kind'),
  practiceId: z.string().optional().describe('where it acts'),
  role: Desk.optional().describe('the desk whose work it does'),
});

/** Who acts: who decided something, or what changed a record. */
export type Actor = z.infer<typeof ActorRecord>;

/** A step of ours, by the name of its entry point without `.lambda.ts`. */
export const stepActor = (step: string): Actor => ({ kind: 'step', subject: step });

/** A payer, by the id in the practice's contract. */
export const payerActor = (payerId: string): Actor => ({ kind: 'payer', subject: payerId });

/** A person, known by the mailbox that a task's link was sent to. */
export const personActor = ({
  mailbox,
  practiceId,
  role,
}: {
  readonly mailbox: string;
  readonly practiceId: string;
  readonly role: Desk;
}): Actor => ({ kind: 'person', subject: mailbox, practiceId, role });

/** A program that called the HTTP API, known by the ARN of the IAM principal that signed its request. */
export const programActor = (principalArn: string, practiceId: string): Actor => ({
  kind: 'program',
  subject: principalArn,
  practiceId,
});

/** Whether two name the same subject: its desk and practice may be known of one and not of the other. */
export const isSameActor = (one: Actor, other: Actor): boolean =>
  one.kind === other.kind && one.subject === other.subject;

const inWords: Record<ActorKind, (actor: Actor) => string> = {
  person: ({ subject, role }) => (role ? `${subject} (${role.replace('-', ' ')})` : subject),
  program: ({ subject }) => `program ${withoutArn(subject)}`,
  step: ({ subject }) => `Claimwright (${subject.replaceAll('-', ' ')})`,
  payer: ({ subject }) => `payer ${subject}`,
};

/** The resource that an ARN names: its partition, service, region and account stay in the record. */
const withoutArn = (subject: string): string => subject.split(':').slice(5).join(':') || subject;

/** Who acted, for people: on pages, in mails and on the command line. A mailbox of staff may stand in it: no logs. */
export const describeActor = (actor: Actor): string => inWords[actor.kind](actor);

/** Names that records had for steps while an actor was plain text. */
const formerSteps: Readonly<Record<string, string>> = {
  workflow: 'workflow',
  'practice policy': 'accept-codes',
  'clinic upload': 'receive-document',
};

/**
 * Records written while an actor was plain text are read by the shape of that text: a name that only steps had, a
 * mailbox of a person, and what else there is, which depends on the field.
 */
const readActor = (others: ActorKind) =>
  z.preprocess((written) => {
    if (typeof written !== 'string') return written;
    const step = Object.hasOwn(formerSteps, written) ? formerSteps[written] : undefined;
    if (step) return stepActor(step);
    return { kind: written.includes('@') ? 'person' : others, subject: written };
  }, ActorRecord);

/** Who acts, where payers do too; other plain text of an older record is a payer's id. */
export const Actor = readActor('payer');

/**
 * Who decides, which a payer never does; other plain text of an older record is how a caller of the API called the
 * person who decided.
 */
export const DecidingActor = readActor('person');

/** Reads a write-off that still names its person under `approvedBy`, as records did while that was plain text. */
export const withDecidedBy = (written: unknown): unknown => {
  if (typeof written !== 'object' || written === null || !('approvedBy' in written)) return written;
  const { approvedBy, ...rest } = written;
  return { decidedBy: approvedBy, ...rest };
};
