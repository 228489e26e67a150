import type { CalendarDate } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import type { Coverage } from '../party.ts';
import { type CoverageRecord, coveragesOn, memberKeyOf, type Sighting } from './coverage-record.ts';
import { type FieldChange, type PatientFile, type Told, wordOf } from './patient-record.ts';
import { isSameContent } from './same-content.ts';

/** Coverages that somebody named for a day, in their order. */
export type NamedCoverages = {
  readonly coverages: readonly Coverage[];
  readonly on: CalendarDate;
  /** What named them: of one visit, or one table of a day, the last word alone counts. */
  readonly by: string;
  readonly forAccident?: boolean;
};

/**
 * Keeps that coverages were named for a day. A visit that is registered again takes back what it said before. Dates that
 * a person gave stay as they are.
 */
export const seeCoverages = (
  file: PatientFile,
  { coverages, on, by, forAccident = false }: NamedCoverages,
  told: Told,
): { readonly file: PatientFile; readonly changes: readonly FieldChange[] } => {
  const before = file.coverages.map((one) => without(one, by));
  let next: PatientFile = { ...file, coverages: before };
  for (const coverage of coverages) next = see(next, { coverage, forAccident, sighting: { by, on } }, told);
  const kept = next.coverages.filter(({ stated, seen }) => stated || seen.length > 0);
  return { file: { ...next, coverages: kept }, changes: changesBetween(file.coverages, kept) };
};

const without = (record: CoverageRecord, by: string): CoverageRecord =>
  record.seen.some((one) => one.by === by)
    ? { ...record, seen: record.seen.filter((one) => one.by !== by) }
    : record;

type Seen = { readonly coverage: Coverage; readonly forAccident: boolean; readonly sighting: Sighting };

const see = (file: PatientFile, { coverage, forAccident, sighting }: Seen, told: Told): PatientFile => {
  const at = file.coverages.findIndex(
    (one) =>
      memberKeyOf(one.coverage) === memberKeyOf(coverage) &&
      one.coverage.responsibility === coverage.responsibility &&
      one.forAccident === forAccident,
  );
  const found = file.coverages[at];
  if (!found)
    return addCoverage(file, {
      coverage,
      forAccident,
      seen: [sighting],
      stated: false,
      saidOn: wordOf(told),
    });
  const word = wordOf(told);
  const details =
    word >= found.saidOn ? { coverage: withDetails(found.coverage, coverage), saidOn: word } : {};
  // In the order of the days, so that no order of arrival shows.
  const seen = [...found.seen, sighting].sort((a, b) => (`${a.on}${a.by}` < `${b.on}${b.by}` ? -1 : 1));
  return { ...file, coverages: file.coverages.with(at, { ...found, ...details, seen }) };
};

/** What a later word leaves out of the card stays; who the subscriber is follows it as a whole. */
const withDetails = ({ groupNumber, insuranceType }: Coverage, coverage: Coverage): Coverage => ({
  ...(groupNumber !== undefined && { groupNumber }),
  ...(insuranceType !== undefined && { insuranceType }),
  ...coverage,
});

/** Adds a coverage under the next number of the record. */
export const addCoverage = (
  file: PatientFile,
  coverage: Omit<CoverageRecord, 'practiceId' | 'patientId' | 'coverageId'>,
): PatientFile => {
  const { practiceId, patientId, coveragesSoFar } = file.record;
  const coverageId = `C${coveragesSoFar + 1}`;
  return {
    record: { ...file.record, coveragesSoFar: coveragesSoFar + 1 },
    coverages: [...file.coverages, { practiceId, patientId, coverageId, ...coverage }],
  };
};

const nameOf = ({ patientId, coverageId }: CoverageRecord): string => `${patientId}/${coverageId}`;

/** What of coverages is otherwise than before, for the history; on which visits they were seen is no news. */
export const changesBetween = (
  before: readonly CoverageRecord[],
  after: readonly CoverageRecord[],
): readonly FieldChange[] => {
  const shown = (record: CoverageRecord | undefined) => {
    if (record === undefined) return undefined;
    const { coverage, stated, from, to, forAccident } = record;
    return { coverage, stated, from, to, forAccident };
  };
  const names = [...new Set([...before, ...after].map(nameOf))];
  return names.flatMap((name) => {
    const [old, now] = [before, after].map((list) => shown(list.find((one) => nameOf(one) === name)));
    if (isSameContent(old, now)) return [];
    return [{ field: `coverages.${name}`, before: old, after: now }];
  });
};

const at = (index: number, field: string) => `coverages.${index}.${field}`;

/** What the record says of one registered coverage that does not go with it. */
const againstOne = (
  coverage: Coverage,
  index: number,
  inForce: readonly CoverageRecord[],
): readonly Finding[] => {
  const same = inForce.find((one) => memberKeyOf(one.coverage) === memberKeyOf(coverage));
  if (same)
    return same.coverage.responsibility === coverage.responsibility
      ? []
      : [
          {
            code: 'other-order',
            path: at(index, 'responsibility'),
            detail: 'The record has this coverage in another place of the order on this day',
          },
        ];
  if (inForce.some((one) => one.coverage.payerId === coverage.payerId))
    return [
      {
        code: 'other-member-id',
        path: at(index, 'memberId'),
        detail: 'The record has another member number with this payer on this day',
      },
    ];
  return inForce.some((one) => one.stated && one.coverage.responsibility === coverage.responsibility)
    ? [
        {
          code: 'other-payer',
          path: at(index, 'payerId'),
          detail: 'The record has a coverage of another payer in this place, with dates that hold this day',
        },
      ]
    : [];
};

const ended = (
  coverage: Coverage,
  index: number,
  { coverages, on }: Pick<NamedCoverages, 'on'> & Pick<PatientFile, 'coverages'>,
): readonly Finding[] => {
  const stated = coverages.filter(
    (one) => one.stated && !one.forAccident && memberKeyOf(one.coverage) === memberKeyOf(coverage),
  );
  const holds = stated.some(({ from = '', to = '9999-12-31' }) => from <= on && on <= to);
  return stated.length === 0 || holds
    ? []
    : [
        {
          code: 'not-in-force',
          path: at(index, 'memberId'),
          detail: 'The record has dates for this coverage, and the day of service lies outside them',
        },
      ];
};

/** A coverage in force that was not named, and whose place none of those that were named takes. */
const leftOut = (named: readonly Coverage[], inForce: readonly CoverageRecord[]): readonly Finding[] =>
  inForce.flatMap(({ coverage }) =>
    named.some(
      ({ payerId, responsibility }) =>
        payerId === coverage.payerId || responsibility === coverage.responsibility,
    )
      ? []
      : [
          {
            code: 'coverage-left-out',
            path: 'coverages',
            detail: `The record has a ${placeNames[coverage.responsibility]} coverage in force on this day that is not named`,
          },
        ],
  );

const placeNames = { P: 'primary', S: 'secondary', T: 'tertiary' } as const;

/**
 * Where what a registration says of coverages contradicts the record on the day of service. The payers of an accident
 * are their own affair. Another payer in the place of one that has no dates is a change of coverage and no
 * contradiction; another member number of the same payer is one.
 */
export const contradictedCoverages = (
  file: PatientFile,
  { coverages, on, by, forAccident = false }: NamedCoverages,
): readonly Finding[] => {
  if (forAccident) return [];
  const inForce = coveragesOn(file.coverages, on, by);
  return [
    ...coverages.flatMap((coverage, index) => [
      ...againstOne(coverage, index, inForce),
      ...ended(coverage, index, { coverages: file.coverages, on }),
    ]),
    ...leftOut(coverages, inForce),
  ];
};
