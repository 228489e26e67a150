import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadPractice } from '../../functions/practices/load-practice.ts';

const sample = (name: string) => ({
  name,
  text: readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8'),
});
const practice = sample('practice.json');
const payers = sample('payers.json');

const recorded = () => {
  const written: string[] = [];
  return {
    written,
    effects: {
      savePractice: async ({ practiceId }: { practiceId: string }) => void written.push(practiceId),
      savePayer: async (practiceId: string, { payerId }: { payerId: string }) =>
        void written.push(`${practiceId}/${payerId}`),
    },
  };
};

it('writes the practice and each of its payers', async () => {
  const { written, effects } = recorded();
  const loaded = await loadPractice(practice, payers, effects);
  expect(written[0]).toBe(loaded.practiceId);
  expect(written).toHaveLength(1 + loaded.payers);
});

it.each([
  ['is not JSON', { name: 'payers.json', text: '[{' }, 'payers.json is not usable:\n✖ The text is not JSON'],
  ['lacks a field', { name: 'payers.json', text: '[{}]' }, 'payers.json is not usable:\n✖ 0.payerId: '],
])('writes nothing when a file %s, and names the file', async (_what, broken, message) => {
  const { written, effects } = recorded();
  await expect(loadPractice(practice, broken, effects)).rejects.toThrow(message);
  expect(written).toEqual([]);
});
