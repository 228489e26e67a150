import { programActor } from '../../functions/domain/actor.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { Change } from '../../functions/domain/webhooks/change.ts';
import type { WebhookEventType } from '../../functions/domain/webhooks/message.ts';
import { webhooksOfPractice } from '../../functions/webhooks/webhooks-of-practice.ts';
import { aTask } from '../factories/tasks.ts';
import type { World } from './webhook-world.ts';

export const by = programActor('client-of-ana', 'maple-street');

/** A task of a claim that was opened: one message for whoever wants to know. */
export const openedTask = (change: Partial<Task> = {}, at = '2026-11-02T10:00:00.000Z'): Change => ({
  kind: 'task',
  before: undefined,
  after: aTask(change),
  at,
});

/** Adds an endpoint and gives its name and secret; throws where it is refused. */
export const addEndpoint = async (
  world: World,
  url: string,
  { practiceId = 'maple-street', types }: { practiceId?: string; types?: WebhookEventType[] } = {},
) => {
  const answer = await webhooksOfPractice(world.effects).add(practiceId, { url, types }, by);
  if (answer.outcome !== 'saved') throw new Error(JSON.stringify(answer));
  const { endpointId } = answer.webhook;
  return { practiceId, endpointId, secret: answer.secret ?? '' };
};
