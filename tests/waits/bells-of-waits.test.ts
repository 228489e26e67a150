import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bellShardOf } from '../../functions/domain/follow-up/bell.ts';
import { at, minute, start, type Trouble, waitingPractice } from './waiting-practice.ts';

type Happening =
  | { readonly kind: 'token'; readonly wait: number; readonly round: number; readonly rings: number }
  | { readonly kind: 'answer'; readonly wait: number }
  | { readonly kind: 'bells' };

const waitsCount = 4;
const happenings = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('token' as const),
      wait: fc.nat({ max: waitsCount - 1 }),
      round: fc.nat({ max: 2 }),
      rings: fc.integer({ min: -3, max: 30 }),
    }),
    fc.record({ kind: fc.constant('answer' as const), wait: fc.nat({ max: waitsCount - 1 }) }),
    fc.record({ kind: fc.constant('bells' as const) }),
  ),
  { maxLength: 25 },
);
const troubles = fc.array(
  fc.constantFrom<Trouble>('none', 'none', 'none', 'throttled', 'dies-before', 'dies-after', 'late'),
  { maxLength: 60 },
);

/** All in one part of the index, so that pages end between them. */
const names = Array.from({ length: 1000 }, (_, n) => `C${n}/remittance/1.0`).filter(
  (name) => bellShardOf(name) === '0',
);
const nameOf = (wait: number): string => names[wait] ?? '';

type Token = {
  readonly token: string;
  readonly sent: number;
  readonly round: number;
  readonly rings: number;
};

/** The tokens and the first answer of a wait, in minutes of the story. */
const told = (story: readonly Happening[], wait: number) => ({
  tokens: story.flatMap((one, sent): Token[] =>
    one.kind === 'token' && one.wait === wait
      ? [{ token: `t${sent}`, sent, round: one.round, rings: sent + one.rings }]
      : [],
  ),
  answered: story.findIndex((one) => one.kind === 'answer' && one.wait === wait),
});

/** How the last token of a wait goes on, and when, where the clock rings every minute and nothing goes wrong. */
const lastOf = (story: readonly Happening[], wait: number) => {
  const { tokens, answered } = told(story, wait);
  const [rungRound, last] = tokens.reduce<[number, Token | undefined]>(
    ([rung, before], next) => [overBy(before, rung, answered, next.sent), next],
    [-1, undefined],
  );
  if (!last) return undefined;
  const isAnswered = (minutes: number): boolean => answered >= 0 && answered <= minutes;
  if (isAnswered(last.sent)) return { outcome: 'settled', minutes: last.sent };
  if (rungRound >= last.round) return { outcome: 'unanswered', minutes: last.sent };
  const bell = Math.max(last.rings, last.sent);
  return isAnswered(bell)
    ? { outcome: 'settled', minutes: answered }
    : { outcome: 'unanswered', minutes: bell };
};

/** The round that is over when another token is sent: that of the token before, where its bell came first. */
const overBy = (before: Token | undefined, rung: number, answered: number, next: number): number => {
  if (!before || rung >= before.round) return rung;
  const bell = Math.max(before.rings, before.sent);
  const isRung = bell < next && !(answered >= 0 && answered <= bell);
  return isRung ? Math.max(rung, before.round) : rung;
};

const live = async (
  story: readonly Happening[],
  {
    wrong = [],
    lags = false,
    everyMinute = true,
  }: { wrong?: Trouble[]; lags?: boolean; everyMinute?: boolean },
) => {
  const world = waitingPractice();
  Object.assign(world.state, { troubles: [...wrong], lags });
  for (const [now, one] of story.entries()) {
    world.state.now = start + now * minute;
    if (one.kind === 'token')
      await world.register({
        ...{ waitId: nameOf(one.wait), token: `t${now}`, round: one.round, sentAt: now },
        ringAt: at(now + one.rings),
      });
    if (one.kind === 'answer') await world.answer(nameOf(one.wait), { outcome: 'settled' });
    if (one.kind === 'bells' || everyMinute) await world.ring();
    world.see();
  }
  // The clock goes on, and trouble does not for ever.
  for (let now = story.length; now < story.length + 60; now++) {
    world.state.now = start + now * minute;
    await world.ring();
  }
  return world;
};

const everyWait = Array.from({ length: waitsCount }, (_, wait) => wait);

describe('what is due', () => {
  it('rings when it is due and for the round that it was set for, as a list of what was told has it', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, fc.boolean(), async (story, lags) => {
        const { resumed, index } = await live(story, { lags });
        for (const wait of everyWait) {
          const token = told(story, wait).tokens.at(-1)?.token ?? '';
          const gone = resumed.get(token);
          expect(gone && { outcome: gone.outcome, minutes: (gone.at - start) / minute }).toEqual(
            lastOf(story, wait),
          );
        }
        expect(index()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('rings once for each wait, never early, and never after an answer, whatever dies or is throttled', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, troubles, fc.boolean(), async (story, wrong, lags) => {
        const { resumed, index } = await live(story, { wrong, lags, everyMinute: false });
        for (const wait of everyWait) {
          const { tokens, answered } = told(story, wait);
          const last = tokens.at(-1);
          if (last) expect(resumed.get(last.token), last.token).toBeDefined();
          for (const { token, sent, round } of tokens) {
            const gone = resumed.get(token);
            if (!gone) continue; // another took its place
            const minutes = (gone.at - start) / minute;
            const due = tokens.filter(
              (one) => one.sent <= sent && one.round >= round && one.rings <= minutes,
            );
            if (gone.outcome === 'settled') expect(answered).toBeLessThanOrEqual(minutes);
            else expect(due, `${token} at ${minutes}`).not.toEqual([]);
            if (gone.outcome === 'unanswered' && answered >= 0) expect(minutes).toBeLessThanOrEqual(answered);
          }
        }
        // What has rung or was answered has left the index.
        expect(index()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
