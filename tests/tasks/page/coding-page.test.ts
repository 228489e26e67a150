import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { readForm } from '../../../functions/tasks/form/task-form.ts';
import { quoteInContext } from '../../../functions/tasks/page/quote-in-context.ts';
import { taskPage } from '../../../functions/tasks/page/task-page.ts';
import { aNote, anEncounter } from '../../factories/encounters.ts';
import { aCodingCase } from '../../factories/task-cases.ts';
import { aCodingTask, now } from '../../factories/tasks.ts';

const [fatigue, visit] = anEncounter().suggestions;
if (!fatigue || !visit) throw new Error('The sample suggests two codes');
const anemia = {
  ...fatigue,
  code: 'D50.9',
  description: 'Iron deficiency anemia, unspecified',
  source: 'comprehend-medical' as const,
  status: 'needs-query' as const,
};
const encounter = anEncounter({
  suggestions: [{ ...fatigue, edition: '2026' }, anemia, visit],
  rejectedCodes: [
    {
      code: 'D50.9',
      description: 'Iron deficiency anemia',
      evidence: [],
      rule: 'IV.H: uncertain diagnoses are not coded',
    },
  ],
  codingBasis: { rules: 1, codes: 'Codes are of icd10cm 2026.' },
});
const view = { task: aCodingTask(), taskCase: aCodingCase({ encounter }), now };
const page = parse(taskPage(view).markup);
const card = (code: string) =>
  page.querySelectorAll('fieldset.suggestion').find((one) => one.querySelector('legend code')?.text === code);

describe('the page of a coder', () => {
  it('shows each suggestion with its code, meaning, confidence, edition, rules and words in their context', () => {
    const shown = card('R53.83');
    expect(shown?.querySelector('legend')?.text).toContain('Other fatigue');
    expect(shown?.text).toMatch(/82 %.*edition 2026/);
    expect(shown?.text).toContain('The assessment names the symptom');
    expect(shown?.querySelectorAll('q').map((quote) => quote.querySelector('mark')?.text)).toEqual([
      'Fatigue',
      'low energy',
    ]);
    expect(shown?.querySelector('q')?.text).toContain('unclear cause');
  });

  it('asks for a decision on each, with the proposed ones accepted and the doubtful ones open', () => {
    const decided = (code: string) => card(code)?.querySelector('input[checked]')?.getAttribute('value');
    expect(['R53.83', 'D50.9', '99212'].map(decided)).toEqual(['accept', undefined, 'accept']);
    expect(card('D50.9')?.text).toContain('only Amazon Comprehend Medical finds it');
    expect(card('D50.9')?.text).toContain('to be asked');
  });

  it('says what was named but not suggested, by which rule, and what the suggestions were made with', () => {
    expect(page.querySelector('details.refused')?.text).toContain('IV.H');
    expect(page.text).toContain('Codes are of icd10cm 2026. Rules of version 1.');
  });

  it('has fields for order, pointers, modifiers, units and codes of the coder’s own, and needs no script', () => {
    const names = page.querySelectorAll('form input').map((field) => field.getAttribute('name'));
    expect(names).toEqual(
      expect.arrayContaining([
        'place-R53.83',
        'modifiers-99212',
        'units-99212',
        'pointers-99212',
        'add-diagnosis',
        'add-procedure',
        'add-diagnosis-words',
      ]),
    );
    expect(page.querySelector('script')).toBeNull();
  });

  it('labels every field and gives every id once', () => {
    const ids = page.querySelectorAll('[id]').map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    const labelled = new Set(page.querySelectorAll('label').map((label) => label.getAttribute('for')));
    for (const field of page.querySelectorAll('form input, form textarea')) {
      const hidden = field.getAttribute('type') === 'hidden' || field.getAttribute('aria-label');
      if (!hidden) expect(labelled).toContain(field.id);
    }
  });

  it('comes back with what was decided, and each finding beside its field', () => {
    const sent = readForm(
      'action=confirm-codes&decision-R53.83=reject&place-R53.83=4&add-diagnosis=nonsense',
    );
    const findings = [
      { code: 'decision-missing', path: 'decision-D50.9', detail: 'Accept or reject D50.9' },
      { code: 'diagnosis-form', path: 'add-diagnosis-0', detail: 'no code' },
    ];
    const again = parse(taskPage({ ...view, refused: { ...sent, findings } }).markup);
    expect(again.querySelector('input[name="decision-R53.83"][checked]')?.getAttribute('value')).toBe(
      'reject',
    );
    expect(again.querySelector('input[name="place-R53.83"]')?.getAttribute('value')).toBe('4');
    expect(again.querySelector('#confirm-codes-add-diagnosis-0')?.getAttribute('value')).toBe('nonsense');
    for (const link of again.querySelectorAll('.problems a'))
      expect(again.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
  });
});

describe('quoteInContext', () => {
  it('shows the words within those around them', () => {
    const start = aNote.indexOf('low energy');
    const { markup } = quoteInContext(aNote, { start, end: start + 10, quote: 'low energy' });
    expect(markup).toMatch(/^<q>… .*<mark>low energy<\/mark>.* …<\/q>$/s);
  });

  it('shows the words alone where the note does not have them', () => {
    expect(quoteInContext('another note', { start: 0, end: 4, quote: 'gone' }).markup).toBe(
      '<q><mark>gone</mark></q>',
    );
    expect(quoteInContext(undefined, { start: 0, end: 4, quote: 'gone' }).markup).toContain('gone');
  });
});
