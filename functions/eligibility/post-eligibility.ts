import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import type { Finding } from '../edi/findings.ts';
import { read271 } from '../edi/x271/read-271.ts';
import { parseEligibilityTrace, readEligibility, recordEligibility } from './check-eligibility.ts';

/** Posts a 271: the answer for each person asked about. */
export const post271 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = read271(file.text);
  if (!read.success) return [...read.findings];
  const findings = [...(read.findings ?? [])];
  for (const [index, response] of read.data.responses.entries()) {
    const asked = parseEligibilityTrace(response.traceNumber ?? '');
    const answer = readEligibility(response);
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
