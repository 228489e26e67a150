// A clinic's integration, written against the published description of the API alone: it signs in, registers a visit,
// uploads its note, and follows its claims until they are closed. Plain Node, no package.
//
//   API_URL=… TOKEN_URL=… CLIENT_ID=… CLIENT_SECRET=… PRACTICE_ID=maple-street \
//     WEBHOOK_PORT=8080 WEBHOOK_SECRET=whsec_… \
//     node docs/integration/follow-visit.mjs E1014 encounter.json note.txt
//
// An administrator adds the webhook (postWebhooks) with the address that leads to WEBHOOK_PORT, and gets its key once.
// Without a webhook the visit is looked at every POLL_SECONDS; with one, when a message says so, and then as well.
//
// Exit codes: 0 all claims are paid, 1 the visit ended otherwise or waits for a person, 2 a request failed.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const {
  API_URL,
  TOKEN_URL,
  CLIENT_ID,
  CLIENT_SECRET,
  PRACTICE_ID,
  WEBHOOK_PORT,
  WEBHOOK_SECRET = '',
  POLL_SECONDS = WEBHOOK_PORT ? '3600' : '60',
  GIVE_UP_DAYS = '60',
} = process.env;
const [encounterId, registrationFile, noteFile] = process.argv.slice(2);

/** Where each operation is, by its id: paths may gain parameters, ids stay. */
const readDescription = async () => {
  const { paths } = await (await fetch(`${API_URL}/v1/openapi.json`)).json();
  const places = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => [operationId, { method, path }]),
  );
  return new Map(places);
};

/** A token of client credentials, asked for again a minute before its end. */
const signIn = () => {
  let token = '';
  let until = 0;
  return async () => {
    if (Date.now() < until) return token;
    const response = await fetch(TOKEN_URL, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${CLIENT_ID}:${CLIENT_SECRET}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        scope: 'claimwright/read claimwright/register',
      }),
    });
    if (!response.ok) throw new Error(`No token: ${response.status} ${await response.text()}`);
    const given = await response.json();
    token = given.access_token;
    until = Date.now() + (given.expires_in - 60) * 1000;
    return token;
  };
};

/** What a refusal says, with each finding and its place. */
const wordsOf = ({ title, detail, message, findings = [] }) =>
  [detail ?? title ?? message, ...findings.map((one) => `  ${one.field}: ${one.detail}`)].join('\n');

const description = await readDescription();
const token = signIn();

/** Calls an operation. What may be sent again (429, 503) is, three times; `absent` is given for 404. */
const call = async (operationId, places = {}, { body, absent } = {}) => {
  const operation = description.get(operationId);
  if (!operation) throw new Error(`The API has no ${operationId} any more`);
  const all = { practiceId: PRACTICE_ID, ...places };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(all[name]));
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${API_URL}${path}`, {
      method: operation.method.toUpperCase(),
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    if (response.status === 404 && absent !== undefined) return absent;
    if (![429, 503].includes(response.status) || tries === 3)
      throw new Error(`${operationId}: ${response.status} ${wordsOf(answer)}`);
    await pause(1000 * 2 ** tries);
  }
};

/** Sends a document by the form that the API gives; it is good for minutes, and for this one document. */
const upload = async (fileName, bytes) => {
  const body = { fileName, size: bytes.length };
  const { url, fields } = await call('postEncounterDocuments', { encounterId }, { body });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes]));
  const response = await fetch(url, { method: 'POST', body: form });
  if (!response.ok) throw new Error(`The upload of ${fileName} is answered with ${response.status}`);
};

const isSame = (one, other) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whether a message was signed by the key of the webhook within the last minutes (Standard Webhooks 1.0). */
const isSigned = ({ headers }, body) => {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signatures = '' } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(at)) < 300)) return false;
  const key = Buffer.from(WEBHOOK_SECRET.replace(/^whsec_/, ''), 'base64');
  const right = `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
  // While a key is being replaced a message has two signatures.
  return signatures.split(' ').some((one) => isSame(one, right));
};

/** Takes messages in, each once, and tells whoever waits that there was one since it last asked. */
const listenTo = async (port) => {
  const taken = new Set();
  let news = Promise.withResolvers();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    if (!isSigned(request, body)) return response.writeHead(401).end();
    const id = request.headers['webhook-id'];
    if (!taken.has(id)) news.resolve();
    taken.add(id);
    return response.writeHead(204).end();
  });
  await new Promise((listening) => server.listen(Number(port), listening));
  return {
    message: async () => {
      await news.promise;
      news = Promise.withResolvers();
    },
    stop: () => server.close().closeAllConnections(),
    count: () => taken.size,
  };
};

/**
 * Comes back whenever the visit may have changed: a message says that something happened, the visit what; and after some
 * time all the same.
 */
async function* occasions() {
  const end = Date.now() + Number(GIVE_UP_DAYS) * 86_400_000;
  const webhook = WEBHOOK_PORT ? await listenTo(WEBHOOK_PORT) : undefined;
  try {
    while (Date.now() < end) {
      yield;
      const later = pause(Number(POLL_SECONDS) * 1000, undefined, { ref: !webhook });
      await (webhook ? Promise.race([webhook.message(), later]) : later);
    }
  } finally {
    if (webhook) console.log(`messages taken: ${webhook.count()}`);
    webhook?.stop();
  }
}

/** Tells what is new of the visit since the last look. */
const teller = () => {
  const told = new Set();
  return (lines) => {
    for (const line of lines) if (!told.has(line)) console.log(line);
    for (const line of lines) told.add(line);
  };
};

const dollars = (cents) => (cents / 100).toFixed(2);

const linesOf = ({ encounter, claims, tasks }) => [
  `visit ${encounter.encounterId} is ${encounter.status}`,
  ...claims.map(({ claimId, payerId, status, end }) =>
    `claim ${claimId} to ${payerId} is ${status} ${end ?? ''}`.trim(),
  ),
  ...tasks
    .filter(({ status }) => status === 'open')
    .map(({ owner, title }) => `waits for ${owner}: ${title}`),
];

/** Follows the visit until each of its claims is closed; gives the exit code. */
const follow = async () => {
  const tell = teller();
  for await (const _occasion of occasions()) {
    const view = await call('getEncounter', { encounterId }, { absent: null });
    if (!view) continue; // taken in within seconds
    tell(linesOf(view));
    const { claims, position } = view;
    if (claims.length === 0 || claims.some(({ status }) => status !== 'closed')) continue;
    console.log(
      `paid ${dollars(position.insurancePaid)} of ${dollars(position.charge)}, open ${dollars(position.open)}`,
    );
    return position.insurancePaid > 0 && position.open === 0 ? 0 : 1;
  }
  console.log('the visit is not closed: look at its open tasks');
  return 1;
};

try {
  const registration = JSON.parse(await readFile(registrationFile, 'utf8'));
  await call('putEncounterRegistration', { encounterId }, { body: registration });
  await upload('note.txt', await readFile(noteFile));
  process.exitCode = await follow();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
