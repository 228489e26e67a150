import { z } from 'zod';
import type { Need } from '../domain/access/permissions.ts';
import { CalendarDate } from '../domain/calendar.ts';
import { checkJson } from '../domain/check-input.ts';
import { Finding } from '../domain/finding.ts';
import { ImportKind, type ImportReport, importOutcomes } from '../domain/patients/import-report.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { tableBytes } from './mechanics/size-limit.ts';
import { saidBy } from './patients/patient-routes.ts';
import type { PracticeRoute, Respond } from './practice-request.ts';

/** What is read and written within the half minute of a call; longer tables are cut, or loaded on the command line. */
const mostLines = 2000;

const Table = z
  .strictObject({
    kind: z.enum([...ImportKind.options, 'fees']),
    csv: z.string().min(1).optional().describe('the table as text'),
    csvBase64: z.base64().min(1).optional().describe('its bytes, in whatever encoding it was saved'),
    payerId: z.string().min(2).max(80).optional().describe('of fees: the payer, where no column says it'),
    table: z.string().min(1).max(100).optional().describe('of fees: what the table is called'),
    apply: z.boolean().default(false).describe('false: a preview, which writes nothing'),
    on: CalendarDate.optional().describe('the day whose state it shows; @default today'),
  })
  .refine(({ csv, csvBase64 }) => (csv === undefined) !== (csvBase64 === undefined), {
    path: ['csv'],
    message: 'Give the table as csv or as csvBase64',
  });

const feeTable = (
  { payerId, table }: { payerId?: string | undefined; table?: string | undefined },
  on: string,
) => ({
  ...(payerId && { payerId }),
  table: table ?? `table of ${on}`,
});

/** Previews a table of patients, appointments, authorizations or fees, or enters it, line by line. */
const importTable: Respond = async (request, records) => {
  const at = await saidBy(request, records);
  const asked = checkJson(Table, request.body);
  if (!asked.success) return badRequest(asked.findings);
  const { kind, apply, csv, csvBase64 = '', on = at.told.on, ...fees } = asked.data;
  const content = csv === undefined ? Buffer.from(csvBase64, 'base64') : Buffer.from(csv, 'utf8');
  if (content.toString('latin1').split(/\r\n|\n|\r/).length > mostLines + 2)
    return badRequest([{ code: 'too-long', path: 'csv', detail: `A call takes ${mostLines} lines at most` }]);
  const { practiceId } = request;
  const report: ImportReport =
    kind === 'fees'
      ? await records.contracts.importFees({ practiceId, content, apply, ...feeTable(fees, on) })
      : await records.patients.importTable(
          practiceId,
          { kind, content, apply },
          { ...at, told: { ...at.told, on } },
        );
  return json(200, report);
};

/** Fees are a setting of the practice. */
const needOfImport = ({ body }: { readonly body: string }): Need => {
  const asked = checkJson(Table, body);
  return asked.success && asked.data.kind === 'fees' ? ['administer'] : ['register'];
};

const ImportAnswer = z.object({
  kind: z.enum([...ImportKind.options, 'fees']),
  applied: z.boolean(),
  counts: z.record(z.enum(importOutcomes), z.int()),
  lines: z.array(
    z.object({
      line: z.int(),
      patientId: z.string().optional(),
      appointmentId: z.string().optional(),
      outcome: z.enum(importOutcomes),
      fields: z.array(z.string()),
      reasons: z.array(Finding),
      duplicates: z.array(z.looseObject({})).optional(),
    }),
  ),
  ignored: z.array(z.string()).describe('headings that mean nothing here'),
  findings: z.array(Finding).describe('against the table as a whole'),
});

/** Tables. */
export const importRoutes: readonly PracticeRoute[] = [
  {
    method: 'POST',
    path: '/imports',
    summary: 'Previews a table of patients, appointments, authorizations or fees, or enters it',
    mostBytes: tableBytes,
    repeat: 'what a table says again changes nothing',
    permission: { among: ['register', 'administer'], told: 'fees: administer', of: needOfImport },
    audit: { of: ['patient', 'appointment'], why: 'payment' },
    body: Table,
    answer: { status: 200, body: ImportAnswer },
    handler: importTable,
  },
];
