import { isBai2, readBai2 } from './bai2/read-bai2.ts';
import type { BankFile } from './bank-file.ts';
import { readCsv } from './csv/read-csv.ts';

/** Reads a statement of a bank, whichever of the two formats it is in: BAI2 begins with a record 01. */
export const readBankFile = (content: Uint8Array): BankFile => {
  const text = decode(content);
  return isBai2(text) ? readBai2(text) : readCsv(text);
};

/** Spreadsheets still write the code page of Windows, in which no byte is wrong. */
const decode = (content: Uint8Array): string => {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1252').decode(content);
  }
};
