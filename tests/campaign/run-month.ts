import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { CalendarDate } from '../../functions/domain/calendar.ts';
import {
  type LocalPractice,
  type LocalPracticeOptions,
  readSamplePayerRules,
  startLocalPractice,
} from '../../local/local-practice.ts';
import type { PaymentMade } from '../../local/payer-simulator/answer.ts';
import { bankStatement } from './bank.ts';
import { type Desks, openDesks, plannedWork, workDesks } from './desks.ts';
import {
  drivingTasks,
  kindsOfWaits,
  type Moment,
  observe,
  practiceId,
  strandedIn,
  type Violation,
} from './observe.ts';
import { payersOfMonth } from './payers.ts';
import { sendVisits } from './send-visits.ts';
import { type Visit, visitsOf } from './visits.ts';

export type MonthOptions = {
  /** Visits that are registered; some become two claims. */
  readonly claims: number;
  readonly seed: number;
  readonly dateOfService: CalendarDate;
  readonly practice: Pick<LocalPracticeOptions, 'directory' | 'assembly'>;
  readonly progress: (line: string) => void;
  /** Hears of the local cloud once it is there, so that it can be stopped before the month is over. */
  readonly started?: (practice: LocalPractice) => void;
};

/** A month as it went, with the practice as it stands at its end. */
export type Month = {
  readonly practice: LocalPractice;
  readonly visits: readonly Visit[];
  readonly desks: Desks;
  readonly payments: readonly PaymentMade[];
  /** The bank's file, as it was left in the intake bucket. */
  readonly statement: string;
  readonly samples: number;
  /** For what claims were seen waiting at those moments, by kind. */
  readonly waited: ReadonlyMap<string, number>;
  readonly stranded: readonly Violation[];
  readonly failures: readonly string[];
  readonly days: number;
};

/** On how many days of the month visits come in; of a small month fewer, so that few days pass with nothing in them. */
const workingDays = 20;
const fewestADay = 6;

/** No story takes so long; one that does goes round in circles. */
const longestDays = 150;

/** The app sweeps every quarter of an hour; what a few sweeps do not start again stays where it is. */
const sweepsInVain = 3;

/** Lives through a month: visits come in day by day, payers answer, desks decide, until nothing is due any more. */
export const runMonth = async (options: MonthOptions): Promise<Month> => {
  const visits = visitsOf(options.claims, options.seed, options.dateOfService);
  const payments: PaymentMade[] = [];
  const failures: string[] = [];
  const practice = await startLocalPractice({
    ...options.practice,
    persist: false,
    progress: options.progress,
    payerRules: payersOfMonth(await readSamplePayerRules(), visits),
    // Nearly every function is called in every round: to start a worker costs more than to keep it.
    ...{ bellsAtOnce: 24, warmSeconds: 120 },
    report: (event) => {
      if (event.kind === 'paid') payments.push(event.payment);
      if (event.kind === 'failed') failures.push(`${event.name}: ${String(event.error)}`);
    },
  });
  options.started?.(practice);
  try {
    const month = { practice, visits, desks: openDesks(visits), payments, failures };
    const lived = await live(month, options.progress);
    options.progress('the bank tells of its deposits');
    const statement = bankStatement(payments);
    await leaveStatement(practice, statement);
    return { ...month, ...lived, statement, days: practice.time.days() };
  } catch (error) {
    await practice.stop();
    throw error;
  }
};

type Living = Pick<Month, 'practice' | 'visits' | 'desks'>;

const live = async (month: Living, progress: MonthOptions['progress']) => {
  const { practice, visits, desks } = month;
  const { time } = practice;
  const perDay = Math.max(fewestADay, Math.ceil(visits.length / workingDays));
  const stranded: Violation[] = [];
  const waited = new Map<string, number>();
  let samples = 0;
  for (let sent = 0, day = 0, sweeps = 0, told = -1; ; ) {
    if (sent < visits.length && time.days() >= day) {
      await sendVisits(practice, visits.slice(sent, sent + perDay));
      sent += perDay;
      day += 1;
    }
    await time.settle();
    const moment = await observe(practice);
    samples += 1;
    for (const kind of kindsOfWaits(moment)) waited.set(kind, (waited.get(kind) ?? 0) + 1);
    stranded.push(...strandedIn(moment));
    const open = moment.claims.filter(({ status }) => status !== 'closed').length;
    if (Math.floor(moment.day) > told) {
      told = Math.floor(moment.day);
      progress(
        `day ${told}: ${Math.min(sent, visits.length)} visits in, ${open} claims open, ${moment.openTasks.length} tasks`,
      );
    }
    if (time.days() > longestDays || (sent >= visits.length && isOver(month, moment))) break;
    const decided = await workDesks(practice, desks, { tasks: moment.openTasks, claims: moment.claims });
    if (decided > 0 || (await passTime(practice, visits.length))) sweeps = 0;
    else if (sent < visits.length) day = time.days();
    else if (sweeps++ === sweepsInVain) break;
    else await practice.sweep();
  }
  return { samples, waited, stranded };
};

/** To look at every step of more visits would take most of their month. */
const mostAtEveryStep = 100;

/**
 * Lets time pass until the claims are looked at again and the desks open their mail: until the next step of a small
 * month, the next day of a larger one; false when nothing is due any more.
 */
const passTime = async ({ time }: LocalPractice, visits: number): Promise<boolean> => {
  if (visits <= mostAtEveryStep) return time.advance();
  const day = Math.floor(time.days());
  let passed = false;
  while (Math.floor(time.days()) === day && (await time.advance())) {
    passed = true;
    await time.settle();
  }
  return passed;
};

/** Every visit is billed, no payer owes an answer, and each claim is closed or waits for a desk that decides nothing more. */
const isOver = ({ practice, visits, desks }: Living, { claims, openTasks }: Moment): boolean => {
  const owned = drivingTasks(openTasks.filter(({ taskId }) => !desks.decided.has(taskId)));
  const billed = new Set(claims.map(({ encounterId }) => encounterId));
  return (
    !practice.time.payersOwe() &&
    billed.size === visits.length &&
    plannedWork(desks, { tasks: openTasks, claims }).length === 0 &&
    claims.every(({ status, claimId }) => status === 'closed' || owned.has(claimId))
  );
};

const leaveStatement = async ({ app, time }: LocalPractice, statement: string): Promise<void> => {
  const Key = `practices/${practiceId}/deposits/month.bai`;
  await app.clients.s3.send(new PutObjectCommand({ Bucket: app.records.IntakeBucket, Key, Body: statement }));
  await time.settle();
};
