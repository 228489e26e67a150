import { expect, it } from 'vitest';
import { checkRouting } from '../../functions/domain/denials/check-routing.ts';
import { RoutedAction, RoutingCondition } from '../../functions/domain/denials/routing-rule.ts';
import { Desk } from '../../functions/domain/practice.ts';
import { payers } from '../factories/payers.ts';
import { readSampleFile } from '../factories/sample-files.ts';
import { readText } from './repository.ts';

const page = readText('docs/routing.md');

it('docs/routing.md shows a table that is taken, of the samples', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  const rules: object[] = JSON.parse(example);
  expect(checkRouting(rules, { payers, today: '2026-11-30' })).toMatchObject({
    success: true,
    data: { notes: [] },
  });
  expect(JSON.parse(readSampleFile('routing.json'))).toEqual(expect.arrayContaining(rules));
});

it('docs/routing.md names every desk, action and condition', () => {
  const words = [...Desk.options, ...RoutedAction.options, ...Object.keys(RoutingCondition.unwrap().shape)];
  expect(words.filter((word) => !page.includes(word))).toEqual([]);
});
