import type { CalendarDate } from '../domain/calendar.ts';
import { FeeLine, type FeeSetting, type MultipleProcedure } from '../domain/contract/fee-line.ts';

/** What Medicare's fee schedule says of a code (PPRRVU), by its modifier. */
export type RelativeValues = {
  readonly code: string;
  readonly modifier: string;
  readonly status: string;
  readonly work: number;
  readonly practiceNonFacility: number;
  readonly practiceFacility: number;
  readonly malpractice: number;
  readonly multipleProcedure: string;
  readonly bilateral: string;
  readonly conversionFactor?: number | undefined;
};

/** What a locality makes of each part (geographic practice cost indices). */
export type CostIndices = { readonly work: number; readonly practice: number; readonly malpractice: number };

export type MedicareSchedule = {
  readonly payerId: string;
  readonly locality: string;
  readonly indices: CostIndices;
  readonly from: CalendarDate;
  readonly to?: CalendarDate | undefined;
  readonly source: string;
};

/** Active, restricted and injections: the statuses that Medicare pays by relative values. */
const priced = new Set(['A', 'R', 'T']);

const multipleByIndicator: Readonly<Record<string, MultipleProcedure>> = {
  '2': 'standard',
  '3': 'endoscopy',
  '4': 'imaging',
  '5': 'therapy',
  '6': 'cardiovascular',
  '7': 'ophthalmology',
};

/** Both sides: 1 half as much again, 3 each side in full, 0 and 2 no more than once. */
const bilateralByIndicator: Readonly<Record<string, number>> = { '0': 100, '1': 150, '2': 100, '3': 200 };

/** Values have two decimals, indices three and conversion factors four: whole numbers keep the product exact. */
const scaled = (value: number, decimals: number): bigint => BigInt(Math.round(value * 10 ** decimals));

/** Work, practice and malpractice, each with its index, times the conversion factor, in cents. */
const amountOf = (values: RelativeValues, practice: number, indices: CostIndices): number => {
  const parts =
    scaled(values.work, 2) * scaled(indices.work, 3) +
    scaled(practice, 2) * scaled(indices.practice, 3) +
    scaled(values.malpractice, 2) * scaled(indices.malpractice, 3);
  // 2 + 3 + 4 decimals of dollars; two of them stay.
  const product = parts * scaled(values.conversionFactor ?? 0, 4);
  return Number((product * 2n + 10_000_000n) / 20_000_000n);
};

/**
 * Fees of Medicare's schedule in one locality: one line where both settings are paid alike, else one for each. What it
 * does not price by relative values (carrier-priced, bundled, other schedules) has no line.
 */
export const medicareFees = (
  values: readonly RelativeValues[],
  { payerId, locality, indices, from, to, source }: MedicareSchedule,
): readonly FeeLine[] =>
  values.flatMap((value) => {
    if (!priced.has(value.status) || value.conversionFactor === undefined) return [];
    const inOffice = amountOf(value, value.practiceNonFacility, indices);
    const inFacility = amountOf(value, value.practiceFacility, indices);
    const multipleProcedure = multipleByIndicator[value.multipleProcedure];
    const bilateralPercent = bilateralByIndicator[value.bilateral];
    const line = (amount: number, setting?: FeeSetting): FeeLine[] =>
      amount === 0
        ? []
        : [
            FeeLine.parse({
              ...{ payerId, procedure: value.code, amount, locality, from, source },
              modifiers: value.modifier === '' ? [] : [value.modifier],
              ...(setting && { setting }),
              ...(to && { to }),
              ...(multipleProcedure && { multipleProcedure }),
              ...(bilateralPercent !== undefined && { bilateralPercent }),
            }),
          ];
    return inOffice === inFacility
      ? line(inOffice)
      : [...line(inOffice, 'non-facility'), ...line(inFacility, 'facility')];
  });
