import { z } from 'zod';

/** Which part of a list is asked for: so many records at most, from behind a place that the list itself gave. */
export type PageAsked = { readonly limit: number; readonly after?: string | undefined };

/** A part of a list, in the order of its index; `next`: the place behind it, absent where the list ends with it. */
export type Page<T> = { readonly items: readonly T[]; readonly next?: string | undefined };

/** The same page with its records shown in another way. */
export const shownAs = <T, S>({ items, next }: Page<T>, show: (item: T) => S): Page<S> => ({
  items: items.map(show),
  next,
});

/** A whole list as its only page. */
export const onePage = <T>(items: readonly T[]): Page<T> => ({ items });

/** Where a walk through lists is: in which of them, and behind which place in it. */
const WalkPlace = z.tuple([z.string(), z.string().optional()]);

/**
 * A page of several lists, one list after another: of a person's records under each of its numbers, say. `names` say
 * which lists there are, in an order that does not change between pages; a place in a list that is gone begins the next
 * one after it.
 */
export const walkLists = async <T>(
  names: readonly string[],
  { limit, after }: PageAsked,
  read: (name: string, asked: PageAsked) => Promise<Page<T>>,
): Promise<Page<T>> => {
  const sorted = names.toSorted();
  const [from, within] = after === undefined ? [] : WalkPlace.parse(JSON.parse(after));
  const items: T[] = [];
  for (const [index, name] of sorted.entries()) {
    if (from !== undefined && name < from) continue;
    const behind = name === from ? within : undefined;
    const page = await read(name, { limit: limit - items.length, after: behind });
    items.push(...page.items);
    if (page.next !== undefined) return { items, next: JSON.stringify([name, page.next]) };
    const following = sorted[index + 1];
    if (items.length >= limit && following !== undefined) return { items, next: JSON.stringify([following]) };
  }
  return { items };
};
