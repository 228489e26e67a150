import { afterEach, describe, expect, it, vi } from 'vitest';
import { useOfficialCodeSets } from '../../../bench/official-code-sets.ts';
import { checkCode } from '../../../codesets/check-code.ts';
import { diagnosisInForce, procedureInForce } from '../../../codesets/code-in-force.ts';

const date = '2026-03-02';

afterEach(() => {
  vi.unstubAllEnvs();
});

const withoutCodeSets = () => vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');

describe('with the starter set alone', () => {
  it('a code is known with or without its dot, and a heading is none', () => {
    withoutCodeSets();
    expect(diagnosisInForce('e1165', date)).toMatchObject({ data: { code: 'E11.65', edition: 'starter' } });
    expect(diagnosisInForce('E11', date)).toMatchObject({ success: false });
    expect(procedureInForce('20610', date)).toMatchObject({ data: { system: 'CPT' } });
    expect(procedureInForce('j3301', date)).toMatchObject({ data: { system: 'HCPCS', code: 'J3301' } });
  });

  it('a coder hears of a diagnosis that is not in it; a number of CPT nobody can check', () => {
    withoutCodeSets();
    expect(checkCode({ kind: 'diagnosis', code: 'I10' }, date)).toEqual([]);
    expect(checkCode({ kind: 'diagnosis', code: 'I99.99' }, date)).toMatchObject([
      { code: 'diagnosis-unknown' },
    ]);
    expect(checkCode({ kind: 'procedure', code: '27447' }, date)).toEqual([]);
  });
});

describe.skipIf(!useOfficialCodeSets())('with the official sets (skipped without ../shared)', () => {
  it('a code that a later edition replaced by one other is remapped, and the rule says so', async () => {
    const { diagnosisEditionOn } = await import('../../../codesets/diagnosis-edition.ts');
    const ended = [...(diagnosisEditionOn(date)?.set.ended.values() ?? [])];
    const single = ended.find(({ replacements }) => replacements.length === 1);
    if (!single) return;
    expect(diagnosisInForce(single.code, date)).toMatchObject({
      data: { code: single.replacements[0], rules: [expect.stringContaining(single.code)] },
    });
  });

  it.each([
    ['diagnosis', 'E11', 'diagnosis-incomplete'],
    ['diagnosis', 'I99.99', 'diagnosis-unknown'],
    ['procedure', '00000', 'procedure-unknown'],
    ['procedure', 'J9ZZ9', 'procedure-unknown'],
  ] as const)('a coder hears of the %s %s', (kind, code, finding) => {
    expect(checkCode({ kind, code }, date).map((one) => one.code)).toEqual([finding]);
  });

  it.each([
    ['diagnosis', 'QA0.0101'],
    ['diagnosis', 'I10'],
    ['procedure', '27447'],
    ['procedure', 'J3301'],
  ] as const)('nothing is held against the %s %s', (kind, code) => {
    expect(checkCode({ kind, code }, date)).toEqual([]);
  });
});
