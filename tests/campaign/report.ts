import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim, ClaimEvent } from '../../functions/domain/claim.ts';
import { deadLetters } from '../e2e/faults.ts';
import { isDuplicate } from './books.ts';
import { checkBank, differencesBeside, differencesOfCheques, differencesOfClaims } from './check-money.ts';
import { findPatients, type PatientSearch } from './find-patients.ts';
import { drivingTasks, type Moment, observe, type Violation } from './observe.ts';
import type { Month } from './run-month.ts';

/** What the month shows, in figures and in what broke; ids only. */
export type MonthReport = {
  readonly visits: number;
  readonly claims: number;
  readonly days: number;
  readonly samples: number;
  readonly waited: Readonly<Record<string, number>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly stories: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly tasks: Readonly<Record<string, number>>;
  readonly decided: number;
  readonly payments: number;
  /** Claims that their payer had already, mostly from a payer that had forwarded them. */
  readonly copiesRefused: number;
  readonly money: Awaited<ReturnType<typeof checkBank>>['sums'];
  readonly ties: number;
  readonly patients: PatientSearch;
  readonly violations: readonly (Violation & {
    readonly story?: string | undefined;
    readonly history?: readonly string[];
  })[];
};

const countBy = (keys: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    [...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length] as const).toSorted(),
  );

/** How a claim stands at the end: its end, or the worklist that it is in. */
const outcomeOf = (claim: Claim, tasks: ReturnType<typeof drivingTasks>): string =>
  claim.status === 'closed'
    ? `closed: ${claim.end}`
    : `in a worklist: ${(tasks.get(claim.claimId) ?? []).map(({ kind }) => kind).join('+') || `none (${claim.status})`}`;

/** Holds a month that is over against all that must be so. */
export const reportOf = async (month: Month): Promise<MonthReport> => {
  const end = await observe(month.practice);
  const { sums, ties, told } = await checkBank(month.payments, month.statement);
  const patients = await findPatients(month.practice, month.visits);
  const dead = await deadLetters(month.practice.app);
  const wrong = [
    ...unfinished(month, end),
    ...differencesOfClaims(month.payments, end.claims),
    ...(await differencesOfCheques(month.payments)),
    ...(await differencesBeside(month.payments)),
    ...told,
    ...Object.entries(patients.found)
      .filter(([, count]) => count > 0)
      .map(([place, count]) => ({ rule: 'patients', detail: `${count} words of patients in ${place}` })),
    ...[...month.desks.refused].map(([taskId, error]) => ({ rule: 'desk', detail: `${taskId}: ${error}` })),
    ...(dead > 0 ? [{ rule: 'dead-letters', detail: `${dead} messages that nobody could work` }] : []),
    ...month.failures.map((detail) => ({ rule: 'payer-simulator', detail })),
  ].map((one) => ({ ...one, day: end.day }));
  return {
    visits: month.visits.length,
    claims: end.claims.length,
    days: Math.round(month.days),
    samples: month.samples,
    waited: Object.fromEntries([...month.waited].toSorted()),
    ...countsOf(month, end),
    decided: month.desks.decided.size,
    payments: month.payments.length,
    copiesRefused: month.payments.flatMap(({ claims }) => claims).filter(isDuplicate).length,
    money: sums,
    ties,
    patients,
    violations: await withStories([...month.stranded, ...wrong], month),
  };
};

const countsOf = ({ visits }: Month, { claims, openTasks }: Moment) => {
  const tasks = drivingTasks(openTasks);
  const byVisit = Map.groupBy(claims, ({ encounterId }) => encounterId);
  const byStory = Map.groupBy(visits, ({ story }) => story.name);
  const endsOf = (encounterId: string): string =>
    (byVisit.get(encounterId) ?? [])
      .toSorted((one, other) => 'PST'.indexOf(one.responsibility) - 'PST'.indexOf(other.responsibility))
      .map((claim) => outcomeOf(claim, tasks))
      .join(' → ') || 'no claim';
  return {
    outcomes: countBy(claims.map((claim) => outcomeOf(claim, tasks))),
    stories: Object.fromEntries(
      [...byStory].map(([name, some]) => [name, countBy(some.map(({ encounterId }) => endsOf(encounterId)))]),
    ),
    tasks: countBy(
      openTasks.map(({ kind, reasons }) => [kind, ...reasons.map(({ code }) => code)].join(' ')),
    ),
  };
};

/** Each visit has a claim, and each claim is closed or in exactly one worklist. */
const unfinished = ({ visits }: Month, { claims, openTasks }: Moment): Omit<Violation, 'day'>[] => {
  const tasks = drivingTasks(openTasks);
  const billed = new Set(claims.map(({ encounterId }) => encounterId));
  const rule = 'closed-or-in-one-worklist';
  return [
    ...visits
      .filter(({ encounterId }) => !billed.has(encounterId))
      .map(({ encounterId }) => ({ rule, encounterId, detail: 'has no claim' })),
    ...claims
      .filter(({ status, claimId }) => (tasks.get(claimId)?.length ?? 0) !== (status === 'closed' ? 0 : 1))
      .map(({ status, claimId, encounterId }) => ({
        ...{ rule, claimId, encounterId },
        detail: `${status}, in ${tasks.get(claimId)?.length ?? 0} worklists`,
      })),
  ];
};

/** Each violation once, with the story that its visit was to tell and what happened to the claim. */
const withStories = async (violations: readonly Violation[], { visits, practice }: Month) => {
  const once = [
    ...Map.groupBy(
      violations,
      ({ rule, claimId, encounterId, detail }) => `${rule} ${claimId ?? encounterId} ${detail}`,
    ).values(),
  ];
  const stories = new Map(visits.map(({ encounterId, story }) => [encounterId, story.name]));
  return Promise.all(
    once
      .flatMap(([one]) => (one ? [one] : []))
      .map(async (one) => ({
        ...one,
        story: stories.get(one.encounterId ?? ''),
        ...(one.claimId && { history: await historyOf(practice.client.history(one.claimId)) }),
      })),
  );
};

const historyOf = async (asked: Promise<readonly ClaimEvent[]>): Promise<string[]> =>
  (await asked.catch(() => [])).map(({ type }) => type);

/** Writes report.md and report.json to a folder. */
export const writeReport = async (
  report: MonthReport & { readonly seconds: number; readonly seed: number },
  folder: string,
) => {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
  await writeFile(join(folder, 'report.md'), markdownOf(report));
};

const table = (head: string, counts: Readonly<Record<string, number>>): string =>
  [
    `| ${head} | |`,
    '|---|---:|',
    ...Object.entries(counts).map(([key, count]) => `| ${key} | ${count} |`),
  ].join('\n');

const markdownOf = (report: MonthReport & { readonly seconds: number; readonly seed: number }): string => {
  const { violations, stories, patients, money } = report;
  return [
    '# A simulated month',
    `${report.visits} visits (seed ${report.seed}), ${report.claims} claims, ${report.days} days in ${report.seconds} seconds; ${report.samples} moments looked at; ${report.decided} decisions of desks; ${violations.length} violations.`,
    '## Claims at the end',
    table('outcome', report.outcomes),
    '## By story',
    ...Object.entries(stories).map(([name, ends]) => table(name, ends)),
    '## For what claims were seen waiting',
    table('kind', report.waited),
    '## Open tasks',
    table('kind', report.tasks),
    '## Money, in cents',
    `${report.payments} remittances, ${report.ties} deposits tied; ${report.copiesRefused} claims refused as copies.`,
    table('sum of', money),
    '## Patients',
    `${patients.words} words that name patients, searched for in so many characters:`,
    table('place', patients.searched),
    '## Violations',
    violations.length === 0
      ? 'None.'
      : violations
          .map(
            ({ rule, day, claimId, encounterId, story, detail, history = [] }) =>
              `- **${rule}** day ${Math.round(day)} ${[claimId, encounterId, story].filter(Boolean).join(' ')}: ${detail}${history.length > 0 ? `\n  ${history.join(' → ')}` : ''}`,
          )
          .join('\n'),
    '',
  ].join('\n\n');
};
