import { describe, expect, it } from 'vitest';
import type { Takeback } from '../../functions/domain/claim/moved-money.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { postRemittance, postTakeback } from '../../functions/remittance/post-remittance.ts';
import { adjudication, adjustment, reversalOf, settledAdjudication } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { biller } from '../factories/tasks.ts';

const decision = adjudication();
const next = { traceNumber: 'next', paymentDate: '2026-11-28' };
const correction = settledAdjudication({ adjudicationId: 'payment-2/2', ...next });
const reversal = { ...reversalOf(decision), ...next };

describe('what a payment decides', () => {
  it('is added to what is known, counted, and told with where the money stands', () => {
    expect(postRemittance(claim(), [decision])).toMatchObject({
      claim: {
        status: 'adjudicated',
        remittances: 1,
        payerControlNumber: 'ICN900100',
        adjudications: [decision],
      },
      event: {
        type: 'remittance-posted',
        detail: {
          trace: '9000123',
          paid: 10_000,
          insurancePaid: 10_000,
          adjustments: 3_000,
          patientBalance: 2_000,
          open: 8_000,
        },
      },
    });
  });

  it('changes nothing that is there already', () => {
    expect(postRemittance(adjudicated(), [decision])).toBeUndefined();
    expect(postRemittance(adjudicated(), [])).toBeUndefined();
  });

  it('is added as far as it is not there', () => {
    const change = postRemittance(adjudicated(), [decision, reversal, correction]);
    expect(change?.claim.adjudications).toEqual([decision, reversal, correction]);
    expect(change?.claim.remittances).toBe(2);
    expect(change?.event).toMatchObject({
      type: 'remittance-reversed',
      detail: { trace: 'next next', paid: 0, open: 0 },
    });
  });

  it('leaves the payer’s number as it is where it gives none', () => {
    const { payerControlNumber: _none, ...unnumbered } = correction;
    const change = postRemittance(adjudicated({ payerControlNumber: 'ICN7' }), [unnumbered]);
    expect(change?.claim.payerControlNumber).toBe('ICN7');
  });

  it('opens a claim that had ended', () => {
    const closed = adjudicated({ status: 'closed', end: 'paid', adjudications: [decision] });
    const after = postRemittance(closed, [reversal, correction])?.claim;
    expect(after).toMatchObject({ status: 'adjudicated' });
    expect(after?.end).toBeUndefined();
  });

  it('leaves the payer owing a decision where it only takes one back', () => {
    expect(postRemittance(adjudicated({ status: 'closed' }), [reversal])?.claim.status).toBe('accepted');
    expect(postRemittance(adjudicated(), [reversal])?.claim.status).toBe('accepted');
    const underway = claim({ status: 'submitted', adjudications: [decision] });
    expect(postRemittance(underway, [reversal])?.claim.status).toBe('submitted');
  });

  it('lets decisions of people from before be about what stood until now', () => {
    const writeOff = { amount: cents(8_000), reason: 'r', decidedBy: biller, taskId: 't' };
    const older = adjudicated({ writeOffs: [writeOff], patientBilled: cents(2_000) });
    const after = postRemittance(older, [reversal, correction])?.claim;
    expect(after?.writeOffs).toEqual([{ ...writeOff, about: ['payment-1/1'] }]);
    expect(after?.patientBilledAbout).toEqual(['payment-1/1']);
    expect(after && claimPosition(after)).toMatchObject({ writtenOff: 0, open: 0 });
  });

  it('leaves alone what people said their decisions were about', () => {
    const writeOff = { amount: cents(1), reason: 'r', decidedBy: biller, taskId: 't', about: ['earlier'] };
    const known = adjudicated({ writeOffs: [writeOff], patientBilledAbout: ['other'] });
    const after = postRemittance(known, [reversal, correction])?.claim;
    expect(after).toMatchObject({ writeOffs: [writeOff], patientBilledAbout: ['other'] });
  });
});

describe('what is taken back beside the claims', () => {
  const takeback: Takeback = {
    takebackId: 't1',
    amount: cents(1_000),
    reference: 'ICN900100',
    traceNumber: 'recovery',
    paymentDate: '2026-12-01',
  };
  const closed = (change: Partial<Claim> = {}): Claim =>
    adjudicated({ adjudications: [settledAdjudication()], status: 'closed', end: 'paid', ...change });

  it('is kept once, and told with where the money stands', () => {
    const change = postTakeback(adjudicated(), takeback);
    expect(change).toMatchObject({
      claim: { status: 'adjudicated', takebacks: [takeback] },
      event: {
        type: 'recovery-posted',
        detail: { trace: 'recovery', amount: 1_000, insurancePaid: 9_000, open: 9_000 },
      },
    });
    expect(change && postTakeback(change.claim, takeback)).toBeUndefined();
    expect(
      change && postTakeback(change.claim, { ...takeback, takebackId: 't2' })?.claim.takebacks,
    ).toHaveLength(2);
  });

  it('opens a closed claim whose money is gone', () => {
    const after = postTakeback(closed(), takeback)?.claim;
    expect(after?.status).toBe('adjudicated');
    expect(after?.end).toBeUndefined();
  });

  it('leaves a closed claim closed where it only announces', () => {
    const announced = postTakeback(closed(), { ...takeback, amount: cents(-1_000) })?.claim;
    expect(announced).toMatchObject({ status: 'closed', end: 'paid' });
  });

  it('leaves a claim that waits where it is', () => {
    const waiting = claim({ adjudications: [adjudication({}, [adjustment('CO', '97', 8_000)])] });
    expect(postTakeback(waiting, takeback)?.claim.status).toBe('accepted');
  });
});
