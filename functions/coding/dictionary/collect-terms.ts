import type { DictionaryCode, DictionaryTerm } from './dictionary.ts';

/** A line of the Alphabetic Index: the titles from the main term down, what it leads to. */
export type IndexLine = {
  readonly path: readonly { readonly title: string; readonly optional: string }[];
  readonly code?: string;
  readonly see?: string;
};

/** "S93.40-" in the index means the subcategory "S93.40". */
const heading = (code: string): string => code.replace(/[-.]+$/, '').toUpperCase();

/** Titles that stand for what the clinician did not say in particular; their words match nothing. */
const unsaid =
  /^(specified|unspecified)\b|\b(specified (site|type|NEC)|by site|without)\b|code (to|by)|see condition/i;

const isUnsaid = ({ path }: IndexLine): boolean => path.some(({ title }) => unsaid.test(title));

const sameRoot = (a: string, b: string): boolean =>
  a.slice(0, 4).toLowerCase() === b.slice(0, 4).toLowerCase();

/** "Diabetes, diabetic" gives two forms of one word, "Anticoagulant, circulating" a word and what it needs. */
const formsOfTitle = (title: string): readonly string[] => {
  const plain = title
    .replace(/\b(NEC|NOS)\b/g, ' ')
    .replace(/\(s\)/g, ' ')
    .replace(/(?<=\S )(joint|region|structure|area)s?\b/g, ' ')
    .trim();
  const parts = plain.split(/\s*,\s*/).filter((part) => part !== '');
  const first = parts[0] ?? '';
  // "Fracture, traumatic": a fracture is, unless the note calls it otherwise.
  if (parts[1] === 'traumatic') parts.pop();
  const forms = parts.length > 1 && parts.every((part) => sameRoot(part, first)) ? parts : [parts.join(' ')];
  return forms.flatMap(alternatives);
};

/** "Joint or ligament" may be either: one form with each. */
const alternatives = (form: string): readonly string[] => {
  const either = /(\S+) or (?:other )?(\S+)/.exec(form);
  if (!either) return [form];
  const [whole, one = '', other = ''] = either;
  return [form.replace(whole, one), form.replace(whole, other)];
};

/** Forms of one index line at most: some titles have many alternatives at every level. */
const mostForms = 8;

const wordings = (line: IndexLine): readonly string[] => {
  let forms = [''];
  for (const { title } of line.path) {
    // "History, personal (of), malignant neoplasm": notes say "history of".
    if (/^personal\b/.test(title) && line.path[0]?.title.startsWith('History')) continue;
    // A growth "of the skin of the nose" is one of the nose.
    if (/^skin\b/.test(title) && line.path.length > 2) continue;
    const next = formsOfTitle(title);
    forms = forms.flatMap((form) => next.map((one) => `${form} ${one}`)).slice(0, mostForms);
  }
  return forms;
};

const termsOfLine = (line: IndexLine, code: string): readonly DictionaryTerm[] => {
  const optional = line.path
    .map(({ optional }) => optional)
    .join(' ')
    .replace(/[()]/g, ' ');
  return wordings(line).map((words) => ({ words, optional, code: heading(code), source: 'index' }));
};

const keyOfTitle = (title: string): string =>
  (title.split(',')[0] ?? '')
    .replace(/^(with|in|due to)\s+/i, '')
    .trim()
    .toLowerCase();

const keyOf = (titles: readonly string[]): string => titles.map(keyOfTitle).join(' > ');

/** Where "see Pain, limb, upper" leads: the code of that line, if the reference is exact. */
const followReferences = (lines: readonly IndexLine[]): ((see: string) => string | undefined) => {
  const codes = new Map<string, string>();
  for (const { path, code } of lines) {
    const key = keyOf(path.map(({ title }) => title));
    if (code !== undefined && !codes.has(key)) codes.set(key, code);
  }
  return (see) => codes.get(keyOf(see.split(/\s*,\s*/)));
};

/** Where "see Ulcer, pressure, by site" leads: each line of pressure ulcers, under the words of the reference. */
const followBySite = (lines: readonly IndexLine[]): ((line: IndexLine) => readonly IndexLine[]) => {
  const byMain = Map.groupBy(lines, ({ path }) => keyOfTitle(path[0]?.title ?? ''));
  return ({ path, see }) => {
    const [, first = '', last = ''] = /^(?:also )?(.*?),? by site(?:, (.*))?$/.exec(see ?? '') ?? [];
    const [before, after] = [first, last].map((part) =>
      part
        .split(/\s*,\s*/)
        .filter((one) => one !== '')
        .map(keyOfTitle),
    );
    if (!before?.[0] || !after) return [];
    return (byMain.get(before[0]) ?? []).flatMap((line) => {
      const parts = line.path.map(({ title }) => wordsOfTitle(title));
      const from = titlesOf(parts, before);
      const to = parts.length - after.length;
      const fits =
        from > 0 &&
        to >= from &&
        after.every((key, at) => key === keyOfTitle(line.path[to + at]?.title ?? ''));
      return fits && line.code ? [{ path: [...path, ...line.path.slice(from, to)], code: line.code }] : [];
    });
  };
};

/** "Ulcer, ulcerated, ulceration" is one word in its forms. */
const wordsOfTitle = (title: string): readonly string[] => {
  const [first = '', ...others] = title.toLowerCase().split(/\s*,\s*/);
  return [keyOfTitle(first), ...others.filter((one) => !sameRoot(one, first))];
};

/** How many titles say just the words of a reference: "Fracture, traumatic" is no line of "Fracture" alone. */
const titlesOf = (titles: readonly (readonly string[])[], said: readonly string[]): number => {
  let words: readonly string[] = [];
  for (const [at, title] of titles.entries()) {
    words = [...words, ...title];
    if (words.length === said.length && words.every((word, nth) => word === said[nth])) return at + 1;
    if (words.length >= said.length) return 0;
  }
  return 0;
};

/** Terms of the Alphabetic Index: every path of titles with its code, references followed. */
export function* termsOfIndex(lines: readonly IndexLine[]): Generator<DictionaryTerm> {
  const codeOf = followReferences(lines);
  const bySite = followBySite(lines);
  // The shallow lines first: where two need the same words, the default code of the main term stands.
  for (const line of [...lines].sort((a, b) => a.path.length - b.path.length)) {
    if (isUnsaid(line)) continue;
    const code = line.code ?? (line.see === undefined ? undefined : codeOf(line.see));
    if (code !== undefined) yield* termsOfLine(line, code);
  }
  for (const line of lines) {
    if (line.code !== undefined || !line.see?.includes('by site')) continue;
    for (const one of bySite(line)) {
      if (isUnsaid(one)) continue;
      for (const term of termsOfLine(one, one.code ?? '')) yield { ...term, isAlias: true };
    }
  }
}

/** Descriptions that name what the clinician leaves open; their words are no term. */
const describesRest =
  /^(other|unspecified|personal history|family history|encounter for other)\b|classified elsewhere/i;
const saysLess = /\b(without|other)\b|\bunspecified (?!(organism|cause|type|site|eye|ear|side)\b)\w/i;
const seventhCharacter = /^[A-Z]\w\w\.\w{3}[A-Z]$/;

/** Descriptions of codes as terms; what only says "other" or repeats its parent with an encounter does not help. */
export function* termsOfDescriptions(codes: readonly DictionaryCode[]): Generator<DictionaryTerm> {
  for (const { code, description } of codes) {
    if (seventhCharacter.test(code) || describesRest.test(description) || saysLess.test(description))
      continue;
    const optional = [...description.matchAll(/[([]([^)\]]*)[)\]]/g)]
      .map((found) => found[1] ?? '')
      .join(' ');
    const words = description
      .replace(/[([][^)\]]*[)\]]/g, ' ')
      .replace(/\bof unspecified (?=eye|ear)/gi, 'of ')
      .replace(/,? ?unspecified( (organism|cause|site|type|eye|ear|side))?/gi, ' ')
      .replace(/,? not elsewhere classified/gi, ' ');
    yield { words, optional, code, source: 'description' };
    // Notes leave out that a growth on the nose is one of its skin.
    if (/\bskin of\b/i.test(words)) {
      yield { words: words.replace(/\bskin of\b/i, ' '), optional, code, source: 'description' };
    }
  }
}

/** Inclusion terms of the Tabular List. */
export function* termsOfInclusions(
  rows: Iterable<{ readonly code: string; readonly text: string }>,
): Generator<DictionaryTerm> {
  for (const { code, text } of rows) {
    if (/^other\b|\bwithout\b/i.test(text)) continue;
    const optional = [...text.matchAll(/[([]([^)\]]*)[)\]]/g)].map((found) => found[1] ?? '').join(' ');
    yield {
      words: text.replace(/[([][^)\]]*[)\]]/g, ' '),
      optional,
      code: heading(code),
      source: 'inclusion',
    };
  }
}

/** The columns of the neoplasm table by how a clinician calls the growth. */
const behaviours: readonly (readonly [string, readonly string[]])[] = [
  ['malignant primary', ['cancer', 'primary cancer']],
  ['malignant secondary', ['metastasis', 'secondary cancer']],
  ['ca in situ', ['cancer in situ']],
  ['benign', ['benign neoplasm', 'benign mass']],
  ['uncertain behavior', ['neoplasm uncertain behavior']],
  ['unspecified behavior', ['neoplasm']],
];

/** A line of the Neoplasm Table: a site with its codes in the order of the columns. */
export type NeoplasmLine = { readonly path: IndexLine['path']; readonly codes: readonly string[] };

export function* termsOfNeoplasms(lines: readonly NeoplasmLine[]): Generator<DictionaryTerm> {
  for (const { path, codes } of lines) {
    if (path.some(({ title }) => unsaid.test(title))) continue;
    for (const site of wordings({ path: path.slice(1) })) {
      for (const [column, [, names]] of behaviours.entries()) {
        const code = codes[column];
        if (!code || code === '-') continue;
        for (const name of names) yield { words: `${site} ${name}`, code: heading(code), source: 'index' };
      }
    }
  }
}
