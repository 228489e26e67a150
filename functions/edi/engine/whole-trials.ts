import type { CompiledLoop } from '../compiled/compiled-guide.ts';

/**
 * So many occurrences of a loop are read segment by segment: making its function takes longer than that, and a process
 * that reads one small file never needs it.
 */
const seldom = 16;

/** After so many refusals in a row a loop is tried at one go every 63rd time. */
const patienceLimit = 6;

/** Which loops of a set are worth trying to read at one go, by how that went before. */
export class WholeTrials {
  private readonly refusals: Uint8Array; // by loop, how often in a row it could not be read so
  private readonly patience: Uint8Array; // by loop, how often not to try that

  constructor(loops: number) {
    this.refusals = new Uint8Array(loops);
    this.patience = new Uint8Array(loops);
  }

  isDue(loop: CompiledLoop): boolean {
    if (!loop.isWhole) return false;
    if (loop.occurrences < seldom) {
      loop.occurrences += 1;
      return false;
    }
    const patience = this.patience[loop.number] as number; // one for each occurrence of a loop
    if (patience > 0) this.patience[loop.number] = patience - 1;
    return patience === 0;
  }

  succeed({ number }: CompiledLoop): void {
    this.refusals[number] = 0;
  }

  /** The oftener a loop refuses to be read at one go, the less often that is tried. */
  refuse({ number }: CompiledLoop): void {
    const refusals = Math.min((this.refusals[number] as number) + 1, patienceLimit);
    this.refusals[number] = refusals;
    this.patience[number] = (1 << refusals) - 2;
  }
}
