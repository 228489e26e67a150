/** A stretch of text on a page: points from the upper left corner of the page as it is shown. */
export type Run = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand. */
  readonly base: number;
  readonly size: number;
};

/** A line, or the part of one in a column, with its box. */
export type PageLine = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Runs of one line that stand together; wide gaps part them. */
type Segment = {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly text: string;
};
type Row = { readonly segments: readonly Segment[]; readonly base: number; readonly size: number };

/** In sizes of the letters: what parts words, and what parts cells. */
const wordGap = 0.18;
const cellGap = 1.4;

/** Letters stand on one line where their bases differ by less than this share of their size. */
const sameLine = 0.4;

const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run, at) => {
      const previous = runs[at - 1];
      if (!previous) return run.text;
      const isApart = run.left - previous.right > wordGap * Math.max(1, Math.min(run.size, previous.size));
      const hasSpace = /\s$/.test(previous.text) || /^\s/.test(run.text);
      return isApart && !hasSpace ? ` ${run.text}` : run.text;
    })
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .trim();

const segmentOf = (runs: readonly Run[]): Segment => ({
  runs,
  left: Math.min(...runs.map(({ left }) => left)),
  right: Math.max(...runs.map(({ right }) => right)),
  text: textOf(runs),
});

const segmentsOf = (runs: readonly Run[]): readonly Segment[] => {
  const groups: Run[][] = [];
  for (const run of runs.toSorted((one, other) => one.left - other.left)) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    if (group && previous && run.left - previous.right <= cellGap * Math.max(run.size, previous.size))
      group.push(run);
    else groups.push([run]);
  }
  return groups.map(segmentOf).filter(({ text }) => text !== '');
};

/** Runs by lines from the top down. */
const rowsOf = (runs: readonly Run[]): readonly Row[] => {
  const groups: { base: number; size: number; runs: Run[] }[] = [];
  for (const run of runs.toSorted((one, other) => one.base - other.base || one.left - other.left)) {
    const group = groups.at(-1);
    if (group && run.base - group.base <= sameLine * Math.max(group.size, run.size)) {
      group.runs.push(run);
      group.size = Math.max(group.size, run.size);
    } else groups.push({ base: run.base, size: run.size, runs: [run] });
  }
  return groups
    .map(({ base, size, runs: all }) => ({ base, size, segments: segmentsOf(all) }))
    .filter(({ segments }) => segments.length > 0);
};

const lineOf = (segments: readonly Segment[]): PageLine => {
  const runs = segments.flatMap((segment) => segment.runs);
  return {
    text: segments.map(({ text }) => text).join('\t'),
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    top: Math.min(...runs.map(({ base, size }) => base - size)),
    bottom: Math.max(...runs.map(({ base, size }) => base + size * 0.25)),
  };
};

type Gutter = { readonly left: number; readonly right: number };

/** What is free of text in a row beside its first segment: gaps, and all that lies right or left of a row of one side. */
const gaps = ({ segments }: Row, edges: Gutter): readonly Gutter[] =>
  [{ right: edges.left }, ...segments].map((segment, at) => ({
    left: segment.right,
    right: segments[at]?.left ?? edges.right,
  }));

const narrowest = 6;

const overlaps = (gutters: readonly Gutter[], row: Row, edges: Gutter): readonly Gutter[] =>
  gaps(row, edges).flatMap((gap) =>
    gutters
      .map((gutter) => ({ left: Math.max(gap.left, gutter.left), right: Math.min(gap.right, gutter.right) }))
      .filter(({ left, right }) => right - left >= narrowest),
  );

type Sides = { readonly left: readonly Row[]; readonly right: readonly Row[] };

const sideOf = (rows: readonly Row[], isSide: (segment: Segment) => boolean): readonly Row[] =>
  rows
    .map((row) => ({ ...row, segments: row.segments.filter(isSide) }))
    .filter(({ segments }) => segments.length > 0);

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const leastRows = 3;

/** Columns of prose are made of lines of words; cells of a table are short. Beside the first there may be several. */
const isProse = (rows: readonly Row[], mostSegments: number): boolean => {
  const segments = rows.flatMap((row) => row.segments);
  return (
    rows.length >= leastRows &&
    median(segments.map(({ text }) => text.length)) >= 18 &&
    rows.filter((row) => row.segments.length <= mostSegments).length >= rows.length * 0.6
  );
};

const cutAt = (rows: readonly Row[], gutter: Gutter): Sides | undefined => {
  const middle = (gutter.left + gutter.right) / 2;
  const left = sideOf(rows, (segment) => segment.right <= middle);
  const right = sideOf(rows, (segment) => segment.left >= middle);
  return isProse(left, 1) && isProse(right, 4) ? { left, right } : undefined;
};

/** Lines of a column follow one another closely; what stands apart below belongs to the whole page. */
const isApart = (row: Row, previous: Row | undefined): boolean =>
  previous !== undefined && row.base - previous.base > 2.6 * Math.max(row.size, previous.size);

/** The rows from the first on that leave a gutter free, and where it is. */
const findColumns = (
  rows: readonly Row[],
  edges: Gutter,
): { readonly count: number; readonly sides: Sides } | undefined => {
  const [first] = rows;
  if (!first) return undefined;
  let gutters: readonly Gutter[] = gaps(first, edges).filter(
    ({ left, right }) => right - left >= narrowest && left > edges.left && right < edges.right + 1,
  );
  let best: { count: number; sides: Sides } | undefined;
  let count = 1;
  while (count < rows.length && gutters.length > 0) {
    const row = rows[count];
    if (!row || (isApart(row, rows[count - 1]) && row.segments.length === 1)) break;
    const next = overlaps(gutters, row, edges);
    if (next.length === 0) break;
    gutters = next;
    count += 1;
  }
  const inner = gutters.filter(({ left, right }) => left > edges.left && right < edges.right);
  for (const gutter of inner) {
    const sides = cutAt(rows.slice(0, count), gutter);
    if (sides && (!best || sides.left.length + sides.right.length > 0)) best ??= { count, sides };
  }
  return best;
};

const edgesOf = (rows: readonly Row[]): Gutter => ({
  left: Math.min(...rows.flatMap(({ segments }) => segments.map(({ left }) => left))),
  right: Math.max(...rows.flatMap(({ segments }) => segments.map(({ right }) => right))),
});

/** Columns are read one after the other, rows of tables across. */
const inOrder = (rows: readonly Row[], depth = 0): readonly PageLine[] => {
  const lines: PageLine[] = [];
  const edges = edgesOf(rows);
  let at = 0;
  while (at < rows.length) {
    const row = rows[at];
    const columns =
      depth < 4 && row && row.segments.length > 1 ? findColumns(rows.slice(at), edges) : undefined;
    if (columns) {
      lines.push(...inOrder(columns.sides.left, depth + 1), ...inOrder(columns.sides.right, depth + 1));
      at += columns.count;
    } else {
      if (row) lines.push(lineOf(row.segments));
      at += 1;
    }
  }
  return lines;
};

/** Paragraphs stand further apart than lines: an empty line goes between them. */
const withParagraphs = (lines: readonly PageLine[]): readonly PageLine[] =>
  lines.flatMap((line, at) => {
    const previous = lines[at - 1];
    const height = line.bottom - line.top;
    const isFar =
      previous !== undefined && (line.top - previous.bottom > height * 0.75 || line.bottom < previous.top);
    return isFar ? [{ ...line, text: '', bottom: line.top }, line] : [line];
  });

/** The lines of a page in the order in which they are read. */
export const linesOfPage = (runs: readonly Run[]): readonly PageLine[] =>
  withParagraphs(inOrder(rowsOf(runs.filter(({ text }) => text.trim() !== ''))));
