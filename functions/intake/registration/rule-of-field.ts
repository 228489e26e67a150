import type { z } from 'zod';
import type { FieldKind } from '../../domain/field.ts';
import { isDate } from '../../domain/visit/schema-places.ts';
import { dateRule, type FieldRule, fieldRules } from './field-rules.ts';

/** What a field is held to, by its kind. */
export const ruleOf = (schema: z.ZodType): FieldRule | undefined => {
  // What `ofKind` wrote, and nobody else writes: zod keeps metadata of any sort.
  const kind = schema.meta()?.kind as FieldKind | undefined;
  if (kind !== undefined) return fieldRules[kind];
  return isDate(schema) ? dateRule : undefined;
};
