import { describe, expect, it } from 'vitest';
import { cents } from '../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import {
  contentOf,
  figuresOf,
  identifyDecisions,
  paymentIdentityOf,
} from '../../functions/remittance/payment-identity.ts';
import { adjusted, deniedLine, paidLine, remittance, remittanceClaim } from '../factories/remittances.ts';

const contents = (...claims: readonly RemittanceClaim[]) => claims.map(contentOf);

const idOf = (change: Partial<Remittance> = {}, decided = contents(remittanceClaim())): string =>
  paymentIdentityOf(remittance([], change), decided);

const other = remittanceClaim({ patientControlNumber: 'C0000000000B1-1' });

describe('a payment is the same', () => {
  it.each([
    ['when the payer writes its own number differently', idOf({ payerIdentifier: '512345678' })],
    ['when blanks stand beside its number', idOf({ traceNumber: ' CK0012345 ' })],
    ['when other claims are read of it', idOf({}, contents(remittanceClaim(), other))],
    ['when it goes by another way', idOf({ method: 'ACH' })],
  ])('%s', (_when, id) => {
    expect(id).toBe(idOf());
  });

  it('when it pays nothing and its claims come in another order', () => {
    const nothing = { paid: cents(0) };
    expect(idOf(nothing, contents(remittanceClaim(), other))).toBe(
      idOf(nothing, contents(other, remittanceClaim())),
    );
  });
});

describe('a payment is another', () => {
  it.each([
    ['with another number', idOf({ traceNumber: 'CK0012346' })],
    ['of another day', idOf({ paymentDate: '2026-03-21' })],
    ['of another amount', idOf({ paid: cents(10_001) })],
  ])('%s', (_what, id) => {
    expect(id).not.toBe(idOf());
  });

  it('that pays nothing and decides something else', () => {
    const nothing = { paid: cents(0) };
    expect(idOf(nothing, contents(remittanceClaim()))).not.toBe(idOf(nothing, contents(other)));
  });
});

const decisionId = (change: Partial<RemittanceClaim> = {}, payment = 'payment'): string | undefined =>
  identifyDecisions(payment, contents(remittanceClaim(change)))[0];

describe('a decision is the same', () => {
  it.each<[string, Partial<RemittanceClaim>]>([
    ['with a remark more', { outpatient: { remarks: ['MA01'] } }],
    ['with another name', { patient: { entityType: '1', name: 'OKAFOR-BELL' } }],
    ['with its lines in another order', { lines: [deniedLine(), paidLine()] }],
    [
      'with the reasons of a line in another order',
      {
        lines: [paidLine({ adjustments: adjusted(['PR', '2', 2_000], ['CO', '45', 3_000]) }), deniedLine()],
      },
    ],
    ['with blanks beside its number', { patientControlNumber: ' C0000000000A1-1' }],
  ])('%s', (_what, change) => {
    expect(decisionId(change)).toBe(decisionId());
  });

  it('whether the payer’s number is empty or not there', () => {
    expect(decisionId({ payerControlNumber: '' })).toBe(decisionId({ payerControlNumber: undefined }));
  });

  it('at whatever place of the payment', () => {
    const [first, second] = identifyDecisions('payment', contents(remittanceClaim(), other));
    expect(identifyDecisions('payment', contents(other, remittanceClaim()))).toEqual([second, first]);
    expect(first).toBe(decisionId());
  });
});

describe('a decision is another', () => {
  it.each<[string, Partial<RemittanceClaim>]>([
    ['about another claim', { patientControlNumber: 'C0000000000B1-1' }],
    ['under another number of the payer', { payerControlNumber: 'ICN900101' }],
    ['of another kind', { statusCode: '2' }],
    ['of another charge', { charge: cents(23_001) }],
    ['that pays otherwise', { paid: cents(10_001) }],
    ['with a reason at the claim', { adjustments: adjusted(['CO', '45', 1]) }],
    ['with a line less', { lines: [paidLine()] }],
    ['about another line', { lines: [paidLine({ lineControlNumber: '3' }), deniedLine()] }],
    [
      'about another procedure',
      { lines: [paidLine({ procedure: { qualifier: 'HC', procedure: '99214' } }), deniedLine()] },
    ],
    ['with another charge of a line', { lines: [paidLine({ charge: cents(1) }), deniedLine()] }],
    ['with another payment of a line', { lines: [paidLine({ paid: cents(1) }), deniedLine()] }],
    [
      'for another reason',
      { lines: [paidLine(), deniedLine({ adjustments: adjusted(['CO', '96', 8_000]) })] },
    ],
    ['by another group', { lines: [paidLine(), deniedLine({ adjustments: adjusted(['PR', '97', 8_000]) })] }],
    [
      'by another amount',
      { lines: [paidLine(), deniedLine({ adjustments: adjusted(['CO', '97', 7_999]) })] },
    ],
  ])('%s', (_what, change) => {
    expect(decisionId(change)).not.toBe(decisionId());
  });

  it('in another payment', () => {
    expect(decisionId({}, 'another')).not.toBe(decisionId());
  });

  it('for each time that one payment has it', () => {
    const ids = identifyDecisions(
      'payment',
      contents(remittanceClaim(), remittanceClaim(), remittanceClaim()),
    );
    expect(new Set(ids).size).toBe(3);
    expect(ids[0]).toBe(decisionId());
  });
});

/** What stands on paper: no line numbers, amounts of a reason where the payer prints them. */
const figures = (change: Partial<RemittanceClaim> = {}): string => figuresOf(remittanceClaim(change));

describe('the figures of a decision are the same', () => {
  const atLines = [
    paidLine({ adjustments: adjusted(['CO', '45', 3_000], ['PR', '2', 2_000]) }),
    deniedLine({ adjustments: adjusted(['CO', '97', 8_000]) }),
  ];
  const bare = atLines.map((line) => ({ ...line, adjustments: [] }));

  it.each<[string, Partial<RemittanceClaim>]>([
    ['without numbers of its lines', { lines: atLines.map(({ lineControlNumber: _, ...line }) => line) }],
    [
      'with the reasons at the claim',
      { lines: bare, adjustments: adjusted(['CO', '45', 3_000], ['PR', '2', 2_000], ['CO', '97', 8_000]) },
    ],
    [
      'with the reasons in another order',
      { lines: bare, adjustments: adjusted(['CO', '97', 8_000], ['PR', '2', 2_000], ['CO', '45', 3_000]) },
    ],
    [
      'with a reason in two parts, at claim and line',
      { lines: atLines, adjustments: adjusted(['CO', '45', 1_000], ['CO', '45', -1_000]) },
    ],
    [
      'with a reason that comes to nothing',
      { lines: atLines, adjustments: adjusted(['OA', '94', 500], ['OA', '94', -500]) },
    ],
    ['whoever paid before', { lines: atLines, statusCode: '2' }],
    ['denied or processed', { lines: atLines, statusCode: '4' }],
    ['without the number of the payer', { lines: atLines, payerControlNumber: undefined }],
  ])('%s', (_what, change) => {
    expect(figures(change)).toBe(figures({ lines: atLines }));
  });

  it.each<[string, Partial<RemittanceClaim>]>([
    ['of a reversal', { statusCode: '22' }],
    ['of a predetermination', { statusCode: '25' }],
    ['of another charge', { charge: cents(23_001) }],
    ['of another payment', { paid: cents(10_001) }],
    ['for a reason more', { adjustments: adjusted(['OA', '94', 500]) }],
    ['for more of a reason', { adjustments: adjusted(['CO', '45', 500]) }],
    ['by another group', { lines: [paidLine(), deniedLine({ adjustments: adjusted(['PR', '97', 8_000]) })] }],
    [
      'for another reason',
      { lines: [paidLine(), deniedLine({ adjustments: adjusted(['CO', '96', 8_000]) })] },
    ],
    ['about another claim', { patientControlNumber: 'C0000000000B1-1' }],
  ])('and others %s', (_what, change) => {
    expect(figures({ lines: atLines, ...change })).not.toBe(figures({ lines: atLines }));
  });

  it('for a reversal is not that of a predetermination', () => {
    expect(figures({ statusCode: '22' })).not.toBe(figures({ statusCode: '25' }));
  });
});
