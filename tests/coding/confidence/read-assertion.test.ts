import { expect, it } from 'vitest';
import { isUnasserted } from '../../../functions/coding/confidence/read-assertion.ts';
import type { ConditionMention } from '../../../functions/coding/diagnoses/find-conditions.ts';

const of = (text: string): boolean =>
  isUnasserted({ statement: { text, start: 0 }, start: text.indexOf('gout') } as ConditionMention);

it.each([
  'gout, at goal',
  'She has gout',
  'He was diagnosed with severe gout',
  'right great toe gout',
  'No change; gout',
])('asserts it: %s', (text) => {
  expect(of(text)).toBe(false);
});

it.each(['She fears gout', 'The study that was ordered last week looks into gout', 'She told gout stories'])(
  'names it otherwise: %s',
  (text) => {
    expect(of(text)).toBe(true);
  },
);
