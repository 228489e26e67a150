/** A change of a file's text, which is made of segments on lines of their own, as ours are. */
export type Change = (text: string) => string;

/** The place of the first segment that begins so; a change that finds nothing to change is a bug of its test. */
const placeOf = (segments: readonly string[], start: string): number => {
  const place = segments.findIndex((segment) => segment.startsWith(start));
  if (place < 0) throw new RangeError(`No segment begins with ${start}`);
  return place;
};

/** SE01 as it must be, so that a change of segments is no fault of counting. */
const recounted = (segments: readonly string[]): string[] => {
  let start = 0;
  return segments.map((segment, index) => {
    if (segment.startsWith('ST*')) start = index;
    return segment.replace(/^SE\*\d+/, () => `SE*${index - start + 1}`);
  });
};

const ofSegments =
  (change: (segments: string[]) => string[]): Change =>
  (text) =>
    recounted(change(text.split('\n'))).join('\n');

/** Other text in place of the first that reads so. */
export const changed =
  (from: string, to: string): Change =>
  (text) => {
    if (!text.includes(from)) throw new RangeError(`Nothing reads ${from}`);
    return text.replace(from, () => to);
  };

export const dropped = (start: string): Change =>
  ofSegments((segments) => segments.toSpliced(placeOf(segments, start), 1));

/** Drops from one segment up to another, which stays. */
export const droppedUntil = (start: string, end: string): Change =>
  ofSegments((segments) => {
    const from = placeOf(segments, start);
    return segments.toSpliced(from, placeOf(segments.slice(from), end));
  });

export const added = (after: string, ...more: string[]): Change =>
  ofSegments((segments) =>
    segments.toSpliced(placeOf(segments, after) + 1, 0, ...more.map((segment) => `${segment}~`)),
  );

/** So many more of a segment, behind it. */
export const repeated = (start: string, times = 1): Change =>
  ofSegments((segments) => {
    const place = placeOf(segments, start);
    return segments.toSpliced(place, 0, ...new Array<string>(times).fill(segments[place] ?? ''));
  });

export const moved = (start: string, after: string): Change =>
  ofSegments((segments) => {
    const [segment = ''] = segments.splice(placeOf(segments, start), 1);
    return segments.toSpliced(placeOf(segments, after) + 1, 0, segment);
  });
