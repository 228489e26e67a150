import { addDays, type CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import type { Coverage } from '../party.ts';
import type { Correction } from '../tasks/correction.ts';
import { changeDemographics } from './change-demographics.ts';
import { type CoverageRecord, coveragesOn, memberKeyOf } from './coverage-record.ts';
import type { PatientChange, PatientFile, Told } from './patient-record.ts';
import { wordOf } from './patient-record.ts';
import { identityFields, type RecordMending } from './record-mending.ts';
import { isSameContent } from './same-content.ts';
import { addCoverage, changesBetween } from './tell-coverages.ts';

/** What of a patient one open proposal is about. */
export const mendingKey = ({ field, coverages }: RecordMending): string =>
  field === 'coverage' ? `coverage/${coverages?.[0]?.payerId}` : field;

/** What the record has in place of what is proposed, for whoever compares both. */
export const standsAs = (file: PatientFile, { field, on, coverages = [] }: RecordMending): string => {
  if (field !== 'coverage' && field !== 'payers') return file.record.demographics[field];
  const inForce = coveragesOn(file.coverages, on).map(({ coverage }) => coverage);
  const payerId = coverages[0]?.payerId;
  return coveragesInWords(field === 'payers' ? inForce : inForce.filter((one) => one.payerId === payerId));
};

export const proposedAs = ({ text, coverages = [] }: RecordMending): string =>
  text ?? coveragesInWords(coverages);

const placeWords = { P: 'first', S: 'second', T: 'third' } as const;

const coveragesInWords = (coverages: readonly Coverage[]): string =>
  coverages
    .map(({ payerId, memberId, groupNumber, responsibility, relationship, subscriber }) =>
      [
        `${placeWords[responsibility]}: ${payerId}, member ${memberId}`,
        groupNumber && `group ${groupNumber}`,
        subscriber && `${relationship} of ${subscriber.firstName} ${subscriber.lastName}`,
      ]
        .filter(Boolean)
        .join(', '),
    )
    .join('; ') || 'nothing';

const ofCoverage = ['memberId', 'groupNumber', 'relationship', 'policyHolder'] as const;

const ofIdentity = {
  lastName: 'patientLastName',
  firstName: 'patientFirstName',
  dateOfBirth: 'patientDateOfBirth',
} as const;

/**
 * What a decision on a claim says of its patient that the record does not, so that the next visit would fail alike: of
 * what was corrected alone. `claim` is as it was corrected, or the one that was made for another payer. What an accident's
 * payers owe says nothing of other visits.
 */
export const proposedMendings = (
  claim: Claim,
  {
    correction = {},
    otherPayer,
  }: { readonly correction?: Correction | undefined; readonly otherPayer?: unknown },
  file: PatientFile,
): readonly RecordMending[] => {
  const base = { patientId: file.record.patientId, on: claim.dateOfService };
  const names = identityFields
    .filter((field) => correction[ofIdentity[field]] !== undefined)
    .map((field) => ({ ...base, field, text: claim.patient[field] }));
  const isCoverage = ofCoverage.some((field) => correction[field] !== undefined);
  const isOfAccident = claim.visit?.accident?.causes.some((cause) => cause !== 'other') ?? false;
  const policies = isCoverage ? [{ ...base, field: 'coverage' as const, coverages: [claim.coverage] }] : [];
  const payers = otherPayer ? [{ ...base, field: 'payers' as const, coverages: [...payersOf(claim)] }] : [];
  return [...names, ...(isOfAccident ? [] : [...policies, ...payers])].filter(
    (one) => !saysAlready(file, one),
  );
};

const payersOf = ({ priorPayers, coverage, nextPayers }: Claim): readonly Coverage[] => [
  ...priorPayers.map((one) => one.coverage),
  coverage,
  ...nextPayers.map((one) => one.coverage),
];

/** A policy as a record tells it apart: its number, place and holder. */
const policyOf = ({ payerId, memberId, groupNumber, responsibility, relationship, subscriber }: Coverage) => [
  ...[memberKeyOf({ payerId, memberId }), groupNumber ?? '', responsibility, relationship],
  ...[subscriber?.lastName ?? '', subscriber?.firstName ?? '', subscriber?.dateOfBirth ?? ''],
];

/** Whether the record says what is proposed, by whatever word. */
export const saysAlready = (
  file: PatientFile,
  { field, on, text, coverages = [] }: RecordMending,
): boolean => {
  if (field !== 'coverage' && field !== 'payers') return file.record.demographics[field] === text;
  const inForce = coveragesOn(file.coverages, on).map(({ coverage }) => policyOf(coverage));
  const wanted = coverages.map(policyOf);
  return field === 'payers'
    ? isSameContent(inForce, wanted)
    : wanted.every((one) => inForce.some((other) => isSameContent(one, other)));
};

/** The record as it is proposed, by the word of whoever accepts it; undefined where it says so already. */
export const mendRecord = (
  file: PatientFile,
  mending: RecordMending,
  told: Told,
): PatientChange | undefined => {
  if (saysAlready(file, mending)) return undefined;
  const { actor, source } = told;
  const { field, text } = mending;
  if (field !== 'coverage' && field !== 'payers') {
    const { record, changes } = changeDemographics(file.record, { [field]: text }, told);
    return { file: { ...file, record }, event: { type: 'changed', actor, source, changes } };
  }
  const after = withCoverages(file, mending, told);
  const changes = changesBetween(file.coverages, after.coverages);
  return { file: after, event: { type: 'coverage', actor, source, changes } };
};

const withCoverages = (file: PatientFile, mending: RecordMending, told: Told): PatientFile => {
  const { coverages: wanted = [], field, on } = mending;
  // Also one that another in its place hides: it would come to light once that one has moved.
  const inForce = [
    ...coveragesOn(file.coverages, on),
    ...file.coverages.filter((one) => coveragesOn([one], on).length > 0),
  ];
  // A policy in the place of another of its payer has its days; who is not among the payers any more ends the day before.
  const formerOf = (one: Coverage): CoverageRecord | undefined =>
    inForce.find(({ coverage }) => memberKeyOf(coverage) === memberKeyOf(one)) ??
    inForce.find(({ coverage }) => coverage.payerId === one.payerId);
  const formers = wanted.map(formerOf);
  const isInPlace = ({ coverage }: CoverageRecord): boolean =>
    wanted.some(({ responsibility }) => responsibility === coverage.responsibility);
  const over = inForce.filter((one) => !formers.includes(one) && (field === 'payers' || isInPlace(one)));
  const kept = file.coverages.flatMap((one) => {
    const at = formers.indexOf(one);
    const coverage = wanted[at];
    if (coverage) return [{ ...one, coverage, saidOn: wordOf(told) }];
    return over.includes(one) ? endedBefore(one, on) : [one];
  });
  return wanted
    .filter((_one, at) => formers[at] === undefined)
    .reduce<PatientFile>(
      (now, coverage) =>
        addCoverage(now, {
          ...{ coverage, forAccident: false, saidOn: wordOf(told), stated: true, seen: [], from: on },
        }),
      { ...file, coverages: kept },
    );
};

/** A coverage up to the day before; nothing of one that began later. */
const endedBefore = (one: CoverageRecord, on: CalendarDate): readonly CoverageRecord[] => {
  const to = addDays(on, -1);
  const seen = one.seen.filter((sighting) => sighting.on < on);
  if (one.stated) return (one.from ?? '') <= to ? [{ ...one, seen, to }] : [];
  return seen.length > 0 ? [{ ...one, seen, stated: true, from: seen[0]?.on ?? on, to }] : [];
};
