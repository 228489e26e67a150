import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Practice } from '../../functions/domain/practice.ts';
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

const withRules = (...adjustmentClasses: unknown[]) => ({
  name: 'practice.json',
  text: JSON.stringify({ ...JSON.parse(practice.text), adjustmentClasses }),
});

const bundled = {
  reasons: ['97'],
  class: 'contractual',
  payerId: 'northwind',
  because: 'Contract 2026, section 4',
};

it('writes the rules by which the practice classes adjustments', async () => {
  const { effects } = recorded();
  let saved: unknown;
  const savePractice = async (one: Practice) => {
    saved = one.adjustmentClasses;
  };
  await loadPractice(withRules(bundled), payers, { ...effects, savePractice });
  expect(saved).toEqual([bundled]);
});

it.each([
  ['bill the patient what no payer put there', { ...bundled, class: 'patient-share' }, '0.class: Only what'],
  ['settle denials of every payer', { ...bundled, payerId: undefined }, '0.payerId: It settles what'],
  ['name a payer of another practice', { ...bundled, payerId: 'oakridge' }, '0.payerId: The practice has no'],
  ['misspell a limit', { ...bundled, until: '2026-12-31' }, '0.until: This field is not taken here'],
])('writes nothing when its rules %s', async (_what, rule, message) => {
  const { written, effects } = recorded();
  const loading = loadPractice(withRules(rule), payers, effects);
  await expect(loading).rejects.toThrow(`practice.json is not usable:\n✖ adjustmentClasses.${message}`);
  expect(written).toEqual([]);
});

it('tells reasons that the installed list does not know, and writes them', async () => {
  const { written, effects } = recorded();
  const knowsReason = (reason: string) => reason !== '97';
  const loaded = await loadPractice(withRules(bundled), payers, { ...effects, knowsReason });
  expect(loaded.findings).toMatchObject([{ code: 'reason-unknown', path: 'adjustmentClasses.0.reasons' }]);
  expect(written).toHaveLength(1 + loaded.payers);
});

it.each([
  ['is not JSON', { name: 'payers.json', text: '[{' }, 'payers.json is not usable:\n✖ line 1, column 3: The'],
  ['lacks a field', { name: 'payers.json', text: '[{}]' }, 'payers.json is not usable:\n✖ 0.payerId: '],
])('writes nothing when a file %s, and names the file', async (_what, broken, message) => {
  const { written, effects } = recorded();
  await expect(loadPractice(practice, broken, effects)).rejects.toThrow(message);
  expect(written).toEqual([]);
});

it('tells of numbers under which another practice bills as well', async () => {
  const { effects } = recorded();
  const own = Practice.parse(JSON.parse(practice.text));
  const listPractices = async () => [own, { ...own, practiceId: 'elm-row', taxId: '987654321' }];
  const { findings } = await loadPractice(practice, payers, { ...effects, listPractices });
  expect(findings.map(({ code, path }) => [code, path])).toEqual([['npi-of-another-practice', 'npi']]);
  const others = async () => [own, { ...own, practiceId: 'oak-lane', npi: '1234567893' }];
  expect((await loadPractice(practice, payers, { ...effects, listPractices: others })).findings).toEqual([]);
});

it.each([
  ['{\n  "practiceId": maple\n}', 'line 2, column 17'],
  ['{\n  "practiceId": "maple-street",\n}', 'line 3, column 1'],
  ['{\n  "practiceId": "maple-street"', 'line 2, column 31'],
  ['', 'line 1, column 1'],
  ['{}\n{}', 'line 2, column 1'],
])('says where a file stops being JSON', async (text, place) => {
  const { written, effects } = recorded();
  const loading = loadPractice({ name: 'practice.json', text }, payers, effects);
  await expect(loading).rejects.toThrow(`practice.json is not usable:\n✖ ${place}`);
  expect(written).toEqual([]);
});
