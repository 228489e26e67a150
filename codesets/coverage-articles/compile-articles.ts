import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { readDate, readLastDay } from '../install/edition-dates.ts';
import type { CodeRecord } from '../install/write-artefact.ts';
import type { CoverageArticle } from './coverage-fields.ts';
import { readCoveredGroups, readNoncoveredGroup, type WrittenGroup } from './group-grammar.ts';
import { type Jurisdiction, readJurisdictions } from './jurisdictions.ts';
import { listedDiagnoses, listedProcedures } from './listed-codes.ts';
import { byVersion, type McdRow, type McdTables, tableIfAny, tableOf, versionOf } from './mcd-tables.ts';
import type { ArticleProcedures } from './procedure-scope.ts';

type RowsByVersion = ReadonlyMap<string, readonly McdRow[]>;

/** The tables that an article is made of. */
const readTables = (tables: McdTables) => {
  const key = ['article_id', 'article_version'] as const;
  const kept = (name: string, ...wanted: readonly string[]) =>
    byVersion(tableOf(tables, name, ...key, ...wanted));
  const keptIfAny = (name: string, ...wanted: readonly string[]) =>
    byVersion(tableIfAny(tables, name, ...key, ...wanted));
  return {
    procedures: kept('article_x_hcpc_code', 'hcpc_code_id', 'hcpc_code_group'),
    procedureGroups: keptIfAny('article_x_hcpc_code_group', 'hcpc_code_group', 'paragraph'),
    covered: kept('article_x_icd10_covered', 'icd10_code_id', 'icd10_covered_group'),
    coveredGroups: kept('article_x_icd10_covered_group', 'icd10_covered_group', 'paragraph'),
    noncovered: keptIfAny('article_x_icd10_noncovered', 'icd10_code_id', 'icd10_noncovered_group'),
    noncoveredGroups: keptIfAny('article_x_icd10_noncovered_group', 'icd10_noncovered_group', 'paragraph'),
    related: keptIfAny('article_related_documents', 'r_lcd_id'),
  };
};
type ArticleTables = ReturnType<typeof readTables>;

const isStarred = (row: McdRow): boolean => /^(?:Y|1|true|\*)$/i.test(row('asterisk'));

const inGroupOrder = (one: string, other: string): number => Number(one) - Number(other);

/** The groups of a kind with their codes and paragraphs; those with an asterisk apart, where it is explained or not. */
const writtenGroups = (
  codes: readonly McdRow[],
  paragraphs: readonly McdRow[],
  column: string,
): readonly WrittenGroup[] => {
  const byGroup = Map.groupBy(codes, (row) => row(column));
  const texts = new Map(paragraphs.map((row) => [row(column), row]));
  return [...new Set([...byGroup.keys(), ...texts.keys()])].toSorted(inGroupOrder).flatMap((group) => {
    const rows = byGroup.get(group) ?? [];
    const text = texts.get(group);
    const starred = rows.filter(isStarred);
    const plain = rows.filter((row) => !isStarred(row));
    return [
      { group, ...listedDiagnoses(plain), paragraph: text?.('paragraph') ?? '' },
      ...(starred.length > 0
        ? [
            {
              ...{ group: `${group}*`, ...listedDiagnoses(starred), ofAsterisk: true as const },
              paragraph: text?.('icd10_covered_ast') ?? '',
            },
          ]
        : []),
    ];
  });
};

const proceduresOf = (rows: readonly McdRow[]): ArticleProcedures => ({
  all: listedProcedures(rows),
  byGroup: new Map(
    [...Map.groupBy(rows, (row) => row('hcpc_code_group'))].map(([group, own]) => [
      group,
      listedProcedures(own),
    ]),
  ),
});

const later = (days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);

/** From when to when a version was policy, and what is known of the time after it. */
const windowOf = (row: McdRow): Pick<CoverageArticle, 'validFrom' | 'validTo' | 'after'> | undefined => {
  const validFrom = later([readDate(row('article_eff_date')), readDate(row('article_rev_eff_date'))]);
  if (!validFrom) return undefined;
  const ended = [row('article_end_date'), row('date_retired')]
    .flatMap((day) => readLastDay(day) ?? [])
    .toSorted()[0];
  const revised = readLastDay(row('article_rev_end_date'));
  if (ended !== undefined && (revised === undefined || ended <= revised))
    return { validFrom, validTo: ended, after: 'retired' };
  if (revised !== undefined) return { validFrom, validTo: revised, after: 'unknown' };
  // Retired, and nobody says when: no day is known on which it was policy.
  return row('status').toUpperCase() === 'R'
    ? { validFrom, validTo: validFrom, after: 'unknown' }
    : { validFrom, after: 'retired' };
};

const articleOf = (
  row: McdRow,
  tables: ArticleTables,
  procedures: ArticleProcedures,
  { states, partStates }: Jurisdiction,
): CoverageArticle | undefined => {
  const version = versionOf(row);
  const of = (rows: RowsByVersion): readonly McdRow[] => rows.get(version) ?? [];
  const window = windowOf(row);
  if (!window) return undefined;
  const covered = writtenGroups(of(tables.covered), of(tables.coveredGroups), 'icd10_covered_group');
  const noncovered = writtenGroups(
    of(tables.noncovered),
    of(tables.noncoveredGroups),
    'icd10_noncovered_group',
  );
  const ofProcedures = new Map(
    of(tables.procedureGroups).map((one) => [one('hcpc_code_group'), one('paragraph')]),
  );
  return {
    article: row('display_id') || `A${row('article_id')}`,
    version: row('article_version'),
    lcds: [
      ...new Set(
        of(tables.related)
          .map((one) => one('r_lcd_id'))
          .filter((id) => /^[1-9]/.test(id)),
      ),
    ].map((id) => `L${id}`),
    ...{ states, partStates },
    ...window,
    ...readCoveredGroups(covered, ofProcedures, procedures),
    noncovered: noncovered.map((one) => readNoncoveredGroup(one, procedures)),
  };
};

/** Active, retired, and of the future; what is proposed is no policy. */
const isPolicy = (row: McdRow): boolean =>
  /^(?:A|R|F|)$/i.test(row('status')) && !/^\W*(?:proposed|draft)\b/i.test(row('title'));

/** The key of the record that holds an article; those of procedures name it. */
export const articleKey = (version: string): string => `article ${version}`;

/** One record for each version of an article, and one of each procedure for every version that lists it. */
export const compileArticles = (tables: McdTables) => {
  const own = readTables(tables);
  const jurisdictionOf = readJurisdictions(tables);
  const all = tableOf(
    tables,
    'article',
    'article_id',
    'article_version',
    'status',
    'article_eff_date',
    'article_end_date',
  );
  const records: CodeRecord[] = [];
  const left = { proposed: 0, undated: 0, nowhere: 0 };
  for (const row of all) {
    const version = versionOf(row);
    const procedures = proceduresOf(own.procedures.get(version) ?? []);
    if (procedures.all.length === 0) continue;
    if (!isPolicy(row)) left.proposed += 1;
    else {
      const article = articleOf(row, own, procedures, jurisdictionOf(version));
      if (!article) left.undated += 1;
      else if (article.states.length === 0) left.nowhere += 1;
      else records.push(...recordsOf(article, version, procedures.all));
    }
  }
  const articles = records.filter(({ key }) => key.startsWith('article ')).length;
  return { records, articles, notes: notesOf(left) };
};

const recordsOf = (
  article: CoverageArticle,
  version: string,
  procedures: readonly string[],
): readonly CodeRecord[] => {
  const { validFrom, validTo } = article;
  return [
    { key: articleKey(version), validFrom, validTo, fields: article },
    ...procedures.map((key) => ({ key, validFrom, validTo, fields: { version } })),
  ];
};

const notesOf = (left: Readonly<Record<'proposed' | 'undated' | 'nowhere', number>>): readonly string[] =>
  Object.entries({
    'are proposed and no policy': left.proposed,
    'tell no first day': left.undated,
    'are of no contractor with a state': left.nowhere,
  }).flatMap(([what, count]) => (count > 0 ? [`left out: ${count} articles that ${what}`] : []));
