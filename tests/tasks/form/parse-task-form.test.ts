import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TaskOutcome } from '../../../functions/domain/task.ts';
import { correctionGroups } from '../../../functions/tasks/form/correction-table.ts';
import { parseTaskForm } from '../../../functions/tasks/form/parse-task-form.ts';
import { prefillForm, readForm, type TaskForm } from '../../../functions/tasks/form/task-form.ts';
import { aCodingCase, aDenialCase } from '../../factories/task-cases.ts';
import { aCodingTask, aTask, biller, now } from '../../factories/tasks.ts';

const decider = { by: biller, at: now.toISOString() };
const denial = { task: aTask(), taskCase: aDenialCase() };
const coding = { task: aCodingTask(), taskCase: aCodingCase() };

/** What a browser sends for a form as it is shown, blank rows included. */
const encode = (action: string, form: TaskForm): string => {
  const fields = new URLSearchParams({ action });
  const texts = { note: form.note, diagnoses: form.diagnoses, ...form.corrections };
  for (const [name, text = ''] of Object.entries(texts)) fields.set(name, text.replaceAll('\n', '\r\n'));
  for (const row of [...form.services, { procedure: '', modifiers: '', units: '', pointers: '' }])
    for (const [name, value] of Object.entries(row)) fields.append(name, value);
  return fields.toString();
};

const correctionNames = correctionGroups.flatMap(({ parts }) => parts.map(({ name }) => name));
const shown = prefillForm(denial.taskCase);

const resubmit = (change: Partial<TaskForm>, corrections: Record<string, string> = {}) =>
  parseTaskForm(
    readForm(
      encode('resubmit', { ...shown, ...change, corrections: { ...shown.corrections, ...corrections } }),
    ),
    denial,
    decider,
  );

const confirm = (change: Partial<TaskForm>) =>
  parseTaskForm(
    readForm(encode('confirm-codes', { ...prefillForm(coding.taskCase), ...change })),
    coding,
    decider,
  );

describe('parseTaskForm', () => {
  it('confirms the proposal as it is shown', () => {
    expect(confirm({})).toEqual({
      success: true,
      data: {
        ...decider,
        action: 'confirm-codes',
        note: '',
        correction: { codes: coding.taskCase.encounter?.proposal },
      },
    });
  });

  it('reads codes as people write them', () => {
    const parsed = confirm({
      diagnoses: 'r5383\n\n i10 \n',
      services: [{ procedure: ' j3301', modifiers: 'rt, 59', units: '', pointers: 'B,1' }],
    });
    expect(parsed).toMatchObject({
      data: {
        correction: {
          codes: {
            diagnoses: ['R53.83', 'I10'],
            services: [{ procedure: 'J3301', modifiers: ['RT', '59'], units: 1, diagnosisPointers: [2, 1] }],
          },
        },
      },
    });
  });

  it('names only what was changed in a resubmission', () => {
    const note = 'Sent again as the payer asks';
    expect(resubmit({ note })).toEqual({ success: true, data: { ...decider, action: 'resubmit', note } });
    expect(resubmit({})).toMatchObject({ success: false, findings: [{ path: 'note' }] });
    expect(resubmit({}, { memberId: ' NW4410979 ', priorAuthorization: 'PA-77' })).toMatchObject({
      data: { correction: { memberId: 'NW4410979', priorAuthorization: 'PA-77' } },
    });
  });

  it('takes changed codes of a claim along', () => {
    expect(resubmit({ diagnoses: 'M17.11' })).toMatchObject({
      success: false,
      findings: [{ path: 'services.0.pointers' }],
    });
    expect(resubmit({ diagnoses: 'M17.11\nE11.9' })).toMatchObject({
      data: { correction: { codes: { diagnoses: ['M17.11', 'E11.9'] } } },
    });
  });

  it('asks for the whole referring provider or none', () => {
    const whole = { referringNpi: '1999999984', referringLastName: 'Haas', referringFirstName: 'Ines' };
    expect(resubmit({}, whole)).toMatchObject({
      data: { correction: { referringProvider: { npi: '1999999984', lastName: 'Haas' } } },
    });
    expect(resubmit({}, { referringNpi: '199' })).toMatchObject({
      success: false,
      findings: [
        { path: 'referringLastName', detail: 'Write this: Last name of the referring provider' },
        { path: 'referringFirstName' },
      ],
    });
  });

  it('says beside each field what is wrong in it', () => {
    const parsed = confirm({
      diagnoses: 'R53.83\nnonsense',
      services: [{ procedure: '9921', modifiers: '255', units: '0', pointers: '' }],
    });
    expect(parsed.success ? [] : parsed.findings.map(({ path }) => path)).toEqual([
      'diagnoses',
      'services.0.procedure',
      'services.0.modifiers',
      'services.0.units',
      'services.0.pointers',
    ]);
  });

  it('asks for a reason before it writes off, and for a letter before it appeals', () => {
    for (const action of ['write-off', 'appeal']) {
      const sent = readForm(
        new URLSearchParams({ action, note: ' no ', writeOffReason: 'other' }).toString(),
      );
      expect(parseTaskForm(sent, denial, decider)).toMatchObject({
        success: false,
        findings: [{ path: 'note' }, ...(action === 'appeal' ? [{ path: 'way' }] : [])],
      });
    }
  });

  it('refuses actions that do not exist or are not offered', () => {
    for (const action of ['', 'pay-me', 'confirm-codes'])
      expect(parseTaskForm(readForm(`action=${action}`), denial, decider)).toMatchObject({ success: false });
  });

  it('turns any body into an outcome or findings, never an exception', () => {
    const pair = fc.tuple(
      fc.constantFrom(
        'action',
        'note',
        'diagnoses',
        ...correctionNames,
        'procedure',
        'modifiers',
        'units',
        'pointers',
        'more-rows',
      ),
      fc.oneof(fc.string(), fc.constantFrom('resubmit', 'confirm-codes', '99213', '1', 'A', 'R53.83')),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pair).map((pairs) => String(new URLSearchParams(pairs))),
        ),
        (body) => {
          const parsed = parseTaskForm(readForm(body), denial, decider);
          if (parsed.success) expect(() => TaskOutcome.parse(parsed.data)).not.toThrow();
          else expect(parsed.findings.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
