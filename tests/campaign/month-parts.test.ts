import { describe, expect, it } from 'vitest';
import { readBai2 } from '../../functions/deposits/bai2/read-bai2.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Desk } from '../../functions/domain/practice.ts';
import type { Task } from '../../functions/domain/task.ts';
import { openParts } from '../../functions/domain/tasks/open-parts.ts';
import { adjustmentSegments } from '../../functions/edi/guide/adjustment-list.ts';
import { cents } from '../../functions/edi/money.ts';
import type { RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import type { PaymentMade } from '../../local/payer-simulator/answer.ts';
import { finderOf } from '../e2e/patient-words.ts';
import { adjudication, adjustment } from '../factories/adjudications.ts';
import { adjudicated, injectionClaim } from '../factories/claims.ts';
import { aTask } from '../factories/tasks.ts';
import { bankStatement } from './bank.ts';
import { differencesOfClaims } from './check-money.ts';
import { stories, storiesFor } from './mix.ts';
import { type Moment, strandedIn } from './observe.ts';
import { visitsOf } from './visits.ts';

const claimId = injectionClaim().claimId;

/** What the payer of the injection's claim decided, as its 835 tells it. */
const decision = (change: Partial<RemittanceClaim> = {}): RemittanceClaim => {
  const reasons = (...listed: readonly (readonly [string, string, number])[]) =>
    adjustmentSegments(listed.map(([group, reason, amount]) => ({ group, reason, amount: cents(amount) })));
  const line = (procedure: string, charge: number, paid: number) => ({
    procedure: { qualifier: 'HC', procedure },
    charge: cents(charge),
    paid: cents(paid),
  });
  return {
    patientControlNumber: `${claimId}-1`,
    statusCode: '1',
    charge: cents(148_500),
    paid: cents(9_200),
    lines: [
      { ...line('99213', 14_500, 9_200), adjustments: reasons(['CO', '45', 2_800], ['PR', '2', 2_500]) },
      { ...line('20610', 134_000, 0), adjustments: reasons(['CO', '197', 134_000]) },
    ],
    ...change,
  };
};

const payment = (change: Partial<PaymentMade> = {}): PaymentMade => ({
  payerId: 'northwind',
  traceNumber: '9000123',
  date: '2026-10-28',
  amount: cents(9_200),
  claims: [decision()],
  beside: [],
  ...change,
});

const rules = (payments: readonly PaymentMade[], ...claims: readonly Claim[]): string[] =>
  differencesOfClaims(payments, claims).map(({ rule, detail }) => `${rule}: ${detail}`);

describe('the books of a payer and our ledger', () => {
  it('agree on what both say', () => {
    expect(rules([payment()], injectionClaim())).toEqual([]);
  });

  it('differ by a cent, and by a reason', () => {
    const cent = decision({ paid: cents(9_201) });
    expect(rules([payment({ claims: [cent] })], injectionClaim())).toEqual([
      'paid: books 9201, ledger 9200, in cents',
    ]);
    const other = decision({ lines: decision().lines?.slice(0, 1) });
    expect(rules([payment({ claims: [other] })], injectionClaim())).toEqual([
      'adjusted: books CO-45 2800, PR-2 2500, ledger CO-197 134000, CO-45 2800, PR-2 2500',
    ]);
  });

  it('differ by what was taken back beside the claims and not noticed here', () => {
    const identifier = { reason: 'WO', reference: `${claimId}-1` };
    const later = payment({ claims: [], beside: [{ identifier, amount: cents(200) }] });
    expect(rules([payment(), later], injectionClaim())).toEqual(['paid: books 9000, ledger 9200, in cents']);
  });

  it('differ by a claim that we do not have, and by one that the payer never decided', () => {
    const stranger = decision({ patientControlNumber: 'C9999999999ZZ-1' });
    expect(rules([payment({ claims: [decision(), stranger] })], injectionClaim())).toEqual([
      'paid: northwind has it, and we do not',
    ]);
    expect(rules([], injectionClaim())).toHaveLength(2);
  });

  it('go by the first decision where a copy of the claim was refused', () => {
    const [line] = decision().lines ?? [];
    const refused = adjustmentSegments([{ group: 'OA', reason: '18', amount: cents(14_500) }]);
    const copy = decision({
      patientControlNumber: `${claimId}-2`,
      paid: cents(0),
      lines: line && [{ ...line, paid: cents(0), adjustments: refused }],
    });
    expect(rules([payment(), payment({ claims: [copy] })], injectionClaim())).toEqual([]);
  });
});

const arn = 'arn:execution';

const moment = (change: Partial<Moment> = {}): Moment => ({
  day: 3,
  claims: [injectionClaim({ status: 'accepted', executionArn: arn })],
  openTasks: [],
  waits: new Map([
    [arn, { waitId: `${claimId}/remittance/1.0`, round: 0, ringAt: '2026-12-01', token: 'T' }],
  ]),
  bells: new Set([`wait ${claimId}/remittance/1.0`]),
  queued: new Set(),
  ...change,
});

const waitingFor = (waitId: string, ringAt: string | null, token?: string) => ({
  waits: new Map([[arn, { waitId, round: 0, ringAt, token }]]),
});

const closed = [injectionClaim({ status: 'closed', end: 'paid' })];

/** A claim whose payer disputes one adjustment of each line, and the task of a desk that has some of them. */
const sharedClaims = [
  adjudicated({
    claimId,
    executionArn: arn,
    adjudications: [adjudication({}, [adjustment('CO', '97', 5_000), adjustment('PR', '27', 3_000)])],
  }),
];

const ofDesk = (desk: Desk, ...at: readonly number[]): Task => {
  const parts = openParts(sharedClaims[0] ?? injectionClaim()).map(({ mayBe: _mayBe, ...part }) => part);
  const own = at.flatMap((one) => parts[one] ?? []);
  return aTask({
    taskId: `of-${desk}`,
    owner: desk,
    awaitedAs: 'round',
    share: {
      desk,
      parts: own,
      isFirst: desk === 'coder',
      others: [{ taskId: 'other', desk: 'biller', parts: [] }],
    },
  });
};

describe('at a moment, a claim', () => {
  it.each<[string, Partial<Moment>]>([
    ['waits with a bell', {}],
    ['is at work', { waits: new Map([[arn, undefined]]) }],
    ['waits for its owner', { ...waitingFor(`task/${aTask().taskId}`, null, 'T'), openTasks: [aTask()] }],
    [
      'waits for two desks that share it',
      {
        ...waitingFor('task/round', null, 'T'),
        claims: sharedClaims,
        openTasks: [ofDesk('coder', 0), ofDesk('front-desk', 1)],
      },
    ],
    [
      'waits for its file',
      { ...waitingFor(`${claimId}/transmission/1/x`, null, 'T'), queued: new Set([`${claimId}-1`]) },
    ],
    ['is closed', { claims: closed, waits: new Map() }],
    ['is closed and asked about', { claims: closed, openTasks: [aTask({ kind: 'underpayment' })] }],
  ])('has all that it needs when it %s', (_, change) => {
    expect(strandedIn(moment(change))).toEqual([]);
  });

  it.each<[string, Partial<Moment>]>([
    ['waits without a bell', { bells: new Set() }],
    [
      'waits for what nobody could answer',
      { ...waitingFor(`task/${aTask().taskId}`, null), openTasks: [aTask()] },
    ],
    ['has no execution', { waits: new Map() }],
    ['waits for a task that is done', waitingFor(`task/${aTask().taskId}`, null, 'T')],
    ['waits for a file and is in no outbox', waitingFor(`${claimId}/transmission/1/x`, null, 'T')],
    ['waits for its payer beside an open task', { openTasks: [aTask()] }],
    ['is in two worklists', { openTasks: [aTask(), aTask({ taskId: 'other', kind: 'rejection' })] }],
    ['is closed with an open task', { claims: closed, openTasks: [aTask()] }],
    [
      'has a part with two desks',
      {
        ...waitingFor('task/round', null, 'T'),
        claims: sharedClaims,
        openTasks: [ofDesk('coder', 0), ofDesk('front-desk', 0, 1)],
      },
    ],
    [
      'has a part with no desk',
      {
        ...waitingFor('task/round', null, 'T'),
        claims: sharedClaims,
        openTasks: [ofDesk('coder', 0), ofDesk('front-desk')],
      },
    ],
  ])('is told of when it %s', (_, change) => {
    expect(strandedIn(moment(change))).toMatchObject([{ rule: 'timer-or-owner', claimId, day: 3 }]);
  });
});

describe('the mix of a month', () => {
  const shareOf = (beginning: string): number =>
    storiesFor(1000).filter(({ name }) => name.startsWith(beginning)).length;

  it('has 12 % denied and 5 % rejected, and each story even in a small month', () => {
    expect([shareOf('denied'), shareOf('rejected'), storiesFor(1000).length]).toEqual([120, 50, 1000]);
    expect(new Set(storiesFor(stories.length + 1)).size).toBe(stories.length + 1);
    expect(storiesFor(3)).toHaveLength(3);
  });

  it('is told of other people in every visit, and of the same ones for one seed', () => {
    const visits = visitsOf(200, 7, '2026-11-24');
    expect(visitsOf(200, 7, '2026-11-24')).toEqual(visits);
    expect(visitsOf(200, 8, '2026-11-24')).not.toEqual(visits);
    const policies = visits.flatMap(({ memberIds }) => Object.values(memberIds));
    expect(new Set(policies).size).toBe(policies.length);
  });
});

describe('the statement of the bank', () => {
  it('has each cheque of the payers once, by its number, and adds up', () => {
    const payments = [
      payment(),
      payment({ traceNumber: '42', date: '2026-10-29', amount: cents(1) }),
      payment({ traceNumber: '43', amount: cents(0) }),
    ];
    const { credits, findings } = readBai2(bankStatement(payments));
    expect(findings).toEqual([]);
    expect(credits).toMatchObject([
      { date: '2026-10-28', amount: 9_200, text: '9000123\nLOCKBOX' },
      { date: '2026-10-29', amount: 1, text: '42\nLOCKBOX' },
    ]);
  });
});

describe('the search for patients', () => {
  const find = finderOf(['Brennan', 'Okonkwo-Reyes', '12 Orchard Lane', '1961-04-09', 'Lane']);

  it.each([
    ['of BRENNAN, again Brennan', ['brennan']],
    ['"okonkwo-reyes"', ['okonkwo-reyes']],
    ['at 12 Orchard Lane.', ['12 orchard lane', 'lane']],
    ['1961-04-09T00:00', []],
    ['born 1961-04-09', ['1961-04-09']],
    ['Brennans, Reyes, 112 Orchard Lanes, planes', []],
  ])('finds words as words of their own: %s', (text, found) => {
    expect(find(text)).toEqual(found);
  });
});
