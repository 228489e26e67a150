import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type PartnerFile, transmissionsIn } from '../domain/partner-file.ts';
import type { Payer } from '../domain/payer.ts';
import { enrolmentFor, fileAnswersOf } from '../domain/practice/partner-enrolment.ts';
import type { Practice } from '../domain/practice.ts';
import { askAboutStanding, type StandingTaskEffects } from '../domain/tasks/standing-tasks.ts';
import { describeMissing, type MissingAnswers, type WaitingClaim } from './describe-missing.ts';
import { isOverdue, isUnheardOf, wasHeardOf } from './overdue-answers.ts';

export type WatchEffects = StandingTaskEffects & {
  readonly listPractices: () => Promise<readonly Practice[]>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
  readonly claimsByStatus: (practiceId: string, status: 'submitted') => Promise<readonly Claim[]>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  /** The file of ours that lies under a key. */
  readonly findFile: (partnerId: string, key: string) => Promise<PartnerFile | undefined>;
  readonly watched: (counts: Watched) => void;
};

/** How many files lack an answer that is overdue, and how many tasks were closed because none does any more. */
export type Watched = { readonly missing: number; readonly closed: number };

/**
 * Asks a biller about every file of which an answer is overdue, once each however many claims wait, and closes what was
 * asked about files that are answered since.
 */
export const watchFiles = async (effects: WatchEffects): Promise<Watched> => {
  const counts = { missing: 0, closed: 0 };
  for (const practice of await effects.listPractices()) {
    const missing = await missingOf(practice, effects);
    const standing = missing.map((one) => ({ taskId: taskIdOf(one.file), draft: describeMissing(one) }));
    counts.missing += missing.length;
    counts.closed += await askAboutStanding(practice.practiceId, standing, review, effects);
  }
  effects.watched(counts);
  return counts;
};

const review = {
  kind: 'missing-acknowledgement',
  by: stepActor('watch-files'),
  over: 'Nothing of the file is missing any more',
} as const;

const taskIdOf = ({ partnerId, fileId }: PartnerFile): string => `unanswered-${partnerId}-${fileId}`;

/** Only claims that are still on their way can lack an answer: what was accepted, rejected or decided has arrived. */
const missingOf = async (practice: Practice, effects: WatchEffects): Promise<MissingAnswers[]> => {
  const { practiceId } = practice;
  const payers = new Map((await effects.listPayers(practiceId)).map((payer) => [payer.payerId, payer]));
  const submitted = await effects.claimsByStatus(practiceId, 'submitted');
  const waiting = submitted.filter(isUnheardOf).flatMap((claim): WaitingClaim[] => {
    const payer = payers.get(claim.payerId);
    return payer ? [{ claim, payer }] : [];
  });
  const byFile = Map.groupBy(waiting, ({ claim }) => claim.submissions.at(-1)?.fileName ?? '');
  const missing: MissingAnswers[] = [];
  for (const [key, ofFile] of byFile) missing.push(...(await missingIn(key, ofFile, practice, effects)));
  return missing;
};

const missingIn = async (
  key: string,
  ofFile: readonly WaitingClaim[],
  practice: Practice,
  effects: WatchEffects,
): Promise<MissingAnswers[]> => {
  const [first] = ofFile;
  const file = first && (await effects.findFile(first.payer.partnerId, key));
  if (!file) return [];
  const now = effects.now();
  const sent = new Date(file.at);
  const days = fileAnswersOf(enrolmentFor(practice, first.payer));
  const late = (['TA1', '999'] as const).filter(
    (answer) => !file.answered?.includes(answer) && isOverdue(sent, days[answer], now),
  );
  const answers = late.length > 0 && (await hasArrived(file, effects)) ? [] : late;
  const claims = ofFile.filter(({ payer }) => isOverdue(sent, payer.acknowledgementDays, now));
  if (answers.length === 0 && claims.length === 0) return [];
  const { timeZone } = practice;
  const named = claims.length > 0 && answers.length === 0 ? claims : ofFile;
  return [{ file, timeZone, answers, claims: named, inFile: transmissionsIn(file).length }];
};

/** A word on any claim of a file proves that the file arrived, whether its own answer came or not. */
const hasArrived = async (file: PartnerFile, { findClaim }: WatchEffects): Promise<boolean> => {
  for (const { claimId, submissionNumber } of transmissionsIn(file)) {
    const claim = await findClaim(claimId);
    if (claim && wasHeardOf(claim, submissionNumber)) return true;
  }
  return false;
};
