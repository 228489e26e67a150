import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  askingSuggester,
  modelRequest,
  readModelAnswer,
} from '../../../functions/coding/suggesters/ask-model.ts';
import { aModelAnswer } from './answers.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const visit = { dateOfService: '2026-11-16', patientType: 'established' } as const;
const note = 'Assessment: gouty arthritis of the toe; hypertension, stable.\nIn-office strep test negative.';

const aCode = (change: object = {}) => ({
  system: 'ICD-10-CM',
  code: 'I10',
  quotes: ['hypertension, stable'],
  confidence: 0.95,
  ...change,
});
const read = (...codes: unknown[]) => readModelAnswer(aModelAnswer(codes), note, visit);

describe('the request to the model', () => {
  const request = modelRequest(note, visit, 'a-model');

  it('carries the note and the date of service, and nothing else of the visit', () => {
    expect(request).toMatchObject({
      modelId: 'a-model',
      messages: [{ role: 'user', content: [{ text: expect.stringContaining(note) }] }],
      inferenceConfig: { temperature: 0 },
    });
    expect(request.messages[0]?.content[0]?.text).toContain('2026-11-16');
  });

  it('forces one call of the tool, whose schema asks for a code and for quotes', () => {
    const { tools, toolChoice } = request.toolConfig;
    expect(toolChoice).toEqual({ tool: { name: 'report_codes' } });
    expect(tools).toMatchObject([
      {
        toolSpec: {
          name: 'report_codes',
          inputSchema: {
            json: {
              type: 'object',
              properties: { codes: { items: { required: expect.arrayContaining(['code', 'quotes']) } } },
            },
          },
        },
      },
    ]);
  });
});

describe('the answer of the model', () => {
  it('becomes suggestions with offsets of our own, never certain', () => {
    const start = note.indexOf('hypertension');
    expect(read(aCode())).toMatchObject({
      suggestions: [
        {
          code: 'I10',
          confidence: 0.8,
          source: 'bedrock',
          evidence: [{ start, end: start + 20, quote: 'hypertension, stable' }],
        },
      ],
      findings: [],
    });
  });

  it('keeps procedures that exist', () => {
    const test = aCode({ system: 'CPT', code: '87880', quotes: ['strep test'] });
    expect(read(test).suggestions).toMatchObject([{ system: 'CPT', code: '87880' }]);
  });

  it.each([
    ['a code that does not exist', { code: 'I99.99' }, 'diagnosis-unknown'],
    ['a heading', { code: 'E11' }, 'diagnosis-unknown'],
    ['a procedure that does not exist', { system: 'CPT', code: '00000' }, 'procedure-unknown'],
    ['words that the note does not have', { quotes: ['Hypertension, stable'] }, 'quote-unfounded'],
    ['one quote too many', { quotes: ['hypertension, stable', 'on lisinopril'] }, 'quote-unfounded'],
    ['a quote that cuts a word', { quotes: ['gout'] }, 'quote-unfounded'],
  ])('drops %s', (_what, change, finding) => {
    const { suggestions, findings } = read(aCode(change));
    expect(suggestions).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual([finding]);
  });

  it('has each code once', () => {
    expect(read(aCode(), aCode({ confidence: 0.1 })).suggestions).toHaveLength(1);
  });

  it.each([
    ['was cut off', aModelAnswer([aCode()], { stopReason: 'max_tokens' })],
    ['calls no tool', aModelAnswer([], { output: { message: { content: [{ text: 'I cannot.' }] } } })],
    ['fills in something else', aModelAnswer([{ code: 'I10' }])],
    ['is nothing', undefined],
  ])('is dropped whole when it %s', (_what, answer) => {
    const { suggestions, findings } = readModelAnswer(answer, note, visit);
    expect([suggestions, findings.map(({ code }) => code)]).toEqual([[], ['answer-unusable']]);
  });

  it('is dropped or quotes the note exactly, whatever the model says', () => {
    const stated = fc.record({
      system: fc.constantFrom('ICD-10-CM', 'CPT'),
      code: fc.oneof(fc.constantFrom('I10', 'M10.9', '87880'), fc.string()),
      quotes: fc.array(fc.oneof(fc.string(), fc.constantFrom('hypertension', 'arthritis of the'))),
      confidence: fc.double(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.array(stated), fc.jsonValue()), (codes) => {
        for (const { evidence } of readModelAnswer(aModelAnswer(codes), note, visit).suggestions)
          for (const { start, end, quote } of evidence) expect(note.slice(start, end)).toBe(quote);
      }),
    );
  });

  it('keeps the words of the note out of its findings', () => {
    const { findings } = read(aCode({ quotes: ['the patient Miriam'] }), aCode({ code: 'I99.99' }));
    expect(JSON.stringify(findings)).not.toMatch(/Miriam|hypertension/);
  });
});

describe('the suggester that asks a model', () => {
  it('sends a note once, and one of five megabytes not at all', async () => {
    const converse = vi.fn(async () => aModelAnswer([aCode()]));
    const { suggest } = askingSuggester('a-model', converse);
    expect((await suggest(note, visit)).suggestions).toHaveLength(1);
    expect((await suggest('x'.repeat(5_000_000), visit)).findings[0]?.code).toBe('note-too-long');
    expect(converse).toHaveBeenCalledTimes(1);
  });
});
