import { daysBetween } from '../../functions/domain/calendar.ts';
import type { BilledClaim } from '../../functions/edi/x837p/claims-of.ts';
import type { ProfessionalClaim, ProfessionalServiceLine } from '../../functions/edi/x837p/loops.ts';
import type { AdjudicationRule, Condition, Consequence } from './payer-rules.ts';

/** A claim with what the payer knows of its way: when it came, and whether an appeal speaks for it. */
export type Case = {
  readonly billed: BilledClaim;
  readonly receivedOn: string;
  readonly appealed: boolean;
};

/** The first day of service of a claim. */
export const serviceDateOf = (claim: ProfessionalClaim): string =>
  claim.lines.map(({ servicePeriod }) => servicePeriod.from).sort()[0] ?? '';

const lacks: Record<NonNullable<Condition['lacks']>, (claim: ProfessionalClaim) => boolean> = {
  'prior-authorization': (claim) => claim.priorAuthorization === undefined,
  'referring-provider': (claim) =>
    claim.referringProvider === undefined && claim.lines.every((line) => line.orderingProvider === undefined),
};

/** Files leave out the dot of a diagnosis. */
const hasDiagnosis = ({ diagnoses = [] }: ProfessionalClaim, prefix: string): boolean =>
  diagnoses.some(({ code }) => code.startsWith(prefix.replace('.', '')));

const fitsClaim = (when: Condition, { billed: { claim, coverage }, receivedOn, appealed }: Case): boolean =>
  (when.memberIds === undefined || when.memberIds.includes(coverage.subscriber.id ?? '')) &&
  (when.frequencies === undefined || when.frequencies.includes(claim.frequency)) &&
  (when.diagnosisPrefixes === undefined ||
    when.diagnosisPrefixes.some((prefix) => hasDiagnosis(claim, prefix))) &&
  (when.lacks === undefined || lacks[when.lacks](claim)) &&
  (when.filedAfterDays === undefined ||
    daysBetween(serviceDateOf(claim), receivedOn) > when.filedAfterDays) &&
  (when.appealed === undefined || when.appealed === appealed);

const fitsLine = (when: Condition, { procedure }: ProfessionalServiceLine): boolean =>
  (when.procedures === undefined || when.procedures.includes(procedure.procedure)) &&
  (when.lacksModifier === undefined || !procedure.modifiers?.includes(when.lacksModifier));

type Kind = Consequence['kind'];

/** A case with those of its lines that a rule is held against. */
export type Scope = { readonly case: Case; readonly lines: readonly ProfessionalServiceLine[] };

/** A claim as a payer takes it in, with all its lines. */
export const scopeOf = (billed: BilledClaim, receivedOn: string): Scope => ({
  case: { billed, receivedOn, appealed: false },
  lines: billed.claim.lines,
});

/** What the first rule of a kind demands that fits the case and one of the lines; undefined when none does. */
export const consequenceOf = <K extends Kind>(
  rules: readonly AdjudicationRule[],
  kind: K,
  scope: Scope,
): Extract<Consequence, { kind: K }> | undefined =>
  rules
    .filter(({ when }) => fitsClaim(when, scope.case) && scope.lines.some((line) => fitsLine(when, line)))
    .map(({ result }) => result)
    .find((result): result is Extract<Consequence, { kind: K }> => result.kind === kind);
