/** JSON with the names in order: records, tables and registrations name the parts of a thing each in their own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? '';

/** Whether two values say the same, in whatever order they name it; what is absent and what is undefined are one. */
export const isSameContent = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
