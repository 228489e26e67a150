import { readObject } from '../adapters/documents.ts';
import { changeEncounter, type EncounterId, getEncounter } from '../adapters/encounter-store.ts';
import { findPractice, listPayers } from '../adapters/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, tasksOfEncounter } from '../adapters/task-store.ts';
import { startCoding } from '../adapters/workflows.ts';
import { stepActor } from '../domain/actor.ts';
import { shortDigest } from '../domain/digest.ts';
import { ObjectCreated } from '../domain/object-event.ts';
import type { TaskKind } from '../domain/task.ts';
import { logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { describeInvalidRegistration } from './describe-unreadable.ts';
import {
  addDocument,
  codingName,
  documentOf,
  parseIntakeKey,
  readRegistration,
  registerEncounter,
  registrationFile,
  unknownPayers,
} from './receive-document.ts';

/** Either file of an encounter may come first, and each may come twice: the second of the two starts the coding. */
export const handler = queueHandler(ObjectCreated, async ({ detail: { object } }) => {
  const key = parseIntakeKey(object.key);
  if (!key || !(await findPractice(key.practiceId))) {
    logger.warn('An object outside the folder of a known practice is kept and left alone');
    return;
  }
  const id: EncounterId = { practiceId: key.practiceId, encounterId: key.encounterId };
  const body = await readObject('intake', object.key);
  const complete =
    key.fileName === registrationFile ? await register(id, body) : await document(id, object.key, body);
  if (complete) await startWhenComplete(id);
});

const register = async (id: EncounterId, body: Uint8Array): Promise<boolean> => {
  const read = readRegistration(body);
  const payers = new Set((await listPayers(id.practiceId)).map(({ payerId }) => payerId));
  const findings = read.success ? unknownPayers(read.data, payers) : read.findings;
  if (!read.success || findings.length > 0) {
    await changeEncounter(id, ({ version }) => (version === 0 ? {} : undefined));
    const taskId = `${shortDigest(`${id.practiceId}/${id.encounterId}/${JSON.stringify(findings)}`)}-registration`;
    await raiseTask(describeInvalidRegistration(findings), { ...id, taskId }, taskEffects);
    return false;
  }
  await changeEncounter(id, (encounter) => registerEncounter(encounter, read.data));
  await dismissTasks(id, 'invalid-registration');
  return true;
};

const document = async (id: EncounterId, key: string, body: Uint8Array): Promise<boolean> => {
  const received = documentOf(key, body, new Date().toISOString());
  const { status } = await changeEncounter(id, (encounter) => addDocument(encounter, received));
  // The unreadable document told of again is no answer to the task about it.
  if (status !== 'unreadable') await dismissTasks(id, 'unreadable-document');
  return true;
};

/** The clinic has sent what was asked for: nobody needs to work the task any more. */
const dismissTasks = async (id: EncounterId, kind: TaskKind): Promise<void> => {
  const tasks = await tasksOfEncounter(id.practiceId, id.encounterId);
  const outcome = {
    action: 'dismiss',
    by: stepActor('receive-document'),
    at: new Date().toISOString(),
    note: '',
  } as const;
  for (const task of tasks) if (task.kind === kind && task.status === 'open') await closeTask(task, outcome);
};

const startWhenComplete = async (id: EncounterId): Promise<void> => {
  const name = codingName(await getEncounter(id));
  if (!name) return;
  const executionArn = await startCoding(name, id);
  await changeEncounter(id, (encounter) =>
    encounter.executionArn === executionArn ? undefined : { executionArn },
  );
};
