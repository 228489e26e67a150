/** Fields that a table may have a column for, with the headings that systems write, in small letters and digits alone. */
export type Headings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** A heading without what systems write each in their own way. */
const plain = (heading: string): string =>
  heading
    .normalize('NFD')
    .replace(/#/g, 'number')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** Where each field stands, and the headings that mean nothing here. */
export type Places<Field extends string> = {
  readonly places: Readonly<Partial<Record<Field, number>>>;
  readonly ignored: readonly string[];
};

/** Puts a row of headings to fields: of several that would do, the one that stands first in a field's list. */
export const placesOf = <Field extends string>(
  row: readonly string[],
  headings: Headings<Field>,
): Places<Field> => {
  const names = row.map(plain);
  const places: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  // Object.keys does not keep the names of its keys.
  for (const field of Object.keys(headings) as Field[]) {
    const at = headings[field].map((heading) =>
      names.findIndex((name, index) => name === heading && !taken.has(index)),
    );
    const found = at.find((index) => index >= 0);
    if (found === undefined) continue;
    places[field] = found;
    taken.add(found);
  }
  return { places, ignored: row.filter((name, index) => !taken.has(index) && name !== '') };
};
