import { stepActor } from '../domain/actor.ts';
import { checkJson } from '../domain/check-input.ts';
import { contentDigest, shortDigest } from '../domain/digest.ts';
import type { ChangeEncounter, Encounter, EncounterDocument, EncounterId } from '../domain/encounter.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import type { Task, TaskKind, TaskOutcome } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { EncounterRegistration } from '../domain/visit/registration.ts';
import { describeInvalidRegistration } from './describe-unreadable.ts';

export type ReceiveDocumentEffects = {
  readonly findPractice: (practiceId: string) => Promise<unknown>;
  readonly listPayers: (practiceId: string) => Promise<readonly Pick<Payer, 'payerId'>[]>;
  readonly readObject: (key: string) => Promise<Uint8Array>;
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly changeEncounter: ChangeEncounter;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: EncounterId & { readonly taskId: string },
  ) => Promise<unknown>;
  readonly tasksOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Task[]>;
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<unknown>;
  /** Starts the coding workflow under the name, once, and returns the ARN of its execution. */
  readonly startCoding: (name: string, id: EncounterId) => Promise<string>;
  /** Hears of an object that belongs to no practice that we know. */
  readonly leftAlone: () => void;
};

/**
 * left-alone: not of a practice that we know · refused: a registration that does not say what a claim needs · kept:
 * the other file of the encounter is to come · started: both are in, and the coding runs.
 */
export type DocumentReceipt = 'left-alone' | 'refused' | 'kept' | 'started';

/** Either file of an encounter may come first, and each may come twice: the second of the two starts the coding. */
export const receiveDocument = async (
  objectKey: string,
  now: Date,
  effects: ReceiveDocumentEffects,
): Promise<DocumentReceipt> => {
  const key = parseIntakeKey(objectKey);
  if (!key || !(await effects.findPractice(key.practiceId))) {
    effects.leftAlone();
    return 'left-alone';
  }
  const { fileName, ...id } = key;
  const received = { id, objectKey, body: await effects.readObject(objectKey), now };
  if (fileName !== registrationFile) await receiveNote(received, effects);
  else if (!(await receiveRegistration(received, effects))) return 'refused';
  return startWhenComplete(id, effects);
};

type Received = {
  readonly id: EncounterId;
  readonly objectKey: string;
  readonly body: Uint8Array;
  readonly now: Date;
};

/** False where the registration does not do: the clinic is told what it lacks. */
const receiveRegistration = async (received: Received, effects: ReceiveDocumentEffects): Promise<boolean> => {
  const { id, body } = received;
  const read = readRegistration(body);
  const payers = new Set((await effects.listPayers(id.practiceId)).map(({ payerId }) => payerId));
  const findings = read.success ? unknownPayers(read.data, payers) : read.findings;
  if (!read.success || findings.length > 0) {
    await effects.changeEncounter(id, ({ version }) => (version === 0 ? {} : undefined));
    const taskId = `${shortDigest(`${id.practiceId}/${id.encounterId}/${JSON.stringify(findings)}`)}-registration`;
    await effects.raiseTask(describeInvalidRegistration(findings), { ...id, taskId });
    return false;
  }
  await effects.changeEncounter(id, (encounter) => registerEncounter(encounter, read.data));
  await dismissTasks('invalid-registration', received, effects);
  return true;
};

const receiveNote = async (received: Received, effects: ReceiveDocumentEffects): Promise<void> => {
  const { id, objectKey, body, now } = received;
  const document = documentOf(objectKey, body, now.toISOString());
  const { status } = await effects.changeEncounter(id, (encounter) => addDocument(encounter, document));
  // The unreadable document told of again is no answer to the task about it.
  if (status !== 'unreadable') await dismissTasks('unreadable-document', received, effects);
};

/** The clinic has sent what was asked for: nobody needs to work the task any more. */
const dismissTasks = async (
  kind: TaskKind,
  { id, now }: Received,
  { tasksOfEncounter, closeTask }: ReceiveDocumentEffects,
): Promise<void> => {
  const tasks = await tasksOfEncounter(id.practiceId, id.encounterId);
  const by = stepActor('receive-document');
  const outcome = { action: 'dismiss', by, at: now.toISOString(), note: '' } as const;
  for (const task of tasks) if (task.kind === kind && task.status === 'open') await closeTask(task, outcome);
};

const startWhenComplete = async (
  id: EncounterId,
  { getEncounter, startCoding, changeEncounter }: ReceiveDocumentEffects,
): Promise<DocumentReceipt> => {
  const name = codingName(await getEncounter(id));
  if (!name) return 'kept';
  const executionArn = await startCoding(name, id);
  await changeEncounter(id, (encounter) =>
    encounter.executionArn === executionArn ? undefined : { executionArn },
  );
  return 'started';
};

export type IntakeKey = {
  readonly practiceId: string;
  readonly encounterId: string;
  readonly fileName: string;
};

/** Reads `practices/<practiceId>/encounters/<encounterId>/<file>`; undefined for any other key. */
export const parseIntakeKey = (key: string): IntakeKey | undefined => {
  const match = /^practices\/([a-z0-9-]{3,40})\/encounters\/([A-Za-z0-9-]{1,64})\/([^/]+)$/.exec(key);
  return match?.[1] && match[2] && match[3]
    ? { practiceId: match[1], encounterId: match[2], fileName: match[3] }
    : undefined;
};

export const registrationFile = 'encounter.json';

/** Checks a clinic's `encounter.json`; the findings name fields and rules, never values. */
export const readRegistration = (body: Uint8Array): Checked<EncounterRegistration> =>
  checkJson(EncounterRegistration, new TextDecoder().decode(body));

/** Coverages must name payers that the practice has a contract with. */
export const unknownPayers = (registration: EncounterRegistration, known: ReadonlySet<string>): Finding[] =>
  registration.coverages.flatMap(({ payerId }, index) =>
    known.has(payerId)
      ? []
      : [
          {
            code: 'unknown-payer',
            path: `coverages.${index}.payerId`,
            detail: 'The practice has no contract with this payer',
          },
        ],
  );

/** A document of a visit; the same bytes again are no new document. */
export const documentOf = (key: string, body: Uint8Array, receivedAt: string): EncounterDocument => ({
  key,
  digest: contentDigest(body),
  receivedAt,
});

/** Statuses in which codes are not confirmed yet: new data may still change the encounter. */
const openStatuses: readonly Encounter['status'][] = ['registered', 'documented', 'unreadable'];

export const registerEncounter = (
  encounter: Encounter,
  registration: EncounterRegistration,
): Partial<Encounter> | undefined =>
  openStatuses.includes(encounter.status) &&
  JSON.stringify(encounter.registration) !== JSON.stringify(registration)
    ? { registration }
    : undefined;

export const addDocument = (
  encounter: Encounter,
  document: EncounterDocument,
): Partial<Encounter> | undefined =>
  openStatuses.includes(encounter.status) && encounter.document?.digest !== document.digest
    ? { document, status: 'documented' }
    : undefined;

/** The name of the coding workflow for an encounter whose two parts are in: one for each content of them. */
export const codingName = ({
  practiceId,
  encounterId,
  registration,
  document,
}: Encounter): string | undefined =>
  registration && document
    ? shortDigest(JSON.stringify([practiceId, encounterId, registration, document.digest]))
    : undefined;
