import { stepActor } from '../domain/actor.ts';
import { dateIn } from '../domain/calendar/time-zone.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { canonicalJson, contentDigest, shortDigest } from '../domain/digest.ts';
import type { ChangeEncounter, Encounter, EncounterDocument, EncounterId } from '../domain/encounter.ts';
import { isOversized, mostFileBytes, type Oversized } from '../domain/objects/size-limits.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import { isSame, type NetChange } from '../domain/rules/net-change.ts';
import type { Task, TaskAction, TaskKind, TaskOutcome } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { documentsDigest, withDocument } from '../domain/visit/documents.ts';
import type { EncounterRegistration } from '../domain/visit/registration.ts';
import {
  describeChangedVisit,
  describeInvalidRegistration,
  describeOversized,
  describeUnplaced,
} from './describe-intake.ts';
import { isOfOtherReader, parseIntakeKey, practiceOf, registrationFile } from './intake-key.ts';
import { changedFields, type ReadRegistration, readRegistration } from './read-registration.ts';
import { mostBytes, tooLarge } from './registration/decode-file.ts';

/** What of a practice decides how its registrations are read. */
export type KnownPractice = Pick<Practice, 'timeZone'> & Partial<Pick<Practice, 'formatRepairs'>>;

export type ReceiveDocumentEffects = {
  readonly findPractice: (practiceId: string) => Promise<KnownPractice | undefined>;
  readonly listPayers: (practiceId: string) => Promise<readonly Pick<Payer, 'payerId'>[]>;
  /** An object, or how large it is where it has more than so many bytes: it is then not read. */
  readonly readObject: (key: string, mostBytes: number) => Promise<Uint8Array | Oversized>;
  /** The digest of an object's content, likewise. */
  readonly digestObject: (key: string, mostBytes: number) => Promise<string | Oversized>;
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly changeEncounter: ChangeEncounter;
  /** Brings the practice's records of the patient up to date with what was registered. */
  readonly enterRegistration: (
    id: EncounterId,
    registration: EncounterRegistration,
    now: Date,
  ) => Promise<unknown>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly encounterId?: string; readonly taskId: string },
  ) => Promise<unknown>;
  readonly tasksOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Task[]>;
  /** Closes the task if it is open, and hands the decision that stands to whoever waits for it. */
  readonly decideTask: (task: Task, outcome: TaskOutcome) => Promise<unknown>;
  /** Starts the coding workflow under the name, once, and returns the ARN of its execution. */
  readonly startCoding: (name: string, id: EncounterId) => Promise<string>;
  /** Hears of an object that belongs to no practice that we know. */
  readonly leftAlone: () => void;
};

/**
 * left-alone: not of a practice that we know · unplaced: of a practice, and of no visit · refused: a registration that
 * does not say what a claim needs · kept: the other file of the encounter is to come, or a person goes on with it ·
 * started: both are in, and the coding runs.
 */
export type DocumentReceipt = 'left-alone' | 'unplaced' | 'refused' | 'kept' | 'started';

/** Either file of an encounter may come first, and each may come again: the second of the two starts the coding. */
export const receiveDocument = async (
  objectKey: string,
  now: Date,
  effects: ReceiveDocumentEffects,
): Promise<DocumentReceipt> => {
  if (isOfOtherReader(objectKey)) return 'left-alone';
  const practiceId = practiceOf(objectKey);
  const practice = practiceId ? await effects.findPractice(practiceId) : undefined;
  if (!practiceId || !practice) {
    effects.leftAlone();
    return 'left-alone';
  }
  const key = parseIntakeKey(objectKey);
  if (!key) return tellUnplaced(practiceId, objectKey, effects);
  const { fileName, ...id } = key;
  const today = dateIn(practice.timeZone, now);
  const { formatRepairs } = practice;
  const received = { id, objectKey, now, today, formatRepairs };
  const isTaken = fileName === registrationFile ? receiveRegistration : receiveNote;
  return (await isTaken(received, effects)) ? startWhenComplete(id, effects) : 'refused';
};

/** The name of a file may be a patient's, so that the task tells what a name must look like, and not this one. */
const tellUnplaced = async (
  practiceId: string,
  objectKey: string,
  { raiseTask }: ReceiveDocumentEffects,
): Promise<DocumentReceipt> => {
  await raiseTask(describeUnplaced(), { practiceId, taskId: `${shortDigest(objectKey)}-unplaced` });
  return 'unplaced';
};

type Received = {
  readonly id: EncounterId;
  readonly objectKey: string;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly formatRepairs: boolean | undefined;
};

/** False where the registration does not do: the clinic is told what it lacks. */
const receiveRegistration = async (received: Received, effects: ReceiveDocumentEffects): Promise<boolean> => {
  const { id, objectKey, today, formatRepairs } = received;
  const body = await effects.readObject(objectKey, mostBytes);
  const payerIds = new Set((await effects.listPayers(id.practiceId)).map(({ payerId }) => payerId));
  const read: ReadRegistration = isOversized(body)
    ? tooLarge
    : readRegistration(body, { today, payerIds, formatRepairs });
  if (!read.success) {
    const { findings } = read;
    await keepVisit(id, effects);
    const taskId = `${shortDigest(`${id.practiceId}/${id.encounterId}/${JSON.stringify(findings)}`)}-registration`;
    await effects.raiseTask(describeInvalidRegistration(findings), { ...id, taskId });
    return false;
  }
  let before: Encounter | undefined;
  await effects.changeEncounter(id, (encounter) => {
    before = encounter;
    return registerEncounter(encounter, read.data, read.repairs);
  });
  await endTasks(['invalid-registration'], 'dismiss', received, effects);
  if (before) await goOnWith(before, read.data, received, effects);
  // Last: what fails here comes again, and then finds the visit as it was left.
  await effects.enterRegistration(id, read.data, received.now);
  return true;
};

/** What a new registration means for a visit that is under way, or billed. */
const goOnWith = async (
  before: Encounter,
  registration: EncounterRegistration,
  received: Received,
  effects: ReceiveDocumentEffects,
): Promise<void> => {
  const fields = before.registration ? changedFields(before.registration, registration) : [];
  if (fields.length === 0) return;
  if (ended(before))
    await tellChange(
      before,
      { fields, digest: contentDigest(canonicalJson(registration)) },
      received,
      effects,
    );
  else {
    if (fields.some(bearsOnCoding)) await endTasks(['coding'], 'start-over', received, effects);
    await endTasks(
      ['encounter-edits', 'registration-edits', 'practice-records'],
      'check-again',
      received,
      effects,
    );
  }
};

/** Fields from which codes follow: with another one the note is read again. */
const bearsOnCoding = (field: string): boolean =>
  /^(dateOfService|placeOfService|patientType|patient\.(dateOfBirth|gender))/.test(field);

/** False where the document is too large to be read. */
const receiveNote = async (received: Received, effects: ReceiveDocumentEffects): Promise<boolean> => {
  const { id, objectKey, now } = received;
  const digest = await effects.digestObject(objectKey, mostFileBytes);
  if (isOversized(digest)) return tellOversized(digest, received, effects);
  const document = { key: objectKey, digest, receivedAt: now.toISOString() };
  let before: Encounter | undefined;
  const { status } = await effects.changeEncounter(id, (encounter) => {
    before = encounter;
    return addDocument(encounter, document);
  });
  // The unreadable document told of again is no answer to the task about it.
  if (status !== 'unreadable') await endTasks(['unreadable-document'], 'dismiss', received, effects);
  if (before === undefined || withDocument(before, document) === undefined) return true;
  if (ended(before)) await tellChange(before, { digest }, received, effects);
  else
    await endTasks(
      ['coding', 'encounter-edits', 'registration-edits', 'practice-records'],
      'start-over',
      received,
      effects,
    );
  return true;
};

/** The document is kept where it lies. Told once for each that came under the name: of another size it is another one. */
const tellOversized = async (
  { bytes }: Oversized,
  { id, objectKey }: Received,
  effects: ReceiveDocumentEffects,
): Promise<false> => {
  await keepVisit(id, effects);
  const taskId = `${shortDigest(`${objectKey} ${bytes}`)}-oversized`;
  await effects.raiseTask(describeOversized(bytes), { ...id, taskId });
  return false;
};

/** A visit of which nothing could be taken yet is one all the same: its task names it. */
const keepVisit = (id: EncounterId, { changeEncounter }: ReceiveDocumentEffects): Promise<Encounter> =>
  changeEncounter(id, ({ version }) => (version === 0 ? {} : undefined));

/** Whether no workflow goes on with the visit: what changes now a person has to look at. */
const ended = ({ status }: Encounter): boolean =>
  status === 'claimed' || status === 'self-pay' || status === 'not-billable';

/** What changed late: fields of the registration, or else a document; and the digest of what came. */
type Change = { readonly fields?: readonly string[]; readonly digest: string };

/** Tells the biller of a new registration, the coder of a new document; the same again is the same task. */
const tellChange = async (
  { status }: Encounter,
  { fields, digest }: Change,
  { id }: Received,
  { raiseTask }: ReceiveDocumentEffects,
): Promise<void> => {
  const taskId = `${shortDigest(`${id.practiceId}/${id.encounterId}/${digest}`)}-visit-changed`;
  await raiseTask(describeChangedVisit(status, fields), { ...id, taskId });
};

/** Nobody needs to work these tasks any more: what was asked for is here, or what they asked about has changed. */
const endTasks = async (
  kinds: readonly TaskKind[],
  action: TaskAction,
  { id, now }: Received,
  { tasksOfEncounter, decideTask }: ReceiveDocumentEffects,
): Promise<void> => {
  const tasks = await tasksOfEncounter(id.practiceId, id.encounterId);
  const by = stepActor('receive-document');
  const outcome = { action, by, at: now.toISOString(), note: '' } as const;
  for (const task of tasks)
    if (kinds.includes(task.kind) && task.status === 'open') await decideTask(task, outcome);
};

/** A visit that is coded already goes on by its tasks: only one that waits for its two parts is started. */
const startWhenComplete = async (
  id: EncounterId,
  { getEncounter, startCoding, changeEncounter }: ReceiveDocumentEffects,
): Promise<DocumentReceipt> => {
  const encounter = await getEncounter(id);
  const name = waitsForParts(encounter) ? codingName(encounter) : undefined;
  if (!name) return 'kept';
  const executionArn = await startCoding(name, id);
  await changeEncounter(id, (before) =>
    before.executionArn === executionArn ? undefined : { executionArn },
  );
  return 'started';
};

/** Statuses in which the visit waits for one of its two parts. */
const waitsForParts = ({ status }: Encounter): boolean =>
  status === 'registered' || status === 'documented' || status === 'unreadable';

/** The registration is kept as it was told last, whatever became of the visit: a claim has what it was made of. */
export const registerEncounter = (
  encounter: Encounter,
  registration: EncounterRegistration,
  repairs?: readonly NetChange[],
): Partial<Encounter> | undefined => {
  const isKnown =
    isSame(encounter.registration, registration) && isSame(encounter.repairs ?? [], repairs ?? []);
  if (isKnown) return undefined;
  const told = repairs ?? (encounter.repairs ? [] : undefined);
  return { registration, ...(told && { repairs: [...told] }) };
};

/** All documents of a visit count. In place of one that could not be read the next one stands alone. */
export const addDocument = (
  encounter: Encounter,
  document: EncounterDocument,
): Partial<Encounter> | undefined => {
  if (encounter.status === 'unreadable')
    return encounter.document?.digest === document.digest
      ? undefined
      : { document, furtherDocuments: undefined, status: 'documented' };
  const documents = withDocument(encounter, document);
  if (documents === undefined) return undefined;
  return waitsForParts(encounter) ? { ...documents, status: 'documented' } : documents;
};

/** The name of the coding workflow for an encounter whose two parts are in: one for each content of them. */
export const codingName = (encounter: Encounter): string | undefined => {
  const { practiceId, encounterId, registration } = encounter;
  const digest = documentsDigest(encounter);
  return registration && digest !== undefined
    ? shortDigest(JSON.stringify([practiceId, encounterId, registration, digest]))
    : undefined;
};
