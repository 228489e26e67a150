import { checkInput } from '../../domain/check-input.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { Correction } from '../../domain/tasks/correction.ts';
import { valueAt } from '../../domain/visit/schema-places.ts';
import { type CorrectionGroup, type CorrectionPart, correctionGroups } from './correction-table.ts';
import { centsIn } from './dollars.ts';

/** The texts of a form's fields by their names; a field that a form does not have says nothing. */
export type Texts = Readonly<Record<string, string | undefined>>;

/** What a claim says now, as the form shows it. */
export const correctionTexts = (claim: Claim | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    correctionGroups.flatMap((group) =>
      group.parts.map(({ name, part }) => [name, claim ? textAt(group.of(claim), part) : '']),
    ),
  );

const textAt = (value: unknown, part: string): string => {
  const found = valueAt(value, part === '' ? [] : part.split('.'));
  return found === undefined || found === null ? '' : String(found);
};

/** What a form changes of a claim: fields that differ, and null for what was emptied; or what is wrong, by field. */
export const readCorrection = (texts: Texts, claim: Claim | undefined): Checked<Correction> => {
  const before = correctionTexts(claim);
  const changed = correctionGroups.filter(({ parts }) =>
    parts.some(({ name }) => texts[name] !== undefined && texts[name]?.trim() !== before[name]?.trim()),
  );
  const read = changed.map((group) => readGroup(group, { ...before, ...given(texts) }, claim));
  const missing = read.flatMap(({ findings }) => findings);
  if (missing.length > 0) return { success: false, findings: missing };
  const stated = Object.fromEntries(read.map(({ key, value }) => [key, value]));
  const checked = checkInput(Correction, stated);
  if (checked.success) return checked;
  return { success: false, findings: checked.findings.map(atField) };
};

const given = (texts: Texts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );

type Read = { readonly key: CorrectionGroup['key']; readonly value: unknown; readonly findings: Finding[] };

/** Empty is told apart from wrong: what a claim cannot go without is asked for, anything else is cleared. */
const readGroup = (
  group: CorrectionGroup,
  texts: Readonly<Record<string, string>>,
  claim: Claim | undefined,
): Read => {
  const { key, parts } = group;
  const isEmpty = parts.every(({ name }) => !texts[name]?.trim());
  if (isEmpty && !group.required) return { key, value: null, findings: [] };
  const findings = parts
    .filter(
      ({ name, required }) => (required || (group.required && parts.length === 1)) && !texts[name]?.trim(),
    )
    .map(({ name, label }) => ({ code: 'empty', path: name, detail: `Write this: ${label}` }));
  return { key, value: valueOfGroup(group, texts, claim), findings };
};

const valueOfGroup = (
  { key, parts, of }: CorrectionGroup,
  texts: Readonly<Record<string, string>>,
  claim: Claim | undefined,
): unknown => {
  const [first] = parts;
  if (first?.part === '') return (readers[key] ?? plain)(texts[first.name]?.trim() ?? '');
  // Another NPI or name is somebody else, of whom nothing else is known.
  const stands = claim && of(claim);
  const isSame = first !== undefined && textAt(stands, first.part) === texts[first.name]?.trim();
  const base: Fields = isSame ? fieldsIn(stands) : {};
  return parts.reduce((value, part) => withPart(value, part, texts[part.name]?.trim() ?? '', key), base);
};

type Fields = Readonly<Record<string, unknown>>;

/** A copy of what a record holds; nothing of what is none. */
const fieldsIn = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? { ...structuredClone(value) } : {};

const withPart = (
  record: Fields,
  { part }: Pick<CorrectionPart, 'part'>,
  text: string,
  key: string,
): Fields => {
  const [outer = '', inner] = part.split('.');
  if (inner) return { ...record, [outer]: withPart(fieldsIn(record[outer]), { part: inner }, text, key) };
  const { [outer]: _before, ...rest } = record;
  if (text === '') return rest;
  return {
    ...rest,
    [outer]: key === 'accident' && outer === 'causes' ? words(text.toLowerCase()) : normal(outer, text),
  };
};

const words = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** States and sexes are written in capitals, ZIP codes and telephone numbers without signs. */
const normal = (part: string, text: string): string => {
  if (part === 'state' || part === 'gender') return text.toUpperCase();
  return part === 'postalCode' ? text.replace(/-/g, '') : text;
};

const plain = (text: string): unknown => text;

const linesOf = (text: string): string[][] =>
  text
    .split('\n')
    .map((line) => words(line))
    .filter((line) => line.length > 0);

/** How a text that is more than its words is read. */
const readers: Partial<Record<CorrectionGroup['key'], (text: string) => unknown>> = {
  patientGender: (text) => text.toUpperCase(),
  relationship: (text) => text.toLowerCase(),
  attachments: (text) =>
    linesOf(text.toUpperCase()).map(([reportType, transmission, controlNumber]) => ({
      ...{ reportType, transmission },
      ...(controlNumber !== undefined && { controlNumber }),
    })),
  drugs: (text) =>
    linesOf(text.toUpperCase()).map(([line, ndc, quantity, unit]) => ({
      ...{ line: Number(line), ndc: ndc?.replace(/-/g, ''), quantity: Number(quantity), unit },
    })),
  charges: (text) =>
    linesOf(text).map(([line, amount]) => ({ line: Number(line), charge: centsIn(amount ?? '') })),
};

/** The rule where it is ours; the library's own words name no field. */
const inWords = (rule: string, { label }: CorrectionPart): string =>
  /^(Invalid|Too|Expected|Unrecognized|This field)/.test(rule) ? `This does not fit: ${label}` : rule;

/** Beside the field that a finding is about, in the field's own words. */
const atField = (finding: Finding): Finding => {
  const [key = '', ...rest] = finding.path.split('.');
  const group = correctionGroups.find((one) => one.key === key);
  const part =
    group?.parts.find((one) => one.part === rest.join('.')) ??
    group?.parts.find((one) => rest.join('.').startsWith(one.part)) ??
    group?.parts[0];
  return part ? { code: finding.code, path: part.name, detail: inWords(finding.detail, part) } : finding;
};

/** Where a finding on a correction stands in the form. */
export const fieldOfCorrection = (path: string): string | undefined => {
  const [key = '', ...rest] = path.split('.');
  const group = correctionGroups.find((one) => one.key === key);
  return (group?.parts.find((one) => one.part === rest.join('.')) ?? group?.parts[0])?.name;
};
