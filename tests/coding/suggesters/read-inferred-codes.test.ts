import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { inferringSuggester } from '../../../functions/coding/suggesters/infer-codes.ts';
import { InferredCodes } from '../../../functions/coding/suggesters/read-inferred-codes.ts';
import { anEntity, concept } from './answers.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const visit = { dateOfService: '2026-11-16' };
const note = 'Assessment: Hypertension, at goal. Mother had gout. No asthma. Cough.';

const suggest = (...entities: readonly unknown[]) =>
  inferringSuggester(async () => ({ Entities: entities, ModelVersion: '3.0.0' })).suggest(note, visit);

describe('Amazon Comprehend Medical', () => {
  it('suggests the likeliest code with the words of the note and the edition of the date', async () => {
    const { suggestions, findings } = await suggest(anEntity(note, 'Hypertension'));
    expect(suggestions).toMatchObject([
      {
        system: 'ICD-10-CM',
        code: 'I10',
        source: 'comprehend-medical',
        edition: 'starter',
        evidence: [{ start: 12, end: 24, quote: 'Hypertension' }],
      },
    ]);
    expect(suggestions[0]?.confidence).toBeCloseTo(0.98 * 0.91);
    expect(findings).toEqual([]);
  });

  it.each([
    ['NEGATION', 'negated'],
    ['HYPOTHETICAL', 'IV.H'],
    ['PERTAINS_TO_FAMILY', 'family'],
    ['PAST_HISTORY', 'past'],
    ['LOW_CONFIDENCE', 'doubt'],
  ])('rejects a mention with the trait %s', async (Name, rule) => {
    const { suggestions, rejected } = await suggest(
      anEntity(note, 'gout', { Traits: [{ Name, Score: 0.8 }], ICD10CMConcepts: concept('M10.9') }),
    );
    expect(suggestions).toEqual([]);
    expect(rejected).toMatchObject([{ code: 'M10.9', rule: expect.stringContaining(rule) }]);
  });

  it('does not believe a trait that the service doubts', async () => {
    const { suggestions } = await suggest(
      anEntity(note, 'gout', {
        Traits: [{ Name: 'NEGATION', Score: 0.3 }],
        ICD10CMConcepts: concept('M10.9'),
      }),
    );
    expect(suggestions).toHaveLength(1);
  });

  it('rejects what is scored low', async () => {
    const { suggestions, rejected } = await suggest(anEntity(note, 'Hypertension', { Score: 0.5 }));
    expect(suggestions).toEqual([]);
    expect(rejected[0]?.rule).toContain('46 %');
  });

  it('drops a sign beside a diagnosis, and keeps it where there is none', async () => {
    const sign = anEntity(note, 'Cough', {
      Traits: [{ Name: 'SYMPTOM', Score: 0.9 }],
      ICD10CMConcepts: concept('R05.9'),
    });
    const both = await suggest(anEntity(note, 'Hypertension'), sign);
    expect(both.suggestions.map(({ code }) => code)).toEqual(['I10']);
    expect(both.rejected).toMatchObject([{ code: 'R05.9' }]);
    expect((await suggest(sign)).suggestions.map(({ code }) => code)).toEqual(['R05.9']);
  });

  it('reads a code without its dot, and drops one that is not valid on the date', async () => {
    const { suggestions, findings } = await suggest(
      anEntity(note, 'gout', { ICD10CMConcepts: concept('M109') }),
      anEntity(note, 'asthma', { ICD10CMConcepts: concept('J45') }),
    );
    expect(suggestions.map(({ code }) => code)).toEqual(['M10.9']);
    expect(findings.map(({ code }) => code)).toEqual(['diagnosis-unknown']);
  });

  it('drops words that do not stand where the service says, and entities without a code', async () => {
    const { suggestions, findings } = await suggest(
      anEntity(note, 'Hypertension', { BeginOffset: 3, EndOffset: 9 }),
      anEntity(note, 'asthma', { ICD10CMConcepts: [] }),
    );
    expect(suggestions).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['quote-unfounded', 'code-absent']);
  });

  it('leaves out expressions of time, and gives one entry a code with the words of all mentions', async () => {
    const { suggestions } = await suggest(
      anEntity(note, 'at goal', { Type: 'TIME_EXPRESSION' }),
      anEntity(note, 'Hypertension', { Score: 0.8 }),
      anEntity(note, 'gout', {}),
    );
    expect(suggestions.map(({ code, evidence }) => [code, evidence.map(({ quote }) => quote)])).toEqual([
      ['I10', ['gout', 'Hypertension']],
    ]);
  });

  it('counts offsets as the service does, in code points, and keeps them over the pieces of a long note', async () => {
    const filler = 'The patient feels well today 🙂. '.repeat(900);
    const long = `${filler}Assessment: Hypertension.`;
    const infer = vi.fn(async (text: string) => ({
      Entities: text.includes('Hypertension') ? [anEntity(text, 'Hypertension')] : [],
    }));
    const { suggestions } = await inferringSuggester(infer).suggest(long, visit);
    expect(infer.mock.calls.length).toBeGreaterThan(2);
    const start = long.indexOf('Hypertension');
    expect(suggestions[0]?.evidence).toEqual([{ start, end: start + 12, quote: 'Hypertension' }]);
  });

  it('asks nothing about a note of nothing, and says when a note is too long to be sent whole', async () => {
    const infer = vi.fn(async () => ({ Entities: [] }));
    await inferringSuggester(infer).suggest(' \n ', visit);
    expect(infer).not.toHaveBeenCalled();
    const { findings } = await inferringSuggester(infer).suggest('x '.repeat(150_000), visit);
    expect([infer.mock.calls.length, findings[0]?.code]).toEqual([20, 'note-too-long']);
  });

  it('quotes the note exactly, whatever offsets come back', async () => {
    const numbers = fc.nat(100);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        numbers,
        numbers,
        async (text, from, length) => {
          const words = [...text].slice(from, from + length).join('');
          const entity = { ...anEntity(text, 'x'), Text: words, BeginOffset: from, EndOffset: from + length };
          const { suggestions } = await inferringSuggester(async () => ({ Entities: [entity] })).suggest(
            text,
            visit,
          );
          for (const { evidence } of suggestions)
            for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
        },
      ),
    );
  });

  it('refuses an answer of another shape', () => {
    expect(InferredCodes.safeParse({ Entities: [{ Text: 1 }] }).success).toBe(false);
  });
});
