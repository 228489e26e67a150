import Table from 'cli-table3';
import { describeActor } from '../functions/domain/actor.ts';
import { instantAfter } from '../functions/domain/calendar.ts';
import type { Claim, ClaimEvent } from '../functions/domain/claim.ts';
import type { VarianceReport } from '../functions/domain/contract/contract-variances.ts';
import type { Outbox, QueuedClaim } from '../functions/domain/outbox/outbox.ts';
import type { PartnerFile } from '../functions/domain/partner-file.ts';
import { claimPosition } from '../functions/domain/position.ts';
import type { Task } from '../functions/domain/task.ts';
import { cents, toDollars } from '../functions/edi/money.ts';

const plain = { head: [], border: [], compact: true };

export const renderClaims = (claims: readonly Claim[]): string => {
  const table = new Table({
    head: [
      'claim',
      'encounter',
      'payer',
      'status',
      'charge',
      'paid',
      'adjusted',
      'written off',
      'patient',
      'open',
    ],
    style: plain,
  });
  for (const claim of claims) {
    const { charge, insurancePaid, adjustments, writtenOff, patientBalance, open } = claimPosition(claim);
    const money = [charge, insurancePaid, adjustments, writtenOff, patientBalance, open].map(toDollars);
    const status = claim.end ? `${claim.status}: ${claim.end}` : claim.status;
    table.push([claim.claimId, claim.encounterId, claim.payerId, status, ...money]);
  }
  return table.toString();
};

export const renderTasks = (
  tasks: readonly (Omit<Task, 'linkNonce' | 'links'> & { readonly link?: string })[],
): string => {
  const table = new Table({ head: ['due', 'desk', 'about', 'task'], style: plain });
  for (const { due, owner, claimId, encounterId, title } of tasks) {
    table.push([due.slice(0, 16).replace('T', ' '), owner, claimId ?? encounterId ?? '', title]);
  }
  // A link in a cell would be broken into lines that nobody can follow.
  const links = tasks.flatMap(({ title, link }) => (link === undefined ? [] : [`${title}\n  ${link}`]));
  return [table.toString(), ...links].join('\n');
};

export const renderFiles = (files: readonly PartnerFile[]): string => {
  const head = ['at (UTC)', 'direction', 'file', 'claims', 'outcome', 'findings'];
  const table = new Table({ head, style: plain });
  for (const { at, direction, key, sets, outcome, findings } of [...files].sort((a, b) =>
    a.at.localeCompare(b.at),
  )) {
    const found = findings.map(({ code, path, detail }) => `${code} ${path}: ${detail}`);
    table.push([
      at.slice(0, 19).replace('T', ' '),
      direction,
      key.split('/').at(-1) ?? key,
      claimsIn(sets),
      outcome,
      found.join('\n'),
    ]);
  }
  return table.toString();
};

/** How many claims a batch holds, and in how many sets where they are several. */
const claimsIn = (sets: PartnerFile['sets'] = []): string => {
  if (sets.length === 0) return '';
  const claims = sets.reduce((sum, set) => sum + set.claims.length, 0);
  return sets.length === 1 ? String(claims) : `${claims} in ${sets.length} sets`;
};

/** What waits for a file, by outbox: how many claims, and when they go out at the latest. */
export const renderWaiting = (
  outboxes: readonly { readonly outbox: Outbox; readonly waiting: readonly QueuedClaim[] }[],
): string => {
  const table = new Table({ head: ['practice', 'to', 'claims wait', 'go out by (UTC)'], style: plain });
  for (const { outbox, waiting } of outboxes) {
    const [oldest] = waiting;
    if (!oldest) continue;
    const due = instantAfter(new Date(oldest.queuedAt), outbox.batchMinutes / minutesPerDay);
    table.push([
      outbox.practiceId,
      outbox.receiverId,
      String(waiting.length),
      due.slice(0, 16).replace('T', ' '),
    ]);
  }
  return table.length > 0 ? table.toString() : '';
};

const minutesPerDay = 1440;

/** Amounts of an event, which are whole cents; its other numbers count something. */
const amounts = new Set([
  'paid',
  'insurancePaid',
  'adjustments',
  'patientBalance',
  'open',
  'amount',
  'expected',
  'besidesContract',
]);

const inWords = (name: string, value: string | number | boolean): string =>
  typeof value === 'number' && amounts.has(name) ? `$${toDollars(cents(value))}` : String(value);

export const renderHistory = (events: readonly ClaimEvent[]): string => {
  const table = new Table({ head: ['at (UTC)', 'what', 'who', 'detail'], style: plain });
  for (const { at, type, actor, detail } of events) {
    const told = Object.entries(detail).map(([name, value]) => `${name} ${inWords(name, value)}`);
    table.push([at.slice(0, 19).replace('T', ' '), type, describeActor(actor), told.join(', ')]);
  }
  return table.toString();
};

/** What payers allowed otherwise than their contracts, and what it comes to. */
export const renderVariances = ({ variances, totals }: VarianceReport): string => {
  const table = new Table({
    head: ['claim', 'payer', 'of', 'line', 'expected', 'allowed', 'difference', 'contract'],
    style: plain,
  });
  for (const { claimId, payerId, dateOfService, lineNumber, procedure, basis, ...money } of variances)
    table.push([
      ...[claimId, payerId, dateOfService],
      lineNumber === undefined ? 'all' : `${lineNumber} ${procedure}`,
      ...[money.expected, money.allowed, money.difference].map(toDollars),
      basis ? `${basis.from}, ${basis.source}` : '',
    ]);
  return [
    ...(variances.length > 0 ? [table.toString()] : []),
    ...totals.map(
      ({ payerId, under, over, compared, left }) =>
        `${payerId}: ${toDollars(under)} below and ${toDollars(over)} above the contract, of ${compared} lines compared; nothing is said of ${left}`,
    ),
  ].join('\n');
};
