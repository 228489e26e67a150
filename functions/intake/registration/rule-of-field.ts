import type { z } from 'zod';
import { fieldKindOf } from '../../domain/field.ts';
import { isDate } from '../../domain/visit/schema-places.ts';
import { dateRule, type FieldRule, fieldRules } from './field-rules.ts';

/** What a field is held to, by its kind. */
export const ruleOf = (schema: z.ZodType): FieldRule | undefined => {
  const kind = fieldKindOf(schema);
  if (kind !== undefined) return fieldRules[kind];
  return isDate(schema) ? dateRule : undefined;
};
