import { userInfo } from 'node:os';
import { Command } from 'commander';
import { answerAppeal } from '../../functions/appeals/answer-appeal.ts';
import { programActor } from '../../functions/domain/actor.ts';
import type { LetterAnswer } from '../../functions/domain/appeals/answered-by-letter.ts';
import { outcomeWords } from '../../functions/domain/appeals/appeal-answer.ts';
import { AppealOutcome } from '../../functions/domain/appeals/claim-appeal.ts';
import { withdrawOutdated } from '../../functions/tasks/withdraw-outdated.ts';
import { readDate } from '../read-date.ts';

/** Records a letter by the same use case as the API and the page. Throws in words where it does not fit. */
const record = async (claimId: string, letter: LetterAnswer): Promise<string> => {
  // The adapters read their configuration when they are loaded: not before the command knows its table.
  const { appealAnswerEffects } = await import('../../functions/adapters/appeals/answer-effects.ts');
  const { withdrawalEffects } = await import('../../functions/adapters/withdrawal-effects.ts');
  const claim = await appealAnswerEffects.findClaim(claimId);
  if (!claim) throw new Error(`There is no claim ${claimId}`);
  const now = new Date();
  const by = programActor(`command line (${userInfo().username})`, claim.practiceId);
  const answered = await answerAppeal({ claimId, by, ...letter }, now, {
    ...appealAnswerEffects,
    withdrawOutdated: (one) => withdrawOutdated(one, now, withdrawalEffects),
  });
  if (!answered.success) throw new Error(answered.findings.map(({ detail }) => detail).join('\n'));
  return `${claimId}: the appeal is ${outcomeWords[letter.outcome]} by the letter of ${letter.on}`;
};

/** `appeal-answer`: what a payer's letter says of an appeal. */
export const appealAnswerCommand = (
  useEnvironment: () => void,
  recordLetter: typeof record = record,
): Command =>
  new Command('appeal-answer')
    .description('record the letter by which a payer answers the appeal of a claim that was sent last')
    .argument('<claimId>')
    .argument('<answer>', AppealOutcome.options.join(', '))
    .requiredOption('--on <date>', 'date of the letter, as 2026-03-02')
    .action(async (claimId: string, answer: string, { on }: { readonly on: string }) => {
      const outcome = AppealOutcome.safeParse(answer);
      if (!outcome.success) throw new Error(`The answer is ${AppealOutcome.options.join(', ')}`);
      const letter = { outcome: outcome.data, on: readDate('--on', on) };
      useEnvironment();
      console.log(await recordLetter(claimId, letter));
    });
