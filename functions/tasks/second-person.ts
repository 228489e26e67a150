import { type Actor, isSameActor, mailboxOf } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { claimPosition, countedWriteOffs } from '../domain/position.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { partsThat } from '../domain/tasks/open-parts.ts';
import { type Cents, cents, sum, zero } from '../edi/money.ts';
import { type NoticeEffects, sendTaskEmail } from './send-task-email.ts';

export type SecondPersonEffects = NoticeEffects & {
  readonly getPractice: (
    practiceId: string,
  ) => Promise<Pick<Practice, 'supervisor' | 'timeZone' | 'writeOffLimit'>>;
};

/** What a decision gives up with what was given up of the claim before, in cents: parts add up to one write-off. */
const givenUpWith = (outcome: TaskOutcome, claim: Claim): Cents =>
  cents(writtenOffBy(outcome, claim) + sum(countedWriteOffs(claim).map(({ amount }) => amount)));

/** What a decision gives up, in cents. */
export const writtenOffBy = (
  { action, parts = [] }: Pick<TaskOutcome, 'action' | 'parts'>,
  claim: Claim,
): Cents => {
  if (action === 'write-off') return claimPosition(claim).open;
  return action === 'decide-parts' ? partsThat('write-off', parts).amount : zero;
};

/**
 * Whether a write-off that brings what is given up of a claim above the practice's limit still lacks its second person.
 * What was given up in parts adds up, so that the limit cannot be slipped under. The first one's is kept with the task as
 * a proposal, and somebody else is asked by mail; whoever else decides the same amount then confirms it.
 */
export const lacksSecondPerson = async (
  task: Task,
  outcome: TaskOutcome,
  claim: Claim,
  effects: SecondPersonEffects,
): Promise<Task | 'changed' | undefined> => {
  const amount = writtenOffBy(outcome, claim);
  if (amount === 0) return undefined;
  const { writeOffLimit, supervisor, timeZone } = await effects.getPractice(task.practiceId);
  if (writeOffLimit === undefined || givenUpWith(outcome, claim) <= writeOffLimit) return undefined;
  const { proposal } = task;
  const isSeconded =
    proposal !== undefined &&
    isAnother(proposal.by, outcome.by, task) &&
    writtenOffBy(proposal, claim) === amount;
  if (isSeconded) return undefined;
  const { secondAskedAt: _asked, ...rest } = task;
  const proposed: Task = { ...rest, proposal: outcome };
  // The supervisor's own proposal goes to the desk of the task.
  const to = mailboxOf(outcome.by) === supervisor.toLowerCase() ? task.email : supervisor;
  const letter = { notice: 'second-person', to, now: new Date(outcome.at), timeZone } as const;
  return (await sendTaskEmail(proposed, letter, effects)) ?? 'changed';
};

/**
 * Several people read the mailbox of a desk. Who follows its link may be the very person who signed in before, so that
 * it confirms nothing of what such a one proposed.
 */
const isAnother = (first: Actor, second: Actor, { email }: Pick<Task, 'email'>): boolean => {
  const signedIn = first.kind === 'person' && first.mailbox !== undefined;
  const isDesk = second.mailbox === undefined && mailboxOf(second) === email.toLowerCase();
  return !isSameActor(first, second) && !(signedIn && isDesk);
};
