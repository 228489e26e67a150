import { z } from 'zod';
import { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { present } from '../../functions/domain/visit/schema-places.ts';
import { ruleOf } from '../../functions/intake/registration/rule-of-field.ts';

type JsonSchema = Record<string, unknown>;

/** Neither begins nor ends with white space, and is not empty. */
const trimmed = '^\\S(?:[\\s\\S]*\\S)?$';

/** A field as intake holds it: what JSON Schema can say of the rules of its kind. */
const asIntakeHolds = (schema: z.ZodType, json: JsonSchema): void => {
  delete json.kind;
  const rule = ruleOf(present(schema).schema);
  if (json.type === 'string' && json.enum === undefined && json.format === undefined) {
    json.minLength ??= 1;
    json.pattern = rule?.pattern?.source ?? trimmed;
    if (rule?.pattern && !isTight(rule.pattern)) json.allOf = [{ pattern: trimmed }];
  }
  if (json.format === 'date') json.allOf = [{ pattern: rule?.pattern?.source }];
  if (json.type === 'integer' || json.type === 'number') json.maximum = rule?.most ?? json.maximum;
};

/** Whether a pattern takes no white space, so that nothing has to be said about where it stands. */
const isTight = (pattern: RegExp): boolean => !pattern.test(' a');

/**
 * The JSON Schema of `encounter.json`. What it cannot say intake checks alone: check digits, days and other fields that
 * contradict one another, names that are none, decimals.
 */
export const encounterSchema = (): JsonSchema => {
  const { $schema, ...schema } = z.toJSONSchema(EncounterRegistration, {
    io: 'input',
    // Zod hands over its core types, of which ours are the classic ones.
    override: ({ zodSchema, jsonSchema }) =>
      asIntakeHolds(zodSchema as unknown as z.ZodType, jsonSchema as JsonSchema),
  });
  return {
    $schema,
    title: 'encounter.json, version 2',
    description:
      'What a clinic registers for a visit. Days are YYYY-MM-DD, money is whole cents; X12 places of the 837P (005010X222A1) stand in parentheses.',
    ...schema,
  };
};
