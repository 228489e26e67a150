import type { DocumentKind } from '../../../functions/documents/reading.ts';

/** An invented patient with a visit, as the documents of the corpus tell of them. */
export type Person = {
  readonly last: string;
  readonly first: string;
  readonly born: string;
  readonly sex: 'M' | 'F';
  readonly id: string;
  readonly member: string;
  readonly day: string;
  readonly npi: string;
};

export const people: readonly Person[] = [
  {
    last: 'Brennan',
    first: 'Walter',
    born: '1961-04-09',
    sex: 'M',
    id: 'MS-10437',
    member: 'NWH204817733',
    day: '2026-03-02',
    npi: '2450100021',
  },
  {
    last: 'Muñoz-Ortega',
    first: 'Inés',
    born: '1988-12-31',
    sex: 'F',
    id: 'MS-20011',
    member: 'W99120044',
    day: '2026-02-28',
    npi: '1234567893',
  },
  {
    last: "O'Keefe",
    first: 'Dara',
    born: '2019-02-01',
    sex: 'F',
    id: '0000417',
    member: 'ABC123456',
    day: '2025-12-30',
    npi: '2450100021',
  },
];

/** A day without its hyphens, as HL7 writes it. */
export const stamp = (day: string): string => day.replaceAll('-', '');

/** A day as forms of this country write it. */
export const slashed = (day: string): string => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1');

export type Sample = {
  readonly kind: DocumentKind;
  readonly bytes: Uint8Array | Promise<Uint8Array>;
  /** Stretches of the text in their order. */
  readonly says: readonly string[];
  /** Facts: by name, and how each begins. */
  readonly facts: readonly (readonly [string, string])[];
  /** Sections that there are. */
  readonly sections?: readonly string[];
  /** Names of facts that the document must not yield, or words of their values. */
  readonly never?: readonly RegExp[];
};

export type Shape = (person: Person) => Sample;

export const identity = ({ last, first, born, sex, id }: Person): readonly (readonly [string, string])[] => [
  ['patient.lastName', last],
  ['patient.firstName', first],
  ['patient.birthDate', born],
  ['patient.sex', sex],
  ['patient.id', id],
];
