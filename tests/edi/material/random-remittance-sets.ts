import fc from 'fast-check';
import { type Cents, cents, sum } from '../../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../../../functions/edi/x835/loops.ts';
import { anyDay, anyText } from './random-loops.ts';
import { paidClaim, paidLine, remittance, withheld } from './remittance-sets.ts';

type Adjustments = NonNullable<RemittanceLine['adjustments']>;

/** An amount as adjustments of several groups and reasons. */
const adjustmentsOf = (amount: Cents, parts: number): Adjustments | undefined => {
  if (amount === 0) return undefined;
  const part = cents(Math.trunc(amount / parts));
  const rest = cents(amount - part * (parts - 1));
  const reasons = [rest, ...new Array<Cents>(parts - 1).fill(part)].map((one) => ({
    reason: '45',
    amount: one,
  }));
  return [
    { group: 'CO', reasons: reasons.slice(0, 6) },
    ...(parts > 6 ? [{ group: 'PR', reasons: reasons.slice(6) }] : []),
  ];
};

const anyAmount = fc.integer({ min: 0, max: 9_999_99 }).map(cents);
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

/** A service whose charge, adjustments and payment agree, as a reversal has it too. */
const anyLine: fc.Arbitrary<RemittanceLine> = fc
  .record({
    charge: anyAmount,
    share: anyShare,
    parts: fc.integer({ min: 1, max: 9 }),
    sign: fc.constantFrom(1, 1, 1, -1),
    date: anyDay,
    remark: fc.option(fc.constantFrom('M15', 'N130'), { nil: undefined }),
  })
  .map(({ charge, share, parts, sign, date, remark }) => {
    const paid = cents(Math.floor(charge * share));
    return paidLine({
      charge: cents(sign * charge),
      paid: cents(sign * paid),
      dates: [{ qualifier: '472', date }],
      adjustments: adjustmentsOf(cents(sign * (charge - paid)), parts),
      remarks: remark && [{ list: 'HE', code: remark }],
    });
  });

/** A claim with lines, and adjustments of its own beside theirs. */
export const anyPaidClaim: fc.Arbitrary<RemittanceClaim> = fc
  .record({
    number: anyText,
    lines: fc.array(anyLine, { minLength: 1, maxLength: 5 }),
    own: fc.oneof(fc.constant(cents(0)), anyAmount),
    status: fc.constantFrom('1', '2', '4', '19', '22'),
  })
  .map(({ number, lines, own, status }) =>
    paidClaim({
      patientControlNumber: number,
      statusCode: status,
      charge: sum(lines.map(({ charge }) => charge)),
      paid: cents(sum(lines.map(({ paid }) => paid)) - own),
      adjustments: adjustmentsOf(own, 1),
      lines,
    }),
  );

/** What is withheld; and where nothing would be left to pay, the balance that is carried forward. */
const settled = (
  claims: RemittanceClaim[],
  owed: Cents,
): Pick<Remittance, 'paid' | 'providerAdjustments'> => {
  const left = cents(sum(claims.map(({ paid }) => paid)) - owed);
  const adjustments = [...(owed > 0 ? [withheld(owed)] : []), ...(left < 0 ? [withheld(left)] : [])];
  return {
    paid: cents(Math.max(left, 0)),
    ...(adjustments.length > 0 && { providerAdjustments: adjustments }),
  };
};

/** Remittances that the guide and its rules have nothing against. */
export const anyRemittance: fc.Arbitrary<Remittance> = fc
  .record({
    claims: fc.array(anyPaidClaim, { minLength: 1, maxLength: 4 }),
    more: fc.array(anyPaidClaim, { maxLength: 2 }),
    owed: fc.oneof(fc.constant(cents(0)), anyAmount),
    paymentDate: anyDay,
  })
  .map(({ claims, more, owed, paymentDate }) =>
    remittance({
      paymentDate,
      groups: [{ number: 1, claims }, ...(more.length > 0 ? [{ number: 2, claims: more }] : [])],
      ...settled([...claims, ...more], owed),
    }),
  );
