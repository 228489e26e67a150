/** At most so many UTF-16 units of a text from its beginning; no character is cut in half, which no record could hold. */
export const cutText = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
