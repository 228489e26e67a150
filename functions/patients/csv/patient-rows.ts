import { checkInput } from '../../domain/check-input.ts';
import type { Finding } from '../../domain/finding.ts';
import { Demographics } from '../../domain/patients/demographics.ts';
import { PatientId } from '../../domain/patients/patient-record.ts';
import { ToldCoverage } from '../../domain/patients/state-coverage.ts';
import { readDate } from '../../tables/read-date.ts';
import { readPayer, type TableReading, unknownPayer } from '../../tables/read-payer.ts';
import {
  type CellOf,
  type ReadRow,
  type ReadRows,
  readEach,
  readTable,
  type TableRow,
} from '../../tables/read-table.ts';
import { readGender, readPhone, readRelationship, readState, readZip } from './cells.ts';
import { patientHeadings } from './headings.ts';

type Field = keyof typeof patientHeadings;

/** What a row says of a patient: without days, a coverage is one that the table has seen. */
export type PatientRow = {
  readonly demographics: Demographics;
  readonly stated: readonly ToldCoverage[];
  readonly seen: readonly ToldCoverage['coverage'][];
};

/** Reads a table of patients with up to two coverages each. */
export const readPatientRows = (text: string, reading: TableReading): ReadRows<PatientRow> =>
  readEach(
    readTable<Field>(text, patientHeadings, [
      ['patientId'],
      ['lastName', 'name'],
      ['firstName', 'name'],
      ['dateOfBirth'],
    ]),
    (row) => readPatient(row, reading),
  );

/** A cell that holds something in no form that is read. */
const unread = (path: string, detail: string): Finding => ({ code: 'cell', path, detail });

const readPatient = ({ line, cell }: TableRow<Field>, reading: TableReading): ReadRow<PatientRow> => {
  const id = PatientId.safeParse(cell('patientId'));
  const person = checkInput(Demographics, personOf(cell, reading));
  const covered = [
    coverageOf(cell, primaryFields, 'P', reading),
    coverageOf(cell, secondaryFields, 'S', reading),
  ];
  const findings = [
    ...(id.success ? [] : [unread('patientId', 'A patient number has 1 to 36 letters, digits and hyphens')]),
    ...(person.success ? [] : person.findings.map(({ path, ...rest }) => ({ ...rest, path }))),
    ...unreadCells(cell, reading),
    ...covered.flatMap((one) => one.findings),
  ];
  if (!id.success || !person.success || findings.length > 0) return { line, findings };
  const coverages = covered.flatMap(({ coverage }) => coverage ?? []);
  const hasDays = ({ from, to }: ToldCoverage): boolean => from !== undefined || to !== undefined;
  const stated = coverages.filter(hasDays);
  const seen = coverages.filter((one) => !hasDays(one)).map(({ coverage }) => coverage);
  return { line, id: id.data, value: { demographics: person.data, stated, seen } };
};

/** Cells that hold something, and not what their column is for. */
const unreadCells = (cell: CellOf<Field>, { thisYear }: TableReading): readonly Finding[] => [
  ...(cell('gender') !== '' && readGender(cell('gender')) === undefined
    ? [unread('gender', 'Female, male or unknown is read')]
    : []),
  ...(cell('dateOfDeath') !== '' && readDate(cell('dateOfDeath'), thisYear) === undefined
    ? [unread('dateOfDeath', 'The date is none: 2026-03-31 and 3/31/2026 are read')]
    : []),
];

/** "Last, First Middle", or the columns of their own. */
const namesOf = (cell: CellOf<Field>) => {
  const [last = '', rest = ''] = cell('name')
    .split(',')
    .map((part) => part.trim());
  const [first = '', ...middle] = rest.split(/\s+/);
  return {
    lastName: cell('lastName') || last,
    firstName: cell('firstName') || first,
    middleName: cell('middleName') || middle.join(' ') || undefined,
    suffix: cell('suffix') || undefined,
  };
};

const personOf = (cell: CellOf<Field>, { thisYear }: TableReading) => ({
  ...namesOf(cell),
  dateOfBirth: readDate(cell('dateOfBirth'), thisYear) ?? cell('dateOfBirth'),
  gender: readGender(cell('gender')),
  address: addressOf(cell),
  phone: cell('phone') === '' ? undefined : readPhone(cell('phone')),
  dateOfDeath: readDate(cell('dateOfDeath'), thisYear),
});

const addressOf = (cell: CellOf<Field>) => {
  if ((['line1', 'line2', 'city', 'state', 'zip'] as const).every((field) => cell(field) === ''))
    return undefined;
  return {
    line1: cell('line1'),
    line2: cell('line2') || undefined,
    city: cell('city'),
    state: readState(cell('state')),
    postalCode: readZip(cell('zip')),
  };
};

const primaryFields = {
  payerId: 'payerId',
  memberId: 'memberId',
  groupNumber: 'groupNumber',
  relationship: 'relationship',
  from: 'coverageFrom',
  to: 'coverageTo',
} as const;

const secondaryFields = {
  payerId: 'secondPayerId',
  memberId: 'secondMemberId',
  groupNumber: 'secondGroupNumber',
  relationship: 'secondRelationship',
  from: 'secondFrom',
  to: 'secondTo',
} as const;

type CoverageFields = typeof primaryFields | typeof secondaryFields;

type ReadCoverage = { readonly coverage?: ToldCoverage; readonly findings: readonly Finding[] };

/** A coverage of another subscriber cannot be told in one row: the names of that person are missing. */
const dependent = 'The subscriber is somebody else: enter the coverage with the subscriber by the API';

const coverageOf = (
  cell: CellOf<Field>,
  fields: CoverageFields,
  responsibility: 'P' | 'S',
  reading: TableReading,
): ReadCoverage => {
  const payer = cell(fields.payerId);
  if (payer === '' && cell(fields.memberId) === '') return { findings: [] };
  const payerId = readPayer(payer, reading);
  if (payerId === undefined) return { findings: [unread(fields.payerId, unknownPayer)] };
  const relationship =
    cell(fields.relationship) === '' ? 'self' : readRelationship(cell(fields.relationship));
  if (relationship !== 'self') return { findings: [unread(fields.relationship, dependent)] };
  const days = ([fields.from, fields.to] as const).map((field) => dayOf(cell(field), reading));
  const [from, to] = days;
  if (from === null || to === null)
    return {
      findings: [unread(from === null ? fields.from : fields.to, 'The date is none: 3/31/2026 is read')],
    };
  const groupNumber = cell(fields.groupNumber) || undefined;
  const coverage = {
    payerId,
    responsibility,
    memberId: cell(fields.memberId),
    relationship,
    ...(groupNumber && { groupNumber }),
  };
  const checked = checkInput(ToldCoverage, { coverage, from, to });
  if (checked.success) return { coverage: checked.data, findings: [] };
  return {
    findings: checked.findings.map((one) => ({
      ...one,
      path: `${responsibility === 'P' ? 'primary' : 'secondary'} ${one.path}`,
    })),
  };
};

/** Undefined for an empty cell, null for one that holds no date. Days of coverages may lie in years to come. */
const dayOf = (cell: string, { thisYear }: TableReading): string | undefined | null =>
  cell === '' ? undefined : (readDate(cell, thisYear + 50) ?? null);
