import type { FormField } from './form-entry.ts';
import { grid, linesPerPage } from './grid.ts';

/** A frame of the preview, from the first line and column to the last, with a label of ours. */
export type Frame = {
  readonly label: string;
  readonly lines: readonly [number, number];
  readonly columns: readonly [number, number];
  readonly labelBelow?: boolean;
};

type Row = readonly [label: string, fromLine: number, toLine: number, fromColumn: number, toColumn: number];

const left: readonly Row[] = [
  ['1 kind of insurance', 7, 8, 1, 49],
  ['2 patient', 9, 10, 1, 29],
  ['3 born, sex', 9, 10, 30, 49],
  ['5 street', 11, 12, 1, 29],
  ['6 patient is insured’s', 11, 12, 30, 49],
  ['5 city', 13, 14, 1, 25],
  ['5 state', 13, 14, 26, 29],
  ['8', 13, 16, 30, 49],
  ['5 ZIP', 15, 16, 1, 13],
  ['5 phone', 15, 16, 14, 29],
  ['9 insured elsewhere', 17, 18, 1, 29],
  ['10 caused by', 17, 18, 30, 49],
  ['9a policy or group', 19, 20, 1, 29],
  ['10a work', 19, 20, 30, 49],
  ['9b', 21, 22, 1, 29],
  ['10b car, state', 21, 22, 30, 49],
  ['9c', 23, 24, 1, 29],
  ['10c other accident', 23, 24, 30, 49],
  ['9d plan', 25, 26, 1, 29],
  ['10d condition codes', 25, 26, 30, 49],
  ['12 patient signs', 27, 29, 1, 49],
  ['14 began, qualifier', 30, 32, 1, 28],
  ['15 other date', 30, 32, 29, 49],
  ['17 sent or ordered by', 33, 34, 1, 29],
  ['17a, 17b NPI', 33, 34, 30, 49],
  ['19 more information', 35, 36, 1, 49],
  ['21 diagnoses A to L', 37, 40, 1, 49],
];

const right: readonly Row[] = [
  ['carrier', 1, 5, 40, 79],
  ['1a member number', 7, 8, 50, 79],
  ['4 insured', 9, 10, 50, 79],
  ['7 street', 11, 12, 50, 79],
  ['7 city', 13, 14, 50, 73],
  ['7 state', 13, 14, 74, 79],
  ['7 ZIP', 15, 16, 50, 62],
  ['7 phone', 15, 16, 63, 79],
  ['11 policy or group', 17, 18, 50, 79],
  ['11a born, sex', 19, 20, 50, 79],
  ['11b other claim number', 21, 22, 50, 79],
  ['11c plan', 23, 24, 50, 79],
  ['11d further plan', 25, 26, 50, 79],
  ['13 insured signs', 27, 29, 50, 79],
  ['16 no work, from and to', 30, 32, 50, 79],
  ['18 hospital, from and to', 33, 34, 50, 79],
  ['20 bought services, cost', 35, 36, 50, 79],
  ['22 resubmission, original number', 37, 38, 50, 79],
  ['23 authorization', 39, 40, 50, 79],
];

const bottom: readonly Row[] = [
  ['25 tax number', 55, 56, 1, 21],
  ['26 account', 55, 56, 22, 36],
  ['27 assignment', 55, 56, 37, 48],
  ['28 total', 55, 56, 49, 60],
  ['29 paid', 55, 56, 61, 70],
  ['30', 55, 56, 71, 79],
  ['31 provider signs', 57, 62, 1, 21],
  ['32 place of service', 57, 60, 22, 48],
  ['33 biller', 57, 60, 49, 79],
];

/** Their text stands on their first line. */
const labelledBelow: readonly Row[] = [
  ['32a NPI', 61, 62, 22, 34],
  ['32b', 61, 62, 35, 48],
  ['33a NPI', 61, 62, 49, 61],
  ['33b', 61, 62, 62, 79],
];

/** The columns of box 24, with their first and last character. */
const serviceColumns: readonly (readonly [label: string, from: number, to: number])[] = [
  ['24A from and to', 1, 18],
  ['B place', 19, 21],
  ['C', 22, 24],
  ['D procedure, modifiers', 25, 44],
  ['E', 45, 48],
  ['F charge', 49, 58],
  ['G units', 59, 62],
  ['H', 63, 64],
  ['I', 65, 67],
  ['J given by', 68, 79],
];

const serviceHeads: readonly Row[] = serviceColumns.map(([label, from, to]) => [label, 41, 42, from, to]);

const serviceRows: readonly Row[] = Array.from({ length: linesPerPage }, (_, at) => 43 + 2 * at).flatMap(
  (line) => serviceColumns.map(([, from, to]): Row => ['', line + 1, line + 1, from, to]),
);

const frameOf = ([label, fromLine, toLine, fromColumn, toColumn]: Row): Frame => ({
  label,
  lines: [fromLine, toLine],
  columns: [fromColumn, toColumn],
});

/** The preview is ours: plain frames with short labels, no copy of the form. */
export const frames: readonly Frame[] = [
  ...[...left, ...right, ...bottom, ...serviceHeads, ...serviceRows].map(frameOf),
  ...labelledBelow.map((row) => ({ ...frameOf(row), labelBelow: true })),
];

/** The halves of the service rows that are for supplements. */
export const shadedLines: readonly number[] = Array.from({ length: linesPerPage }, (_, at) => 43 + 2 * at);

const yesNo = ({ yes, no }: { readonly yes: FormField; readonly no: FormField }) =>
  [
    [yes, 'YES'],
    [no, 'NO'],
  ] as const;

const named = (fields: Readonly<Record<string, FormField>>) =>
  Object.entries(fields).map(([name, field]) => [field, name.toUpperCase()] as const);

/** Boxes to mark, with what a cross says. */
export const crosses: readonly (readonly [field: FormField, label: string])[] = [
  ...named(grid.insuranceKind),
  ...named(grid.patientSex),
  ...named(grid.insuredSex),
  ...named(grid.relationship),
  ...yesNo(grid.employment),
  ...yesNo(grid.autoAccident),
  ...yesNo(grid.otherAccident),
  ...yesNo(grid.anotherPlan),
  ...yesNo(grid.outsideLaboratory),
  ...yesNo(grid.assignment),
  [grid.taxIdKind['social-security'], 'SSN'],
  [grid.taxIdKind.employer, 'EIN'],
];
