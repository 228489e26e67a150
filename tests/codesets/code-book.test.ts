import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeBookOn } from '../../codesets/code-book.ts';
import { diagnosisCodes } from '../../codesets/code-set.ts';
import { diagnosisEditionOn } from '../../codesets/diagnosis-edition.ts';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import { needingOfficialCodeSets } from '../shared-material.ts';
import { fileOf, inFolder, orderFile, orderLine } from './publisher-files.ts';

const date = '2026-03-02';
const stated = (kind: 'diagnosis' | 'procedure', code: string) => ({ kind, code });

describe('with the starter set alone', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('says that the starter set answers', () => {
    const { codesInUse, diagnoses } = codeBookOn(date);
    expect(codesInUse('icd10cm').statement).toContain('Only the starter set answers');
    expect(diagnoses.find('I10')).toMatchObject({ standing: 'billable', edition: 'starter', inForce: false });
  });

  it('knows a code with or without its dot, and no heading', () => {
    const { translate } = codeBookOn(date);
    expect(translate(stated('diagnosis', 'e1165'))).toMatchObject({
      data: { code: 'E11.65', edition: 'starter' },
    });
    expect(translate(stated('diagnosis', 'E11'))).toMatchObject({ success: false });
    expect(translate(stated('procedure', '20610'))).toMatchObject({ data: { system: 'CPT' } });
    expect(translate(stated('procedure', 'j3301'))).toMatchObject({
      data: { system: 'HCPCS', code: 'J3301' },
    });
    expect(translate(stated('procedure', '27447'))).toMatchObject({
      findings: [{ code: 'procedure-unknown' }],
    });
  });

  it('knows no code before its first day', () => {
    const { diagnoses, procedures, check } = codeBookOn('2025-09-30');
    expect(diagnoses.find('I10').standing).toBe('not-in-force');
    expect(diagnoses.entry('I10')).toBeUndefined();
    expect(procedures.find('99213').standing).toBe('not-in-force');
    expect(procedures.entry('99213')).toBeUndefined();
    expect(check(stated('diagnosis', 'I10'))).toMatchObject([{ code: 'diagnosis-ended' }]);
    expect(codeBookOn('2026-11-16').diagnoses.find('I10').standing).toBe('billable');
  });

  it('tells a coder of a diagnosis that is not in it; a number of CPT nobody can check', () => {
    const { check, procedures } = codeBookOn(date);
    expect(check(stated('diagnosis', 'I10'))).toEqual([]);
    expect(check(stated('diagnosis', 'I99.99'))).toMatchObject([{ code: 'diagnosis-unknown' }]);
    expect(check(stated('procedure', '27447'))).toEqual([]);
    expect(procedures.find('27447')).toMatchObject({ standing: 'unlisted' });
  });

  it('finds by the words of a description what its rows say: never first', () => {
    const { diagnoses } = codeBookOn(date);
    const other = diagnosisCodes.filter(
      ({ code, neverFirst }) => neverFirst !== (diagnoses.neverFirst(code) !== undefined),
    );
    expect(other.map(({ code }) => code)).toEqual([]);
  });

  it('tells the ages that it has and invents none', () => {
    const { diagnoses } = codeBookOn(date);
    expect(diagnoses.entry('Z00.129')?.ages).toEqual({ from: 0, to: 17 });
    expect(diagnoses.entry('I10')?.ages).toBeUndefined();
  });

  it('excludes as far as its rows do', () => {
    const { diagnoses } = codeBookOn(date);
    expect(diagnoses.exclusion('E11.9', 'E10.9')?.owner).toBe('E11.9');
    expect(diagnoses.exclusion('I10', 'E11.9')).toBeUndefined();
  });
});

const tabular = (year: number) =>
  fileOf(
    `icd10cm-tabular-${year}.xml`,
    `<ICD10CM.tabular><version>${year}</version>
    <chapter><name>4</name><desc>Endocrine (E00-E89)</desc><section id="E20-E35"><desc>Glands</desc>
      <excludes1><note>enlarged breast (N62)</note></excludes1>
      <diag><name>E22</name><desc>Of the pituitary</desc>
        <excludes1><note>Nelson's syndrome (E22.1)</note></excludes1></diag>
      <diag><name>E35</name><desc>Elsewhere</desc><codeFirst><note>underlying disease</note></codeFirst></diag>
      <diag><name>E34.8</name><desc>Disorder</desc><codeFirst><note>underlying disease</note></codeFirst></diag>
    </section></chapter>
    <chapter><name>21</name><desc>Factors (Z00-Z99)</desc><section id="Z77-Z99"><desc>Status</desc>
      <diag><name>Z79.4</name><desc>Insulin</desc>
        <excludes1><note>oral antidiabetic drugs (Z79.84)</note></excludes1></diag>
    </section></chapter></ICD10CM.tabular>`,
  );

const index = fileOf(
  'icd10cm-index-2026.xml',
  `<ICD10CM.index><version>2026</version><letter><title>D</title><mainTerm><title>Disease</title>
    <term level="1"><title>gland</title><code>A50.5</code><manif>E34.8</manif></term>
    <term level="1"><title>breast</title><code>A50.5</code><manif>N62</manif></term></mainTerm></letter></ICD10CM.index>`,
);

const order = orderFile([
  orderLine('E22', '0', 'Hyperfunction of pituitary gland'),
  orderLine('E220', '1', 'Acromegaly'),
  orderLine('E221', '1', 'Hyperprolactinemia'),
  orderLine('E348', '1', 'Disorder of a gland'),
  orderLine('E35', '0', 'Disorders of glands in diseases classified elsewhere'),
  orderLine('E350', '1', 'Disorder of a gland in a disease'),
  orderLine('M221', '1', 'Disorder of right patella'),
  orderLine('N62', '1', 'Hypertrophy of breast'),
  orderLine('Z794', '1', 'Long term (current) use of insulin'),
  orderLine('Z7984', '1', 'Long term (current) use of oral hypoglycemic drugs'),
]);

const withTabular = (year: number, use: () => void): Promise<void> =>
  inFolder(() => {
    installCodeSet('icd10cm', [order, tabular(year), index]);
    use();
  });

describe('Excludes1 of an installed edition', () => {
  it('is inherited from section and category, works both ways, and never turns a note on itself', () =>
    withTabular(2026, () => {
      const { diagnoses } = codeBookOn(date);
      expect(diagnoses.exclusion('E22.0', 'N62')).toEqual({
        owner: 'E20-E35',
        note: 'enlarged breast (N62)',
      });
      expect(diagnoses.exclusion('N62', 'E22.0')?.owner).toBe('E20-E35');
      expect(diagnoses.exclusion('E22.0', 'E22.1')?.owner).toBe('E22');
      expect(diagnoses.exclusion('E22.1', 'E22.1')).toBeUndefined();
      expect(diagnoses.exclusion('E22.0', 'M22.1')).toBeUndefined();
    }));

  it('tells of which year its Tabular List is, and leaves out what later lists took back', async () => {
    await withTabular(2021, () => {
      const { diagnoses } = codeBookOn(date);
      expect(diagnoses.exclusion('E22.0', 'N62')?.ofYear).toBe('2021');
      expect(diagnoses.exclusion('Z79.4', 'Z79.84')).toBeUndefined();
    });
    await withTabular(2026, () => {
      expect(codeBookOn(date).diagnoses.exclusion('Z79.84', 'Z79.4')?.owner).toBe('Z79.4');
    });
  });
});

describe('codes that never stand first', () => {
  it('are told by the heading above them with their "code first" note, but not by the heading alone', () =>
    withTabular(2026, () => {
      const { diagnoses } = codeBookOn(date);
      expect(diagnoses.neverFirst('E35.0')).toBe('manifestation');
      expect(diagnoses.neverFirst('E22.0')).toBeUndefined();
    }));

  it('are told by the brackets of the index with a "code first" note, but not by the brackets alone', () =>
    withTabular(2026, () => {
      const { diagnoses } = codeBookOn(date);
      expect(diagnoses.neverFirst('E34.8')).toBe('manifestation');
      expect(diagnoses.neverFirst('N62')).toBeUndefined();
    }));
});

describe('a code that needs a 7th character', () => {
  it('is told which there are', () =>
    inFolder(() => {
      const list = fileOf(
        'icd10cm-tabular-2026.xml',
        '<ICD10CM.tabular><version>2026</version><chapter><name>19</name><desc>Injury (S00-T88)</desc><section id="S80-S89"><desc>Leg</desc><diag><name>S82</name><desc>Fracture</desc><sevenChrDef><extension char="A">initial encounter</extension></sevenChrDef></diag></section></chapter></ICD10CM.tabular>',
      );
      const codes = orderFile([
        orderLine('S82', '0', 'Fracture of lower leg'),
        orderLine('S8201', '0', 'Fracture of right patella'),
        orderLine('S8201XA', '1', 'Fracture of right patella, initial encounter'),
      ]);
      installCodeSet('icd10cm', [codes, list]);
      const { diagnoses, check } = codeBookOn(date);
      expect([...diagnoses.seventhCharacters('S82.01')]).toEqual([['A', 'initial encounter']]);
      expect(diagnoses.find('S82.01').below).toEqual(['S82.01XA']);
      expect(check(stated('diagnosis', 'S82.01'))[0]?.detail).toContain('The 7th character tells: A initial');
      expect(check(stated('diagnosis', 'S82'))[0]?.detail).not.toContain('7th character');
    }));
});

describe('a book', () => {
  it('is another one as soon as an edition is installed', () =>
    inFolder(() => {
      expect(codeBookOn(date).diagnoses.find('M22.1').standing).toBe('unknown');
      installCodeSet('icd10cm', [order]);
      expect(codeBookOn(date).diagnoses.find('M22.1')).toMatchObject({ standing: 'billable', inForce: true });
      expect(codeBookOn(date)).toBe(codeBookOn(date));
    }));
});

needingOfficialCodeSets().describe('with the official sets', () => {
  it('a code that a later edition replaced by one other is translated, and the rule says so', () => {
    const ended = [...(diagnosisEditionOn(date)?.set.ended.values() ?? [])];
    const single = ended.find(({ replacements }) => replacements.length === 1);
    if (!single) return;
    const { translate, diagnoses } = codeBookOn(date);
    expect(diagnoses.find(single.code)).toMatchObject({ standing: 'not-in-force' });
    expect(translate(stated('diagnosis', single.code))).toMatchObject({
      data: { code: single.replacements[0], rules: [expect.stringContaining(single.code)] },
    });
  });

  it.each([
    ['diagnosis', 'E11', 'diagnosis-incomplete'],
    ['diagnosis', 'I99.99', 'diagnosis-unknown'],
    ['procedure', '00000', 'procedure-unknown'],
    ['procedure', 'J9ZZ9', 'procedure-unknown'],
  ] as const)('a coder hears of the %s %s', (kind, code, finding) => {
    expect(
      codeBookOn(date)
        .check({ kind, code })
        .map((one) => one.code),
    ).toEqual([finding]);
  });

  it.each([
    ['diagnosis', 'QA0.0101'],
    ['diagnosis', 'I10'],
    ['procedure', '27447'],
    ['procedure', 'J3301'],
  ] as const)('nothing is held against the %s %s', (kind, code) => {
    expect(codeBookOn(date).check({ kind, code })).toEqual([]);
  });

  it.each([
    ['manifestation', ['G32.81', 'H36.811', 'F02.80', 'L99', 'D63.1', 'J91.0', 'K82.A1', 'R50.81', 'Z91.83']],
    ['external-cause', ['W19.XXXA', 'Y92.009']],
    ['sequela', ['S93.401S', 'M80.08XS', 'B94.8', 'O94']],
    ['infectious-agent', ['B96.20', 'B97.4']],
    // "Code first" alone makes no manifestation (guideline I.A.17).
    [
      undefined,
      ['N18.6', 'I50.9', 'E08.9', 'L97.519', 'K31.84', 'F05', 'I69.351', 'E11.42', 'C7A.1', 'Z00.00'],
    ],
  ] as const)('never stands first as %s: %j', (why, codes) => {
    const { diagnoses } = codeBookOn(date);
    expect(codes.filter((code) => diagnoses.neverFirst(code) !== why)).toEqual([]);
    expect(codes.filter((code) => diagnoses.entry(code)?.neverFirst !== why)).toEqual([]);
  });

  it.each([
    ['Q21.0', 'I51.0', 'Q21'],
    ['E10.9', 'E11.65', 'E10'],
    ['I10', 'R03.0', undefined],
    ['I51.7', 'I11.9', 'I51'],
    ['I51.0', 'I11.9', undefined],
    ['G63', 'E11.42', 'G63'],
    ['G63', 'E11.9', undefined],
    ['R47.01', 'I69.320', 'R47.01'],
    ['R47.01', 'I69.351', undefined],
    ['M23.221', 'S83.241A', 'S83.2'],
    ['M23.221', 'S83.242A', undefined],
    ['Z34.81', 'O24.410', 'Z34'],
    ['J45.909', 'J44.9', undefined],
    ['E11.22', 'N18.31', undefined],
    ['I11.0', 'I50.9', undefined],
    ['Z79.4', 'Z79.84', undefined],
  ])('%s and %s exclude each other by the note at %s', (one, other, owner) => {
    const { diagnoses } = codeBookOn(date);
    expect(diagnoses.exclusion(one, other)?.owner).toBe(owner);
    // The other way round another note may be found first.
    expect(diagnoses.exclusion(other, one) !== undefined).toBe(owner !== undefined);
  });
});
