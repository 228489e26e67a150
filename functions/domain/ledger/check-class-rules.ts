import { cents } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import { classOf } from './adjustment-class.ts';
import { type AdjustmentClass, type ClassTerms, classOfWhole, groupsOfRule } from './class-rule.ts';

/**
 * Reasons by which a payer asks for something, sends the claim elsewhere, has it already or came to it too late. No
 * rule settles these: a person acts on them, and what is lost is written off.
 */
const reasonsToAct: readonly string[] = [
  // Data, proof or an answer is missing; the disposition is still to come.
  ...['16', '129', '133', '140', '163', '164', '226', '227', '228', '250', '251', '252', '257', '277', 'A1'],
  // Somebody else is to pay.
  ...['19', '20', '21', '22', '109', 'B11'],
  // Decided before, or late.
  ...['18', '29', 'B13'],
];

/** Reasons that lie with the patient's coverage, or by which the patient has the money: no contract lowers these. */
const reasonsOfCoverage: readonly string[] = ['26', '27', '31', '32', '33', '100', '177', '200'];

/** What is wrong with one rule, and in which field of it. */
type Objection = Pick<Finding, 'code' | 'detail'> & { readonly field: string };

type Objecting = (rule: ClassTerms, payerIds: readonly string[]) => readonly Objection[];

const objection = (field: string, code: string, detail: string): Objection => ({ field, code, detail });

/** The classes that a rule may answer with, each with the field that says so. */
const answersOf = (rule: ClassTerms): readonly (readonly [field: string, AdjustmentClass])[] => [
  ['class', rule.class],
  ['ofWhole', classOfWhole(rule)],
];

const objectTo = (
  rule: ClassTerms,
  isWrong: (answer: AdjustmentClass) => boolean,
  code: string,
  detail: string,
): readonly Objection[] => {
  const found = answersOf(rule).find(([, answer]) => isWrong(answer));
  return found ? [objection(found[0], code, detail)] : [];
};

/** Group PR alone is billed to the patient, and only a person gives it up. */
const checkPatientShare: Objecting = (rule) => {
  const groups = groupsOfRule(rule);
  const others = groups.some((group) => group !== 'PR')
    ? objectTo(
        rule,
        (answer) => answer === 'patient-share',
        'patient-share-of-others',
        'Only what the payer puts to group PR becomes the patient’s share: groups has to be ["PR"]',
      )
    : [];
  const lowered = groups.includes('PR')
    ? objectTo(
        rule,
        (answer) => answer !== 'patient-share' && answer !== 'disputed',
        'patient-share-given-up',
        'What the payer puts to group PR is the patient’s share or disputed: a person writes it off, no rule does',
      )
    : [];
  return [...others, ...lowered];
};

/** CARC 23 repeats what earlier payers did: taken for anything else it would count twice. */
const checkPriorPayer: Objecting = (rule) =>
  rule.reasons.includes('23')
    ? objectTo(
        rule,
        (answer) => answer !== 'prior-payer' && answer !== 'disputed',
        'prior-payer-reason',
        'CARC 23 states what payers before this one did: it is prior-payer or disputed',
      )
    : [];

const checkReasonsToAct: Objecting = (rule) => [
  ...objectToReasons(
    rule,
    reasonsToAct,
    ['disputed'],
    'a person acts on it, and writes off what is lost: it is disputed',
  ),
  ...objectToReasons(
    rule,
    reasonsOfCoverage,
    ['disputed', 'patient-share'],
    'no contract lowers a charge for it: it is disputed or, under PR, the patient’s share',
  ),
];

const objectToReasons = (
  rule: ClassTerms,
  reasons: readonly string[],
  allowed: readonly AdjustmentClass[],
  why: string,
): readonly Objection[] => {
  const named = rule.reasons.filter((reason) => reasons.includes(reason));
  if (named.length === 0) return [];
  const detail = `CARC ${named.join(', ')}: ${why}`;
  return objectTo(rule, (answer) => !allowed.includes(answer), 'reason-to-act', detail);
};

/** What we would give to a person is settled without one only for a payer whose contract is named. */
const checkNamedPayer: Objecting = (rule, payerIds) => {
  if (rule.payerId !== undefined)
    return payerIds.includes(rule.payerId)
      ? []
      : [objection('payerId', 'payer-unknown', 'The practice has no contract with this payer')];
  if (!settlesDenials(rule)) return [];
  const detail =
    'It settles what would go to a person: it has to say by payerId whose contract has it so, a rule for each';
  return [objection('payerId', 'payer-missing', detail)];
};

const settlesDenials = (rule: ClassTerms): boolean => {
  const place = {
    charge: cents(2),
    hasPriorPayer: true,
    hasNextPayer: true,
    paymentDate: rule.to ?? rule.from ?? lastDay,
  };
  const amounts = rule.amounts === 'negative' ? [-1] : [1, 2];
  const asOurs = rule.reasons.flatMap((reason) =>
    groupsOfRule(rule).flatMap((group) =>
      amounts.map((amount) => {
        const theirs = amount === 2 ? classOfWhole(rule) : rule.class;
        return [theirs, classOf({ group, reason, amount: cents(amount) }, place)] as const;
      }),
    ),
  );
  return asOurs.some(([theirs, ours]) => ours === 'disputed' && theirs !== 'disputed');
};

const lastDay: CalendarDate = '9999-12-31';

const checkDates: Objecting = ({ from, to }) =>
  from !== undefined && to !== undefined && to < from
    ? [objection('to', 'dates-crossed', 'It ends before it begins')]
    : [];

const checks: readonly Objecting[] = [
  checkPatientShare,
  checkPriorPayer,
  checkReasonsToAct,
  checkNamedPayer,
  checkDates,
];

/** A rule never answers when one before it answers all that it could. */
const isCovered = (rule: ClassTerms, by: ClassTerms): boolean =>
  rule.reasons.every((reason) => by.reasons.includes(reason)) &&
  groupsOfRule(rule).every((group) => groupsOfRule(by).includes(group)) &&
  (by.amounts === undefined || by.amounts === rule.amounts) &&
  (by.payerId === undefined || by.payerId === rule.payerId) &&
  (by.from === undefined || by.from <= (rule.from ?? '')) &&
  (by.to === undefined || (rule.to ?? lastDay) <= by.to);

const checkOrder = (rule: ClassTerms, before: readonly ClassTerms[]): readonly Objection[] => {
  const at = before.findIndex((one) => isCovered(rule, one));
  return at < 0
    ? []
    : [objection('reasons', 'never-answers', `Rule ${at} stands before it and answers all of it`)];
};

/**
 * What of a practice's rules is refused, before anything is written: it may say what contracts lower, for which payer
 * and when; it may not bill the patient what no payer put to the patient, nor settle in silence what is a person's.
 */
export const checkClassRules = (rules: readonly ClassTerms[], payerIds: readonly string[]): Finding[] =>
  rules.flatMap((rule, at) => {
    const objections = checks.flatMap((check) => check(rule, payerIds));
    return [...objections, ...checkOrder(rule, rules.slice(0, at))].map(({ field, code, detail }) => ({
      code,
      path: `adjustmentClasses.${at}.${field}`,
      detail,
    }));
  });

/** Whether a reason is one of X12's list on a date; undefined where no list of that time is installed. */
export type KnowsReason = (reason: string, date: CalendarDate) => boolean | undefined;

/** Reasons that the installed list does not know: told and not refused, for a list may be older than the code. */
export const unknownReasons = (
  rules: readonly ClassTerms[],
  knows: KnowsReason,
  today: CalendarDate,
): Finding[] =>
  rules.flatMap(({ reasons, from = '', to = lastDay }, at) => {
    const date = today < from ? from : today > to ? to : today;
    const unknown = reasons.filter((reason) => knows(reason, date) === false);
    if (unknown.length === 0) return [];
    const detail = `CARC ${unknown.join(', ')} is not in the installed list: the rule answers only if payers send it`;
    return [{ code: 'reason-unknown', path: `adjustmentClasses.${at}.reasons`, detail }];
  });
