import type { CompiledLoop } from '../compiled/compiled-guide.ts';
import { countsOf, emptyFrame, type Frame } from './frame.ts';

/** How deep loops nest in any guide, with room. */
const depthLimit = 12;

/** The open loops of a set, one within the other; the set itself is the outermost. Their frames are used again. */
export class OpenLoops {
  innermost: Frame;
  depth = 0;
  private readonly frames: readonly Frame[];
  private readonly counts: readonly Uint32Array[];

  constructor(root: CompiledLoop) {
    this.counts = countsOf(root, []);
    this.frames = Array.from({ length: depthLimit }, () => emptyFrame(root));
    this.innermost = emptyFrame(root);
  }

  /** Opens a loop within the innermost; `start` is where it begins in the scanner's text. */
  enter(loop: CompiledLoop, start: number): Frame {
    const frame = this.frames[this.depth] as Frame; // no guide nests as deep as there are frames
    frame.loop = loop;
    frame.counts = this.counts[loop.number] as Uint32Array; // one for each occurrence of a loop
    frame.last = 0;
    frame.latest = 0;
    frame.form = undefined;
    frame.broken = false;
    frame.handedOver = false;
    frame.isExtra = false;
    frame.isUnopened = false;
    frame.start = start;
    frame.hierarchyId = this.innermost.hierarchyId;
    this.innermost = frame;
    this.depth += 1;
    return frame;
  }

  /** Leaves the innermost loop, which stands in another one. */
  leave(): void {
    this.depth -= 1;
    this.innermost = this.frames[this.depth - 1] as Frame; // depth never leaves the frames
  }

  /** A loop around the innermost, so many levels up. */
  above(up: number): Frame {
    return this.frames[this.depth - 1 - up] as Frame; // as above
  }

  /** The objects of the open loops, the set's own first. */
  readonly values = (): readonly object[] => {
    const values = new Array<object>(this.depth);
    for (let depth = 0; depth < this.depth; depth += 1) values[depth] = (this.frames[depth] as Frame).value;
    return values;
  };

  /** Whether a loop within the set cannot be read. */
  areBroken(): boolean {
    for (let depth = 1; depth < this.depth; depth += 1) if ((this.frames[depth] as Frame).broken) return true;
    return false;
  }

  /** Notes that a unit in them was handed over, so that none of them is one whole object any more. */
  handOver(): void {
    for (let depth = 0; depth < this.depth; depth += 1) (this.frames[depth] as Frame).handedOver = true;
  }
}
