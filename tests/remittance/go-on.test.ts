import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { goOn, remittanceOutcome } from '../../functions/remittance/go-on.ts';
import { adjudication, reversalOf, settledAdjudication, verdict } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { recordsOf } from '../factories/posting-records.ts';

const decision = adjudication();
const settled = settledAdjudication();
const takenBack = adjudicated({
  adjudications: [decision, { ...reversalOf(decision), traceNumber: 'next' }],
  remittances: 2,
});

describe('how a claim goes on', () => {
  it.each<[string, Claim, string]>([
    ['settled', adjudicated({ adjudications: [settled] }), 'settled'],
    ['denied', adjudicated(), 'denied'],
    ['reversed', takenBack, 'reversed'],
    ['reversed', claim(), 'reversed'],
  ])('%s', (_how, one, outcome) => {
    expect(remittanceOutcome(one)).toBe(outcome);
  });
});

describe('whoever waits for a remittance', () => {
  const heard = async (one: Claim, adjudicationId: string | undefined, wasClosed = false) => {
    const { effects, answers, reopened } = recordsOf([one]);
    await goOn(one, adjudicationId, wasClosed, effects);
    return { answers: Object.fromEntries(answers), reopened };
  };

  it('goes on by its last news, which tells that the claim was received as well', async () => {
    expect(await heard(adjudicated(), 'payment-1/1')).toEqual({
      answers: {
        'C0000000000A1/acknowledgement/1': { outcome: 'accepted' },
        'C0000000000A1/remittance/1.0': { outcome: 'denied' },
      },
      reopened: ['C0000000000A1'],
    });
  });

  it('waits on for the acknowledgement where the payer owes a decision', async () => {
    expect(await heard(takenBack, 'payment-1/1/22')).toEqual({
      answers: {
        'C0000000000A1/remittance/1.0': { outcome: 'reversed' },
        'C0000000000A1/remittance/1.1': { outcome: 'reversed' },
      },
      reopened: ['C0000000000A1'],
    });
  });

  it('goes on by an earlier decision as well, which somebody may have posted and not lived to tell', async () => {
    const later = settledAdjudication({ adjudicationId: 'payment-2/1' });
    const both = adjudicated({ adjudications: [decision, later], remittances: 2 });
    const { answers, reopened } = await heard(both, 'payment-1/1');
    expect(Object.keys(answers)).toEqual([
      'C0000000000A1/acknowledgement/1',
      'C0000000000A1/remittance/1.0',
      'C0000000000A1/remittance/1.1',
    ]);
    expect(reopened).toEqual([]);
  });

  it('hears nothing of an acknowledgement by a repeated decision on an earlier transmission', async () => {
    const [first] = claim().submissions;
    if (!first) throw new TypeError('The claim of the tests was sent');
    const sentAgain = adjudicated({
      submissions: [first, { ...first, number: 2, frequency: '7' }],
      adjudications: [decision, settledAdjudication({ adjudicationId: 'payment-2/1' })],
    });
    const { answers } = await heard(sentAgain, 'payment-1/1');
    expect(Object.keys(answers)).not.toContain('C0000000000A1/acknowledgement/2');
  });

  it('hears nothing where nothing is decided', async () => {
    expect(await heard(claim(), 'payment-1/1')).toEqual({ answers: {}, reopened: [] });
  });

  it('does not hear of an acknowledgement that came before', async () => {
    const [sent] = claim().submissions;
    if (!sent) throw new TypeError('The claim of the tests was sent');
    const known = adjudicated({ submissions: [{ ...sent, acknowledgement: verdict('accepted') }] });
    expect((await heard(known, 'payment-1/1')).answers).toEqual({
      'C0000000000A1/remittance/1.0': { outcome: 'denied' },
    });
  });

  it('is started anew where it had ended, or never was', async () => {
    const working = adjudicated({ executionArn: 'arn' });
    expect((await heard(working, 'payment-1/1')).reopened).toEqual([]);
    expect((await heard(working, 'payment-1/1', true)).reopened).toEqual(['C0000000000A1']);
    expect((await heard(adjudicated({ status: 'closed' }), 'payment-1/1', true)).reopened).toEqual([]);
  });
});
