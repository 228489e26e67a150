import { afterEach, beforeEach, vi } from 'vitest';

/** Catches what the logger and the metrics write, so that a test can say what must not be in it. */
export const catchLogLines = (): { readonly lines: string[] } => {
  const caught = { lines: [] as string[] };
  const keep = (line: unknown): true => {
    caught.lines.push(String(line));
    return true;
  };
  beforeEach(() => {
    caught.lines.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return caught;
};
