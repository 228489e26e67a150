import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkInput, checkJson, parseJson } from '../../functions/domain/check-input.ts';
import { TaskOutcome } from '../../functions/domain/task.ts';

describe('checkInput', () => {
  it('names fields and rules, never a value', () => {
    const checked = checkInput(TaskOutcome, {
      action: 'Okafor',
      by: 1,
      at: 'now',
      correction: { codes: { diagnoses: ['Okafor'], services: [] } },
    });
    expect(checked.success).toBe(false);
    expect(JSON.stringify(checked)).not.toContain('Okafor');
    expect(checked.success ? [] : checked.findings.map(({ path }) => path)).toEqual([
      'action',
      'by',
      'correction.codes.diagnoses.0',
      'correction.codes.services',
    ]);
  });

  it('names each field that a strict schema refuses', () => {
    const strict = z.object({ a: z.number(), inner: z.strictObject({}) }).strict();
    const checked = checkInput(strict, { a: 1, by: 'Okafor', inner: { at: 'Okafor' } });
    expect(checked).toEqual({
      success: false,
      findings: [
        { code: 'unrecognized_keys', path: 'inner.at', detail: 'This field is not taken here' },
        { code: 'unrecognized_keys', path: 'by', detail: 'This field is not taken here' },
      ],
    });
  });

  it('drops keys that nobody asked for', () => {
    expect(checkInput(z.object({ a: z.number() }), { a: 1, b: 2 })).toEqual({
      success: true,
      data: { a: 1 },
    });
  });
});

const notJson = {
  success: false,
  findings: [{ code: 'not-json', path: '', detail: 'The text is not JSON' }],
};

describe('a text that should be JSON', () => {
  it('is read', () => {
    expect(parseJson('{"a":[1,null]}')).toEqual({ success: true, data: { a: [1, null] } });
  });

  it.each(['', '{', 'Okafor'])('has a finding that quotes nothing of it: "%s"', (text) => {
    expect(parseJson(text)).toEqual(notJson);
    expect(checkJson(z.object({}), text)).toEqual(notJson);
  });

  it('is checked once it is read', () => {
    const schema = z.object({ a: z.number() });
    expect(checkJson(schema, '{"a":1,"b":2}')).toEqual({ success: true, data: { a: 1 } });
    expect(checkJson(schema, '{"a":"Okafor"}')).toMatchObject({
      success: false,
      findings: [{ code: 'invalid_type', path: 'a' }],
    });
  });
});

const nested = (levels: number, opening: string, closing: string): string =>
  `{"a":${opening.repeat(levels)}1${closing.repeat(levels)}}`;

describe('JSON that no record could hold', () => {
  const anything = z.object({ a: z.unknown() });
  const codeOf = (text: string) => {
    const checked = checkJson(anything, text);
    return checked.success ? undefined : checked.findings.map(({ code, path }) => [code, path]);
  };

  it.each([
    ['brackets in one another', nested(100_000, '[', ']'), 'too-deep', ''],
    ['objects in one another', nested(65, '{"b":', '}'), 'too-deep', ''],
    ['half of a character', '{"a":["x","\\ud800"]}', 'not-text', 'a.1'],
    ['half of a character in a name', '{"a":{"\\udc00":1}}', 'not-text', 'a'],
    ['a number with too many digits', '{"a":{"b":1e126}}', 'no-number', 'a.b'],
    ['a number with too many digits below nothing', '{"a":-1e300}', 'no-number', 'a'],
    ['a number that is next to nothing', '{"a":5e-324}', 'no-number', 'a'],
    ['a number that is none any more', '{"a":1e999}', 'no-number', 'a'],
  ])('is refused: %s', (_what, text, code, path) => {
    expect(codeOf(text)).toEqual([[code, path]]);
  });

  it.each([
    ['what is as deep as it may be', nested(62, '[', ']')],
    ['whole characters of two halves', '{"a":"\\ud83d\\ude00 \\u0000 \\u202e"}'],
    ['nothing, and the largest number that is whole', '{"a":[0,-0,9007199254740991,1e-129]}'],
  ])('is not %s', (_what, text) => {
    expect(codeOf(text)).toBeUndefined();
  });

  it('holds no field under the name of a prototype', () => {
    expect(checkJson(anything, '{"a":2,"__proto__":{"b":1}}')).toEqual({ success: true, data: { a: 2 } });
    expect(({} as Record<string, unknown>).b).toBeUndefined();
  });
});
