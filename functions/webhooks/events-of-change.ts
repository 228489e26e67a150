import type { Claim } from '../domain/claim.ts';
import { denialsByDay } from '../domain/denials/denials-of-claim.ts';
import { contentDigest } from '../domain/digest.ts';
import type { Encounter } from '../domain/encounter.ts';
import { insurancePaidOf } from '../domain/ledger/effective-decision.ts';
import type { Task } from '../domain/task.ts';
import type { Change } from '../domain/webhooks/change.ts';
import type { WebhookEventType, WebhookMessage } from '../domain/webhooks/message.ts';

/** Whether a change is one that an event tells of; before is undefined of what is new. */
type Tells<T> = (before: T | undefined, after: T) => boolean;

const isNew: Tells<unknown> = (before) => before === undefined;

const enters =
  <T extends { readonly status: string }>(status: T['status']): Tells<T> =>
  (before, after) =>
    after.status === status && before?.status !== status;

const leaves =
  <T extends { readonly status: string }>(status: T['status']): Tells<T> =>
  (before, after) =>
    before?.status === status && after.status !== status;

const grows =
  <T>(measure: (record: T) => number): Tells<T> =>
  (before, after) =>
    measure(after) > (before ? measure(before) : 0);

const shrinks =
  <T>(measure: (record: T) => number): Tells<T> =>
  (before, after) =>
    before !== undefined && measure(after) < measure(before);

const sentTimes = ({ submissions }: Claim): number =>
  submissions.filter(({ sentAt }) => sentAt !== undefined).length;

const tellsOfVisit: readonly (readonly [WebhookEventType, Tells<Encounter>])[] = [
  ['visit.received', isNew],
  ['visit.coded', enters('coded')],
];

const tellsOfClaim: readonly (readonly [WebhookEventType, Tells<Claim>])[] = [
  ['claim.created', isNew],
  ['claim.submitted', grows(sentTimes)],
  ['claim.accepted', enters('accepted')],
  ['claim.rejected', enters('rejected')],
  ['claim.denied', grows((claim) => denialsByDay(claim).length)],
  ['claim.paid', grows(insurancePaidOf)],
  ['claim.taken-back', shrinks(insurancePaidOf)],
  ['claim.appealed', enters('appealed')],
  ['claim.reopened', leaves('closed')],
  ['claim.closed', enters('closed')],
];

const tellsOfTask: readonly (readonly [WebhookEventType, Tells<Task>])[] = [
  ['task.opened', isNew],
  ['task.done', enters('done')],
  ['task.reopened', leaves('done')],
];

const matching = <T>(
  tells: readonly (readonly [WebhookEventType, Tells<T>])[],
  before: T | undefined,
  after: T,
): readonly WebhookEventType[] => tells.flatMap(([type, isTold]) => (isTold(before, after) ? [type] : []));

type Data = WebhookMessage['data'];

const within = (practiceId: string, path: string): string => `/v1/practices/${practiceId}/${path}`;

const visitData = ({ practiceId, encounterId, status, version }: Encounter): Data => ({
  ...{ practiceId, record: 'visit', id: encounterId, status, sequence: version },
  path: within(practiceId, `encounters/${encounterId}`),
  encounterId,
});

const claimData = ({ practiceId, claimId, encounterId, status, version, end }: Claim): Data => ({
  ...{ practiceId, record: 'claim', id: claimId, status, sequence: version },
  path: within(practiceId, `claims/${claimId}`),
  ...{ claimId, encounterId },
  ...(status === 'closed' && end && { end }),
});

const taskData = (task: Task): Data => {
  const { practiceId, taskId, kind, status, claimId, encounterId, revision = 0, outcome } = task;
  return {
    ...{ practiceId, record: 'task', id: taskId, status, sequence: revision },
    path: within(practiceId, `tasks/${encodeURIComponent(taskId)}`),
    ...{ taskId, kind },
    ...(claimId !== undefined && { claimId }),
    ...(encounterId !== undefined && { encounterId }),
    ...(status === 'done' && outcome && { action: outcome.action }),
  };
};

/** A task that is new and about a visit of which no claim is made says that the visit needs somebody. */
const attentionTo = (before: Task | undefined, task: Task): readonly Data[] => {
  const { practiceId, encounterId, claimId, taskId, revision = 0 } = task;
  if (before !== undefined || encounterId === undefined || claimId !== undefined) return [];
  return [
    {
      ...{ practiceId, record: 'visit', id: encounterId, status: 'needs-attention', sequence: revision },
      path: within(practiceId, `encounters/${encounterId}`),
      ...{ encounterId, taskId },
    },
  ];
};

/** The same change of the same record always has the same id, however often it is told. */
const messageOf = (type: WebhookEventType, data: Data, at: string): WebhookMessage => {
  const { practiceId, record, id, sequence, taskId = '' } = data;
  const change = JSON.stringify([practiceId, record, id, sequence, taskId, type]);
  return { id: `msg_${contentDigest(change)}`, type, apiVersion: 'v1', timestamp: at, data };
};

const all = (types: readonly WebhookEventType[], data: Data, at: string): readonly WebhookMessage[] =>
  types.map((type) => messageOf(type, data, at));

/** What a change of a record is told as: ids and statuses, most often nothing. */
export const eventsOfChange = (change: Change): readonly WebhookMessage[] => {
  const { kind, at } = change;
  if (kind === 'encounter')
    return all(matching(tellsOfVisit, change.before, change.after), visitData(change.after), at);
  if (kind === 'claim')
    return all(matching(tellsOfClaim, change.before, change.after), claimData(change.after), at);
  return [
    ...all(matching(tellsOfTask, change.before, change.after), taskData(change.after), at),
    ...attentionTo(change.before, change.after).map((data) => messageOf('visit.needs-attention', data, at)),
  ];
};

/** What somebody who tries an endpoint sends there. */
export const testMessage = (
  { practiceId, endpointId }: { readonly practiceId: string; readonly endpointId: string },
  status: string,
  at: string,
): WebhookMessage =>
  messageOf(
    'webhook.test',
    {
      ...{ practiceId, record: 'webhook', id: endpointId, status, sequence: Date.parse(at) },
      path: within(practiceId, `webhooks/${endpointId}`),
    },
    at,
  );
