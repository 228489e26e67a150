import type { LineOutcome, Overturned } from './line-outcome.ts';

/**
 * When what was denied here warns: three denials for one reason at least, of three lines in ten at least. Fewer are
 * chance, or what a practice corrects anyway. Lines of services of more than a year ago count no more.
 */
export const learning = { leastDenials: 3, leastShare: 0.3, leastLines: 3, months: 12 } as const;

/** A service that is going to be billed, as far as denials are told apart by it. */
export type LearnedService = Pick<LineOutcome, 'procedure' | 'modifiers' | 'diagnosis'>;

/** A reason for which a payer denied a service often enough to be told, with what became of it. */
export type LearnedDenial = {
  readonly reason: string;
  /** By what of the service denied and paid were told apart; none: all lines of the procedure. */
  readonly by: readonly ('modifiers' | 'diagnosis')[];
  readonly lines: number;
  readonly denied: number;
  readonly sinceMonth: string;
  readonly overturned: Readonly<Partial<Record<Overturned, number>>>;
  /** Lines that were billed in spite of this warning, and those of them that were not denied. */
  readonly despite: { readonly lines: number; readonly allowed: number };
};

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

/** From what says most of a service to what says least: the first that tells denied from paid decides. */
const cells = [
  ['modifiers', 'diagnosis'],
  ['modifiers'],
  ['diagnosis'],
  [],
] as const satisfies readonly LearnedDenial['by'][];

const isIn = (row: LineOutcome, service: LearnedService, by: LearnedDenial['by']): boolean =>
  (!by.includes('modifiers') || same(row.modifiers, service.modifiers)) &&
  (!by.includes('diagnosis') || row.diagnosis === service.diagnosis);

/** warns: denied often · clears: enough lines, and seldom denied · undefined: too few lines to say. */
const judge = (rows: readonly LineOutcome[], reason: string): 'warns' | 'clears' | undefined => {
  const denied = rows.filter(({ denials }) => denials.includes(reason)).length;
  const isOften = denied >= learning.leastShare * rows.length;
  if (isOften && denied >= learning.leastDenials) return 'warns';
  return !isOften && rows.length >= learning.leastLines ? 'clears' : undefined;
};

const summed = (rows: readonly LineOutcome[], reason: string, by: LearnedDenial['by']): LearnedDenial => {
  const denied = rows.filter(({ denials }) => denials.includes(reason));
  const overturned = Map.groupBy(denied, (row) => row.overturned ?? 'stands');
  const despite = rows.filter((row) => row.despite?.includes(reason));
  return {
    ...{ reason, by, lines: rows.length, denied: denied.length },
    sinceMonth: denied.map(({ month }) => month).toSorted()[0] ?? '',
    overturned: Object.fromEntries(
      [...overturned].flatMap(([how, some]) => (how === 'stands' ? [] : [[how, some.length]])),
    ),
    despite: {
      lines: despite.length,
      allowed: despite.filter(
        ({ denials, overturned: how }) => !denials.includes(reason) || how !== undefined,
      ).length,
    },
  };
};

/** What a payer denied of a service before, by reason, by the lines of it that it decided; the most frequent first. */
export const judgeDenials = (
  service: LearnedService,
  outcomes: readonly LineOutcome[],
): readonly LearnedDenial[] => {
  const rows = outcomes.filter(({ procedure }) => procedure === service.procedure);
  const reasons = [...new Set(rows.flatMap(({ denials }) => denials))];
  return reasons
    .flatMap((reason) => {
      for (const by of cells) {
        const inCell = rows.filter((row) => isIn(row, service, by));
        const verdict = judge(inCell, reason);
        if (verdict === 'clears') return [];
        if (verdict === 'warns') return [summed(inCell, reason, by)];
      }
      return [];
    })
    .toSorted((one, other) => other.denied - one.denied || (one.reason < other.reason ? -1 : 1));
};
