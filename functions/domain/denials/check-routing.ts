import type { CalendarDate } from '../calendar.ts';
import { checkInput } from '../check-input.ts';
import type { Checked, Finding } from '../finding.ts';
import { AdjustmentGroup } from '../ledger/class-rule.ts';
import type { Payer } from '../payer.ts';
import { type DeniedKind, neverFirst, neverTaken } from './money-rules.ts';
import { takenBy } from './never-matches.ts';
import { reasonFacts } from './reasons.ts';
import { type RoutedAction, type RoutingRule, RoutingRules } from './routing-rule.ts';

/** What the rules of a practice are held against; what is not given is not asked. */
export type KnownOfRouting = {
  readonly payers?: readonly Pick<Payer, 'payerId' | 'claimFilingIndicator'>[];
  /** Whether a CARC or RARC is in the list of a date; undefined where no list of that time is installed. */
  readonly knows?: (list: 'carc' | 'rarc', code: string, date: CalendarDate) => boolean | undefined;
  readonly today: CalendarDate;
};

/** Rules that may be entered, and what of them somebody should look at all the same. */
export type CheckedRouting = { readonly rules: readonly RoutingRule[]; readonly notes: readonly Finding[] };

type Objecting = (
  rule: RoutingRule,
  at: number,
  rules: readonly RoutingRule[],
  known: KnownOfRouting,
) => readonly Finding[];

const finding = (at: number, path: string, code: string, detail: string): Finding => ({
  ...{ code, detail },
  path: `rules.${at}.${path}`,
});

const namedTwice: Objecting = ({ ruleId }, at, rules) => {
  const first = rules.findIndex((other) => other.ruleId === ruleId);
  return first < at
    ? [finding(at, 'ruleId', 'id-twice', `Rule ${first} is called so: give another name`)]
    : [];
};

const unknownPayers: Objecting = ({ when }, at, _rules, { payers }) =>
  (when?.payers ?? []).flatMap((payerId, index) =>
    payers && !payers.some((one) => one.payerId === payerId)
      ? [
          finding(
            at,
            `when.payers.${index}`,
            'payer-unknown',
            `The practice has no contract with ${payerId}: it has ${payers.map((one) => one.payerId).join(', ')}`,
          ),
        ]
      : [],
  );

const otherKindOfPayer: Objecting = ({ when }, at, _rules, { payers = [] }) => {
  const named = payers.filter(({ payerId }) => when?.payers?.includes(payerId));
  const kinds = when?.claimFilingIndicators;
  if (!kinds || named.length === 0 || named.some((one) => kinds.includes(one.claimFilingIndicator)))
    return [];
  const are = named.map((one) => `${one.payerId} is ${one.claimFilingIndicator}`).join(', ');
  return [finding(at, 'when.claimFilingIndicators', 'never-matches', `The rule never answers: ${are}`)];
};

const takenBefore: Objecting = (rule, at, rules) => {
  const earlier = rules.slice(0, at).filter(({ active }) => active);
  const taking = rule.active ? takenBy(rule, earlier) : [];
  if (taking.length === 0) return [];
  const names = earlier.filter((other) => taking.includes(other)).map(({ ruleId }) => ruleId);
  const detail = `The rule never answers, because ${names.join(', ')} before it ${names.length === 1 ? 'takes' : 'take'} all that it is about: put it first, or narrow those`;
  return [finding(at, 'when', 'never-matches', detail)];
};

const contradiction: Objecting = ({ then }, at) => {
  const { actions = [], nextPayer } = then;
  const twice = actions.findIndex((action, index) => actions.indexOf(action) < index);
  return [
    ...(twice < 0 ? [] : [finding(at, `then.actions.${twice}`, 'action-twice', 'It stands before already')]),
    ...(nextPayer === false && actions.includes('bill-next-payer')
      ? [finding(at, 'then.nextPayer', 'contradiction', 'The actions offer what this takes away')]
      : []),
  ];
};

/** A denial of each kind that a rule is about, as far as money rules tell kinds apart. */
const kindsOf = ({ when = {} }: RoutingRule, { payers = [] }: KnownOfRouting): readonly DeniedKind[] => {
  const named = payers.filter(({ payerId }) => when.payers?.includes(payerId));
  const indicators =
    when.claimFilingIndicators ??
    (named.length > 0 ? named.map((one) => one.claimFilingIndicator) : ['CI', 'MB']);
  const reasons = when.reasons ?? [...Object.keys(reasonFacts), 'P14'];
  const remarks = when.remarks?.map((remark) => [remark]) ?? [[]];
  return (when.groups ?? AdjustmentGroup.options).flatMap((group) =>
    reasons.flatMap((reason) =>
      remarks.flatMap((some) =>
        indicators.map((claimFilingIndicator) => ({ group, reason, remarks: some, claimFilingIndicator })),
      ),
    ),
  );
};

/** What money rules say of an action of a rule: it is taken of none of its denials, or not of all. */
const barred = (
  action: RoutedAction,
  index: number,
  kinds: readonly DeniedKind[],
):
  | { readonly isOfAll: boolean; readonly because: string; readonly kinds: readonly DeniedKind[] }
  | undefined => {
  const never = index === 0 ? neverFirst : neverTaken;
  const wrong = kinds.filter((one) => never(action, one) !== undefined);
  const because = wrong[0] && never(action, wrong[0]);
  return because ? { isOfAll: wrong.length === kinds.length, because, kinds: wrong } : undefined;
};

/** An action that is never taken about any denial of its rule: the rule promises what will not be. */
const neverOffered: Objecting = (rule, at, _rules, known) => {
  const kinds = kindsOf(rule, known);
  return (rule.then.actions ?? []).flatMap((action, index) => {
    const found = barred(action, index, kinds);
    if (!found?.isOfAll) return [];
    return [finding(at, `then.actions.${index}`, 'never-offered', `${found.because}: leave ${action} out`)];
  });
};

/** An action that is cut of some of the denials of its rule. */
const cutOfSome: Objecting = (rule, at, _rules, known) => {
  const kinds = kindsOf(rule, known);
  return (rule.then.actions ?? []).flatMap((action, index) => {
    const found = barred(action, index, kinds);
    if (!found || found.isOfAll) return [];
    const names = [...new Set(found.kinds.map(({ group, reason }) => `${group}-${reason}`))];
    const some =
      names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
    return [
      finding(at, `then.actions.${index}`, 'cut', `${found.because}: it is not so of ${some} by this rule`),
    ];
  });
};

const unknownCodes: Objecting = ({ when, from = '', to = '9999-12-31' }, at, _rules, { knows, today }) => {
  const date = today < from ? from : today > to ? to : today;
  const told = (field: 'reasons' | 'remarks', list: 'carc' | 'rarc'): readonly Finding[] =>
    (when?.[field] ?? []).flatMap((code, index) =>
      knows?.(list, code, date) === false
        ? [
            finding(
              at,
              `when.${field}.${index}`,
              'code-unknown',
              `${list.toUpperCase()} ${code} is not in the installed list of ${date}: the rule answers it only if payers send it`,
            ),
          ]
        : [],
    );
  return [...told('reasons', 'carc'), ...told('remarks', 'rarc')];
};

const switchedOff: Objecting = ({ active }, at) =>
  active ? [] : [finding(at, 'active', 'switched-off', 'The rule is switched off')];

const refusing = [namedTwice, unknownPayers, otherKindOfPayer, takenBefore, contradiction, neverOffered];
const noting = [cutOfSome, unknownCodes, switchedOff];

/**
 * Checks a practice's table as it is entered: all that is wrong at once, by path (`rules.2.then.actions.0`). A rule is
 * refused that never answers, or that offers what money rules take of none of its denials; what is cut of some of them
 * only, and codes that the installed lists do not know, for they may be the older ones, are told.
 */
export const checkRouting = (written: unknown, known: KnownOfRouting): Checked<CheckedRouting> => {
  const read = checkInput(RoutingRules, written);
  if (!read.success) {
    const findings = read.findings.map((one) => ({
      ...one,
      path: one.path === '' ? 'rules' : `rules.${one.path}`,
    }));
    return { success: false, findings };
  }
  const rules = read.data;
  const all = (checks: readonly Objecting[]): readonly Finding[] =>
    rules.flatMap((rule, at) => checks.flatMap((check) => check(rule, at, rules, known)));
  const findings = all(refusing);
  return findings.length > 0
    ? { success: false, findings }
    : { success: true, data: { rules, notes: all(noting) } };
};
