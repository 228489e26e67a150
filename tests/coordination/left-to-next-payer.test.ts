import { describe, expect, it } from 'vitest';
import { billPatientByDecision } from '../../functions/claims/bill-patient.ts';
import { settleClaim } from '../../functions/claims/settle-claim.ts';
import { claimForNextPayer } from '../../functions/coordination/next-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { encounterPosition } from '../../functions/domain/ledger/encounter-position.ts';
import { claimPosition, disputedOf } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, adjustment } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { nextPayer, payer } from '../factories/payers.ts';
import { decidedTask } from '../factories/tasks.ts';

/** 230.00: 100.00 paid, 100.00 by contract, 30.00 that nobody may ask the patient for (a Qualified Medicare Beneficiary). */
const beneficiary = (change: Partial<Claim> = {}): Claim =>
  adjudicated({
    adjudications: [
      adjudication({
        lines: [],
        adjustments: [adjustment('CO', '45', 10_000), adjustment('OA', '209', 3_000)],
      }),
    ],
    ...change,
  });

const own = { payerName: 'Harbor Senior Part B', claimFilingIndicator: 'MB' };
const next = claimForNextPayer(beneficiary({ nextPayers: [nextPayer] }), own, '2026-11-01T00:00:00.000Z');

describe('what a payer leaves to the next one (OA-209)', () => {
  it('goes to the next payer without a person, and is never the patient’s', () => {
    const before = beneficiary({ nextPayers: [nextPayer] });
    expect(settleClaim(before, payer())).toBe('next-payer');
    expect(claimPosition(before)).toMatchObject({ receivable: 3_000, patientBalance: 0, open: 0 });
  });

  it('is open on the next payer’s claim', () => {
    expect(claimPosition(next)).toMatchObject({ adjustments: 20_000, open: 3_000 });
  });

  it('is counted once over the visit', () => {
    const second = {
      ...next,
      adjudications: [
        adjudication({
          ...{ adjudicationId: 'b', lines: [], paid: cents(2_000) },
          adjustments: [adjustment('OA', '23', 20_000), adjustment('CO', '45', 1_000)],
        }),
      ],
    };
    const visit = encounterPosition([beneficiary({ nextPayers: [nextPayer] }), second]);
    expect(visit).toMatchObject({ insurancePaid: 12_000, adjustments: 11_000, receivable: 0, open: 0 });
  });

  it('is somebody’s to look for a payer where none comes after', () => {
    expect(settleClaim(beneficiary(), payer())).toBe('open-amount');
    expect(disputedOf(beneficiary())).toMatchObject([{ reason: '209', amount: 3_000 }]);
  });
});

it('of a later payer that does not cover the patient, the patient is billed what the one before left, no more', () => {
  const left = adjudication({
    lines: [],
    adjustments: [
      adjustment('CO', '45', 10_000),
      adjustment('OA', '209', 1_000),
      adjustment('PR', '2', 2_000),
    ],
  });
  const uncovered = claimForNextPayer(
    claim({ status: 'adjudicated', adjudications: [left], nextPayers: [nextPayer] }),
    own,
    '2026-11-01T00:00:00.000Z',
  );
  const billed = billPatientByDecision({ ...uncovered, status: 'not-covered' }, decidedTask('bill-patient'));
  expect(billed?.claim.patientBilled).toBe(2_000);
  expect(billed && claimPosition(billed.claim)).toMatchObject({ patientBalance: 2_000, open: 1_000 });
});

it('a payer that states more of those before it than they say leaves the rest open', () => {
  const overstated = {
    ...next,
    adjudications: [
      adjudication({
        ...{ adjudicationId: 'b', lines: [], paid: cents(0) },
        adjustments: [adjustment('OA', '23', 23_000)],
      }),
    ],
  };
  expect(claimPosition(overstated)).toMatchObject({ adjustments: 20_000, open: 3_000 });
});
