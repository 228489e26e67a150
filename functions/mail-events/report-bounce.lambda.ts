import { signTaskLink } from '../adapters/link-signer.ts';
import { taskIdIn } from '../adapters/mail-tags.ts';
import { sendMail } from '../adapters/mailer.ts';
import { getPractice } from '../adapters/practices/practice-store.ts';
import { getTask, saveOpenTask } from '../adapters/task-store.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { sendDueEmail } from '../tasks/send-task-email.ts';
import { MailEvent, type ReportBounceEffects, reportBounce } from './report-bounce.ts';

const effects: ReportBounceEffects = {
  taskIdIn,
  getTask,
  getPractice,
  tellSupervisor: async (task, { supervisor, timeZone }) => {
    const addressee = { notice: 'undelivered', to: supervisor, now: new Date(), timeZone } as const;
    return Boolean(
      await sendDueEmail(task, addressee, { signLink: signTaskLink, sendMail, saveOpenTask, getTask }),
    );
  },
};

export const handler = queueHandler(MailEvent, (event) => reportBounce(event, effects));
