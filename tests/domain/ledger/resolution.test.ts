import { describe, expect, it } from 'vitest';
import { personActor } from '../../../functions/domain/actor.ts';
import {
  lastWord,
  MoneyNote,
  Resolution,
  ResolvingAction,
} from '../../../functions/domain/ledger/resolution.ts';
import { cents } from '../../../functions/edi/money.ts';

const by = personActor({
  mailbox: 'biller@maple-street.example',
  practiceId: 'maple-street',
  role: 'biller',
});

const said = (adjudicationId: string, change: Partial<Resolution> = {}): Resolution =>
  Resolution.parse({
    ...{ adjudicationId, action: 'hold', note: 'Asked the payer.', by, at: '2026-12-01T12:00:00.000Z' },
    ...change,
  });

const posted = { claimId: 'C0000000000A1', amount: cents(100) };

describe('what counts of all that was said of a decision', () => {
  it('is the last word about it, and no word about another', () => {
    const words = [said('a'), said('a', { action: 'other-system' }), said('b', { action: 'match' })];
    expect(lastWord(words, 'a')?.action).toBe('other-system');
    expect(lastWord(words, 'c')).toBeUndefined();
  });

  it('is that it was posted, whatever was said later', () => {
    const words = [said('a', { action: 'match', posted }), said('a'), said('b', { action: 'match', posted })];
    expect(lastWord(words, 'a')).toBe(words[0]);
    expect(lastWord(words, 'b')).toBe(words[2]);
  });
});

describe('what a person says of a decision', () => {
  it.each(['match', 'other-system', 'hold'])('may be %s', (action) => {
    expect(ResolvingAction.parse(action)).toBe(action);
  });

  it('has a note of some words, without the blanks around it', () => {
    expect(MoneyNote.parse('  as the EOB says ')).toBe('as the EOB says');
    expect([MoneyNote.safeParse('   ').success, MoneyNote.safeParse('x'.repeat(501)).success]).toEqual([
      false,
      false,
    ]);
  });

  it('keeps which transmission was meant, and what was posted in whole cents', () => {
    expect(said('a', { submissionNumber: 2, posted })).toMatchObject({ submissionNumber: 2, posted });
    expect(Resolution.safeParse({ ...said('a'), submissionNumber: 0 }).success).toBe(false);
  });
});
