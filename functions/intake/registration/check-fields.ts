import type { z } from 'zod';
import type { Finding } from '../../domain/finding.ts';
import { type Leaf, leavesOf } from '../../domain/visit/schema-places.ts';
import type { FieldRule } from './field-rules.ts';
import { pathOf } from './issues-in-words.ts';
import { ruleOf } from './rule-of-field.ts';

/** What a clinic's fields break of the rules of their kinds, which records that are there already are not held to. */
export const checkFields = (schema: z.ZodType, root: unknown): readonly Finding[] =>
  leavesOf(schema, root).flatMap((leaf) => {
    const detail = faultOf(leaf);
    return detail === undefined ? [] : [{ code: 'field', path: pathOf(leaf.path), detail }];
  });

const faultOf = ({ schema, value }: Leaf): string | undefined => {
  const rule = ruleOf(schema);
  if (typeof value === 'string') return textFault(value, rule);
  return typeof value === 'number' && rule ? numberFault(value, rule) : undefined;
};

const textFault = (text: string, rule: FieldRule | undefined): string | undefined => {
  if (text.trim() === '') return 'This is empty. Leave the field out, or write what belongs here.';
  if (text.trim() !== text) return 'Spaces stand before or behind this: take them out.';
  if (rule === undefined) return undefined;
  const fits = (rule.pattern?.test(text) ?? true) && (rule.holds?.(text) ?? true);
  return fits ? undefined : `${rule.fault ?? 'This cannot be right.'} ${rule.write}`;
};

const numberFault = (value: number, { decimals, most, write }: FieldRule): string | undefined => {
  if (decimals !== undefined && Math.abs(value * 10 ** decimals - Math.round(value * 10 ** decimals)) > 1e-6)
    return `This has more than ${decimals} decimals. ${write}`;
  return most !== undefined && value > most ? `This is more than a claim can say. ${write}` : undefined;
};
