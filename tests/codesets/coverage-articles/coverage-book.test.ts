import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listArtefacts } from '../../../codesets/artefact.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { linesOfParagraph } from '../../../codesets/coverage-articles/paragraph-text.ts';
import { installAll, installCodeSet } from '../../../codesets/install/install-code-sets.ts';
import { findSourceFiles } from '../../../codesets/install/source-files.ts';
import { fileOf, inFolder } from '../publisher-files.ts';
import {
  archiveOf,
  downloadOf,
  escapedTwice,
  type TestArticle,
  type TestGroup,
  tablesOf,
} from './coverage-files.ts';

const date = '2026-05-04';

const article = (change: Partial<TestArticle> = {}): TestArticle => ({
  id: 59_001,
  procedures: { 1: ['11720'] },
  covered: { 1: { codes: ['B35.1'] } },
  ...change,
});

const judge = (diagnoses: readonly string[], on = date, state = 'OH', modifiers: readonly string[] = []) =>
  codeBookOn(on).coverage.judge({ procedure: '11720', modifiers, diagnoses, state });

const withArticles = (articles: readonly TestArticle[], test: () => unknown) =>
  inFolder(() => {
    installCodeSet('coverage', downloadOf(articles));
    return test();
  });

describe('a coverage download', () => {
  it('is read as CMS packs it: an archive within an archive', () =>
    inFolder(async (folder) => {
      const place = mkdtempSync(join(tmpdir(), 'coverage-'));
      try {
        writeFileSync(join(place, 'all_article.zip'), archiveOf([article({ lcds: [33_001] })]));
        const outcomes = [...installAll(findSourceFiles(place), folder)].filter((one) => 'installed' in one);
        expect(outcomes.map(({ set }) => set)).toEqual(['coverage']);
        expect(listArtefacts(folder)[0]?.edition).toMatchObject({
          ...{
            set: 'coverage',
            edition: '2026-09-30',
            knownTo: '2026-09-30',
            rows: 1,
            source: 'all_article.zip',
          },
        });
        expect(judge(['B35.1'])).toMatchObject({
          outcome: 'covered',
          policy: 'A59001',
          lcds: ['L33001'],
          inForce: true,
        });
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    }));

  it('may be Latin-1, with texts of megabytes that hold quotes, line feeds and tabs', () => {
    const description = `caf\u00e9 ${'&lt;p class=""x""&gt;a\t"b"\r\n,'.repeat(120_000)}`;
    return inFolder(() => {
      const files = Object.entries(
        tablesOf([article({ description }), article({ id: 59_002, covered: {} })]),
      );
      installCodeSet(
        'coverage',
        files.map(([name, text]) => ({
          ...{ name, archive: 'all_article.zip' },
          read: () => Buffer.from(text.replace(/^\uFEFF/, ''), 'latin1'),
        })),
      );
      expect(listArtefacts()[0]?.edition.rows).toBe(2);
      expect(judge(['B35.1'])?.outcome).toBe('covered');
    });
  });

  it('is refused where a table or a column is absent, and nothing is installed', () =>
    inFolder((folder) => {
      const tables = downloadOf([article()]);
      const without = tables.filter(({ name }) => name !== 'article_x_contractor.csv');
      expect(() => installCodeSet('coverage', without)).toThrow('article_x_contractor.csv is not there');
      const other = [...without, fileOf('article_x_contractor.csv', 'article_id\r\n1', 'all_article.zip')];
      expect(() => installCodeSet('coverage', other)).toThrow('has no column article_version, contractor_id');
      expect(() => installCodeSet('coverage', [])).toThrow('No article.csv was found');
      expect(listArtefacts(folder)).toEqual([]);
    }));

  it('says which articles it left out', () =>
    withArticles(
      [
        article(),
        article({ id: 59_002, status: 'P' }),
        article({ id: 59_003, title: 'Proposed: nails' }),
        article({ id: 59_004, contractor: 'nobody' }),
        article({ id: 59_005, contractor: 'hospitals' }),
      ],
      () => {
        expect(listArtefacts()[0]?.edition.notes).toEqual([
          'left out: 2 articles that are proposed and no policy',
          'left out: 2 articles that are of no contractor with a state',
        ]);
        expect(judge(['J06.9'])?.policy).toBe('A59001');
      },
    ));
});

describe('a paragraph', () => {
  it.each([
    ['<p>Primary Diagnosis :</p>', ['Primary Diagnosis :']],
    ['<ul><li>one &amp; two</li><li>a/b (c)</li></ul>', ['one & two', 'a/b (c)']],
    ['under <strong>5</strong> < 6 years', ['under 5 < 6 years']],
  ])('is unescaped twice: %s', (html, lines) => {
    expect(linesOfParagraph(escapedTwice(html))).toEqual(lines);
  });

  it.each(['&#99999999;', '&#x110000;', '&nosuch;', '<', '&amp;amp;amp;'])(
    'of nonsense is no failure: %s',
    (text) => {
      expect(linesOfParagraph(text).length).toBeLessThan(2);
    },
  );
});

describe('the state', () => {
  const articles = [
    article({ contractor: 'ohio' }),
    article({ id: 59_002, contractor: 'oregon', covered: { 1: { codes: ['L60.2'] } } }),
    article({ id: 59_003, contractor: 'downstate', covered: { 1: { codes: ['L60.2'] } } }),
  ];

  it.each([
    ['OH', 'B35.1', 'covered', false],
    ['OH', 'L60.2', 'not-covered', false],
    ['OR', 'L60.2', 'covered', false],
    ['OR', 'B35.1', 'not-covered', false],
    ['IN', 'J06.9', 'not-governed', false],
    ['TX', 'J06.9', 'not-governed', false],
    ['NY', 'B35.1', 'not-covered', true],
  ])('decides whose article it is: %s, %s', (state, code, outcome, unsure) =>
    withArticles(articles, () => {
      expect(judge([code], date, state)).toMatchObject({ outcome, unsure });
    }),
  );
});

describe('the date', () => {
  const versions = [
    article({ version: 4, from: '2025-01-01', revisedTo: '2026-03-31' }),
    article({
      version: 5,
      from: '2025-01-01',
      revisedFrom: '2026-04-01',
      covered: { 1: { codes: ['L60.2'] } },
    }),
    article({
      version: 6,
      status: 'F',
      from: '2025-01-01',
      revisedFrom: '2026-12-01',
      covered: { 1: { codes: ['B35.1'] } },
    }),
  ];

  it.each([
    ['2024-12-31', 'B35.1', 'unknown-date'],
    ['2025-01-01', 'B35.1', 'covered'],
    ['2026-03-31', 'B35.1', 'covered'],
    ['2026-04-01', 'B35.1', 'not-covered'],
    ['2026-04-01', 'L60.2', 'covered'],
    ['2026-12-01', 'L60.2', 'not-covered'],
  ])('chooses the version: %s, %s', (on, code, outcome) =>
    withArticles(versions, () => expect(judge([code], on)?.outcome).toBe(outcome)),
  );

  it.each([
    ['a later version alone', { version: 7, revisedFrom: '2026-06-01' }, date, 'unknown-date'],
    ['a version that was revised', { revisedTo: '2026-04-30' }, date, 'unknown-date'],
    ['a retired article, on its last day', { status: 'R', to: '2026-05-04' }, date, 'covered'],
    ['a retired article', { status: 'R', to: '2026-05-03' }, date, 'not-governed'],
    ['a retired article that tells no day', { status: 'R' }, date, 'unknown-date'],
  ])('is never answered by the policy of another one: %s', (_what, change, on, outcome) =>
    withArticles([article(change)], () => expect(judge(['B35.1'], on)?.outcome).toBe(outcome)),
  );

  it('after the download is answered as of the download, and says so', () =>
    withArticles([article()], () =>
      expect(judge(['L60.2'], '2026-11-02')).toMatchObject({
        ...{ outcome: 'not-covered', inForce: false, edition: '2026-09-30' },
      }),
    ));

  it('is answered by an older download where the newest has lost its version', () =>
    inFolder(() => {
      installCodeSet('coverage', downloadOf([article({ version: 4, from: '2026-01-01' })], '2026-05-15'));
      installCodeSet('coverage', downloadOf([article({ version: 5, from: '2026-06-01' })]));
      expect(judge(['B35.1'])).toMatchObject({ outcome: 'covered', edition: '2026-05-15', inForce: true });
      expect(judge(['B35.1'], '2026-05-20')).toMatchObject({
        outcome: 'unknown-date',
        edition: '2026-09-30',
      });
      expect(judge(['B35.1'], '2026-06-20')).toMatchObject({ outcome: 'covered', edition: '2026-09-30' });
    }));
});

const groups = (
  covered: Readonly<Record<number, TestGroup>>,
  noncovered?: Readonly<Record<number, TestGroup>>,
) => [article({ covered, ...(noncovered && { noncovered }) })];

type Case = readonly [
  why: string,
  articles: readonly TestArticle[],
  diagnoses: readonly string[],
  outcome: string,
  unsure?: boolean,
];

const primary = { codes: ['B35.1'], paragraph: 'Primary Diagnosis:' };
const secondary = { codes: ['M79.674', 'B35.1'], paragraph: 'Secondary Diagnosis:' };

/** Group 2 asks for group 1, whose own paragraph is as given. */
const asking = (paragraph: string): readonly TestArticle[] =>
  groups({
    1: { codes: ['L60.2'], paragraph },
    2: { codes: ['B35.1'], paragraph: 'These codes must be billed with a code from Group 1.' },
  });

const cases: readonly Case[] = [
  ['a pair in order', groups({ 2: primary, 3: secondary }), ['B35.1', 'M79.674'], 'covered', false],
  ['a pair the wrong way round', groups({ 2: primary, 3: secondary }), ['M79.674', 'B35.1'], 'covered', true],
  ['one diagnosis that is in both lists', groups({ 2: primary, 3: secondary }), ['B35.1'], 'needs-secondary'],
  [
    'a range that lists what is between',
    groups({
      1: {
        codes: [
          { code: 'L60.0', range: 'B' },
          { code: 'L60.1', range: 'M' },
          { code: 'L60.3', range: 'E' },
        ],
      },
    }),
    ['L60.2'],
    'not-covered',
  ],
  [
    'a range written by its ends',
    groups({
      1: {
        codes: [
          { code: 'L60.0', range: 'B' },
          { code: 'L60.3', range: 'E' },
        ],
      },
    }),
    ['L60.2'],
    'covered',
  ],
  [
    'what lies behind a range',
    groups({
      1: {
        codes: [
          { code: 'L60.0', range: 'B' },
          { code: 'L60.3', range: 'E' },
        ],
      },
    }),
    ['L60.4'],
    'not-covered',
  ],
  [
    'an asterisk without a word',
    groups({ 1: { codes: ['L60.2', { code: 'B35.1', asterisk: 'Y' }] } }),
    ['B35.1'],
    'covered',
    true,
  ],
  [
    'a code without one beside it',
    groups({ 1: { codes: ['L60.2', { code: 'B35.1', asterisk: 'Y' }] } }),
    ['L60.2'],
    'covered',
    false,
  ],
  [
    'an asterisk that asks for another group',
    groups({
      1: {
        codes: ['L60.2', { code: 'B35.1', asterisk: 'Y' }],
        asterisk: '*These codes must be billed with a secondary code from Group 2.',
      },
      2: { codes: ['M79.674'] },
    }),
    ['B35.1'],
    'needs-secondary',
  ],
  ['codes without their dot', groups({ 1: { codes: ['B351'] } }), ['B35.1'], 'covered', false],
  ['a placeholder instead of a list', groups({ 1: { codes: ['XX000'] } }), ['B35.1'], 'not-governed'],
  [
    'a code that is excluded, too',
    groups({ 1: { codes: ['B35.1'] } }, { 1: { codes: ['B35.1'] } }),
    ['B35.1'],
    'not-covered',
  ],
  ['a list of exclusions alone', groups({}, { 1: { codes: ['B35.1'] } }), ['B35.1'], 'not-covered'],
  ['what such a list does not name', groups({}, { 1: { codes: ['B35.1'] } }), ['L60.2'], 'not-governed'],
  [
    'an exclusion as primary, behind another',
    groups(
      { 1: { codes: ['L60.2'] } },
      { 1: { codes: ['L60.2'], paragraph: 'Not covered as the primary diagnosis.' } },
    ),
    ['J06.9', 'L60.2'],
    'covered',
  ],
  [
    'two articles that differ',
    [article(), article({ id: 59_002, covered: { 1: { codes: ['L60.2'] } } })],
    ['B35.1'],
    'not-covered',
    true,
  ],
  ['two articles that both cover', [article(), article({ id: 59_002 })], ['B35.1'], 'covered', false],
  [
    'a procedure within a range that is written by its ends',
    [
      article({
        procedures: {
          1: [
            { code: '11719', range: 'B' },
            { code: '11721', range: 'E' },
          ],
        },
      }),
    ],
    ['J06.9'],
    'not-covered',
  ],
  [
    'a procedure outside of it',
    [
      article({
        procedures: {
          1: [
            { code: '11721', range: 'B' },
            { code: '11725', range: 'E' },
          ],
        },
      }),
    ],
    ['J06.9'],
    'not-governed',
  ],
  ['the group that asks for another one', asking(''), ['B35.1'], 'needs-secondary', false],
  ['the group that it asks for, which may need nothing', asking(''), ['L60.2'], 'needs-secondary', true],
  [
    'that group where it says so',
    asking('These are stand-alone diagnosis codes.'),
    ['L60.2'],
    'covered',
    false,
  ],
  ['no diagnosis at all', [article()], [], 'not-covered', false],
];

describe('an article', () => {
  it.each(cases.map((one) => [one[0], one] as const))(
    'answers %s',
    (_why, [, articles, diagnoses, outcome, unsure]) =>
      withArticles(articles, () => {
        const answer = judge(diagnoses);
        expect(answer).toMatchObject({ outcome, ...(unsure !== undefined && { unsure }) });
      }),
  );

  it('names what is missing, with its group and codes', () =>
    withArticles(groups({ 2: primary, 3: secondary }), () => {
      expect(judge(['B35.1', 'J06.9'])?.wants).toMatchObject([
        { role: 'secondary', groups: ['3'], codes: ['M79.674', 'B35.1'] },
      ]);
    }));

  it('lifts a need for the modifier that its words except', () => {
    const paragraph =
      '11720 billed without a Q modifier requires a code from group 2 and a code from group 3.';
    return withArticles(
      groups({ 1: { codes: ['E11.51'] }, 2: { ...primary, paragraph }, 3: { codes: ['M79.674'] } }),
      () => {
        expect(judge(['E11.51'])?.outcome).toBe('not-covered');
        expect(judge(['E11.51'], date, 'OH', ['Q8'])).toMatchObject({ outcome: 'covered', unsure: true });
      },
    );
  });

  it('answers nothing where none is installed', () =>
    inFolder(() => {
      expect(codeBookOn(date).coverage.isInstalled).toBe(false);
      expect(judge(['B35.1'])).toBeUndefined();
    }));
});
