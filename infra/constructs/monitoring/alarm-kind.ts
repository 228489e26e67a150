import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';

/** When an alarm of a kind rings: the metrics of all that it watches, taken together. */
type AlarmRule = {
  /** What it says to whoever is called, of the things that it watches. */
  readonly says: (names: string) => string;
  /** The metrics together, in the words of CloudWatch's metric math. @default their sum */
  readonly expression?: (ids: readonly string[]) => string;
  /** @default 0 */
  readonly above?: number;
  /** Rings below this instead of above anything. */
  readonly below?: number;
  /** @default five minutes */
  readonly period?: Duration;
  /** How many periods in a row. @default 1 */
  readonly periods?: number;
  /** Whether silence rings. @default false */
  readonly silenceRings?: true;
};

/**
 * The kinds of alarm, each by its heading in docs/runbook.md. A test holds the headings and the alarms of the templates
 * together.
 */
const alarmKinds = {
  'A function fails': {
    says: (names) =>
      `A function fails: ${names}. Look for level ERROR in its log group; a workflow retries by itself, a queue ` +
      'keeps the message.',
  },
  'Functions are throttled': {
    says: () => 'Lambda turns calls away: the concurrency of the account in this region is used up.',
  },
  'Messages wait too long': {
    says: (names) =>
      `The oldest message of a queue has waited for more than an hour: ${names}. Its function fails, hangs or is throttled.`,
    expression: (ids) => `MAX([${filled(ids)}])`,
    above: 3600,
  },
  'Messages could not be handled': {
    says: (names) =>
      `Messages of a queue could not be handled: ${names}. Find the cause in the log of its function, then redrive.`,
  },
  'A call that nobody waits for failed': {
    says: (names) =>
      `A call was tried to the end and failed, or EventBridge could not make it: ${names}. Find the cause in its log, ` +
      'call it by hand, purge the queue.',
  },
  'The sweep does not run': {
    says: (names) =>
      `${names} has not run to its end for three quarters of an hour, or nobody looked after a practice for as long: ` +
      'what lost its execution without an event is not started again.',
    expression: ([called = '', failed = '', unswept = '']) =>
      `IF(FILL(${unswept}, 0) > 0, 0, FILL(${called}, 0) - FILL(${failed}, 0))`,
    below: 1,
    period: Duration.minutes(15),
    periods: 3,
    silenceRings: true,
  },
  'Bells do not ring': {
    says: (names) =>
      `${names} is not called, or something has been due for a quarter of an hour and more: payers are not asked, ` +
      'desks not reminded. Its log names each bell that could not ring.',
    expression: ([late = '']) => late,
    above: 900,
    periods: 3,
    silenceRings: true,
  },
  'An execution failed': {
    says: (names) =>
      `An execution failed, timed out or was aborted: ${names}. Find the step and its cause. Claims and visits are ` +
      'started again by its event, three times; then their desk is asked.',
  },
  'Something open has no next step': {
    says: (names) =>
      `${names} found claims, visits, tasks, payments or files that nobody and nothing will take up. ` +
      'Its log names each and what to do; check-open on the command line does as well.',
    expression: (ids) => `MAX([${filled(ids)}])`,
  },
  'Code sets lapse': {
    says: (names) =>
      `${names} found code sets that lapse within thirty days, or have, and no later edition of them. Its log names ` +
      'each with its last day: install and publish the next edition.',
    expression: (ids) => `MAX([${filled(ids)}])`,
    period: Duration.days(1),
  },
  'Changes could not be told': {
    says: (names) =>
      `${names}: changes of records could not be noted for webhooks for half a day. Find the cause in the log of ` +
      'NoteChanges; receivers catch up by reading the API.',
  },
  'The table turns requests away': {
    says: () => 'DynamoDB throttles requests to the records or the audit. Steps try again; people wait.',
  },
  'Mail comes back': {
    says: () =>
      'More than 5 % of our mails bounce, or more than 0.1 % are called spam: SES stops accounts that go on like this.',
    expression: ([bounces = '', complaints = '']) =>
      `IF(FILL(${bounces}, 0) > 0.05 OR FILL(${complaints}, 0) > 0.001, 1, 0)`,
    period: Duration.hours(1),
  },
  'The API answers with 5xx': {
    says: (names) => `${names} answers with 5xx. Look for level ERROR in the logs of its functions.`,
  },
} as const satisfies Record<string, AlarmRule>;

// A series that has no value in a period would leave the sum without one.
const filled = (ids: readonly string[]): string => ids.map((id) => `FILL(${id}, 0)`).join(', ');

export type AlarmKind = keyof typeof alarmKinds;

export const alarmRuleOf = (kind: AlarmKind) => {
  const rule: AlarmRule = alarmKinds[kind];
  return {
    above: rule.above ?? 0,
    below: rule.below,
    period: rule.period ?? Duration.minutes(5),
    periods: rule.periods ?? 1,
    expression: rule.expression ?? ((ids: readonly string[]) => `SUM([${filled(ids)}])`),
    treatMissingData: rule.silenceRings ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  };
};

/** The description of an alarm about things by name, with the heading of the runbook that says all of it. */
export const describeAlarm = (kind: AlarmKind, names: readonly string[]): string =>
  `${alarmKinds[kind].says([...new Set(names)].join(', '))} See docs/runbook.md#${anchorOf(kind)}`;

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
