/** A plain value of a tree, by its path. */
export type Leaf = readonly [path: string, value: string | number | boolean];

export const leavesOf = (tree: unknown, path = ''): Leaf[] => {
  if (tree === undefined || tree === null) return [];
  if (typeof tree !== 'object') return [[path, tree as Leaf[1]]];
  return Object.entries(tree).flatMap(([name, value]) =>
    leavesOf(value, path === '' ? name : `${path}.${name}`),
  );
};
