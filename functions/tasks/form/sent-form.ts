import { Sent } from '../../domain/appeals/packet.ts';
import type { Preparation } from '../../domain/appeals/preparation.ts';
import { dateIn } from '../../domain/calendar/time-zone.ts';
import { checkInput } from '../../domain/check-input.ts';
import { DeliveryWay } from '../../domain/contract/appeal-level.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import type { TaskAction, TaskOutcome } from '../../domain/task.ts';
import type { TaskCase } from '../task-case.ts';

/** How something was sent, as a form has it. */
export type SentFields = {
  readonly way: string;
  readonly on: string;
  readonly confirmation: string;
  /** Of documents that go with a corrected claim: PWK01. */
  readonly reportType: string;
};

export const emptySent: SentFields = { way: '', on: '', confirmation: '', reportType: '' };

/** The names of its fields on the page. */
export const sentNames = {
  way: 'way',
  on: 'sentOn',
  confirmation: 'confirmation',
  reportType: 'reportType',
} as const;

const finding = (path: string, detail: string): Finding => ({ code: 'not-sent', path, detail });

/** Which actions say that something was sent: an appeal always, waiting on and a correction where documents were. */
const tellsOfSending = (action: TaskAction, { preparation }: TaskCase, { way }: SentFields): boolean =>
  (action === 'appeal' && preparation?.purpose === 'appeal') ||
  (action === 'keep-waiting' &&
    preparation !== undefined &&
    preparation.purpose !== 'appeal' &&
    way !== '') ||
  (action === 'resubmit' && goesWithClaim(preparation) && way !== '');

/** A request for an exception is about the claim as it was filed: no corrected one announces it. */
export const goesWithClaim = (preparation: TaskCase['preparation']): preparation is Preparation =>
  preparation !== undefined && preparation.purpose !== 'exception';

/** How a packet was sent, with the packet; or what is missing. What the partner takes goes out with the decision. */
export const readSent = (
  { action, sent }: { readonly action: TaskAction; readonly sent: SentFields },
  taskCase: TaskCase,
  at: string,
): Checked<Pick<TaskOutcome, 'sent'>> => {
  if (!tellsOfSending(action, taskCase, sent)) return { success: true, data: {} };
  const today = dateIn(taskCase.timeZone, new Date(at));
  const way = DeliveryWay.safeParse(sent.way);
  const packet = taskCase.preparation?.packet?.record;
  const isOffered = way.success && taskCase.preparation?.offered.ways.includes(way.data);
  const on = way.data === 'partner' ? today : sent.on.trim();
  const findings = [
    ...(packet ? [] : [finding(sentNames.way, 'Make the packet first: it is what is sent')]),
    ...(isOffered ? [] : [finding(sentNames.way, 'Choose how you have sent it')]),
    ...(on > today ? [finding(sentNames.on, 'The day has not come yet: send it first')] : []),
  ];
  if (findings.length > 0) return { success: false, findings };
  const confirmation = sent.confirmation.trim();
  const exception = taskCase.preparation?.exception;
  const checked = checkInput(Sent, {
    way: way.data,
    on,
    packet,
    ...(confirmation !== '' && { confirmation }),
    ...(exception && action === 'keep-waiting' && { exception }),
    ...(action === 'resubmit' && sent.reportType !== '' && { reportType: sent.reportType }),
  });
  return checked.success
    ? { success: true, data: { sent: checked.data } }
    : { success: false, findings: checked.findings.map(inFormWords) };
};

const inFormWords = ({ path, ...rest }: Finding): Finding =>
  path === 'on'
    ? finding(sentNames.on, 'Write the day on which you have sent it, as 2026-03-02')
    : { ...rest, path: path === 'confirmation' ? sentNames.confirmation : sentNames.way };
