import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { waits } from '../domain/wait.ts';
import type { Finding } from '../edi/findings.ts';
import { read277 } from '../edi/x277/read-277.ts';
import { parseStatusTrace, readClaimStatus, recordClaimStatus } from './check-claim-status.ts';

/** Posts a 277: the status of each claim asked about. Money moves only with an 835. */
export const post277 = async (file: ReceivedFile, effects: PostingEffects): Promise<Finding[]> => {
  const read = read277(file.text);
  if (!read.success) return [...read.findings];
  const findings = [...(read.findings ?? [])];
  for (const [index, response] of read.data.responses.entries()) {
    const asked = parseStatusTrace(response.traceNumber);
    const status = readClaimStatus(response);
    const claim =
      asked &&
      (await effects.changeClaim(asked.claimId, (before) =>
        recordClaimStatus(before, asked.inquiry, status, response.payerControlNumber),
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
