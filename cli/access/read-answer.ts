import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

export type Terminal = {
  /** Asks on the error channel, so that the output is what the command prints alone; what is secret is not shown. */
  readonly ask: (question: string, isSecret?: boolean) => Promise<string>;
  readonly close: () => void;
};

/** Questions at the terminal; a program may write the answers into the input, a line each. */
export const openTerminal = (): Terminal => {
  let isMuted = false;
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isMuted) process.stderr.write(chunk);
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  const lines = reader[Symbol.asyncIterator]();
  const ask = async (question: string, isSecret = false): Promise<string> => {
    process.stderr.write(`${question}: `);
    isMuted = isSecret;
    const { value = '' } = await lines.next();
    isMuted = false;
    if (isSecret) process.stderr.write('\n');
    return value.trim();
  };
  return { ask, close: () => reader.close() };
};
