/** Milliseconds of this thread alone, so that what else the machine does makes no difference. */
export const cost = (work: () => unknown): number => {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
};

const leastCost = (work: () => unknown): number => Math.min(...[1, 2, 3].map(() => cost(work)));

/** Work that grows with its input takes four times as long for four times as much; with its square, sixteen times. */
const mostForFourTimes = 9;

const growsTooFast = (workOn: (length: number) => unknown, length: number, least: number): boolean => {
  if (cost(() => workOn(4 * length)) < least) return false;
  const [once, four] = [leastCost(() => workOn(length)), leastCost(() => workOn(4 * length))];
  return four >= least && four > mostForFourTimes * once;
};

/**
 * Whether work takes far longer than in proportion to the length of its input; what takes less than so many milliseconds
 * says nothing. Three times, each time on longer input: what a busy machine adds to one measurement is not there again.
 */
export const surelyGrowsTooFast: typeof growsTooFast = (workOn, length, least) =>
  [1, 2, 4].every((times) => growsTooFast(workOn, times * length, least));
