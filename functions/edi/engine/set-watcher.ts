import type { CompiledMember } from '../compiled/compiled-guide.ts';
import type { Scanner } from '../text/scanner.ts';
import type { Frame } from './frame.ts';
import type { SetFindings } from './set-findings.ts';

/** What watches over a set while it is read; validation is made of these. */
export type SetWatcher = {
  /** A segment found its role; the scanner stands on it. */
  readonly segment?: (member: CompiledMember, scanner: Scanner, findings: SetFindings) => void;
  /** A loop is complete; `around` has the objects of those that it stands in, the set's own first. */
  readonly loop?: (frame: Frame, findings: SetFindings, around: () => readonly object[]) => void;
  /**
   * A loop was read at one go: each segment of it fits its guide (level 2). `scanner.passed` has the ids of so many
   * segments, the first of which stands where the findings do. Watchers without this see every segment.
   */
  readonly whole?: (frame: Frame, scanner: Scanner, findings: SetFindings, segments: number) => void;
  /** The set is complete. */
  readonly end?: (frame: Frame, findings: SetFindings) => void;
};
