import type { ListedAdjustment } from '../../functions/edi/guide/adjustment-list.ts';
import { type Cents, cents, sum, zero } from '../../functions/edi/money.ts';
import type { BilledClaim } from '../../functions/edi/x837p/claims-of.ts';
import type { ProfessionalServiceLine } from '../../functions/edi/x837p/loops.ts';
import { hasPriorResults, type PriorResult, priorResults } from './coordination.ts';
import { type Case, consequenceOf, serviceDateOf } from './matching.ts';
import { adjustment, type ShareLeft, shareLeftOf, sharePatient } from './patient-share.ts';
import { type Member, memberOf, type PayerRules } from './payer-rules.ts';

/** What the payer decides about one line; its payment is the charge less the adjustments. */
export type LineDecision = {
  readonly line: ProfessionalServiceLine;
  readonly allowed?: Cents | undefined;
  readonly adjustments: ListedAdjustment[];
  readonly remarks: readonly string[];
};

export type ClaimDecision = { readonly lines: LineDecision[]; readonly remarks: readonly string[] };

/** A case with what else decides it: a copy of a claim on file, or a fee schedule lowered in a revision. */
export type Hearing = Case & { readonly duplicate: boolean; readonly allowedPercent: number };

type Denial = { group: string; reason: string; remarks: readonly string[]; claimRemarks: readonly string[] };

const denial = (group: string, reason: string): Denial => ({ group, reason, remarks: [], claimRemarks: [] });

/** Whether the member was insured on a day (CARC 26 before the coverage, 27 after it). */
export const coverageOn = (member: Member, day: string): 'before' | 'active' | 'after' => {
  if (day < member.activeFrom) return 'before';
  return member.activeTo !== undefined && day > member.activeTo ? 'after' : 'active';
};

const coverageDenial = (payer: PayerRules, billed: BilledClaim): Denial | undefined => {
  const member = memberOf(payer, billed.coverage.subscriber.id);
  const coverage = member ? coverageOn(member, serviceDateOf(billed.claim)) : 'active';
  return coverage === 'active' ? undefined : denial('PR', coverage === 'before' ? '26' : '27');
};

/** X12 allows CARC 18 with group OA only. */
const claimDenial = (payer: PayerRules, hearing: Hearing): Denial | undefined =>
  (hearing.duplicate ? denial('OA', '18') : undefined) ??
  coverageDenial(payer, hearing.billed) ??
  consequenceOf(payer.rules, 'deny-claim', { case: hearing, lines: hearing.billed.claim.lines });

/** Decides a claim by the payer's rules, fee schedule and the member's plan, line by line and in balance. */
export const adjudicate = (payer: PayerRules, hearing: Hearing): ClaimDecision => {
  const { claim } = hearing.billed;
  const denied = claimDenial(payer, hearing);
  if (denied) {
    return { lines: claim.lines.map((line) => denyLine(line, denied)), remarks: denied.claimRemarks };
  }
  const decide = hasPriorResults(claim) ? afterOtherPayers : asFirstPayer;
  return { lines: decide(payer, hearing), remarks: [] };
};

const denyLine = (
  line: ProfessionalServiceLine,
  { group, reason, remarks }: Omit<Denial, 'claimRemarks'>,
): LineDecision => ({
  line,
  adjustments: adjustment(group, reason, line.charge),
  remarks,
});

const lineDenial = (payer: PayerRules, hearing: Hearing, line: ProfessionalServiceLine) =>
  consequenceOf(payer.rules, 'deny-line', { case: hearing, lines: [line] });

/** The fee schedule's amount, never more than the charge. */
const allowedFor = (payer: PayerRules, line: ProfessionalServiceLine, percent: number): Cents => {
  const perUnit = payer.allowedPerUnit[line.procedure.procedure];
  const full =
    perUnit === undefined ? (line.charge * payer.allowedPercentOfCharge) / 100 : perUnit * line.units;
  return cents(Math.min(line.charge, Math.round((full * percent) / 100)));
};

const asFirstPayer = (payer: PayerRules, hearing: Hearing): LineDecision[] => {
  const { claim, coverage } = hearing.billed;
  const member = memberOf(payer, coverage.subscriber.id);
  let left: ShareLeft = member ? shareLeftOf(member) : { copay: zero, deductible: zero };
  return claim.lines.map((line) => {
    const denied = lineDenial(payer, hearing, line);
    if (denied) return denyLine(line, denied);
    const allowed = allowedFor(payer, line, hearing.allowedPercent);
    const share = sharePatient(allowed, left, member?.coinsurancePercent ?? 0);
    left = share.left;
    const adjustments = [...adjustment('CO', '45', line.charge - allowed), ...share.adjustments];
    return { line, allowed, adjustments, remarks: [] };
  });
};

/**
 * Pays what the payers before left to the patient, together with their payment up to the own allowed amount.
 * What they paid and took off stands as OA-23; the plan's own deductible and copay are taken as met.
 */
const afterOtherPayers = (payer: PayerRules, hearing: Hearing): LineDecision[] => {
  const { claim } = hearing.billed;
  const priors = priorResults(claim);
  return claim.lines.map((line, index) => {
    const denied = lineDenial(payer, hearing, line);
    if (denied) return denyLine(line, denied);
    const prior: PriorResult = priors[index] ?? { open: line.charge, paid: zero };
    const allowed = allowedFor(payer, line, hearing.allowedPercent);
    const paid = Math.min(prior.open, Math.max(0, allowed - prior.paid));
    const adjustments = [
      ...adjustment('OA', '23', line.charge - prior.open),
      ...adjustment('CO', '45', prior.open - paid),
    ];
    return { line, allowed, adjustments, remarks: [] };
  });
};

/** What is paid for a line: its charge less its adjustments. */
export const paidFor = ({ line, adjustments }: LineDecision): Cents =>
  cents(line.charge - sum(adjustments.map(({ amount }) => amount)));
