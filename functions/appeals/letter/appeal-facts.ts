import type { CodeBook } from '../../../codesets/code-book.ts';
import type { FilingException } from '../../domain/appeals/filing-exception.ts';
import type { ClaimContext, ClaimEvent } from '../../domain/claim.ts';
import type { Encounter } from '../../domain/encounter.ts';
import { disputedOf, type PlacedAdjustment } from '../../domain/position.ts';
import type { TaskReason } from '../../domain/task.ts';

/** What an appeal may rest on: the claim with its history, the visit with its note, and the code sets of its day. */
export type AppealFacts = ClaimContext & {
  readonly history: readonly ClaimEvent[];
  readonly encounter?: Encounter | undefined;
  readonly note?: string | undefined;
  /** The task's reasons, which have the payer's codes in words. */
  readonly reasons: readonly TaskReason[];
  /** Why Medicare is asked to extend its limit for filing, where somebody has named it. */
  readonly exception?: FilingException | undefined;
  readonly book: Pick<CodeBook, 'ncci' | 'absentNcciTables' | 'coverage'>;
};

/** What is disputed on one line, or on the claim as a whole. */
export type DisputedLine = {
  readonly line: AppealFacts['claim']['lines'][number] | undefined;
  readonly adjustments: readonly PlacedAdjustment[];
};

/** What is disputed by line, in the order of the claim; the claim as a whole comes last. */
export const disputedLines = (claim: AppealFacts['claim']): readonly DisputedLine[] => {
  const byLine = Map.groupBy(disputedOf(claim), ({ lineNumber }) =>
    claim.lines.find((line) => line.lineNumber === lineNumber),
  );
  return [...claim.lines, undefined].flatMap((line) => {
    const adjustments = byLine.get(line);
    return adjustments ? [{ line, adjustments }] : [];
  });
};

/** The lines of which something is disputed; all of them where it is the claim as a whole. */
export const linesInDispute = (claim: AppealFacts['claim']): AppealFacts['claim']['lines'] => {
  const disputed = disputedLines(claim);
  return disputed.some(({ line }) => line === undefined)
    ? claim.lines
    : disputed.flatMap(({ line }) => line ?? []);
};

/** A code of the payer in words, as far as somebody put it into words; the amount behind them is another matter. */
export const wordsOf = (code: string, reasons: readonly TaskReason[]): string | undefined => {
  const text = reasons.find((one) => one.code === code)?.text.replace(/ \(-?\$[\d,.]+\)$/, '');
  return text === 'Remark of the payer' ? undefined : text;
};
