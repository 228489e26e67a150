import { z } from 'zod';
import { checkInput, checkJson } from '../../domain/check-input.ts';
import { ShownDelivery } from '../../domain/webhooks/delivery.ts';
import { type EndpointName, ShownEndpoint } from '../../domain/webhooks/endpoint.ts';
import {
  DeliveryQuery,
  type EndpointAnswer,
  EndpointPatch,
  NewEndpoint,
  type ReplayAnswer,
  ReplayRequest,
} from '../../domain/webhooks/requests.ts';
import { badRequest, type HttpResponse, json, problem } from '../../runtime/http-handler.ts';
import { pageOf } from '../mechanics/list-page.ts';
import {
  notFound,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
  type RespondWithPage,
} from '../practice-request.ts';

const nameOf = ({ practiceId, path }: PracticeRequest): EndpointName => ({
  practiceId,
  endpointId: path.endpointId ?? '',
});

const respondTo = (answer: EndpointAnswer, status = 200): HttpResponse => {
  if (answer.outcome === 'unknown') return notFound();
  if (answer.outcome === 'refused') return badRequest(answer.findings);
  const { outcome: _, ...saved } = answer;
  return json(status, saved);
};

const respondToReplay = (answer: ReplayAnswer): HttpResponse => {
  if (answer.outcome === 'unknown') return notFound();
  if (answer.outcome === 'disabled')
    return problem('Contradiction', { detail: 'The webhook is disabled: enable it first' });
  const { outcome: _, ...replayed } = answer;
  return json(202, replayed);
};

const listWebhooks: Respond = async ({ practiceId }, { webhooks }) =>
  json(200, { webhooks: await webhooks.list(practiceId) });

const addWebhook: Respond = async ({ practiceId, body, by }, { webhooks }) => {
  const asked = checkJson(NewEndpoint, body);
  if (!asked.success) return badRequest(asked.findings);
  return respondTo(await webhooks.add(practiceId, asked.data, by), 201);
};

const getWebhook: Respond = async (request, { webhooks }) => {
  const webhook = await webhooks.find(nameOf(request));
  return webhook ? json(200, { webhook }) : notFound();
};

const changeWebhook: Respond = async (request, { webhooks }) => {
  const asked = checkJson(EndpointPatch, request.body);
  if (!asked.success) return badRequest(asked.findings);
  return respondTo(await webhooks.change(nameOf(request), asked.data, request.by));
};

const removeWebhook: Respond = async (request, { webhooks }) =>
  respondTo(await webhooks.remove(nameOf(request)));

const rotateSecret: Respond = async (request, { webhooks }) =>
  respondTo(await webhooks.rotate(nameOf(request), request.by));

const testWebhook: Respond = async (request, { webhooks }) =>
  respondToReplay(await webhooks.test(nameOf(request)));

const replayMessages: Respond = async (request, { webhooks }) => {
  const asked = checkJson(ReplayRequest, request.body);
  if (!asked.success) return badRequest(asked.findings);
  return respondToReplay(await webhooks.replay(nameOf(request), asked.data));
};

const listDeliveries: RespondWithPage = async (request, { webhooks }) => {
  const asked = checkInput(DeliveryQuery, request.query);
  if (!asked.success) return badRequest(asked.findings);
  const found = await webhooks.deliveries(nameOf(request), asked.data, request.page.asked);
  return found ? request.page.answer(found) : notFound();
};

const one = z.object({ webhook: ShownEndpoint });
const withSecret = one.extend({
  secret: z.string().describe('the key of the signatures; it is shown this once and never again'),
});

const replayed = z.object({
  messageIds: z.array(z.string()).describe('what is sent again'),
  unknown: z.array(z.string()).describe('what the webhook was never told, or is older than thirty days'),
  continueFrom: z.string().optional().describe('ask again from this instant: there is more'),
});

/** Where a practice's programs are told of what happens. */
export const webhookRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/webhooks',
    summary: 'Where programs are told of what happens',
    permission: 'administer',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.object({ webhooks: z.array(ShownEndpoint) }) },
    handler: listWebhooks,
  },
  {
    method: 'POST',
    path: '/webhooks',
    summary: 'Adds a webhook; the answer has the key of its signatures, which is never shown again',
    shownOnce: 'The key of its signatures is shown once: give the webhook a new one',
    permission: 'administer',
    audit: 'no-patient-data',
    body: NewEndpoint,
    answer: { status: 201, body: withSecret },
    handler: addWebhook,
  },
  {
    method: 'GET',
    path: '/webhooks/{endpointId}',
    summary: 'A webhook, and whether it takes what it is told',
    permission: 'administer',
    audit: 'no-patient-data',
    answer: { status: 200, body: one },
    handler: getWebhook,
  },
  {
    method: 'PATCH',
    path: '/webhooks/{endpointId}',
    summary: 'Changes where a webhook is, what it is told of, and whether it is',
    permission: 'administer',
    audit: 'no-patient-data',
    body: EndpointPatch,
    answer: { status: 200, body: one },
    handler: changeWebhook,
  },
  {
    method: 'DELETE',
    path: '/webhooks/{endpointId}',
    summary: 'Deletes a webhook; what waited for it is sent nowhere',
    permission: 'administer',
    audit: 'no-patient-data',
    answer: { status: 200, body: one },
    handler: removeWebhook,
  },
  {
    method: 'POST',
    path: '/webhooks/{endpointId}/rotation',
    summary: 'Gives a webhook a new key; the former one signs beside it for a day',
    shownOnce: 'The new key is shown once: give the webhook another one',
    permission: 'administer',
    audit: 'no-patient-data',
    answer: { status: 200, body: withSecret },
    handler: rotateSecret,
  },
  {
    method: 'POST',
    path: '/webhooks/{endpointId}/test',
    summary: 'Sends a message that tells of nothing',
    permission: 'administer',
    audit: 'no-patient-data',
    answer: { status: 202, body: replayed },
    handler: testWebhook,
  },
  {
    method: 'POST',
    path: '/webhooks/{endpointId}/replay',
    summary: 'Sends messages again: by their ids, or all of a span of instants',
    permission: 'administer',
    audit: 'no-patient-data',
    body: ReplayRequest,
    answer: { status: 202, body: replayed },
    handler: replayMessages,
  },
  {
    method: 'GET',
    path: '/webhooks/{endpointId}/deliveries',
    summary: 'What a webhook was told in the last thirty days, each with its tries',
    list: 'the latest first',
    permission: 'administer',
    audit: 'no-patient-data',
    query: DeliveryQuery,
    answer: { status: 200, body: pageOf(ShownDelivery) },
    handler: listDeliveries,
  },
];
