import type { CalendarDate } from '../domain/calendar.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { NetChange } from '../domain/rules/net-change.ts';
import { nearestWord } from '../domain/visit/nearest-word.ts';
import { EncounterRegistration } from '../domain/visit/registration.ts';
import { checkFields } from './registration/check-fields.ts';
import { contradictions } from './registration/contradictions.ts';
import { decodeFile } from './registration/decode-file.ts';
import { issuesInWords, valueAt } from './registration/issues-in-words.ts';
import { readJson } from './registration/read-json.ts';
import { repairFormats } from './registration/repair-formats.ts';
import { checkDays } from './registration/visit-days.ts';

/** What is known of the practice to hold a registration against: nothing is told of what is not known. */
export type KnownOfPractice = {
  /** In the practice's time zone: a visit is registered once it was. */
  readonly today?: CalendarDate;
  /** The payers that it has contracts with. */
  readonly payerIds?: ReadonlySet<string>;
  /** Whether numbers that are written otherwise and leave no doubt are repaired. */
  readonly formatRepairs?: boolean | undefined;
};

/** A registration that is taken, and what of it was repaired. */
export type ReadRegistration = Checked<EncounterRegistration> & { readonly repairs?: readonly NetChange[] };

/**
 * Checks a clinic's `encounter.json` and tells all that is wrong with it at once: places, fields, rules and what to
 * write instead, never values.
 *
 * What is sent is held to more than what is kept: records that were taken in are read by the schema alone. Where the
 * practice has formats repaired, that comes first, and is told.
 */
export const readRegistration = (body: Uint8Array, practice: KnownOfPractice = {}): ReadRegistration => {
  const decoded = decodeFile(body);
  if (!decoded.success) return decoded;
  const read = readJson(decoded.data);
  if (!read.isWhole) return refused(read.findings);
  const { value, repairs } = practice.formatRepairs
    ? repairFormats(read.value)
    : { value: read.value, repairs: [] };
  const { data, findings } = checkRegistration(value, practice);
  const untold = findings.filter(({ path }) => !read.told.has(path));
  const all = [...read.findings, ...untold];
  if (!data || all.length > 0) return refused(all);
  return { success: true, data, ...(repairs.length > 0 && { repairs }) };
};

/** Beyond this a file is no registration with faults. */
const mostFindings = 200;

const refused = (findings: readonly Finding[]): Checked<never> => {
  const left = findings.length - mostFindings;
  if (left <= 0) return { success: false, findings };
  const more = { code: 'more', path: '', detail: `There are ${left} more faults: mend these first` };
  return { success: false, findings: [...findings.slice(0, mostFindings), more] };
};

type Outcome = {
  readonly data?: EncounterRegistration | undefined;
  readonly findings: readonly Finding[];
};

/** What is wrong with what a clinic registers; of one field only the first fault is told. */
const checkRegistration = (value: unknown, { today, payerIds }: KnownOfPractice): Outcome => {
  const { data, error } = EncounterRegistration.safeParse(value);
  const findings = [
    ...issuesInWords(EncounterRegistration, error?.issues ?? [], value),
    ...checkFields(EncounterRegistration, value),
    ...checkDays(value, today),
    ...contradictions(value),
    ...(payerIds ? payersUnknown(value, payerIds) : []),
  ];
  const firstOf = findings.filter(({ path }, at) => findings.findIndex((one) => one.path === path) === at);
  return { data, findings: firstOf };
};

const payersUnknown = (value: unknown, payerIds: ReadonlySet<string>): readonly Finding[] => {
  const coverages = valueAt(value, ['coverages']);
  if (!Array.isArray(coverages)) return [];
  return coverages.flatMap((coverage: unknown, at) => {
    const payerId = valueAt(coverage, ['payerId']);
    return typeof payerId === 'string' && payerId !== '' ? payerUnknown(payerId, at, payerIds) : [];
  });
};

/** Coverages must name payers that the practice has a contract with. */
export const unknownPayers = (
  { coverages }: Pick<EncounterRegistration, 'coverages'>,
  known: ReadonlySet<string>,
): Finding[] => coverages.flatMap(({ payerId }, at) => payerUnknown(payerId, at, known));

const payerUnknown = (payerId: string, at: number, known: ReadonlySet<string>): Finding[] => {
  if (known.has(payerId)) return [];
  const near = nearestWord(payerId, [...known]);
  const nearest = near === undefined ? '' : ` The nearest is ${near}.`;
  const detail = `The practice has no contract with this payer.${nearest} Those that it has: ${[...known].sort().join(', ')}`;
  return [{ code: 'unknown-payer', path: `coverages.${at}.payerId`, detail }];
};

/** The fields in which two registrations differ, by their paths: `patient.dateOfBirth`. Never their values. */
export const changedFields = (before: unknown, after: unknown, path = ''): readonly string[] => {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [path];
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) =>
    changedFields(before[name], after[name], path === '' ? name : `${path}.${name}`),
  );
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
