import { describe, expect, it } from 'vitest';
import { readSide } from '../../../functions/coding/note/read-laterality.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';

/** The side that a line gives the words of it that are asked for. */
const sideOf = (line: string, asked: string): string | undefined => {
  const statement = readStatements(`Assessment:\n${line}`).find(({ text }) => text.includes(asked));
  if (!statement) throw new Error(`"${asked}" is not in one statement of "${line}"`);
  const start = statement.start + statement.text.indexOf(asked);
  const words = statement.words.filter((word) => word.start >= start && word.end <= start + asked.length);
  return readSide(statement, { start, end: start + asked.length, words });
};

describe('the side of a mention', () => {
  it.each([
    ['left knee pain', 'knee pain', 'left'],
    ['knee pain, right', 'knee pain', 'right'],
    ['knee pain, chronic, right', 'knee pain', 'right'],
    ['otitis media, left ear', 'otitis media', 'left'],
    ['cellulitis (left foot)', 'cellulitis', 'left'],
    ['Left ear: otitis media', 'otitis media', 'left'],
    ['right shoulder pain and left knee OA', 'shoulder pain', 'right'],
    ['right shoulder pain and left knee OA', 'knee OA', 'left'],
    ['R knee and hip OA', 'hip OA', 'right'],
    ['left hand, wrist and forearm pain', 'forearm pain', 'left'],
    ['hip and knee pain, right', 'knee pain', 'right'],
    ['right and left knee pain', 'knee pain', 'bilateral'],
    ['bilateral knee pain, right worse than left', 'knee pain', 'bilateral'],
    ['knee pain R>L', 'knee pain', 'bilateral'],
    ['b/l knee OA', 'knee OA', 'bilateral'],
    ['right knee pain due to arthritis', 'arthritis', 'right'],
    ['left ankle sprain with swelling', 'swelling', 'left'],
    ['pain in the heel of the right foot', 'heel', 'right'],
    ['left knee pain after right hip replacement', 'knee pain', 'left'],
    ['RLE swelling', 'swelling', 'right'],
    ['conjunctivitis OD', 'conjunctivitis', 'right'],
    ['carpal tunnel syndrome, right; trigger finger, left', 'trigger finger', 'left'],
  ])('in "%s" of "%s" is %s', (line, asked, side) => {
    expect(sideOf(line, asked)).toBe(side);
  });

  it.each([
    ['left knee OA and foot pain', 'foot pain'],
    ['cellulitis of the foot; right foot clear', 'cellulitis'],
    ['knee pain, shoulder pain on the left', 'knee pain'],
    ['knee pain after right hip replacement', 'knee pain'],
    ['right-handed man with wrist pain', 'wrist pain'],
    ['left work early, shoulder pain', 'shoulder pain'],
    ['shoulder pain, left the clinic', 'shoulder pain'],
    ['knee pain, no pills left', 'knee pain'],
    ['knee pain, will do it right now', 'knee pain'],
    ['2 L of oxygen for hip pain', 'hip pain'],
    ['otitis media, right knee pain', 'otitis media'],
  ])('in "%s" of "%s" is not given', (line, asked) => {
    expect(sideOf(line, asked)).toBeUndefined();
  });
});
