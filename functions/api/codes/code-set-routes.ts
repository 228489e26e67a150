import { z } from 'zod';
import { codeBookOn, installedEditions } from '../../../codesets/code-book.ts';
import { installedCodeLookup } from '../../../codesets/code-lookup.ts';
import { dotted } from '../../../codesets/code-notation.ts';
import { Edition } from '../../../codesets/edition.ts';
import { dateIn } from '../../domain/calendar/time-zone.ts';
import { CalendarDate } from '../../domain/calendar.ts';
import { checkInput } from '../../domain/check-input.ts';
import { called } from '../../domain/field.ts';
import { badRequest, json } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRequest, type PracticeRoute, type Respond } from '../practice-request.ts';

/** Code sets of which one code can be looked up. */
const LookedUp = z.enum(['icd10cm', 'hcpcs', 'cpt', 'pos', 'taxonomy', 'carc', 'rarc', 'claim-status']);
type LookedUp = z.infer<typeof LookedUp>;

/** Sets whose descriptions are free to be searched: CPT's are licensed. */
const Searched = z.enum(['icd10cm', 'hcpcs']);

/** How a code stands on a day: unlisted where no installed set can tell. */
const FoundCode = called(
  'FoundCode',
  z.object({
    codeSet: LookedUp,
    code: z.string(),
    on: CalendarDate,
    standing: z.enum(['valid', 'heading', 'not-in-force', 'unknown', 'unlisted']),
    description: z.string().optional().describe('none of CPT, which is licensed'),
    edition: z.string().optional(),
    inForce: z.boolean().optional().describe('whether that edition is of the day, and not the nearest one'),
    beginsOn: CalendarDate.optional(),
    endedOn: CalendarDate.optional(),
    below: z.array(z.string()).optional().describe('of a heading: the codes below it'),
    replacements: z.array(z.string()).optional().describe('of an ended code: what took its place'),
  }),
);
type FoundCode = z.infer<typeof FoundCode>;

const dayAsked = async (
  { practiceId }: PracticeRequest,
  on: string | undefined,
  { findPractice, now }: PracticeRecords,
): Promise<CalendarDate> => on ?? dateIn((await findPractice(practiceId))?.timeZone ?? 'UTC', now());

const asStanding = (standing: string): FoundCode['standing'] =>
  standing === 'billable' ? 'valid' : FoundCode.shape.standing.parse(standing);

const findDiagnosis = (code: string, on: CalendarDate): Omit<FoundCode, 'codeSet' | 'on'> => {
  const { standing, description, edition, inForce, below, replacements } =
    codeBookOn(on).diagnoses.find(code);
  return {
    ...{ code, standing: asStanding(standing), edition, inForce },
    ...(description !== undefined && { description }),
    ...(below.length > 0 && { below: [...below] }),
    ...(replacements.length > 0 && { replacements: [...replacements] }),
  };
};

const findProcedure = (code: string, on: CalendarDate): Omit<FoundCode, 'codeSet' | 'on'> => {
  const { standing, description, edition, inForce, system } = codeBookOn(on).procedures.find(code);
  const isFree = system !== 'CPT' && description !== undefined;
  return { code, standing: asStanding(standing), edition, inForce, ...(isFree && { description }) };
};

const sources = { pos: 'place-of-service', taxonomy: 'taxonomy', carc: 'carc', rarc: 'rarc' } as const;

const findListed = (
  set: keyof typeof sources | 'claim-status',
  code: string,
  on: CalendarDate,
): Omit<FoundCode, 'codeSet' | 'on'> => {
  const found = installedCodeLookup().lookup(set === 'claim-status' ? set : sources[set], code, on);
  if (typeof found === 'object') return { code, standing: 'not-in-force', ...found };
  return { code, standing: found === undefined ? 'unlisted' : found ? 'valid' : 'unknown' };
};

const find = (set: LookedUp, code: string, on: CalendarDate): FoundCode => {
  const found =
    set === 'icd10cm'
      ? findDiagnosis(dotted(code), on)
      : set === 'hcpcs' || set === 'cpt'
        ? findProcedure(code, on)
        : findListed(set, code, on);
  return { codeSet: set, on, ...found };
};

/** Which editions are installed; for what is not, the starter set answers. */
const listCodeSets: Respond = async () => json(200, { editions: installedEditions() });

const CodeQuery = z.strictObject({
  on: CalendarDate.optional().describe('the date of service: @default today'),
});

/** A code as it stands on a day. */
const getCode: Respond = async (request, records) => {
  const set = LookedUp.safeParse(request.path.codeSet);
  if (!set.success) return notFound();
  const query = checkInput(CodeQuery, request.query);
  const code = checkInput(z.string().regex(/^[0-9A-Z.]{1,10}$/), (request.path.code ?? '').toUpperCase());
  if (!query.success) return badRequest(query.findings);
  if (!code.success) return badRequest(code.findings.map((one) => ({ ...one, path: 'code' })));
  return json(200, find(set.data, code.data, await dayAsked(request, query.data.on, records)));
};

const SearchQuery = z.strictObject({
  words: z.string().min(2).max(100).describe('beginnings of words of the description, or of the code'),
  on: CalendarDate.optional().describe('the date of service: @default today'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Codes of a day by words of their descriptions. */
const searchCodes: Respond = async (request, records) => {
  const set = Searched.safeParse(request.path.codeSet);
  if (!set.success) return notFound();
  const query = checkInput(SearchQuery, request.query);
  if (!query.success) return badRequest(query.findings);
  const { words, limit } = query.data;
  const on = await dayAsked(request, query.data.on, records);
  const book = codeBookOn(on);
  const { statement } = book.codesInUse(set.data);
  return json(200, { on, statement, codes: book.byWords(set.data, words, limit) });
};

/** The code sets that answer here. */
export const codeSetRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/code-sets',
    summary: 'The editions of code sets that are installed beside the starter set',
    permission: 'read',
    audit: 'no-patient-data',
    answer: { status: 200, body: z.object({ editions: z.array(called('CodeSetEdition', Edition)) }) },
    handler: listCodeSets,
  },
  {
    method: 'GET',
    path: '/code-sets/{codeSet}/codes',
    summary: 'Codes of ICD-10-CM or HCPCS on a day by words of their descriptions, the likeliest first',
    permission: 'read',
    audit: 'no-patient-data',
    query: SearchQuery,
    answer: {
      status: 200,
      body: z.object({
        on: CalendarDate,
        statement: z.string().describe('which edition answers'),
        codes: z.array(z.object({ code: z.string(), description: z.string(), isBillable: z.boolean() })),
      }),
    },
    handler: searchCodes,
  },
  {
    method: 'GET',
    path: '/code-sets/{codeSet}/codes/{code}',
    summary: 'How a code stands on a day: whether it is valid, until when, and what took its place',
    permission: 'read',
    audit: 'no-patient-data',
    query: CodeQuery,
    answer: { status: 200, body: FoundCode },
    handler: getCode,
  },
];
