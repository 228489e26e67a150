import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encounterPosition } from '../../../functions/domain/ledger/encounter-position.ts';
import { claimPosition } from '../../../functions/domain/position.ts';
import { cents } from '../../../functions/edi/money.ts';
import { adjudication, adjustment, settledAdjudication } from '../../factories/adjudications.ts';
import { adjudicated, claim } from '../../factories/claims.ts';
import { secondCoverage } from '../../factories/payers.ts';
import { claims } from '../../factories/random-claims.ts';

describe('the position of an encounter', () => {
  const primary = adjudicated({ adjudications: [settledAdjudication()] });
  const secondary = adjudicated({
    claimId: 'C0000000000A2',
    responsibility: 'S',
    coverage: secondCoverage,
    adjudications: [
      settledAdjudication({
        paid: cents(1_500),
        adjustments: [adjustment('OA', '23', 21_000), adjustment('PR', '3', 500)],
        lines: [],
      }),
    ],
  });

  it('does not count twice what the second payer repeats as the impact of the first', () => {
    expect(encounterPosition([secondary, primary])).toEqual({
      charge: 23_000,
      insurancePaid: 11_500,
      adjustments: 11_000,
      writtenOff: 0,
      receivable: 0,
      patientBalance: 500,
      open: 0,
    });
  });

  it('is the position of the claim when there is one', () => {
    expect(encounterPosition([adjudicated()])).toEqual(claimPosition(adjudicated()));
  });

  it('takes an impact put to the patient for what it is: disputed, and no adjustment of the first payer', () => {
    const decided = adjudication({}, [adjustment('PR', '23', 8_000)]);
    const alone = adjudicated({ adjudications: [decided] });
    expect(encounterPosition([alone])).toEqual(claimPosition(alone));
  });

  it('adds up the parts in which a visit is billed', () => {
    const second = adjudicated({ claimId: 'C0000000000A3', part: 2, adjudications: [settledAdjudication()] });
    const both = encounterPosition([primary, second, secondary]);
    expect(both).toEqual({
      charge: 46_000,
      insurancePaid: 11_500 + claimPosition(second).insurancePaid,
      adjustments: 11_000 + claimPosition(second).adjustments,
      writtenOff: 0,
      receivable: 0,
      patientBalance: 500 + claimPosition(second).patientBalance,
      open: claimPosition(second).open,
    });
  });

  it('is zero without claims', () => {
    expect(encounterPosition([])).toEqual({
      charge: 0,
      insurancePaid: 0,
      adjustments: 0,
      writtenOff: 0,
      receivable: 0,
      patientBalance: 0,
      open: 0,
    });
  });

  const oneLine = { ...claim(), lines: claim().lines.slice(0, 1) };
  const decidedAs = (paid: number, adjustments: ReturnType<typeof adjustment>[]) =>
    adjudication({ charge: cents(15_000), paid: cents(paid), adjustments, lines: [] });
  const first = {
    ...oneLine,
    adjudications: [decidedAs(10_000, [adjustment('CO', '45', 3_000), adjustment('PR', '2', 2_000)])],
  };

  it.each([
    [
      'states the payment alone and the contract anew',
      2_000,
      [
        ['23', 10_000],
        ['45', 3_000],
      ],
      12_000,
      3_000,
    ],
    [
      'states the payment alone and lowers more',
      0,
      [
        ['23', 10_000],
        ['45', 5_000],
      ],
      10_000,
      5_000,
    ],
    ['states payment and adjustments together', 2_000, [['23', 13_000]], 12_000, 3_000],
  ] as const)('is right when the second payer %s', (_how, paid, reasons, insurancePaid, adjustments) => {
    const amounts = reasons.map(([reason, amount]) =>
      adjustment(reason === '23' ? 'OA' : 'CO', reason, amount),
    );
    const other = {
      ...oneLine,
      claimId: 'C0000000000A2',
      responsibility: 'S' as const,
      adjudications: [decidedAs(paid, amounts)],
    };
    expect(encounterPosition([first, other])).toMatchObject({
      insurancePaid,
      adjustments,
      patientBalance: 0,
      open: 0,
    });
  });

  it('takes no more than the charge when the second payer lowers all that the first paid by contract', () => {
    const other = {
      ...oneLine,
      claimId: 'C0000000000A2',
      responsibility: 'S' as const,
      adjudications: [decidedAs(2_000, [adjustment('CO', '45', 13_000)])],
    };
    expect(encounterPosition([first, other])).toMatchObject({
      insurancePaid: 12_000,
      adjustments: 3_000,
      open: 0,
    });
  });

  it('keeps what the first payer lowered when the second denies all and states nothing', () => {
    const other = {
      ...oneLine,
      claimId: 'C0000000000A2',
      responsibility: 'S' as const,
      adjudications: [decidedAs(0, [adjustment('CO', '97', 15_000)])],
    };
    expect(encounterPosition([first, other])).toMatchObject({ insurancePaid: 10_000, adjustments: 3_000 });
  });

  it('counts nothing that the second payer says the first did when that left all to the patient', () => {
    const deductible = { ...oneLine, adjudications: [decidedAs(0, [adjustment('PR', '1', 15_000)])] };
    const other = {
      ...oneLine,
      claimId: 'C0000000000A2',
      responsibility: 'S' as const,
      adjudications: [decidedAs(0, [adjustment('OA', '23', 15_000)])],
    };
    expect(encounterPosition([deductible, other])).toMatchObject({ adjustments: 0, open: 15_000 });
  });

  it('lowers nothing that the second payer pays, whatever the first lowered', () => {
    const other = {
      ...oneLine,
      claimId: 'C0000000000A2',
      responsibility: 'S' as const,
      adjudications: [decidedAs(5_000, [adjustment('OA', '23', 10_000)])],
    };
    expect(encounterPosition([first, other])).toMatchObject({
      insurancePaid: 15_000,
      adjustments: 0,
      open: 0,
    });
  });

  it('is that of its one claim, whatever its money', () => {
    fc.assert(
      fc.property(claims, (one) => {
        expect(encounterPosition([one])).toEqual(claimPosition(one));
      }),
    );
  });

  it('leaves open what the second payer says that the first did and it did not', () => {
    const other = {
      ...oneLine,
      claimId: 'C0000000000A2',
      responsibility: 'S' as const,
      adjudications: [decidedAs(0, [adjustment('OA', '23', 15_000)])],
    };
    expect(encounterPosition([first, other])).toMatchObject({
      insurancePaid: 10_000,
      adjustments: 3_000,
      open: 2_000,
    });
  });
});
