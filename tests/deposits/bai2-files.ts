/** An account of an invented statement: its lines between 03 and 49, whose control total is reckoned here. */
export type AccountLines = {
  readonly header?: string;
  readonly lines: readonly string[];
  readonly total: number;
};

const day = '261012';

/** A statement in BAI2 that adds up: `total` of an account is the sum of all amounts in its lines, in cents. */
export const bai2File = (
  accounts: readonly AccountLines[],
  { asOf = day, currency = 'USD', status = '1', modifier = '2' } = {},
): string => {
  const blocks = accounts.map(({ header = '03,0004567891234,,010,0,,/', lines, total }) => {
    const inner = [header, ...lines];
    return [...inner, `49,${total},${inner.length + 1}/`];
  });
  const total = accounts.reduce((sum, account) => sum + account.total, 0);
  const group = blocks.flat();
  return [
    '01,021000021,MAPLE01,261013,0615,1,,,2/',
    `02,MAPLE01,021000021,${status},${asOf},2359,${currency},${modifier}/`,
    ...group,
    `98,${total},${accounts.length},${group.length + 2}/`,
    `99,${total},1,${group.length + 4}/`,
  ].join('\r\n');
};
