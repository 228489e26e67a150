import { parse } from 'node-html-parser';
import type { Mail } from './mailbox.ts';
import { type OpenedTask, openLink } from './open-link.ts';
import type { SampleDecision } from './samples.ts';

/** The address of the task that a mail leads to. */
export const linkOf = (mail: Mail): string | undefined => /https?:\/\/\S+\/t\/[\w.-]+/.exec(mail.text)?.[0];

/**
 * Does what a person does with a task's mail: opens the link, enters the code of a second mail, fills in the form of the
 * decision and sends it off. Throws when the page does not offer the decision or refuses it.
 */
export const decideByLink = async (link: string, asked: SampleDecision): Promise<void> => {
  const task = await openLink(link);
  const decision = asked.action === 'appeal' ? await makePacket(task, asked) : asked;
  const page = await task();
  const body = fillForm(await page.text(), decision);
  const answer = await task({ method: 'POST', body, redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`The task page refuses ${decision.action} with ${answer.status}`);
};

/**
 * Makes the packet of an appeal before it is sent: of `letter`, or of the letter as it was drafted with the `note` as a
 * further paragraph, which is saved first as a person would.
 */
const makePacket = async (
  task: OpenedTask,
  { fields, ...decision }: SampleDecision,
): Promise<SampleDecision> => {
  const { letter, ...others } = fields;
  const drafted = parse(await (await task()).text()).querySelector('textarea[name=letter]');
  if (!drafted) throw new Error('The task page drafts no letter');
  const added = currentValue(drafted).replace(/\n\n(?=We ask you)/, `\n\n${fields.note ?? ''}\n\n`);
  const written = String(letter ?? added);
  for (const step of ['save', 'make']) {
    const body = new URLSearchParams({ 'packet-step': step, withNote: 'yes', letter: written });
    const answer = await task({ method: 'POST', body, redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`The task page refuses to ${step} the packet`);
  }
  return { ...decision, fields: { way: 'partner', ...others } };
};

const fillForm = (page: string, { action, fields }: SampleDecision): URLSearchParams => {
  const form = parse(page)
    .querySelectorAll('form')
    .find((one) => one.querySelector('input[name=action]')?.getAttribute('value') === action);
  if (!form) throw new Error(`The task page does not offer ${action}`);
  const filled = new URLSearchParams();
  for (const field of form.querySelectorAll('input, textarea')) {
    const name = field.getAttribute('name') ?? '';
    if (fields[name] === undefined) filled.append(name, currentValue(field));
  }
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) filled.append(name, one);
  return filled;
};

/** A textarea's first line break is not part of its value (HTML Living Standard, 13.2.6.4.7). */
const currentValue = (field: {
  tagName: string;
  text: string;
  getAttribute: (name: string) => string | undefined;
}): string =>
  field.tagName === 'TEXTAREA' ? field.text.replace(/^\n/, '') : (field.getAttribute('value') ?? '');
