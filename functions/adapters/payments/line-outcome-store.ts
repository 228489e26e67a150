import type { Claim } from '../../domain/claim.ts';
import { LineOutcome } from '../../domain/history/line-outcome.ts';
import { LineOutcomeEntity } from '../table.ts';

/** Where what became of a line is kept. */
export const outcomeKey = (
  { practiceId, payerId }: Pick<Claim, 'practiceId' | 'payerId'>,
  { procedure, month, claimId, lineNumber, submission }: LineOutcome,
) => ({ practiceId, payerId, procedure, month, claimId, lineNumber, submission });

/** A visit looks a year back; claims are filed and decided within some months of it. */
const keptDays = 550;

/** What became of a line, as it is kept until no visit looks that far back. */
export const outcomeItem = (claim: Pick<Claim, 'practiceId' | 'payerId'>, outcome: LineOutcome) => ({
  ...outcomeKey(claim, outcome),
  expiresAt: Date.parse(`${outcome.month}-01`) / 1000 + keptDays * 86_400,
  record: outcome,
});

/** So many lines of a procedure are counted, the newest: more of them would tell the same. */
const mostRead = 1000;

/** What a payer made of the latest lines of procedures since a month. */
export const outcomesOf = async (
  practiceId: string,
  payerId: string,
  procedures: readonly string[],
  sinceMonth: string,
): Promise<LineOutcome[]> => {
  const found = await Promise.all(
    [...new Set(procedures)].map((procedure) =>
      LineOutcomeEntity.query
        .primary({ practiceId, payerId, procedure })
        .gte({ month: sinceMonth })
        .go({ order: 'desc', limit: mostRead }),
    ),
  );
  return found.flatMap(({ data }) => data.map(({ record }) => LineOutcome.parse(record)));
};
