import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allAdjustments,
  claimPosition,
  effectiveAdjudication,
  encounterPosition,
  heldAdjudication,
  isContractual,
  isDisputed,
  isPatientShare,
  type Position,
} from '../../functions/domain/position.ts';
import { cents, sum } from '../../functions/edi/money.ts';
import { adjudication, adjustment, reversalOf, settledAdjudication } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { secondCoverage } from '../factories/payers.ts';
import { claims } from '../factories/random-claims.ts';
import { biller } from '../factories/tasks.ts';

const balances = ({ charge, insurancePaid, adjustments, patientBalance, open }: Position): boolean =>
  charge === insurancePaid + adjustments + patientBalance + open;

const second = { number: 2, frequency: '7', fileAccepted: false } as const;

describe('the position of a claim', () => {
  it('always accounts for the whole charge', () => {
    fc.assert(fc.property(claims, (any) => balances(claimPosition(any))));
  });

  it('is all open before the payer decides', () => {
    expect(claimPosition(claim())).toEqual({
      charge: 23_000,
      insurancePaid: 0,
      adjustments: 0,
      patientBalance: 0,
      open: 23_000,
    });
  });

  it('keeps a denied amount open, whatever the claim status code of the 835 says', () => {
    for (const claimStatusCode of ['1', '2', '3', '4', '19']) {
      const position = claimPosition(adjudicated({ adjudications: [adjudication({ claimStatusCode })] }));
      expect(position).toEqual({
        charge: 23_000,
        insurancePaid: 10_000,
        adjustments: 3_000,
        patientBalance: 2_000,
        open: 8_000,
      });
    }
  });

  it('has nothing open when status code 4 stands beside adjustments that nobody disputes', () => {
    const decided = settledAdjudication({ claimStatusCode: '4' });
    expect(claimPosition(adjudicated({ adjudications: [decided] })).open).toBe(0);
  });

  it('nets a reversal with its correction', () => {
    const wrong = adjudication();
    const corrected = settledAdjudication({ adjudicationId: 'payment-2/2' });
    const after = adjudicated({ adjudications: [wrong, reversalOf(wrong), corrected] });
    expect(claimPosition(after)).toEqual(claimPosition(adjudicated({ adjudications: [corrected] })));
  });

  it('is all open again after a bare reversal', () => {
    const wrong = adjudication();
    expect(claimPosition(adjudicated({ adjudications: [wrong, reversalOf(wrong)] }))).toEqual(
      claimPosition(claim()),
    );
  });

  it('counts what every payment paid, but adjustments only of the transmission sent last', () => {
    const first = adjudicated();
    const after = { ...first, submissions: [...first.submissions, second] };
    expect(claimPosition(after)).toMatchObject({ insurancePaid: 10_000, adjustments: 0, open: 13_000 });
  });

  it('has what was written off among the adjustments', () => {
    const writeOff = { amount: cents(8_000), reason: 'r', decidedBy: biller, taskId: 't' };
    expect(claimPosition(adjudicated({ writeOffs: [writeOff] }))).toMatchObject({
      adjustments: 11_000,
      open: 0,
    });
  });
});

describe('an adjustment', () => {
  it('is exactly one of patient share, contractual and disputed, unless it is zero', () => {
    fc.assert(
      fc.property(claims, ({ adjudications }) =>
        adjudications
          .flatMap(allAdjustments)
          .filter(({ amount }) => amount !== 0)
          .every((one) => [isPatientShare, isContractual, isDisputed].filter((is) => is(one)).length === 1),
      ),
    );
  });

  it.each([
    ['PR', '1', 'patient share'],
    ['PR', '2', 'patient share'],
    ['PR', '3', 'patient share'],
    ['CO', '45', 'contractual'],
    ['CO', '253', 'contractual'],
    ['OA', '23', 'contractual'],
    ['CO', '24', 'contractual'],
    ['PR', '45', 'disputed'],
    ['PR', '96', 'disputed'],
    ['CO', '1', 'disputed'],
    ['CO', '97', 'disputed'],
    ['PI', '16', 'disputed'],
    ['OA', '18', 'disputed'],
  ] as const)('%s-%s is %s', (group, reason, kind) => {
    const one = adjustment(group, reason, 100);
    expect([isPatientShare(one), isContractual(one), isDisputed(one)]).toEqual([
      kind === 'patient share',
      kind === 'contractual',
      kind === 'disputed',
    ]);
  });
});

describe('what a payer holds', () => {
  const twice = (change: Parameters<typeof adjudicated>[0]) =>
    adjudicated({ submissions: [...claim().submissions, second], ...change });

  it('is nothing about a transmission that it has not answered', () => {
    expect(effectiveAdjudication(twice({}))).toBeUndefined();
  });

  it('is still what it decided about the transmission before', () => {
    expect(heldAdjudication(twice({}))).toEqual(adjudication());
  });

  it('is nothing once it has taken back all that it decided', () => {
    expect(
      heldAdjudication(twice({ adjudications: [adjudication(), reversalOf(adjudication())] })),
    ).toBeUndefined();
  });

  it('is the correction, even when the reversal of the first transmission comes last', () => {
    const corrected = settledAdjudication({ adjudicationId: 'payment-2/1', submissionNumber: 2 });
    const after = twice({ adjudications: [adjudication(), corrected, reversalOf(adjudication())] });
    expect(heldAdjudication(after)).toEqual(corrected);
    expect(effectiveAdjudication(after)).toEqual(corrected);
  });
});

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

  it('is zero without claims', () => {
    expect(sum(Object.values(encounterPosition([])))).toBe(0);
  });

  it('always accounts for the whole charge', () => {
    fc.assert(
      fc.property(claims, claims, (first, other) =>
        balances(encounterPosition([first, { ...other, responsibility: 'S' }])),
      ),
    );
  });
});
