import { type CoderMemory, emptyMemory, leastShareKept, remember, shareKept } from './coder-memory.ts';

/** A note that was coded in the past, without marks that tell which words a code was for. */
export type CodedCase = {
  readonly suggested: readonly { readonly term: string; readonly code: string }[];
  readonly phrases: ReadonlySet<string>;
  readonly codes: readonly string[];
};

/** Notes at least that a phrase must explain, so that no chance meeting of words and code is learned. */
const leastNotes = 3;
/** A phrase that the code's own description shares a word with is believed sooner. */
const leastNotesAkin = 2;
/** What a note in which the phrase stands without the code costs, against one that it explains. */
const costOfWrong = 0.5;
const leastGain = 2;

type Choice = { readonly phrase: string; readonly gain: number };

type Evidence = {
  readonly code: string;
  readonly carriers: ReadonlyMap<string, readonly number[]>;
  readonly coded: ReadonlySet<number>;
  readonly isAkin: (phrase: string) => boolean;
};

const gainOf = (phrase: string, explained: number, evidence: Evidence): Choice | undefined => {
  const notes = evidence.carriers.get(phrase) ?? [];
  const right = notes.filter((note) => evidence.coded.has(note)).length;
  const akin = evidence.isAkin(phrase);
  if (explained < (akin ? leastNotesAkin : leastNotes)) return undefined;
  if (right / (notes.length + 1) < leastShareKept) return undefined;
  return { phrase, gain: explained - costOfWrong * (notes.length - right) + (akin ? 0.5 : 0) };
};

const bestPhrase = (
  cases: readonly CodedCase[],
  open: ReadonlySet<number>,
  evidence: Evidence,
): Choice | undefined => {
  const explains = new Map<string, number>();
  for (const note of open) {
    for (const phrase of cases[note]?.phrases ?? []) explains.set(phrase, (explains.get(phrase) ?? 0) + 1);
  }
  let best: Choice | undefined;
  for (const [phrase, explained] of explains) {
    const choice = gainOf(phrase, explained, evidence);
    if (choice && choice.gain >= leastGain && (!best || choice.gain > best.gain)) best = choice;
  }
  return best;
};

/** The phrases that explain a code where nothing suggested it, one after the other, each by what it adds. */
const phrasesFor = (
  cases: readonly CodedCase[],
  unexplained: readonly number[],
  evidence: Evidence,
): readonly string[] => {
  const open = new Set(unexplained);
  const chosen: string[] = [];
  for (let best = bestPhrase(cases, open, evidence); best; best = bestPhrase(cases, open, evidence)) {
    chosen.push(best.phrase);
    for (const note of open) if (cases[note]?.phrases.has(best.phrase)) open.delete(note);
  }
  return chosen;
};

const carriersOf = (cases: readonly CodedCase[]): ReadonlyMap<string, readonly number[]> => {
  const carriers = new Map<string, number[]>();
  cases.forEach(({ phrases }, note) => {
    for (const phrase of phrases) {
      const known = carriers.get(phrase);
      if (known) known.push(note);
      else carriers.set(phrase, [note]);
    }
  });
  return carriers;
};

const notesByCode = (cases: readonly CodedCase[]): ReadonlyMap<string, readonly number[]> => {
  const notes = new Map<string, number[]>();
  cases.forEach(({ codes }, note) => {
    for (const code of new Set(codes)) notes.set(code, [...(notes.get(code) ?? []), note]);
  });
  return notes;
};

/**
 * Learns from notes coded in the past, whose codes stand without the words that they were for: counts how often each
 * suggestion was kept, and finds the phrases that best explain the codes that no suggestion gave.
 * `wordsOf` gives the words of a code's description, by which a phrase is known to be akin to it.
 */
export const learnFromCases = (
  cases: readonly CodedCase[],
  wordsOf: (code: string) => ReadonlySet<string>,
): CoderMemory => {
  const memory = cases.reduce(
    (known, { suggested, codes }) => remember(known, { suggested, codes }),
    emptyMemory(),
  );
  const carriers = carriersOf(cases);
  const phrases: CoderMemory['phrases'] = {};
  for (const [code, notes] of notesByCode(cases)) {
    const words = wordsOf(code);
    const isAkin = (phrase: string): boolean => phrase.split(' ').some((word) => words.has(word));
    const unexplained = notes.filter(
      (note) =>
        !cases[note]?.suggested.some(
          (one) => one.code === code && shareKept(memory, one.term, code) >= leastShareKept,
        ),
    );
    const coded = new Set(notes);
    for (const phrase of phrasesFor(cases, unexplained, { code, carriers, coded, isAkin })) {
      const all = carriers.get(phrase) ?? [];
      const accepted = all.filter((note) => coded.has(note)).length;
      phrases[phrase] = { ...phrases[phrase], [code]: { accepted, rejected: all.length - accepted } };
    }
  }
  return { ...memory, phrases };
};
