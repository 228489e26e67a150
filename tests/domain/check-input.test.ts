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
