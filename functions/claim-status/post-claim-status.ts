import type { Finding } from '../domain/finding.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import { lossesOf } from '../edi/losses.ts';
import { readSets } from '../edi/sets.ts';
import { claimsOf } from '../edi/x277/claims-of.ts';
import { statusResponseGuide } from '../edi/x277/guide.ts';
import { readClaimStatus, recordClaimStatus } from './check-claim-status.ts';
import { parseStatusTrace } from './status-inquiry.ts';

/** Posts a 277: the status of each claim asked about. Money moves only with an 835. */
export const post277 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = readSets(file.text, statusResponseGuide);
  const findings = lossesOf(read);
  const answers = read.success ? read.data.sets.flatMap(({ data }) => claimsOf(data)) : [];
  for (const [index, answer] of answers.entries()) {
    const asked = parseStatusTrace(answer.traceNumber);
    const status = readClaimStatus(answer);
    const claim =
      asked &&
      (await effects.changeClaim(asked.claimId, (before) =>
        recordClaimStatus(before, asked.inquiry, status, answer.payerControlNumber),
      ));
    if (claim && asked) {
      const waitId = waits.claimStatus(asked.claimId, asked.submissionNumber, asked.inquiry);
      await effects.answerWait(waitId, { outcome: status.outcome });
    } else {
      findings.push({
        code: 'unknown-inquiry',
        path: `2200D[${index + 1}]`,
        detail: 'The answer names a status inquiry that we did not send',
      });
    }
  }
  return findings;
};
