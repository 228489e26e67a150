/**
 * The kinds of alarm, each by its heading in docs/runbook.md, and what the alarm says of whatever rings: what it is
 * and where to begin. A test holds the headings and the alarms of the templates together.
 */
const alarmKinds = {
  'A function fails': (name: string) =>
    `${name} fails. Look for level ERROR in its log group; a workflow retries by itself, a queue keeps the message.`,
  'Messages could not be handled': (name: string) =>
    `Messages of the queue ${name} could not be handled. Find the cause in the log of its function, then redrive.`,
  'A call that nobody waits for failed': (name: string) =>
    `A call of ${name} was tried to the end and failed. Find the cause in its log, call it by hand, purge the queue.`,
  'An execution failed': (name: string) =>
    `An execution of ${name} failed. Find the step and its cause. The sweep starts claims, encounters and clocks of ` +
    'tasks again; a follow-up timer is redriven by hand.',
  'Something open has no next step': (name: string) =>
    `${name} found claims, visits, tasks, payments or files that nobody and nothing will take up. ` +
    'Its log names each and what to do; check-open on the command line does as well.',
  'Changes could not be told': (name: string) =>
    `${name}: changes of records could not be noted for webhooks for half a day. Find the cause in the log of ` +
    'NoteChanges; receivers catch up by reading the API.',
  'The API answers with 5xx': (name: string) =>
    `${name} answers with 5xx. Look for level ERROR in the logs of its functions.`,
} as const;

export type AlarmKind = keyof typeof alarmKinds;

/** The description of an alarm about something by name, with the heading of the runbook that says all of it. */
export const describeAlarm = (kind: AlarmKind, name: string): string =>
  `${alarmKinds[kind](name)} See docs/runbook.md#${anchorOf(kind)}`;

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
