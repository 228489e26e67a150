import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { rulesOfPayer } from '../../functions/domain/ledger/adjustment-class.ts';
import type { ClassTerms } from '../../functions/domain/ledger/class-rule.ts';
import { claimPosition, disputedOf } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import { nextPayer } from '../factories/payers.ts';
import { post835, received, recordsOf } from '../factories/posting-records.ts';
import { adjusted, remittance, remittanceClaim } from '../factories/remittances.ts';

const paying = (claims: RemittanceClaim[], change: Partial<Remittance> = {}): string =>
  writeSets(header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }), remittanceGuide, [
    remittance(claims, { paid: cents(claims.reduce((total, one) => total + one.paid, 0)), ...change }),
  ]);

const bundled: ClassTerms = {
  reasons: ['97'],
  class: 'contractual',
  ofWhole: 'contractual',
  payerId: 'northwind',
};

/** Records of a practice that may edit its rules between two files. */
const practiceOf = (sent: readonly Claim[], ...first: readonly ClassTerms[]) => {
  const records = recordsOf(sent);
  let rules = first;
  const effects = {
    ...records.effects,
    billingOf: async (one: Claim) => ({
      ...(await records.effects.billingOf(one)),
      classRules: rulesOfPayer(rules, one.payerId),
    }),
  };
  return {
    ...records,
    post: (text: string, fileId = 'f0') => post835(received(text, { fileId }), { ...records, effects }),
    edit: (...edited: readonly ClassTerms[]) => {
      rules = edited;
    },
    at: (claimId = 'C0000000000A1') => {
      const found = records.claims.get(claimId);
      if (!found) throw new Error(`There is no claim ${claimId}`);
      return found;
    },
  };
};

/** 100.00 of 230.00 paid; 80.00 of the second line not, CO-97. */
const file = paying([remittanceClaim()]);

describe('a practice that says that CO-97 is contractual with a payer', () => {
  it('has nothing to decide about it, and its claim settles', async () => {
    const ours = practiceOf([claim()]);
    await ours.post(file);
    expect(disputedOf(ours.at()).map(({ reason }) => reason)).toEqual(['97']);
    const theirs = practiceOf([claim()], bundled);
    await theirs.post(file);
    expect(disputedOf(theirs.at())).toEqual([]);
    expect(claimPosition(theirs.at())).toMatchObject({ adjustments: 11_000, patientBalance: 2_000, open: 0 });
  });

  it('finds in the history of the claim why nobody was asked', async () => {
    const { post, events } = practiceOf([claim()], bundled);
    await post(file);
    expect(events[0]?.detail).toMatchObject({ classedByPractice: 'CO-97 contractual' });
  });

  it('says nothing of another payer', async () => {
    const { post, at, events } = practiceOf([claim({ payerId: 'cascade' })], bundled);
    await post(file);
    expect(disputedOf(at())).toHaveLength(1);
    expect(events[0]?.detail).not.toHaveProperty('classedByPractice');
  });

  it('says nothing of payments before the rule begins', async () => {
    const { post, at } = practiceOf([claim()], { ...bundled, from: '2026-03-21' });
    await post(file);
    expect(disputedOf(at())).toHaveLength(1);
  });
});

describe('an edit of the rules', () => {
  it('leaves what is posted as it was classed, and a file that comes again too', async () => {
    const { post, edit, at } = practiceOf([claim()], bundled);
    await post(file);
    edit();
    await post(file, 'f1');
    expect(claimPosition(at())).toMatchObject({ adjustments: 11_000, open: 0 });
    const later = practiceOf([claim()]);
    await later.post(file);
    later.edit(bundled);
    await later.post(file, 'f1');
    expect(claimPosition(later.at())).toMatchObject({ adjustments: 3_000, open: 8_000 });
  });
});

describe('the claim of a payer to whom it was forwarded', () => {
  it('is classed by the rules of that payer', async () => {
    const whole: ClassTerms = { ...bundled, payerId: 'cascade' };
    const { post, at, claims } = practiceOf([claim({ nextPayers: [nextPayer] })], whole);
    await post(file);
    expect(disputedOf(at()).map(({ reason }) => reason)).toEqual(['97']);
    const second = remittanceClaim({
      statusCode: '2',
      payerControlNumber: 'CM1',
      charge: cents(23_000),
      paid: cents(2_000),
      adjustments: adjusted(['OA', '23', 13_000], ['CO', '97', 8_000]),
      lines: undefined,
    });
    const { payer } = remittance([second]);
    await post(paying([second], { payer: { ...payer, name: 'CASCADE MUTUAL' }, traceNumber: 'CM77' }), 'f1');
    const forwarded = [...claims.values()].find(({ payerId }) => payerId === 'cascade');
    if (!forwarded) throw new Error('The next payer has a claim');
    expect(disputedOf(forwarded)).toEqual([]);
    expect(claimPosition(forwarded)).toMatchObject({ adjustments: 21_000, open: 0 });
  });
});
