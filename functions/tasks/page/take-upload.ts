import type { EncounterId } from '../../domain/encounter.ts';
import type { Finding } from '../../domain/finding.ts';
import { encounterIdPattern } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import { readUpload, type SentBody, type Upload } from '../form/read-upload.ts';
import { type UploadKind, type UploadState, uploadOf } from './upload-panel.ts';

/** What the page does with what a clinic sends from it: all of it goes the way of every file of a clinic. */
export type IntakeEffects = {
  /** The registration of the visit as it lies there, however broken; undefined where there is none. */
  readonly presentRegistration: (id: EncounterId) => Promise<Uint8Array | undefined>;
  /** Puts a registration in its place unless something is wrong in it, which is told. */
  readonly submitRegistration: (
    id: EncounterId,
    sent: { readonly body: Uint8Array; readonly known?: unknown },
    now: Date,
  ) => Promise<readonly Finding[]>;
  /** Puts a document beside those of the visit. */
  readonly submitDocument: (id: EncounterId, body: Uint8Array, now: Date) => Promise<void>;
};

const textOf = (body: Uint8Array): string => new TextDecoder().decode(body);

/** What the form of a task shows before anything was sent. */
export const presentUpload = async (
  task: Task,
  { presentRegistration }: IntakeEffects,
): Promise<UploadState | undefined> => {
  const kind = uploadOf(task);
  if (kind === undefined) return undefined;
  const { practiceId, encounterId } = task;
  if (kind !== 'registration' || encounterId === undefined) return { text: '', findings: [] };
  const body = await presentRegistration({ practiceId, encounterId });
  return { text: body ? textOf(body) : '', findings: [] };
};

/**
 * What became of an upload: the form to show again with what was sent and what is wrong in it, `received`, or undefined
 * where the form is none that sends a file.
 */
export const takeUpload = async (
  task: Task,
  { sent, known }: { readonly sent: SentBody; readonly known: unknown },
  now: Date,
  effects: IntakeEffects,
): Promise<UploadState | 'received' | undefined> => {
  const kind = uploadOf(task);
  const upload = kind && (await readUpload(sent));
  if (!upload) return undefined;
  if (upload === 'too-large') {
    const present = await presentUpload(task, effects);
    return { text: '', ...present, findings: [finding('The file has more than 3 MB: send a smaller one')] };
  }
  if (upload.send !== kind) return undefined;
  const findings = await submit(task, kind, { upload, known }, now, effects);
  return findings.length === 0 ? 'received' : { text: textOf(upload.body), visit: upload.visit, findings };
};

const finding = (detail: string, path = ''): Finding => ({ code: 'upload', path, detail });

const submit = async (
  task: Task,
  kind: UploadKind,
  { upload, known }: { readonly upload: Upload; readonly known: unknown },
  now: Date,
  effects: IntakeEffects,
): Promise<readonly Finding[]> => {
  const { practiceId } = task;
  const { body } = upload;
  if (body.length === 0) return [finding('Choose a file, or write its text')];
  const encounterId = kind === 'placed' ? upload.visit : (task.encounterId ?? '');
  if (!encounterIdPattern.test(encounterId))
    return [
      finding(
        'Write the id of the visit: letters, digits, dots, hyphens and underscores, 64 at most',
        'visit',
      ),
    ];
  if (kind === 'registration') {
    // Of a registration that breaks an edit the same again changes nothing; of one that was refused, nothing is kept.
    const same = task.kind === 'registration-edits' ? { known } : {};
    return effects.submitRegistration({ practiceId, encounterId }, { body, ...same }, now);
  }
  await effects.submitDocument({ practiceId, encounterId }, body, now);
  return [];
};
