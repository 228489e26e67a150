import type { z } from 'zod';
import {
  type AdjudicationRule,
  type Member,
  type PayerDirectory,
  PayerRules,
} from '../../local/payer-simulator/payer-rules.ts';
import type { Visit } from './visits.ts';

/**
 * The samples' payers with the members and the moods of the month: each rule is for the one member whose story it tells.
 * A payer that does not find a member answers no 271, so that the claim goes out and its front end refuses it.
 */
export const payersOfMonth = (base: PayerDirectory, visits: readonly Visit[]): PayerDirectory =>
  new Map([...base].map(([payerId, rules]) => [payerId, payerOfMonth(rules, visits)]));

const payerOfMonth = (rules: PayerRules, visits: readonly Visit[]): PayerRules => {
  const own = visits.filter(({ memberIds }) => memberIds[rules.payerId] !== undefined);
  return PayerRules.parse({
    ...rules,
    unknownMemberReason: '42',
    members: own.map((visit, at) => memberOf(visit, rules.payerId, at)),
    rules: own
      .filter(({ registration }) => registration.coverages[0]?.payerId === rules.payerId)
      .flatMap((visit) => rulesOf(visit, rules.payerId)),
  });
};

/** A member as the rules write one, in cents and percent. */
type MemberEntry = z.input<typeof Member>;

const memberOf = ({ registration, memberIds, right }: Visit, payerId: string, at: number): MemberEntry => ({
  memberId: memberIds[payerId] ?? '',
  lastName: right.lastName,
  firstName: registration.patient.firstName,
  dateOfBirth: registration.patient.dateOfBirth,
  activeFrom: '2024-01-01',
  ...shares[registration.coverages.length > 1 ? 'coinsurance' : (kinds[at % kinds.length] ?? 'none')],
});

const kinds = ['none', 'copay', 'coinsurance', 'deductible', 'none'] as const;

/** What a plan leaves to its members, in cents and percent. */
const shares = {
  none: {},
  copay: { copay: 2500 },
  coinsurance: { coinsurancePercent: 20 },
  deductible: { deductiblePerClaim: 5000, coinsurancePercent: 10 },
} satisfies Record<string, Partial<MemberEntry>>;

const rulesOf = ({ story, memberIds, note }: Visit, payerId: string): AdjudicationRule[] =>
  story.rules.map(({ when = {}, result }) => {
    const { secondLine, ...rest } = when;
    const condition = { memberIds: [memberIds[payerId] ?? ''], ...rest };
    return {
      name: story.name,
      when: secondLine ? { ...condition, procedures: [note.secondProcedure ?? ''] } : condition,
      result: result as AdjudicationRule['result'], // parsed with the payer
    };
  });
