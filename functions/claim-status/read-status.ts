import { mostUrgent, type PayerStatus, type StatusCode } from '../domain/follow-up/payer-status.ts';
import type { ClaimStatus, StatusRefusal } from '../edi/x277/loops.ts';
import { meaningOf } from './status-categories.ts';

/** What a 277 says of a claim, before we know which inquiry it answers. */
export type StatusAnswer = Omit<PayerStatus, 'submissionNumber' | 'inquiry' | 'at'>;

type Code = {
  readonly category: string;
  readonly status: string;
  readonly entity?: string | undefined;
  readonly list?: string | undefined;
};
type Status = { readonly status: Code; readonly furtherStatuses?: readonly Code[] | undefined };

const codesOf = (statuses: readonly Status[], line?: string): StatusCode[] =>
  statuses
    .flatMap(({ status, furtherStatuses = [] }) => [status, ...furtherStatuses])
    .map(({ category, status, entity, list }) => ({
      category,
      status: list ? `${status}/${list}` : status, // of pharmacies, in a list of their own
      ...(entity && { entity }),
      ...(line && { line }),
    }));

const outcomeOf = ({ category }: StatusCode) => meaningOf(category).outcome;

/** Services speak where the claim itself has no status; what is asked about one of them is asked whatever the claim's says. */
const saidOf = ({ statuses = [], lines = [] }: ClaimStatus): StatusCode[] => {
  const own = codesOf(statuses);
  const ofLines = lines.flatMap((line) =>
    codesOf(line.statuses ?? [], line.procedure?.procedure ?? line.revenueCode),
  );
  if (own.length === 0) return ofLines;
  return [...own, ...ofLines.filter((code) => outcomeOf(code) === 'information-requested')];
};

/** What a 277 says of a claim: all of it is kept, and the most pressing decides. */
export const readClaimStatus = (claim: ClaimStatus): StatusAnswer => {
  const codes = saidOf(claim);
  const statuses = claim.statuses ?? [];
  const on = statuses.flatMap(({ finalizedDate }) => finalizedDate ?? [])[0] ?? statuses[0]?.effectiveDate;
  const paid = statuses.flatMap((one) => one.paid ?? [])[0];
  const trace = statuses.flatMap(({ remittanceTrace }) => remittanceTrace ?? [])[0];
  return {
    outcome: mostUrgent(codes.map(outcomeOf)),
    codes,
    ...(on && { on }),
    ...(paid !== undefined && { paid }),
    ...(trace && { trace }),
  };
};

/** A 277 that refuses all inquiries of a receiver or a provider is no verdict on a claim: it counts as no answer. */
export const readRefusal = ({ statuses = [] }: StatusRefusal): StatusAnswer => ({
  outcome: 'unanswered',
  codes: codesOf(statuses).slice(0, 1),
});

/** "P1:20 R4:297:1P": what was said, by its codes. */
export const reasonOf = ({ codes }: Pick<StatusAnswer, 'codes'>): string =>
  codes
    .map(({ category, status, entity }) => [category, status, entity].filter(Boolean).join(':'))
    .join(' ') || 'none';
