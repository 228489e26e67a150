import { everyField } from './every-field.ts';

/** What a file is, a path or nothing that has to be named, and words of the finding: where, and what to do. */
export type MalformedFile = readonly [title: string, body: Uint8Array, path: string, ...says: string[]];

const text = JSON.stringify(everyField, undefined, 2);
const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);

const file = (title: string, content: string, path: string, ...says: string[]): MalformedFile => [
  title,
  utf8(content),
  path,
  ...says,
];

/** The file with one place of it changed; the place has to be there. */
const edited = (from: string, to: string): string => {
  if (!text.includes(from)) throw new TypeError(`The file has no ${from}`);
  return text.replace(from, to);
};

const utf16 = (content: string, mark: boolean): Uint8Array =>
  new Uint8Array(Buffer.from(`${mark ? '\ufeff' : ''}${content}`, 'utf16le'));

const swapped = (bytes: Uint8Array): Uint8Array => new Uint8Array(Buffer.from(bytes).swap16());

/** Files that are no JSON, or not as a registration is sent. */
export const malformedFiles: readonly MalformedFile[] = [
  file('is empty', '', '', 'The file is empty'),
  file('is white space', ' \n\t ', '', 'The file is empty'),
  file('is a word', 'registration', '', 'line 1'),
  file('is a list', `[${text}]`, '', 'braces'),
  file('is null', 'null', '', 'null', 'braces'),
  file('is a text', '"E1014"', '', 'braces'),
  file('is a number', '42', '', 'braces'),
  file('is an empty list', '[]', '', 'braces'),
  file('ends in the middle', text.slice(0, 400), '', 'line '),
  file(
    'ends before the last bracket',
    text.trimEnd().slice(0, -1),
    '',
    'ends in the middle',
    'upload it again',
  ),
  file(
    'ends in a text',
    text.slice(0, text.indexOf('Okafor') + 3),
    '',
    'line 4, column 21',
    'closing quotation mark',
  ),
  file(
    'has a comma before a bracket',
    edited('"version": 2,', '"version": 2,,'),
    '',
    'line 2, column 16',
    'comma too many',
  ),
  file(
    'has a comma after the last field',
    `${text.trimEnd().slice(0, -2)},\n}`,
    '',
    'comma too many before the bracket',
  ),
  file('lacks a comma', edited('"version": 2,', '"version": 2'), '', 'line 3', 'comma is missing'),
  file(
    'lacks a colon',
    edited('"lastName": "Okafor"', '"lastName" "Okafor"'),
    '',
    'line 4, column 16',
    'colon',
  ),
  file('lacks a value', edited('"version": 2,', '"version": ,'), 'version', 'line 2', 'value is missing'),
  file(
    'has a comment at the end of a line',
    edited('"version": 2,', '"version": 2, // ours'),
    '',
    'line 2',
    'comments',
  ),
  file(
    'has a comment between stars',
    edited('"version": 2,', '/* ours */ "version": 2,'),
    '',
    'line 2',
    'comments',
  ),
  file('has single quotation marks', edited('"Miriam"', "'Miriam'"), '', 'line 5', 'straight double'),
  file('has curly quotation marks', edited('"Miriam"', '“Miriam”'), '', 'line 5', 'straight double'),
  file(
    'has a name without quotation marks',
    edited('"version"', 'version'),
    '',
    'line 2',
    'around the name of a field',
  ),
  file('has a text without quotation marks', edited('"Miriam"', 'Miriam'), '', 'line 5', 'Quotation marks'),
  file('has a text over two lines', edited('"Miriam"', '"Miri\nam"'), '', 'line 5', 'on its line'),
  file('has a tab in a text', edited('"Miriam"', '"Miri\tam"'), '', 'line 5', 'control character'),
  file('has a backslash in a text', edited('"Miriam"', '"Miri\\am"'), '', 'line 5', 'backslash'),
  file('says True', edited('"homebound": false', '"homebound": False'), '', 'Write false'),
  file('says None', edited('"homebound": false', '"homebound": None'), '', 'Write null'),
  file('says undefined', edited('"patientPaid": 2500', '"patientPaid": undefined'), '', 'Write null'),
  file('says NaN', edited('"patientPaid": 2500', '"patientPaid": NaN'), '', 'Write null'),
  file(
    'has a number with a leading zero',
    edited('"patientPaid": 2500', '"patientPaid": 02500'),
    '',
    'leading zeros',
  ),
  file('has a number with a plus', edited('"patientPaid": 2500', '"patientPaid": +2500'), '', 'signs'),
  file(
    'has a field twice',
    edited('"version": 2,', '"version": 2, "version": 1,'),
    'version',
    'line 2, column 17',
    'twice',
  ),
  file(
    'has a field of the patient twice',
    edited('"firstName": "Miriam",', '"firstName": "Miriam", "firstName": "Mary",'),
    'patient.firstName',
    'line 5',
    'twice',
  ),
  file(
    'has a field of a coverage twice',
    edited('"memberId": "NW4410977",', '"memberId": "NW4410977", "memberId": "NW1",'),
    'coverages.0.memberId',
    'twice',
  ),
  file(
    'has a field twice, once by its escaped name',
    edited('"version": 2,', '"version": 2, "v\\u0065rsion": 2,'),
    'version',
    'twice',
  ),
  file('has two documents', `${text}\n${text}`, '', 'second document'),
  file(
    'has two documents in lines',
    `${JSON.stringify(everyField)}\n{}`,
    '',
    'line 2, column 1',
    'second document',
  ),
  file('has words behind it', `${text} end`, '', 'behind'),
  file('has brackets without end', '['.repeat(5000), '', 'without end'),
  file('is a form of the web', 'lastName=Okafor&firstName=Miriam', '', 'line 1'),
  file('is XML', '<?xml version="1.0"?><visit/>', '', 'line 1'),
  file('is a table', 'lastName,firstName\nOkafor,Miriam\n', '', 'line 1'),
  ['is UTF-16 with a mark', utf16(text, true), '', 'UTF-16', 'save it as UTF-8'],
  ['is UTF-16 without a mark', utf16(text, false), '', 'UTF-16', 'save it as UTF-8'],
  ['is UTF-16, the other way round', swapped(utf16(text, true)), '', 'UTF-16', 'save it as UTF-8'],
  [
    'is Latin-1',
    new Uint8Array(Buffer.from(edited('Miriam', 'Miri\u00e4m'), 'latin1')),
    '',
    'line 5, column 23',
    'save it as UTF-8',
  ],
  ['is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '', 'save it as UTF-8'],
  ['is too large', utf8(edited('Seen with an interpreter', 'x'.repeat(300_000))), '', '256 KB'],
  ['has a mark within', utf8(`\ufeff\ufeff${text}`), '', 'line 1'],
];
