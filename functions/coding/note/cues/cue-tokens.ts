/** A word or sign of a statement as the cues read it, in lower case, with its offsets in the statement. */
export type CueToken = { readonly text: string; readonly start: number; readonly end: number };

/**
 * "r/o" and "w/o" are one word and so is "doesn't"; a hyphen within a word is none of its own. "-CP", "+CP" and "?PE"
 * are signs before a word, "PE?", "PE??" and "PE (?)" have one behind it. A new
 * line that opens an entry of a list ends a clause like a semicolon.
 */
const tokenPattern =
  /\n[ \t]*(?:[-*•>o]|\(?\p{N}{1,2}[.)]|\(?\p{L}\))(?=[ \t])|\p{L}\/\p{L}{1,2}(?![\p{L}])(?:['’]d)?|\p{L}[\p{L}\p{N}]*(?:['’]\p{L}+)?|\p{N}{4}-\p{N}{2}-\p{N}{2}|\p{N}+(?:[.,/]\p{N}+)*|(?<=[^\s~])~~|(?<![^\s,;:(/])[-+?](?=\s?\p{L})|(?<=[\p{L}\p{N})])\?+|\(\?+\)|[^\s\p{L}\p{N}]/gu;

const patternWithSigns = new RegExp(String.raw`\([-+]\)(?=\s?\p{L})|${tokenPattern.source}`, 'gu');

const year = /^(19|20)\d\d$/;
const number = /^\p{N}/u;

/** Signs that are plain as they stand, wherever that is. */
const alone = new Set([',', '.', ';', ':', '(', ')', '/', '%', '&', '"']);

const before = /^[-+]$/;
/** Dashes are one sign, and an arrow ends a clause. */
const signs = new Map([
  ['–', '-'],
  ['—', '-'],
  ['→', ';'],
]);
/** Most tokens are words in small letters, which are plain as they stand. */
const plainWord = /^[a-z]{2,}$/;

/** "(+) HTN (-) DM": signs in brackets stand before their words where the first of them does, else behind. */
const signsLead = /^[^\p{L}\p{N}]*(?:\p{L}+:\s*)?\([-+]\)/u;

/** "PE?", "CHF??", "gout (?)": a query follows its word where nothing but a sign follows it. */
const isBehind = (text: string, statement: string, start: number): boolean => {
  const behind = statement.slice(start + text.length);
  if (!/\p{L}/u.test(behind)) return true;
  return /^(\s|[,.;)])/.test(behind) && /[\p{L}\p{N})]/u.test(statement.charAt(start - 1));
};

/** The plain form: years and numbers by their sort, signs by where they stand, other signs as they are. */
const plainOf = (text: string, statement: string, start: number): string => {
  if (plainWord.test(text)) return text;
  if (text.length === 1) {
    // Most of the rest are signs of one letter, which mean themselves.
    if (alone.has(text)) return text;
    if (text >= '0' && text <= '9') return '#';
  }
  if (text.startsWith('\n')) return ';';
  if (text === '~~') return '~~x';
  // "Viral URI v. allergic rhinitis"
  if (text === 'v' && /^\. \p{L}/u.test(statement.slice(start + 1))) return 'vs';
  if (/^\(?\?/.test(text)) return isBehind(text, statement, start) ? 'x?' : '?x';
  if (text.startsWith('(') && text.length > 1) return `${text.charAt(1)}x`;
  if (year.test(text)) return '#year';
  if (number.test(text)) return '#';
  if (!before.test(text)) return signs.get(text) ?? text.toLowerCase().replace('’', "'");
  const next = statement.charAt(start + 1);
  return /\p{L}/u.test(next) ? `${text}x` : text;
};

const isWithinWord = (statement: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(statement.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(statement.charAt(at + 1));

/** The words and signs of a statement's text in reading order. */
export const readCueTokens = (statement: string): readonly CueToken[] =>
  [...statement.matchAll(signsLead.test(statement) ? patternWithSigns : tokenPattern)]
    .filter(({ 0: text, index }) => text !== '-' || !isWithinWord(statement, index))
    .map(({ 0: text, index }) => ({
      text: plainOf(text, statement, index),
      start: index,
      end: index + text.length,
    }));
