import type { SourceFile } from './source-files.ts';

/**
 * The circles of imports, of types and of values alike: each as the files on one way round, beginning and ending with
 * the same. Files that lie on no circle of their own are dropped first, so that what is left always leads back.
 */
export const circlesOf = (files: readonly SourceFile[]): readonly (readonly string[])[] => {
  const left = onlyInCircles(new Map(files.map(({ path, imports }) => [path, targetsOf(imports)])));
  const circles: string[][] = [];
  while (left.size > 0) {
    const circle = walkRound(left);
    circles.push(circle);
    for (const file of circle) left.delete(file);
    onlyInCircles(left);
  }
  return circles;
};

export const describeCircle = (circle: readonly string[]): string =>
  `${circle.join(' → ')}: no circle, of types neither; what both need has a place of its own`;

type Graph = Map<string, readonly string[]>;

const targetsOf = (imports: SourceFile['imports']): readonly string[] =>
  imports.filter(({ isOurs }) => isOurs).map(({ target }) => target);

/** Drops whoever imports nobody that is left, until nothing more falls. */
const onlyInCircles = (graph: Graph): Graph => {
  const leaves = [...graph].filter(([, targets]) => !targets.some((target) => graph.has(target)));
  if (leaves.length === 0) return graph;
  for (const [file] of leaves) graph.delete(file);
  return onlyInCircles(graph);
};

/** Everybody left imports somebody left: following the first import comes round. */
const walkRound = (graph: Graph): string[] => {
  const way: string[] = [];
  let file = [...graph.keys()][0] ?? '';
  while (!way.includes(file)) {
    way.push(file);
    file = graph.get(file)?.find((target) => graph.has(target)) ?? '';
  }
  return [...way.slice(way.indexOf(file)), file];
};
