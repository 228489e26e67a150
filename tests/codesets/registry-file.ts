/** A row of the registry as far as it is kept, in CMS's layout of some three hundred columns; all people are invented. */
export type RegistryRow = {
  readonly npi: string;
  readonly entity?: '1' | '2' | '';
  readonly organization?: string;
  readonly last?: string;
  readonly first?: string;
  readonly otherLast?: string;
  readonly state?: string;
  readonly deactivated?: string;
  readonly reactivated?: string;
  readonly taxonomies?: readonly string[];
};

const filler = Array.from({ length: 250 }, (_, at) => `Other Provider Identifier_${at + 1}`);

const headings = [
  ...['NPI', 'Entity Type Code', 'Replacement NPI', 'Provider Organization Name (Legal Business Name)'],
  ...[
    'Provider Last Name (Legal Name)',
    'Provider First Name',
    'Provider Other Last Name',
    'Provider Other First Name',
  ],
  ...[
    'Provider Business Mailing Address State Name',
    'Provider Business Practice Location Address State Name',
  ],
  ...['NPI Deactivation Date', 'NPI Reactivation Date'],
  ...[1, 2, 3].flatMap((at) => [
    `Healthcare Provider Taxonomy Code_${at}`,
    `Healthcare Provider Primary Taxonomy Switch_${at}`,
  ]),
  ...filler,
];

const rowOf = (row: RegistryRow): readonly string[] => {
  const { npi, entity = '1', organization = '', last = '', first = '', otherLast = '', state = 'OH' } = row;
  const { deactivated = '', reactivated = '', taxonomies = [] } = row;
  const codes = [0, 1, 2].flatMap((at) => [
    taxonomies[at] ?? '',
    taxonomies[at] ? (at === 1 ? 'Y' : 'N') : '',
  ]);
  return [
    ...[npi, entity, '', organization, last, first, otherLast, '', 'TX', state, deactivated, reactivated],
    ...codes,
    ...filler.map(() => ''),
  ];
};

export const registryFileName = 'npidata_pfile_20050523-20260308.csv';

/** CMS quotes every cell. */
export const registryText = (rows: readonly RegistryRow[]): string =>
  [headings, ...rows.map(rowOf)]
    .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
    .join('\n');
