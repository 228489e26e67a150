import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeDenial } from '../../../functions/denials/describe-denial.ts';
import { houseRules } from '../../../functions/domain/denials/house-routing.ts';
import { neverFirst, neverTaken } from '../../../functions/domain/denials/money-rules.ts';
import { reasonFacts } from '../../../functions/domain/denials/reasons.ts';
import type { RoutingCondition } from '../../../functions/domain/denials/routing-rule.ts';
import { Route } from '../../../functions/domain/denials/routing-rule.ts';
import { AdjustmentGroup } from '../../../functions/domain/ledger/class-rule.ts';
import { adjudication, adjustment } from '../../factories/adjudications.ts';
import { adjudicated } from '../../factories/claims.ts';
import { nextPayer, payer } from '../../factories/payers.ts';
import { expectedRoutes, forNextPayer, ofTheClaim } from './expected-routes.ts';

const expected = new Map(
  expectedRoutes.flatMap(([desk, first, denials]) =>
    denials.split(' ').map((name) => [name, { desk, first }] as const),
  ),
);

const draftOf = (name: string, withNext = false) => {
  const [, kind = 'CI', group = 'CO', reason = '', remark] =
    /^(?:(..):)?(..)-([^+]+)(?:\+(.+))?$/.exec(name) ?? [];
  const decision = adjudication({ remarks: remark ? [remark] : [] }, [
    adjustment(AdjustmentGroup.parse(group), reason, 8_000),
  ]);
  const of = adjudicated({ adjudications: [decision], nextPayers: withNext ? [nextPayer] : [] });
  return describeDenial(of, { payer: payer({ claimFilingIndicator: kind }) });
};

/** A denial of each reason, remark, kind of payer and group that a rule names. */
const denialsOf = ({
  groups,
  reasons = [],
  remarks = [''],
  claimFilingIndicators = [''],
}: RoutingCondition) =>
  reasons.flatMap((reason) =>
    remarks.flatMap((remark) =>
      claimFilingIndicators.flatMap((kind) =>
        (groups ?? [reason === '209' ? 'OA' : 'CO']).map(
          (group) => `${kind && `${kind}:`}${group}-${reason}${remark && `+${remark}`}`,
        ),
      ),
    ),
  );

describe('the house’s table', () => {
  describe.each(houseRules.map((rule) => [rule.ruleId, rule] as const))(
    'by rule %s',
    (ruleId, { when, then }) => {
      it.each(denialsOf(when))('%s goes where the sources of the policy have it', (name) => {
        const { owner, actions, advice, routing } = draftOf(name);
        expect({ desk: owner, first: actions[0] }).toEqual(expected.get(name));
        expect(routing).toEqual({ house: expect.any(String), houseRule: ruleId });
        expect(advice).toBe(then.advice);
      });

      it('is a whole answer, of reasons with words', () => {
        expect(Route.safeParse(then).success).toBe(true);
        expect((when.reasons ?? []).filter((reason) => reasonFacts[reason] === undefined)).toEqual([]);
      });
    },
  );

  it.each([...expected])('has %s as it is expected', (name, { desk, first }) => {
    const { owner, actions } = draftOf(name);
    expect({ desk: owner, first: actions[0] }).toEqual({ desk, first });
  });

  it('has a row for every reason that has words', () => {
    const routed = new Set(houseRules.flatMap(({ when }) => when.reasons ?? []));
    expect(Object.keys(reasonFacts).filter((reason) => !routed.has(reason))).toEqual([]);
  });

  it('offers nothing that money rules never take, of every group that its rule is about', () => {
    const wrong = houseRules.flatMap(({ ruleId, when, then }) =>
      then.actions.flatMap((action, at) => {
        const kinds = (when.reasons ?? []).flatMap((reason) =>
          (when.groups ?? AdjustmentGroup.options).map((group) => ({
            ...{ group, reason, remarks: when.remarks ?? [] },
            claimFilingIndicator: when.claimFilingIndicators?.[0] ?? 'CI',
          })),
        );
        const never = at === 0 ? neverFirst : neverTaken;
        return kinds.every((one) => never(action, one) !== undefined) ? [`${ruleId}: ${action}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the next payer', () => {
  it.each(Object.keys(reasonFacts))('is offered for CARC %s where the sources have it so', (reason) => {
    const isOffered = (group: string) =>
      draftOf(`${group}-${reason}`, true).actions.includes('bill-next-payer');
    expect(isOffered('CO')).toBe(forNextPayer.includes(reason));
    expect(isOffered('PR')).toBe(!ofTheClaim.includes(reason));
  });
});

describe('the edits that look for a reason', () => {
  const page = readFileSync('docs/edits.md', 'utf8');
  const rows = [...page.matchAll(/^\| ([a-z0-9-]+) \| (?:block|warn|info) \|.*\|(.*)\|$/gm)];
  const cited = rows.flatMap(([, edit = '', source = '']) =>
    [...source.matchAll(/CARC ([A-Z0-9]+(?:, [A-Z]?\d+)*)/g)].flatMap(([, list = '']) =>
      list.split(', ').map((reason) => `${reason} ${edit}`),
    ),
  );
  const known = Object.entries(reasonFacts).flatMap(([reason, { edits }]) =>
    edits.map((edit) => `${reason} ${edit}`),
  );

  it('are those that name it as their source', () => {
    expect(cited.length).toBeGreaterThan(80);
    expect(cited.filter((one) => !known.includes(one))).toEqual([]);
  });

  it('are edits', () => {
    const edits = new Set(rows.map(([, edit]) => edit));
    expect(known.filter((one) => !edits.has(one.split(' ')[1]))).toEqual([]);
  });
});
