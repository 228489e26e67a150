import { describe, expect, it } from 'vitest';
import { decideAcceptance } from '../../functions/coding/decide-acceptance.ts';
import { proposeEncounterCodes } from '../../functions/coding/propose-encounter-codes.ts';
import type { CodeSuggestion } from '../../functions/domain/coding.ts';
import { aSuggestion } from '../factories/suggestions.ts';

const propose = (...suggestions: CodeSuggestion[]) =>
  proposeEncounterCodes({ suggestions, questions: [] }, '2026-11-16');

const policy = { autoAcceptConfidence: 0.8 };

describe('proposeEncounterCodes', () => {
  it('points the visit at the first four diagnoses', () => {
    const { codes } = propose(
      ...['I10', 'E78.5', 'M10.9', 'G47.00', 'K21.9'].map((code) => aSuggestion(code)),
      aSuggestion('99214'),
    );
    expect(codes?.services).toMatchObject([{ procedure: '99214', diagnosisPointers: [1, 2, 3, 4] }]);
  });

  it('points a procedure at the diagnosis that it treats', () => {
    const { codes } = propose(
      aSuggestion('I10'),
      aSuggestion('M17.11'),
      aSuggestion('20610', { modifiers: ['RT'] }),
    );
    expect(codes?.services).toMatchObject([{ diagnosisPointers: [2], modifiers: ['RT'] }]);
  });

  it('asks what a procedure was for when no diagnosis fits', () => {
    expect(propose(aSuggestion('I10'), aSuggestion('E78.5'), aSuggestion('20610')).questions).toHaveLength(1);
  });

  it('keeps to the twelve diagnoses of a claim', () => {
    const many = [
      'I10',
      'E78.5',
      'M10.9',
      'G47.00',
      'K21.9',
      'E03.9',
      'F41.1',
      'J30.9',
      'L40.9',
      'N40.0',
      'D64.9',
      'R42',
      'R21',
    ];
    expect(
      propose(...many.map((code) => aSuggestion(code)), aSuggestion('99214')).codes?.diagnoses,
    ).toHaveLength(12);
  });

  it('proposes no codes without a service', () => {
    expect(propose(aSuggestion('I10'))).toMatchObject({ lowestConfidence: 0 });
    expect(propose(aSuggestion('I10')).codes).toBeUndefined();
  });
});

describe('decideAcceptance', () => {
  const proposal = propose(aSuggestion('I10'), aSuggestion('99213', { confidence: 0.8 }));

  it('accepts at the confidence of the policy', () => {
    expect(decideAcceptance(proposal, policy)).toEqual({ outcome: 'confident', codes: proposal.codes });
  });

  it('asks a coder below the confidence of the policy', () => {
    expect(decideAcceptance(proposal, { autoAcceptConfidence: 0.81 })).toMatchObject({
      outcome: 'needs-coder',
      proposal: proposal.codes,
      questions: [{ text: expect.stringContaining('80 %') }],
    });
  });

  it('asks a coder while a question is open', () => {
    const asked = { ...proposal, questions: [{ text: 'Which side?' }] };
    expect(decideAcceptance(asked, policy)).toMatchObject({
      outcome: 'needs-coder',
      questions: asked.questions,
    });
  });

  it('asks a coder when nothing can be billed', () => {
    expect(decideAcceptance({ lowestConfidence: 0, questions: [] }, policy)).toMatchObject({
      outcome: 'needs-coder',
      questions: [{ text: expect.stringContaining('does not support') }],
    });
  });
});
