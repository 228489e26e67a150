import { describe, expect, it, vi } from 'vitest';
import { askSuggesters } from '../../../functions/coding/suggesters/ask-suggesters.ts';
import { combineSuggestions } from '../../../functions/coding/suggesters/combine-suggestions.ts';
import type { Suggester } from '../../../functions/coding/suggesters/suggester.ts';
import type { CodeSuggestion, SuggesterName } from '../../../functions/domain/coding.ts';
import { aSuggestion } from '../../factories/suggestions.ts';

const own = (...suggestions: CodeSuggestion[]) => ({ suggestions, questions: [], rejected: [] });
const other = (name: SuggesterName, ...suggestions: CodeSuggestion[]) => ({
  name,
  suggested: own(...suggestions),
});

describe('the policy on several suggesters', () => {
  it('changes nothing where no other is asked', () => {
    const alone = own(aSuggestion('I10'));
    expect(combineSuggestions(alone, [])).toEqual({ combined: alone, fromOthers: [] });
  });

  it('is surer of a code that another finds too, and says so', () => {
    const { combined } = combineSuggestions(own(aSuggestion('I10', { confidence: 0.7 })), [
      other('comprehend-medical', aSuggestion('I10', { confidence: 0.9 })),
    ]);
    expect(combined.suggestions[0]?.confidence).toBeCloseTo(0.7 + 0.3 * 0.45);
    expect(combined.suggestions[0]?.rules.at(-1)).toBe('Amazon Comprehend Medical finds it too');
    expect(combined.questions).toEqual([]);
  });

  it('is never certain, however many agree', () => {
    const certain = aSuggestion('I10', { confidence: 1 });
    const { combined } = combineSuggestions(own(aSuggestion('I10')), [
      other('comprehend-medical', certain),
      other('bedrock', certain),
    ]);
    expect(combined.suggestions[0]?.confidence).toBeLessThan(1);
  });

  it('lets no agreement answer what the clinician has to be asked', () => {
    const asked = aSuggestion('M25.569', { status: 'needs-query', confidence: 0.5 });
    const { combined } = combineSuggestions(own(asked), [other('bedrock', aSuggestion('M25.569'))]);
    expect(combined.suggestions[0]?.confidence).toBe(0.5);
  });

  it('asks the coder about a code that only others find, once, and keeps it out of ours', () => {
    const { combined, fromOthers } = combineSuggestions(own(aSuggestion('I10')), [
      other('comprehend-medical', aSuggestion('M10.9')),
      other('bedrock', aSuggestion('M10.9')),
    ]);
    expect(combined.suggestions.map(({ code }) => code)).toEqual(['I10']);
    expect(fromOthers).toMatchObject([
      { code: 'M10.9', source: 'comprehend-medical', status: 'needs-query' },
    ]);
    expect(combined.questions).toEqual([{ text: expect.stringContaining('M10.9') }]);
  });

  it('does not bring back what a rule of ours rejected', () => {
    const refused = { ...own(), rejected: [{ code: 'M10.9', description: '', evidence: [], rule: 'IV.H' }] };
    expect(combineSuggestions(refused, [other('bedrock', aSuggestion('M10.9'))]).fromOthers).toEqual([]);
  });
});

describe('askSuggesters', () => {
  const visit = { dateOfService: '2026-11-16' };
  const answering = (name: SuggesterName): Suggester => ({
    name,
    suggest: async () => ({ ...own(aSuggestion('I10')), findings: [] }),
  });

  it('goes on without one that fails', async () => {
    const failing: Suggester = {
      name: 'bedrock',
      suggest: async () => {
        throw new Error('ThrottlingException');
      },
    };
    const effects = { failed: vi.fn(), answered: vi.fn() };
    const answers = await askSuggesters(
      [failing, answering('comprehend-medical')],
      { note: 'x', visit },
      effects,
    );
    expect(answers.map(({ name }) => name)).toEqual(['comprehend-medical']);
    expect(effects.failed).toHaveBeenCalledWith('bedrock', expect.any(Error));
    expect(effects.answered).toHaveBeenCalledTimes(1);
  });
});
