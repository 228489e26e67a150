import { checkInput } from '../domain/check-input.ts';
import { FeeLine, type FeeSetting, type MultipleProcedure } from '../domain/contract/fee-line.ts';
import type { Finding } from '../domain/finding.ts';
import type { Headings } from '../tables/headings.ts';
import { readDate } from '../tables/read-date.ts';
import { readPayer, type TableReading, unknownPayer } from '../tables/read-payer.ts';
import {
  type CellOf,
  type ReadRow,
  type ReadRows,
  readEach,
  readTable,
  type TableRow,
} from '../tables/read-table.ts';
import { readDollars } from './read-dollars.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Headings of tables of fees. A table has one amount, or one for each setting side by side. */
const feeHeadings = {
  payerId: words('payerid payer payercode payername insurance insurancename plan carrier'),
  procedure: words('procedure procedurecode proccode cpt cptcode cpthcpcs hcpcs hcpcscode code servicecode'),
  modifiers: words('modifiers modifier mod mods modifier1 mod1'),
  setting: words('setting facilitysetting facilityindicator facnonfac placetype sitetype'),
  locality: words('locality localitynumber gpcilocality carrierlocality area region'),
  facilityAmount: words(
    'facilityamount facilityfee facfee facilityrate facilityallowed facilityprice facilityallowable fac',
  ),
  nonFacilityAmount: words(
    `nonfacilityamount nonfacilityfee nonfacfee nonfacilityrate nonfacilityallowed nonfacilityprice
    nonfacilityallowable nonfac officefee`,
  ),
  amount: words('amount fee rate allowed allowedamount allowable contractedrate feeamount price'),
  from: words('from effectivefrom effective effectivedate startdate start begindate validfrom'),
  to: words('to effectiveto enddate end termdate terminationdate expirationdate validto'),
  multipleProcedure: words('multipleprocedure multipleprocedures multproc multipleproc mpr'),
  bilateralPercent: words('bilateralpercent bilateral bilat bilatsurg'),
} as const satisfies Headings<string>;

type Field = keyof typeof feeHeadings;

/** How a table of fees is read: the payer and the source stand beside it where no column says them. */
export type FeeReading = TableReading & {
  readonly payerId?: string | undefined;
  readonly table: string;
};

/** Reads a table of fees; a row with an amount for each setting is two lines. */
export const readFeeRows = (text: string, reading: FeeReading): ReadRows<readonly FeeLine[]> => {
  const ofPayer: readonly (readonly Field[])[] = reading.payerId === undefined ? [['payerId']] : [];
  const amounts = ['amount', 'facilityAmount', 'nonFacilityAmount'] as const;
  return readEach(
    readTable<Field>(text, feeHeadings, [...ofPayer, ['procedure'], amounts, ['from']]),
    (row) => readFees(row, reading),
  );
};

const readFees = ({ line, cell }: TableRow<Field>, reading: FeeReading): ReadRow<readonly FeeLine[]> => {
  const priced = amountsOf(cell);
  const payerId = payerOf(cell, reading);
  const wrong: Finding[] = [
    ...(payerId === undefined ? [against('payerId', unknownPayer)] : []),
    ...(priced.length === 0 ? [against('amount', 'The row has no amount')] : []),
    ...priced.flatMap(({ field, cents }) =>
      cents === undefined ? [against(field, 'An amount is dollars with two decimals at most: 92.05')] : [],
    ),
    ...settingFindings(cell, priced),
  ];
  const checked = priced.map(({ setting, cents }) =>
    checkInput(FeeLine, {
      ...toldOf(cell, reading),
      payerId,
      setting,
      amount: cents,
      source: sourceOf(line, reading),
    }),
  );
  const findings = [...wrong, ...(wrong.length > 0 ? [] : checked.flatMap(findingsOf))];
  if (findings.length > 0) return { line, findings: unique(findings) };
  return { line, id: String(line), value: checked.flatMap((one) => (one.success ? [one.data] : [])) };
};

const findingsOf = (checked: ReturnType<typeof checkInput<typeof FeeLine>>): readonly Finding[] =>
  checked.success ? [] : checked.findings;

const unique = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((one) => [`${one.path} ${one.detail}`, one])).values(),
];

const against = (path: string, detail: string): Finding => ({ code: 'cell', path, detail });

const sourceOf = (line: number, { table }: FeeReading): string => `${table.slice(0, 100)}, line ${line}`;

const payerOf = (cell: CellOf<Field>, reading: FeeReading): string | undefined =>
  cell('payerId') === '' && reading.payerId !== undefined
    ? readPayer(reading.payerId, reading)
    : readPayer(cell('payerId'), reading);

type Priced = {
  readonly field: Field;
  readonly setting: FeeSetting | undefined;
  readonly cents: number | undefined;
};

const amountsOf = (cell: CellOf<Field>): readonly Priced[] => {
  const columns = [
    ['amount', readSetting(cell('setting'))],
    ['facilityAmount', 'facility'],
    ['nonFacilityAmount', 'non-facility'],
  ] as const;
  return columns
    .filter(([field]) => cell(field) !== '')
    .map(([field, setting]) => ({ field, setting, cents: readDollars(cell(field)) }));
};

const settingFindings = (cell: CellOf<Field>, priced: readonly Priced[]): readonly Finding[] => {
  if (cell('setting') !== '' && readSetting(cell('setting')) === undefined && !isEither(cell('setting')))
    return [against('setting', 'Facility, non-facility or both is read')];
  const bySetting = priced.some(({ field }) => field !== 'amount');
  return bySetting && priced.some(({ field }) => field === 'amount')
    ? [against('amount', 'The row has an amount for both settings and one for each: leave one out')]
    : [];
};

const plain = (cell: string): string => cell.toLowerCase().replace(/[^a-z]/g, '');

const isEither = (cell: string): boolean => ['both', 'all', 'any', 'either'].includes(plain(cell));

const readSetting = (cell: string): FeeSetting | undefined => {
  if (['f', 'fac', 'facility', 'hospital'].includes(plain(cell))) return 'facility';
  return ['n', 'nf', 'nonfac', 'nonfacility', 'office', 'o'].includes(plain(cell))
    ? 'non-facility'
    : undefined;
};

/** Indicators of Medicare's fee schedule, or our words for them. */
const multipleByIndicator: Readonly<Record<string, MultipleProcedure>> = {
  '2': 'standard',
  '3': 'endoscopy',
  '4': 'imaging',
  '5': 'therapy',
  '6': 'cardiovascular',
  '7': 'ophthalmology',
  y: 'standard',
  yes: 'standard',
};

const readMultiple = (cell: string): string | undefined => {
  const said = cell.trim().toLowerCase();
  if (['', '0', '9', 'n', 'no', 'none'].includes(said)) return undefined;
  return multipleByIndicator[said] ?? said;
};

/** What is in no form that is read goes on as it is, so that the schema names it. */
const toldOf = (cell: CellOf<Field>, { thisYear }: TableReading) => ({
  procedure: cell('procedure').toUpperCase(),
  modifiers: cell('modifiers')
    .toUpperCase()
    .split(/[\s,;/-]+/)
    .filter((one) => one !== ''),
  ...(cell('locality') !== '' && { locality: cell('locality') }),
  from: readDate(cell('from'), thisYear + 50) ?? cell('from'),
  ...(cell('to') !== '' && { to: readDate(cell('to'), thisYear + 50) ?? cell('to') }),
  ...(readMultiple(cell('multipleProcedure')) !== undefined && {
    multipleProcedure: readMultiple(cell('multipleProcedure')),
  }),
  ...(cell('bilateralPercent') !== '' && {
    bilateralPercent: Number(cell('bilateralPercent').replace('%', '')),
  }),
});
