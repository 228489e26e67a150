import { userInfo } from 'node:os';
import Table from 'cli-table3';
import { Command } from 'commander';
import { programActor } from '../functions/domain/actor.ts';
import { checkInput } from '../functions/domain/check-input.ts';
import type { ShownDelivery } from '../functions/domain/webhooks/delivery.ts';
import type { ShownEndpoint } from '../functions/domain/webhooks/endpoint.ts';
import {
  type EndpointAnswer,
  NewEndpoint,
  type ReplayAnswer,
  ReplayRequest,
} from '../functions/domain/webhooks/requests.ts';
import { webhooksOfPractice } from '../functions/webhooks/webhooks-of-practice.ts';
import { checked } from './failure.ts';
import { jsonOption, type Printing, print } from './print.ts';

const plain = { head: [], border: [], compact: true };

/** Endpoints, with what they are told of and how they stand. */
export const renderEndpoints = (endpoints: readonly ShownEndpoint[]): string => {
  const table = new Table({ head: ['webhook', 'url', 'events', 'status', 'failing since'], style: plain });
  for (const { endpointId, url, types, status, disabledFor, failingSince = '' } of endpoints)
    table.push([
      ...[endpointId, url, types?.join(', ') ?? 'all'],
      ...[disabledFor ? `${status} (${disabledFor})` : status, failingSince.slice(0, 16)],
    ]);
  return table.toString();
};

/** What an endpoint was told, with how its last try went. */
export const renderDeliveries = (deliveries: readonly ShownDelivery[]): string => {
  const table = new Table({
    head: ['message', 'event', 'told', 'status', 'tries', 'last answer', 'due'],
    style: plain,
  });
  for (const { messageId, type, createdAt, status, attempts, dueAt = '' } of deliveries) {
    const last = attempts.at(-1);
    const answer = last?.status ?? last?.error ?? '';
    table.push([
      messageId,
      type,
      createdAt.slice(0, 19),
      status,
      attempts.length,
      answer,
      dueAt.slice(0, 19),
    ]);
  }
  return table.toString();
};

/** The adapters read their configuration when they are loaded: not before the command knows its table. */
const webhooks = async () => {
  const { webhookEffects } = await import('../functions/adapters/webhooks/webhook-effects.ts');
  return webhooksOfPractice(webhookEffects);
};

const showEndpoint = (answer: EndpointAnswer, options: Options): void => {
  if (answer.outcome === 'refused') checked({ success: false, findings: answer.findings });
  if (answer.outcome !== 'saved') throw new Error('The practice has no such webhook');
  const { webhook, secret } = answer;
  print(options, { webhook, secret }, () =>
    [
      renderEndpoints([webhook]),
      ...(secret ? ['', `The key of its signatures, shown this once: ${secret}`] : []),
    ].join('\n'),
  );
};

const showReplay = (answer: ReplayAnswer, options: Options): void => {
  if (answer.outcome === 'unknown') throw new Error('The practice has no such webhook');
  if (answer.outcome !== 'replayed') throw new Error('The webhook is disabled: enable it first');
  const { messageIds, unknown, continueFrom } = answer;
  print(options, { messageIds, unknown, continueFrom }, () =>
    [
      `Sent again: ${messageIds.length}`,
      ...(unknown.length > 0
        ? [`It was never told, or longer than thirty days ago: ${unknown.join(', ')}`]
        : []),
      ...(continueFrom ? [`There is more: --from ${continueFrom}`] : []),
    ].join('\n'),
  );
};

type Options = Printing & {
  readonly practice: string;
  readonly events?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly messages?: readonly string[];
};

const actions = {
  list: async (_: string, options: Options) => {
    const endpoints = await (await webhooks()).list(options.practice);
    print(options, endpoints, () => renderEndpoints(endpoints));
  },
  add: async (url: string, options: Options) => {
    const { practice, events } = options;
    const asked = checked(checkInput(NewEndpoint, { url, ...(events && { types: events }) }));
    const by = programActor(`command line (${userInfo().username})`, practice);
    showEndpoint(await (await webhooks()).add(practice, asked, by), options);
  },
  test: async (endpointId: string, options: Options) =>
    showReplay(await (await webhooks()).test({ practiceId: options.practice, endpointId }), options),
  replay: async (endpointId: string, options: Options) => {
    const { practice: practiceId, messages: messageIds, from, to } = options;
    const asked = checked(checkInput(ReplayRequest, messageIds ? { messageIds } : { from, to }));
    showReplay(await (await webhooks()).replay({ practiceId, endpointId }, asked), options);
  },
  deliveries: async (endpointId: string, options: Options) => {
    const { practice: practiceId, from, to } = options;
    const found = await (await webhooks()).deliveries(
      { practiceId, endpointId },
      { from, to },
      { limit: 200 },
    );
    if (!found) throw new Error('The practice has no such webhook');
    const more = found.next === undefined ? [] : ['There may be earlier ones: --to'];
    print(options, found, () => [renderDeliveries(found.items), ...more].join('\n'));
  },
} as const;

/** `webhooks`: where a practice's programs are told of what happens. */
export const webhooksCommand = (useEnvironment: () => void): Command => {
  const command = new Command('webhooks').description('where programs are told of what happens');
  const add = (name: keyof typeof actions, description: string, argument?: string): Command => {
    const made = command.command(name).description(description);
    if (argument) made.argument(argument);
    return made
      .option('-p, --practice <id>', 'practice', 'maple-street')
      .option(...jsonOption)
      .action(async (...given: readonly unknown[]) => {
        useEnvironment();
        await actions[name](String(given[0]), made.opts<Options>());
      });
  };
  add('list', 'every webhook of the practice');
  add('add', 'add one, and print the key of its signatures', '<url>').option(
    '--events <type...>',
    'what it is told of; all if not given',
  );
  add('test', 'send a message that tells of nothing', '<webhook>');
  const span = (made: Command): Command =>
    made.option('--from <instant>', 'told since').option('--to <instant>', 'told before');
  span(add('replay', 'send messages again: by id, or all of a span', '<webhook>')).option(
    '--messages <id...>',
    'these',
  );
  span(add('deliveries', 'what it was told, with how it answered', '<webhook>'));
  return command;
};
