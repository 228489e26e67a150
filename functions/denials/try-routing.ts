import type { PracticeRouting } from '../domain/denials/route-adjustment.ts';
import { routeClaim } from '../domain/denials/route-claim.ts';
import type { RoutedAction, RoutedTime } from '../domain/denials/routing-rule.ts';
import type { Desk, Practice } from '../domain/practice.ts';
import { isSame } from '../domain/rules/net-change.ts';
import { type Cents, sum } from '../edi/money.ts';
import type { PastDenial } from './past-denials.ts';

/** How a denial is worked by a table. */
export type WorkedSo = {
  readonly desk: Desk;
  readonly actions: readonly RoutedAction[];
  readonly due: RoutedTime;
  readonly advice: string;
  /** Of the practice; none: the house's. */
  readonly rule?: string;
};

const aspects = ['desk', 'actions', 'due', 'advice'] as const;
export type Aspect = (typeof aspects)[number];

/** A denial that is worked otherwise than by the table in force. */
export type TriedDenial = {
  readonly claimId: string;
  readonly day: string;
  readonly denied: readonly string[];
  readonly amount: Cents;
  readonly changes: readonly Aspect[];
  readonly before: WorkedSo;
  readonly after: WorkedSo;
};

type Counted = { readonly denials: number; readonly amount: Cents };

/** What a table would do to past denials, beside the table in force; cents are what was disputed. */
export type RoutingTrial = Counted & {
  readonly changed: Readonly<Record<Aspect | 'any', Counted>>;
  readonly different: readonly TriedDenial[];
};

const workedBy = (
  { claim, payer }: PastDenial,
  routing: PracticeRouting,
  { taskDays }: Pick<Practice, 'taskDays'>,
): WorkedSo => {
  const { route, actions, by } = routeClaim(claim, payer, routing);
  const { desk, advice, due = { businessDays: taskDays[desk] } } = route;
  return { desk, actions, due, advice, ...(by.rule && { rule: by.rule }) };
};

const counted = (denials: readonly { readonly amount: Cents }[]): Counted => ({
  denials: denials.length,
  amount: sum(denials.map(({ amount }) => amount)),
});

/** Tries a practice's table on past denials before it takes effect; nothing is written. */
export const tryRouting = (
  denials: readonly PastDenial[],
  practice: Pick<Practice, 'taskDays'>,
  inForce: PracticeRouting,
  proposed: PracticeRouting,
): RoutingTrial => {
  const tried = denials.map((denial): TriedDenial => {
    const [before, after] = [workedBy(denial, inForce, practice), workedBy(denial, proposed, practice)];
    return {
      ...{ claimId: denial.claim.claimId, day: denial.day, before, after },
      denied: denial.disputed.map(({ group, reason }) => `${group}-${reason}`),
      amount: sum(denial.disputed.map(({ amount }) => amount)),
      changes: aspects.filter((aspect) => !isSame(before[aspect], after[aspect])),
    };
  });
  const different = tried.filter(({ changes }) => changes.length > 0);
  const having = (aspect: Aspect) => counted(different.filter(({ changes }) => changes.includes(aspect)));
  return {
    ...counted(tried),
    changed: {
      any: counted(different),
      ...{ desk: having('desk'), actions: having('actions'), due: having('due'), advice: having('advice') },
    },
    different,
  };
};
