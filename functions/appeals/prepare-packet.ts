import type { Actor } from '../domain/actor.ts';
import { appealDelivery, appealLevel, levelName, recordsDelivery } from '../domain/appeals/levels.ts';
import type { Packet, PacketAttachment, PacketDraft } from '../domain/appeals/packet.ts';
import {
  attachmentControlNumber,
  type PacketDesk,
  type PacketPurpose,
  type Preparation,
  type PreparationForm,
  type Prepared,
  purposeOf,
} from '../domain/appeals/preparation.ts';
import { unknownsIn } from '../domain/appeals/unknown-marks.ts';
import { dateIn } from '../domain/calendar/time-zone.ts';
import type { ClaimContext, ClaimEvent, GetClaimContext } from '../domain/claim.ts';
import { contentDigest } from '../domain/digest.ts';
import type { Encounter, EncounterId } from '../domain/encounter.ts';
import type { Finding } from '../domain/finding.ts';
import type { Task } from '../domain/task.ts';
import type { AppealFacts } from './letter/appeal-facts.ts';
import { draftCoverSheet } from './letter/draft-cover-sheet.ts';
import { draftLetter } from './letter/draft-letter.ts';
import { kindOf, objectionTo } from './packet/enclosures.ts';
import { renderPacket } from './packet/render-packet.ts';
import { packetOfTask } from './packet-of-task.ts';

export type PacketEffects = {
  readonly findDraft: (taskId: string) => Promise<PacketDraft | undefined>;
  /** Saves a draft in place of the version before it; false when somebody saved another one meanwhile. */
  readonly saveDraft: (draft: PacketDraft) => Promise<boolean>;
  readonly getClaimContext: GetClaimContext;
  readonly claimHistory: (claimId: string) => Promise<readonly ClaimEvent[]>;
  readonly findEncounter: (id: EncounterId) => Promise<Encounter | undefined>;
  readonly readNote: (textKey: string) => Promise<string>;
  readonly bookOn: (dateOfService: string) => AppealFacts['book'];
  /** The claim on paper, as its last transmission was sent. */
  readonly renderForm: (context: ClaimContext) => Promise<Uint8Array>;
  readonly readFile: (key: string) => Promise<Uint8Array>;
  /** Writes a file unless one of its key is there. */
  readonly writeFile: (key: string, bytes: Uint8Array) => Promise<void>;
  readonly linkTo: (packet: Packet) => Promise<string>;
};

/** Preparing packets of tasks: what is drafted, saved and made stays with the task, and nothing of it is sent by that. */
export const packetDesk = (effects: PacketEffects): PacketDesk => ({
  open: (task, now) => openPreparation(task, now, effects),
  work: (task, form, by, now) => workPreparation(task, { form, by, now }, effects),
  linkTo: effects.linkTo,
});

const emptyDraft = (task: Task, claimId: string): PacketDraft => ({
  taskId: task.taskId,
  practiceId: task.practiceId,
  claimId,
  version: 0,
  attachments: [],
  withNote: true,
});

type Subject = {
  readonly task: Task;
  readonly purpose: PacketPurpose;
  readonly facts: AppealFacts;
  readonly draft: PacketDraft;
};

const loadSubject = async (task: Task, effects: PacketEffects): Promise<Subject | undefined> => {
  const purpose = purposeOf(task);
  const { claimId } = task;
  if (purpose === undefined || claimId === undefined) return undefined;
  const [context, history, draft] = await Promise.all([
    effects.getClaimContext(claimId),
    effects.claimHistory(claimId),
    effects.findDraft(task.taskId),
  ]);
  const { practiceId, encounterId, dateOfService } = context.claim;
  const encounter = await effects.findEncounter({ practiceId, encounterId });
  const note = encounter?.textKey && (await effects.readNote(encounter.textKey));
  return {
    ...{ task, purpose, draft: draft ?? emptyDraft(task, claimId) },
    facts: {
      ...{ ...context, history, encounter, reasons: task.reasons },
      note: note || undefined,
      exception: draft?.exception,
      book: effects.bookOn(dateOfService),
    },
  };
};

const letterOf = ({ draft, facts, purpose, task }: Subject): string =>
  draft.letter ?? (purpose === 'appeal' ? draftLetter(facts) : draftCoverSheet(facts, task, purpose));

/** Names what a packet is made of: another letter, other attachments or a claim that changed make another packet. */
const madeOf = (subject: Subject): string => {
  const { facts, draft } = subject;
  const { version } = facts.claim;
  return contentDigest(
    JSON.stringify([
      letterOf(subject),
      version,
      draft.withNote,
      ...(draft.exception ? [draft.exception] : []),
      draft.attachments.map(({ digest, name }) => [digest, name]),
    ]),
  );
};

const preparationOf = async (subject: Subject, { linkTo }: PacketEffects): Promise<Preparation> => {
  const { task, facts, draft, purpose } = subject;
  const { claim, payer, practice } = facts;
  const level = appealLevel(claim);
  const letter = letterOf(subject);
  const { packet, letterBy: by, letterAt: at } = draft;
  const isCurrent = packet !== undefined && packet.made === madeOf(subject);
  return {
    ...{ purpose, letter, attachments: draft.attachments, unknowns: unknownsIn(letter) },
    exception: draft.exception,
    levelName: levelName(level, payer),
    offered: purpose === 'appeal' ? appealDelivery(level, payer, practice) : recordsDelivery(payer, practice),
    saved: by && at ? { by, at } : undefined,
    withNote: facts.note === undefined ? undefined : draft.withNote,
    attachmentControlNumber: attachmentControlNumber(claim, task),
    packet: isCurrent ? { record: packet, link: await linkTo(packet) } : undefined,
  };
};

/** How the packet of a task stands; undefined where none belongs to it. */
const openPreparation = async (
  task: Task,
  _now: Date,
  effects: PacketEffects,
): Promise<Preparation | undefined> => {
  const subject = await loadSubject(task, effects);
  return subject && preparationOf(subject, effects);
};

type Work = { readonly form: PreparationForm; readonly by: Actor; readonly now: Date };

/** Saves what the form has, and makes the packet where it asks for that. What was written is never lost. */
const workPreparation = async (task: Task, work: Work, effects: PacketEffects): Promise<Prepared> => {
  const subject = await loadSubject(task, effects);
  if (subject === undefined) throw new Error(`Task ${task.taskId} sends nothing to a payer`);
  const attached = await attach(subject, work, effects);
  const saved = await save(attached.subject, work, effects);
  if (!saved.success)
    return { preparation: await preparationOf(attached.subject, effects), findings: saved.findings };
  const made =
    work.form.step === 'make' && attached.findings.length === 0
      ? await make(saved.data, work, effects)
      : { subject: saved.data, findings: [] };
  const findings = [...tooLong(work.form), ...attached.findings, ...made.findings];
  return { preparation: await preparationOf(made.subject, effects), findings };
};

type Step = { readonly subject: Subject; readonly findings: readonly Finding[] };

const finding = (path: string, detail: string): Finding => ({ code: 'packet', path, detail });

const folderOf = ({ practiceId, claimId }: PacketDraft): string => `appeals/${practiceId}/${claimId}`;

const mostAttachments = 20;
const mostLetters = 20_000;

const tooLong = ({ letter }: PreparationForm): readonly Finding[] =>
  letter.length > mostLetters
    ? [
        finding(
          'letter',
          'A letter has 20,000 characters at most: the end of yours is cut off. Attach it as a file',
        ),
      ]
    : [];

const withException = (
  { exception: _former, ...draft }: PacketDraft,
  exception: PreparationForm['exception'],
): PacketDraft => ({ ...draft, ...(exception && { exception }) });

/** Takes the file of the form, unless no packet could hold it, and leaves out what was struck. */
const attach = async (subject: Subject, { form, by, now }: Work, effects: PacketEffects): Promise<Step> => {
  const kept = subject.draft.attachments.filter(({ digest }) => !form.remove.includes(digest));
  const { exception } = form;
  const written = {
    ...subject,
    facts: { ...subject.facts, exception },
    draft: withLetter(
      {
        ...withException(subject.draft, exception),
        attachments: kept,
        withNote: form.withNote || subject.facts.note === undefined,
      },
      subject,
      { form, by, now },
    ),
  };
  const { file } = form;
  if (file === undefined) return { subject: written, findings: [] };
  const kind = kindOf(file.bytes);
  const objection =
    kept.length >= mostAttachments
      ? `At most ${mostAttachments} files go along`
      : await objectionTo(file.bytes);
  if (objection !== undefined || kind === undefined)
    return { subject: written, findings: [finding('file', objection ?? 'It cannot be read')] };
  const digest = contentDigest(file.bytes);
  if (kept.some((one) => one.digest === digest)) return { subject: written, findings: [] };
  const key = `${folderOf(subject.draft)}/attached/${digest}`;
  await effects.writeFile(key, file.bytes);
  const added: PacketAttachment = { key, kind, digest, by, at: now.toISOString(), name: nameOf(file.name) };
  return {
    subject: { ...written, draft: { ...written.draft, attachments: [...kept, added] } },
    findings: [],
  };
};

const nameOf = (name: string): string => name.replace(/^.*[\\/]/, '').slice(0, 120) || 'Attachment';

/** A letter that is as it was drafted is drafted anew with the facts; one that a person changed stays as it is. */
const withLetter = (draft: PacketDraft, subject: Subject, { form, by, now }: Work): PacketDraft => {
  const letter = form.letter.replace(/\r\n?/g, '\n').slice(0, mostLetters);
  const { letter: _letter, letterBy: _by, letterAt: _at, ...asDrafted } = draft;
  if (letter.trim() === '') return asDrafted;
  if (letter.trim() === letterOf(subject).trim()) return draft;
  return { ...draft, letter, letterBy: by, letterAt: now.toISOString() };
};

const save = async (
  subject: Subject,
  _work: Work,
  { saveDraft }: PacketEffects,
): Promise<
  | { readonly success: true; readonly data: Subject }
  | { readonly success: false; readonly findings: Finding[] }
> => {
  const draft = { ...subject.draft, version: subject.draft.version + 1 };
  if (await saveDraft(draft)) return { success: true, data: { ...subject, draft } };
  const detail =
    'Somebody else saved this meanwhile, so that yours is not saved yet. It stands below: save it again to keep it';
  return { success: false, findings: [finding('letter', detail)] };
};

/** Letters of the records that the packet shows as a mark: the packet is made, and whoever sends it knows. */
const notShown = (missing: readonly string[]): Finding =>
  finding(
    'letter',
    `The packet is made, and shows a mark in place of these letters, for which there is no font: ${missing.join(' ')}. Attach the page that has them if it matters`,
  );

/** Makes the packet and writes it once; not while something is unknown, or cannot be shown. */
const make = async (subject: Subject, { now }: Work, effects: PacketEffects): Promise<Step> => {
  const { facts, draft, task, purpose } = subject;
  if (purpose === 'exception' && draft.exception === undefined)
    return { subject, findings: [finding('exception', 'Choose which exception applies')] };
  const letter = letterOf(subject);
  const unknowns = unknownsIn(letter);
  if (unknowns.length > 0)
    return {
      subject,
      findings: unknowns.map((what) => finding('letter', `Write what is unknown, or leave it out: ${what}`)),
    };
  const rendered = await renderPacket(
    packetOfTask(draft.withNote ? facts : { ...facts, note: undefined }, task, {
      ...{ purpose, letter, on: dateIn(facts.practice.timeZone, now) },
      form: await effects.renderForm(facts),
      attachments: await Promise.all(
        draft.attachments.map(async (one) => ({ ...one, bytes: await effects.readFile(one.key) })),
      ),
    }),
  );
  const unspelt = rendered.missing.filter((one) => letter.includes(one));
  if (unspelt.length > 0) {
    const detail = `No font here has these letters: ${unspelt.join(' ')}. Spell them otherwise`;
    return { subject, findings: [finding('letter', detail)] };
  }
  const { digest, pages, bytes } = rendered;
  const key = `${folderOf(draft)}/${digest.slice(0, 32)}.pdf`;
  await effects.writeFile(key, bytes);
  const packet: Packet = { key, digest, pages, madeAt: now.toISOString(), made: madeOf(subject) };
  const after = { ...subject, draft: { ...draft, packet, version: draft.version + 1 } };
  return (await effects.saveDraft(after.draft))
    ? { subject: after, findings: rendered.missing.length > 0 ? [notShown(rendered.missing)] : [] }
    : { subject, findings: [finding('letter', 'Somebody else changed it meanwhile: make the packet again')] };
};
