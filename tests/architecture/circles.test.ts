import fc from 'fast-check';
import { expect, it } from 'vitest';
import { circlesOf } from './circles.ts';
import type { SourceFile } from './source-files.ts';

type Graph = Readonly<Record<string, readonly string[]>>;

const graphs: fc.Arbitrary<Graph> = fc
  .array(fc.uniqueArray(fc.nat(7)), { minLength: 8, maxLength: 8 })
  .map((rows) => Object.fromEntries(rows.map((row, file) => [`${file}`, row.map(String)])));

const filesOf = (graph: Graph): readonly SourceFile[] =>
  Object.entries(graph).map(([path, targets]) => ({
    path,
    text: '',
    program: undefined as never, // circles are a matter of imports alone
    imports: targets.map((target) => ({ target, isOurs: true, line: 1 })),
  }));

/** By brute force: everything that a file reaches in one step or more. */
const reachedFrom = (graph: Graph, file: string): ReadonlySet<string> => {
  const reached = new Set(graph[file]);
  for (const one of reached) for (const next of graph[one] ?? []) reached.add(next);
  return reached;
};

it('finds a circle exactly where a file reaches itself, and walks it along imports', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const circles = circlesOf(filesOf(graph));
      const someReachItself = Object.keys(graph).some((file) => reachedFrom(graph, file).has(file));
      expect(circles.length > 0).toBe(someReachItself);
      for (const circle of circles) {
        expect(circle.at(-1)).toBe(circle[0]);
        for (const [at, target] of circle.slice(1).entries())
          expect(graph[circle[at] ?? '']).toContain(target);
      }
    }),
  );
});
