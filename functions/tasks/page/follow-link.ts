import { type Actor, isSameActor, personActor } from '../../domain/actor.ts';
import { shortDigest } from '../../domain/digest.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Task, TaskOutcome } from '../../domain/task.ts';
import { Handling } from '../../domain/tasks/handling.ts';
import { completeTask, type DecisionEffects } from '../complete-task.ts';
import { type CheckCode, checkStatedCodes } from '../form/check-stated-codes.ts';
import { type Decider, parseTaskForm } from '../form/parse-task-form.ts';
import type { SentBody } from '../form/read-upload.ts';
import { readForm, type SentForm } from '../form/task-form.ts';
import { type HandlingEffects, handleTask } from '../handling/handle-task.ts';
import { type CaseEffects, loadCase } from '../task-case.ts';
import { landingPage } from './door-pages.ts';
import { type DoorEffects, findDoor, isOpenTo } from './enter-by-code.ts';
import { decidedPage, handledPage, proposedPage, receivedPage } from './message-pages.ts';
import type { Page } from './page-layout.ts';
import { type IntakeEffects, presentUpload, takeUpload } from './take-upload.ts';
import { taskPage } from './task-page.ts';

export type LinkEffects = CaseEffects &
  DecisionEffects &
  IntakeEffects &
  Pick<DoorEffects, 'readLink' | 'findTask' | 'readSession'> & {
    readonly checkCode: CheckCode;
    readonly handling: HandlingEffects;
  };

type Visit = { readonly task: Task; readonly by: Actor } | { readonly page: Page };

/** Who follows a link, with what the browser has of it. */
export type Visitor = { readonly token: string; readonly cookies: Readonly<Record<string, string>> };

/** Who may see which task: the mailbox that a link was sent to, once it has proved to be that by a code. */
const enter = async (
  { token, cookies }: Visitor,
  now: Date,
  effects: LinkEffects,
  sent?: SentForm,
): Promise<Visit> => {
  const door = await findDoor(token, now, effects);
  if ('page' in door) return door;
  const { task, mailbox } = door;
  if (!(await isOpenTo(door, cookies, now, effects))) return { page: landingPage(door, sent) };
  const { practiceId, owner } = task;
  return { task, by: personActor({ mailbox, practiceId, role: owner }) };
};

/** Shows the task of a signed link, or what was decided about it. Looking changes nothing: mail scanners look too. */
export const showTask = async (visitor: Visitor, now: Date, effects: LinkEffects): Promise<Page> => {
  const visit = await enter(visitor, now, effects);
  if ('page' in visit) return visit.page;
  const { task } = visit;
  if (task.status === 'done') return showDecided(task, 'before', effects);
  const [taskCase, upload] = await Promise.all([loadCase(task, effects), presentUpload(task, effects)]);
  return taskPage({ task, taskCase, now, upload });
};

/** Takes the decision that a form states; shown again with what is wrong in it when it cannot be taken. */
export const takeDecision = async (
  { body, sent: file, ...visitor }: Visitor & { readonly body: string; readonly sent?: SentBody },
  now: Date,
  effects: LinkEffects,
): Promise<Page> => {
  const visit = await enter(visitor, now, effects, readForm(body));
  if ('page' in visit) return visit.page;
  const uploaded =
    file && visit.task.status === 'open' ? await upload(visit.task, file, now, effects) : undefined;
  if (uploaded) return uploaded;
  const handled = visit.task.status === 'open' ? await handle(visit, body, now, effects) : undefined;
  if (handled) return handled;
  const sent = readForm(body);
  const decider = { by: visit.by, at: now.toISOString() };
  return visit.task.status === 'done'
    ? confirmDecided(visit.task, { by: visit.by, sent }, effects)
    : decide({ task: visit.task, sent, decider }, now, effects);
};

/** Takes what a clinic sends from the page; undefined where the form is that of a decision. */
const upload = async (
  task: Task,
  sent: SentBody,
  now: Date,
  effects: LinkEffects,
): Promise<Page | undefined> => {
  const taskCase = await loadCase(task, effects);
  const taken = await takeUpload(task, { sent, known: taskCase.encounter?.registration }, now, effects);
  if (taken === undefined) return undefined;
  return taken === 'received'
    ? receivedPage(task, taskCase.practiceName)
    : taskPage({ task, taskCase, now, upload: taken });
};

/** Does what a form asks for without deciding; undefined where the form is that of a decision. */
const handle = async (
  { task, by }: { readonly task: Task; readonly by: Actor },
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
  const taskCase = await loadCase(task, effects);
  if (done.success) return handledPage(done.data, handling.data, taskCase.practiceName);
  const upload = await presentUpload(task, effects);
  return taskPage({ task, taskCase, now, upload, refusedHandling: { ...asked, findings: done.findings } });
};

type Attempt = { readonly task: Task; readonly sent: SentForm; readonly decider: Decider };

const decide = async ({ task, sent, decider }: Attempt, now: Date, effects: LinkEffects): Promise<Page> => {
  const taskCase = await loadCase(task, effects);
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
  if (!completed.success) return shownAgain(completed.findings);
  const { taken, isProposed, task: standing } = completed.data;
  if (isProposed) return proposedPage(standing, taskCase.practiceName);
  return taken
    ? showDecided(standing, 'just-now', effects)
    : showDecided(standing, 'too-late', effects, sent);
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
  effects: LinkEffects,
): Promise<Page> => {
  const { outcome } = task;
  if (outcome) await completeTask(task, outcome, effects);
  const isOwn = outcome !== undefined && isSameActor(outcome.by, by) && statesSame(outcome, sent);
  return isOwn ? showDecided(task, 'just-now', effects) : showDecided(task, 'too-late', effects, sent);
};

const showDecided = async (
  task: Task,
  moment: 'just-now' | 'too-late' | 'before',
  { getPractice }: LinkEffects,
  notTaken?: SentForm,
): Promise<Page> => {
  const { name, timeZone } = await getPractice(task.practiceId);
  return decidedPage({ task, practiceName: name, timeZone, moment, notTaken });
};
