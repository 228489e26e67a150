import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TaskOutcome } from '../../functions/domain/task.ts';
import { checkInput, parseJson } from '../../functions/runtime/input.ts';

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

describe('parseJson', () => {
  it('reads JSON and gives undefined for anything else', () => {
    expect([parseJson('{"a":1}'), parseJson('{'), parseJson('')]).toEqual([{ a: 1 }, undefined, undefined]);
  });
});
