import { expect, it } from 'vitest';
import { tryRendering } from '../../functions/domain/partner-file.ts';
import { UnwritableValue } from '../../functions/edi/text/segment-writer.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

it('a file that can be rendered is given back', () => {
  const rendered = tryRendering((controlNumber, createdAt) => `${controlNumber} ${createdAt}`, now);
  expect(rendered).toEqual({ success: true, data: '1 2026-11-02T10:00:00.000Z' });
});

it('a value that X12 cannot carry is a finding', () => {
  const render = () => {
    throw new UnwritableValue('NM103', 'it holds a delimiter or a control character');
  };
  expect(tryRendering(render, now)).toMatchObject({
    success: false,
    findings: [{ code: 'NM103', path: '' }],
  });
});

it('any other failure stays one', () => {
  const render = () => {
    throw new TypeError('a bug');
  };
  expect(() => tryRendering(render, now)).toThrow(TypeError);
});
