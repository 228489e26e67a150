import type { FieldKind } from '../../domain/field.ts';
import { fieldKindOf } from '../../domain/field.ts';
import type { NetChange } from '../../domain/rules/net-change.ts';
import { repairPrefix } from '../../domain/rules/practice-rule.ts';
import { EncounterRegistration } from '../../domain/visit/registration.ts';
import { choicesOf, type Leaf, leavesOf } from '../../domain/visit/schema-places.ts';
import type { FieldRule } from './field-rules.ts';
import { ruleOf } from './rule-of-field.ts';

/** Writes one value in the form that is kept; the same where it has that form, or nobody can say which is meant. */
type Repair = (text: string) => string;

const upperCase: Repair = (text) => text.toUpperCase();

/** A label's ten digits, 4-4-2, 5-3-2 or 5-4-1, are eleven with a zero before the part that is short of one (5-4-2). */
const elevenDigits: Repair = (text) => {
  const parts = /^(\d{4,5})-(\d{3,4})-(\d{1,2})$/.exec(text)?.slice(1);
  if (parts === undefined) return text;
  const short = 11 - parts.join('').length;
  const [labeler = '', product = '', pack = ''] = parts;
  return short > 1 ? text : labeler.padStart(5, '0') + product.padStart(4, '0') + pack.padStart(2, '0');
};

const tenDigits: Repair = (text) => {
  const digits = text.replace(/[ ().+-]/g, '');
  return /^1\d{10}$/.test(digits) ? digits.slice(1) : digits;
};

/** How the fields of a kind are repaired, and what that is called. */
const repairs: Partial<Record<FieldKind, readonly [name: string, repair: Repair]>> = {
  'postal-code': ['zip', (text) => text.replace(/^(\d{5})[- ](\d{4})$/, '$1$2')],
  phone: ['phone', tenDigits],
  ndc: ['ndc', elevenDigits],
  npi: ['npi', (text) => text.replace(/[ -]/g, '')],
  state: ['capitals', upperCase],
  country: ['capitals', upperCase],
  taxonomy: ['capitals', upperCase],
  clia: ['capitals', upperCase],
  procedure: ['capitals', upperCase],
  modifier: ['capitals', upperCase],
  condition: ['capitals', upperCase],
  'report-type': ['capitals', upperCase],
};

/** A Medicare number as its card prints it, 4-3-4. */
const cardNumber = /^([1-9][A-Z][0-9A-Z]\d)-([A-Z][0-9A-Z]\d)-([A-Z]{2}\d{2})$/;
const memberNumber: Repair = (text) => text.toUpperCase().replace(cardNumber, '$1$2$3');

const fits = (text: string, rule: FieldRule | undefined): boolean =>
  (rule?.pattern?.test(text) ?? true) && (rule?.holds?.(text) ?? true);

/** One of listed words, in other capitals. */
const meantChoice = (text: string, choices: readonly string[]): string =>
  choices.find((one) => one.toLowerCase() === text.toLowerCase()) ?? text;

type Repaired = { readonly value: string; readonly names: readonly string[] };

/** A value that does is left as it is, and one that would not do even then, too: who wrote it is told. */
const repaired = ({ path, schema }: Leaf, written: string): Repaired => {
  const trimmed = written.trim();
  if (trimmed === '') return { value: written, names: [] };
  const [kind, choices] = [fieldKindOf(schema), choicesOf(schema)];
  const rule = ruleOf(schema);
  const known = kind === undefined ? undefined : repairs[kind];
  const [name, value] =
    path.at(-1) === 'memberId'
      ? ['member-id', memberNumber(trimmed)]
      : choices.length > 0
        ? ['capitals', meantChoice(trimmed, choices)]
        : [known?.[0] ?? '', fits(trimmed, rule) ? trimmed : (known?.[1](trimmed) ?? trimmed)];
  if (!fits(value, rule)) return { value: written, names: [] };
  const names = [...(trimmed === written ? [] : ['spaces']), ...(value === trimmed ? [] : [name])];
  return { value, names: names.map((one) => repairPrefix + one) };
};

const withLeaf = (value: unknown, [step, ...deeper]: readonly PropertyKey[], leaf: string): unknown => {
  if (step === undefined) return leaf;
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? withLeaf(one, deeper, leaf) : one));
  const inner = Reflect.get(value as object, step);
  return { ...(value as object), [step]: withLeaf(inner, deeper, leaf) };
};

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');

/**
 * Writes what a clinic sent in the form in which it is kept, where its form alone is wrong and leaves no doubt: spaces,
 * capitals, hyphens, a zero that a label leaves out. No day, name, code or amount becomes another one.
 */
export const repairFormats = (
  sent: unknown,
): { readonly value: unknown; readonly repairs: readonly NetChange[] } => {
  let value = sent;
  const changes: NetChange[] = [];
  for (const leaf of leavesOf(EncounterRegistration, sent)) {
    if (typeof leaf.value !== 'string') continue;
    const { value: after, names } = repaired(leaf, leaf.value);
    if (after === leaf.value) continue;
    value = withLeaf(value, leaf.path, after);
    changes.push({ path: `registration${pathOf(leaf.path)}`, before: leaf.value, after, rules: [...names] });
  }
  return { value, repairs: changes };
};
