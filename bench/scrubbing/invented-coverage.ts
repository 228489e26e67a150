import type { SourceFile } from '../../codesets/install/source-files.ts';
import { inventing } from '../x12/invent.ts';

/** An article of the size that CMS's have, for procedures of the visits and for others. */
export type InventedArticle = {
  readonly id: number;
  readonly procedures: readonly string[];
  readonly covered: readonly string[];
};

const codesOfAnArticle = 215;

/** As many articles as the Medicare Coverage Database has, about 430,000 rows of covered codes when there are 2,000. */
export const inventArticles = (
  articles: number,
  procedures: readonly string[],
  diagnoses: readonly string[],
): readonly InventedArticle[] => {
  const { number } = inventing(20_260_512);
  return Array.from({ length: articles }, (_, at) => {
    const first = number(0, diagnoses.length - 1 - codesOfAnArticle);
    const covered = diagnoses.slice(first, first + codesOfAnArticle);
    return { id: 70_000 + at, procedures: [procedures[at % procedures.length] ?? ''], covered };
  });
};

const csv = (heading: string, rows: readonly (readonly (string | number)[])[]): string =>
  [heading, ...rows.map((row) => row.join(','))].join('\r\n');

/** Contractors pay in a twelfth of the country each; the first one in Ohio. */
const states = ['OH', 'CA', 'FL', 'GA', 'IL', 'MA', 'MI', 'NJ', 'PA', 'TX', 'VA', 'WA'];

/** Who publishes an article: all have one about each procedure, and no two in one state. */
export const stateOf = ({ id }: InventedArticle): string => states[Math.floor(id / 55) % states.length] ?? '';

/** The tables of a download of the Medicare Coverage Database with the articles. */
export const downloadOf = (articles: readonly InventedArticle[]): readonly SourceFile[] => {
  const tables: Readonly<Record<string, string>> = {
    article: csv(
      'article_id,article_version,article_type,title,status,article_eff_date,article_end_date,article_rev_eff_date,article_rev_end_date,description,last_updated',
      articles.map(({ id }) => [
        id,
        1,
        'Billing and Coding',
        'Invented',
        'A',
        '2020-01-01',
        '',
        '',
        '',
        '',
        '2026-05-01',
      ]),
    ),
    article_x_hcpc_code: csv(
      'article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range',
      articles.flatMap(({ id, procedures }) => procedures.map((code) => [id, 1, code, 1, 1, ''])),
    ),
    article_x_hcpc_code_group: 'article_id,article_version,hcpc_code_group,paragraph',
    article_x_icd10_covered: csv(
      'article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range,sort_order,asterisk',
      articles.flatMap(({ id, covered }) => covered.map((code, at) => [id, 1, code, 1, 1, '', at + 1, 'N'])),
    ),
    article_x_icd10_covered_group: csv(
      'article_id,article_version,icd10_covered_group,paragraph,icd10_covered_ast',
      articles.map(({ id }) => [id, 1, 1, '', '']),
    ),
    article_x_icd10_noncovered:
      'article_id,article_version,icd10_code_id,icd10_code_version,icd10_noncovered_group,range,sort_order,asterisk',
    article_x_icd10_noncovered_group: 'article_id,article_version,icd10_noncovered_group,paragraph',
    article_related_documents:
      'article_id,article_version,related_num,r_lcd_id,r_lcd_version,r_article_id,r_contractor_id',
    article_x_contractor: csv(
      'article_id,article_version,article_type,contractor_id,contractor_type_id,contractor_version',
      articles.map((article) => [article.id, 1, 'a', states.indexOf(stateOf(article)), 9, 1]),
    ),
    contractor_jurisdiction: csv(
      'contractor_id,contractor_type_id,contractor_version,state_id,active_date,term_date',
      states.map((_, at) => [at, 9, 1, at, '2020-01-01', '']),
    ),
    contractor_type_lookup: csv('contractor_type_id,description', [[9, 'MAC - Part B']]),
    state_lookup: csv(
      'state_id,state_abbrev,description',
      states.map((state, at) => [at, state, state]),
    ),
    update_period: csv('start_date,end_date', [['2026-06-01', '2026-06-30']]),
  };
  return Object.entries(tables).map(([name, text]) => ({
    ...{ name: `${name}.csv`, archive: 'all_article.zip' },
    read: () => Buffer.from(text),
  }));
};
