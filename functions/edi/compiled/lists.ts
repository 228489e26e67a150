/** A list with one more value. Short lists get exactly their size, where `push` would make room for seventeen. */
export const more = <T>(list: T[] | undefined, value: T): T[] => {
  if (list === undefined) return [value];
  const { length } = list;
  if (length === 1) return [list[0] as T, value]; // as far as its length says
  if (length === 2) return [list[0] as T, list[1] as T, value];
  if (length === 3) return [list[0] as T, list[1] as T, list[2] as T, value];
  list.push(value);
  return list;
};
