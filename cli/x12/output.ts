import { once } from 'node:events';

/** Text for the standard output that is written now and then, so that a slow pipe slows the reading down. */
export class Output {
  private pending: string[] = [];

  print(text: string): void {
    this.pending.push(text);
  }

  readonly flush = async (): Promise<void> => {
    const text = this.pending.join('');
    this.pending = [];
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  };
}

/** A reader that has seen enough, such as `head`, closes the pipe: no error of ours. */
export const endWithPipe = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
};
