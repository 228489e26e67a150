import { amountOf, requiredAmount, requiredElement } from './elements.ts';
import { type Loop, segmentOf, segmentsOf } from './loops.ts';
import type { Cents } from './money.ts';
import type { InformationAmount } from './party.ts';

/** All AMT of a loop but those that a field of its own stands for. */
export const readAmounts = (loop: Loop, ...except: string[]): InformationAmount[] =>
  segmentsOf(loop, 'AMT')
    .map((amt) => ({ qualifier: requiredElement(amt, 1), amount: requiredAmount(amt, 2) }))
    .filter(({ qualifier }) => !except.includes(qualifier));

export const informationAmount = (loop: Loop, qualifier: string): Cents | undefined =>
  amountOf(segmentOf(loop, 'AMT', qualifier), 2);
