import { Command } from 'commander';
import type { Encounter } from '../../functions/domain/encounter.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { settingsOf } from '../../functions/domain/practice/settings.ts';
import {
  claimEntries,
  fileEntries,
  patientEntries,
  type TimelineEntry,
  taskEntries,
  timelineOf,
  visitEntries,
} from '../../functions/domain/timeline/timeline.ts';
import { toDollars } from '../../functions/edi/money.ts';
import { claimFiles, fileNameOf } from '../../functions/partners/files/claim-files.ts';
import { jsonOption } from '../print.ts';
import { renderFacts, renderTimeline } from './render-timeline.ts';

type Options = { readonly practice: string; readonly json?: true };

/** One record with what happened to it. */
type Shown = {
  readonly record: unknown;
  readonly facts: Readonly<Record<string, string | number | undefined>>;
  readonly timeline: readonly TimelineEntry[];
};

/** The stores read their configuration when they are loaded: not before the command knows its table. */
const stores = async () => ({
  ...(await import('../../functions/adapters/api/stored-records.ts')),
  ...(await import('../../functions/adapters/visits/visit-reference-store.ts')),
});

const missing = (what: string, id: string): Error => new Error(`There is no ${what} ${id} in the practice`);

const showClaim = async (id: string, { practice }: Options): Promise<Shown> => {
  const { storedRecords, fileEffects } = await stores();
  const claim = await storedRecords.findClaim(id);
  if (claim?.practiceId !== practice) throw missing('claim', id);
  const [events, tasks, files] = await Promise.all([
    storedRecords.claimHistory(id),
    storedRecords.tasksOfClaim(id),
    claimFiles(claim, fileEffects),
  ]);
  const named = files.map((file) => ({ ...file, id: fileNameOf(file) }));
  const position = claimPosition(claim);
  return {
    record: { ...claim, position },
    facts: {
      ...{ claim: id, visit: claim.encounterId, payer: claim.payerId },
      status: claim.end ? `${claim.status}: ${claim.end}` : claim.status,
      ...{ charge: toDollars(position.charge), open: toDollars(position.open) },
    },
    timeline: timelineOf(claimEntries(id, events), tasks.flatMap(taskEntries), fileEntries(named)),
  };
};

/** A visit by its id, or by the reference that logs and executions have in place of it. */
const findVisit = async (named: string, practiceId: string): Promise<Encounter> => {
  const { storedRecords, findVisit: byReference } = await stores();
  const found = await storedRecords.findEncounter({ practiceId, encounterId: named });
  const id = found ?? (await byReference({ practiceId, visit: named }));
  const visit = found ?? (id && (await storedRecords.findEncounter(id)));
  if (!visit) throw missing('visit', named);
  return visit;
};

const showVisit = async (named: string, { practice }: Options): Promise<Shown> => {
  const { storedRecords: records } = await stores();
  const visit = await findVisit(named, practice);
  const { encounterId: id } = visit;
  const [claims, tasks] = await Promise.all([
    records.claimsOfEncounter(practice, id),
    records.tasksOfEncounter(practice, id),
  ]);
  const histories = await Promise.all(
    claims.map(async ({ claimId }) => claimEntries(claimId, await records.claimHistory(claimId))),
  );
  return {
    record: visit,
    facts: {
      ...{ visit: id, status: visit.status, day: visit.registration?.dateOfService },
      claims: claims.map(({ claimId }) => claimId).join(' '),
    },
    timeline: timelineOf(visitEntries(visit), histories.flat(), tasks.flatMap(taskEntries)),
  };
};

const showTask = async (id: string, { practice }: Options): Promise<Shown> => {
  const task = await (await stores()).storedRecords.findTask(id);
  if (task?.practiceId !== practice) throw missing('task', id);
  const { linkNonce: _secret, links: _secrets, ...record } = task;
  const { title, owner, status, due, claimId, encounterId } = task;
  return {
    record,
    facts: { task: id, title, desk: owner, status, due, claim: claimId, visit: encounterId },
    timeline: timelineOf(taskEntries(task)),
  };
};

const showPatient = async (id: string, { practice }: Options): Promise<Shown> => {
  const { patientRecords } = await stores();
  const file = await patientRecords.find({ practiceId: practice, patientId: id });
  if (!file) throw missing('patient', id);
  const { lastName, firstName, dateOfBirth } = file.record.demographics;
  return {
    record: file,
    facts: {
      ...{ patient: file.record.patientId, name: `${lastName}, ${firstName}`, born: dateOfBirth },
      coverages: file.coverages.length,
    },
    timeline: timelineOf(patientEntries(await patientRecords.history(file))),
  };
};

const showPractice = async (id: string): Promise<Shown> => {
  const { storedRecords } = await stores();
  const practice = await storedRecords.findPractice(id);
  if (!practice) throw missing('practice', id);
  const payers = await storedRecords.listPayers(id);
  const { name, npi, providers, locations, chargeMaster } = practice;
  return {
    record: { ...settingsOf(practice), practiceId: id, providers, payers },
    facts: {
      ...{ practice: id, name, npi, providers: providers.length, places: locations.length },
      ...{ prices: chargeMaster.length, payers: payers.map(({ payerId }) => payerId).join(' ') },
    },
    timeline: [],
  };
};

const print = ({ record, facts, timeline }: Shown, { json }: Options): void => {
  if (json) console.log(JSON.stringify({ record, timeline }, undefined, 2));
  else
    console.log(
      [renderFacts(facts), ...(timeline.length > 0 ? [renderTimeline(timeline)] : [])].join('\n\n'),
    );
};

const shows = {
  claim: showClaim,
  visit: showVisit,
  task: showTask,
  patient: showPatient,
  practice: showPractice,
} as const;

/** `show` of one kind of record: what it is, and what happened to it. */
export const showCommand = (kind: keyof typeof shows, useEnvironment: () => void): Command =>
  new Command('show')
    .description(`show one ${kind} with what happened to it`)
    .argument('<id>')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option(...jsonOption)
    .action(async (id: string, options: Options) => {
      useEnvironment();
      print(await shows[kind](id, options), options);
    });

/** Commands that show one record and nothing else. */
export const recordCommands = (useEnvironment: () => void): readonly Command[] =>
  (['visit', 'task', 'patient', 'practice'] as const).map((kind) =>
    new Command(kind).description(`one ${kind}`).addCommand(showCommand(kind, useEnvironment)),
  );
