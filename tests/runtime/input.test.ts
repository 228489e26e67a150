import { expect, it } from 'vitest';
import { z } from 'zod';
import { requireInput, requireJson } from '../../functions/runtime/input.ts';

const schema = z.object({ waitId: z.string(), rounds: z.array(z.int()) });

it('what another part of the system sends is read', () => {
  const sent = { waitId: 'w', rounds: [1] };
  expect(requireInput(schema, sent)).toEqual(sent);
  expect(requireJson(schema, JSON.stringify(sent))).toEqual(sent);
});

it.each([
  ['a field', () => requireInput(schema, { waitId: 'w', rounds: ['Okafor'] }), 'rounds.0 (invalid_type)'],
  ['the whole', () => requireInput(schema, 'Okafor'), 'the whole (invalid_type)'],
  ['the text', () => requireJson(schema, 'Okafor'), 'the whole (not-json)'],
])('is refused by %s that does not fit, without its value', (_what, read, told) => {
  expect(read).toThrow(
    expect.objectContaining({ name: 'InvalidInput', message: `The input does not fit: ${told}` }),
  );
});
