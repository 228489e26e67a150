import { at, isObject, type Json, list, text } from './json.ts';

/** A resource and its place in the file: "Bundle.entry[3].resource". */
export type Placed = { readonly resource: Json; readonly type: string; readonly path: string };

const mostNestedBundles = 4;

const placed = (resource: Json, path: string): Placed => ({
  resource,
  type: text(resource, 'resourceType') ?? '',
  path,
});

/** A resource, those that it contains, and those of a bundle. */
const within = (one: Placed, depth: number): readonly Placed[] => {
  const contained = list(one.resource, 'contained').map((inner, number) =>
    placed(inner, `${one.path}.contained[${number}]`),
  );
  if (one.type !== 'Bundle') return [one, ...contained];
  if (depth > mostNestedBundles) return [];
  return list(one.resource, 'entry').flatMap((entry, number) => {
    const resource = at(entry, 'resource');
    return isObject(resource)
      ? within(placed(resource, `${one.path}.entry[${number}].resource`), depth + 1)
      : [];
  });
};

/** All resources of a document: one, a bundle, a list, or one in each line. */
export const resourcesOf = (document: Json): readonly Placed[] => {
  if (Array.isArray(document))
    return document.flatMap((one, number) => (isObject(one) ? within(placed(one, `[${number}]`), 0) : []));
  return within(placed(document, text(document, 'resourceType') ?? ''), 0);
};

/** Finds what is referred to: by the address of its entry, by type and id, or within. */
export class References {
  readonly #known = new Map<string, Placed>();

  constructor(document: Json, resources: readonly Placed[]) {
    for (const one of resources) {
      const id = text(one.resource, 'id');
      if (id === undefined) continue;
      const isContained = /\.contained\[\d+\]$/.test(one.path);
      this.#known.set(
        isContained ? `${one.path.replace(/\.contained\[\d+\]$/, '')}#${id}` : `${one.type}/${id}`,
        one,
      );
    }
    for (const [number, entry] of list(document, 'entry').entries()) {
      const address = text(entry, 'fullUrl');
      const one = resources.find(({ path }) => path.endsWith(`.entry[${number}].resource`));
      if (address !== undefined && one) this.#known.set(address, one);
    }
  }

  /** The resource of a Reference in one that stands at a path. */
  find(reference: Json, from: string): Placed | undefined {
    const address = text(reference, 'reference') ?? (typeof reference === 'string' ? reference : undefined);
    if (address === undefined) return undefined;
    if (address.startsWith('#')) return this.#known.get(`${from}${address}`);
    return (
      this.#known.get(address) ??
      this.#known.get(address.replace(/^.*\/([A-Z]\w+\/[^/]+)(?:\/_history\/.*)?$/, '$1'))
    );
  }
}
