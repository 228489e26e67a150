import type { TimeZone } from '../domain/calendar/time-zone.ts';
import type { Claim } from '../domain/claim.ts';
import type { FileAnswer, PartnerFile } from '../domain/partner-file.ts';
import type { Payer } from '../domain/payer.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { limitsOf } from '../domain/tasks/limits-of-claim.ts';

/** What of a file has not come in time: answers for it as a whole, and 277CAs for claims of it. */
export type MissingAnswers = {
  readonly file: PartnerFile;
  readonly timeZone: TimeZone;
  readonly answers: readonly FileAnswer[];
  readonly claims: readonly WaitingClaim[];
  readonly inFile: number;
};

/** A claim of which its payer has not said whether it takes it. */
export type WaitingClaim = { readonly claim: Claim; readonly payer: Payer };

const claimsInWords = (count: number): string => (count === 1 ? '1 claim' : `${count} claims`);

/** "3 March" */
const dayOf = (at: string, timeZone: TimeZone): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone }).format(new Date(at));

const titleOf = ({ file, timeZone, answers, claims, inFile }: MissingAnswers): string => {
  const name = `file ${file.fileId} of ${dayOf(file.at, timeZone)}`;
  if (answers.length === 0)
    return `277CA for ${claims.length} of ${claimsInWords(inFile)} in ${name} has not come`;
  const have = answers.length > 1 ? 'have' : 'has';
  const wait = claims.length === 1 ? 'waits' : 'wait';
  return `${answers.join(' and ')} of ${name} ${have} not come; ${claimsInWords(claims.length)} ${wait}`;
};

/** The biller's work when a partner does not answer for a file, or a payer for claims in it: one task for each file. */
export const describeMissing = (missing: MissingAnswers): TaskDraft => {
  const { answers, claims, file } = missing;
  const [first] = claims
    .flatMap(({ claim, payer }) => limitsOf(claim, { payer }))
    .filter(({ action }) => action === 'resubmit')
    .toSorted((one, other) => one.lastDay.localeCompare(other.lastDay));
  return {
    kind: 'missing-acknowledgement',
    owner: 'biller',
    title: titleOf(missing),
    reasons: [
      ...answers.map((code) => ({ code, text: 'Answers for the file as a whole, and is overdue' })),
      { code: '277CA', text: `Is awaited for ${claims.map(({ claim }) => claim.claimId).join(', ')}` },
    ],
    advice:
      answers.length > 0
        ? `Ask partner ${file.partnerId} whether it has the file. If it has not, see that its connector takes the very same file again: under its number it is no duplicate. No filing clock has stopped. The task closes by itself when answers come.`
        : `The partner has the file, and payers have not said that they take these claims. Their status is asked by itself; ask partner ${file.partnerId} whether it passed them on. The task closes by itself when answers come.`,
    actions: ['dismiss'],
    ...(first && { limits: [{ ...first, action: 'dismiss' as const }] }),
  };
};
