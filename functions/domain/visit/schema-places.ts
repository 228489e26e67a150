import type { z } from 'zod';

/** What of zod's schemas is looked into here: shapes, entries, and what may be left out. */
type Definition = {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly format?: string;
};

/** Zod types the definition of a schema by the schema's own class, which a walk over all of them does not know. */
const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

/** A field of the schema: what it is once it is there, and whether it may be left out. */
export type Place = { readonly schema: z.ZodType; readonly isOptional: boolean };

/** What a schema is once something is there. */
export const present = (schema: z.ZodType): Place => {
  const { type, innerType } = definitionOf(schema);
  if (innerType === undefined || (type !== 'optional' && type !== 'default'))
    return { schema, isOptional: false };
  return { ...present(innerType), isOptional: true };
};

/** What zod calls the type: string, number, boolean, enum, array, object. */
export const typeOf = (schema: z.ZodType): string => definitionOf(schema).type;

/** The fields of an object; none of anything else. */
export const fieldsOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  definitionOf(schema).shape ?? {};

/** A field of an object by its name; what every object has by its nature is none. */
export const fieldAt = (schema: z.ZodType, name: string): z.ZodType | undefined => {
  const fields = fieldsOf(schema);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
};

/** What a list holds. */
export const entryOf = (schema: z.ZodType): z.ZodType | undefined => definitionOf(schema).element;

/** The values that a field may have, where they are listed. */
export const choicesOf = (schema: z.ZodType): readonly string[] => {
  const { entries, options = [], values = [] } = definitionOf(schema);
  return [...Object.values(entries ?? {}), ...values.map(String), ...options.flatMap(choicesOf)];
};

/** The place of the schema to which a path leads. */
export const placeAt = (schema: z.ZodType, path: readonly PropertyKey[]): Place | undefined => {
  let place: Place | undefined = present(schema);
  for (const step of path) {
    const inner = typeof step === 'number' ? entryOf(place.schema) : fieldAt(place.schema, String(step));
    if (inner === undefined) return undefined;
    place = present(inner);
  }
  return place;
};

/** What stands in a record at the end of a path; undefined where the path leads nowhere. */
export const valueAt = (record: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (held, name) =>
      typeof held === 'object' && held !== null && Object.hasOwn(held, name)
        ? Reflect.get(held, name)
        : undefined,
    record,
  );

/** Whether a text is a calendar date. */
export const isDate = (schema: z.ZodType): boolean => definitionOf(schema).format === 'date';

/** A value of a registration with its place in the schema. */
export type Leaf = {
  readonly path: readonly PropertyKey[];
  readonly schema: z.ZodType;
  readonly value: unknown;
};

/** All values of a registration for which the schema has a place: texts and numbers, not what holds them. */
export const leavesOf = (schema: z.ZodType, value: unknown, path: readonly PropertyKey[] = []): Leaf[] => {
  const entry = entryOf(schema);
  if (entry !== undefined && Array.isArray(value))
    return value.flatMap((one, at) => leavesOf(present(entry).schema, one, [...path, at]));
  if (typeof value !== 'object' || value === null) return [{ path, schema, value }];
  return Object.entries(fieldsOf(schema)).flatMap(([name, field]) =>
    Object.hasOwn(value, name)
      ? leavesOf(present(field).schema, Reflect.get(value, name), [...path, name])
      : [],
  );
};
