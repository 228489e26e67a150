import { attempt, missingLoop, missingSegment } from './elements.ts';
import type { Finding } from './findings.ts';
import { elementOf, type Segment } from './segments.ts';

/**
 * Where a guide's loop begins: at a segment, and where several loops begin with the same one, at certain codes
 * in one of its elements. The guides of our transactions are data of this type.
 */
export type LoopGuide = {
  readonly id: string; // the guide's name for it: "2010AA"
  readonly opens: string; // segment id
  readonly element?: number; // NM101, HL03
  readonly codes?: readonly string[];
  readonly loops?: readonly LoopGuide[];
};

/** A part of a transaction set: the segments that stand directly in it, and its inner loops. */
export type Loop = { id: string; segments: Segment[]; loops: Loop[] };

const begins = (guide: LoopGuide, segment: Segment): boolean =>
  guide.opens === segment.id &&
  (guide.codes === undefined || guide.codes.includes(elementOf(segment, guide.element ?? 1) ?? ''));

type OpenLoop = { guide: LoopGuide; loop: Loop };

/** Sorts segments into loops. A segment that opens none belongs to the innermost open loop. */
export const readLoops = (guide: LoopGuide, segments: readonly Segment[]): Loop => {
  const root: Loop = { id: guide.id, segments: [], loops: [] };
  const open: OpenLoop[] = [{ guide, loop: root }];
  for (const segment of segments) place(segment, open);
  return root;
};

const place = (segment: Segment, open: OpenLoop[]): void => {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const inner = open[depth]?.guide.loops?.find((candidate) => begins(candidate, segment));
    if (inner === undefined) continue;
    const loop: Loop = { id: inner.id, segments: [segment], loops: [] };
    open[depth]?.loop.loops.push(loop);
    open.splice(depth + 1, open.length, { guide: inner, loop });
    return;
  }
  open.at(-1)?.loop.segments.push(segment);
};

export const segmentsOf = (loop: Loop | undefined, id: string, ...codes: string[]): Segment[] =>
  loop?.segments.filter(
    (segment) => segment.id === id && (codes.length === 0 || codes.includes(elementOf(segment, 1) ?? '')),
  ) ?? [];

/** The first such segment of a loop; codes narrow it by its first element, as in REF*F8. */
export const segmentOf = (loop: Loop | undefined, id: string, ...codes: string[]): Segment | undefined =>
  segmentsOf(loop, id, ...codes)[0];

export const requiredSegment = (loop: Loop | undefined, id: string, ...codes: string[]): Segment => {
  const segment = segmentOf(loop, id, ...codes);
  if (segment === undefined) throw missingSegment([id, ...codes].join('*'));
  return segment;
};

export const loopsOf = (loop: Loop | undefined, id: string): Loop[] =>
  loop?.loops.filter((inner) => inner.id === id) ?? [];

export const loopOf = (loop: Loop | undefined, id: string): Loop | undefined => loopsOf(loop, id)[0];

export const requiredLoop = (loop: Loop | undefined, id: string): Loop => {
  const inner = loopOf(loop, id);
  if (inner === undefined) throw missingLoop(id);
  return inner;
};

/** Reads loops of one kind one by one, so that a broken one costs only itself; `path` is "CLM" for "CLM[1]", … */
export const readEach = <From, To>(
  items: readonly From[],
  path: string,
  read: (item: From, position: number) => To,
): { values: To[]; findings: Finding[] } => {
  const results = items.map((item, index) => attempt(`${path}[${index + 1}]`, () => read(item, index + 1)));
  return {
    values: results.flatMap((result) => (result.success ? [result.data] : [])),
    findings: results.flatMap((result) => (result.success ? [] : result.findings)),
  };
};
