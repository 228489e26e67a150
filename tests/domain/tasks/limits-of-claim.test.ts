import { describe, expect, it } from 'vitest';
import { mayAppealAgain } from '../../../functions/domain/appeals/levels.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import type { Payer } from '../../../functions/domain/payer.ts';
import { limitsOf } from '../../../functions/domain/tasks/limits-of-claim.ts';
import { adjudication, settledAdjudication } from '../../factories/adjudications.ts';
import { adjudicated, claim } from '../../factories/claims.ts';
import { nextPayer, payer } from '../../factories/payers.ts';
import { biller } from '../../factories/tasks.ts';

/** Service on 2 January, decided on 20 April. */
const service = { dateOfService: '2026-01-02' };
const decidedOn = (paymentDate: string, change: Partial<Claim> = {}) =>
  adjudicated({ ...service, adjudications: [adjudication({ paymentDate })], ...change });

const days = { filingLimitDays: 90, appealLimitDays: 180 };
const contract = (change: Partial<Payer> = {}) => payer({ ...days, ...change });
const medicare = (change: Partial<Payer> = {}) =>
  contract({ claimFilingIndicator: 'MB', filingLimitDays: 365, appealLimitDays: 120, ...change });

const appealed = (times: number, before: readonly string[] = []): Partial<Claim> => ({
  decisions: [...before, ...Array.from({ length: times }, () => 'appeal')].map((action, at) => ({
    taskId: `T${at}`,
    action,
    by: biller,
  })),
});

/** Each limit as "action name: last day", in the words of a table that was reckoned by hand. */
const told = (subject: Claim, own: Payer, next?: Payer) =>
  limitsOf(subject, { payer: own, next }).map(({ action, name, lastDay }) => `${action} ${name}: ${lastDay}`);

describe('the limits of a claim', () => {
  const denied = decidedOn('2026-04-20');
  const secondary = decidedOn('2026-04-20', { nextPayers: [nextPayer] });
  const unprocessable = adjudicated({
    ...service,
    adjudications: [adjudication({ paymentDate: '2026-04-20', remarks: ['MA130'] })],
  });
  const afterAnother = claim({
    ...service,
    responsibility: 'S',
    priorPayers: [
      {
        ...nextPayer,
        claimId: 'C0000000000B1',
        adjudication: settledAdjudication({ paymentDate: '2026-03-01' }),
      },
    ],
  });

  it.each<[string, Claim, Payer, Payer | undefined, string[]]>([
    [
      'of one that nobody took in is the filing limit',
      claim(service),
      contract(),
      undefined,
      ['resubmit new-claim: 2026-04-02'],
    ],
    [
      'of a denied one are each its own: the filing limit does not end the appeal',
      denied,
      contract(),
      undefined,
      ['resubmit corrected-claim: 2026-04-02', 'appeal appeal: 2026-10-17'],
    ],
    [
      'of one with MA130 is that of a new claim',
      unprocessable,
      contract(),
      undefined,
      ['resubmit new-claim: 2026-04-02', 'appeal appeal: 2026-10-17'],
    ],
    [
      'of a corrected claim may count from the notice',
      denied,
      contract({
        limits: {
          correctedClaim: { days: 60, from: 'decision' },
        },
      }),
      undefined,
      ['resubmit corrected-claim: 2026-06-19', 'appeal appeal: 2026-10-17'],
    ],
    [
      'of a reopening stands beside that of the corrected claim',
      denied,
      contract({
        limits: {
          reopening: { days: 365, from: 'decision' },
        },
      }),
      undefined,
      ['resubmit corrected-claim: 2026-04-02', 'resubmit reopening: 2027-04-20', 'appeal appeal: 2026-10-17'],
    ],
    [
      'of an appeal to Medicare counts from receipt, five days after the notice',
      denied,
      medicare(),
      undefined,
      ['resubmit corrected-claim: 2027-01-02', 'resubmit reopening: 2027-04-20', 'appeal appeal: 2026-08-23'],
    ],
    [
      'of the next payer counts from the date of service',
      secondary,
      contract(),
      contract({ filingLimitDays: 400 }),
      [
        'resubmit corrected-claim: 2026-04-02',
        'appeal appeal: 2026-10-17',
        'bill-next-payer secondary-claim: 2027-02-06',
      ],
    ],
    [
      'of the next payer counts from the first one’s notice where its contract says so',
      secondary,
      contract(),
      contract({
        limits: { secondaryClaim: { days: 90, from: 'decision' } },
      }),
      [
        'resubmit corrected-claim: 2026-04-02',
        'appeal appeal: 2026-10-17',
        'bill-next-payer secondary-claim: 2026-07-19',
      ],
    ],
    [
      'of a claim after another payer are that payer’s notice and this contract',
      afterAnother,
      contract({
        limits: { secondaryClaim: { days: 90, from: 'decision' } },
      }),
      undefined,
      ['resubmit secondary-claim: 2026-05-30'],
    ],
  ])('%s', (_, subject, own, next, limits) => {
    expect(told(subject, own, next)).toEqual(limits);
  });
});

describe('the levels of an appeal', () => {
  const levels: Partial<Payer> = {
    limits: {
      appeals: [
        { days: 60, from: 'decision' },
        { days: 30, from: 'receipt' },
      ],
    },
  };
  const lastDayOf = (subject: Claim, own: Payer) =>
    limitsOf(subject, { payer: own }).find(({ name }) => name === 'appeal')?.lastDay;
  const contested = (times: number, before: readonly string[] = []) =>
    decidedOn('2026-04-20', appealed(times, before));

  it.each<[string, Claim, Payer, string | undefined]>([
    ['first: as the contract has it', contested(0), contract(levels), '2026-06-19'],
    ['second: by its own days and event', contested(1), contract(levels), '2026-05-25'],
    ['third of two: there is none', contested(2), contract(levels), undefined],
    [
      'first again, once the claim was sent again',
      contested(0, ['appeal', 'resubmit']),
      contract(levels),
      '2026-06-19',
    ],
    ['second to Medicare: 180 days from receipt', contested(1), medicare(), '2026-10-22'],
    ['fifth to Medicare: the court has its own', contested(5), medicare(), undefined],
    ['any, of a contract that names none', contested(3), contract(), '2026-10-17'],
  ])('%s', (_, subject, own, lastDay) => {
    expect(lastDayOf(subject, own)).toBe(lastDay);
    expect(mayAppealAgain(subject, own)).toBe(lastDay !== undefined);
  });
});
