import { describe, expect, it } from 'vitest';
import { amountAtStake } from '../../../functions/domain/tasks/amount-at-stake.ts';
import { parseTaskForm } from '../../../functions/tasks/form/parse-task-form.ts';
import { prefillForm, readForm } from '../../../functions/tasks/form/task-form.ts';
import { taskPage } from '../../../functions/tasks/page/task-page.ts';
import { injectionClaim } from '../../factories/claims.ts';
import { aCodingCase, aDenialCase } from '../../factories/task-cases.ts';
import { aCodingTask, aTask, biller, now } from '../../factories/tasks.ts';

const limits = [
  {
    action: 'resubmit',
    name: 'corrected-claim',
    lastDay: '2026-04-02',
    days: 90,
    from: 'service',
    startedOn: '2026-01-02',
  },
  {
    action: 'appeal',
    name: 'appeal',
    level: 1,
    lastDay: '2027-04-26',
    days: 180,
    from: 'decision',
    startedOn: '2026-10-28',
  },
] as const;

const denial = { task: aTask({ limits: [...limits] }), taskCase: aDenialCase(), now };
const { markup } = taskPage(denial);

describe('the actions of a page', () => {
  it('name the amount that they move', () => {
    for (const button of [
      'Write it off: $1,340.00',
      'Bill the patient: $25.00',
      'Bill the next payer: $1,365.00',
      'The appeal is sent: $1,340.00',
    ])
      expect(markup).toContain(`<button type="submit">${button}</button>`);
    expect(amountAtStake('keep-waiting', injectionClaim())).toBeUndefined();
  });

  it('say by when the payer takes them, and what has passed', () => {
    expect(markup).toContain(
      'The payer’s limit for a corrected claim passed on Apr 2, 2026: 90 days from the date of service (Jan 2, 2026).',
    );
    expect(markup).toContain(
      'The payer takes an appeal of the first level until Apr 26, 2027: 180 days from the notice (Oct 28, 2026).',
    );
  });

  it('send nothing when somebody presses Enter in a field: the first button of each form is disabled', () => {
    const coding = taskPage({ task: aCodingTask(), taskCase: aCodingCase(), now }).markup;
    const forms = `${markup}${coding}`.split('<form').slice(1);
    expect(forms.length).toBeGreaterThan(7);
    for (const form of forms) expect(/<button[^>]*>/.exec(form)?.[0]).toMatch(/ disabled hidden /);
  });
});

describe('the title of a page', () => {
  const titleOf = (page: { markup: string }) => /<title>(.*)<\/title>/.exec(page.markup)?.[1];

  it('begins with Error where something is to be put right, and only there', () => {
    const findings = [{ code: 'x', path: 'note', detail: 'Say why' }];
    const refused = { action: 'write-off', form: prefillForm(aDenialCase()), findings };
    expect(titleOf(taskPage({ ...denial, refused }))).toMatch(/^Error: /);
    expect(titleOf(taskPage(denial))).not.toContain('Error');
    expect(titleOf(taskPage({ ...denial, refused: { ...refused, findings: [] } }))).not.toContain('Error');
  });
});

describe('a reason that names a field of the claim', () => {
  it('shows what stands in it, on the page alone', () => {
    const claim = injectionClaim();
    const patient = { ...claim.patient, lastName: 'Oka~for' };
    const reasons = [{ code: 'patient.lastName', text: 'The patient’s last name has a character' }];
    const page = taskPage({
      ...denial,
      task: aTask({ reasons }),
      taskCase: aDenialCase({ claim: { ...claim, patient } }),
    });
    expect(page.markup).toContain('The patient’s last name has a character <q>Oka~for</q>');
  });
});

describe('a decision by line and amount', () => {
  const task = aTask({ actions: ['decide-parts', 'write-off'] });
  const page = taskPage({ task, taskCase: aDenialCase(), now });

  it('has a row for each open adjustment, and no field for what is not the patient’s', () => {
    expect(page.markup).toContain('name="part.write-off.2/CO-197"');
    expect(page.markup).not.toContain('name="part.bill-patient.2/CO-197"');
    expect(page.markup).toContain('aria-label="Write off: dollars of CO-197 of line 2"');
  });

  const sent = (fields: Record<string, string>) =>
    parseTaskForm(
      readForm(
        String(new URLSearchParams({ action: 'decide-parts', note: 'As the contract says', ...fields })),
      ),
      { task, taskCase: aDenialCase() },
      { by: biller, at: now.toISOString() },
    );

  it.each([
    ['340', 34_000],
    ['$1,340.00', 134_000],
    [' 0.05 ', 5],
  ])('reads %s as %i cents', (text, amount) => {
    expect(sent({ 'part.write-off.2/CO-197': text, writeOffReason: 'contract' })).toMatchObject({
      data: { parts: [{ line: 2, group: 'CO', reason: '197', amount, action: 'write-off' }] },
    });
  });

  it.each([
    ['some', 'part.write-off.2/CO-197'],
    ['-5', 'part.write-off.2/CO-197'],
    ['1.005', 'part.write-off.2/CO-197'],
    ['', 'parts'],
    ['0', 'parts'],
  ])('refuses "%s" beside its field', (text, path) => {
    expect(sent({ 'part.write-off.2/CO-197': text, writeOffReason: 'contract' })).toMatchObject({
      success: false,
      findings: [{ path }],
    });
  });
});
