/** Where a partner's control numbers come from. */
export type NumberSource = {
  /** Counts on by so many and returns the last of them; two that count at once get different ones. */
  readonly countOn: (partnerId: string, by: number) => Promise<number>;
  /** Marks a number as spent where no record can be brought back; false where it was marked before. */
  readonly spend: (partnerId: string, number: number) => Promise<boolean>;
};

/**
 * A block of so many control numbers of a partner, by its first. Each is spent before anybody writes under it: a counter
 * that was brought back to an earlier instant counts to numbers of files that went out, and passes them by, faster
 * the more of them there are. Whoever leased a block and died has spent it.
 */
export const leaseNumbers = async (
  partnerId: string,
  count: number,
  { countOn, spend }: NumberSource,
): Promise<number> => {
  for (let passed = 0; ; passed = 2 * passed + 1) {
    const first = (await countOn(partnerId, passed + count)) - count + 1;
    if (await isUnspent(partnerId, first, count, spend)) return first;
  }
};

const isUnspent = async (
  partnerId: string,
  first: number,
  count: number,
  spend: NumberSource['spend'],
): Promise<boolean> => {
  for (let number = first; number < first + count; number++)
    if (!(await spend(partnerId, number))) return false;
  return true;
};
