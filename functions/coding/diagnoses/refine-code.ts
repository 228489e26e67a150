import { type Dictionary, rangeBelow, rowOf } from '../dictionary/dictionary.ts';
import { wordKey } from '../words/word-key.ts';

/** What else the note says that may make a code more specific: vocabulary numbers with how close they stand. */
export type Surroundings = ReadonlyMap<number, number>;

export type Episode = 'A' | 'D' | 'S';

const seventh = /^\w{3}\.\w{3}([A-Z])$/;

/** What a dictionary tells about its codes is worked out when it is first asked, and goes with the dictionary. */
const perDictionary = <Told>(tell: (dictionary: Dictionary) => Told): ((dictionary: Dictionary) => Told) => {
  const told = new WeakMap<Dictionary, Told>();
  return (dictionary) => {
    const known = told.get(dictionary) ?? tell(dictionary);
    told.set(dictionary, known);
    return known;
  };
};

const ofEpisode = (code: string, episode: Episode): boolean => {
  const letter = seventh.exec(code)?.[1];
  return letter === undefined || !/[A-S]/.test(letter) || letter === episode;
};

/**
 * Guideline I.C.19.c: a fracture is closed and displaced, and an encounter initial, unless the note says otherwise;
 * I.C.20.i: what is not said to be meant was an accident. A breast is a woman's where nothing else is said; "mild" is a
 * stage, a metatarsal a bone.
 */
const defaults =
  `displaced closed initial encounter subsequent routine healing sequela accidental unintentional female stage bone part`
    .split(' ')
    .map(wordKey);

const oneSideKeys = ['right', 'left'].map(wordKey);
const sideKeys = [...oneSideKeys, wordKey('bilateral')];

const saysSide = (dictionary: Dictionary, at: number, keys = sideKeys): boolean =>
  keys.some((key) => rowOf(dictionary.codeWords, at).includes(dictionary.vocabulary.get(key) ?? -1));

const defaultWords = perDictionary(
  ({ vocabulary }): ReadonlySet<number> => new Set(defaults.flatMap((key) => vocabulary.get(key) ?? [])),
);

const supportedWordGain = 1.6;
const unsupportedWordCost = 1;

/** Places that a code names together and of which one is said: "left ankle and foot" of an ankle. */
const namedTogether = [
  'ankle foot',
  'hand wrist',
  'hip thigh',
  'heel midfoot',
  'eyelid canthus',
  'scalp neck',
  'ear external auricular canal',
].map((places) => places.split(' ').map(wordKey));

const placesTogether = perDictionary(({ vocabulary }) =>
  namedTogether.map((places) => places.map((place) => vocabulary.get(place) ?? -1)),
);

/** Whether a word of a description is the other place of two, the first of which the note says. */
const isNamedWith = (
  dictionary: Dictionary,
  word: number,
  { said, near }: { said: Uint32Array; near: Surroundings },
): boolean =>
  placesTogether(dictionary).some(
    (ids) => ids.includes(word) && ids.some((id) => id !== word && near.has(id) && said.includes(id)),
  );

/** Of codes that say equally much, the unspecified one stands and the "other" one does not. */
const vagueScores = [0, 0.3, -0.5];

type Candidate = { readonly at: number; readonly score: number; readonly unsupported: number };

type Said = { readonly said: ReadonlySet<number>; readonly near: Surroundings };

const isPresumedBeside = (dictionary: Dictionary, word: number, at: number, { said, near }: Said): boolean =>
  said.has(word) ||
  defaultWords(dictionary).has(word) ||
  isNamedWith(dictionary, word, { said: rowOf(dictionary.codeWords, at), near });

/** What a code says beyond its heading, weighed by what the note has nearby. */
const weigh = (
  dictionary: Dictionary,
  at: number,
  note: { said: ReadonlySet<number>; shares: ReadonlyMap<number, number>; near: Surroundings },
): Candidate => {
  let score = vagueScores[dictionary.vague[at] ?? 0] ?? 0;
  let unsupported = 0;
  for (const word of rowOf(dictionary.codeWords, at)) {
    const telling = 1 - (note.shares.get(word) ?? 0);
    const closeness = note.near.get(word);
    if (closeness !== undefined) score += telling * supportedWordGain * closeness;
    // What the heading says already, or a guideline presumes, needs no word of its own.
    else if (telling > 0.001 && !isPresumedBeside(dictionary, word, at, note)) {
      score -= telling * unsupportedWordCost;
      unsupported += 1;
    }
  }
  return { at, score, unsupported };
};

/**
 * The share of the codes whose description has a word: what all of them say tells nothing, nor what all say that name a
 * side ("right shoulder", beside "unspecified").
 */
const tellingShares = (dictionary: Dictionary, places: readonly number[]): ReadonlyMap<number, number> => {
  const shares = new Map(sharesOf(dictionary, places));
  const sided = places.filter((at) => saysSide(dictionary, at, oneSideKeys));
  for (const [word, share] of sharesOf(dictionary, sided)) if (share > 0.999) shares.set(word, 1);
  return shares;
};

const sharesOf = (dictionary: Dictionary, places: readonly number[]): ReadonlyMap<number, number> => {
  const shares = new Map<number, number>();
  for (const at of places) {
    for (const word of rowOf(dictionary.codeWords, at)) {
      shares.set(word, (shares.get(word) ?? 0) + 1 / places.length);
    }
  }
  return shares;
};

const bestOf = (candidates: readonly Candidate[]): number | undefined => {
  let best: Candidate | undefined;
  for (const one of candidates) if (!best || one.score > best.score) best = one;
  return best?.at;
};

/** The codes among which one is chosen below a category, for an episode; what each says that the others do not. */
type Choice = {
  readonly below: readonly number[];
  readonly said: ReadonlySet<number>;
  readonly shares: ReadonlyMap<number, number>;
};

const choiceBelow = (dictionary: Dictionary, place: number, episode: Episode): Choice => {
  const { from, to } = rangeBelow(dictionary, place);
  const below: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (dictionary.billable[at] === 1 && ofEpisode(dictionary.codes[at] ?? '', episode)) below.push(at);
  }
  const said = new Set(rowOf(dictionary.codeWords, place));
  return { below, said, shares: below.length < 2 ? new Map() : tellingShares(dictionary, below) };
};

/** Codes that remembered choices may have among them: some megabytes, and more than the notes of a clinic lead to. */
const mostKept = 100_000;

const choices = perDictionary(() => ({ made: new Map<string, Choice>(), kept: 0 }));

const choiceOf = (dictionary: Dictionary, place: number, episode: Episode): Choice => {
  const known = choices(dictionary);
  const key = `${place}${episode}`;
  const before = known.made.get(key);
  if (before) return before;
  const choice = choiceBelow(dictionary, place, episode);
  known.kept += 1 + choice.below.length;
  if (known.kept > mostKept) {
    known.made.clear();
    known.kept = 1 + choice.below.length;
  }
  known.made.set(key, choice);
  return choice;
};

/**
 * Chooses among the billable codes below a category the most specific one of which the note says every word: nothing is
 * coded that was not written. An "unspecified" code has no words of its own and so is the default (guideline I.A.9.b);
 * where all codes say something that the note does not, the "other" one is the next, and else none.
 */
export const refineCode = (
  dictionary: Dictionary,
  place: number,
  note: { near: Surroundings; episode: Episode },
): number | undefined => {
  const { below, said, shares } = choiceOf(dictionary, place, note.episode);
  if (below.length < 2) return below[0];
  const weighed = below.map((at) => weigh(dictionary, at, { said, shares, near: note.near }));
  const supported = weighed.filter(({ unsupported }) => unsupported === 0);
  if (supported.length > 0) return bestOf(supported);
  const vague = weighed.filter(({ at }) => dictionary.vague[at] !== 0 && !saysSide(dictionary, at));
  const fewest = Math.min(...vague.map(({ unsupported }) => unsupported));
  return bestOf(vague.filter(({ unsupported }) => unsupported === fewest));
};

type Beside = {
  readonly near: Surroundings;
  /** The words by which the index led to the code: they have had their say. */
  readonly term: Uint32Array;
  readonly episode: Episode;
};

/** Larger categories are those of injuries, whose index is as fine as their codes. */
const mostCodes = 600;

/** The place of a code's category, which stands before all of its codes. */
const categoryOf = ({ codes }: Dictionary, code: number): number => {
  const category = (codes[code] ?? '').slice(0, 3);
  let at = code;
  while (codes[at - 1]?.startsWith(category)) at -= 1;
  return at;
};

/** How telling the words are that a code adds and the note says; none where it adds one that the note does not say. */
const gainOf = (
  dictionary: Dictionary,
  at: number,
  own: Uint32Array,
  { near, term }: Omit<Beside, 'episode'>,
): number => {
  const said = rowOf(dictionary.codeWords, at);
  let gain = 0;
  for (const word of said) {
    if (own.includes(word)) continue;
    if (near.has(word) && !term.includes(word)) gain += dictionary.weights[word] ?? 0;
    else if (!defaultWords(dictionary).has(word) && !isNamedWith(dictionary, word, { said, near })) return 0;
  }
  return gain;
};

/**
 * Guideline I.B.2: the code of the same category that says all that another says, and more that the note says beside
 * it ("vascular dementia, moderate, with agitation"), though the index leads to the other; where two say equally much,
 * none.
 */
export const closerCode = (dictionary: Dictionary, code: number, { episode, ...note }: Beside): number => {
  const { from, to } = rangeBelow(dictionary, categoryOf(dictionary, code));
  if (to - from > mostCodes) return code;
  const own = rowOf(dictionary.codeWords, code);
  let best = { at: code, gain: 0, isAlone: true };
  for (let at = from; at < to; at += 1) {
    if (at === code || dictionary.billable[at] !== 1 || dictionary.vague[at] === 2) continue;
    const gain = gainOf(dictionary, at, own, note);
    if (gain === 0 || gain < best.gain || !ofEpisode(dictionary.codes[at] ?? '', episode)) continue;
    const said = rowOf(dictionary.codeWords, at);
    if (own.every((word) => said.includes(word))) best = { at, gain, isAlone: gain > best.gain };
  }
  return best.isAlone ? best.at : code;
};

/**
 * Whether the note has, beside the term, most of what another code of the category says and this one does not: it may
 * tell a kind that no code was found for.
 */
export const isHinted = (
  dictionary: Dictionary,
  code: number,
  { near, term }: Omit<Beside, 'episode'>,
): boolean => {
  const { from, to } = rangeBelow(dictionary, categoryOf(dictionary, code));
  const own = rowOf(dictionary.codeWords, code);
  for (let at = from; at < Math.min(to, from + mostCodes); at += 1) {
    if (dictionary.billable[at] !== 1 || dictionary.vague[at] === 2) continue;
    let [said, unsaid] = [0, 0];
    for (const word of rowOf(dictionary.codeWords, at)) {
      if (own.includes(word) || defaultWords(dictionary).has(word)) continue;
      if (near.has(word) && !term.includes(word)) said += 1;
      else unsaid += 1;
    }
    if (said > unsaid) return true;
  }
  return false;
};
