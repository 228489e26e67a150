import { type ClaimPages, toClaimPages } from '../../../functions/claims/cms1500/claim-pages.ts';
import type { Claim, ClaimLine, Submission } from '../../../functions/domain/claim.ts';
import type { Payer } from '../../../functions/domain/payer.ts';
import type { BillingEntity } from '../../../functions/domain/practice/billing-entity.ts';
import type { VisitFacts } from '../../../functions/domain/visit/visit-facts.ts';
import { cents } from '../../../functions/edi/money.ts';
import { claim } from '../../factories/claims.ts';
import { payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';

type Change = {
  readonly claim?: Partial<Claim>;
  readonly visit?: VisitFacts;
  readonly payer?: Partial<Payer>;
  readonly submission?: Partial<Submission>;
  readonly entities?: BillingEntity[];
};

/** The form of the claim of the tests with one thing changed. */
export const filled = (change: Change = {}): ClaimPages => {
  const made = claim({
    claimId: 'C23456789CD',
    ...(change.visit && { visit: change.visit }),
    ...change.claim,
  });
  const [submission] = made.submissions;
  if (!submission) throw new TypeError('A claim has a transmission');
  return toClaimPages(
    made,
    { ...submission, ...change.submission },
    { practice: practice({ billingEntities: change.entities ?? [] }), payer: payer(change.payer) },
  );
};

export const lineWith = (change: Partial<ClaimLine> = {}): ClaimLine => ({
  lineNumber: 1,
  procedure: '99213',
  modifiers: [],
  units: 1,
  diagnosisPointers: [1],
  charge: cents(10_000),
  ...change,
});

/** So many lines, numbered, of a hundred dollars each. */
export const manyLines = (count: number, change: Partial<ClaimLine> = {}): ClaimLine[] =>
  Array.from({ length: count }, (_, at) => lineWith({ lineNumber: at + 1, ...change }));

/** A page as a person sees it: rows of characters. */
export const rowsOf = (page: ClaimPages['pages'][number] = []): readonly string[] => {
  const rows = Array.from({ length: 66 }, () => Array.from({ length: 85 }, () => ' '));
  for (const { line, column, text } of page)
    [...text].forEach((letter, at) => {
      const row = rows[line - 1];
      if (row) row[column - 1 + at] = letter;
    });
  return rows.map((row) => row.join('').trimEnd());
};

/** What stands on a page from a line and column on. */
export const at = ({ pages }: ClaimPages, line: number, column: number, length: number, page = 1): string =>
  (rowsOf(pages[page - 1])[line - 1] ?? '').slice(column - 1, column - 1 + length).trimEnd();
