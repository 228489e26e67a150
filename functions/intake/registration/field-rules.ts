import { isState } from '../../../codesets/states.ts';
import type { FieldKind } from '../../domain/field.ts';
import { appointmentIdPattern } from '../../domain/ids.ts';
import { isNpi } from '../../edi/npi.ts';
import { plainCharacters, uncarriedSigns, withoutDelimiters } from '../../edi/text/carried-text.ts';
import { reportTypes } from '../../edi/x837p/claim-segments.ts';

/** What a field of a clinic's file is held to, beyond what records are; a sentence says what to write instead. */
export type FieldRule = {
  readonly write: string;
  /** What something else in its place is called. */
  readonly fault?: string;
  /** For texts; JSON Schema says it, too. */
  readonly pattern?: RegExp;
  /** What no pattern can say. */
  readonly holds?: (value: string) => boolean;
  /** For numbers: so many decimals at most. */
  readonly decimals?: number;
  readonly most?: number;
};

const signs = uncarriedSigns.join(' ');

const hasLetter = /\p{L}/u;
/** Signs that nobody can spell in plain letters: emoji, invisible and private characters. */
const unspelled = /[\p{Emoji_Presentation}\p{Cc}\p{Cf}\p{Co}\p{Cn}\ufffd]/u;

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) &&
  !/^(?:AA|EU|EZ|Q[M-Z]|UN|X[A-Z]|ZZ)$/.test(code) &&
  regions.of(code) !== undefined;

export const fieldRules: Record<FieldKind, FieldRule> = {
  name: {
    fault: 'A name cannot be sent like this.',
    write: `Write words and names without ${signs} and without signs such as emoji`,
    pattern: withoutDelimiters,
    holds: (text) => !unspelled.test(text) && hasLetter.test(text),
  },
  line: {
    fault: 'An address cannot be sent like this.',
    write: `Write a line of the address without ${signs} and without signs such as emoji`,
    pattern: withoutDelimiters,
    holds: (text) => !unspelled.test(text) && /[\p{L}\d]/u.test(text),
  },
  prose: {
    write: 'Write a sentence in plain words on one line, without signs such as emoji',
    holds: (text) => !unspelled.test(text),
  },
  number: {
    fault: 'This number cannot be sent as it is.',
    write: `Write the number as it was given, in plain letters and digits, without ${signs}: a payer’s file cannot carry these`,
    pattern: plainCharacters,
    holds: (text) => /[A-Za-z0-9]/.test(text),
  },
  'patient-id': {
    fault: 'The number of a patient is not written like this.',
    write: 'Write the practice’s number of the patient: 1 to 36 letters, digits and hyphens',
    pattern: /^[A-Za-z0-9-]{1,36}$/,
    holds: (text) => /[A-Za-z0-9]/.test(text),
  },
  'appointment-id': {
    fault: 'The id of an appointment is not written like this.',
    write:
      'Write the id of the appointment: 1 to 64 letters, digits, dots, hyphens and underscores, the first one a letter or a digit',
    pattern: appointmentIdPattern,
  },
  'payer-id': {
    write: 'Write the id of the payer as payers.json of the practice has it, such as northwind',
    pattern: plainCharacters,
  },
  npi: {
    fault: 'This is no NPI, or a digit of it is wrong.',
    write:
      'Write the NPI: ten digits, the first one 1 or 2, the last one the check digit. Compare it with the NPI registry; a digit may be mistyped',
    pattern: /^[12]\d{9}$/,
    holds: isNpi,
  },
  taxonomy: {
    fault: 'This is no taxonomy code.',
    write: 'Write the ten characters of the taxonomy code, the last one X, such as 207Q00000X',
    pattern: /^[0-9]{3}[0-9A-Z]{6}X$/,
  },
  state: {
    fault: 'There is no such state.',
    write: 'Write the state as the US Postal Service does, in two capital letters, such as OH',
    pattern: /^[A-Z]{2}$/,
    holds: isState,
  },
  'postal-code': {
    fault: 'This is no ZIP code.',
    write: 'Write five or nine digits without a hyphen, such as 43099',
    pattern: /^(?!00000)\d{5}(\d{4})?$/,
  },
  country: {
    fault: 'There is no such country.',
    write: 'Write the country in two capital letters of ISO 3166, such as CA',
    pattern: /^[A-Z]{2}$/,
    holds: isCountry,
  },
  phone: {
    fault: 'This is no telephone number.',
    write:
      'Write ten digits with the area code, without +1, spaces or hyphens, such as 4405550188; neither area code nor exchange begins with 0 or 1',
    pattern: /^[2-9]\d{2}[2-9]\d{6}$/,
  },
  'place-of-service': {
    fault: 'This is no place of service.',
    write: 'Write the two digits of the place of service, such as "11" for the office',
    pattern: /^(?!00)\d{2}$/,
  },
  procedure: {
    fault: 'This is no CPT or HCPCS code.',
    write: 'Write the five characters of a CPT or HCPCS code, without modifiers, such as 99213 or J1885',
    pattern: /^(?:\d{5}|\d{4}[AFMTU]|[A-V]\d{4})$/,
  },
  modifier: {
    fault: 'This is no modifier.',
    write: 'Write each modifier as two capital letters or digits, such as 25 or RT',
    pattern: /^[A-Z0-9]{2}$/,
  },
  condition: {
    write: 'Write the condition code of the NUBC in two capital letters or digits, such as 17',
    pattern: /^[0-9A-Z]{2}$/,
  },
  'report-type': {
    fault: 'A payer’s file knows no such kind of document.',
    write: `Write what the document is in two capital letters or digits, such as OZ: ${reportTypes}`,
    pattern: new RegExp(`^(?:${reportTypes.replaceAll(' ', '|')})$`),
  },
  clia: {
    fault: 'This is no CLIA number.',
    write: 'Write the CLIA number: two digits, D and seven digits, such as 36D0987654',
    pattern: /^\d{2}D\d{7}$/,
  },
  ndc: {
    fault: 'This is no NDC of eleven digits.',
    write:
      'Write the eleven digits of the NDC without hyphens, 5-4-2: a shorter part of the label gets a zero in front, 0409-1273-32 is 00409127332',
    pattern: /^(?!0+$)\d{11}$/,
  },
  cents: {
    write:
      'Write whole cents as a number without quotation marks, such as 2500 for $25.00; none are negative',
    most: 9_999_999_999,
  },
  count: { write: 'Write a whole number without quotation marks, such as 45' },
  decimal: {
    write: 'Write a number above zero without quotation marks, with three decimals at most, such as 0.5',
    decimals: 3,
  },
};

export const dateRule: FieldRule = {
  write: 'Write the date as year, month and day, YYYY-MM-DD, such as 2026-03-02',
  pattern: /^(?:19|20)\d{2}-\d{2}-\d{2}$/,
};
