import { z } from 'zod';
import { TermDecision, type TermDecisions } from '../domain/term-decision.ts';
import { BillingError } from '../runtime/errors.ts';
import { CountedReviewEntity, memoryLedger, TermDecisionEntity } from './table.ts';
import { writeTransaction } from './transaction.ts';

/** Longer than an execution can run (one year), so that no step of one counts a review again. */
const keptSeconds = 400 * 86_400;

/** A row that counts the notes of a practice beside its terms. */
const notesRow = { kind: 'notes', term: '-', code: '-' } as const;

/** DynamoDB writes at most 100 items in one transaction; two of them say that, and how often, a note was counted. */
const mostDecisions = 98;

/** What the coders of a practice decided so far. */
export const findTermDecisions = async (practiceId: string): Promise<TermDecisions> => {
  const { data } = await TermDecisionEntity.query.primary({ practiceId }).go({ pages: 'all' });
  const notes = data.find(({ kind }) => kind === notesRow.kind)?.accepted ?? 0;
  const rows = data.filter(({ kind }) => kind !== notesRow.kind);
  return { notes, decisions: rows.map((row) => TermDecision.parse(row)) };
};

/** Counts the decisions of one review; a review that was counted before changes nothing. */
export const addTermDecisions = async (
  practiceId: string,
  reviewId: string,
  decisions: readonly TermDecision[],
): Promise<void> => {
  const rows = [{ ...notesRow, accepted: 1, rejected: 0 }, ...summed(decisions).slice(0, mostDecisions)];
  const expiresAt = Math.floor(Date.now() / 1000) + keptSeconds;
  await writeTransaction(() =>
    memoryLedger.transaction
      .write(({ termDecision, countedReview }) => [
        countedReview.create({ reviewId, expiresAt, rows }).commit(),
        ...rows.map(({ accepted, rejected, ...row }) =>
          termDecision
            .upsert({ practiceId, ...row })
            .add({ accepted, rejected })
            .commit(),
        ),
      ])
      .go(),
  );
};

/** Whoever else counts the same rows needs milliseconds. */
const attempts = 5;

/**
 * Takes what was counted of a review back, once; one that was never counted, or before it was kept what was, changes
 * nothing. Rows that were erased since stay erased.
 */
export const forgetReview = async (practiceId: string, reviewId: string): Promise<void> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { data: counted } = await CountedReviewEntity.get({ reviewId }).go({ consistent: true });
    if (!counted?.rows || counted.takenBack) return;
    const { data: standing } = await TermDecisionEntity.query
      .primary({ practiceId })
      .go({ pages: 'all', consistent: true });
    const rows = z
      .array(CountedRow)
      .parse(counted.rows)
      .filter((row) => standing.some((one) => holds(one, row)));
    if (await subtract(practiceId, reviewId, rows)) return;
  }
  throw new BillingError('ConcurrentChange', 'What coders decided kept changing while it was written');
};

const CountedRow = z.object({
  kind: z.enum(['term', 'phrase', 'notes']),
  term: z.string(),
  code: z.string(),
  accepted: z.int(),
  rejected: z.int(),
});
type CountedRow = z.infer<typeof CountedRow>;

type StandingRow = Pick<CountedRow, 'kind' | 'term' | 'code'> & {
  readonly accepted?: number | undefined;
  readonly rejected?: number | undefined;
};

const holds = (one: StandingRow, row: CountedRow): boolean =>
  [one.kind === row.kind, one.term === row.term, one.code === row.code].every(Boolean) &&
  (one.accepted ?? 0) >= row.accepted &&
  (one.rejected ?? 0) >= row.rejected;

const subtract = (practiceId: string, reviewId: string, rows: readonly CountedRow[]): Promise<boolean> =>
  writeTransaction(() =>
    memoryLedger.transaction
      .write(({ termDecision, countedReview }) => [
        countedReview
          .patch({ reviewId })
          .set({ takenBack: true })
          .where(({ takenBack }, { notExists }) => notExists(takenBack))
          .commit(),
        ...rows.map(({ accepted, rejected, ...row }) =>
          termDecision
            .patch({ practiceId, ...row })
            .add({ accepted: -accepted, rejected: -rejected })
            .where(
              (counted, { gte }) =>
                `${gte(counted.accepted, accepted)} AND ${gte(counted.rejected, rejected)}`,
            )
            .commit(),
        ),
      ])
      .go(),
  );

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** One row a key: a transaction takes each item once. */
const summed = (decisions: readonly TermDecision[]): TermDecision[] => {
  const keys = Map.groupBy(decisions, ({ kind, term, code }) => JSON.stringify([kind, term, code]));
  return [...keys.values()].flatMap((rows) => {
    const accepted = total(rows.map((row) => row.accepted));
    const rejected = total(rows.map((row) => row.rejected));
    return rows.slice(0, 1).map((row) => ({ ...row, accepted, rejected }));
  });
};

/** Erases what a practice's coders decided: about one term or phrase, or all of it. Returns how many rows were there. */
export const eraseTermDecisions = async (practiceId: string, term?: string): Promise<number> => {
  const { data } = await TermDecisionEntity.query.primary({ practiceId }).go({ pages: 'all' });
  const rows = data.filter((row) => term === undefined || (row.kind !== notesRow.kind && row.term === term));
  await TermDecisionEntity.delete(
    rows.map(({ kind, term, code }) => ({ practiceId, kind, term, code })),
  ).go();
  return rows.filter(({ kind }) => kind !== notesRow.kind).length;
};
