import { expect, it } from 'vitest';
import { renderFiles, renderHistory, renderWaiting } from '../../cli/render-records.ts';
import { payerActor, stepActor } from '../../functions/domain/actor.ts';
import { outboxFor } from '../../functions/domain/outbox/outbox.ts';
import type { PartnerFile } from '../../functions/domain/partner-file.ts';
import { practiceThatBatches } from '../factories/batches/batching.ts';
import { payer } from '../factories/payers.ts';
import { biller } from '../factories/tasks.ts';

const at = '2026-11-02T10:00:00.000Z';

it('tells of a history who acted, in words', () => {
  const lines = renderHistory([
    { type: 'submitted', at, actor: stepActor('submit-claim'), detail: { submission: 1 } },
    { type: 'accepted', at, actor: payerActor('northwind'), detail: {} },
    { type: 'write-off', at, actor: biller, detail: { amount: 8_000 } },
  ]).split('\n');
  const told = (type: string): string => lines.find((line) => line.includes(` ${type} `)) ?? '';
  expect(told('submitted')).toMatch(/Claimwright \(submit claim\) .* submission 1/);
  expect(told('accepted')).toContain('payer northwind');
  expect(told('write-off')).toMatch(/billing@maplestreet\.example \(biller\) .* amount \$80\.00/);
});

const file = (number: number, sets: PartnerFile['sets']): PartnerFile => ({
  partnerId: 'payer-simulator',
  direction: 'outbound',
  fileId: String(number),
  key: `partners/payer-simulator/outbound/837P-${number}.x12`,
  transaction: '837P',
  outcome: 'sent',
  findings: [],
  sets,
  at,
});

/** The cells of each row of a table. */
const cellsOf = (table: string): string[][] =>
  table.split('\n').map((line) =>
    line
      .split('│')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it('tells of a batch how many claims it holds, and in how many sets', () => {
  const lines = renderFiles([
    file(1, undefined),
    file(2, [{ controlNumber: '2', claims: ['C1-1', 'C2-1'] }]),
    file(3, [
      { controlNumber: '3', claims: ['C3-1', 'C4-1'] },
      { controlNumber: '4', claims: ['C5-1'] },
    ]),
  ]);
  const told = (name: string): string[] | undefined =>
    cellsOf(lines)
      .find((cells) => cells.includes(name))
      ?.slice(2, 5);
  expect(told('837P-1.x12')).toEqual(['837P-1.x12', '', 'sent']);
  expect(told('837P-2.x12')).toEqual(['837P-2.x12', '2', 'sent']);
  expect(told('837P-3.x12')).toEqual(['837P-3.x12', '3 in 2 sets', 'sent']);
});

it('tells what waits for a file, and until when', () => {
  const outbox = outboxFor(practiceThatBatches({ batchMinutes: 45 }), payer());
  const queued = {
    claimId: 'C2222222223',
    submissionNumber: 1,
    outboxId: outbox.outboxId,
    queuedAt: at,
    text: '',
  };
  const told = renderWaiting([{ outbox, waiting: [queued, queued] }]);
  expect(cellsOf(told)).toContainEqual(['maple-street', 'CLEARHOUSE', '2', '2026-11-02 10:45']);
  expect(renderWaiting([{ outbox, waiting: [] }])).toBe('');
});
