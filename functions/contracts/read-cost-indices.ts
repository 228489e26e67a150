import type { Checked } from '../domain/finding.ts';
import type { Headings } from '../tables/headings.ts';
import { readTable } from '../tables/read-table.ts';
import type { CostIndices } from './medicare-fees.ts';

/** CMS writes the year before a heading, and on which floor the index of work stands behind it. */
const years = Array.from({ length: 21 }, (_, at) => String(2020 + at));
const ofEachYear = (...headings: readonly string[]): readonly string[] => [
  ...headings,
  ...years.flatMap((year) => headings.map((heading) => `${year}${heading}`)),
];

const indexHeadings = {
  contractor: ['mac', 'medicareadministrativecontractormac', 'contractor', 'carrier'],
  locality: ['locality', 'localitynumber', 'loc'],
  work: ofEachYear('pwgpciwith10floor', 'workgpciwith10floor', 'pwgpci', 'workgpci', 'gpciwork', 'work'),
  practice: ofEachYear('pegpci', 'practiceexpensegpci', 'gpcipe', 'pe'),
  malpractice: ofEachYear('mpgpci', 'malpracticegpci', 'gpcimp', 'mp'),
} as const satisfies Headings<string>;

const refused = (detail: string): Checked<never> => ({
  success: false,
  findings: [{ code: 'locality', path: 'locality', detail }],
});

/** The cost indices of a locality, by contractor and number ("15202-00"), out of CMS's table of all of them. */
export const readCostIndices = (text: string, locality: string): Checked<CostIndices> => {
  const { rows, findings } = readTable(
    text,
    indexHeadings,
    Object.keys(indexHeadings).map((field) => [field as keyof typeof indexHeadings]),
  );
  const missing = findings.find(({ code }) => code === 'no-column');
  if (missing) return { success: false, findings: [missing] };
  const [contractor = '', number = ''] = locality.split('-');
  const found = rows.filter(
    ({ cell }) => cell('contractor') === contractor && Number(cell('locality')) === Number(number),
  );
  const [row] = found;
  if (row === undefined || found.length > 1)
    return refused(
      `The table has ${found.length} rows of locality ${locality}: contractor and number, 15202-00`,
    );
  const indices = {
    work: Number(row.cell('work')),
    practice: Number(row.cell('practice')),
    malpractice: Number(row.cell('malpractice')),
  };
  const isRead = Object.values(indices).every((index) => index > 0 && index < 10);
  return isRead ? { success: true, data: indices } : refused(`An index of locality ${locality} is no number`);
};
