import type { RoutingTrial, TriedDenial, WorkedSo } from '../../functions/denials/try-routing.ts';
import { houseEdition, houseRules } from '../../functions/domain/denials/house-routing.ts';
import type {
  HouseRule,
  RoutedTime,
  RoutingRule,
  RoutingSet,
} from '../../functions/domain/denials/routing-rule.ts';
import { cents, toDollars } from '../../functions/edi/money.ts';

const timeWords = (due: RoutedTime): string =>
  due === 'earliest-limit' ? 'the earliest open limit' : `${due.businessDays} business days`;

const conditionWords = ({
  when = {},
  from,
  to,
}: Pick<RoutingRule | HouseRule, 'when' | 'from' | 'to'>): string => {
  const { groups, reasons, amount, ...others } = when;
  const dollars = (end: number | undefined): string => (end === undefined ? '' : toDollars(cents(end)));
  return (
    [
      groups?.join('/'),
      reasons && `CARC ${reasons.join(' ')}`,
      ...Object.entries(others).map(([field, values]) => values && `${field} ${values.join(' ')}`),
      amount && `amount ${dollars(amount.from)} to ${dollars(amount.to)}`.trim(),
      from && `from ${from}`,
      to && `to ${to}`,
    ]
      .filter(Boolean)
      .join(', ') || 'all denials'
  );
};

const ruleLines = (rule: RoutingRule | HouseRule): readonly string[] => {
  const { desk, actions, advice, due, nextPayer } = rule.then;
  const isOff = 'active' in rule && !rule.active;
  const answer = [
    desk,
    actions?.join(' > '),
    due && `within ${timeWords(due)}`,
    nextPayer === false && 'not the next payer',
  ].filter(Boolean);
  return [
    `  ${rule.ruleId}${isOff ? ' (off)' : ''}: ${conditionWords(rule)}`,
    ...(answer.length > 0 ? [`    ${answer.join(', ')}`] : []),
    ...(advice ? [`    ${advice}`] : []),
  ];
};

/** The tables as they are asked: the practice's, then the house's. */
export const renderRouting = (routingSet: RoutingSet | undefined): string =>
  [
    routingSet
      ? `The practice’s, version ${routingSet.version}, the first that fits:`
      : 'The practice has none of its own.',
    ...(routingSet?.rules ?? []).flatMap(ruleLines),
    `The house’s, edition ${houseEdition}, where none of those fits:`,
    ...houseRules.flatMap(ruleLines),
  ].join('\n');

const aspectWords = ({ before, after }: TriedDenial, aspect: keyof WorkedSo): string => {
  const words = (one: WorkedSo): string =>
    aspect === 'actions'
      ? one.actions.join(' > ')
      : aspect === 'due'
        ? timeWords(one.due)
        : String(one[aspect] ?? '');
  return `  ${aspect}: ${words(before)} → ${words(after)}`;
};

const triedLines = (one: TriedDenial): readonly string[] => [
  `${one.claimId} of ${one.day}, ${one.denied.join(' ')}, $${toDollars(one.amount)}${one.after.rule ? `, by ${one.after.rule}` : ''}`,
  ...one.changes.map((aspect) => aspectWords(one, aspect)),
];

/** What a trial found, a denial after the other, and the counts. */
export const renderTrial = ({ denials, amount, changed, different }: RoutingTrial): string => {
  const of = (name: keyof typeof changed): string =>
    `${changed[name].denials} ($${toDollars(changed[name].amount)})`;
  return [
    ...different.flatMap(triedLines),
    `${denials} denials of $${toDollars(amount)}: ${of('any')} otherwise than by the table in force: desk ${of('desk')}, actions ${of('actions')}, deadline ${of('due')}, advice ${of('advice')}`,
  ].join('\n');
};
