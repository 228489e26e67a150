import { z } from 'zod';
import type { Adjudication, BilledService, Claim } from '../claim.ts';
import { isRoutineInPart } from '../ledger/adjustment-class.ts';
import { classedDecision } from '../ledger/classed-decision.ts';
import { isPredetermination, isReversal } from '../ledger/decision.ts';
import { inOrder, type Standing, standingsOf } from '../ledger/decision-standing.ts';
import { insurancePaidOf } from '../ledger/effective-decision.ts';
import { goneBesides } from '../ledger/refund.ts';
import { standingDecisions } from '../undo/undone.ts';
import { billedServices } from './billed-services.ts';

/** How a denial was overturned: with an authorization, by a corrected claim, on appeal, or by the payer itself. */
export const Overturned = z.enum(['authorization', 'correction', 'appeal', 'payer']);
export type Overturned = z.infer<typeof Overturned>;

/**
 * What a payer made of one line of a claim, as far as it may tell of the next one alike. It follows from the claim's
 * decisions as they stand, in whatever order they came, and names nobody.
 */
export const LineOutcome = z.object({
  procedure: z.string(),
  modifiers: z.array(z.string()),
  diagnosis: z.string().describe('the category of its first diagnosis, three characters'),
  month: z.string().describe('of service: 2026-03'),
  claimId: z.string(),
  lineNumber: z.int(),
  submission: z.int().describe('the first transmission that billed it so'),
  denials: z
    .array(z.string())
    .describe('CARCs of what was denied, though it may be paid by now; none of what was allowed'),
  overturned: Overturned.optional(),
  despite: z.array(z.string()).optional().describe('CARCs of which it was warned, and billed all the same'),
});
export type LineOutcome = z.infer<typeof LineOutcome>;

/** So many lines of a claim are counted, so that they and the claim fit into one transaction however they change. */
const mostCounted = 40;

/**
 * Reasons of the member, of who else pays, or of the claim as a whole: they tell nothing of the next patient with the
 * service. Death, duplicate, other payers, coverage, filing limit, identity, earlier payment, forwarding, custody.
 */
const notOfService = new Set([
  ...['13', '14', '18', '19', '20', '21', '22', '23', '26', '27', '29', '31', '32', '33', '34', '109', '129'],
  ...['140', '177', '200', '258', '276', 'B11', 'B13', 'A1'],
]);

/** Absent or exceeded authorization, precertification or referral. */
const ofAuthorization = new Set(['15', '39', '197', '198', '243', '288']);

type Verdict = 'allowed' | 'not-of-service' | readonly string[];

type Amounts = { readonly paid: number; readonly adjustments: Adjudication['adjustments'] };

/** What denies: nothing is paid, and it is neither contract, law, the patient's share nor another payer's. */
const denialsOf = ({ paid, adjustments }: Amounts): readonly string[] =>
  paid > 0
    ? []
    : adjustments
        .filter((one) => one.class === 'disputed' && one.amount > 0 && !isRoutineInPart(one.reason))
        .map(({ reason }) => reason);

const verdictOf = (reasons: readonly string[]): Verdict => {
  if (reasons.length === 0) return 'allowed';
  const ofService = [...new Set(reasons.filter((one) => !notOfService.has(one)))].toSorted();
  return ofService.length > 0 ? ofService : 'not-of-service';
};

/** What one decision says of a line; undefined where it does not decide it. */
const verdictOn = (
  decision: Adjudication,
  { lineNumber, procedure }: BilledService,
  isOnly: boolean,
): Verdict | undefined => {
  // A payer may decide the claim as a whole, or state at the claim what it denies of a line.
  const ofClaim = denialsOf(decision);
  if (decision.lines.length === 0) return verdictOf(ofClaim);
  const unnumbered = decision.lines.filter((one) => one.lineNumber === undefined);
  const line =
    decision.lines.find((one) => one.lineNumber === lineNumber) ??
    (isOnly ? unnumbered.find((one) => one.procedure === procedure) : undefined);
  if (!line) return undefined;
  const ofLine = denialsOf(line);
  return verdictOf(line.paid > 0 || ofLine.length > 0 ? ofLine : ofClaim);
};

/** A decision may have denied a line though it counts no more: it was replaced, or taken back later. */
const mayHaveDenied: readonly Standing[] = ['live', 'cancelled', 'recovered'];

/** A decision with every adjustment classed, and how it stands. */
type Decided = { readonly decision: Adjudication; readonly standing: Standing };

/** What decides lines of a claim, in an order that does not depend on when files came. */
const decidedOn = (claim: Claim): readonly Decided[] => {
  const standings = standingsOf(claim);
  return claim.adjudications
    .filter((one) => !isReversal(one) && !isPredetermination(one))
    .map((one) => ({
      decision: classedDecision(claim, one),
      standing: standings.get(one.adjudicationId) ?? ('live' as const),
    }))
    .filter(({ standing }) => mayHaveDenied.includes(standing))
    .toSorted(
      ({ decision: one }, { decision: other }) =>
        one.submissionNumber - other.submissionNumber || inOrder(one, other),
    );
};

type Said = Decided & { readonly verdict: Verdict };

/** A line with the transmissions that billed it so, and whether they have its procedure once. */
type Line = {
  readonly service: BilledService;
  readonly numbers: readonly number[];
  readonly isOnly: boolean;
};

const saidOf = (decided: readonly Decided[], { service, numbers, isOnly }: Line): readonly Said[] =>
  decided.flatMap((one) => {
    if (!numbers.includes(one.decision.submissionNumber)) return [];
    const verdict = verdictOn(one.decision, service, isOnly);
    return verdict === undefined ? [] : [{ ...one, verdict }];
  });

const isDenial = (verdict: Verdict): verdict is readonly string[] => typeof verdict !== 'string';

/** Said before, in an earlier transmission or payment: a correction within one payment never stood. */
const isBefore = (one: Adjudication, other: Adjudication): boolean =>
  one.submissionNumber < other.submissionNumber || one.paymentDate < other.paymentDate;

const howOverturned = (claim: Claim, denied: Said, allowed: Said, service: BilledService): Overturned => {
  const line = claim.lines.find(({ lineNumber }) => lineNumber === service.lineNumber);
  const authorization = line?.facts?.priorAuthorization ?? claim.priorAuthorization;
  const reasons = isDenial(denied.verdict) ? denied.verdict : [];
  if (authorization !== undefined && reasons.some((one) => ofAuthorization.has(one))) return 'authorization';
  if (denied.decision.submissionNumber < allowed.decision.submissionNumber) return 'correction';
  return standingDecisions(claim).some(({ action }) => action === 'appeal') ? 'appeal' : 'payer';
};

const isTakenBack = (claim: Claim): boolean => goneBesides(claim) > 0 && insurancePaidOf(claim) <= 0;

type Outcome = Pick<LineOutcome, 'denials' | 'overturned'>;

const outcomeOf = (claim: Claim, decided: readonly Decided[], line: Line): Outcome | undefined => {
  const said = saidOf(decided, line);
  const last = said.findLast(({ standing }) => standing === 'live');
  if (!last || last.verdict === 'not-of-service') return undefined;
  // Taken back beside the claims, a payment says no more what the payer makes of the service.
  if (last.verdict === 'allowed' && isTakenBack(claim)) return undefined;
  if (isDenial(last.verdict)) return { denials: [...last.verdict] };
  const denied = said.findLast(
    ({ decision, verdict }) => isDenial(verdict) && isBefore(decision, last.decision),
  );
  if (!denied || !isDenial(denied.verdict)) return { denials: [] };
  return { denials: [...denied.verdict], overturned: howOverturned(claim, denied, last, line.service) };
};

const keyOf = ({ lineNumber, procedure, modifiers, diagnosis }: BilledService): string =>
  JSON.stringify([lineNumber, procedure, modifiers.toSorted(), diagnosis]);

/** The lines of all transmissions, those that were billed alike together, with the numbers of the transmissions. */
const linesOf = (claim: Claim): readonly Line[] => {
  const lines = claim.submissions.flatMap(({ number }) => {
    const services = billedServices(claim, number);
    return services.map((service) => ({
      ...{ service, number },
      isOnly: services.filter(({ procedure }) => procedure === service.procedure).length === 1,
    }));
  });
  return [...Map.groupBy(lines, ({ service }) => keyOf(service)).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, numbers: same.map(({ number }) => number) }] : [];
  });
};

/** The CARCs of a procedure that somebody was warned of when the visit was billed. */
const warnedOf = ({ answeredWarnings = [] }: Claim, procedure: string): readonly string[] =>
  answeredWarnings.flatMap((one) => {
    const [code, of, reason] = one.split(' ');
    return code === deniedBefore && of === procedure && reason !== undefined ? [reason] : [];
  });

/** The edit that warns of what was denied before. */
export const deniedBefore = 'learned-denied-before';

/** What an answer to its warning holds for. */
export const aboutDenied = (procedure: string, reason: string): string => `${procedure} ${reason}`;

/** What the payer of a claim made of its lines, each that it decided once. */
export const lineOutcomes = (claim: Claim): readonly LineOutcome[] => {
  if (claim.adjudications.length === 0) return [];
  const decided = decidedOn(claim);
  return linesOf(claim)
    .slice(0, mostCounted)
    .flatMap((line) => {
      const outcome = outcomeOf(claim, decided, line);
      if (!outcome) return [];
      const { service, numbers } = line;
      const { lineNumber, procedure, modifiers, diagnosis } = service;
      const despite = warnedOf(claim, procedure);
      return [
        {
          ...{ procedure, modifiers: modifiers.toSorted(), diagnosis, lineNumber, claimId: claim.claimId },
          month: claim.dateOfService.slice(0, 7),
          submission: numbers[0] ?? 1,
          ...outcome,
          ...(despite.length > 0 && { despite: [...despite] }),
        },
      ];
    });
};

const nameOf = ({ procedure, month, claimId, lineNumber, submission }: LineOutcome): string =>
  [procedure, month, claimId, lineNumber, submission].join(' ');

/** What of the outcomes of a claim's lines a change of it writes and what it removes. */
export const outcomesBetween = (
  before: Claim,
  after: Claim,
): { readonly write: readonly LineOutcome[]; readonly remove: readonly LineOutcome[] } => {
  const [known, now] = [lineOutcomes(before), lineOutcomes(after)];
  const texts = new Map(known.map((one) => [nameOf(one), JSON.stringify(one)]));
  const names = new Set(now.map(nameOf));
  return {
    write: now.filter((one) => texts.get(nameOf(one)) !== JSON.stringify(one)),
    remove: known.filter((one) => !names.has(nameOf(one))),
  };
};
