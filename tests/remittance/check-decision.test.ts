import { describe, expect, it } from 'vitest';
import { cents } from '../../functions/edi/money.ts';
import type { RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { checkCharge, checkSigns } from '../../functions/remittance/check-decision.ts';
import { claim } from '../factories/claims.ts';
import { deniedLine, paidLine, remittanceClaim } from '../factories/remittances.ts';

const placed = (change: Partial<RemittanceClaim> = {}) => ({ position: 2, claim: remittanceClaim(change) });

/** The decision of the factories, taken back. */
const reversal = (change: Partial<RemittanceClaim> = {}) =>
  placed({
    statusCode: '22',
    charge: cents(-23_000),
    paid: cents(-10_000),
    lines: [
      paidLine({ charge: cents(-15_000), paid: cents(-10_000) }),
      deniedLine({ charge: cents(-8_000), paid: cents(0) }),
    ],
    ...change,
  });

describe('the signs of a decision', () => {
  it.each([
    ['a decision', placed()],
    ['a decision of nothing', placed({ charge: cents(0), paid: cents(0), lines: undefined })],
    ['a decision that pays less than nothing', placed({ paid: cents(-500) })],
    ['a reversal', reversal()],
    ['a reversal of nothing', reversal({ charge: cents(0), paid: cents(0), lines: undefined })],
  ])('are right in %s', (_what, decision) => {
    expect(checkSigns(decision)).toEqual([]);
  });

  it.each([
    [
      'charge',
      placed({ charge: cents(-1), lines: undefined }),
      'A charge is negative (-0.01) in what is no reversal',
    ],
    [
      'charge of a line',
      placed({ lines: [paidLine(), deniedLine({ charge: cents(-8_000) })] }),
      'A charge is negative (230.00) in what is no reversal',
    ],
    [
      'charge of a reversal',
      reversal({ charge: cents(23_000) }),
      'A reversal has an amount that is not negative (charge 230.00, paid -100.00)',
    ],
    [
      'payment of a reversal',
      reversal({ paid: cents(10_000) }),
      'A reversal has an amount that is not negative (charge -230.00, paid 100.00)',
    ],
    [
      'charge of a reversed line',
      reversal({ lines: [paidLine({ paid: cents(-10_000) })] }),
      'A reversal has an amount that is not negative (charge -230.00, paid -100.00)',
    ],
    [
      'payment of a reversed line',
      reversal({ lines: [paidLine({ charge: cents(-15_000) })] }),
      'A reversal has an amount that is not negative (charge -230.00, paid -100.00)',
    ],
  ])('are wrong by the %s alone', (_what, decision, detail) => {
    expect(checkSigns(decision)).toEqual([{ code: 'wrong-sign', path: 'CLP[2]', detail }]);
  });
});

describe('the charge of a decision', () => {
  const differs = (detail: string) => [{ code: 'charge-differs', path: 'CLP[2]', detail }];

  it.each([
    ['of the whole claim', placed()],
    ['of the whole claim without lines', placed({ lines: undefined })],
    ['of one line, by its number', placed({ charge: cents(8_000), lines: [deniedLine()] })],
    [
      'of one line, by its procedure',
      placed({ charge: cents(8_000), lines: [deniedLine({ lineControlNumber: undefined })] }),
    ],
    [
      'of one line, by the procedure that we sent',
      placed({
        charge: cents(8_000),
        lines: [
          deniedLine({
            lineControlNumber: undefined,
            procedure: { qualifier: 'HC', procedure: '99000' },
            submittedProcedure: { qualifier: 'HC', procedure: '36415' },
          }),
        ],
      }),
    ],
    [
      'of a reversed line',
      reversal({ charge: cents(-8_000), lines: [deniedLine({ charge: cents(-8_000) })] }),
    ],
  ])('is right %s', (_of, decision) => {
    expect(checkCharge(claim(), 1, decision)).toEqual([]);
  });

  it.each([
    ['nothing names its part', placed({ charge: cents(8_000), lines: undefined }), 80],
    ['it is of nothing', placed({ charge: cents(0), lines: [] }), 0],
    [
      'its line is more than it',
      placed({ charge: cents(8_000), lines: [deniedLine({ charge: cents(9_000) })] }),
      80,
    ],
    ['its part has no line', placed({ charge: cents(8_000), lines: [] }), 80],
    [
      'its line has another charge',
      placed({ charge: cents(9_000), lines: [deniedLine({ charge: cents(9_000) })] }),
      90,
    ],
    [
      'its line was never sent',
      placed({ charge: cents(8_000), lines: [deniedLine({ lineControlNumber: '3' })] }),
      80,
    ],
    [
      'its procedure was never sent',
      placed({
        charge: cents(8_000),
        lines: [
          deniedLine({ lineControlNumber: undefined, procedure: { qualifier: 'HC', procedure: '99000' } }),
        ],
      }),
      80,
    ],
    [
      'one line is decided twice',
      placed({ charge: cents(16_000), lines: [deniedLine(), deniedLine()] }),
      160,
    ],
    ['its lines are less than it', placed({ charge: cents(9_000), lines: [deniedLine()] }), 90],
    [
      'a line beside those sent is decided',
      placed({
        charge: cents(8_000),
        lines: [deniedLine(), paidLine({ charge: cents(0), lineControlNumber: '7' })],
      }),
      80,
    ],
  ])('is wrong where %s', (_where, decision, dollars) => {
    expect(checkCharge(claim(), 1, decision)).toEqual(
      differs(`The payment decides a charge of ${dollars}.00; 230.00 was sent`),
    );
  });

  it('is not held against a transmission of which nobody knows what it charged', () => {
    const second = { number: 2, frequency: '7', fileAccepted: true } as const;
    const resent = claim({ submissions: [...claim().submissions, second] });
    const other = placed({ charge: cents(100), lines: undefined });
    expect(checkCharge(resent, 1, other)).toEqual([]);
    expect(checkCharge(resent, 2, other)).toEqual(
      differs('The payment decides a charge of 1.00; 230.00 was sent'),
    );
  });

  it('is that of the transmission, whatever the claim charges since', () => {
    const [first] = claim().submissions;
    if (!first) throw new TypeError('The claim of the tests was sent');
    const cheaper = claim({
      submissions: [
        { ...first, charge: cents(30_000) },
        { ...first, number: 2 },
      ],
    });
    expect(checkCharge(cheaper, 1, placed({ charge: cents(30_000), lines: undefined }))).toEqual([]);
    expect(checkCharge(cheaper, 1, placed({ lines: undefined }))).toEqual(
      differs('The payment decides a charge of 230.00; 300.00 was sent'),
    );
  });
});
