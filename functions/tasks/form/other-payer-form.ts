import type { Finding } from '../../domain/finding.ts';
import type { OtherPayer } from '../../domain/tasks/other-payer.ts';
import { valueAt } from '../../domain/visit/schema-places.ts';

/** The fields by which a form names another payer, each with its place in what is decided. */
export const otherPayerFields = {
  'other.payerId': 'payerId',
  'other.place': 'place',
  'other.memberId': 'memberId',
  'other.groupNumber': 'groupNumber',
  'other.relationship': 'relationship',
  'other.holderLastName': 'policyHolder.lastName',
  'other.holderFirstName': 'policyHolder.firstName',
  'other.holderDateOfBirth': 'policyHolder.dateOfBirth',
  'other.holderGender': 'policyHolder.gender',
  'other.insuranceType': 'insuranceType',
} as const;
export type OtherPayerField = keyof typeof otherPayerFields;

export type OtherPayerTexts = Readonly<Partial<Record<OtherPayerField, string>>>;

// Object.keys forgets the names of the keys.
const fieldNames = Object.keys(otherPayerFields) as OtherPayerField[];

/** The texts of these fields that a form sent. */
export const readOtherPayerFields = (fields: URLSearchParams): OtherPayerTexts =>
  Object.fromEntries(
    fieldNames.flatMap((name) => (fields.has(name) ? [[name, fields.get(name) ?? '']] : [])),
  );

/** The texts of what is suggested, for the page to begin with. */
export const otherPayerTexts = (suggested: OtherPayer | undefined): OtherPayerTexts =>
  Object.fromEntries(
    fieldNames.flatMap((name) => {
      const value = valueAt(suggested, otherPayerFields[name].split('.'));
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

/** What a form says of another payer, unchecked: what is empty is not said. */
export const otherPayerOf = (texts: OtherPayerTexts): Readonly<Record<string, unknown>> => {
  const said = fieldNames.flatMap((name) => {
    const text = normal(name, texts[name]?.trim() ?? '');
    return text === '' ? [] : [[otherPayerFields[name], text] as const];
  });
  const own = said.filter(([path]) => !path.startsWith('policyHolder.'));
  const holder = said
    .filter(([path]) => path.startsWith('policyHolder.'))
    .map(([path, text]) => [path.slice('policyHolder.'.length), text] as const);
  return {
    ...Object.fromEntries(own),
    ...(holder.length > 0 && { policyHolder: Object.fromEntries(holder) }),
  };
};

const normal = (name: OtherPayerField, text: string): string => {
  if (name === 'other.holderGender') return text.toUpperCase();
  return name === 'other.relationship' ? text.toLowerCase() : text;
};

const sentences: Partial<Record<OtherPayerField, string>> = {
  'other.payerId': 'Choose a payer',
  'other.place': 'Choose whether it is billed instead of this payer, first, or after it',
  'other.relationship': 'Write self, spouse, child, employee or other',
  'other.holderDateOfBirth': 'Write the policy holder’s date of birth as 1961-04-09',
  'other.holderGender': 'Write F, M or U for the policy holder',
};

/** A finding on another payer, beside its field and in its words. */
export const atOtherPayerField = (finding: Finding): Finding => {
  const path = finding.path.replace(/^otherPayer\.?/, '');
  const name = fieldNames.find((one) => otherPayerFields[one] === path) ?? fieldOf(path);
  const isLibrarys = /^(Invalid|Too|Expected|Unrecognized|This field)/.test(finding.detail);
  return {
    ...finding,
    path: name,
    detail: isLibrarys ? (sentences[name] ?? 'This does not fit') : finding.detail,
  };
};

const fieldOf = (path: string): OtherPayerField =>
  path.startsWith('policyHolder') ? 'other.holderLastName' : 'other.payerId';
