import type { Finding } from '../domain/finding.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import { lossesOf } from '../edi/losses.ts';
import { readSets } from '../edi/sets.ts';
import { answersOf } from '../edi/x271/answers-of.ts';
import { eligibilityResponseGuide } from '../edi/x271/guide.ts';
import { readEligibility, recordEligibility } from './check-eligibility.ts';
import { parseEligibilityTrace } from './eligibility-inquiry.ts';

/** Posts a 271: the answer for each person asked about. */
export const post271 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, eligibilityResponseGuide);
  const findings = lossesOf(read);
  const answers = read.success ? read.data.sets.flatMap(({ data }) => answersOf(data)) : [];
  for (const [index, member] of answers.entries()) {
    const asked = parseEligibilityTrace(member.traceNumber ?? '');
    const answer = readEligibility(member);
    const claim =
      asked &&
      (await effects.changeClaim(asked.claimId, (before) => recordEligibility(before, asked.check, answer)));
    if (claim && asked) {
      await effects.answerWait(waits.eligibility(asked.claimId, asked.check), { outcome: answer.outcome });
    } else {
      findings.push({
        code: 'unknown-inquiry',
        path: `2000C[${index + 1}]`,
        detail: 'The answer names an eligibility inquiry that we did not send',
      });
    }
  }
  return findings;
};
