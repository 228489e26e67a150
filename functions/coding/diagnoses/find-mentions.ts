import { budgetFor, costBetween, sides, sites } from '../dictionary/cost-of-words.ts';
import { type Dictionary, rowOf } from '../dictionary/dictionary.ts';
import { connecting, type NotedWord } from '../dictionary/note-words.ts';
import { isNamedBeforeComma } from '../dictionary/parted-by-comma.ts';
import { presentTerms } from '../dictionary/present-terms.ts';

/** A term of the dictionary found in a statement: the words that make it up, and how well they fit. */
export type TermMention = {
  readonly term: number;
  readonly places: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** Its words stand farther apart than those of a name do: it counts as one of several, or as the rest of a name. */
  readonly stretched?: true;
};

/** Words apart at most that a term's own may stand from its rarest one. */
const reach = 12;

/** What a comma between two words counts for when the nearer of two is looked for: "swelling of one leg, pain in the other leg". */
const gapInWords = 3;

const firstTowards = (
  words: readonly NotedWord[],
  id: number,
  from: number,
  step: 1 | -1,
  taken: readonly number[],
): { at: number; away: number } => {
  let gaps = 0;
  for (let away = 1; away <= reach; away += 1) {
    const at = from + away * step;
    gaps += words[step > 0 ? at : at + 1]?.gap ?? 0;
    if (words[at]?.id === id && !taken.includes(at)) return { at, away: away + gapInWords * gaps };
  }
  return { at: -1, away: Number.POSITIVE_INFINITY };
};

const nearest = (words: readonly NotedWord[], id: number, from: number, taken: readonly number[]): number => {
  const behind = firstTowards(words, id, from, 1, taken);
  const before = firstTowards(words, id, from, -1, taken);
  return before.away < behind.away ? before.at : behind.at;
};

const placesOf = (words: readonly NotedWord[], ids: Uint32Array, anchor: number): number[] | undefined => {
  const places = [anchor];
  for (let nth = 1; nth < ids.length; nth += 1) {
    const at = nearest(words, ids[nth] ?? -1, anchor, places);
    if (at < 0) return undefined;
    places.push(at);
  }
  return places.sort((a, b) => a - b);
};

/** What the words of one of several may stand apart beyond those of a name. */
const stretch = 1.2;

const mentionOf = (
  dictionary: Dictionary,
  words: readonly NotedWord[],
  found: { term: number; places: readonly number[] },
): TermMention[] => {
  const { term, places } = found;
  const cost = costBetween(words, places, rowOf(dictionary.optional, term));
  const over = places.length > 1 ? cost - budgetFor(places.length) : 0;
  if (over > stretch) return [];
  const weight = places.reduce((sum, at) => sum + (dictionary.weights[words[at]?.id ?? 0] ?? 0), 0);
  const start = Math.min(...places.map((at) => words[at]?.start ?? 0));
  const end = Math.max(...places.map((at) => words[at]?.end ?? 0));
  const source = dictionary.termSource[term] ?? 0;
  const score = weight - 1.5 * cost - 0.4 * source;
  return [{ term, places, start, end, score, ...(over > 0 && { stretched: true }) }];
};

/** Every term whose words stand close together in the statement, whatever their order. */
const termsIn = (dictionary: Dictionary, words: readonly NotedWord[]): TermMention[] =>
  presentTerms(dictionary, words).flatMap(({ term, anchor }) => {
    const places = placesOf(words, rowOf(dictionary.terms, term), anchor);
    return places ? mentionOf(dictionary, words, { term, places }) : [];
  });

/** Share of a term's weight that must be its own, not already said by a better term. */
const leastOwnShare = 0.5;

const ownShare = (
  dictionary: Dictionary,
  words: readonly NotedWord[],
  mention: TermMention,
  said: ReadonlySet<number>,
): number => {
  let own = 0;
  let all = 0;
  for (const at of mention.places) {
    const weight = dictionary.weights[words[at]?.id ?? 0] ?? 0;
    all += weight;
    if (!said.has(at)) own += weight;
  }
  return own / all;
};

/** Places before which a comma, a slash or an "and" stands. */
const seams = (words: readonly NotedWord[], { places }: TermMention): readonly number[] => {
  const found: number[] = [];
  for (let at = (places[0] ?? 0) + 1; at <= (places.at(-1) ?? 0); at += 1) {
    const word = words[at];
    if (word && (word.gap > 0 || connecting.has(word.key))) found.push(at);
  }
  return found;
};

/** A comma may be a term's own ("asthma, mild") or part two conditions, each of which is a term ("CKD, hypertension"). */
const joinsTwo = (
  words: readonly NotedWord[],
  mention: TermMention,
  all: readonly TermMention[],
): boolean => {
  const others = all.filter(
    (other) => other !== mention && other.places.some((at) => mention.places.includes(at)),
  );
  return seams(words, mention).some(
    (seam) =>
      others.some(({ places }) => places.every((at) => at < seam)) &&
      others.some(({ places }) => places.every((at) => at >= seam)),
  );
};

/** "Pharyngitis, strep throat": what stands behind a comma and goes on with words of its own is another. */
const splitsAnother = (
  words: readonly NotedWord[],
  { places }: TermMention,
  all: readonly TermMention[],
): boolean =>
  places.some(
    (seam) =>
      (words[seam]?.gap ?? 0) >= 1 &&
      seam !== places[0] &&
      all.some(
        (other) =>
          other.places.every((at) => at >= seam) &&
          other.places.includes(seam) &&
          other.places.some((at) => !places.includes(at)),
      ),
  );

/** Our own terms say what belongs together: "nausea and vomiting", "irritable bowel, diarrhea predominant". */
const isOwnTerm = (
  dictionary: Dictionary,
  mention: TermMention,
  around: { words: readonly NotedWord[]; all: readonly TermMention[] },
): boolean => dictionary.termSource[mention.term] === 0 && !splitsAnother(around.words, mention, around.all);

/** "Knee and hip pain" names two pains. */
const isListed = (words: readonly NotedWord[], { places }: TermMention): boolean =>
  words.slice(places[0], places.at(-1)).some(({ key }) => connecting.has(key));

const isBetween = (words: readonly NotedWord[], from: number, to: number): boolean => {
  let joined = false;
  for (let at = from + 1; at <= to; at += 1) {
    const word = words[at];
    joined ||= (word?.gap ?? 0) > 0 || connecting.has(word?.key ?? '');
    const isLink = word?.filler || connecting.has(word?.key ?? '') || sites.has(word?.key ?? '');
    if (at < to && !isLink) return false;
  }
  return joined;
};

/** The places of a mention's words that another one does not have. */
const placesBeside = (
  words: readonly NotedWord[],
  one: TermMention,
  other: TermMention,
): readonly number[] => {
  const ids = new Set(other.places.map((at) => words[at]?.id));
  return one.places.filter((at) => !ids.has(words[at]?.id));
};

/** "Maxillary and ethmoid sinusitis", "pleural + adrenal metastases": what is said of both in turn names two. */
const isCoordinate = (words: readonly NotedWord[], mention: TermMention, other: TermMention): boolean => {
  const own = placesBeside(words, mention, other);
  const others = placesBeside(words, other, mention);
  if (own.length === 0 || own.length !== others.length || own.length === mention.places.length) return false;
  // A side is read for itself.
  if (own.every((at) => sides.has(words[at]?.key ?? ''))) return false;
  const [first, second] = (own[0] ?? 0) < (others[0] ?? 0) ? [own, others] : [others, own];
  return isBetween(words, first.at(-1) ?? 0, second[0] ?? 0);
};

/** "Hand index finger contusion" names one: where nothing but a place is new, the condition is said already. */
const saysPlaceOnly = (
  words: readonly NotedWord[],
  mention: TermMention,
  said: ReadonlySet<number>,
): boolean =>
  mention.places.some((at) => said.has(at)) &&
  mention.places.some((at) => !said.has(at)) &&
  mention.places.every((at) => said.has(at) || sites.has(words[at]?.key ?? ''));

/** "Renal stone small": what stands behind a name and shares a word with it is about the whole of it. */
const saysOfName = (words: readonly NotedWord[], mention: TermMention, other: TermMention): boolean => {
  const shared = mention.places.filter((at) => other.places.includes(at));
  const own = mention.places.filter((at) => !other.places.includes(at));
  const last = other.places.at(-1) ?? 0;
  const [first = 0] = own;
  if (shared.length === 0 || own.length === 0 || first < last || shared.includes(last)) return false;
  return !words.slice(last + 1, first + 1).some(({ gap, key }) => gap > 0 || connecting.has(key));
};

/** What decides, while the terms are gone through, whether the next one says something new. */
class Chosen {
  readonly taken: TermMention[] = [];
  readonly #said = new Set<number>();
  readonly #joined: ReadonlySet<TermMention>;
  readonly #dictionary: Dictionary;
  readonly #words: readonly NotedWord[];
  readonly #all: readonly TermMention[];

  constructor(dictionary: Dictionary, words: readonly NotedWord[], all: readonly TermMention[]) {
    [this.#dictionary, this.#words, this.#all] = [dictionary, words, all];
    const near = all.filter(({ stretched }) => !stretched);
    this.#joined = new Set(
      near.filter(
        (mention) => !isOwnTerm(dictionary, mention, { words, all: near }) && joinsTwo(words, mention, near),
      ),
    );
  }

  #namesAlone(places: readonly number[]): boolean {
    return this.#all.some((one) => one.places.every((at) => places.includes(at)));
  }

  #isOneOfSeveral(mention: TermMention): boolean {
    return this.taken.some(
      (other) =>
        isCoordinate(this.#words, mention, other) &&
        !this.#namesAlone(mention.places.filter((at) => !other.places.includes(at))),
    );
  }

  #isNew(mention: TermMention): boolean {
    if (this.taken.some((other) => saysOfName(this.#words, mention, other))) return false;
    const parted = this.#joined.has(mention) || mention.stretched === true;
    if (saysPlaceOnly(this.#words, mention, this.#said)) return !parted && isListed(this.#words, mention);
    const isOwn = !parted && ownShare(this.#dictionary, this.#words, mention, this.#said) > leastOwnShare;
    return isOwn || this.#isOneOfSeveral(mention);
  }

  take(mention: TermMention): void {
    if (!this.#isNew(mention)) return;
    this.taken.push(mention);
    for (const at of mention.places) this.#said.add(at);
  }
}

/** In the order of the note; of two that share words, the one whose own words stand first. */
const inOrder =
  (words: readonly NotedWord[]) =>
  (one: TermMention, other: TermMention): number => {
    const sharesWords = one.places.some((at) => other.places.includes(at));
    const [own] = sharesWords ? placesBeside(words, one, other) : [];
    const [others] = sharesWords ? placesBeside(words, other, one) : [];
    return own === undefined || others === undefined ? one.start - other.start : own - others;
  };

/**
 * The terms that a statement names: the best first, and no other that says the same words again. Terms may
 * share a word, as the site in "knee pain and knee swelling", but not most of them.
 */
export const findMentions = (dictionary: Dictionary, words: readonly NotedWord[]): readonly TermMention[] => {
  const found = termsIn(dictionary, words);
  const all = found.filter(
    (mention) => dictionary.termSource[mention.term] === 0 || isNamedBeforeComma(words, mention, found),
  );
  const chosen = new Chosen(dictionary, words, all);
  const order = all.toSorted((a, b) => b.score - a.score || a.start - b.start || a.term - b.term);
  for (const mention of order) chosen.take(mention);
  return chosen.taken.toSorted(inOrder(words));
};
