import { z } from 'zod';
import { mostCents } from '../edi/money.ts';

/**
 * What a field of a registration holds. Schemas of records say it, and read whatever a record says; intake holds what a
 * clinic sends to the rules of the kind (`intake/registration/field-rules.ts`).
 */
export type FieldKind =
  | 'name'
  | 'line'
  | 'prose'
  | 'number'
  | 'patient-id'
  | 'appointment-id'
  | 'payer-id'
  | 'npi'
  | 'taxonomy'
  | 'state'
  | 'postal-code'
  | 'country'
  | 'phone'
  | 'place-of-service'
  | 'procedure'
  | 'modifier'
  | 'condition'
  | 'report-type'
  | 'clia'
  | 'ndc'
  | 'cents'
  | 'count'
  | 'decimal';

/** Says of a schema which kind of field it is. */
export const ofKind = <S extends z.ZodType>(kind: FieldKind, schema: S): S => schema.meta({ kind });

/** The kind that `ofKind` wrote, and nobody else writes: zod keeps metadata of any sort. */
export const fieldKindOf = (schema: z.ZodType): FieldKind | undefined =>
  schema.meta()?.kind as FieldKind | undefined;

/** Names a schema that stands in several places, so that a JSON Schema says it once. */
export const called = <S extends z.ZodType>(id: string, schema: S): S => schema.meta({ id });

/** A name of somebody or something: letters of other alphabets are spelled when it is sent. */
export const name = (most: number) => ofKind('name', z.string().min(1).max(most));

/** A number or id as somebody gave it: a payer, an insurer, a pharmacy. */
export const number = (most: number, least = 1) => ofKind('number', z.string().min(least).max(most));

/** A sentence or some words; what X12 has no room for is spelled otherwise when it is sent. */
export const prose = (most: number) => ofKind('prose', z.string().min(1).max(most));

/** Whole cents. */
export const wholeCents = ofKind('cents', z.int().min(0).max(mostCents));

/**
 * When a rule between fields is asked: whenever these are sound, also where others of the object are not, so that all
 * that is wrong is told at once.
 */
export const whenSound =
  (...fields: readonly string[]) =>
  ({ value, issues }: z.core.ParsePayload): boolean =>
    typeof value === 'object' &&
    value !== null &&
    !issues.some(({ path = [] }) => path.length === 0 || fields.includes(String(path[0])));
