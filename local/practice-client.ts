import { randomUUID } from 'node:crypto';
import {
  answerOf,
  claimwright,
  cutOff,
  everyItem,
  ProblemError,
  sentAgain,
  type TokenSource,
} from '../client/client.ts';
import type { Claim, ClaimEvent } from '../functions/domain/claim.ts';
import type { Encounter } from '../functions/domain/encounter.ts';
import type { Position } from '../functions/domain/position.ts';
import type { Task } from '../functions/domain/task.ts';

/** An encounter with all that came of it, as the practice's API gives it. */
export type EncounterView = {
  readonly encounter: Encounter;
  readonly claims: readonly Claim[];
  readonly tasks: readonly Task[];
  readonly position: Position;
};

/** A form as the API offers it for one document. */
export type UploadForm = { readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** Sends a form with a file as its last field, as S3 wants it. */
export const sendForm = ({ url, fields }: UploadForm, body: Uint8Array): Promise<Response> => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([Buffer.from(body)]));
  return fetch(url, { method: 'POST', body: form });
};

export type PracticeClient = ReturnType<typeof practiceClient>;

/** Does something again where it was cut off on the other side, and leaves every refusal as it is. */
const whereCutOff =
  <T>(again: () => Promise<T>) =>
  (error: unknown): Promise<T> => {
    if (error instanceof ProblemError && cutOff.includes(error.status)) return again();
    throw error;
  };

/** A whole list, read page by page. */
const listBy =
  (send: (path: string) => Promise<Response>) =>
  async <T>(path: string): Promise<T[]> => {
    const found: T[] = [];
    const pages = everyItem(async (cursor) => {
      const query = `${path.includes('?') ? '&' : '?'}limit=100${cursor ? `&cursor=${cursor}` : ''}`;
      const response = await send(`${path}${query}`);
      if (!response.ok) throw new Error(`${path} answers with ${response.status}: ${await response.text()}`);
      return (await response.json()) as { items: T[]; next?: string };
    });
    for await (const item of pages) found.push(item);
    return found;
  };

/** What a clinic's own program does with the API of a practice, through the client that is given to programs. */
export const practiceClient = (apiUrl: string, practiceId: string, token: TokenSource) => {
  const api = claimwright({ apiUrl, token });
  // The description names records by their form; here they are read as those of the domain, which it is made of.
  const encounter = async (encounterId: string): Promise<EncounterView> =>
    (await answerOf(
      api.GET('/v1/practices/{practiceId}/encounters/{encounterId}', {
        params: { path: { practiceId, encounterId } },
      }),
    )) as unknown as EncounterView;
  /** Any call below the practice's own path, whatever it is answered with; a write is named once. */
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await token()}`);
    headers.set('content-type', 'application/json');
    // A key of its own for each request: whoever sends one again gives the key that it had.
    if (init.method === 'POST' && !headers.has('idempotency-key'))
      headers.set('idempotency-key', randomUUID());
    return sentAgain(fetch)(new Request(`${apiUrl}/v1/practices/${practiceId}${path}`, { ...init, headers }));
  };
  const list = listBy(send);
  return {
    list,
    send,
    /** Uploads one file of a visit by a presigned form. */
    upload: async (encounterId: string, fileName: string, body: Uint8Array): Promise<void> => {
      const ask = () =>
        answerOf(
          api.POST('/v1/practices/{practiceId}/encounters/{encounterId}/documents', {
            params: { path: { practiceId, encounterId } },
            body: { fileName, size: body.length },
          }),
        );
      // Asked again another form is offered, and nothing is done twice.
      const form = await ask().catch(whereCutOff(ask)).catch(whereCutOff(ask));
      const response = await sendForm(form, body);
      if (!response.ok) throw new Error(`The upload of ${fileName} answers with ${response.status}`);
    },
    encounter,
    /** Undefined while what was uploaded has not been taken in. */
    findEncounter: async (encounterId: string): Promise<EncounterView | undefined> => {
      try {
        return await encounter(encounterId);
      } catch (error) {
        if (error instanceof ProblemError && error.status === 404) return undefined;
        throw error;
      }
    },
    history: (claimId: string): Promise<ClaimEvent[]> => list(`/claims/${claimId}/history`),
    openTasks: (): Promise<Task[]> => list('/tasks?status=open'),
  };
};
