import type { JsonSource } from './json-source.ts';

const quotes: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’', '„': '“' };

export const opensText = (sign: string): boolean => sign in quotes;

const escapes: Readonly<Record<string, string>> = {
  ...{ '"': '"', '\\': '\\', '/': '/' },
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};

/** A text in quotation marks; undefined where it has no end, so that nothing behind it can be read. */
export const readText = (source: JsonSource): string | undefined => {
  const start = source.at;
  const end = quotes[source.next] ?? '"';
  if (source.next !== '"')
    source.fault('not-json', 'JSON has straight double quotation marks (") around texts and names');
  source.at += 1;
  let text = '';
  while (!source.isAtEnd) {
    if (source.took(end)) return text;
    if (source.next === '\n' || source.next === '\r') break;
    text += readLetter(source);
  }
  const detail = 'This text has no closing quotation mark (") on its line';
  source.fault('not-json', detail, source.isAtEnd ? {} : { at: start });
  return undefined;
};

const readLetter = (source: JsonSource): string => {
  const start = source.at;
  const letter = source.next;
  source.at += 1;
  if (letter !== '\\') {
    if (letter < ' ')
      source.fault('not-json', 'A tab or another control character stands in a text: take it out', {
        at: start,
      });
    return letter;
  }
  const sign = source.next;
  source.at += 1;
  const plain = escapes[sign];
  if (plain !== undefined) return plain;
  const digits = sign === 'u' ? source.takeAll(/[0-9A-Fa-f]{4}/) : '';
  if (digits !== '') return String.fromCharCode(Number.parseInt(digits, 16));
  source.fault('not-json', 'A backslash is written twice (\\\\) in a text', { at: start });
  return sign;
};

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What a word is that JSON does not have, and what it means in the language that it was written in. */
const foreignWords: Readonly<Record<string, string>> = {
  ...{ True: 'true', TRUE: 'true', False: 'false', FALSE: 'false' },
  ...{
    None: 'null',
    NULL: 'null',
    Null: 'null',
    nil: 'null',
    undefined: 'null',
    NaN: 'null',
    Infinity: 'null',
  },
};

const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** A number, true, false or null; `known` is false of what is none of them, which was told then. */
export const readWord = (source: JsonSource): { readonly known: boolean; readonly value?: unknown } => {
  const start = source.at;
  const word = source.takeAll(/[^\s,:[\]{}"'“”/]+/);
  if (word in words) return { known: true, value: words[word] };
  if (plainNumber.test(word)) return { known: true, value: Number(word) };
  const meant = foreignWords[word];
  if (meant !== undefined) source.fault('not-json', `Write ${meant}, in small letters`, { at: start });
  else if (/^[-+.]?\d/.test(word))
    source.fault(
      'not-json',
      'This is no number of JSON: write digits without leading zeros, signs or commas, or quotation marks around it',
      { at: start },
    );
  else
    source.fault('not-json', 'Quotation marks (") are missing around this, or it is broken off', {
      at: start + longestBeginning(word),
    });
  return { known: false };
};

/** As much of a word as true, false or null begins with. */
const longestBeginning = (word: string): number => {
  const shared = Object.keys(words).map((one) => {
    let length = 0;
    while (length < word.length && one[length] === word[length]) length += 1;
    return length;
  });
  return Math.max(...shared);
};
