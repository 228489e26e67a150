import { describe, expect, it } from 'vitest';
import type { ReceivedFile } from '../../functions/domain/posting.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { assignTask } from '../../functions/tasks/assign-task.ts';
import { taskEmail } from '../../functions/tasks/task-email.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import { post835, received } from '../factories/posting-records.ts';
import { adjusted, remittance, remittanceClaim } from '../factories/remittances.ts';
import {
  elm,
  maple,
  oak,
  payeeOf,
  recordsOfPractices,
  stranger,
  type TaskOfPractice,
} from '../factories/two-practices.ts';

const ofMaple = claim({ payerControlNumber: 'ICN900100' });
const ofElm = claim({ practiceId: 'elm-row', claimId: 'C0000000000B1', payerControlNumber: 'ICN900200' });
const ofOak = claim({ practiceId: 'oak-lane', claimId: 'C0000000000D1', payerControlNumber: 'ICN900300' });

/** 123.45 of 230.00, so that the amount is found wherever it is told. */
const paying = (patientControlNumber: string, change: Partial<RemittanceClaim> = {}): RemittanceClaim =>
  remittanceClaim({
    patientControlNumber,
    payerControlNumber: 'ICN777',
    charge: cents(23_000),
    paid: cents(12_345),
    adjustments: adjusted(['CO', '45', 10_655]),
    lines: undefined,
    ...change,
  });
const mapleClaim = paying('C0000000000A1-1', {
  paid: cents(11_111),
  adjustments: adjusted(['CO', '45', 11_889]),
});
const elmClaim = paying('C0000000000B1-1');
const legacyClaim = paying('SMITHJ 4711', {
  paid: cents(6_789),
  adjustments: adjusted(['CO', '45', 16_211]),
});

const takenBack = (reason: string, reference: string, amount: number): Remittance['providerAdjustments'] => [
  {
    providerId: '1234567893',
    fiscalPeriodEnd: '2026-12-31',
    adjustments: [{ identifier: { reason, reference }, amount: cents(amount) }],
  },
];

const an835 = (claims: RemittanceClaim[], change: Partial<Remittance> = {}): string => {
  const plb = (change.providerAdjustments ?? []).flatMap(({ adjustments }) => adjustments);
  const paid = cents(
    claims.reduce((total, one) => total + one.paid, 0) - plb.reduce((total, { amount }) => total + amount, 0),
  );
  return writeSets(header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }), remittanceGuide, [
    remittance(claims, { paid, ...change }),
  ]);
};

/** Posts a file, twice, and gives what each practice was told: one text, and one task for each. */
const post = async (text: string, file: Partial<ReceivedFile> = {}, practices = [maple, elm, oak]) => {
  const records = recordsOfPractices([ofMaple, ofElm, ofOak], practices);
  await post835(received(text, file), records);
  await post835(received(text, { ...file, fileId: 'f9' }), records);
  const tasks = [...records.told.values()];
  const textFor = (practiceId: string): string | undefined => {
    const [task, ...others] = tasks.filter((one) => one.practiceId === practiceId);
    expect(others).toEqual([]);
    return task && JSON.stringify(task.draft);
  };
  return {
    ...records,
    tasks,
    hear: tasks.map(({ practiceId }) => practiceId).toSorted(),
    maple: textFor('maple-street'),
    elm: textFor('elm-row'),
    oak: textFor('oak-lane'),
  };
};

/** The mail about a task, as its biller gets it. */
const mailOf = ({ draft, practiceId }: TaskOfPractice): string => {
  const now = new Date('2026-11-02T10:00:00.000Z');
  const task = assignTask(draft, { practiceId, taskId: 't' }, { ...maple, practiceId }, now);
  return JSON.stringify(
    taskEmail(task, { notice: 'assignment', to: 'b@x.example', link: '', now, timeZone: 'America/New_York' }),
  );
};

/** What names a patient, or one's account, in the claims and files here. */
const patients = /okafor|ada|miriam|smithj|4711|W100200300|NW4410977/i;

describe('a payment to one practice that names a claim of another', () => {
  const text = an835([mapleClaim, elmClaim], { payee: payeeOf(maple), traceNumber: 'CK42' });

  it('pays its own claim, not the other’s, and tells both', async () => {
    const { claims, hear, ...told } = await post(text);
    expect(claims.get('C0000000000A1')?.remittances).toBe(1);
    expect(claims.get('C0000000000B1')).toEqual(ofElm);
    expect(hear).toEqual(['elm-row', 'maple-street']);
    expect(told.maple).toContain('Part of remittance CK42 is not posted');
    expect(told.maple).toContain('C0000000000B1-1 (123.45)');
    expect(told.elm).toContain('Remittance CK42 is made out to somebody else');
    expect(told.elm).toContain('C0000000000B1-1 (123.45)');
  });

  it('tells the other nothing of the money of who is paid', async () => {
    const both = an835([mapleClaim, elmClaim, legacyClaim], {
      payee: payeeOf(maple),
      providerAdjustments: takenBack('L6', 'INTEREST 1', -777),
    });
    const { elm: heard, hear } = await post(both);
    expect(hear).toEqual(['elm-row', 'maple-street']);
    expect(heard).not.toMatch(/A1|111\.11|67\.89|7\.77|4711|CLP|PLB|maple/);
  });

  it('names no patient on either side, and mails count only', async () => {
    const { tasks } = await post(text);
    for (const task of tasks) {
      expect(JSON.stringify(task.draft)).not.toMatch(patients);
      expect(mailOf(task)).toContain('1 finding; the page shows what, where and in which file');
      expect(mailOf(task)).not.toMatch(/C0000000000|123\.45|CK42/);
    }
  });
});

describe('a payment dropped into another partner’s folder', () => {
  const elsewhere = { partnerId: 'lakeshore' };

  it('posts nothing and tells who is paid and whose claims it names, each once', async () => {
    const text = an835([mapleClaim, elmClaim], { payee: payeeOf(maple) });
    const { events, answers, hear, ...told } = await post(text, elsewhere);
    expect(events).toEqual([]);
    expect(answers.size).toBe(0);
    expect(hear).toEqual(['elm-row', 'maple-street']);
    expect(told.maple).toMatch(/wrong-partner CLP\[1\].*wrong-partner CLP\[2\]/);
    expect(told.elm).toContain('wrong-partner');
    expect(told.elm).not.toMatch(/A1|111\.11/);
  });

  it('is another story than the same payment through its own partner', async () => {
    const text = an835([mapleClaim, paying('C0000000000Z9-1')], { payee: payeeOf(maple) });
    const records = recordsOfPractices([ofMaple, ofElm, ofOak]);
    await post835(received(text, elsewhere), records);
    await post835(received(text), records);
    expect([...records.told.keys()]).toEqual([
      expect.stringMatching(/^remittance-lakeshore-[0-9A-Z]{16}-maple-street$/),
      expect.stringMatching(/^remittance-payer-simulator-[0-9A-Z]{16}-maple-street$/),
    ]);
    expect(records.claims.get('C0000000000A1')?.remittances).toBe(1);
  });

  it('does not take a payer’s own number for that of another practice’s claim', async () => {
    const text = an835([paying('C0000000000Z9-1', { payerControlNumber: 'ICN900200' })], {
      payee: payeeOf(oak),
    });
    const { hear, oak: heard } = await post(text, elsewhere);
    expect(hear).toEqual(['oak-lane']);
    expect(heard).not.toContain('elm');
  });
});

describe('a payment to nobody of ours', () => {
  it('is told to the practices whose claims it names, each of its own, and to no others', async () => {
    const { events, hear, ...told } = await post(an835([mapleClaim, elmClaim], { payee: stranger }));
    expect(events).toEqual([]);
    expect(hear).toEqual(['elm-row', 'maple-street']);
    expect(told.maple).toContain('111.11');
    expect(told.maple).not.toMatch(/B1|123\.45|unknown-payee/);
    expect(told.elm).toContain('123.45');
    expect(told.elm).not.toMatch(/A1|111\.11|unknown-payee/);
  });

  it('is told to all practices of the partner where something is left over, which is counted', async () => {
    const text = an835([elmClaim, legacyClaim, { ...legacyClaim, payerControlNumber: 'ICN778' }], {
      payee: stranger,
      providerAdjustments: takenBack('WO', 'BALANCE', 500),
    });
    const { hear, tasks, ...told } = await post(text);
    expect(hear).toEqual(['elm-row', 'maple-street']);
    for (const heard of [told.maple, told.elm])
      expect(heard).toContain('Items not posted, beside claims of practices here: 3');
    expect(told.maple).not.toMatch(/\d\.\d\d|B1|CLP|4711|BALANCE/);
    expect(told.elm).toContain('C0000000000B1-1 (123.45)');
    for (const task of tasks) expect(mailOf(task)).not.toMatch(patients);
  });

  it('is told to every practice where none works with the partner', async () => {
    const { hear } = await post(an835([legacyClaim], { payee: stranger }), { partnerId: 'nobodys' });
    expect(hear).toEqual(['elm-row', 'maple-street', 'oak-lane']);
  });

  it('is the same where it has no identifier that anybody could be known by', async () => {
    const payee = { name: 'MAPLE', idQualifier: 'XV', id: 'H1' } as const;
    const { hear, maple: heard } = await post(an835([elmClaim, legacyClaim], { payee }));
    expect(hear).toEqual(['elm-row', 'maple-street']);
    expect(heard).toContain('unknown-payee');
  });
});

describe('a claim of another practice is told to it', () => {
  const toMaple = { payee: payeeOf(maple) };

  it.each([
    ['does not balance', an835([paying('C0000000000B1-1', { charge: cents(24_000) })], toMaple)],
    ['has a wrong sign', an835([paying('C0000000000B1-1', { statusCode: '22' })], toMaple)],
    ['is about a transmission that was not sent', an835([paying('C0000000000B1-9')], toMaple)],
    [
      'decides another charge',
      an835(
        [paying('C0000000000B1-1', { charge: cents(99_000), adjustments: adjusted(['CO', '45', 86_655]) })],
        toMaple,
      ),
    ],
    ['stands in a payment that does not balance', an835([elmClaim], { ...toMaple, paid: cents(1) })],
    ['stands in a payment without a date', an835([elmClaim], { ...toMaple, paymentDate: undefined })],
    [
      'cannot be read',
      an835([mapleClaim, elmClaim], toMaple).replace(
        'CLP*C0000000000B1-1*1*230*',
        'CLP*C0000000000B1-1*1*many*',
      ),
    ],
    [
      'is taken back from',
      an835([mapleClaim], { ...toMaple, providerAdjustments: takenBack('WO', 'C0000000000B1-1', 1_000) }),
    ],
    [
      'is adjusted beside the claims',
      an835([mapleClaim], { ...toMaple, providerAdjustments: takenBack('CS', 'C0000000000B1-1', 1_000) }),
    ],
    [
      'is taken back from in a payment that does not balance',
      an835([mapleClaim], {
        ...toMaple,
        paid: cents(1),
        providerAdjustments: takenBack('WO', 'C0000000000B1-1', 1_000),
      }),
    ],
  ])('that %s', async (_what, text) => {
    const { claims, hear, ...told } = await post(text);
    expect(claims.get('C0000000000B1')).toEqual(ofElm);
    expect(hear).toEqual(['elm-row', 'maple-street']);
    expect(told.elm).toMatch(/made out to somebody else than the practice that billed it/);
    expect(told.elm).not.toMatch(/A1|111\.11|CLP|PLB\[/);
  });

  it.each(['WO', 'L6'])('in words that fit an amount beside the claims (%s)', async (reason) => {
    const text = an835([mapleClaim], {
      ...toMaple,
      providerAdjustments: takenBack(reason, 'C0000000000B1-1', 1_000),
    });
    const { maple: heard, elm: other } = await post(text);
    for (const one of [heard, other]) {
      expect(one).toContain(`${reason} 10.00 for C0000000000B1-1: the payment is made out to somebody else`);
      expect(one).not.toContain('belongs to no claim of ours');
    }
  });
});

describe('a payment to practices that share a number', () => {
  const shared = { ...elm, taxId: maple.taxId };
  const payee = { name: 'BOTH', idQualifier: 'FI', id: '12-3456789' } as const;

  it('tells each of its own claims and of what is nobody’s', async () => {
    const wrongly = { charge: cents(99_000), adjustments: adjusted(['CO', '45', 86_655]) };
    const text = an835(
      [paying('C0000000000A1-1', wrongly), paying('C0000000000B1-1', wrongly), legacyClaim],
      { payee },
    );
    const { hear, ...told } = await post(text, {}, [maple, shared, oak]);
    expect(hear).toEqual(['elm-row', 'maple-street']);
    expect(told.maple).toMatch(/A1-1.*SMITHJ 4711/);
    expect(told.maple).not.toContain('B1-1');
    expect(told.elm).toMatch(/B1-1.*SMITHJ 4711/);
    expect(told.elm).not.toContain('A1-1');
  });
});

it('a task lists fifty findings and says how many more there are', async () => {
  const text = an835(
    Array.from({ length: 250 }, (_, index) => paying('C0000000000B1-1', { payerControlNumber: `N${index}` })),
    { payee: payeeOf(maple) },
  );
  const { tasks } = await post(text);
  for (const { draft } of tasks) {
    expect(draft.reasons).toHaveLength(51);
    expect(draft.reasons.at(-1)?.text).toBe('200 more findings of this kind are in the file');
  }
  expect(tasks).toHaveLength(2);
});
