import { describe, expect, it } from 'vitest';
import { indexPath, subterms } from '../../codesets/alphabetic-index.ts';
import { listArtefacts } from '../../codesets/artefact.ts';
import { codeBookOn } from '../../codesets/code-book.ts';
import { type DiagnosisEdition, diagnosisEditionOn } from '../../codesets/diagnosis-edition.ts';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import type { SourceFile } from '../../codesets/install/source-files.ts';
import { findSourceFiles } from '../../codesets/install/source-files.ts';
import { needing, sharedPath } from '../shared-material.ts';
import { fileOf, inFolder, orderFile, orderLine } from './publisher-files.ts';

const order = orderFile([
  orderLine('G35', '0', 'Multiple sclerosis'),
  orderLine('G35A', '1', 'Relapsing-remitting multiple sclerosis'),
  orderLine('G35D', '1', 'Multiple sclerosis, unspecified'),
  orderLine('I10', '1', 'Essential (primary) hypertension'),
  orderLine('QA0', '0', 'Disorders of genes'),
  orderLine('QA00', '1', 'Disorder of a gene'),
  orderLine('S82', '0', 'Fracture of lower leg'),
  orderLine('S8201', '0', 'Fracture of right patella'),
  orderLine('S8201XA', '1', 'Fracture of right patella, initial encounter for closed fracture'),
]);

const addenda = fileOf(
  'icd10cm-order-addenda-2026.txt',
  [
    `Delete:      1 G35     ${'Multiple sclerosis'.padEnd(60)} Multiple sclerosis`,
    `Add:         0 G35     ${'Multiple sclerosis'.padEnd(60)} Multiple sclerosis`,
    `Add:         1 G35A    ${'Relapsing'.padEnd(60)} Relapsing-remitting multiple sclerosis`,
    `Add:         1 G35D    ${'MS'.padEnd(60)} Multiple sclerosis, unspecified`,
    `Revise from: 1 I10     ${'Old'.padEnd(60)} Old`,
    '630 Add:',
  ].join('\r\n'),
  order.archive,
);

const tabular = fileOf(
  'icd10cm-tabular-2021.xml',
  `<ICD10CM.tabular><version>2021</version>
  <chapter><name>9</name><desc>Diseases of the circulatory system (I00-I99)</desc>
    <excludes1><note>injury (S00-T88)</note></excludes1>
    <section id="I10-I16"><desc>Hypertensive diseases (I10-I16)</desc>
      <useAdditionalCode><note>code to identify tobacco use (Z72.0)</note></useAdditionalCode>
      <diag><name>I10</name><desc>Essential hypertension</desc><includes><note>high blood pressure</note></includes></diag>
      <diag><name>I14</name><desc>Gone</desc><includes><note>of a code that is no more</note></includes></diag>
    </section></chapter>
  <chapter><name>19</name><desc>Injury (S00-T88)</desc><section id="S80-S89"><desc>Injuries of the leg (S80-S89)</desc>
    <diag><name>S82</name><desc>Fracture</desc><sevenChrDef><extension char="A">initial</extension><extension char="D">later</extension></sevenChrDef></diag>
  </section></chapter></ICD10CM.tabular>`,
);

const index = fileOf(
  'icd10cm-index-2025.xml',
  `<ICD10CM.index><version>2025</version><letter><title>H</title>
    <mainTerm><title>Hypertension<nemod>(benign)</nemod></title><code>I10</code>
      <term level="1"><title>heart</title><see>Disease, heart</see><term level="2"><title>with failure</title><code>I11.0</code></term></term>
      <term level="1"><title>renal</title><seeAlso>Disease, kidney</seeAlso></term></mainTerm>
    <mainTerm><title>Sclerosis</title><code>G35</code></mainTerm></letter></ICD10CM.index>`,
);

const neoplasms = fileOf(
  'icd-10-cm-neoplasm-2025.xml',
  `<ICD10CM.index><version>2025</version><letter><title>N</title><mainTerm><title>Neoplasm</title>
    <term level="1"><title>skin</title><cell col="2">C44.90</cell><cell col="5">D23.9</cell><cell col="6">--</cell></term>
  </mainTerm></letter></ICD10CM.index>`,
);

const files: SourceFile[] = [order, addenda, tabular, index, neoplasms];

const installed = async (
  sources: readonly SourceFile[],
  use: (set: DiagnosisEdition) => void,
): Promise<void> =>
  inFolder(() => {
    installCodeSet('icd10cm', sources);
    const found = diagnosisEditionOn('2026-03-02');
    if (!found) throw new Error('nothing was installed');
    use(found.set);
  });

const objection = (code: string, date = '2026-03-02') =>
  codeBookOn(date).check({ kind: 'diagnosis', code })[0];

describe('an installed ICD-10-CM', () => {
  it('has codes with dots, headers and children', () =>
    installed(files, (set) => {
      expect(set.find('S82.01XA')).toEqual({
        code: 'S82.01XA',
        description: 'Fracture of right patella, initial encounter for closed fracture',
        billable: true,
        parent: 'S82.01',
        edition: '2026',
      });
      expect(set.find('QA0.0')?.billable).toBe(true);
      expect(set.find('I11.0')).toBeUndefined();
      expect(set.childrenOf('G35')).toEqual(['G35.A', 'G35.D']);
      expect(set.edition).toMatchObject({ validFrom: '2025-10-01', validTo: '2026-09-30', rows: 9 });
    }));

  it('gives a code the notes of its own place and of all places above it', () =>
    installed(files, (set) => {
      expect(set.notes.forCode('I10').map(({ owner, kind }) => [owner, kind])).toEqual([
        ['I10', 'includes'],
        ['I10-I16', 'use-additional'],
        ['chapter 9', 'excludes1'],
      ]);
      expect(set.notes.forCode('I10', 'excludes1')).toHaveLength(1);
      expect(set.notes.seventhCharacters('S82.01XA')).toEqual(
        new Map([
          ['A', 'initial'],
          ['D', 'later'],
        ]),
      );
      expect(set.notes.seventhCharacters('I10').size).toBe(0);
    }));

  it('leaves out notes whose code is no more', () =>
    installed(files, (set) => {
      expect(set.notes.all.map(({ owner }) => owner)).not.toContain('I14');
    }));

  it('has the index with its terms in their places', () =>
    installed(files, ({ index: terms }) => {
      expect(subterms(terms, -1).map((place) => terms.titles[place])).toEqual([
        'Hypertension',
        'Sclerosis',
        'Neoplasm',
      ]);
      expect(subterms(terms, 0).map((place) => terms.titles[place])).toEqual(['heart', 'renal']);
      expect(indexPath(terms, 2)).toEqual(['Hypertension', 'heart', 'with failure']);
      expect([terms.codes[0], terms.nonessential[0], terms.sees[1], terms.seeAlsos[3]]).toEqual([
        'I10',
        '(benign)',
        'Disease, heart',
        'Disease, kidney',
      ]);
      expect(terms.cells.at(-1)?.split('\t')).toEqual(['C44.90', '', '', 'D23.9', '', '']);
      expect([...terms.tables]).toEqual([0, 0, 0, 0, 0, 2, 2]);
    }));

  it('says of which year its parts are', () =>
    installed(files, ({ edition }) => {
      expect(edition.notes).toEqual([
        'of FY2025: index of diseases, index of neoplasms',
        'of FY2021: Tabular List',
      ]);
    }));

  it('does with the order file alone', () =>
    installed([order], (set) => {
      expect(set.find('I10')?.billable).toBe(true);
      expect([set.index.size, set.notes.all.length]).toEqual([0, 0]);
    }));

  it('knows where an ended code went, from the addenda or the conversion table', () =>
    installed(
      [
        ...files,
        fileOf(
          'ICD_10_CM_CONVERSION_TABLE_FY2026.txt',
          'Title\t\t\t\t\nCurrent code assignment\tEffective October 1\tPrevious Code(s) Assignment\t\t\nI10\t2016\t401.9, I09.99 and S82\t\t\n',
        ),
      ],
      (set) => {
        expect(set.ended.get('G35')?.replacements).toEqual(['G35.A', 'G35.D']);
        expect(set.ended.get('I09.99')?.replacements).toEqual(['I10']);
        expect(objection('G35')).toMatchObject({
          code: 'diagnosis-ended',
          detail: expect.stringContaining('G35.A, G35.D'),
        });
        expect(objection('S82.01')?.code).toBe('diagnosis-incomplete');
        expect(objection('I10.5')?.code).toBe('diagnosis-unknown');
        expect(objection('I10')).toBeUndefined();
      },
    ));

  it('keeps an April update beside the release of October, each for its dates', () =>
    inFolder(() => {
      const april = fileOf(
        'icd10cm_order_2026.txt',
        orderLine('I10', '1', 'Changed in April'),
        'april-1-2026-code.zip',
      );
      installCodeSet('icd10cm', [order, april]);
      expect(diagnosisEditionOn('2026-03-31')?.set.edition.edition).toBe('2026');
      expect(diagnosisEditionOn('2026-04-01')?.set.find('I10')?.description).toBe('Changed in April');
      expect(diagnosisEditionOn('2026-10-01')).toMatchObject({ inForce: false });
      expect(codeBookOn('2026-10-01').codesInUse('icd10cm').statement).toContain('no edition for 2026-10-01');
    }));

  it('says with a finding when the edition is not of the date', () =>
    installed(files, () => {
      expect(objection('Z99.99')?.detail).not.toContain('no edition for');
      expect(objection('Z99.99', '2026-11-16')?.detail).toContain('no edition for 2026-11-16');
    }));

  it('gives an April update the index of its own archive', () =>
    inFolder(() => {
      const indexOf = (title: string, archive: string) =>
        fileOf(
          'icd10cm_index_2026.xml',
          `<ICD10CM.index><version>2026</version><letter><mainTerm><title>${title}</title></mainTerm></letter></ICD10CM.index>`,
          archive,
        );
      const april = fileOf('icd10cm_order_2026.txt', orderLine('I10', '1', 'Words'), 'april-1-2026-code.zip');
      const indexes = [indexOf('October', '2026-tables.zip'), indexOf('April', 'april-1-2026-tables.zip')];
      installCodeSet('icd10cm', [order, april, ...indexes]);
      expect(diagnosisEditionOn('2026-03-31')?.set.index.titles).toEqual(['October']);
      expect(diagnosisEditionOn('2026-04-01')?.set.index.titles).toEqual(['April']);
    }));

  it('is the same file for the same sources', () =>
    inFolder(async () => {
      const { readFileSync } = await import('node:fs');
      const [first] = installCodeSet('icd10cm', files);
      const before = readFileSync(first?.path ?? '');
      installCodeSet('icd10cm', files);
      expect(readFileSync(first?.path ?? '').equals(before)).toBe(true);
    }));
});

describe('a bad file', () => {
  it.each([
    ['a cut line', orderFile(['00001 I10     1 Essential'])],
    ['a page of a website', orderFile(['<html><body>Licence</body></html>'])],
  ])('changes nothing and names the line: %s', (_what, bad) =>
    inFolder(() => {
      installCodeSet('icd10cm', files);
      expect(() => installCodeSet('icd10cm', [bad])).toThrow('icd10cm-order-2026.txt, line 1');
      expect(() => installCodeSet('icd10cm', [order, fileOf('icd10cm-index-2025.xml', '<a>')])).toThrow(
        'icd10cm-index-2025.xml, line 1: this is not well-formed XML',
      );
      expect(listArtefacts()).toHaveLength(1);
      expect(diagnosisEditionOn('2026-03-02')?.set.codes).toHaveLength(9);
    }),
  );

  it('is missed in one clear sentence when there is none', () => {
    expect(() => installCodeSet('icd10cm', [])).toThrow('No ICD-10-CM order file');
  });
});

describe('the official FY2026 release', () => {
  needing('codesets/icd10cm').it('installs whole', () =>
    installed(findSourceFiles(sharedPath('codesets/icd10cm')), (set) => {
      expect(set.codes).toHaveLength(98_186);
      expect(set.billable.reduce((sum, one) => sum + one, 0)).toBe(74_719);
      expect(set.index.size).toBe(98_455);
      expect(set.find('E11.65')?.description).toBe('Type 2 diabetes mellitus with hyperglycemia');
      expect(set.notes.seventhCharacters('S52.501A').get('D')).toContain('subsequent encounter');
      // Every code that the addenda end has a code in its place.
      expect([...set.ended.values()].filter(({ replacements }) => replacements.length === 0)).toEqual([]);
    }));
});
