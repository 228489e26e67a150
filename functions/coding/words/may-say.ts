import { lettersNeeded } from './letters-needed.ts';

/** Marks for pairs and threes of letters; a text of two thousand letters sets one in fifteen. */
const marks = 1 << 14;

/** Letters whose neighbours are looked at together, as one number. */
const markOf = (one: number, two: number, three: number): number =>
  (one * 31 + two * 1009 + three * 5851) & (marks - 1);

const set = (bits: Uint32Array, mark: number): void => {
  bits[mark >> 5] = (bits[mark >> 5] ?? 0) | (1 << (mark & 31));
};

const has = (bits: Uint32Array, mark: number): boolean => ((bits[mark >> 5] ?? 0) & (1 << (mark & 31))) !== 0;

/** What a pattern without regard to case takes for an "s" and a "k" besides: the long s and the Kelvin sign. */
const asLetters = (text: string): string => {
  const letters = text.toLowerCase();
  return letters.includes('ſ') ? letters.replaceAll('ſ', 's') : letters;
};

const readMarks = (text: string, bits: Uint32Array): void => {
  const letters = asLetters(text);
  let [one, two] = [0, letters.charCodeAt(0)];
  for (let at = 1; at < letters.length; at += 1) {
    const three = letters.charCodeAt(at);
    set(bits, markOf(two, three, 0));
    if (at > 1) set(bits, markOf(one, two, three));
    one = two;
    two = three;
  }
};

const marksOf = (piece: string): Uint16Array => {
  const letters = asLetters(piece);
  if (letters.length < 3) return Uint16Array.of(markOf(letters.charCodeAt(0), letters.charCodeAt(1), 0));
  return Uint16Array.from({ length: letters.length - 2 }, (_, at) =>
    markOf(letters.charCodeAt(at), letters.charCodeAt(at + 1), letters.charCodeAt(at + 2)),
  );
};

/** The marks of each piece of which a pattern needs one; undefined when it may match any text. */
type Gate = readonly Uint16Array[] | undefined;

/** By the pattern's source: one that is written within a function is a new object at each call. */
const gates = new Map<string, { readonly gate: Gate }>();
/** Sources kept: more than the engine has patterns. */
const mostGates = 5000;

const gateOf = (pattern: RegExp): Gate => {
  const { source } = pattern;
  const known = gates.get(source);
  if (known) return known.gate;
  const gate = lettersNeeded(pattern)?.map(marksOf);
  if (gates.size < mostGates) gates.set(source, { gate });
  return gate;
};

const isOpen = (gate: Gate, bits: Uint32Array): boolean => {
  if (gate === undefined) return true;
  for (const piece of gate) {
    let at = 0;
    while (at < piece.length && has(bits, piece[at] ?? 0)) at += 1;
    if (at === piece.length) return true;
  }
  return false;
};

/** A text of which many patterns ask whether they are in it: what letters it has is read once for all of them. */
export class Letters {
  readonly #bits = new Uint32Array(marks >> 5);

  constructor(texts: Iterable<string>) {
    for (const text of texts) readMarks(text, this.#bits);
  }

  /** Whether the pattern can match: false is sure, true is not. */
  mayHave(pattern: RegExp): boolean {
    return isOpen(gateOf(pattern), this.#bits);
  }
}
