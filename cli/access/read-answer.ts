import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Asks at the terminal, on the error channel, so that the output is the answer alone; what is secret is not shown. */
export const readAnswer = async (question: string, isSecret = false): Promise<string> => {
  let isMuted = false;
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isMuted) process.stderr.write(chunk);
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY });
  const answered = terminal.question(`${question}: `);
  isMuted = isSecret;
  const answer = await answered;
  terminal.close();
  if (isSecret) process.stderr.write('\n');
  return answer.trim();
};
