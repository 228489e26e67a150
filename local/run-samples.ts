import { decideByLink, linkOf } from './desks.ts';
import type { Progress } from './install-python.ts';
import type { LocalPractice } from './local-practice.ts';
import { listMail, type Mail } from './mailbox.ts';
import type { EncounterView } from './practice-client.ts';
import type { Sample, SampleDecision } from './samples.ts';

/** Tasks that wait for the clinic, not for a desk of the practice. */
const clinicKinds = ['unreadable-document', 'invalid-registration'];

export type SamplesRun = {
  readonly practice: LocalPractice;
  readonly samples: readonly Sample[];
  readonly progress: Progress;
  /** What a desk does with the link of a mail. @default decides, and a page that refuses ends the run */
  readonly decide?: typeof decideByLink;
};

/** No story of a sample is longer; one that is goes round in circles. */
const longestDays = 365;

/** The app sweeps every quarter of an hour; what a few sweeps do not start again stays where it is. */
const sweepsInVain = 3;

/**
 * Works the samples to their ends: opens the mail as the desks would and decides each task by its link, and lets time
 * pass whenever nobody has anything to do, until no claim is open, no payer owes an answer and no desk has a task
 * left. Returns every sample's last state; where nothing happens any more before that, as it is then.
 */
export const workSamples = async (run: SamplesRun): Promise<ReadonlyMap<string, EncounterView>> => {
  const { samples, practice } = run;
  const opened = new Set<string>();
  for (let ended = 0, sweeps = 0; ; ) {
    await practice.time.settle();
    const views = await viewSamples(run);
    const done = countDone(run, views);
    if (done > ended) run.progress(`${done} of ${samples.length} visits have ended`);
    ended = done;
    const isOver = done === samples.length && !practice.time.payersOwe();
    if (isOver || practice.time.days() > longestDays) return views;
    if ((await openMail(run, views, opened)) > 0 || (await practice.time.advance())) sweeps = 0;
    else if (sweeps++ === sweepsInVain) return views;
    else await practice.sweep().catch(() => undefined); // the next one does what a sweep that dies has left
  }
};

const viewSamples = async ({ practice, samples }: SamplesRun): Promise<Map<string, EncounterView>> => {
  const views = new Map<string, EncounterView>();
  for (const { name } of samples) {
    const view = await practice.client.findEncounter(name);
    if (view) views.set(name, view);
  }
  return views;
};

const countDone = ({ samples }: SamplesRun, views: ReadonlyMap<string, EncounterView>): number =>
  samples.filter(({ name }) => isDone(views.get(name))).length;

const isDone = (view: EncounterView | undefined): boolean => {
  if (!view) return false;
  const tasksDone = view.tasks.every(({ status, kind }) => status === 'done' || clinicKinds.includes(kind));
  const claimsDone = view.claims.every(({ status }) => status === 'closed');
  const settled = view.encounter.status === 'unreadable' || view.claims.length > 0;
  return tasksDone && claimsDone && settled;
};

/** Each mail is opened once; reminders of a task that was decided meanwhile lead nowhere. Returns how many led on. */
const openMail = async (
  run: SamplesRun,
  views: Map<string, EncounterView>,
  opened: Set<string>,
): Promise<number> => {
  const before = opened.size;
  for (const mail of await listMail(run.practice.cloud.endpoint)) {
    if (opened.has(mail.messageId)) continue;
    const found = findDecision(run, views, mail);
    if (!found) continue;
    opened.add(mail.messageId);
    run.progress(
      `${mail.to[0]} decides "${found.decision.action}" on a ${found.decision.kind} task of ${found.sample.name}`,
    );
    await (run.decide ?? decideByLink)(found.link, found.decision);
    // The next mail may be a reminder of the very task that is now decided.
    const view = await run.practice.client.findEncounter(found.sample.name);
    if (view) views.set(found.sample.name, view);
  }
  return opened.size - before;
};

type Found = { readonly sample: Sample; readonly decision: SampleDecision; readonly link: string };

const findDecision = (
  { samples }: SamplesRun,
  views: ReadonlyMap<string, EncounterView>,
  mail: Mail,
): Found | undefined => {
  const link = linkOf(mail);
  const taskId = link && taskIdOf(link);
  for (const sample of samples) {
    const tasks = views.get(sample.name)?.tasks ?? [];
    const task = tasks.find((one) => one.taskId === taskId && one.status === 'open');
    const decision = task && decisionFor(sample, tasks, task);
    if (link && decision) return { sample, decision, link };
  }
  return undefined;
};

/** The n-th decision of a kind is for the n-th task of that kind; where desks share a claim, of the desk's own. */
const decisionFor = (
  sample: Sample,
  tasks: EncounterView['tasks'],
  { kind, owner }: EncounterView['tasks'][number],
): SampleDecision | undefined => {
  const ofKind = sample.decisions.filter((decision) => decision.kind === kind);
  const isByDesk = ofKind.some(({ desk }) => desk !== undefined);
  const decided = tasks.filter(
    (task) => task.kind === kind && task.status === 'done' && (!isByDesk || task.owner === owner),
  ).length;
  return ofKind.filter(({ desk }) => !isByDesk || desk === owner)[decided];
};

/** The first part of a link's token names the task; only the second, its signature, is secret. */
const taskIdOf = (link: string): string | undefined => {
  const payload = link.split('/t/')[1]?.split('.')[0];
  if (!payload) return undefined;
  const { t } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { t?: string };
  return t;
};
