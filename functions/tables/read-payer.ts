import type { Payer } from '../domain/payer.ts';

/** What reading a table goes by. */
export type TableReading = {
  /** The last year that a date of birth may have. */
  readonly thisYear: number;
  readonly payers: readonly Pick<Payer, 'payerId' | 'name'>[];
};

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The practice's payer of a name or an id, however it is written; undefined for none of its payers. */
export const readPayer = (cell: string, { payers }: TableReading): string | undefined =>
  (
    payers.find(({ payerId }) => payerId === cell.trim()) ??
    payers.find(({ payerId, name }) => [plain(payerId), plain(name)].includes(plain(cell)))
  )?.payerId;

/** No contract is known of a payer that a row names. */
export const unknownPayer = 'The practice has no contract with this payer';
