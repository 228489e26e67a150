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

/** The practice's HTTP API as a clinic's own program would use it. */
export const practiceClient = (apiUrl: string, practiceId: string, token: () => Promise<string>) => {
  const base = `${apiUrl}/v1/practices/${practiceId}`;
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    return fetch(`${base}${path}`, { ...init, headers });
  };
  const call = async (path: string, init?: RequestInit): Promise<unknown> => {
    const response = await send(path, init);
    if (!response.ok) throw new Error(`${path} answers with ${response.status}: ${await response.text()}`);
    return response.json();
  };
  return {
    /** Any call below the practice's own path. */
    send,
    /** Uploads one file of a visit by a presigned form. */
    upload: async (encounterId: string, fileName: string, body: Uint8Array): Promise<void> => {
      const form = (await call(`/encounters/${encounterId}/documents`, {
        method: 'POST',
        body: JSON.stringify({ fileName, size: body.length }),
      })) as UploadForm;
      const response = await sendForm(form, body);
      if (!response.ok) throw new Error(`The upload of ${fileName} answers with ${response.status}`);
    },
    /** Undefined while what was uploaded has not been taken in. */
    findEncounter: async (encounterId: string): Promise<EncounterView | undefined> => {
      const response = await send(`/encounters/${encounterId}`);
      return response.ok ? ((await response.json()) as EncounterView) : undefined;
    },
    encounter: async (encounterId: string): Promise<EncounterView> =>
      (await call(`/encounters/${encounterId}`)) as EncounterView,
    history: async (claimId: string): Promise<ClaimEvent[]> =>
      ((await call(`/claims/${claimId}/history`)) as { events: ClaimEvent[] }).events,
    openTasks: async (): Promise<Task[]> => ((await call('/tasks?status=open')) as { tasks: Task[] }).tasks,
  };
};
