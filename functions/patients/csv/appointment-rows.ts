import { checkInput } from '../../domain/check-input.ts';
import type { Finding } from '../../domain/finding.ts';
import { AppointmentId, ToldAppointment } from '../../domain/patients/appointment.ts';
import { readDate } from '../../tables/read-date.ts';
import type { TableReading } from '../../tables/read-payer.ts';
import {
  type CellOf,
  type ReadRow,
  type ReadRows,
  readEach,
  readTable,
  type TableRow,
} from '../../tables/read-table.ts';
import { readStatus, readTime } from './cells.ts';
import { appointmentHeadings } from './headings.ts';

type Field = keyof typeof appointmentHeadings;

/** Reads a calendar's table of appointments. */
export const readAppointmentRows = (text: string, reading: TableReading): ReadRows<ToldAppointment> =>
  readEach(readTable<Field>(text, appointmentHeadings, [['appointmentId'], ['patientId'], ['date']]), (row) =>
    readAppointment(row, reading),
  );

const readAppointment = (
  { line, cell }: TableRow<Field>,
  reading: TableReading,
): ReadRow<ToldAppointment> => {
  const id = AppointmentId.safeParse(cell('appointmentId'));
  const told = checkInput(ToldAppointment, toldOf(cell, reading));
  const findings: Finding[] = [
    ...(id.success
      ? []
      : [{ code: 'cell', path: 'appointmentId', detail: 'It has 1 to 64 letters, digits, hyphens' }]),
    ...(told.success ? [] : told.findings),
  ];
  if (!id.success || !told.success) return { line, findings };
  return { line, id: id.data, value: told.data };
};

/** What is in no form that is read goes on as it is, so that the schema names it. */
const toldOf = (cell: CellOf<Field>, { thisYear }: TableReading) => ({
  patientId: cell('patientId'),
  date: readDate(cell('date'), thisYear + 50) ?? cell('date'),
  time: cell('time') === '' ? readTime(cell('date')) : (readTime(cell('time')) ?? cell('time')),
  timeZone: cell('timeZone') || undefined,
  providerNpi: cell('providerNpi') || undefined,
  locationId: cell('locationId') || undefined,
  status: cell('status') === '' ? undefined : (readStatus(cell('status')) ?? cell('status')),
});
