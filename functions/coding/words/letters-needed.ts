/**
 * Which letters a text must have for a pattern to match: at least one of the pieces is in every match. Undefined where
 * none can be told. Read from the pattern's source, so that it holds for whatever the pattern is changed to.
 */
export const lettersNeeded = ({ source }: RegExp): readonly string[] | undefined => {
  if (changesFlags.test(source)) return undefined;
  const reader = { source, at: 0 };
  const needed = readEither(reader);
  return reader.at === source.length ? needed : undefined;
};

/** "(?i:…)" is read by no part of this. */
const changesFlags = /\(\?[a-z-]+:/;

type Reader = { readonly source: string; at: number };

/** Pieces of which one is there; undefined: nothing need be. */
type Needed = readonly string[] | undefined;

/** A part of a pattern: a letter that is written as it is, what a group needs, or nothing that can be told. */
type Part = { readonly letter: string } | { readonly needed: Needed } | 'no width';

/** Pieces of fewer letters are in every text. */
const shortest = 2;
/** More pieces take longer to look for than the pattern. */
const mostPieces = 60;

const lengthOf = (needed: Needed): number =>
  needed === undefined ? 0 : Math.min(...needed.map((one) => one.length));

/** Of two that are both there the one that fewer texts have. */
const better = (one: Needed, other: Needed): Needed => {
  if (one === undefined || other === undefined) return one ?? other;
  const [mine, its] = [Math.min(lengthOf(one), 4), Math.min(lengthOf(other), 4)];
  if (mine !== its) return mine > its ? one : other;
  return one.length <= other.length ? one : other;
};

const ofRun = (run: string): Needed => (run.length >= shortest ? [run.toLowerCase()] : undefined);

const readEither = (reader: Reader): Needed => {
  const ways = [readRow(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    ways.push(readRow(reader));
  }
  const pieces = ways.flatMap((way) => way ?? []);
  return ways.includes(undefined) || pieces.length > mostPieces ? undefined : [...new Set(pieces)];
};

/** Parts one behind the other: letters that stand together are one piece. */
const readRow = (reader: Reader): Needed => {
  let needed: Needed;
  let run = '';
  const end = (): void => {
    needed = better(needed, ofRun(run));
    run = '';
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    const part = readPart(reader);
    const times = readTimes(reader);
    if (part === 'no width') continue;
    if ('letter' in part && times === 'once') run += part.letter;
    else if ('letter' in part && times === 'often') {
      run += part.letter;
      end();
    } else {
      end();
      if ('needed' in part && times !== 'perhaps') needed = better(needed, part.needed);
    }
  }
  end();
  return needed;
};

const nothing: Part = { needed: undefined };

const readPart = (reader: Reader): Part => {
  const sign = reader.source.charAt(reader.at);
  reader.at += 1;
  if (sign === '^' || sign === '$') return 'no width';
  if (sign === '.') return nothing;
  if (sign === '[') return skipClass(reader);
  if (sign === '(') return readGroup(reader);
  if (sign === '\\') return readEscape(reader);
  // Letters beyond ASCII have several small forms: a micro sign is a mu.
  return sign > '\u007f' ? nothing : { letter: sign };
};

const skipClass = (reader: Reader): Part => {
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') {
    reader.at += reader.source[reader.at] === '\\' ? 2 : 1;
  }
  reader.at += 1;
  return nothing;
};

const opening = /\((?:\?(?:(?<around><?[=!])|:|<[^>]+>))?/y;

const readGroup = (reader: Reader): Part => {
  opening.lastIndex = reader.at - 1;
  const found = opening.exec(reader.source);
  reader.at += (found?.[0].length ?? 1) - 1;
  const needed = readEither(reader);
  reader.at += 1;
  return found?.groups?.around === undefined ? { needed } : 'no width';
};

const behindUnicode = ({ source, at }: Reader): number =>
  source[at] === '{' ? source.indexOf('}', at) + 1 : at + 4;

/** Escapes of signs are the sign; classes of letters, places and properties tell nothing. */
const readEscape = (reader: Reader): Part => {
  const sign = reader.source.charAt(reader.at);
  reader.at += 1;
  if (sign === 'b' || sign === 'B') return 'no width';
  if (/[pP]/.test(sign)) reader.at = reader.source.indexOf('}', reader.at) + 1;
  if (sign === 'k') reader.at = reader.source.indexOf('>', reader.at) + 1;
  if (sign === 'n') return { letter: '\n' };
  if (sign === 't') return { letter: '\t' };
  if (sign === 'x') reader.at += 2;
  if (sign === 'u') reader.at = behindUnicode(reader);
  return /[a-zA-Z0-9]/.test(sign) ? nothing : { letter: sign };
};

const quantifier = /[?*+]\??|\{(?<least>\d+)(?<open>,\d*)?\}\??/y;

/** How often the part just read is there. A part that is there several times ends a piece behind its first. */
const readTimes = (reader: Reader): 'once' | 'perhaps' | 'often' => {
  quantifier.lastIndex = reader.at;
  const found = quantifier.exec(reader.source);
  if (!found) return 'once';
  reader.at += found[0].length;
  if (/^[?*]/.test(found[0]) || found.groups?.least === '0') return 'perhaps';
  return 'often';
};
