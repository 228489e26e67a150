import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeDenial } from '../../functions/denials/describe-denial.ts';
import type { Adjustment, Claim } from '../../functions/domain/claim.ts';
import { reasonFacts } from '../../functions/domain/denials/reasons.ts';
import { classOf, isRoutineInPart } from '../../functions/domain/ledger/adjustment-class.ts';
import { AdjustmentGroup } from '../../functions/domain/ledger/class-rule.ts';
import { defaultClasses } from '../../functions/domain/ledger/default-classes.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, adjustment } from '../factories/adjudications.ts';
import { adjudicated } from '../factories/claims.ts';
import { nextPayer, payer } from '../factories/payers.ts';

const denied = (
  denial: readonly Adjustment[],
  { remarks = [], ...change }: { remarks?: string[] } & Partial<Claim> = {},
) =>
  describeDenial(adjudicated({ adjudications: [adjudication({ remarks }, denial)], ...change }), {
    payer: payer(),
  });

describe('a denial', () => {
  it('with a reason that the policy does not know goes to the biller', () => {
    expect(denied([adjustment('CO', 'P14', 8_000)])).toMatchObject({
      owner: 'biller',
      title: 'Denied: $80.00 open',
      actions: ['resubmit', 'appeal', 'write-off', 'decide-parts'],
    });
  });

  it('is worked by the desk of its largest amount, and tells all that is disputed', () => {
    const draft = denied([adjustment('CO', '16', 3_000), adjustment('CO', '197', 5_000)]);
    expect(draft).toMatchObject({
      kind: 'denial',
      owner: 'authorizations',
      title: 'Authorization absent: $80.00 open',
      reasons: [
        { code: 'CO-16', text: 'Information is missing or invalid ($30.00)' },
        { code: 'CO-197', text: 'Authorization absent ($50.00)' },
      ],
    });
  });

  it('does not count the contract’s and the patient’s share among its reasons', () => {
    const codes = denied([adjustment('CO', '197', 8_000)]).reasons.map(({ code }) => code);
    expect(codes).toEqual(['CO-197']);
  });

  it('tells each remark once', () => {
    const line = adjudication().lines.map((one) => ({ ...one, remarks: ['N382'] }));
    const draft = describeDenial(
      adjudicated({ adjudications: [adjudication({ remarks: ['N382', 'N999'], lines: line })] }),
      { payer: payer() },
    );
    expect(draft.reasons.slice(1)).toEqual([
      { code: 'N382', text: 'Patient identifier missing or invalid' },
      { code: 'N999', text: 'Remark of the payer' },
    ]);
  });

  it('with MA130 is sent as a new claim and cannot be appealed', () => {
    const draft = denied([adjustment('CO', '197', 8_000)], { remarks: ['MA130'] });
    expect(draft.actions).toEqual(['resubmit', 'write-off', 'decide-parts']);
    expect(draft.advice).toContain('cannot be appealed');
  });
});

describe('the routes of denials and the classes of adjustments', () => {
  const routed = Object.keys(reasonFacts);
  const place = { charge: cents(10_000), hasPriorPayer: false, paymentDate: '2026-03-20' };
  const classesOf = (reason: string, amount: number) =>
    AdjustmentGroup.options.map((group) => classOf(adjustment(group, reason, amount), place));

  it.each(routed)('agree that the whole charge is denied with CARC %s', (reason) => {
    expect(new Set(classesOf(reason, 10_000))).toEqual(new Set(['disputed']));
  });

  it('agree on what is a denial at any amount: it is routine nowhere', () => {
    const routineInPart = routed.filter((reason) =>
      classesOf(reason, 100).some((found) => found !== 'disputed'),
    );
    expect(routineInPart.toSorted()).toEqual(['172', '24', '45', '59', 'B10']);
  });

  const reductions = [...new Set(defaultClasses.flatMap((rule) => rule.reasons))].filter(isRoutineInPart);

  it.each(reductions)('have words of their own for CO-%s of the whole charge', (reason) => {
    const [told] = denied([adjustment('CO', reason, 8_000)]).reasons;
    expect(told?.code).toBe(`CO-${reason}`);
    expect(told?.text).not.toMatch(/^Denied /);
  });

  it('tell a reduction that takes the whole charge from a denial', () => {
    expect(denied([adjustment('CO', '131', 8_000)])).toMatchObject({
      owner: 'biller',
      title: 'A reduction that is routine in part: $80.00 open',
      actions: ['appeal', 'write-off', 'resubmit', 'decide-parts'],
    });
  });
});

describe('the actions of a denial', () => {
  it('bill the patient when everything disputed is put to the patient', () => {
    expect(denied([adjustment('PR', '27', 8_000)]).actions[0]).toBe('bill-patient');
  });

  it('do not bill the patient when a part of it is not', () => {
    const mixed = [adjustment('PR', '27', 5_000), adjustment('CO', '27', 3_000)];
    expect(denied(mixed).actions).not.toContain('bill-patient');
  });

  it('bill the next payer only when there is one', () => {
    const denial = [adjustment('CO', '22', 8_000)];
    expect(denied(denial).actions).not.toContain('bill-next-payer');
    expect(denied(denial, { nextPayers: [nextPayer] }).actions).toContain('bill-next-payer');
  });

  it.each<[string, Adjustment[], boolean]>([
    ['the patient’s responsibility', [adjustment('PR', '242', 8_000)], true],
    ['what a later payer may be billed (OA-209)', [adjustment('OA', '209', 8_000)], true],
    ['the end of coverage', [adjustment('CO', '27', 8_000)], true],
    ['the end of a benefit', [adjustment('CO', '119', 8_000)], true],
    ['missing information', [adjustment('CO', '16', 8_000)], false],
    ['missing information that is put to the patient', [adjustment('PR', '16', 8_000)], false],
    [
      'a benefit beside a data error',
      [adjustment('PR', '204', 5_000), adjustment('CO', '197', 3_000)],
      false,
    ],
    ['bundling', [adjustment('CO', '97', 8_000)], false],
  ])('bill the next payer for %s: %o', (_, denial, isOffered) => {
    expect(denied(denial, { nextPayers: [nextPayer] }).actions.includes('bill-next-payer')).toBe(isOffered);
  });

  it('bill the next payer in place of the patient while there is one, and no payer twice', () => {
    const denial = [adjustment('PR', '27', 8_000)];
    const [first, ...others] = denied(denial, { nextPayers: [nextPayer] }).actions;
    expect(first).toBe('bill-next-payer');
    expect(others).not.toContain('bill-patient');
    const billed = denied(denial, { nextPayers: [nextPayer], nextClaimId: 'C2345678923' }).actions;
    expect(billed).not.toEqual(expect.arrayContaining(['bill-patient']));
    expect(billed).not.toEqual(expect.arrayContaining(['bill-next-payer']));
  });

  it('are never empty, have no doubles, always allow a write-off and never bill the patient for CO', () => {
    const denials = fc.array(
      fc.record({
        group: fc.constantFrom('CO' as const, 'OA' as const, 'PI' as const, 'PR' as const),
        reason: fc.constantFrom(...Object.keys(reasonFacts), 'P14'),
        amount: fc.integer({ min: 1, max: 9_000 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(denials, fc.subarray(['MA130', 'N382']), fc.boolean(), (denial, remarks, hasNext) => {
        const { actions, reasons } = denied(
          denial.map(({ group, reason, amount }) => adjustment(group, reason, amount)),
          { remarks, nextPayers: hasNext ? [nextPayer] : [] },
        );
        expect(actions).toContain('write-off');
        expect(new Set(actions).size).toBe(actions.length);
        // What the contract takes is no dispute, and beside it the patient's share stays the patient's.
        if (reasons.some(({ code }) => /^(CO|OA|PI)-/.test(code)))
          expect(actions).not.toContain('bill-patient');
        if (!hasNext) expect(actions).not.toContain('bill-next-payer');
        if (hasNext) expect(actions).not.toContain('bill-patient');
        if (remarks.includes('MA130')) expect(actions).not.toContain('appeal');
      }),
    );
  });
});
/** The claim of a child whose parent holds the policy. */
const ofDependent = (change: Partial<Claim>): Claim => {
  const claim = adjudicated(change);
  const { address } = claim.patient;
  const subscriber = {
    lastName: 'Okafor',
    firstName: 'Ben',
    dateOfBirth: '1959-02-01',
    gender: 'M',
    address,
  } as const;
  return { ...claim, coverage: { ...claim.coverage, relationship: 'child', subscriber } };
};

it('says which fields of the insured the payer has otherwise, and no value: reasons stand in mails', () => {
  const correctedInsured = { memberId: 'NW9999999', lastName: 'OKAFORD' };
  const decided = adjudication({ correctedInsured });
  const { reasons } = describeDenial(adjudicated({ adjudications: [decided] }), { payer: payer() });
  expect(reasons[0]).toEqual({
    code: 'NM1*74',
    text: 'The payer’s records have another member number, last name: it is filled in below',
  });
  expect(JSON.stringify(reasons)).not.toMatch(/NW9999999|OKAFORD/);
  const { reasons: ofChild } = describeDenial(ofDependent({ adjudications: [decided] }), { payer: payer() });
  expect(ofChild[0]?.text).toBe(
    'The payer’s records have another member number, last name: see below whether the patient’s or the policy holder’s name is meant, and mend that',
  );
});
