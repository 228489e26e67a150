import type { Page, PageAsked } from '../domain/paging/page.ts';
import { drivenClaim, drivenEncounter, isYoung } from '../domain/restarts/restarts.ts';
import { newSweep, type Suspect, type Sweep, type SweepShare } from '../domain/restarts/sweep.ts';
import type { ToLookAfter } from '../domain/restarts/to-look-after.ts';
import type { Task } from '../domain/task.ts';
import type { Looked } from './look-twice.ts';
import { type SweepClaimEffects, sweepClaim } from './sweep-claim.ts';
import { type SweepEncounterEffects, sweepEncounter } from './sweep-encounter.ts';

export type SweepPracticeEffects = SweepClaimEffects &
  SweepEncounterEffects & {
    readonly findSweep: (practiceId: string) => Promise<Sweep | undefined>;
    readonly saveSweep: (practiceId: string, sweep: Sweep) => Promise<void>;
    /** A page of what is open, from behind a place in it. */
    readonly openPage: (practiceId: string, page: PageAsked, now: Date) => Promise<Page<ToLookAfter>>;
    /** A record by the id of what drives it; undefined where it is not open any more. */
    readonly findOpen: (recordId: string) => Promise<ToLookAfter | undefined>;
    /** Decided tasks whose decision nobody waits for, and that were not carried out. */
    readonly tasksToCarryOut: (practiceId: string) => Promise<readonly Task[]>;
    readonly carryOut: (task: Task) => Promise<void>;
    /** Hears of a record that could not be looked after; the others are. */
    readonly failed: (recordId: string, error: unknown) => void;
    readonly swept: (counts: SweptShare) => void;
  };

export type SweptShare = {
  readonly practiceId: string;
  readonly looked: number;
  readonly restarted: number;
  readonly asked: number;
  readonly failed: number;
  /** Whether all that is open has been gone round. */
  readonly isRound: boolean;
};

/** So many records are looked after at once, and then the place is kept. */
const pageSize = 25;

/** A page takes seconds: what is left of the function's five minutes is enough for the last. */
const longestMs = 4 * 60_000;

/** More than these at once are a fault of all, which restarts would make worse: the next round finds them again. */
const mostSuspects = 200;

/**
 * Looks after a share of what is open of a practice, page by page, from where the sweep before stopped; the place is kept
 * behind each page, so that what runs out of time or dies goes on there. Each record takes a query of its
 * tasks, a DescribeExecution and the wait that it is in: three calls or a few more, however many others are open.
 */
export const sweepPractice = async (
  { practiceId, share }: SweepShare,
  effects: SweepPracticeEffects,
): Promise<SweptShare> => {
  const began = effects.now();
  const carried = await carryOutAgain(practiceId, effects);
  const before = (await effects.findSweep(practiceId)) ?? newSweep(began);
  const again = await lookAgain(before.suspects, effects);
  const sweep = { ...before, suspects: again.suspects };
  const round = await goRound({ practiceId, share, sweep, began }, again.looked, effects);
  const looks = [...again.looks, ...round.looks];
  const swept = {
    practiceId,
    looked: looks.length,
    restarted: looks.filter((look) => look === 'restarted' || look === 'started').length,
    asked: looks.filter((look) => look === 'asked').length,
    failed: [...carried, ...looks].filter((look) => look === 'failed').length,
    isRound: round.isRound,
  };
  effects.swept(swept);
  return swept;
};

type Look = Looked['outcome'] | 'failed';

/** Repeats what a crash kept from being done when it was decided; what was decided just now is being done. */
const carryOutAgain = async (practiceId: string, effects: SweepPracticeEffects): Promise<readonly Look[]> => {
  const tasks = await effects.tasksToCarryOut(practiceId);
  const late = tasks.filter(({ outcome }) => outcome && !isYoung(outcome.at, effects.now()));
  const looks: Look[] = [];
  for (const task of late)
    looks.push(await safely(`task/${task.taskId}`, () => effects.carryOut(task).then(() => runs), effects));
  return looks;
};

const runs = 'runs' as const;

/** One record that fails keeps no other from being looked after; it is told, and comes again with the next round. */
const safely = async <T>(
  recordId: string,
  look: () => Promise<T>,
  { failed }: Pick<SweepPracticeEffects, 'failed'>,
): Promise<T | 'failed'> => {
  try {
    return await look();
  } catch (error) {
    failed(recordId, error);
    return 'failed';
  }
};

type LookedAll = { readonly looks: readonly Look[]; readonly suspects: readonly Suspect[] };

const lookAll = async (
  records: readonly ToLookAfter[],
  seen: readonly Suspect[],
  effects: SweepPracticeEffects,
): Promise<LookedAll> => {
  const looked = await Promise.all(records.map((record) => lookSafely(record, seen, effects)));
  return {
    looks: looked.map((one) => (one === 'failed' ? one : one.outcome)),
    suspects: looked.flatMap((one) => (one === 'failed' ? [] : (one.suspect ?? []))),
  };
};

const idOf = (record: ToLookAfter): string =>
  ('claim' in record ? drivenClaim(record.claim) : drivenEncounter(record.encounter)).recordId;

const lookSafely = (
  record: ToLookAfter,
  seen: readonly Suspect[],
  effects: SweepPracticeEffects,
): Promise<Looked | 'failed'> => {
  const id = idOf(record);
  const before = seen.find(({ recordId }) => recordId === id);
  const look = () =>
    'claim' in record
      ? sweepClaim(record.claim, before, effects)
      : sweepEncounter(record.encounter, before, effects);
  return safely(id, look, effects);
};

/** What the sweep before suspected, it looks at first. */
const lookAgain = async (
  suspects: readonly Suspect[],
  effects: SweepPracticeEffects,
): Promise<LookedAll & { readonly looked: ReadonlySet<string> }> => {
  const found = await Promise.all(suspects.map(({ recordId }) => effects.findOpen(recordId)));
  const records = found.filter((record) => record !== undefined);
  return { ...(await lookAll(records, suspects, effects)), looked: new Set(records.map(idOf)) };
};

type Round = {
  readonly practiceId: string;
  readonly share: number;
  readonly sweep: Sweep;
  readonly began: Date;
};

const goRound = async (
  { practiceId, share, sweep: from, began }: Round,
  looked: ReadonlySet<string>,
  effects: SweepPracticeEffects,
): Promise<{ readonly looks: readonly Look[]; readonly isRound: boolean }> => {
  const looks: Look[] = [];
  let sweep = from;
  for (let read = 0; read < share; ) {
    const limit = Math.min(pageSize, share - read);
    const page = await effects.openPage(practiceId, { limit, after: sweep.place }, began);
    const others = page.items.filter((record) => !looked.has(idOf(record)));
    const found = await lookAll(others, [], effects);
    looks.push(...found.looks);
    read += page.items.length;
    sweep = behind(sweep, page, found.suspects, effects.now());
    await effects.saveSweep(practiceId, sweep);
    if (page.next === undefined) return { looks, isRound: true };
    if (effects.now().getTime() - began.getTime() > longestMs) break;
  }
  return { looks, isRound: false };
};

/** The sweep behind a page; behind the last one it begins anew. */
const behind = (
  { place: _place, ...sweep }: Sweep,
  { items, next }: Page<ToLookAfter>,
  found: readonly Suspect[],
  now: Date,
): Sweep => {
  const seen = sweep.seen + items.length;
  const suspects = [...sweep.suspects, ...found].slice(0, mostSuspects);
  const at = now.toISOString();
  return next === undefined
    ? { ...sweep, suspects, seen: 0, open: seen, roundAt: at, at }
    : { ...sweep, suspects, seen, place: next, at };
};
