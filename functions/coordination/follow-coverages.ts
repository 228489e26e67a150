import { dateIn, type TimeZone } from '../domain/calendar/time-zone.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { day } from '../domain/claim/written.ts';
import type { Claim } from '../domain/claim.ts';
import { type CoverageStep, stepForCoverage } from '../domain/coordination/step-for-coverage.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Coverage } from '../domain/party.ts';
import { coveragesOn, memberKeyOf } from '../domain/patients/coverage-record.ts';
import { idsOf, type PatientFile } from '../domain/patients/patient-record.ts';
import type { Payer } from '../domain/payer.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { isOpenOn } from '../domain/tasks/action-limit.ts';

export type FollowCoveragesEffects = {
  readonly claimsOfPatient: (practiceId: string, patientId: string) => Promise<readonly Claim[]>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
  readonly zoneOf: (practiceId: string) => Promise<TimeZone>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: Pick<Task, 'practiceId' | 'taskId' | 'claimId' | 'encounterId'>,
  ) => Promise<unknown>;
};

/** The coverages of a day that a record has after a change and had not before. */
const newOn = (
  before: PatientFile | undefined,
  after: PatientFile,
  date: CalendarDate,
): readonly Coverage[] => {
  const known = coveragesOn(before?.coverages ?? [], date).map(({ coverage }) => memberKeyOf(coverage));
  return coveragesOn(after.coverages, date)
    .map(({ coverage }) => coverage)
    .filter((coverage) => !known.includes(memberKeyOf(coverage)));
};

/**
 * Looks which claims of a patient a coverage bears on that becomes known, and asks a biller for the step that is right for
 * each: once for a claim and a policy.
 */
export const followCoverages = async (
  before: PatientFile | undefined,
  after: PatientFile,
  now: Date,
  effects: FollowCoveragesEffects,
): Promise<void> => {
  if (newOnAnyDay(before, after).length === 0) return;
  const { practiceId } = after.record;
  const lists = await Promise.all(idsOf(after).map((id) => effects.claimsOfPatient(practiceId, id)));
  const claims = lists.flat();
  if (claims.length === 0) return;
  const known = { payers: await effects.listPayers(practiceId), coverages: after.coverages };
  const today = dateIn(await effects.zoneOf(practiceId), now);
  for (const ofPart of Map.groupBy(claims, ({ encounterId, part }) => `${encounterId} ${part}`).values())
    for (const coverage of newOn(before, after, ofPart[0]?.dateOfService ?? today)) {
      const step = stepForCoverage(ofPart, coverage, known);
      if (step)
        await effects.raiseTask(describeKnownCoverage(step, coverage, today), subjectOf(step, coverage));
    }
};

/** Whether there may be anything new at all: most changes of a record are of something else. */
const newOnAnyDay = (before: PatientFile | undefined, after: PatientFile): readonly unknown[] =>
  after.coverages.filter(
    (one) => !before?.coverages.some((old) => JSON.stringify(old) === JSON.stringify(one)),
  );

const subjectOf = ({ claim }: CoverageStep, coverage: Coverage) => {
  const { practiceId, claimId, encounterId } = claim;
  return {
    ...{ practiceId, claimId, encounterId },
    taskId: `${claimId}-${shortDigest(memberKeyOf(coverage))}-known-coverage`,
  };
};

const placeWords = {
  instead: 'in place of the payer that was billed',
  first: 'before the payer that was billed',
  next: 'after the payers that were billed',
} as const;

/** A biller's work: the payer that became known is billed, if it still takes the claim. Its numbers stand on the page alone. */
export const describeKnownCoverage = (
  { claim, place, suggested, limit }: CoverageStep,
  { payerId }: Coverage,
  today: CalendarDate,
): TaskDraft<'bill-other-payer' | 'dismiss'> => {
  const isLate = limit !== undefined && !isOpenOn(limit, today);
  const isPatients = claim.end === 'billed-to-patient';
  const name = suggested?.payerName ?? payerId;
  return {
    kind: 'known-coverage',
    owner: 'biller',
    title: `A coverage became known for a claim ${isPatients ? 'that the patient was billed' : 'that is not settled'}`,
    reasons: [
      {
        code: 'coverage',
        text: `The patient’s record has ${name} on the day of the claim, ${placeWords[place]}`,
      },
      ...(isLate ? [{ code: 'limit', text: `Its limit for the claim passed on ${day(limit.lastDay)}` }] : []),
    ],
    advice: suggested
      ? [
          `Compare the coverage below with the card, then bill ${name}.`,
          ...(isPatients
            ? ['The patient’s bill is held from then on: it counts no more until the payer has decided.']
            : []),
          ...(isLate
            ? ['It denies a late claim (CARC 29), unless you prove that it was filed in time.']
            : []),
        ].join(' ')
      : `The claims of the visit cannot be billed to ${name} as they are: enter its contract where there is none, or name it by hand on the claim’s own task.`,
    actions: !suggested
      ? ['dismiss']
      : isLate
        ? ['dismiss', 'bill-other-payer']
        : ['bill-other-payer', 'dismiss'],
    ...(limit && { limits: [limit] }),
    ...(suggested && { suggestedPayer: suggested.said }),
  };
};
