import type { Finding } from '../domain/finding.ts';
import { inWords, mostStatementBytes } from '../domain/objects/size-limits.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** More than anybody reads on one page; the statement has them all. */
const mostReasons = 50;

/** The biller's work when a bank's statement could not be read, or not all of it. It is kept. */
export const describeStatement = (findings: readonly Finding[], credits: number): TaskDraft => ({
  kind: 'deposit',
  owner: 'biller',
  title: 'A statement of the bank is not fully read',
  reasons: [
    ...findings
      .slice(0, mostReasons)
      .map(({ code, path, detail }) => ({ code: `${code} ${path}`, text: detail })),
    ...(findings.length > mostReasons
      ? [{ code: 'more', text: `${findings.length - mostReasons} further lines are not read` }]
      : []),
  ],
  advice: `${counted(credits, 'credit')} of the statement ${credits === 1 ? 'is' : 'are'} taken; the lines named here are not. Upload a corrected statement: what was taken before is not counted twice.`,
  actions: ['dismiss'],
});

/** The biller's work when a bank's statement is too large to be read. It is kept. */
export const describeOversizedStatement = (bytes: number): TaskDraft => ({
  kind: 'deposit',
  owner: 'biller',
  title: 'A statement of the bank is too large',
  reasons: [
    {
      code: 'too-large',
      text: `The statement has ${inWords(bytes)}. Statements are read up to ${inWords(mostStatementBytes)}: no credit of it is taken.`,
    },
  ],
  advice:
    'Export the statement for fewer days and upload the parts; what was taken before is not counted twice.',
  actions: ['dismiss'],
});

/** How much stands alone too long: numbers, for a mail that names no amount. */
export type Overdue = {
  readonly payments: number;
  readonly deposits: number;
  readonly differences: number;
};

/** The biller's daily work: what the bank and the payers' remittances say and the other does not. */
export const describeOverdue = ({ payments, deposits, differences }: Overdue): TaskDraft => ({
  kind: 'deposit',
  owner: 'biller',
  title: 'Deposits and payments do not tie out',
  reasons: [
    { code: 'payments', text: `${counted(payments, 'payment')} without a deposit` },
    { code: 'deposits', text: `${counted(deposits, 'deposit')} without a payment` },
    {
      code: 'differences',
      text: `${counted(differences, 'deposit')} of another amount than the payment named`,
    },
  ].filter((_, at) => [payments, deposits, differences][at] !== 0),
  advice:
    'The list of deposits and payments that do not tie out shows each with its age and what may belong together. Ask the payer or the bank, or tie by hand what belongs together.',
  actions: ['dismiss'],
});

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
