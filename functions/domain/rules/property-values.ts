import { isNpi } from '../../edi/npi.ts';
import { plainCharacters, withoutDelimiters } from '../../edi/text/carried-text.ts';
import type { FieldKind } from '../field.ts';
import { fieldKindOf } from '../field.ts';
import { nearestWord } from '../visit/nearest-word.ts';
import { choicesOf, fieldsOf, isDate, typeOf } from '../visit/schema-places.ts';
import { allPaths, findProperty, type Property, rootNames, schemaOfRoot } from './properties.ts';

/** What is known of a practice to hold rules against; nothing is told of what is not known. */
export type KnownOfPractice = {
  readonly payerIds?: readonly string[];
  readonly providerNpis?: readonly string[];
  readonly locationIds?: readonly string[];
};

/** What a property holds, as far as it decides how it is compared. */
export type Kind = 'text' | 'choice' | 'date' | 'number' | 'boolean' | 'parts';

export const kindOf = ({ schema }: Property): Kind => {
  const type = typeOf(schema);
  if (type === 'number' || type === 'boolean') return type;
  if (type === 'object' || type === 'record') return 'parts';
  if (choicesOf(schema).length > 0) return 'choice';
  return isDate(schema) ? 'date' : 'text';
};

/** Why there is no such property, and which one was meant. */
export const unknownPath = (path: string): string => {
  const ofService = path.replace(/^registration\.services\./, 'service.');
  if (ofService !== path && findProperty(ofService))
    return `What is registered of services stands with their codes. Write ${ofService}`;
  const at = path.lastIndexOf('.');
  const [parent, own] = [path.slice(0, Math.max(at, 0)), path.slice(at + 1)];
  const fields = fieldsBehind(parent === '' ? path : parent);
  const near = parent === '' ? undefined : nearestWord(own, fields);
  const meant = near === undefined ? nearestWord(path, allPaths()) : `${parent}.${near}`;
  if (fields.length > 0 && (near !== undefined || parent === '' || meant === undefined))
    return `No property is called so. Write ${near ? meant : `one of ${fields.join(', ')} behind ${parent || path}`}`;
  return `No property is called so. Write ${meant ?? `payerOrder, or a path that begins with ${rootNames().join(', ')}`}`;
};

/** The fields of a root, or of a property that has parts. */
const fieldsBehind = (path: string): readonly string[] => {
  const schema = schemaOfRoot(path) ?? findProperty(path)?.schema;
  return schema ? Object.keys(fieldsOf(schema)) : [];
};

const plainKinds: readonly FieldKind[] = ['number', 'payer-id', 'patient-id', 'appointment-id'];
const lineKinds: readonly FieldKind[] = ['name', 'line'];

/** What a file to a payer cannot carry, by the kind of the field. */
const carriedFault = ({ schema }: Property, text: string): string | undefined => {
  const kind = fieldKindOf(schema);
  if (kind === undefined) return undefined;
  if (kind === 'npi' && !isNpi(text))
    return 'This is no NPI, or a digit of it is wrong: write all ten digits';
  if (text.trim() !== text || text === '') return 'Write it without spaces before and behind';
  if (plainKinds.includes(kind) && !plainCharacters.test(text))
    return 'A payer’s file cannot carry this: write plain letters and digits without * ^ : ~';
  return lineKinds.includes(kind) && !withoutDelimiters.test(text)
    ? 'A payer’s file cannot carry this: write it without * ^ : ~'
    : undefined;
};

/** Lists of the practice's own records by the properties whose values stand in them. */
const recordsOf = ({ path }: Property, known: KnownOfPractice) => {
  if (/payerId$|^payerOrder$/.test(path)) return { names: known.payerIds, what: 'a payer with a contract' };
  if (/^(?:registration|services?)\.renderingProviderNpi$/.test(path))
    return { names: known.providerNpis, what: 'the NPI of a provider of the practice' };
  if (path === 'registration.locationId')
    return { names: known.locationIds, what: 'a location of the practice' };
  return { names: undefined, what: '' };
};

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** What belongs into a property, in a sentence. */
const whatToWrite = (property: Property): string => {
  const { schema } = property;
  const kind = kindOf(property);
  const quoted = (choice: string) => (typeOf(schema) === 'enum' ? `"${choice}"` : choice);
  if (kind === 'choice') return `Write ${listed(choicesOf(schema).map(quoted))}`;
  if (kind === 'number') return 'Write a number without quotation marks';
  if (kind === 'boolean') return 'Write true or false without quotation marks';
  if (kind === 'date') return 'Write the date as YYYY-MM-DD, such as 2026-03-02';
  if (kind === 'parts') return `Write an object with ${Object.keys(fieldsOf(schema)).join(', ')}`;
  return schema.description
    ? `Write what it holds: ${schema.description}`
    : 'Write a text in quotation marks';
};

/** What is wrong with one value of a property, with what to write instead; undefined where it fits. */
export const valueFault = (
  property: Property,
  value: unknown,
  known: KnownOfPractice,
): string | undefined => {
  const { names, what } = recordsOf(property, known);
  if (names && typeof value === 'string' && !names.includes(value)) {
    const near = nearestWord(value, names);
    return `This is not ${what}. ${near ? `The nearest is ${near}` : `Write ${listed(names) || 'none: there is none yet'}`}`;
  }
  const { success, error } = property.schema.safeParse(value);
  if (success) return typeof value === 'string' ? carriedFault(property, value) : undefined;
  const [issue] = error.issues;
  const said = issue?.code === 'invalid_format' || issue?.code === 'custom' ? `${issue.message}. ` : '';
  return `This does not fit ${property.path}. ${said}${whatToWrite(property)}`;
};
