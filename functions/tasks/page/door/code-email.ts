import type { Mail } from '../../../domain/mail.ts';
import type { Task } from '../../../domain/task.ts';
import { codeMinutes } from '../../../domain/tasks/link-code.ts';
import { html } from '../../html.ts';
import { taskReference } from '../../task-email.ts';
import { kindNames } from '../../wording.ts';

/** What a mail and a page call a task that may name no patient. */
export const namedTask = (task: Task): string => `${kindNames[task.kind]} · ${taskReference(task)}`;

/** The mail with the code that opens a task: it has no link, so that neither mail is enough to whoever gets one of them. */
export const codeEmail = (task: Task, to: string, code: string): Mail => {
  const subject = `Your code · ${namedTask(task)}`;
  const lines = [
    `Enter this code on the page of the task: ${code}`,
    `It opens the task once, within ${codeMinutes} minutes.`,
    'If you did not ask for it, somebody else has opened the link of the earlier mail: tell your supervisor, and give the code to nobody.',
  ];
  return {
    to,
    subject,
    text: lines.join('\n\n'),
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font-family: system-ui, sans-serif; line-height: 1.5; max-width: 36rem">
${lines.map((line) => html`<p>${line}</p>`)}
</body>
</html>`.markup,
  };
};
