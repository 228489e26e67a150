import { z } from 'zod';
import { Desk } from './practice.ts';

/**
 * person: who signed in, by the subject of the token, or who holds the signed link of a task, by mailbox · program: by
 * the client id of its token, in older records an IAM principal · step: one of ours, by the name of its entry point ·
 * payer: by the id in the practice's contract.
 */
export const ActorKind = z.enum(['person', 'program', 'step', 'payer']);
export type ActorKind = z.infer<typeof ActorKind>;

const ActorRecord = z.object({
  kind: ActorKind,
  subject: z.string().min(1).describe('what identifies who acts among those of its kind'),
  practiceId: z.string().optional().describe('where it acts'),
  role: Desk.optional().describe('the desk whose work it does'),
  name: z.string().optional().describe('what the practice calls it, of those who are its members'),
  mailbox: z.string().optional().describe('of a person who signed in'),
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

/** A program that acts without a token of its own: the command line. */
export const programActor = (subject: string, practiceId: string): Actor => ({
  kind: 'program',
  subject,
  practiceId,
});

/** The mailbox of a person, in small letters: who signed in has one beside the subject, who follows a link only that. */
export const mailboxOf = ({ kind, subject, mailbox }: Actor): string | undefined => {
  if (kind !== 'person') return undefined;
  return (mailbox ?? (subject.includes('@') ? subject : undefined))?.toLowerCase();
};

/**
 * Whether two name the same one: its desk and practice may be known of one and not of the other, and a person is the
 * same who signs in and who follows the link in a mail to it.
 */
export const isSameActor = (one: Actor, other: Actor): boolean => {
  if (one.kind !== other.kind) return false;
  if (one.subject === other.subject) return true;
  const mailbox = mailboxOf(one);
  return mailbox !== undefined && mailbox === mailboxOf(other);
};

const inWords: Record<ActorKind, (actor: Actor) => string> = {
  person: ({ subject, name = subject, role }) => (role ? `${name} (${role.replace('-', ' ')})` : name),
  program: ({ subject, name = withoutArn(subject) }) => `program ${name}`,
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
