const form = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2})0*)?$/;

/** Dollars as a spreadsheet writes them, in whole cents: "$1,234.5" is 123450; undefined for anything else. */
export const readDollars = (cell: string): number | undefined => {
  const match = form.exec(cell.trim());
  const [, dollars, fraction = ''] = match ?? [];
  if (dollars === undefined) return undefined;
  return Number(dollars.replaceAll(',', '')) * 100 + Number(fraction.padEnd(2, '0'));
};
