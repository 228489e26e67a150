import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, settleWait, type Wait } from '../../functions/domain/wait.ts';
import { withToken } from './wait-rules.ts';

/** What can happen to a wait, each as the store writes it: an answer stays the first one. */
const happenings = {
  token: (wait: Wait): Wait => ({ ...wait, token: 'token-1', round: 2 }),
  answer: (wait: Wait): Wait => ({ ...wait, answer: wait.answer ?? { outcome: 'accepted' } }),
  'late answer': (wait: Wait): Wait => ({ ...wait, answer: wait.answer ?? { outcome: 'accepted' } }),
  bell: (wait: Wait): Wait => ({ ...wait, rungRound: 2 }),
} as const;

type Happening = keyof typeof happenings;

/** The answers handed to the workflow, in the order in which the happenings arrive. */
const answersFor = (order: readonly Happening[]): Answer[] => {
  let wait: Wait = {};
  return order.flatMap((happening) => {
    wait = happenings[happening](wait);
    const settled = settleWait(wait);
    return settled ? [settled.answer] : [];
  });
};

const orders = fc.shuffledSubarray(Object.keys(happenings) as Happening[], { minLength: 4 }); // all keys of the object above

describe('a wait', () => {
  it('ends with the same answer in whatever order token, answer and bell arrive', () => {
    fc.assert(
      fc.property(orders, (order) => {
        expect(answersFor(order).at(-1)).toEqual({ outcome: 'accepted' });
      }),
    );
  });

  it('lets the workflow go on unanswered only when the bell rings for it before any answer', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const at = (happening: Happening): number => order.indexOf(happening);
        const answered = Math.min(at('answer'), at('late answer'));
        const rungFirst = Math.max(at('token'), at('bell')) < answered;
        expect(answersFor(order)[0]).toEqual({ outcome: rungFirst ? 'unanswered' : 'accepted' });
      }),
    );
  });

  it('goes on while nobody has answered or rung', () => {
    expect(settleWait({ token: 't', round: 0 })).toBeUndefined();
  });

  it('hands nothing to nobody', () => {
    expect(settleWait({ rungRound: 0, answer: { outcome: 'accepted' } })).toBeUndefined();
  });

  it('does not hear the bell of an earlier round', () => {
    expect(settleWait({ token: 't', round: 3, rungRound: 2 })).toBeUndefined();
  });

  it('hands on all that the answer says', () => {
    const answer = { outcome: 'decided', action: 'appeal', taskId: 'T1' };
    expect(settleWait({ token: 't', round: 0, answer })).toEqual({ token: 't', answer });
  });
});

describe('the token of a wait', () => {
  const sent = (token: string, sentAt: number) => ({ waitId: 'w', token, round: 0, ringAt: null, sentAt });
  const orders = fc.shuffledSubarray([1, 2, 3, 3, 2], { minLength: 5 });

  it('is the one that was sent last, in whatever order they come and however often', () => {
    fc.assert(
      fc.property(orders, (order) => {
        const wait = order.reduce<Wait>((before, at) => withToken(before, sent(`token-${at}`, at)), {});
        expect(wait.token).toBe('token-3');
      }),
    );
  });

  it('keeps its bell and its answer when an older one comes late', () => {
    const stored: Wait = {
      ...withToken({ answer: { outcome: 'accepted' } }, sent('new', 2)),
      ringAt: 'then',
    };
    expect(withToken(stored, { ...sent('old', 1), round: 4, ringAt: 'earlier' })).toEqual(stored);
  });

  it('takes the place of one from before tokens had instants', () => {
    expect(withToken({ token: 'old', round: 3 }, sent('new', 2))).toMatchObject({ token: 'new', round: 0 });
  });
});
