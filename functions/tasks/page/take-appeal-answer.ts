import type { Actor } from '../../domain/actor.ts';
import type { LetterAnswer } from '../../domain/appeals/answered-by-letter.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import type { Task } from '../../domain/task.ts';
import { readAppealAnswer } from './appeal-answer-panel.ts';

export type AppealAnswerEffects = {
  /** Takes what a payer's letter says of the appeal that was sent last. */
  readonly answerAppeal: (
    said: LetterAnswer & { readonly claimId: string; readonly by: Actor },
    now: Date,
  ) => Promise<Checked<Claim>>;
};

/** What became of a form about a payer's letter: recorded, or why not; undefined where the form is another one. */
export const takeAppealAnswer = async (
  { task, by }: { readonly task: Task; readonly by: Actor },
  body: string,
  now: Date,
  { answerAppeal }: AppealAnswerEffects,
): Promise<readonly Finding[] | undefined> => {
  const read = readAppealAnswer(body);
  const { claimId } = task;
  if (read === undefined || claimId === undefined) return undefined;
  if (!read.success) return read.findings;
  const answered = await answerAppeal({ claimId, by, ...read.data }, now);
  return answered.success ? [] : answered.findings;
};
