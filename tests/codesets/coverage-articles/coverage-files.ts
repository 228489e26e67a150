import { findSourceFiles, type SourceFile } from '../../../codesets/install/source-files.ts';
import { makeZip } from '../make-archive.ts';
import { fileOf } from '../publisher-files.ts';

/** Codes of a group: a code, or a code with what the columns `range` and `asterisk` say of it. */
export type TestCode =
  | string
  | { readonly code: string; readonly range?: string; readonly asterisk?: string };

export type TestGroup = {
  readonly codes: readonly TestCode[];
  readonly paragraph?: string;
  readonly asterisk?: string;
};

/** An article of invented content, in a few words; what is left out is as in most. */
export type TestArticle = {
  readonly id: number;
  readonly version?: number;
  readonly status?: string;
  readonly title?: string;
  readonly from?: string;
  readonly revisedFrom?: string;
  readonly to?: string;
  readonly revisedTo?: string;
  readonly contractor?: string;
  readonly lcds?: readonly number[];
  readonly description?: string;
  readonly procedures: Readonly<Record<number, readonly TestCode[]>>;
  readonly procedureParagraphs?: Readonly<Record<number, string>>;
  readonly covered: Readonly<Record<number, TestGroup>>;
  readonly noncovered?: Readonly<Record<number, TestGroup>>;
};

const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`;
const csv = (heading: string, rows: readonly (readonly (string | number)[])[]): string =>
  [heading, ...rows.map((row) => row.map(cell).join(','))].join('\r\n');

/** As CMS's editor leaves a paragraph: its HTML escaped, and that escaped once more. */
export const escapedTwice = (html: string): string => {
  const once = (text: string): string =>
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('/', '&sol;')
      .replaceAll('(', '&lpar;');
  return once(once(html));
};

const flat = <T>(
  articles: readonly TestArticle[],
  part: (article: TestArticle) => Readonly<Record<number, T>>,
): readonly (readonly [article: TestArticle, group: string, value: T])[] =>
  articles.flatMap((article) =>
    Object.entries(part(article)).map(([group, value]) => [article, group, value] as const),
  );

const keyOf = ({ id, version = 1 }: TestArticle): [number, number] => [id, version];

const codeRows = (
  articles: readonly TestArticle[],
  part: (article: TestArticle) => Readonly<Record<number, TestGroup>>,
) =>
  flat(articles, part).flatMap(([article, group, { codes }]) =>
    codes.map((one, place) => {
      const { code, range = '', asterisk = 'N' } = typeof one === 'string' ? { code: one } : one;
      return [...keyOf(article), code, 7, group, range, '2026-06-01', place + 1, 'invented', asterisk];
    }),
  );

/** Contractors of this world: 1 pays in Ohio, 2 in Oregon, 3 in downstate New York, 4 hospitals in Ohio. */
const contractors = [
  ['101', '9', '1', '36', '2020-01-01', ''],
  ['101', '9', '1', '15', '2020-01-01', '2024-12-31'],
  ['102', '9', '3', '38', '2020-01-01', ''],
  ['102', '9', '2', '36', '2010-01-01', ''],
  ['103', '9', '1', '90', '2020-01-01', ''],
  ['104', '8', '1', '36', '2020-01-01', ''],
] as const;

const contractorKeys: Readonly<Record<string, readonly string[]>> = {
  ohio: ['101', '9', '1'],
  oregon: ['102', '9', '3'],
  downstate: ['103', '9', '1'],
  hospitals: ['104', '8', '1'],
};

/** The tables of a download with the articles, in CMS's columns. */
export const tablesOf = (
  articles: readonly TestArticle[],
  day = '2026-09-30',
): Readonly<Record<string, string>> => {
  const group = 'icd10_code_id,icd10_code_version';
  const end = 'range,last_updated,sort_order,description,asterisk';
  return {
    'article.csv': `\uFEFF${csv(
      'article_id,article_version,article_type,title,status,article_eff_date,article_end_date,article_rev_eff_date,article_rev_end_date,description,last_updated',
      articles.map((one) => [
        ...keyOf(one),
        ...['Billing and Coding', one.title ?? 'An invented article', one.status ?? 'A'],
        ...[one.from ?? '2026-01-01 00:00:00', one.to ?? '', one.revisedFrom ?? '', one.revisedTo ?? ''],
        ...[one.description ?? '&lt;p&gt;a\tb\tc\td\te&lt;/p&gt;', '2026-06-01 10:11:12.013'],
      ]),
    )}`,
    'article_x_hcpc_code.csv': csv(
      'article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range,last_updated,long_description,short_description',
      flat(articles, ({ procedures }) => procedures).flatMap(([article, number, codes]) =>
        codes.map((one) => {
          const { code, range = '' } = typeof one === 'string' ? { code: one } : one;
          return [...keyOf(article), code, 1, number, range, '2026-06-01', 'invented', 'invented'];
        }),
      ),
    ),
    'article_x_hcpc_code_group.csv': csv(
      'article_id,article_version,hcpc_code_group,paragraph',
      flat(articles, ({ procedureParagraphs = {} }) => procedureParagraphs).map(([article, number, text]) => [
        ...keyOf(article),
        number,
        escapedTwice(text),
      ]),
    ),
    'article_x_icd10_covered.csv': csv(
      `article_id,article_version,${group},icd10_covered_group,${end}`,
      codeRows(articles, ({ covered }) => covered),
    ),
    'article_x_icd10_covered_group.csv': csv(
      'article_id,article_version,icd10_covered_group,paragraph,icd10_covered_ast',
      flat(articles, ({ covered }) => covered).map(([article, number, { paragraph = '', asterisk = '' }]) => [
        ...[...keyOf(article), number],
        ...[escapedTwice(paragraph), escapedTwice(asterisk)],
      ]),
    ),
    'article_x_icd10_noncovered.csv': csv(
      `article_id,article_version,${group},icd10_noncovered_group,${end}`,
      codeRows(articles, ({ noncovered = {} }) => noncovered),
    ),
    'article_x_icd10_noncovered_group.csv': csv(
      'article_id,article_version,icd10_noncovered_group,paragraph',
      flat(articles, ({ noncovered = {} }) => noncovered).map(([article, number, { paragraph = '' }]) => [
        ...[...keyOf(article), number],
        escapedTwice(paragraph),
      ]),
    ),
    'article_related_documents.csv': csv(
      'article_id,article_version,related_num,r_lcd_id,r_lcd_version,r_article_id,r_contractor_id',
      articles.flatMap((one) =>
        (one.lcds ?? []).map((lcd, place) => [...keyOf(one), place + 1, lcd, 3, '', '']),
      ),
    ),
    'article_x_contractor.csv': csv(
      'article_id,article_version,article_type,contractor_id,contractor_type_id,contractor_version',
      articles.map((one) => [...keyOf(one), 'a', ...(contractorKeys[one.contractor ?? 'ohio'] ?? [])]),
    ),
    'contractor_jurisdiction.csv': csv(
      'contractor_id,contractor_type_id,contractor_version,state_id,active_date,term_date',
      contractors,
    ),
    'contractor_type_lookup.csv': csv('contractor_type_id,description', [
      [8, 'MAC - Part A'],
      [9, 'MAC - Part B'],
    ]),
    'state_lookup.csv': csv('state_id,state_abbrev,description', [
      [36, 'OH', 'Ohio'],
      [15, 'IN', 'Indiana'],
      [38, 'OR', 'Oregon'],
      [90, 'DN', 'New York - Downstate'],
    ]),
    'update_period.csv': csv('start_date,end_date', [['2026-09-01', `${day} 00:00:00`]]),
  };
};

/** The download as files that lie in an archive. */
export const downloadOf = (articles: readonly TestArticle[], day?: string): readonly SourceFile[] =>
  Object.entries(tablesOf(articles, day)).map(([name, text]) => fileOf(name, text, 'all_article.zip'));

/** The download as CMS packs it: an archive within an archive. */
export const archiveOf = (articles: readonly TestArticle[]): Buffer =>
  makeZip({ 'all_article_csv.zip': makeZip(tablesOf(articles)), 'readme.txt': 'invented' });

export { findSourceFiles };
