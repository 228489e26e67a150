import { levelPlace } from '../compiled/source-form.ts';
import type { Scanner } from '../text/scanner.ts';
import { type Form, type Frame, formUntilHere } from './frame.ts';

/**
 * Keeps how loops stood where that is not what we would write. In a stream, whose units are handed over, the loops
 * around them are never written, and what stood in those must not fill the memory.
 */
export class FormKeeping {
  private readonly scanner: Scanner;
  private readonly isStream: boolean;

  constructor(scanner: Scanner, isStream: boolean) {
    this.scanner = scanner;
    this.isStream = isStream;
  }

  /** The form of a loop, kept from now on; one that nobody keeps where it must not be. */
  formOf(frame: Frame): Form {
    if (this.isStream && frame.loop.leadsToUnit) return { sequence: [], texts: new Map() };
    frame.form ??= formUntilHere(frame);
    return frame.form;
  }

  /** Keeps the latest segment of a loop as it stands. */
  keepText(frame: Frame): void {
    const { sequence, texts } = this.formOf(frame);
    texts.set(sequence.length - 1, this.scanner.source());
  }

  /** Keeps a segment that no field takes. */
  keepAside(frame: Frame): void {
    this.formOf(frame).sequence.push(-1);
    this.keepText(frame);
  }

  /** The same for one that was already counted as the latest of a member, whose object does not show that it was there. */
  setAside(frame: Frame): void {
    this.formOf(frame).sequence.splice(-1, 1, -1);
    this.keepText(frame);
  }

  /** Keeps the HL of a level that says something else of the levels below it than we would. */
  keepLevel(frame: Frame): void {
    this.formOf(frame).texts.set(levelPlace, frame.levelText);
  }

  /**
   * Keeps a loop that cannot be part of the set among the segments without a role of the loop around it, to write the
   * rest around it. In a stream its text may be gone.
   */
  keepLoop({ start, loop }: Frame, around: Frame): void {
    const { scanner } = this;
    const { sequence, texts } = this.formOf(around);
    sequence.pop();
    if (this.isStream) return;
    // A level that is kept as text stands below this one nevertheless.
    if (loop.guide.level !== undefined) texts.set(levelPlace, around.levelText);
    for (const text of scanner.segmentsBetween(start, scanner.startOf(0))) {
      sequence.push(-1);
      texts.set(sequence.length - 1, text);
    }
  }
}
