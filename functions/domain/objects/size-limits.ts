/** An object that has more bytes than its reader takes: nothing of it was kept in memory but how it begins. */
export type Oversized = { readonly bytes: number; readonly beginning: Uint8Array };

const megabyte = 1024 * 1024;

/**
 * What a file of a clinic may have: beyond it nothing is read. A scanned note of a hundred pages has some 20 MB.
 */
export const mostFileBytes = 50 * megabyte;

/** What the documents of a visit may say together, in bytes of UTF-8: some eighty pages. */
export const mostTextBytes = 256 * 1024;

/** What HTML, a clinical document or rich text may have for its text and all that a reader does not see. */
export const mostMarkupBytes = 5 * megabyte;

/** A statement of a bank: a line of it has some hundred bytes, and a practice some credits a day. */
export const mostStatementBytes = 10 * megabyte;

/** A file of a payer: 835s of fifty thousand claims stay below it. */
export const mostPartnerFileBytes = 50 * megabyte;

/** Bytes as people read them, rounded up, so that what is over a limit never reads as the limit. */
export const inWords = (bytes: number): string => {
  const [unit, name] = bytes < megabyte ? [1024, 'KB'] : [megabyte, 'MB'];
  return `${Math.ceil(bytes / unit)} ${name}`;
};

/** Whether of an object only this is known. */
export const isOversized = (read: Uint8Array | string | Oversized): read is Oversized =>
  typeof read === 'object' && 'beginning' in read;
