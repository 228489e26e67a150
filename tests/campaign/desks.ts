import type { Claim } from '../../functions/domain/claim.ts';
import type { Task } from '../../functions/domain/task.ts';
import { decideByLink, linkOf } from '../../local/desks.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { listMail } from '../../local/mailbox.ts';
import type { SampleDecision } from '../../local/samples.ts';
import { linkPayload } from '../e2e/waiting.ts';
import type { Visit } from './visits.ts';

/** What the desks of the month know: whose visit a task is about, and which tasks they have decided. */
export type Desks = {
  readonly visits: ReadonlyMap<string, Visit>;
  readonly decided: Map<string, Task>;
  /** Pages that refused what a desk decided. */
  readonly refused: Map<string, string>;
};

export const openDesks = (visits: readonly Visit[]): Desks => ({
  visits: new Map(visits.map((visit) => [visit.encounterId, visit])),
  decided: new Map(),
  refused: new Map(),
});

/** How many tasks are decided at once: each is two calls of a function. */
const atOnce = 4;

type Worklists = { readonly tasks: readonly Task[]; readonly claims: readonly Claim[] };

/** The open tasks that the stories have a decision for. */
export const plannedWork = (desks: Desks, { tasks, claims }: Worklists) => {
  const encounters = new Map(claims.map(({ claimId, encounterId }) => [claimId, encounterId]));
  return tasks.flatMap((task) => {
    const visit = desks.visits.get(task.encounterId ?? encounters.get(task.claimId ?? '') ?? '');
    const decision = visit && decisionFor(desks, visit, task);
    return visit && decision ? [{ task, visit, decision }] : [];
  });
};

/** Decides by their mails all open tasks that the stories have a decision for; returns how many. */
export const workDesks = async (
  practice: LocalPractice,
  desks: Desks,
  worklists: Worklists,
): Promise<number> => {
  const work = plannedWork(desks, worklists);
  if (work.length === 0) return 0;
  const links = await linksByTask(practice);
  for (let at = 0; at < work.length; at += atOnce)
    await Promise.all(
      work.slice(at, at + atOnce).map(async ({ task, visit, decision }) => {
        desks.decided.set(task.taskId, { ...task, encounterId: visit.encounterId });
        await decideByLink(links.get(task.taskId) ?? '', decision).catch((error: unknown) => {
          desks.refused.set(task.taskId, String(error));
        });
      }),
    );
  return work.length;
};

const linksByTask = async ({ cloud }: LocalPractice): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await listMail(cloud.endpoint)).flatMap((mail) => {
      const link = linkOf(mail);
      return link ? [[linkPayload(link).t, link] as const] : [];
    }),
  );

/** The n-th decision of a kind is for the n-th task of that kind; a task is decided once. */
const decisionFor = (
  { decided }: Desks,
  visit: Visit,
  { taskId, kind }: Task,
): SampleDecision | undefined => {
  if (decided.has(taskId)) return undefined;
  const before = [...decided.values()].filter(
    (task) => task.encounterId === visit.encounterId && task.kind === kind,
  ).length;
  const planned = (visit.story.decisions ?? []).filter((one) => one.kind === kind)[before];
  if (!planned) return undefined;
  const fields = {
    note: 'Decided by the desk.',
    ...(planned.action === 'resubmit' && mended(visit)),
    ...(planned.action === 'appeal' && {
      letter: 'Please decide the claim anew with the note, which is enclosed.',
    }),
    ...(planned.action === 'write-off' && { writeOffReason: 'other' }),
  };
  return { kind, action: planned.action as SampleDecision['action'], fields };
};

/** What a biller corrects before a claim goes out again. */
const mended = ({ story: { slip }, right }: Visit): Record<string, string> => {
  if (slip === 'member-number') return { memberId: right.memberId };
  if (slip === 'underscore') return { patientLastName: right.lastName };
  return { priorAuthorization: right.authorization };
};
