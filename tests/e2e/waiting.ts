import { expect } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Task } from '../../functions/domain/task.ts';
import { linkOf } from '../../local/desks.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { listMail, type Mail } from '../../local/mailbox.ts';
import type { EncounterView } from '../../local/practice-client.ts';

/**
 * What the question answers once it does not throw: lets everything come to rest before it asks, and time pass where
 * that is not enough. Throws what the question last threw when nothing is due any more.
 */
export const once = async <T>({ time }: LocalPractice, question: () => Promise<T>): Promise<T> => {
  for (;;) {
    await time.settle();
    try {
      return await question();
    } catch (error) {
      if (!(await time.advance())) throw error;
    }
  }
};

/** The encounter once it is as the check wants it; throws with what the check last said when it never is. */
export const encounterOnce = (
  practice: LocalPractice,
  encounterId: string,
  check: (view: EncounterView) => void,
): Promise<EncounterView> =>
  once(practice, async () => {
    const view = await practice.client.encounter(encounterId);
    check(view);
    return view;
  });

export const onlyClaim = ({ claims }: EncounterView): Claim => {
  const [claim] = claims;
  if (!claim || claims.length > 1) throw new Error(`There are ${claims.length} claims`);
  return claim;
};

/** Waits until the encounter has a claim, and gives that. */
export const claimOf = async (practice: LocalPractice, encounterId: string): Promise<Claim> =>
  onlyClaim(await encounterOnce(practice, encounterId, onlyClaim));

/** Waits until a task of the kind is open in the encounter, and gives that. */
export const openTaskOf = async (
  practice: LocalPractice,
  encounterId: string,
  kind: Task['kind'],
): Promise<Task> => {
  const isIt = (task: Task): boolean => task.kind === kind && task.status === 'open';
  const { tasks } = await encounterOnce(practice, encounterId, (view) =>
    expect(view.tasks.filter(isIt)).toHaveLength(1),
  );
  const task = tasks.find(isIt);
  if (!task) throw new Error(`No ${kind} task is open`);
  return task;
};

/** The first part of a link's token says what it is for; only the second, its signature, is secret. */
export const linkPayload = (link: string): { t: string; n: string; r: string; e: number } =>
  JSON.parse(Buffer.from(link.split('/t/')[1]?.split('.')[0] ?? '', 'base64url').toString('utf8'));

/** All mail about a task so far, oldest first. */
export const mailAbout = async ({ cloud }: LocalPractice, taskId: string): Promise<Mail[]> =>
  (await listMail(cloud.endpoint)).filter((mail) => {
    const link = linkOf(mail);
    return link !== undefined && linkPayload(link).t === taskId;
  });

/** The links of a task's mail once there are so many, oldest first. */
export const linksOf = (practice: LocalPractice, taskId: string, count = 1): Promise<string[]> =>
  once(practice, async () => {
    const links = (await mailAbout(practice, taskId)).flatMap((mail) => linkOf(mail) ?? []);
    expect(links.length).toBeGreaterThanOrEqual(count);
    return links;
  });

export const latestLink = async (practice: LocalPractice, taskId: string): Promise<string> => {
  const link = (await linksOf(practice, taskId)).at(-1);
  if (!link) throw new Error('The task has no mail');
  return link;
};
