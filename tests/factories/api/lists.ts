import type { PracticeLists } from '../../../functions/api/mechanics/practice-lists.ts';
import { latestOf, type Membership } from '../../../functions/domain/access/membership.ts';
import type { Page, PageAsked } from '../../../functions/domain/paging/page.ts';

/** A page of records in the order of a key that none shares with another, as an index has them. */
export const pageIn = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { limit, after }: PageAsked,
): Page<T> => {
  const sorted = items.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const left = after === undefined ? sorted : sorted.filter((item) => keyOf(item) > after);
  const last = left[limit - 1];
  return { items: left.slice(0, limit), ...(last !== undefined && { next: keyOf(last) }) };
};

type Days = { readonly from: string; readonly to: string };

/** A list of records by a key, of those that a question is about. */
export const listOf =
  <Asked, T>(
    records: () => readonly T[],
    keyOf: (record: T) => string,
    isAsked: (record: T, asked: Asked) => boolean = () => true,
  ) =>
  async (_practiceId: string, asked: Asked, page: PageAsked): Promise<Page<T>> =>
    pageIn(
      records().filter((record) => isAsked(record, asked)),
      keyOf,
      page,
    );

/** Whether the day of a record is one of those asked for; what has none is before all others. */
export const isOn = ({ date = '' }: { readonly date?: string | undefined }, { from, to }: Days): boolean =>
  date >= from && date <= to;

/** The members in their latest versions. */
export const memberList = (versions: readonly Membership[]): Pick<PracticeLists, 'members'> => ({
  members: listOf(
    () => latestOf(versions),
    ({ subject }) => subject,
  ),
});

const none = async (): Promise<Page<never>> => ({ items: [] });

/** The lists of a practice in memory: empty, but for those given. */
export const practiceLists = (change: Partial<PracticeLists> = {}): PracticeLists => ({
  ...{ tasks: none, claims: none, events: none, encounters: none, patients: none, appointments: none },
  ...{ payments: none, deposits: none, fees: none, members: none, ruleSets: none, routingSets: none },
  ...change,
});
