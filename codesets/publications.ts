import type { CalendarDate } from '../functions/domain/calendar.ts';
import {
  aprilUpdate,
  type CodeSetName,
  coversDate,
  fiscalYear,
  ncciVersion,
  quarterOf,
  taxonomyRelease,
} from './edition.ts';

/** An edition as its publisher offers it on the web. */
export interface Publication {
  readonly set: CodeSetName;
  readonly edition: string;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate;
  readonly files: readonly PublishedFile[];
}

export interface PublishedFile {
  readonly url: string;
  /** Only where it is known; CMS publishes none itself. */
  readonly sha256?: string;
}

/** Where a person finds a set, and on whose terms. */
export interface Publisher {
  readonly page: string;
  /** The files hold CPT codes: CMS gives them to those who accept the AMA's licence on its page. */
  readonly licence?: 'AMA' | 'X12';
}

const cms = (name: string): PublishedFile => ({ url: `https://www.cms.gov/files/zip/${name}.zip` });

export const publishers: Readonly<Record<CodeSetName, Publisher>> = {
  icd10cm: { page: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes' },
  hcpcs: {
    page: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update',
  },
  modifier: {
    page: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update',
  },
  cpt: { page: 'https://www.ama-assn.org/practice-management/cpt', licence: 'AMA' },
  'ncci-ptp': {
    page: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits',
    licence: 'AMA',
  },
  mue: {
    page: 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits',
    licence: 'AMA',
  },
  'add-on': {
    page: 'https://www.cms.gov/ncci-medicare/medicare-ncci-add-code-edits',
    licence: 'AMA',
  },
  coverage: {
    page: 'https://www.cms.gov/medicare-coverage-database/downloads/downloads.aspx',
    licence: 'AMA',
  },
  mpfs: {
    page: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files',
    licence: 'AMA',
  },
  pos: { page: 'https://www.cms.gov/medicare/coding-billing/place-of-service-codes/code-sets' },
  carc: { page: 'https://x12.org/codes/claim-adjustment-reason-codes', licence: 'X12' },
  rarc: { page: 'https://x12.org/codes/remittance-advice-remark-codes', licence: 'X12' },
  status: { page: 'https://x12.org/codes/claim-status-codes', licence: 'X12' },
  taxonomy: { page: 'https://www.nucc.org/index.php/code-sets-mainmenu-41/provider-taxonomy-mainmenu-40' },
  nppes: { page: 'https://download.cms.gov/nppes/NPI_Files.html' },
};

/** One file of CMS has the codes and the modifiers of a quarter. */
const hcpcsQuarter = (quarter: number, month: string): readonly Publication[] =>
  (['hcpcs', 'modifier'] as const).map((set) => ({
    set,
    ...quarterOf(2026, quarter),
    files: [cms(`${month}-2026-alpha-numeric-hcpcs-file`)],
  }));

const ptpQuarter = (quarter: number): Publication => ({
  set: 'ncci-ptp',
  ...quarterOf(2026, quarter),
  files: [1, 2, 3, 4].map((part) =>
    cms(
      `medicare-ncci-2026q${quarter}-practitioner-ptp-edits-ccipra-v${ncciVersion(2026, quarter)}r0-f${part}`,
    ),
  ),
});

const mueQuarter = (quarter: number): Publication => ({
  set: 'mue',
  ...quarterOf(2026, quarter),
  files: [cms(`medicare-ncci-2026-q${quarter}-practitioner-services-mue-table`)],
});

const taxonomyFile = (year: number, half: 0 | 1): Publication => {
  const dates = taxonomyRelease(year, half);
  const url = `https://www.nucc.org/images/stories/CSV/nucc_taxonomy_${dates.edition.replace('.', '')}.csv`;
  return { set: 'taxonomy', ...dates, files: [{ url }] };
};

/** The editions whose addresses are known; a set or edition that is not here is installed with `--from`. */
export const publications: readonly Publication[] = [
  {
    set: 'icd10cm',
    ...fiscalYear(2026),
    files: [
      cms('2026-code-descriptions-tabular-order'),
      cms('2026-code-tables-tabular-and-index'),
      cms('2026-conversion-table'),
    ],
  },
  {
    set: 'icd10cm',
    ...aprilUpdate(2026),
    files: [
      cms('april-1-2026-code-descriptions-tabular-order'),
      cms('april-1-2026-code-tables-tabular-index'),
    ],
  },
  {
    set: 'icd10cm',
    ...fiscalYear(2027),
    files: [
      {
        ...cms('2027-code-descriptions-tabular-order'),
        sha256: '91c6c9d1117764ce72375a0f3a5493b1725dafbc1ab283b55799076c9e194965',
      },
      {
        ...cms('2027-code-tables-tabular-index'),
        sha256: '37baa476323714be16f95c9b2c96812bf6f3623d9f15188866e584dc529b0298',
      },
      {
        ...cms('2027-conversion-table'),
        sha256: '9478b8f95e137177e18be3df906c35566674b16313b12740d9e8e3778cb0e67a',
      },
    ],
  },
  ...hcpcsQuarter(1, 'january'),
  ...hcpcsQuarter(2, 'april'),
  ...hcpcsQuarter(3, 'july'),
  ...hcpcsQuarter(4, 'october'),
  ...[1, 2, 3, 4].map(ptpQuarter),
  ...[2, 3, 4].map(mueQuarter),
  taxonomyFile(2025, 1),
  taxonomyFile(2026, 1),
];

/** The edition of a set by its name, or the one in force today or else the newest. */
export const findPublication = (
  set: CodeSetName,
  wanted: { readonly edition?: string; readonly today: CalendarDate },
): Publication | undefined => {
  const known = publications.filter((publication) => publication.set === set);
  if (wanted.edition) return known.find(({ edition }) => edition === wanted.edition);
  return known.findLast((publication) => coversDate(publication, wanted.today)) ?? known.at(-1);
};
