import { describe, expect, it } from 'vitest';
import { claimPosition, countedPatientBilled, countedWriteOffs } from '../../functions/domain/position.ts';
import type { InterchangeHeader } from '../../functions/edi/envelope/interchange-header.ts';
import { adjustmentSegments } from '../../functions/edi/guide/adjustment-list.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { reversalOf, settledAdjudication } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { post835, received, recordsOf, restOf } from '../factories/posting-records.ts';
import { adjusted, deniedLine, paidLine, remittance, remittanceClaim } from '../factories/remittances.ts';

const codesOf = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);

/** 100.00 of 230.00 paid, 80.00 denied. */
const decided = remittanceClaim;

/** The second claim of a file, paid in full but for the contract. */
const neighbour = (change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim({
    patientControlNumber: 'C0000000000B1-1',
    payerControlNumber: 'ICN900200',
    charge: cents(23_000),
    paid: cents(20_000),
    adjustments: adjusted(['CO', '45', 3_000]),
    lines: undefined,
    ...change,
  });

const an835 = (remittances: Remittance[], change: Partial<InterchangeHeader> = {}): string =>
  writeSets(
    header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE', ...change }),
    remittanceGuide,
    remittances,
  );

const paying = (claims: RemittanceClaim[], change: Partial<Remittance> = {}): string => {
  const paid = cents(claims.reduce((total, claim) => total + claim.paid, 0));
  return an835([remittance(claims, { paid, ...change })]);
};

const two = () => recordsOf([claim(), claim({ claimId: 'C0000000000B1' })]);

describe('an 835', () => {
  it('posts what the payer decided, line by line', async () => {
    const records = recordsOf([claim()]);
    expect(await post835(received(paying([decided()])), records)).toEqual([]);
    const after = records.claims.get('C0000000000A1');
    expect(after).toMatchObject({
      status: 'adjudicated',
      remittances: 1,
      payerControlNumber: 'ICN900100',
      adjudications: [
        {
          paid: 10_000,
          paymentDate: '2026-03-20',
          traceNumber: 'CK0012345',
          lines: [{ lineNumber: 1 }, { lineNumber: 2, remarks: ['M15'] }],
        },
      ],
    });
    expect(after && claimPosition(after).open).toBe(8_000);
  });

  it('answers the waits for the acknowledgement and for this remittance, and opens the claim again', async () => {
    const records = recordsOf([claim()]);
    await post835(received(paying([decided()])), records);
    expect(Object.fromEntries(records.answers)).toEqual({
      'C0000000000A1/acknowledgement/1': { outcome: 'accepted' },
      'C0000000000A1/remittance/1.0': { outcome: 'denied' },
    });
    expect(records.reopened).toEqual(['C0000000000A1']);
  });

  it('settles a claim of which nothing is disputed', async () => {
    const records = two();
    await post835(received(paying([neighbour()])), records);
    expect(records.answers.get('C0000000000B1/remittance/1.0')).toEqual({ outcome: 'settled' });
  });

  it('changes nothing when the same payment comes again in another file', async () => {
    const records = two();
    const remittances = [remittance([decided(), neighbour()], { paid: cents(30_000) })];
    await post835(received(an835(remittances)), records);
    const before = restOf(records);
    const again = an835(remittances, { controlNumber: 9_999 });
    expect(codesOf(await post835(received(again, { fileId: 'f9' }), records))).toEqual(['told-again']);
    expect(restOf(records)).toEqual(before);
  });

  it('posts a further payment of the same amount', async () => {
    const records = recordsOf([claim()]);
    await post835(received(paying([decided()])), records);
    await post835(received(paying([decided()], { traceNumber: 'CK0099999' })), records);
    expect(records.claims.get('C0000000000A1')?.adjudications).toHaveLength(2);
  });

  it('merely against the guide is posted without a word', async () => {
    const records = two();
    const text = paying([decided()])
      .replace(/PER\*BL.*\n/, '')
      .replace('CLP*', 'XYZ*1~\nCLP*');
    expect(await post835(received(text), records)).toEqual([]);
    expect(records.claims.get('C0000000000A1')?.remittances).toBe(1);
  });

  it('numbers no line whose number the payer dropped', async () => {
    const records = recordsOf([claim()]);
    const lines = [paidLine({ lineControlNumber: undefined }), deniedLine({ lineControlNumber: 'X-2' })];
    await post835(received(paying([decided({ lines })])), records);
    const [posted] = records.claims.get('C0000000000A1')?.adjudications ?? [];
    expect(posted?.lines.map(({ lineNumber }) => lineNumber)).toEqual([undefined, undefined]);
  });
});

describe('a remittance that cannot be posted as it is', () => {
  it('holds back an unbalanced claim alone: its neighbours are posted', async () => {
    const records = two();
    const unbalanced = decided({ charge: cents(23_100) });
    const findings = await post835(received(paying([unbalanced, neighbour()])), records);
    expect(codesOf(findings)).toEqual(['claim-unbalanced']);
    expect(records.claims.get('C0000000000A1')).toEqual(claim());
    expect(records.claims.get('C0000000000B1')?.remittances).toBe(1);
  });

  it('asks one biller once, by the trace number of the payment', async () => {
    const records = two();
    const file = received(paying([decided({ charge: cents(23_100) }), neighbour()]));
    await post835(file, records);
    await post835(file, records);
    const [task, ...others] = records.tasks.values();
    expect(others).toEqual([]);
    expect(task).toMatchObject({
      draft: {
        kind: 'partner-file',
        owner: 'biller',
        title: 'Part of remittance CK0012345 is not posted',
        reasons: [{ code: 'claim-unbalanced CLP[1]' }],
        actions: ['dismiss'],
      },
      to: { partnerId: 'payer-simulator', practiceId: 'maple-street' },
    });
  });

  it('holds back a payment whole when its claims do not add up to it', async () => {
    const records = two();
    const text = paying([decided(), neighbour()], { paid: cents(1) });
    expect(codesOf(await post835(received(text), records))).toEqual(['payment-unbalanced']);
    expect([...records.claims.values()].map(({ remittances }) => remittances)).toEqual([0, 0]);
    expect(records.tasks.size).toBe(1);
  });

  it('holds back only the payment that is wrong', async () => {
    const records = two();
    const text = an835([
      remittance([decided()], { paid: cents(1) }),
      remittance([neighbour()], { traceNumber: 'CK0099999', paid: cents(20_000) }),
    ]);
    await post835(received(text), records);
    expect([...records.claims.values()].map(({ remittances }) => remittances)).toEqual([0, 1]);
  });

  it('names a claim of nobody', async () => {
    const records = two();
    const stranger = decided({ patientControlNumber: 'C0000000000Z9-1' });
    const findings = await post835(received(paying([stranger, neighbour()])), records);
    expect(findings).toMatchObject([{ code: 'unmatched-claim', path: 'CLP[1]' }]);
    expect(records.claims.get('C0000000000B1')?.remittances).toBe(1);
    expect(records.tasks.size).toBe(1);
  });

  it('posts the claims beside one that cannot be read, and tells of that one once', async () => {
    const records = two();
    const text = paying([decided(), neighbour()]).replace(
      'CLP*C0000000000A1-1*1*230*',
      'CLP*C0000000000A1-1*1*many*',
    );
    const findings = await post835(received(text), records);
    expect(findings).toHaveLength(1);
    expect(records.claims.get('C0000000000B1')?.remittances).toBe(1);
    expect([...records.tasks.values()][0]?.draft.reasons).toHaveLength(1);
  });

  it('tells a biller of money that belongs to no claim, and posts the claims', async () => {
    const records = two();
    const text = paying([decided()], {
      paid: cents(7_500),
      providerAdjustments: [
        {
          providerId: '1234567893',
          fiscalPeriodEnd: '2026-12-31',
          adjustments: [
            { identifier: { reason: 'WO', reference: 'ICN1' }, amount: cents(3_000) },
            { identifier: { reason: 'L6' }, amount: cents(-500) },
          ],
        },
      ],
    });
    expect(codesOf(await post835(received(text), records))).toEqual(['PLB-WO']);
    expect(records.claims.get('C0000000000A1')?.remittances).toBe(1);
    expect(records.tasks.size).toBe(1);
  });

  it('flags the group code CR and posts its claim without a task', async () => {
    const records = recordsOf([claim()]);
    const lines = [
      paidLine({ lineControlNumber: '1' }),
      deniedLine({ adjustments: adjusted(['CR', '97', 8_000]) }),
    ];
    const findings = await post835(received(paying([decided({ lines })])), records);
    expect(codesOf(findings)).toEqual(['correction-group']);
    expect(records.claims.get('C0000000000A1')?.status).toBe('adjudicated');
    expect(records.tasks.size).toBe(0);
  });

  it('holds back a claim with a group code that there is not', async () => {
    const records = two();
    const lines = [paidLine(), deniedLine({ adjustments: adjusted(['ZZ', '97', 8_000]) })];
    const text = paying([decided({ lines }), neighbour()]);
    expect(codesOf(await post835(received(text), records))).toEqual(['unknown-group']);
    expect([...records.claims.values()].map(({ remittances }) => remittances)).toEqual([0, 1]);
  });

  it('holds back a payment without a date', async () => {
    const records = two();
    const findings = await post835(received(paying([decided()], { paymentDate: undefined })), records);
    expect(codesOf(findings)).toEqual(['payment-undated']);
    expect(records.claims.get('C0000000000A1')?.remittances).toBe(0);
    expect(records.tasks.size).toBe(1);
  });

  it('tells of claims that stand nowhere, even when nothing was paid', async () => {
    const records = two();
    const nothing = decided({
      paid: cents(0),
      lines: undefined,
      adjustments: adjusted(['CO', '97', 23_000]),
    });
    const text = paying([nothing]).replace('CLP*', 'XLP*');
    expect(codesOf(await post835(received(text), records))).toContain('IK304-2');
    expect(records.claims.get('C0000000000A1')?.remittances).toBe(0);
    expect([...records.tasks.keys()]).toEqual(['file-payer-simulator-f0']);
  });

  it.each([
    ['an LX that is no number', 'LX*one~'],
    ['an LX without its number', 'LX~'],
    ['no LX', ''],
  ])('posts claims below %s', async (_, header) => {
    const records = two();
    const text = paying([decided()]).replace('LX*1~', header);
    const findings = await post835(received(text), records);
    expect(codesOf(findings).filter((code) => !code.startsWith('IK502-4'))).toEqual([]);
    expect(records.claims.get('C0000000000A1')?.remittances).toBe(1);
  });

  it('that cannot be read at all is told to every practice of the partner, and nothing is posted', async () => {
    const records = two();
    expect(await post835(received('ISA*'), records)).not.toEqual([]);
    expect([...records.tasks]).toMatchObject([
      ['file-payer-simulator-f0', { to: { partnerId: 'payer-simulator' } }],
    ]);
    expect(records.events).toEqual([]);
    expect(records.answers.size).toBe(0);
  });
});

describe('news that is not the last word', () => {
  it('a part of the claim leaves it waiting for the rest', async () => {
    const records = recordsOf([claim()]);
    const part = decided({ charge: cents(15_000), lines: [paidLine()] });
    expect(await post835(received(paying([part])), records)).toEqual([]);
    expect(records.claims.get('C0000000000A1')).toMatchObject({ status: 'accepted', remittances: 1 });
    expect(records.answers.get('C0000000000A1/remittance/1.0')).toEqual({ outcome: 'reversed' });
  });

  it('a reversal before its decision waits for it, and nobody is asked yet', async () => {
    const records = recordsOf([claim(), claim({ claimId: 'C0000000000B1' })]);
    const negated = decided({
      statusCode: '22',
      charge: cents(-23_000),
      paid: cents(-10_000),
      adjustments: adjusted(['CO', '45', -13_000]),
      lines: undefined,
    });
    const text = paying([negated, neighbour()], { paid: cents(10_000) });
    expect(codesOf(await post835(received(text), records))).toEqual(['reversal-waits']);
    expect(records.claims.get('C0000000000A1')).toMatchObject({ status: 'accepted' });
    expect(records.tasks.size).toBe(0);
  });

  it.each([
    ['in its order', 0],
    ['the later one first', 1],
  ])('a second payment of what is decided is told once, %s', async (_, first) => {
    const records = two();
    const payments = [
      paying([decided()], { traceNumber: 'CK1', paymentDate: '2026-03-20' }),
      paying([decided()], { traceNumber: 'CK2', paymentDate: '2026-03-27' }),
    ];
    const told = [];
    for (const at of [first, 1 - first])
      told.push(await post835(received(payments[at] ?? '', { fileId: `f${at}` }), records));
    expect(told.map(codesOf)).toEqual([[], ['decided-before']]);
    expect(records.tasks.size).toBe(1);
  });

  const closed = adjudicated({ adjudications: [settledAdjudication()], status: 'closed', end: 'paid' });

  /** Pays another claim, and takes 10.00 back under a reference. */
  const takingBack = (reference: string, change: Partial<Remittance> = {}): string =>
    paying([neighbour()], {
      paid: cents(19_000),
      providerAdjustments: [
        {
          providerId: '1234567893',
          fiscalPeriodEnd: '2026-12-31',
          adjustments: [{ identifier: { reason: 'WO', reference }, amount: cents(1_000) }],
        },
      ],
      ...change,
    });

  it('money taken back from a closed claim opens it again', async () => {
    const records = recordsOf([closed, claim({ claimId: 'C0000000000B1' })]);
    expect(await post835(received(takingBack('ICN900100')), records)).toEqual([]);
    const after = records.claims.get('C0000000000A1');
    expect(after).toMatchObject({ status: 'adjudicated' });
    expect(after?.end).toBeUndefined();
    expect(after && claimPosition(after)).toMatchObject({ insurancePaid: 9_000, open: 1_000 });
    expect(records.reopened).toContain('C0000000000A1');
  });

  it.each([
    ['another partner’s folder', { partnerId: 'another-partner' }, {}],
    ['a payment to somebody else', {}, { payee: { name: 'ELSEWHERE', idQualifier: 'XX', id: '1888888885' } }],
  ] as const)(
    'takes nothing back by %s, neither now nor when the claim is posted',
    async (_by, file, change) => {
      const records = recordsOf([closed]);
      const found = await post835(received(takingBack('ICN900100', change), file), records);
      expect(codesOf(found)).toContain('PLB-WO');
      expect(records.claims.get('C0000000000A1')).toEqual(closed);
      await post835(received(paying([decided()], { traceNumber: 'CK2' })), records);
      expect(records.claims.get('C0000000000A1')?.takebacks).toEqual([]);
    },
  );

  const adjusting = (trace: string, ...adjustments: [reason: string, amount: number, reference?: string][]) =>
    paying([neighbour()], {
      traceNumber: trace,
      paid: cents(20_000 - adjustments.reduce((total, [, amount]) => total + amount, 0)),
      providerAdjustments: [
        {
          providerId: '1234567893',
          fiscalPeriodEnd: '2026-12-31',
          adjustments: adjustments.map(([reason, amount, reference]) => ({
            identifier: { reason, ...(reference !== undefined && { reference }) },
            amount: cents(amount),
          })),
        },
      ],
    });

  const heldOf = async (...texts: string[]) => {
    const records = two();
    const found: string[][] = [];
    for (const text of texts) found.push(codesOf(await post835(received(text), records)));
    return found.map((codes) => codes.filter((code) => code.startsWith('PLB')));
  };

  it.each([
    [
      'interest, withholding, penalty and lump sum',
      [
        ['L6', -500],
        ['IR', 300],
        ['50', 100],
        ['PI', -50],
      ],
    ],
    ['a balance that is forwarded', [['FB', -500, 'CK1']]],
    ['a balance that is settled', [['FB', 500, 'CK0']]],
    ['the announcement of a recovery', [['WO', -500, 'LEGACY1']]],
    ['a check of the practice', [['72', -500, 'LEGACY1']]],
    [
      'a recovery that a check repaid',
      [
        ['WO', 500, 'LEGACY1'],
        ['72', -500, 'LEGACY1'],
      ],
    ],
  ] as const)('asks nobody about %s: the ledger knows it', async (_, adjustments) => {
    expect(
      await heldOf(adjusting('CK1', ...adjustments.map(([...one]) => one as [string, number, string?]))),
    ).toEqual([[]]);
  });

  it('asks about a recovery of no claim of ours that nothing announced, and about a reason that is unknown', async () => {
    const text = adjusting('CK1', ['WO', 500, 'LEGACY1'], ['OB', 200, 'OTHER'], ['72', 300, 'LEGACY2']);
    expect(await heldOf(text, text.replace('OB:', 'ZZ:').replace('*CK1*', '*CK2*'))).toEqual([
      ['PLB-WO', 'PLB-OB', 'PLB-72'],
      ['PLB-WO', 'PLB-ZZ', 'PLB-72'],
    ]);
  });

  it('asks about a recovery only as far as no announcement and no forwarded balance explains it', async () => {
    const announced = adjusting('CK1', ['WO', -500, 'MRN7 20260227 LEGACY1'], ['FB', -300, 'CK1']);
    expect(await heldOf(announced, adjusting('CK2', ['WO', 500, 'LEGACY1'], ['WO', 300, 'CK1']))).toEqual([
      [],
      [],
    ]);
    expect(await heldOf(announced, adjusting('CK2', ['WO', 501, 'LEGACY1']))).toEqual([[], ['PLB-WO']]);
    expect(await heldOf(announced, adjusting('CK2', ['WO', 500, '20260227']))).toEqual([[], ['PLB-WO']]);
    expect(await heldOf(adjusting('CK1', ['FB', -300]), adjusting('CK2', ['WO', 300, 'CK1']))).toEqual([
      [],
      [],
    ]);
  });

  it('lets no announcement of another sender explain a recovery', async () => {
    const records = two();
    const announced = adjusting('CK1', ['WO', -500, 'LEGACY1']);
    await post835(received(announced, { partnerId: 'another-partner' }), records);
    const found = await post835(received(adjusting('CK2', ['WO', 500, 'LEGACY1'])), records);
    expect(codesOf(found)).toContain('PLB-WO');
  });

  it('takes nothing from a claim whose balance was forwarded before it was collected', async () => {
    const records = two();
    await post835(received(paying([decided()])), records);
    await post835(received(adjusting('CK2', ['FB', -500, 'ICN900100'])), records);
    await post835(received(adjusting('CK3', ['WO', 500, 'ICN900100'])), records);
    const claimNow = records.claims.get('C0000000000A1');
    expect(claimNow && claimPosition(claimNow)).toMatchObject({ insurancePaid: 10_000 });
  });

  it('finds the claim that a reference of several words names once its number is known', async () => {
    const records = two();
    await post835(received(takingBack('MRN1 20260227 ICN900100')), records);
    expect(records.claims.get('C0000000000A1')?.takebacks).toEqual([]);
    await post835(received(paying([decided()], { traceNumber: 'CK2' })), records);
    expect(records.claims.get('C0000000000A1')?.takebacks).toMatchObject([{ amount: 1_000 }]);
  });
});

describe('a payment that is not for us to post', () => {
  it.each([
    ['another partner’s folder', { partnerId: 'another-partner' }, {}, 'wrong-partner'],
    [
      'another payee',
      {},
      { payee: { name: 'ELSEWHERE CLINIC', idQualifier: 'XX', id: '1888888885' } },
      'wrong-payee',
    ],
  ] as const)(
    'from %s changes no claim, and a biller is told without a name',
    async (_from, file, change, code) => {
      const records = two();
      const text = paying([decided(), neighbour()], change);
      expect(codesOf(await post835(received(text, file), records))).toEqual([code, code]);
      expect(records.events).toEqual([]);
      expect(records.answers.size).toBe(0);
      const told = JSON.stringify([...records.tasks.values()]);
      expect(told).not.toContain(claim().patient.lastName.toUpperCase());
    },
  );
});

describe('a reversal', () => {
  // Before the payment that takes it back.
  const paid = settledAdjudication({ paymentDate: '2026-03-01' });
  const wasPaid = () =>
    recordsOf([
      adjudicated({ adjudications: [paid], status: 'closed', end: 'paid', patientBilled: cents(2_000) }),
    ]);
  const reversed = reversalOf(paid);
  const reversal = (): RemittanceClaim =>
    remittanceClaim({
      statusCode: '22',
      charge: reversed.charge,
      paid: reversed.paid,
      adjustments: adjustmentSegments(reversed.lines.flatMap(({ adjustments }) => adjustments)),
      lines: undefined,
    });

  it('with its correction in one file gives one answer: the net', async () => {
    const records = wasPaid();
    const text = paying([reversal(), decided()], { paid: cents(0) });
    expect(await post835(received(text), records)).toEqual([]);
    const after = records.claims.get('C0000000000A1');
    expect(records.events).toHaveLength(1);
    expect(records.events[0]?.type).toBe('remittance-reversed');
    expect(records.answers.get('C0000000000A1/remittance/1.1')).toEqual({ outcome: 'denied' });
    expect(after && claimPosition(after)).toMatchObject({ insurancePaid: 10_000, open: 8_000 });
  });

  it('alone leaves the claim waiting for a new decision, with every earlier bill and write-off gone', async () => {
    const records = wasPaid();
    const text = paying([reversal(), neighbour()], { paid: cents(10_000) });
    records.claims.set('C0000000000B1', claim({ claimId: 'C0000000000B1' }));
    await post835(received(text), records);
    const after = records.claims.get('C0000000000A1');
    expect(after).toMatchObject({ status: 'accepted' });
    expect(after && countedWriteOffs(after)).toEqual([]);
    expect(after && countedPatientBilled(after)).toBe(0);
    expect(after?.end).toBeUndefined();
    expect(after && claimPosition(after).open).toBe(23_000);
    expect(records.answers.get('C0000000000A1/remittance/1.1')).toEqual({ outcome: 'reversed' });
    expect(records.reopened).toContain('C0000000000A1');
  });
});

describe('a late 835 about a transmission before the last', () => {
  const resent = claim({
    status: 'submitted',
    submissions: [
      { number: 1, frequency: '1', fileAccepted: true },
      { number: 2, frequency: '1', fileAccepted: false, sentAt: '2026-11-01T00:00:00.000Z' },
    ],
  });

  it('is posted, and the last one still waits for its acknowledgement and its decision', async () => {
    const records = recordsOf([resent]);
    await post835(received(paying([decided()])), records);
    expect(records.claims.get('C0000000000A1')).toMatchObject({ status: 'submitted', remittances: 1 });
    expect(records.answers.has('C0000000000A1/acknowledgement/2')).toBe(false);
    expect(records.answers.get('C0000000000A1/remittance/2.0')).toEqual({ outcome: 'reversed' });
  });
});
