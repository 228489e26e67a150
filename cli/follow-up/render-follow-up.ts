import Table from 'cli-table3';
import type { Call, CallList } from '../../functions/domain/follow-up/call-list.ts';
import { toDollars } from '../../functions/edi/money.ts';
import type { LooseOf } from '../../functions/follow-up/check-open.ts';

const plain = { head: [], border: [], compact: true };

const referencesOf = ({ references }: Call): string =>
  [
    references.sentAs,
    ...references.payerControlNumbers.map((number) => `payer’s number ${number}`),
    ...(references.payment ? [`payment ${references.payment}`] : []),
    ...(references.file ? [references.file] : []),
  ].join('\n');

const answerOf = ({ lastAnswer, inquiries }: Call): string =>
  lastAnswer ? `${lastAnswer.on}: ${lastAnswer.codes.join(' ')}` : `none to ${inquiries} inquiries`;

/** Who has to be called, payer by payer, with what to ask; then the files whose partner does not answer. */
export const renderCallList = ({ payers, files }: CallList): string => {
  if (payers.length === 0 && files.length === 0) return 'Nobody has to be called';
  const head = ['due', 'claim', 'open', 'days', 'references', 'last answer', 'ask'];
  const lists = payers.map(({ name, payerId, open, calls }) => {
    const table = new Table({ head, style: plain });
    for (const call of calls)
      table.push([
        call.due.slice(0, 10),
        `${call.claimId}\n${call.encounterId}`,
        toDollars(call.open),
        call.days ?? '',
        referencesOf(call),
        answerOf(call),
        call.ask.join('\n'),
      ]);
    return `${name} (${payerId}): ${calls.length} to ask about, ${toDollars(open)} open\n${table.toString()}`;
  });
  const partners = files.map(({ due, title }) => `${due.slice(0, 10)}  ${title}`);
  return [...lists, ...(partners.length > 0 ? [`Files\n${partners.join('\n')}`] : [])].join('\n\n');
};

/** What has no next step and what to do, or that everything has one. */
export const renderLoose = (loose: readonly LooseOf[]): string => {
  const lines = loose.map(
    ({ practiceId, kind, id, why, remedy }) => `${practiceId} ${kind} ${id}: ${why}. ${remedy}`,
  );
  return [...lines, `${loose.length} without a next step`].join('\n');
};
