import type { DepositMethod } from '../../domain/ledger/deposit.ts';

/**
 * What a type code of a detail record (16) says. BAI2 numbers credits 100 to 399, debits 400 to 699, loans 700 to 799;
 * of a bank's own codes 920 to 959 are credits and 960 to 999 debits (BAI, Cash Management Balance Reporting, version
 * 2, appendix A).
 */
export type EntryKind = 'credit' | 'debit' | 'total' | 'information';

const ranges: readonly (readonly [first: number, last: number, kind: EntryKind])[] = [
  [100, 399, 'credit'],
  [400, 699, 'debit'],
  [920, 959, 'credit'],
  [960, 999, 'debit'],
];

/** Sums of credits, which the standard allows in summaries (03) alone: as a detail they would count money twice. */
const totals: ReadonlySet<number> = new Set([
  100, 101, 105, 106, 107, 109, 110, 120, 130, 131, 140, 146, 150, 160, 162, 163, 167, 170, 178, 180, 182,
  185, 186, 188, 190, 200, 205, 207, 210, 215, 230, 231, 239, 245, 250, 251, 256, 260, 270, 271, 274, 280,
  285, 294, 302, 303, 304, 305, 307, 309, 310, 315, 316, 318, 319, 320, 321, 324, 325, 326, 327, 328, 329,
  330, 332, 336, 338, 340, 341, 343, 350, 352, 355, 356, 360, 361, 370, 385, 389, 390, 394,
]);

export const kindOf = (typeCode: string): EntryKind => {
  const number = Number(typeCode);
  if (totals.has(number)) return 'total';
  return ranges.find(([first, last]) => number >= first && number <= last)?.[2] ?? 'information';
};

/** Items of a deposit by the code of the deposit that holds them, which a bank tells of beside its items. */
const wholes: Readonly<Record<string, string>> = {
  '116': '115', // lockbox deposit
  '136': '135', // concentration
  '143': '142', // ACH deposit
  '156': '155', // preauthorized deposit
  '345': '342', // broker deposit
};

/** The code of the deposit that an entry is an item of; undefined for what is no item. */
export const wholeOf = (typeCode: string): string | undefined => wholes[typeCode];

const methods: readonly (readonly [DepositMethod, ReadonlySet<number>])[] = [
  ['ACH', new Set([142, 143, 145, 164, 165, 166, 168, 169])],
  ['CHK', new Set([115, 116, 171, 173, 175, 176, 184, 187, 301])],
  ['FWT', new Set([191, 195, 196, 208])],
];

/** How the money came, where the code says so. */
export const methodOf = (typeCode: string): DepositMethod | undefined =>
  methods.find(([, codes]) => codes.has(Number(typeCode)))?.[0];
