import type { Claim } from '../domain/claim.ts';
import type { ComparedLine } from '../domain/contract/compare-allowed.ts';
import type { FeeBasis } from '../domain/contract/expected-line.ts';
import type { Payer } from '../domain/payer.ts';
import type { TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { appealLimit } from '../domain/tasks/limits-of-claim.ts';
import { type Cents, cents, sum, toDollars } from '../edi/money.ts';

/** The biller's work when a payer allowed less than its contract: the figures by line, and by when to say so. */
export const describeUnderpayment = (
  claim: Claim,
  under: readonly ComparedLine[],
  payer: Payer,
): TaskDraft => {
  const short = cents(-sum(under.map(({ difference }) => difference)));
  return {
    kind: 'underpayment',
    owner: 'biller',
    title: `Allowed less than the contract: $${toDollars(short)} short`,
    reasons: under.map(toReason),
    advice: `Compare the payment with the contract’s line. Where the contract holds, dispute it with ${payer.name} by the day that this is due, with both figures; where it does not, correct the fee, which counts for later claims.`,
    actions: ['dismiss'],
    limits: appealLimit(claim, payer, 'dismiss'),
  };
};

const dollars = (amount: Cents): string => `$${toDollars(amount)}`;

const toReason = (line: ComparedLine): TaskReason => {
  const { lineNumber, procedure, expected, allowed, paid, patientShare, explained, difference } = line;
  const known = explained === 0 ? '' : `; ${dollars(explained)} less by the practice’s own rules`;
  return {
    code: lineNumber === undefined ? 'claim' : `line ${lineNumber} ${procedure}`,
    text: `Expected ${dollars(expected)}, allowed ${dollars(allowed)} (paid ${dollars(paid)}, patient ${dollars(patientShare)})${known}: ${dollars(cents(-difference))} short${fromRow(line.basis)}`,
  };
};

/** Which line of the contract says so. */
const fromRow = (basis: FeeBasis | undefined): string => {
  if (basis === undefined) return '';
  const { fee, modifiers, setting, locality, from, source } = basis;
  const of = [...modifiers, setting, locality].filter((one) => one !== undefined);
  const kind = of.length > 0 ? ` for ${of.join(', ')}` : '';
  return `. Contract: ${dollars(fee)}${kind} from ${from} (${source})`;
};
