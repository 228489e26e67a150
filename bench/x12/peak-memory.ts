/**
 * The most memory that this process has held so far, in MB. Linux lets a child's maxRSS begin with what its parent
 * held, so there the process's own high-water mark is read. Needs nothing around it: its text runs in an empty process.
 */
export const peakMemory = (): number => {
  const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
  const status = '/proc/self/status';
  const mark = existsSync(status) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return (mark === undefined ? process.resourceUsage().maxRSS : Number(mark)) / 1024;
};
