import type { CalendarDate } from '../../domain/calendar.ts';
import type { Address, Person } from '../../domain/party.ts';
import { type Cents, toDollars } from '../../edi/money.ts';
import { spelled } from '../837p/wire-text.ts';
import { type Filled, put } from './form-entry.ts';
import type { DateField } from './grid.ts';

/** Names and addresses as the form takes them: capitals, no punctuation but the hyphen and a fraction's slash. */
export const formWords = (text: string): string =>
  spelled(text)
    .toUpperCase()
    .replace(/&/g, ' AND ')
    .replace(/\.(?=[A-Z0-9]{2})/g, ' ')
    .replace(/['.]/g, '')
    .replace(/(?<!\d)\/|\/(?!\d)/g, ' ')
    .replace(/[^A-Z0-9\-/]+/g, ' ')
    .trim();

/** Prose of a note: capitals on one line; signs stay, for numbers mean nothing without them. */
export const formProse = (text: string): string => formValue(text).replace(/ +/g, ' ');

/** A code or number in capitals, as it stands on the card; signs that nobody can print are spaces. */
export const formValue = (text: string): string =>
  spelled(text)
    .toUpperCase()
    .replace(/[^ -~]/g, ' ')
    .trim();

/** A number without spaces and hyphens, as boxes 9a, 11 and 23 are to have it. */
export const formNumber = (text: string): string => formValue(text).replace(/[\s-]/g, '');

/** Boxes 2, 4 and 9: last name and its suffix, first name, middle initial. */
export const personName = ({ lastName, suffix, firstName, middleName }: Person): string =>
  formWords([lastName, suffix, firstName, middleName?.charAt(0)].filter(Boolean).join(' '));

/** Boxes 17 and 33: first name, middle initial, last name and its suffix. */
export const signedName = ({ firstName, middleName, lastName, suffix }: Person): string =>
  formWords([firstName, middleName?.charAt(0), lastName, suffix].filter(Boolean).join(' '));

export const streetOf = ({ line1, line2 }: Address): string => formWords([line1, line2 ?? ''].join(' '));

/** A ZIP code of nine digits has its hyphen. */
export const postalCodeOf = ({ postalCode }: Address): string =>
  postalCode.length > 5 ? `${postalCode.slice(0, 5)}-${postalCode.slice(5)}` : postalCode;

export const cityLine = (address: Address): string =>
  `${formWords(address.city)} ${address.state} ${postalCodeOf(address)}`;

/** Dollars and cents apart, without a point. */
export const formAmount = (amount: Cents): string => toDollars(amount).replace('.', ' ');

/** A date in its three fields; a year of two digits where the field has room for no more. */
export const putDate = ({ month, day, year }: DateField, date: CalendarDate | undefined): Filled => {
  if (date === undefined) return [];
  return [
    ...put(month, date.slice(5, 7)),
    ...put(day, date.slice(8, 10)),
    ...put(year, date.slice(4 - year.length, 4)),
  ];
};
