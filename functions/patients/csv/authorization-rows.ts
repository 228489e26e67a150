import { checkInput } from '../../domain/check-input.ts';
import type { Finding } from '../../domain/finding.ts';
import { ToldAuthorization } from '../../domain/patients/authorization.ts';
import { PatientId } from '../../domain/patients/patient-record.ts';
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
import { authorizationHeadings } from './headings.ts';

type Field = keyof typeof authorizationHeadings;

/** What a row says of an authorization, and whose it is. */
export type AuthorizationRow = { readonly patientId: string; readonly authorization: ToldAuthorization };

/** Reads a table of authorizations. */
export const readAuthorizationRows = (text: string, reading: TableReading): ReadRows<AuthorizationRow> =>
  readEach(
    readTable<Field>(text, authorizationHeadings, [['patientId'], ['payerId'], ['number'], ['from'], ['to']]),
    (row) => readAuthorization(row, reading),
  );

const readAuthorization = (
  { line, cell }: TableRow<Field>,
  reading: TableReading,
): ReadRow<AuthorizationRow> => {
  const id = PatientId.safeParse(cell('patientId'));
  const payerId = readPayer(cell('payerId'), reading);
  const told = checkInput(ToldAuthorization, { ...toldOf(cell, reading), payerId: payerId ?? 'unknown' });
  const both = cell('units') !== '' && cell('visits') !== '';
  const findings: Finding[] = [
    ...(id.success ? [] : [against('patientId', 'A patient number has 1 to 36 letters, digits and hyphens')]),
    ...(payerId === undefined ? [against('payerId', unknownPayer)] : []),
    ...(both ? [against('units', 'The row limits units and visits: one of them is kept')] : []),
    ...(told.success ? [] : told.findings),
  ];
  if (!id.success || !told.success || findings.length > 0) return { line, findings };
  const { number } = told.data;
  return {
    line,
    id: `${id.data}/${payerId}/${number}`,
    value: { patientId: id.data, authorization: told.data },
  };
};

const against = (path: string, detail: string): Finding => ({ code: 'cell', path, detail });

const toldOf = (cell: CellOf<Field>, { thisYear }: TableReading) => {
  const [of, quantity] = cell('visits') === '' ? ['units', cell('units')] : ['visits', cell('visits')];
  return {
    number: cell('number'),
    services: servicesOf(cell('services')),
    ...(quantity !== '' && { limit: { of, quantity: Number(quantity) } }),
    from: readDate(cell('from'), thisYear + 50) ?? cell('from'),
    to: readDate(cell('to'), thisYear + 50) ?? cell('to'),
    ...(cell('used') !== '' && { usedElsewhere: Number(cell('used')) }),
    ...(cell('note') !== '' && { note: cell('note') }),
  };
};

/** Codes and ranges, apart from one another by anything: "97110, 97140; 97161-97164". */
const servicesOf = (cell: string) =>
  cell
    .toUpperCase()
    .replace(/\s*(?:-|–|TO|THROUGH)\s*(?=[A-Z0-9]{5}\b)/g, '-')
    .split(/[\s,;|/]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to] = part.split('-');
      return { from, ...(to !== undefined && { to }) };
    });
