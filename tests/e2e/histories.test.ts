import { expect, it } from 'vitest';
import { canonical, undisturbedHistories } from './histories.ts';

it.each([
  [
    ['submitted', 'accepted', 'file-accepted', 'remittance-posted'],
    ['submitted', 'file-accepted', 'accepted', 'remittance-posted'],
  ],
  [
    ['submitted', 'rejected', 'file-accepted', 'resubmit'],
    ['submitted', 'file-accepted', 'rejected', 'resubmit'],
  ],
])('a 277CA may overtake the 999 of its transmission: %j', (history, ordered) => {
  expect(canonical(history)).toEqual(ordered);
});

it('every other order is owed', () => {
  for (const history of Object.values(undisturbedHistories).flat())
    expect(canonical(history)).toEqual(history);
  const swapped = ['submitted', 'accepted', 'remittance-posted', 'file-accepted', 'closed'];
  expect(canonical(swapped)).toEqual(swapped);
});
