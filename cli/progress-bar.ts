const width = 30;
const megabyte = 1_000_000;

/** One line of a download: the share of it as a bar, or what has come where the whole is unknown. */
export const progressLine = (name: string, received: number, total: number | undefined): string => {
  const amount = `${(received / megabyte).toFixed(1)} MB`;
  if (total === undefined) return `${name}  ${amount}`;
  const share = Math.min(1, received / total);
  const full = Math.round(share * width);
  return `${name}  ${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.round(share * 100)).padStart(3)} %  ${amount}`;
};

/** Draws progress over itself on a terminal; into a file or pipe it writes nothing. */
export const drawProgress = (name: string, received: number, total: number | undefined): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${progressLine(name, received, total)}`);
};

/** Leaves the last line of progress as it is and goes on below it. */
export const endProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\n');
};
