import type { Finding } from '../domain/finding.ts';
import type { ClaimCandidate, Held } from '../domain/ledger/payment.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { sum, toDollars, zero } from '../edi/money.ts';
import { atMost, isOfAnotherSystem } from './held.ts';

/**
 * The biller's work when money of an 835, or part of the file, could not be posted: it is kept, never forced. Claims
 * of another system are told in one line, as a part of the payment that nobody works.
 */
export const describeUnposted = (
  traceNumber: string | undefined,
  findings: readonly (Finding | Held)[],
): TaskDraft => ({
  kind: 'partner-file',
  owner: 'biller',
  title: traceNumber
    ? `Part of remittance ${traceNumber} is not posted`
    : 'A remittance file is not fully read',
  reasons: [
    ...atMost(
      findings.filter((one) => !isOfAnotherSystem(one)),
      50,
    ).flatMap(reasonsOf),
    ...reasonOfOthers(findings.filter(isOfAnotherSystem)),
  ],
  advice:
    'Compare the file with the payer’s remittance and the deposit, ask the payer for a corrected file, or post by hand.',
  actions: ['dismiss'],
});

type Reason = TaskDraft['reasons'][number];

/** What is held, then each claim of ours that it may be about. */
const reasonsOf = (held: Finding | Held): Reason[] => {
  const code = `${held.code} ${held.path}`;
  const candidates = 'candidates' in held ? (held.candidates ?? []) : [];
  return [{ code, text: held.detail }, ...candidates.map((one) => ({ code, text: candidateText(one) }))];
};

/** A claim of ours that may be meant, with what speaks for it and against it, naming no patient. */
export const candidateText = ({
  claimId,
  submissionNumber,
  score,
  agrees,
  differs,
}: ClaimCandidate): string =>
  [
    `Perhaps ${claimId}, transmission ${submissionNumber} (${score} of 100): the same ${agrees.join(', ')}`,
    ...(differs.length > 0 ? [`another ${differs.join(', ')}`] : []),
  ].join('; ');

const reasonOfOthers = (held: readonly Held[]): Reason[] => {
  const [first] = held;
  if (first === undefined) return [];
  const total = toDollars(sum(held.map(({ amount = zero }) => amount)));
  const claims = held.length === 1 ? '1 claim' : `${held.length} claims`;
  return [
    { code: first.code, text: `${claims} of another system, ${total} in all, are part of the payment` },
  ];
};
