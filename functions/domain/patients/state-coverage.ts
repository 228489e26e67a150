import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import type { Checked } from '../finding.ts';
import { Coverage } from '../party.ts';
import { type CoverageRecord, memberKeyOf } from './coverage-record.ts';
import { type FieldChange, type PatientFile, type Told, wordOf } from './patient-record.ts';
import { addCoverage, changesBetween } from './tell-coverages.ts';

/** A coverage with the days on which it is in force, as a card, a payer or a person says. */
export const ToldCoverage = z
  .strictObject({
    coverage: Coverage,
    from: CalendarDate.optional().describe('absent: since ever'),
    to: CalendarDate.optional().describe('its last day; absent: until further notice'),
    forAccident: z.boolean().default(false),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || to >= from, {
    path: ['to'],
    message: 'The last day lies before the first',
  });
export type ToldCoverage = z.infer<typeof ToldCoverage>;

type Days = { readonly from?: string | undefined; readonly to?: string | undefined };

const overlap = (one: Days, other: Days): boolean =>
  (one.from ?? '') <= (other.to ?? '9999-12-31') && (other.from ?? '') <= (one.to ?? '9999-12-31');

type Changed = { readonly file: PatientFile; readonly changes: readonly FieldChange[] };

/**
 * Keeps a coverage with its days. The same membership in the same place is the same coverage, unless it had other days
 * apart from these. Two payers in one place on one day are refused: end the former one first.
 */
export const stateCoverage = (file: PatientFile, said: ToldCoverage, told: Told): Checked<Changed> => {
  const { coverage, from, to, forAccident } = said;
  const isSame = (one: CoverageRecord): boolean =>
    memberKeyOf(one.coverage) === memberKeyOf(coverage) &&
    one.coverage.responsibility === coverage.responsibility &&
    one.forAccident === forAccident &&
    (!one.stated || overlap(one, said));
  const before = file.coverages.find(isSame);
  if (before?.stated && wordOf(told) < before.saidOn) return { success: true, data: { file, changes: [] } };
  const inTheWay = file.coverages.some(
    (one) =>
      one !== before &&
      one.stated &&
      !forAccident &&
      !one.forAccident &&
      one.coverage.responsibility === coverage.responsibility &&
      overlap(one, said),
  );
  if (inTheWay) return { success: false, findings: [overlapping] };
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  const stated = { coverage, forAccident, stated: true, saidOn: wordOf(told), ...days };
  const after = before ? restate(file, before, stated) : addCoverage(file, { ...stated, seen: [] });
  return { success: true, data: { file: after, changes: changesBetween(file.coverages, after.coverages) } };
};

const restate = (file: PatientFile, before: CoverageRecord, stated: Partial<CoverageRecord>): PatientFile => {
  const { from: _from, to: _to, ...rest } = before;
  return { ...file, coverages: file.coverages.map((one) => (one === before ? { ...rest, ...stated } : one)) };
};

const overlapping = {
  code: 'overlap',
  path: 'from',
  detail: 'Another coverage has this place on one of these days: give that one its last day first',
};

/** What names a coverage of a patient: the membership and its place. */
export const CoverageName = z.strictObject({
  payerId: Coverage.shape.payerId,
  memberId: Coverage.shape.memberId,
  responsibility: Coverage.shape.responsibility,
});
export type CoverageName = z.infer<typeof CoverageName>;

/** Takes coverages back that never were; what was changed is in the history. */
export const withdrawCoverage = (file: PatientFile, name: CoverageName): Changed => {
  const kept = file.coverages.filter(
    ({ coverage }) =>
      memberKeyOf(coverage) !== memberKeyOf(name) || coverage.responsibility !== name.responsibility,
  );
  return { file: { ...file, coverages: kept }, changes: changesBetween(file.coverages, kept) };
};
