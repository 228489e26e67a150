import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskedList, openCursor, sealCursor } from '../../../functions/api/mechanics/cursor.ts';

const key = new Uint8Array(32).fill(7);
const now = new Date('2026-11-30T12:00:00.000Z');
const asOf = now.toISOString();

const list: AskedList = {
  route: 'GET /claims',
  path: { practiceId: 'maple-street' },
  query: { status: 'adjudicated', from: '2026-01-01' },
};

const hoursLater = (hours: number): Date => new Date(now.getTime() + hours * 3600_000);

const codesOf = (opened: ReturnType<typeof openCursor>): readonly string[] =>
  opened.success ? [] : opened.findings.map(({ code }) => code);

describe('a cursor', () => {
  it('opens to its place, for its list, whatever the order of what was asked', () => {
    fc.assert(
      fc.property(fc.string(), (after) => {
        const cursor = sealCursor(key, { after, asOf }, list);
        const { status = '', from = '' } = list.query;
        expect(openCursor(key, cursor, { ...list, query: { from, status } }, now)).toEqual({
          success: true,
          data: { after, asOf },
        });
      }),
    );
  });

  it('shows nothing of its place, and is another one each time', () => {
    const after = 'patient P-204';
    const cursors = [1, 2].map(() => sealCursor(key, { after, asOf }, list));
    expect(new Set(cursors).size).toBe(2);
    for (const cursor of cursors)
      expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toContain('P-204');
  });

  it.each([
    ['another practice', { ...list, path: { practiceId: 'elm-row' } }],
    ['another route', { ...list, route: 'GET /tasks' }],
    ['another record', { ...list, path: { ...list.path, claimId: 'C1' } }],
    ['another question', { ...list, query: { status: 'closed', from: '2026-01-01' } }],
    ['a question with less', { ...list, query: { status: 'adjudicated' } }],
  ])('is of no use for %s', (_what, other) => {
    const cursor = sealCursor(key, { after: 'a', asOf }, list);
    expect(codesOf(openCursor(key, cursor, other, now))).toEqual(['cursor-unknown']);
  });

  it('is of no use altered in any one place, or under another key', () => {
    const cursor = sealCursor(key, { after: 'a place', asOf }, list);
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    for (let at = 0; at < cursor.length; at += 1)
      for (const letter of letters.replace(cursor[at] ?? '', '')) {
        const altered = cursor.slice(0, at) + letter + cursor.slice(at + 1);
        expect(codesOf(openCursor(key, altered, list, now))).toEqual(['cursor-unknown']);
      }
    const other = new Uint8Array(32).fill(8);
    expect(codesOf(openCursor(other, cursor, list, now))).toEqual(['cursor-unknown']);
  });

  it('takes any text for none of ours, and throws at none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(codesOf(openCursor(key, text, list, now))).toEqual(['cursor-unknown']);
      }),
    );
  });

  it('is good for a day', () => {
    const cursor = sealCursor(key, { after: 'a', asOf }, list);
    expect(openCursor(key, cursor, list, hoursLater(23)).success).toBe(true);
    expect(codesOf(openCursor(key, cursor, list, hoursLater(24)))).toEqual(['cursor-old']);
  });
});
