/** How many letters have to be added, left out, changed or swapped to make one word of another. */
export const distanceBetween = (one: string, other: string): number => {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) row.push(stepsTo(one, other, i, j, rows, row));
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
};

const stepsTo = (
  one: string,
  other: string,
  i: number,
  j: number,
  rows: readonly number[][],
  row: readonly number[],
): number => {
  const at = (list: readonly number[] | undefined, index: number) =>
    list?.[index] ?? Number.POSITIVE_INFINITY;
  const above = rows[i - 1];
  const isSame = one[i - 1] === other[j - 1];
  const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  return Math.min(
    at(above, j) + 1,
    at(row, j - 1) + 1,
    at(above, j - 1) + (isSame ? 0 : 1),
    isSwapped ? at(rows[i - 2], j - 2) + 1 : Number.POSITIVE_INFINITY,
  );
};

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A longer text is no misspelt word. */
const longest = 60;

/**
 * The word of a list that was probably meant: written alike but for capitals and signs, one that begins the other, or
 * the one with the fewest letters that differ; undefined where none is near.
 */
export const nearestWord = (written: string, words: readonly string[]): string | undefined => {
  const own = plain(written);
  if (own === '' || written.length > longest) return undefined;
  const scored = words.map((word) => ({ word, score: scoreOf(own, plain(word)) }));
  const [best] = scored.sort((a, b) => a.score - b.score);
  return best && best.score <= 0.4 ? best.word : undefined;
};

/** How many letters two words begin with alike. */
const beginningOf = (own: string, word: string): number => {
  let length = 0;
  while (length < own.length && own[length] === word[length]) length += 1;
  return length;
};

const scoreOf = (own: string, word: string): number => {
  if (own === word) return 0;
  const shorter = Math.min(own.length, word.length);
  if (word !== '' && (own.startsWith(word) || word.startsWith(own)) && (shorter > 2 || shorter === 1))
    return 0.2 + 0.1 * (1 - shorter / Math.max(own.length, word.length));
  const share = distanceBetween(own, word) / Math.max(own.length, word.length);
  if (beginningOf(own, word) >= 5) return Math.min(share, 0.38);
  return shorter > 3 && (own.endsWith(word) || word.endsWith(own)) ? Math.min(share, 0.35) : share;
};
