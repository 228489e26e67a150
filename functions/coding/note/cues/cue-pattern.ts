/** A word, or the alternatives of which one stands at its place. */
type Part = string | { readonly either: readonly Pattern[]; readonly optional: boolean };

/** Words in a row as the tables of cues write them. */
type Pattern = readonly Part[];

export type WordSets = Readonly<Record<string, readonly string[]>>;

/** The parts of a pattern between signs that stand outside of all brackets. */
const splitOutside = (pattern: string, sign: ' ' | '|'): readonly string[] => {
  const parts = [''];
  let depth = 0;
  for (const letter of pattern) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === sign && depth === 0) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.filter((part) => part.trim() !== '');
};

const bracketed = /^\((.+)\)(\??)$/s;
const setName = /^<(.+)>$/;
/** A bracket between spaces is the sign itself. */
const lone = /^\( /;

const readPart = (part: string, sets: WordSets): Part => {
  const set = setName.exec(part)?.[1];
  if (set) return { either: (sets[set] ?? []).map((one) => readPattern(one, sets)), optional: false };
  const [, inner, optional] = bracketed.exec(part) ?? [];
  if (inner === undefined) return part;
  return {
    either: splitOutside(inner, '|').map((one) => readPattern(one, sets)),
    optional: optional === '?',
  };
};

const readPattern = (pattern: string, sets: WordSets): Pattern =>
  lone.test(pattern)
    ? ['(', ...readPattern(pattern.slice(2), sets)]
    : splitOutside(pattern, ' ').map((part) => readPart(part, sets));

/** A place within patterns: the word that goes on from here, places that it stands for as well, what ends here. */
type Place<Meaning> = {
  readonly id: number;
  readonly word?: string;
  readonly next?: Place<Meaning>;
  readonly also: readonly Place<Meaning>[];
  readonly means?: Meaning;
};

/** Where one stands after some words: the places that are possible, and what has been read when they end here. */
type Stand<Meaning> = {
  readonly words: ReadonlyMap<string, readonly Place<Meaning>[]>;
  readonly meanings: readonly Meaning[];
  readonly onward: Map<string, Stand<Meaning> | undefined>;
};

/** All places that a place stands for, itself too. */
const spread = <Meaning>(
  places: readonly Place<Meaning>[],
  seen = new Set<Place<Meaning>>(),
): ReadonlySet<Place<Meaning>> => {
  for (const place of places) {
    if (seen.has(place)) continue;
    seen.add(place);
    spread(place.also, seen);
  }
  return seen;
};

/**
 * Patterns read side by side, word by word. What can follow is worked out when it is first met, so that every word of
 * a text costs one look-up, however many patterns there are.
 *
 * In a pattern words part by spaces, "(a|b c)" is one of both, "(a)?" may be absent, "<set>" is one of a named set.
 */
export class PatternReader<Meaning> {
  private readonly stands = new Map<string, Stand<Meaning>>();
  private readonly start: Stand<Meaning>;
  private places = 0;

  constructor(rows: readonly (readonly [Meaning, readonly string[]])[], sets: WordSets) {
    const openings = rows.flatMap(([means, patterns]) => {
      const end = this.place({ also: [], means });
      return patterns.map((pattern) => this.lay(readPattern(pattern, sets), end));
    });
    this.start = this.standOn(openings);
  }

  /** Goes along the words from a place on; calls back wherever a pattern ends, with the place behind it. */
  follow(
    words: readonly { readonly text: string }[],
    from: number,
    met: (meanings: readonly Meaning[], to: number) => void,
  ): void {
    let stand: Stand<Meaning> | undefined = this.start;
    for (let at = from; at < words.length; at += 1) {
      stand = this.step(stand, words[at]?.text ?? '');
      if (!stand) return;
      if (stand.meanings.length > 0) met(stand.meanings, at + 1);
    }
  }

  private place(place: Omit<Place<Meaning>, 'id'>): Place<Meaning> {
    this.places += 1;
    return { id: this.places, ...place };
  }

  /** Lays a pattern out from its end to its beginning. */
  private lay(pattern: Pattern, end: Place<Meaning>): Place<Meaning> {
    return pattern.reduceRight((next, part) => {
      if (typeof part === 'string') return this.place({ word: part, next, also: [] });
      const ways = part.either.map((one) => this.lay(one, next));
      return this.place({ also: part.optional ? [...ways, next] : ways });
    }, end);
  }

  private standOn(open: readonly Place<Meaning>[]): Stand<Meaning> {
    const places = [...spread(open)];
    const key = places
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join(' ');
    const known = this.stands.get(key);
    if (known) return known;
    const words = new Map<string, Place<Meaning>[]>();
    for (const { word, next } of places) {
      if (word === undefined || !next) continue;
      const same = words.get(word);
      if (same) same.push(next);
      else words.set(word, [next]);
    }
    const meanings = [...new Set(places.flatMap(({ means }) => (means === undefined ? [] : [means])))];
    const stand = { words, meanings, onward: new Map() };
    this.stands.set(key, stand);
    return stand;
  }

  private step({ words, onward }: Stand<Meaning>, word: string): Stand<Meaning> | undefined {
    const next = words.get(word);
    if (!next) return undefined;
    const known = onward.get(word);
    if (known) return known;
    const stand = this.standOn(next);
    onward.set(word, stand);
    return stand;
  }
}
