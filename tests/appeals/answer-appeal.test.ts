import { describe, expect, it } from 'vitest';
import { appealRoutes } from '../../functions/api/appeal-routes.ts';
import type { PracticeRecords } from '../../functions/api/practice-records.ts';
import type { PracticeRequest } from '../../functions/api/practice-request.ts';
import { answerAppeal } from '../../functions/appeals/answer-appeal.ts';
import { recordAppeal } from '../../functions/claims/appeal-claim.ts';
import { standingOf } from '../../functions/claims/follow-up-claim.ts';
import { describeDenial } from '../../functions/denials/describe-denial.ts';
import { currentAppeal } from '../../functions/domain/appeals/appeal-answer.ts';
import { Claim } from '../../functions/domain/claim.ts';
import type { ClaimChange } from '../../functions/domain/claim-change.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import { limitsOf } from '../../functions/domain/tasks/limits-of-claim.ts';
import { cents } from '../../functions/edi/money.ts';
import { postRemittance } from '../../functions/remittance/post-remittance.ts';
import { adjudication, adjustment, reversalOf } from '../factories/adjudications.ts';
import { payer } from '../factories/payers.ts';
import { biller, decidedTask, now } from '../factories/tasks.ts';
import { deniedClaim } from './appeal-facts.ts';

const zone = 'America/Chicago';
const sent = { way: 'mail', on: '2026-11-01', confirmation: 'RR 7' } as const;
const task = (at: number) =>
  decidedTask('appeal', {
    taskId: `C0000000000A1-${at}-denial`,
    outcome: { action: 'appeal', by: biller, at: now.toISOString(), note: '', sent },
  });
const after = (change: ClaimChange | undefined): Claim => {
  if (!change) throw new Error('Nothing changed');
  return change.claim;
};
const appealed = (claim = deniedClaim('50')): Claim =>
  after(recordAppeal(claim, task(claim.decisions.length), zone));
const denied = adjudication({}, [adjustment('CO', '50', 8_000)]);
const decision = (id: string, change: Parameters<typeof adjudication>[0], left: number) =>
  adjudication(
    { adjudicationId: id, paymentDate: '2026-11-20', traceNumber: id, ...change },
    left > 0 ? [adjustment('CO', '50', left)] : [],
  );

const answering = (claim: Claim) => {
  const world = { claim, answers: [] as unknown[], withdrawn: 0 };
  const effects = {
    findClaim: async () => world.claim,
    changeClaim: async (_id: string, decide: (before: Claim) => ClaimChange | undefined) => {
      world.claim = decide(world.claim)?.claim ?? world.claim;
      return world.claim;
    },
    answerWait: async (...answer: unknown[]) => {
      world.answers.push(answer);
    },
    withdrawOutdated: async () => {
      world.withdrawn++;
    },
    zoneOf: async () => zone,
  };
  return { world, effects };
};

describe('an appeal that was sent', () => {
  it('is kept with its level, what it is about and asks for, and how it was sent', () => {
    const change = recordAppeal(deniedClaim('50'), task(0), zone);
    expect(change?.claim.appeals).toMatchObject([{ level: 1, disputed: 8_000, paidBefore: 10_000, sent }]);
    expect(change?.event.detail).toMatchObject({
      appealLevel: 1,
      appealDisputed: 8_000,
      way: 'mail',
      sentOn: '2026-11-01',
    });
    expect(Claim.parse(change?.claim)).toEqual(change?.claim);
  });

  it('is still the one that is answered where a claim sent again after it was taken back', () => {
    const again = { taskId: 'C0000000000A1-1-denial', action: 'resubmit', by: biller };
    const sentAgain = (...more: Claim['decisions']): Claim => {
      const claim = appealed();
      return { ...claim, decisions: [...claim.decisions, again, ...more] };
    };
    expect(currentAppeal(sentAgain())).toBeUndefined();
    expect(currentAppeal(sentAgain({ ...again, action: 'undo' }))).toMatchObject({ level: 1 });
  });

  it('is followed up from the day on which it was sent', () => {
    const { wait } = standingOf({ claim: appealed(), payer: payer({ appealFollowUpDays: 60 }) }, now);
    // The end of 1 November in Chicago, and 60 times 24 hours.
    expect(wait?.ringAt).toBe('2027-01-01T05:59:59.000Z');
  });
});

describe('what an 835 makes of an appeal', () => {
  const reversal = reversalOf(denied);
  const paidInFull = decision('payment-2/2', { paid: cents(15_000) }, 0);
  const full = {
    ...paidInFull,
    lines: paidInFull.lines.map((line) =>
      line.lineNumber === 2
        ? { ...line, paid: cents(5_000), adjustments: [adjustment('CO', '45', 3_000)] }
        : line,
    ),
  };
  const partly = (() => {
    const one = decision('payment-2/2', { paid: cents(12_000) }, 6_000);
    return {
      ...one,
      lines: one.lines.map((line) => (line.lineNumber === 2 ? { ...line, paid: cents(2_000) } : line)),
    };
  })();
  const same = decision('payment-2/2', {}, 8_000);

  it.each([
    ['overturned', full, 5_000],
    ['partly', partly, 2_000],
    ['upheld', same, 0],
  ] as const)('is %s, with what was recovered', (outcome, answer, recovered) => {
    const change = postRemittance(appealed(), [reversal, answer]);
    expect(change?.claim.appeals?.at(-1)?.answer).toEqual({
      outcome,
      on: '2026-11-20',
      source: '835',
      recovered,
    });
    expect(change?.event.detail).toMatchObject({
      ...{ appealLevel: 1, appealDisputed: 8_000, appealOutcome: outcome, appealRecovered: recovered },
    });
  });

  it('is nothing yet after a bare reversal, and the whole once the decision comes', () => {
    const taken = postRemittance(appealed(), [reversal]);
    expect(taken?.claim.appeals?.at(-1)?.answer).toBeUndefined();
    expect(taken?.event.detail).not.toHaveProperty('appealOutcome');
    expect(postRemittance(after(taken), [full])?.claim.appeals?.at(-1)?.answer?.outcome).toBe('overturned');
  });

  it('is not told of a claim that was not appealed', () => {
    expect(postRemittance(deniedClaim('50'), [reversal, full])?.event.detail).not.toHaveProperty(
      'appealOutcome',
    );
  });
});

describe('what a letter says of an appeal', () => {
  const medicare = (change: Partial<Payer> = {}) =>
    payer({ claimFilingIndicator: 'MB', appealLimitDays: 120, ...change });
  const upheld = { claimId: 'C0000000000A1', by: biller, outcome: 'upheld', on: '2026-11-02' } as const;

  it('ends the wait when the decision is upheld, and offers the next level from its date', async () => {
    const { world, effects } = answering(appealed());
    const answered = await answerAppeal(upheld, now, effects);
    expect(answered.success).toBe(true);
    expect(world.answers).toEqual([
      ['C0000000000A1/remittance/1/1'.replace('/1/1', '/1.1'), { outcome: 'denied' }],
    ]);
    expect(standingOf({ claim: world.claim, payer: medicare() }, now).outcome).toBe('denied');
    expect(
      limitsOf(world.claim, { payer: medicare() }).find(({ action }) => action === 'appeal'),
    ).toMatchObject({
      ...{ level: 2, called: 'reconsideration', days: 180, startedOn: '2026-11-02', lastDay: '2027-05-06' },
    });
    expect(describeDenial(world.claim, { payer: medicare() }).actions).toContain('appeal');
  });

  it('is recorded once; said again, whoever waits hears the same again', async () => {
    const { world, effects } = answering(appealed());
    await answerAppeal(upheld, now, effects);
    const before = world.claim;
    await answerAppeal(upheld, now, effects);
    expect(world.claim).toBe(before);
    expect(world.answers[1]).toEqual(world.answers[0]);
  });

  it('waits on for the payment when it overturns the decision', async () => {
    const { world, effects } = answering(appealed());
    await answerAppeal({ ...upheld, outcome: 'overturned' }, now, effects);
    expect(world.answers).toEqual([]);
    expect(world.claim).toMatchObject({ status: 'appealed', followedUpAt: now.toISOString() });
  });

  it.each([
    ['is not here yet', { on: '2026-12-01' }],
    ['is older than the appeal', { on: '2026-10-01' }],
  ])('is refused when it %s', async (_title, change) => {
    const { world, effects } = answering(appealed());
    expect(await answerAppeal({ ...upheld, ...change }, now, effects)).toMatchObject({ success: false });
    expect(world.claim.status).toBe('appealed');
  });

  it('offers no appeal after the last level', () => {
    const levels = payer({ limits: { appeals: [{ days: 90, from: 'decision', name: 'grievance' }] } });
    const claim = appealed();
    expect(describeDenial({ ...claim, status: 'adjudicated' }, { payer: levels }).actions).not.toContain(
      'appeal',
    );
  });
});

describe('a letter that comes by the API', () => {
  const post = async (claim: Claim, body: object, path = 'C0000000000A1') => {
    const { world, effects } = answering(claim);
    const [route] = appealRoutes;
    if (!route || route.list !== undefined) throw new Error('There is a route, and it is no list');
    const request = {
      ...{ practiceId: 'maple-street', path: { claimId: path }, by: biller, may: () => true },
      ...{ body: JSON.stringify(body), query: {} },
    } as unknown as PracticeRequest;
    const records = {
      findClaim: async (claimId: string) => (claimId === claim.claimId ? world.claim : undefined),
      answerAppeal: (said: Parameters<typeof answerAppeal>[0]) =>
        answerAppeal(said, new Date('2026-11-30T12:00:00Z'), effects),
    } as unknown as PracticeRecords;
    const { status } = await route.handler(request, records);
    return { status, world };
  };
  const letter = { answer: 'upheld', answeredOn: '2026-11-20' };

  it('does what the page does: the wait ends, and what is open is a person’s again', async () => {
    const { status, world } = await post(appealed(), letter);
    expect([status, world.claim.status, world.answers.length, world.withdrawn]).toEqual([
      200,
      'adjudicated',
      1,
      1,
    ]);
    expect(currentAppeal(world.claim)?.answer).toEqual({
      outcome: 'upheld',
      on: '2026-11-20',
      source: 'letter',
    });
    const again = await post(world.claim, letter);
    expect([again.status, again.world.claim.version]).toEqual([200, world.claim.version]);
  });

  it.each([
    [deniedClaim('50'), letter],
    [appealed(), { ...letter, answeredOn: '2026-12-01' }],
    [appealed(), { ...letter, answeredOn: '2026-10-01' }],
    [appealed(), { ...letter, answer: 'lost' }],
    [appealed(), { ...letter, by: 'somebody' }],
  ])('refuses what does not fit, and changes nothing (%#)', async (claim, body) => {
    const { status, world } = await post(claim, body);
    expect([status, world.claim]).toEqual([400, claim]);
  });

  it('knows no claim of others', async () => {
    expect((await post(appealed(), letter, 'C0000000000B2')).status).toBe(404);
  });
});
