import { shortDigest } from '../digest.ts';
import { memberKeyOf } from './coverage-record.ts';
import type { Demographics } from './demographics.ts';
import type { PatientFile } from './patient-record.ts';
import {
  type KnownPerson,
  likelyDuplicate,
  plainName,
  type SamePersonScore,
  scoreSamePerson,
} from './same-person.ts';

/**
 * Words under which records that may be one person meet: the birth date, the names in either order, a membership. Each
 * is a digest, for keys stand in logs and messages.
 */
export const searchKeys = {
  birth: (practiceId: string, { dateOfBirth }: Pick<Demographics, 'dateOfBirth'>): string =>
    shortDigest(JSON.stringify([practiceId, 'birth', dateOfBirth])),
  name: (practiceId: string, { lastName, firstName }: Pick<Demographics, 'lastName' | 'firstName'>): string =>
    shortDigest(JSON.stringify([practiceId, 'name', ...[lastName, firstName].map(plainName).sort()])),
  member: (practiceId: string, memberKey: string): string =>
    shortDigest(JSON.stringify([practiceId, 'member', memberKey])),
} as const;

/** What of a record tells a person from another. */
export const personOf = ({ record, coverages }: PatientFile): KnownPerson => ({
  demographics: record.demographics,
  members: coverages.map(({ coverage }) => memberKeyOf(coverage)),
});

/** Two records that may be one person. */
export type LikelyDuplicate = SamePersonScore & {
  readonly patientId: string;
  readonly otherId: string;
};

const keysOf = (file: PatientFile): readonly string[] => {
  const { practiceId, demographics } = file.record;
  return [
    searchKeys.birth(practiceId, demographics),
    searchKeys.name(practiceId, demographics),
    ...personOf(file).members,
  ];
};

const pairOf = (one: PatientFile, other: PatientFile): readonly LikelyDuplicate[] => {
  const [first, second] = [one, other].sort((a, b) => (a.record.patientId < b.record.patientId ? -1 : 1));
  if (!first || !second || first.record.patientId === second.record.patientId) return [];
  if (first.record.distinctFrom.includes(second.record.patientId)) return [];
  if (second.record.distinctFrom.includes(first.record.patientId)) return [];
  const found = scoreSamePerson(personOf(first), personOf(second));
  if (found.score < likelyDuplicate) return [];
  return [{ patientId: first.record.patientId, otherId: second.record.patientId, ...found }];
};

/** Of records those that are likely the person of one of them, the likeliest first. */
export const duplicatesOf = (file: PatientFile, others: readonly PatientFile[]): readonly LikelyDuplicate[] =>
  byScore(others.filter(({ record }) => !record.mergedInto).flatMap((other) => pairOf(file, other)));

/** All pairs among records of a practice that are likely one person, the likeliest first; merged ones stand for none. */
export const duplicatesAmong = (files: readonly PatientFile[]): readonly LikelyDuplicate[] => {
  const standing = files.filter(({ record }) => !record.mergedInto);
  const meeting = Map.groupBy(
    standing.flatMap((file) => keysOf(file).map((key) => ({ key, file }))),
    ({ key }) => key,
  );
  const pairs = new Map<string, LikelyDuplicate>();
  for (const group of meeting.values())
    for (const [index, { file }] of group.entries())
      for (const pair of group.slice(index + 1).flatMap((other) => pairOf(file, other.file)))
        pairs.set(`${pair.patientId}/${pair.otherId}`, pair);
  return byScore([...pairs.values()]);
};

const byScore = (pairs: readonly LikelyDuplicate[]): readonly LikelyDuplicate[] =>
  pairs.toSorted(
    (a, b) => b.score - a.score || (`${a.patientId}/${a.otherId}` < `${b.patientId}/${b.otherId}` ? -1 : 1),
  );
