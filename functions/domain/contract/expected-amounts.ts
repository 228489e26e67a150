import { type Cents, cents } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Credential } from './credential.ts';
import type { ExpectedLine, FeeBasis, PricingStep, UnknownAmount } from './expected-line.ts';
import { type FeeLine, feesOn } from './fee-line.ts';
import { settingOf } from './fee-setting.ts';
import { type Part, percentOf, roundedPart, times, whole } from './parts.ts';
import { type Pricing, usuallyNeutral } from './pricing.ts';

/** A line of a claim as far as its allowed amount depends on it. */
export type PricedLine = {
  readonly lineNumber: number;
  readonly procedure: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly charge: Cents;
  readonly date: CalendarDate;
  readonly placeOfService: string;
  /** Of who is billed for it. */
  readonly credential?: Credential | undefined;
  /** Paid by the minute (anesthesia): a fee for a unit says nothing of it. */
  readonly isTimed?: boolean;
};

/** What the lines of a visit are priced by. */
export type PricingTerms = {
  readonly fees: readonly FeeLine[];
  readonly pricing: Pricing;
  readonly locality?: string | undefined;
};

type Unknown = ExpectedLine['unknown'][number];

/** A line on its way: the part of a cent that it comes to so far, with how. */
type Reckoned = {
  readonly line: PricedLine;
  readonly fee?: FeeLine;
  readonly amount: Part;
  readonly steps: readonly PricingStep[];
  readonly unknown: readonly Unknown[];
};

/**
 * What the contract allows for each line of a visit: the fee of the line's procedure, modifiers, place and locality on
 * its date, times units and percentages, rounded once. Undefined where the payer has no schedule for any of them. Other
 * visits of the patient on the day are not seen.
 */
export const expectedAmounts = (
  lines: readonly PricedLine[],
  terms: PricingTerms,
): readonly ExpectedLine[] | undefined => {
  const reckoned = lines.map((line) => reckon(line, terms));
  if (reckoned.every(({ unknown }) => unknown.some(({ code }) => code === 'no-fee'))) return undefined;
  return reduceFurther(reckoned, terms.pricing).map((one) => toExpected(one, terms.pricing));
};

const unknownFor = (line: PricedLine, code: UnknownAmount, of?: string): Reckoned => ({
  ...{ line, amount: whole(0), steps: [] },
  unknown: [{ code, ...(of !== undefined && { of }) }],
});

/** One line by itself, before procedures of a day are reduced. */
const reckon = (line: PricedLine, terms: PricingTerms): Reckoned => {
  const [fee, rival] = bestFees(line, terms);
  if (fee === undefined) return unknownFor(line, 'no-fee', line.procedure);
  if (rival !== undefined) return unknownFor(line, 'several-fees', line.procedure);
  if (line.isTimed) return unknownFor(line, 'time-units', line.procedure);
  const left = line.modifiers.filter((one) => !fee.modifiers.includes(one));
  const changes = left.map((one) => changeBy(one, fee, terms.pricing));
  const steps = changes.flatMap(({ step }) => step ?? []);
  const credential = credentialStep(line, terms.pricing);
  const all: readonly PricingStep[] = [
    ...(line.units === 1 ? [] : [{ why: 'units' as const, of: String(line.units) }]),
    ...steps,
    ...(credential ? [credential] : []),
  ];
  const amount = all.reduce(
    (part, { percent }) => (percent === undefined ? part : percentOf(part, percent)),
    times(whole(fee.amount), line.units),
  );
  return { line, fee, amount, steps: all, unknown: changes.flatMap(({ unknown }) => unknown ?? []) };
};

/** The fees that say most of what the line says: modifiers before place, place before locality. */
const bestFees = (line: PricedLine, { fees, pricing, locality }: PricingTerms): readonly FeeLine[] => {
  const setting = settingOf(line.placeOfService, line.date, pricing);
  const fitting = feesOn(
    fees.filter(({ procedure }) => procedure === line.procedure),
    line.date,
  ).filter(
    (fee) =>
      fee.modifiers.every((one) => line.modifiers.includes(one)) &&
      (fee.setting === undefined || fee.setting === setting) &&
      (fee.locality === undefined || fee.locality === locality),
  );
  const best = Math.max(...fitting.map(tells));
  return fitting.filter((fee) => tells(fee) === best);
};

const tells = ({ modifiers, setting, locality }: FeeLine): number =>
  modifiers.length * 4 + (setting ? 2 : 0) + (locality ? 1 : 0);

type Change = { readonly step?: PricingStep; readonly unknown?: Unknown };

const changeBy = (modifier: string, fee: FeeLine, pricing: Pricing): Change => {
  const percent =
    (modifier === '50' ? fee.bilateralPercent : undefined) ??
    pricing.modifiers.find((one) => one.modifier === modifier)?.percent;
  if (percent !== undefined) return { step: { why: 'modifier', of: modifier, percent } };
  // Where further procedures are reduced by rank, 51 says again what the schedule says.
  const isRank = modifier === '51' && pricing.multipleProcedures !== undefined;
  if (isRank || usuallyNeutral.has(modifier) || pricing.neutralModifiers.includes(modifier)) return {};
  return { unknown: { code: 'modifier', of: modifier } };
};

const credentialStep = ({ credential }: PricedLine, pricing: Pricing): PricingStep | undefined => {
  const rule = pricing.credentials.find(
    ({ credentials }) => credential !== undefined && credentials.includes(credential),
  );
  return rule && { why: 'credential', of: credential, percent: rule.percent };
};

/**
 * Reduces what is done beside something larger on the same day. Several of a kind whose rule a fee does not tell leave
 * each other unknown; so does one of the standard kind whose own amount is not known, for then nobody knows the ranks.
 */
const reduceFurther = (lines: readonly Reckoned[], pricing: Pricing): readonly Reckoned[] => {
  const reduced = new Map<Reckoned, Reckoned>();
  const days = Map.groupBy(
    lines.filter(({ fee }) => fee?.multipleProcedure !== undefined),
    ({ line, fee }) => `${line.date} ${fee?.multipleProcedure}`,
  );
  for (const group of days.values()) {
    const isRanked = !lines.some((one) => isUnpricedBeside(one, group));
    for (const [one, after] of reduceGroup(group, isRanked, pricing)) reduced.set(one, after);
  }
  return lines.map((one) => reduced.get(one) ?? one);
};

/** Surgery without a fee may be reduced itself, or be what the others are reduced beside. */
const isUnpricedBeside = ({ line, fee }: Reckoned, [first]: readonly Reckoned[]): boolean =>
  fee === undefined &&
  first?.fee?.multipleProcedure === 'standard' &&
  first.line.date === line.date &&
  /^[1-6]\d{4}$/.test(line.procedure);

const reduceGroup = (
  group: readonly Reckoned[],
  isRanked: boolean,
  { multipleProcedures }: Pricing,
): readonly (readonly [Reckoned, Reckoned])[] => {
  const isStandard = group[0]?.fee?.multipleProcedure === 'standard';
  const isRepeated = group.some(({ line }) => line.units !== 1);
  if (group.length === 1 && !isRepeated && isRanked) return [];
  if (isRepeated) return group.map((one) => [one, withUnknown(one, 'units-of-reduced')]);
  const isKnown = isRanked && group.every(({ unknown }) => unknown.length === 0);
  if (!isStandard || multipleProcedures === undefined || !isKnown)
    return group.map((one) => [one, withUnknown(one, 'multiple-procedures')]);
  return group.toSorted(byAmount).map((one, rank) => {
    const percent = multipleProcedures[Math.min(rank, multipleProcedures.length - 1)] ?? 100;
    const step = { why: 'multiple-procedures', of: String(rank + 1), percent } as const;
    return [one, { ...one, amount: percentOf(one.amount, percent), steps: [...one.steps, step] }];
  });
};

const withUnknown = (one: Reckoned, code: UnknownAmount): Reckoned => ({
  ...one,
  unknown: [...one.unknown, { code, ...(one.fee?.multipleProcedure && { of: one.fee.multipleProcedure }) }],
});

/** The largest first; of equal ones the first on the claim. */
const byAmount = (one: Reckoned, other: Reckoned): number => {
  const left = one.amount.of * other.amount.in;
  const right = other.amount.of * one.amount.in;
  if (left !== right) return left < right ? 1 : -1;
  return one.line.lineNumber - other.line.lineNumber;
};

const toExpected = ({ line, fee, amount, steps, unknown }: Reckoned, pricing: Pricing): ExpectedLine => {
  const told = { lineNumber: line.lineNumber, ...(fee && { basis: basisOf(fee) }) };
  if (unknown.length > 0) return { ...told, steps: [...steps], unknown: [...unknown] };
  const allowed = cents(roundedPart(amount));
  const isLimited = pricing.chargeLimits && line.charge < allowed;
  return {
    ...told,
    amount: isLimited ? line.charge : allowed,
    steps: [...steps, ...(isLimited ? [{ why: 'charge' } as const] : [])],
    unknown: [],
  };
};

const basisOf = ({ amount, modifiers, setting, locality, from, to, source }: FeeLine): FeeBasis => ({
  ...{ fee: amount, modifiers: [...modifiers], from, source },
  ...(setting && { setting }),
  ...(locality && { locality }),
  ...(to && { to }),
});
