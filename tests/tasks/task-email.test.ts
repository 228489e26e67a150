import { describe, expect, it } from 'vitest';
import { taskEmail, taskReference } from '../../functions/tasks/task-email.ts';
import { aCodingTask, aTask, now } from '../factories/tasks.ts';

const letter = {
  notice: 'assignment',
  to: 'billing@maplestreet.example',
  link: 'https://x.example/t/a.b',
  now,
  timeZone: 'America/Chicago',
} as const;

const limit = { days: 90, from: 'service', startedOn: '2026-01-02' } as const;

describe('taskEmail', () => {
  it('says what, why, by when and where in text and in HTML', () => {
    const { subject, text, html } = taskEmail(aTask(), letter);
    expect(subject).toBe('Denied claim · C0123456789AB · 5 days left');
    for (const body of [text, html]) {
      expect(body).toContain('CO-197: Authorization or notification was absent');
      expect(body).toContain('Look for the authorization');
      expect(body).toContain('Nov 7, 2026 (5 days left)');
      expect(body).toContain('https://x.example/t/a.b');
    }
  });

  it('tells a reminder and an escalation apart from the first mail', () => {
    const task = aTask({ due: '2026-10-30T10:00:00.000Z' });
    expect(taskEmail(task, { ...letter, notice: 'reminder' }).subject).toMatch(/^Reminder: /);
    const escalation = taskEmail(task, { ...letter, notice: 'escalation' });
    expect(escalation.subject).toBe('Overdue: Denied claim · C0123456789AB · overdue by 3 days');
    expect(escalation.text).toContain('passed its deadline');
  });

  it('never tells of time left once a task is overdue', () => {
    const task = aTask({ due: '2027-05-01T10:00:00.000Z' });
    const { subject, text } = taskEmail(task, { ...letter, notice: 'escalation' });
    expect(subject).toBe('Overdue: Denied claim · C0123456789AB · overdue');
    expect(`${subject}${text}`).not.toContain('left');
  });

  it('names the last day of each action, and not what it counts from', () => {
    const limits = [
      { ...limit, action: 'resubmit', name: 'corrected-claim', lastDay: '2026-04-02' },
      { ...limit, action: 'appeal', name: 'appeal', lastDay: '2026-12-17' },
    ] as const;
    const { text } = taskEmail(aTask({ limits: [...limits] }), letter);
    expect(text).toContain('- Correct and resubmit, the limit passed on Apr 2, 2026\n');
    expect(text).toContain('- Appeal the decision, by Dec 17, 2026\n');
    expect(text).not.toContain('Jan 2, 2026');
  });

  it('leaves out what a title or the id of a visit may say about a patient', () => {
    const task = aCodingTask({ title: 'Visit of Miriam Okafor', encounterId: 'okafor-miriam' });
    const mail = taskEmail(task, letter);
    expect(`${mail.subject}${mail.text}${mail.html}`.toLowerCase()).not.toContain('okafor');
    expect(taskReference(task)).toMatch(/^T[0-9A-Z]{7}$/);
  });

  it('counts the questions to a coder, which may name a condition of the patient', () => {
    const { text, html } = taskEmail(aCodingTask(), letter);
    expect(text).toContain('1 question about the codes');
    expect(`${text}${html}`).not.toContain('severe');
  });

  it('leaves what names another visit and its day to the page', () => {
    const text = '99203 is for new patients, and this one was seen on 2026-03-02 (claim C2345CDFHJ)';
    const reasons = [{ code: 'history-new-patient', text, pageOnly: true as const }];
    const mail = taskEmail(aTask({ kind: 'encounter-edits', reasons }), letter);
    expect(mail.text).toContain('history-new-patient: it names another visit; the page shows it');
    expect(`${mail.text}${mail.html}`).not.toContain('2026-03-02');
  });

  it('escapes what stands in the HTML', () => {
    const mail = taskEmail(aTask({ reasons: [{ code: '<x>', text: '"&' }] }), letter);
    expect(mail.html).toContain('&lt;x&gt;: &quot;&amp;');
  });
});

it('counts what a file of a partner holds, which may name accounts of another system', () => {
  const reasons = [
    { code: 'unmatched-claim CLP[2]', text: 'LEG-4711 (50.00): we did not send this claim' },
    { code: 'file', text: 'The file is called LEG-4711.835', pageOnly: true as const },
  ];
  const task = aTask({ kind: 'partner-file', reasons });
  const { text, html } = taskEmail(task, letter);
  expect(text).toContain('1 finding; the page shows what, where and in which file');
  expect(`${text}${html}`).not.toContain('LEG-4711');
});
