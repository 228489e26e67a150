import { linesOfPage, type PageLine, type Run } from './page-lines.ts';

/** By how many quarters a text is turned on the page that is shown, clockwise. */
export type Turned = Run & { readonly quarter: number };

/** Points of a text that is turned, as if the page were turned the other way, and back again. */
const upright: readonly ((x: number, y: number) => readonly [number, number])[] = [
  (x, y) => [x, y],
  (x, y) => [y, -x],
  (x, y) => [-x, -y],
  (x, y) => [-y, x],
];
const back = [0, 3, 2, 1];

const turnRun = (run: Turned): Run => {
  const [left = 0, base = 0] = upright[run.quarter]?.(run.left, run.base) ?? [];
  return { ...run, left, base, right: left + run.right - run.left };
};

const turnBack = (line: PageLine, quarter: number): PageLine => {
  const turn = upright[back[quarter] ?? 0] ?? ((x, y) => [x, y]);
  const [one = 0, two = 0] = turn(line.left, line.top);
  const [three = 0, four = 0] = turn(line.right, line.bottom);
  return {
    text: line.text,
    left: Math.min(one, three),
    right: Math.max(one, three),
    top: Math.min(two, four),
    bottom: Math.max(two, four),
  };
};

/** The lines of a page: first what stands upright, then what is turned, each direction by itself. */
export const linesOfTurned = (runs: readonly Turned[]): readonly PageLine[] =>
  [0, 1, 2, 3].flatMap((quarter) =>
    linesOfPage(runs.filter((run) => run.quarter === quarter).map(turnRun)).map((line) =>
      turnBack(line, quarter),
    ),
  );
