import { type Actor, isSameActor } from '../../domain/actor.ts';
import { type PacketDesk, purposeOf } from '../../domain/appeals/preparation.ts';
import { shortDigest } from '../../domain/digest.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Task, TaskOutcome } from '../../domain/task.ts';
import { Handling } from '../../domain/tasks/handling.ts';
import { completeTask, type DecisionEffects } from '../complete-task.ts';
import { sendNow } from '../desks/send-now.ts';
import { type CheckCode, checkStatedCodes } from '../form/check-stated-codes.ts';
import { readPacketForm } from '../form/packet-form.ts';
import { atField, type Decider, parseTaskForm } from '../form/parse-task-form.ts';
import type { SentBody } from '../form/read-upload.ts';
import { readForm, type SentForm } from '../form/task-form.ts';
import { type HandlingEffects, handleTask } from '../handling/handle-task.ts';
import { undoHandling } from '../handling/undo-handling.ts';
import { type CaseEffects, loadCase } from '../task-case.ts';
import { proposeNoMore, type UndoTaskEffects, undoStateOfTask, undoTask } from '../undo/undo-task.ts';
import { type DecidedView, decidedPage } from './decided-page.ts';
import { mayNotPage } from './door/door-pages.ts';
import { type Entered, type EntryEffects, enterTask, type Visitor } from './door/enter-task.ts';
import { needsOfForm, type SentPage } from './door/need-of-form.ts';
import { payersInWords } from './fieldsets/payers-in-words.ts';
import {
  handedOverPage,
  handledPage,
  keptPage,
  letterPage,
  proposedPage,
  receivedPage,
  takenBackPage,
  undonePage,
} from './message-pages.ts';
import type { Page } from './page-layout.ts';
import { type AppealAnswerEffects, takeAppealAnswer } from './take-appeal-answer.ts';
import { type IntakeEffects, presentUpload, takeUpload } from './take-upload.ts';
import { type TaskView, taskPage } from './task-page.ts';

export type LinkEffects = Omit<CaseEffects, 'packets'> &
  AppealAnswerEffects &
  DecisionEffects &
  IntakeEffects &
  EntryEffects & {
    readonly checkCode: CheckCode;
    readonly handling: HandlingEffects;
    readonly undoing: UndoTaskEffects;
    readonly packets: PacketDesk;
  };

/** Shows the task of a signed link, or what was decided about it. Looking changes nothing: mail scanners look too. */
export const showTask = async (visitor: Visitor, now: Date, effects: LinkEffects): Promise<Page> => {
  const visit = await enterTask(visitor, now, effects);
  if ('page' in visit) return visit.page;
  const { task } = visit;
  if (visit.isHandBack) return handedOverPage(task, (await effects.getPractice(task.practiceId)).name);
  if (task.status === 'done') return showDecided(task, 'before', { now, effects });
  return showOpen(task, { now, effects });
};

/** Takes what a form states; shown again with what is wrong in it when it cannot be taken. */
export const takeDecision = async (
  { body, sent, ...visitor }: Visitor & SentPage,
  now: Date,
  effects: LinkEffects,
): Promise<Page> => {
  const visit = await enterTask(visitor, now, effects, readForm(body));
  if ('page' in visit) return visit.page;
  const page = { body, ...(sent && { sent }) };
  const { task, may } = visit;
  const isPermitted = !may || (await needsOfForm(task, page)).every(may);
  return visit.audited(async () =>
    isPermitted ? takeForm(visit, page, now, effects) : mayNotPage(task, readForm(body)),
  );
};

const takeForm = async (
  visit: Entered,
  { body, sent: file }: SentPage,
  now: Date,
  effects: LinkEffects,
): Promise<Page> => {
  const undone = await undo(visit, body, now, effects);
  if (undone) return undone;
  if (visit.isHandBack)
    return handedOverPage(visit.task, (await effects.getPractice(visit.task.practiceId)).name);
  const uploaded =
    file && visit.task.status === 'open' ? await upload(visit.task, file, now, effects) : undefined;
  if (uploaded) return uploaded;
  const prepared =
    file && visit.task.status === 'open' ? await prepare(visit, file, now, effects) : undefined;
  if (prepared) return prepared;
  const letter = await takeAppealAnswer(visit, body, now, effects);
  if (letter) return afterLetter(visit.task, letter, now, effects);
  const released = await sendKept(visit, body, { now, effects });
  if (released) return released;
  const handled = visit.task.status === 'open' ? await handle(visit, body, now, effects) : undefined;
  if (handled) return handled;
  const sent = readForm(body);
  const decider = { by: visit.by, at: now.toISOString() };
  return visit.task.status === 'done'
    ? confirmDecided(visit.task, { by: visit.by, sent }, { now, effects })
    : decide({ task: visit.task, sent, decider }, now, effects);
};

/** Takes what a clinic sends from the page; undefined where the form is that of a decision. */
const upload = async (
  task: Task,
  sent: SentBody,
  now: Date,
  effects: LinkEffects,
): Promise<Page | undefined> => {
  const taskCase = await loadCase(task, now, effects);
  const taken = await takeUpload(task, { sent, known: taskCase.encounter?.registration }, now, effects);
  if (taken === undefined) return undefined;
  return taken === 'received'
    ? receivedPage(task, taskCase.practiceName)
    : taskPage({ task, taskCase, now, upload: taken });
};

/** Takes back what was decided or proposed; undefined where the form asks for something else. */
const undo = async (
  { task, by, isHandBack }: Entered,
  body: string,
  now: Date,
  effects: LinkEffects,
): Promise<Page | undefined> => {
  const fields = new URLSearchParams(body);
  if (!fields.has('undo')) return undefined;
  const { name } = await effects.getPractice(task.practiceId);
  if (task.status === 'done') {
    const answer = await undoTask(task, by, now, effects.undoing);
    if (answer?.outcome === 'undone') return undonePage(task, name);
    return showDecided(task, 'before', { now, effects }, { undoRefused: true });
  }
  const of = fields.get('of') ?? (isHandBack ? task.handBack?.at : undefined);
  const taken =
    of === undefined
      ? await proposeNoMore(task, by, now, effects.undoing)
      : await undoHandling(task, { by, of }, now, effects.handling);
  if (taken.success && taken.data.email !== task.email) return takenBackPage(taken.data, name);
  if (taken.success) return showOpen(taken.data, { now, effects });
  return showStanding(task, { now, effects }, notDone('undo', taken.findings));
};

const notDone = (action: string, findings: readonly Finding[]): Refused => ({
  refused: { ...readForm(`action=${action}`), findings },
});

/** Sends a correction that waits for other desks without them; undefined where the form asks for something else. */
const sendKept = async ({ task, by }: Entered, body: string, at: Moment): Promise<Page | undefined> => {
  const of = new URLSearchParams(body).get('send-now');
  if (of === null) return undefined;
  const sent = await sendNow(task, { by, of }, at.now, at.effects);
  return sent.success
    ? showDecided(sent.data, 'just-now', at)
    : showStanding(task, at, notDone('send-now', sent.findings));
};

/** What of a form was refused, and why. */
type Refused = Pick<TaskView, 'refused' | 'refusedHandling' | 'refusedLetter'>;

const showOpen = async (task: Task, { now, effects }: Moment, refused: Refused = {}): Promise<Page> => {
  const [taskCase, upload] = await Promise.all([loadCase(task, now, effects), presentUpload(task, effects)]);
  return taskPage({ task, taskCase, now, upload, ...refused });
};

/** The task as it stands now with what was refused: somebody else may have written or decided it meanwhile. */
const showStanding = async (task: Task, moment: Moment, refused: Refused): Promise<Page> => {
  const fresh = (await moment.effects.findTask(task.taskId)) ?? task;
  return fresh.status === 'done'
    ? showDecided(fresh, 'too-late', moment, { notTaken: refused.refused })
    : showOpen(fresh, moment, refused);
};

/** Does what a form asks for without deciding; undefined where the form is that of a decision. */
const handle = async (
  { task, by }: Entered,
  body: string,
  now: Date,
  effects: LinkEffects,
): Promise<Page | undefined> => {
  const fields = new URLSearchParams(body);
  const handling = Handling.safeParse(fields.get('handling'));
  if (!handling.success) return undefined;
  const asked = {
    handling: handling.data,
    note: (fields.get('note') ?? '').slice(0, 2000),
    to: fields.get('to') ?? '',
  };
  const done = await handleTask(task, { ...asked, by }, now, effects.handling);
  if (!done.success)
    return showStanding(task, { now, effects }, { refusedHandling: { ...asked, findings: done.findings } });
  const { name } = await effects.getPractice(task.practiceId);
  return handledPage(done.data, handling.data, name);
};

/** Saves what is prepared for the payer, or makes its packet; undefined where the form is another one. */
const prepare = async (
  { task, by }: Entered,
  sent: SentBody,
  now: Date,
  effects: LinkEffects,
): Promise<Page | undefined> => {
  const form = await readPacketForm(sent);
  if (form === undefined || purposeOf(task) === undefined) return undefined;
  const done = form === 'too-large' ? undefined : await effects.packets.work(task, form, by, now);
  const [taskCase, upload] = await Promise.all([loadCase(task, now, effects), presentUpload(task, effects)]);
  const tooLarge = [
    { code: 'packet', path: 'file', detail: 'The file has more than 3 MB: send a smaller one' },
  ];
  return taskPage({
    ...{ task, now, upload },
    taskCase: { ...taskCase, preparation: done?.preparation ?? taskCase.preparation },
    refusedPacket: done?.findings ?? tooLarge,
  });
};

/** The page after a payer's letter was recorded, or with why it was not. */
const afterLetter = async (
  task: Task,
  findings: readonly Finding[],
  now: Date,
  effects: LinkEffects,
): Promise<Page> => {
  const { name } = await effects.getPractice(task.practiceId);
  if (findings.length === 0) return letterPage(task, name);
  if (task.status === 'done') return showDecided(task, 'before', { now, effects }, { letter: findings });
  return showOpen(task, { now, effects }, { refusedLetter: findings });
};

type Attempt = { readonly task: Task; readonly sent: SentForm; readonly decider: Decider };

const decide = async ({ task, sent, decider }: Attempt, now: Date, effects: LinkEffects): Promise<Page> => {
  const taskCase = await loadCase(task, now, effects);
  const upload = await presentUpload(task, effects);
  const shownAgain = (findings: readonly Finding[]): Page =>
    taskPage({ task, taskCase, now, upload, refused: { ...sent, findings } });
  if (sent.wantsRows) return shownAgain([]);
  const parsed = parseTaskForm(sent, { task, taskCase }, decider);
  if (!parsed.success) return shownAgain(parsed.findings);
  const { codes } = parsed.data.correction ?? {};
  const invalid = codes ? checkStatedCodes(codes, { form: sent.form, taskCase }, effects.checkCode) : [];
  if (invalid.length > 0) return shownAgain(invalid);
  const completed = await completeTask(task, { ...parsed.data, formDigest: digestOf(sent) }, effects);
  if (!completed.success)
    return showStanding(
      task,
      { now, effects },
      { refused: { ...sent, findings: completed.findings.map(atField) } },
    );
  const { taken, isProposed, isKept, task: standing } = completed.data;
  if (isKept) return keptPage(standing, taskCase.practiceName, taskCase.timeZone);
  if (isProposed) return proposedPage(standing, taskCase.practiceName);
  return taken
    ? showDecided(standing, 'just-now', { now, effects })
    : showDecided(standing, 'too-late', { now, effects }, { notTaken: sent });
};

/** Two forms with the same digest state the same. */
const digestOf = (sent: SentForm): string => shortDigest(JSON.stringify(sent));

/** Records from before digests were kept know their form by its action alone. */
const statesSame = ({ formDigest, action }: TaskOutcome, sent: SentForm): boolean =>
  formDigest === undefined ? action === sent.action : formDigest === digestOf(sent);

/**
 * A form sent again, perhaps because the answer to the first was lost: whoever waits is answered again as well. One that
 * states something else was not taken, and is shown, so that nothing has to be written twice.
 */
const confirmDecided = async (
  task: Task,
  { by, sent }: { readonly by: Actor; readonly sent: SentForm },
  at: Moment,
): Promise<Page> => {
  const { outcome } = task;
  if (outcome) await completeTask(task, outcome, at.effects);
  const isOwn = outcome !== undefined && isSameActor(outcome.by, by) && statesSame(outcome, sent);
  return isOwn ? showDecided(task, 'just-now', at) : showDecided(task, 'too-late', at, { notTaken: sent });
};

type Moment = { readonly now: Date; readonly effects: LinkEffects };

/** Of an appeal the page has what was sent, and takes what the payer's letter says, as long as its link is good. */
const showDecided = async (
  task: Task,
  moment: DecidedView['moment'],
  { now, effects }: Moment,
  also: Pick<DecidedView, 'notTaken' | 'undoRefused' | 'letter'> = {},
): Promise<Page> => {
  const practice = await effects.getPractice(task.practiceId);
  const { name: practiceName, timeZone } = practice;
  const undo = await undoStateOfTask(task, practice, now, effects.undoing);
  const packet = task.outcome?.sent?.packet;
  const isAppeal = task.outcome?.action === 'appeal' && undo?.kind !== 'undone';
  return decidedPage({
    ...{ task, practiceName, timeZone, moment, undo, ...also },
    payers: await payersInWords(task, effects),
    packetLink: packet && (await effects.packets.linkTo(packet)),
    claim: isAppeal && task.claimId ? await effects.findClaim(task.claimId) : undefined,
  });
};
