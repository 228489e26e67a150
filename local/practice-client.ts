import { randomUUID } from 'node:crypto';
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

export type PracticeClient = ReturnType<typeof practiceClient>;

/** The practice's HTTP API as a clinic's own program would use it. */
export const practiceClient = (apiUrl: string, practiceId: string, token: () => Promise<string>) => {
  const base = `${apiUrl}/v1/practices/${practiceId}`;
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await token()}`);
    headers.set('content-type', 'application/json');
    // A key of its own for each request: whoever sends one again gives the key that it had.
    if (init.method === 'POST' && !headers.has('idempotency-key'))
      headers.set('idempotency-key', randomUUID());
    return fetch(`${base}${path}`, { ...init, headers });
  };
  const call = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await send(path, init);
    if (!response.ok) throw new Error(`${path} answers with ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const list = async <T>(path: string): Promise<T[]> => {
    const found: T[] = [];
    let cursor: string | undefined;
    do {
      const query = `${path.includes('?') ? '&' : '?'}limit=100${cursor ? `&cursor=${cursor}` : ''}`;
      const page = (await call(`${path}${query}`)) as { items: T[]; next?: string };
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  };
  return {
    /** A whole list, read page by page. */
    list,
    /** Any call below the practice's own path. */
    send,
    /** Uploads one file of a visit through a presigned URL. */
    upload: async (encounterId: string, fileName: string, body: Uint8Array): Promise<void> => {
      const upload = (await call(`/encounters/${encounterId}/documents`, {
        method: 'POST',
        body: JSON.stringify({ fileName }),
      })) as { url: string };
      const response = await fetch(upload.url, { method: 'PUT', body: Buffer.from(body) });
      if (!response.ok) throw new Error(`The upload of ${fileName} answers with ${response.status}`);
    },
    /** Undefined while what was uploaded has not been taken in. */
    findEncounter: async (encounterId: string): Promise<EncounterView | undefined> => {
      const response = await send(`/encounters/${encounterId}`);
      return response.ok ? ((await response.json()) as EncounterView) : undefined;
    },
    encounter: async (encounterId: string): Promise<EncounterView> =>
      (await call(`/encounters/${encounterId}`)) as EncounterView,
    history: (claimId: string): Promise<ClaimEvent[]> => list(`/claims/${claimId}/history`),
    openTasks: (): Promise<Task[]> => list('/tasks?status=open'),
  };
};
