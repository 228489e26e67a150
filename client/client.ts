import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

export type { components, operations, paths } from './schema.d.ts';

/** A record of the API by the name that its description has for it: `Schema<'Claim'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type Problem = Schema<'Problem'>;

/** The API did not carry a request out: why, what to do, and what in the request is wrong, by its place. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  /** Leads to the words about it: "/v1/docs#InvalidInput". */
  readonly type: string;
  readonly next: string;
  readonly findings: Problem['findings'];

  constructor(status: number, { type, title, detail, next, findings }: Partial<Problem>, request: string) {
    const told = findings?.map((one) => `${one.field || 'the whole'}: ${one.detail}`) ?? [];
    super([`${request} is answered with ${status}: ${detail ?? title ?? ''}`, ...told].join('\n'));
    this.status = status;
    this.type = type ?? 'about:blank';
    this.next = next ?? '';
    this.findings = findings ?? [];
  }
}

/** Gives an access token that still holds. */
export type TokenSource = () => Promise<string>;

export type Credentials = {
  /** Where tokens are given out: `https://….amazoncognito.com/oauth2/token`. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** @default all that the program may */
  readonly scopes?: readonly string[];
  /** @default the one that there is */
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. @default the clock of this machine */
  readonly now?: () => number;
};

type Token = { readonly access_token: string; readonly expires_in: number };

/** Before its end: a request that is under way must not lose its token, nor clocks that differ. */
const renewedBeforeMs = 60_000;

/** Signs a program in by its secret (client credentials, RFC 6749). The token is kept, and renewed a minute before its end. */
export const clientCredentials = (credentials: Credentials): TokenSource => {
  const { now = Date.now } = credentials;
  let held: { readonly token: Promise<Token>; until: number } | undefined;
  const renew = async (): Promise<Token> => {
    const token = askForToken(credentials);
    const given = { token, until: Number.POSITIVE_INFINITY };
    held = given;
    try {
      const { expires_in: seconds } = await token;
      given.until = now() + seconds * 1000 - renewedBeforeMs;
    } catch (error) {
      held = undefined;
      throw error;
    }
    return token;
  };
  return async () => (await (held && now() < held.until ? held.token : renew())).access_token;
};

const askForToken = async ({
  tokenUrl,
  clientId,
  clientSecret,
  scopes,
  ...of
}: Credentials): Promise<Token> => {
  const response = await (of.fetch ?? fetch)(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      ...(scopes && { scope: scopes.map((scope) => `claimwright/${scope}`).join(' ') }),
    }),
  });
  if (!response.ok) throw new Error(`No access token: ${response.status} ${await response.text()}`);
  return (await response.json()) as Token; // of this form by RFC 6749
};

export type ClaimwrightOptions = {
  /** Without a slash at the end. */
  readonly apiUrl: string;
  readonly token: TokenSource;
  /** @default the one that there is */
  readonly fetch?: (request: Request) => Promise<Response>;
};

export type Claimwright = Client<paths>;

const problemOf = async (response: Response): Promise<Partial<Problem>> => {
  try {
    const { message, ...problem } = (await response.json()) as Partial<Problem> & { message?: string };
    return message === undefined ? problem : { ...problem, detail: message };
  } catch {
    return { detail: response.statusText };
  }
};

/** Signs each request, and throws a ProblemError of each that is not carried out. */
const signed = (token: TokenSource): Middleware => ({
  onRequest: async ({ request }) => {
    request.headers.set('authorization', `Bearer ${await token()}`);
    return request;
  },
  onResponse: async ({ request, response }) => {
    if (response.ok) return undefined;
    const { pathname } = new URL(request.url);
    throw new ProblemError(response.status, await problemOf(response), `${request.method} ${pathname}`);
  },
});

/** Statuses of a request that was cut off on the other side, or that nobody was there for. */
export const cutOff: readonly number[] = [502, 503, 504];

const waitsMs = [200, 1000, 5000] as const;

/** Whether a request does nothing twice: all but a POST say how it is to be, and a key names a POST. */
const mayRepeat = ({ method, headers }: Request): boolean =>
  method !== 'POST' || headers.has('idempotency-key');

/** Sends a request, and again what was cut off, where that does nothing twice. */
export const sentAgain =
  (send: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    for (const waitMs of mayRepeat(request) ? waitsMs : []) {
      const response = await send(request.clone());
      if (!cutOff.includes(response.status)) return response;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
    return send(request);
  };

/** The API by its description: `api.GET('/v1/practices/{practiceId}/claims', { params: { path: { practiceId } } })`. */
export const claimwright = ({ apiUrl, token, fetch: send = fetch }: ClaimwrightOptions): Claimwright => {
  const client = createClient<paths>({ baseUrl: apiUrl, fetch: sentAgain(send) });
  client.use(signed(token));
  return client;
};

/** What a request is answered with; one that is not carried out throws. */
export const answerOf = async <Data>(
  request: Promise<{ readonly data?: Data }>,
): Promise<NonNullable<Data>> => {
  const { data } = await request;
  if (data === undefined || data === null) throw new Error('The answer is empty');
  return data;
};

/**
 * Every item of a list, one page after another, as somebody asks for them: `ask` gets the cursor of the page, none for the
 * first.
 */
export async function* everyItem<Item>(
  ask: (cursor: string | undefined) => Promise<{ readonly items: readonly Item[]; readonly next?: string }>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const { items, next } = await ask(cursor);
    yield* items;
    cursor = next;
  } while (cursor !== undefined);
}
