import { expect, it } from 'vitest';
import { renderHistory } from '../../cli/render-records.ts';
import { payerActor, stepActor } from '../../functions/domain/actor.ts';
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
