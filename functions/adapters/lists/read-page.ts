import type { Page, PageAsked } from '../../domain/paging/page.ts';

type PagedQuery<Item> = {
  readonly go: (options: {
    readonly limit: number;
    readonly cursor: string | null;
    readonly order: 'asc' | 'desc';
  }) => Promise<{
    readonly data: readonly Item[];
    readonly cursor: string | null;
  }>;
};

/**
 * One page of a query, in the order of its index. It is shorter than was asked for where the table gave no more at once
 * (1 MB), and then tells where it goes on.
 */
export const readPage = async <Item, T>(
  query: PagedQuery<Item>,
  { limit, after }: PageAsked,
  read: (item: Item) => T,
  order: 'asc' | 'desc' = 'asc',
): Promise<Page<T>> => {
  const { data, cursor } = await query.go({ limit, cursor: after ?? null, order });
  return { items: data.map(read), ...(cursor !== null && { next: cursor }) };
};

/** The last key of a day: what stands behind the day in a key comes after the bare day. */
export const throughDay = (day: string): string => `${day}~`;
