import { randomUUID } from 'node:crypto';
import { type KeptAnswer, type KeyRecord, standingOfKey } from '../../domain/access/request-key.ts';
import { contentDigest } from '../../domain/digest.ts';
import { badRequest, type HttpResponse, problem } from '../../runtime/http-handler.ts';
import type { PracticeRequest, PracticeRoute } from '../practice-request.ts';
import type { ApiMechanics, Clock, RequestKeys } from './api-mechanics.ts';

type OnceEffects = Pick<ApiMechanics, 'keys'> & Clock;

/** The name of the header, as the IETF drafts it. */
export const keyHeader = 'idempotency-key';

const replayedHeader = 'idempotency-replayed';

/** Bare or, as the draft has it, as a quoted text. */
const keyPattern = /^"?([\x21\x23-\x7e]{8,200})"?$/;

/** Longer than any call runs (30 s): what is not answered by then was cut off. */
const leaseMs = 60_000;

/** Whether a request of a route may be named by a key: what writes and is no PUT, PATCH or DELETE, which say how it is to be. */
export const takesKey = ({ method }: Pick<PracticeRoute, 'method'>): boolean => method === 'POST';

/** Whether it has to be. */
export const needsKey = (route: Pick<PracticeRoute, 'method' | 'repeat'>): boolean =>
  takesKey(route) && route.repeat === undefined;

const keyOf = ({ headers }: PracticeRequest): string | undefined => {
  const sent = headers[keyHeader];
  return sent === undefined ? undefined : (keyPattern.exec(sent)?.[1] ?? '');
};

const finding = (code: string, detail: string) => badRequest([{ code, path: 'Idempotency-Key', detail }]);

/**
 * Carries a request out once, however often it is sent under the same key: a repeat is answered as the first was. A key is
 * of one member and one route; what is refused lets its key go.
 */
export const carryOutOnce = async (
  route: PracticeRoute,
  request: PracticeRequest,
  { keys, now }: OnceEffects,
  carryOut: () => Promise<HttpResponse>,
): Promise<HttpResponse> => {
  const key = takesKey(route) ? keyOf(request) : undefined;
  if (key === '') return finding('key-malformed', 'A key has 8 to 200 visible characters');
  if (key === undefined)
    return needsKey(route) ? finding('key-missing', 'Twice, this would be done twice') : carryOut();
  const { practiceId, by } = request;
  const scope = [practiceId, by.kind, by.subject, route.method, route.path];
  const keyId = contentDigest(JSON.stringify([...scope, key]));
  const record = takenAt(now().getTime(), digestOf(request));
  const standing = await keys.take(keyId, record);
  const mayRepeat = route.repeat !== undefined;
  if (standing) {
    const { digest } = record;
    const became = standingOfKey(standing, { digest, now: now().getTime(), mayRepeat });
    if (became !== 'again') return answerTo(became, standing, route);
    if (!(await keys.takeOver(keyId, standing, record))) return problem('RequestRunning', running);
  }
  return kept(keyId, record, { keys, mayRepeat, shownOnce: route.shownOnce }, carryOut);
};

const digestOf = ({ path, query, body }: PracticeRequest): string =>
  contentDigest(JSON.stringify([path, query, body]));

const takenAt = (now: number, digest: string): KeyRecord => ({
  ...{ digest, state: 'running', lease: randomUUID(), leaseEnds: now + leaseMs },
});

type Keeping = {
  readonly keys: RequestKeys;
  readonly mayRepeat: boolean;
  readonly shownOnce: string | undefined;
};

/** Carries out what has its key, and notes what came of it. */
const kept = async (
  keyId: string,
  record: KeyRecord,
  { keys, mayRepeat, shownOnce }: Keeping,
  carryOut: () => Promise<HttpResponse>,
): Promise<HttpResponse> => {
  try {
    const response = await carryOut();
    if (response.status >= 300) await keys.letGo(keyId, record);
    else if (shownOnce !== undefined) await keys.keep(keyId, { ...record, state: 'done' });
    else await keys.keep(keyId, { ...record, state: 'done', answer: response });
    return response;
  } catch (error) {
    if (mayRepeat) await keys.letGo(keyId, record);
    else await keys.keep(keyId, { ...record, state: 'unknown' });
    throw error;
  }
};

const running = { detail: 'The same request is being carried out' };

const answerTo = (
  became: 'answered' | 'other-request' | 'running' | 'unknown',
  { answer }: KeyRecord,
  { shownOnce }: Pick<PracticeRoute, 'shownOnce'>,
): HttpResponse => {
  if (became === 'other-request') return problem('KeyReused', { detail: 'The key named another request' });
  if (became === 'running') return problem('RequestRunning', running);
  if (became === 'unknown') return problem('OutcomeUnknown', unknown);
  return answer ? replayed(answer) : problem('AnswerNotKept', { detail: shownOnce ?? 'It was done before' });
};

const unknown = { detail: 'It was begun under this key; what came of it is not known' };

const replayed = (answer: KeptAnswer): HttpResponse => ({
  ...answer,
  headers: { ...answer.headers, [replayedHeader]: 'true' },
});

/** Whether a response is what was answered before: nothing was done for it now. */
export const isReplayed = ({ headers }: Pick<HttpResponse, 'headers'>): boolean =>
  headers[replayedHeader] === 'true';
