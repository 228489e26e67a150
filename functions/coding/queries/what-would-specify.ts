import { type CodeBook, codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { Specifying } from '../../domain/coding.ts';

/** Further codes of a category tell no other words. */
const mostCodes = 400;
/** Longer lists are nobody's choice. */
const mostOptions = 8;

type Described = { readonly code: string; readonly description: string };

/** The billable codes below a heading, in their order. */
const codesBelow = (heading: string, { diagnoses }: CodeBook): readonly Described[] => {
  const found: Described[] = [];
  const open = [heading];
  while (open.length > 0 && found.length < mostCodes) {
    const facts = diagnoses.find(open.shift() ?? '');
    if (facts.standing === 'billable' && facts.description !== undefined)
      found.push({ code: facts.code, description: facts.description });
    else open.unshift(...facts.below);
  }
  return found;
};

/** The headings above a code, the nearest first, up to its category. */
const headingsAbove = (code: string): readonly string[] => {
  const plain = code.replace('.', '');
  return Array.from({ length: plain.length - 3 }, (_, at) => plain.slice(0, plain.length - 1 - at)).map(
    (above) => (above.length > 3 ? `${above.slice(0, 3)}.${above.slice(3)}` : above),
  );
};

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Words that say again that nothing is said. */
const vague = /\b(unspecified|other|unsp|elsewhere|undetermined|without)\b/i;

const distinct = (words: readonly string[]): readonly string[] => [
  ...new Set(
    words
      .map((one) => one.trim().replace(/^[,\s]+|[,\s]+$/g, ''))
      .filter((one) => one !== '' && !vague.test(one)),
  ),
];

/** What other codes say in the place of each "unspecified": "Pain in unspecified shoulder" beside "Pain in right shoulder". */
const wordsInPlace = (description: string, others: readonly Described[]): readonly string[] =>
  [...description.matchAll(/\bunspecified\b/gi)].flatMap(({ index }) => {
    const [before, behind] = [description.slice(0, index), description.slice(index + 'unspecified'.length)];
    if (behind.trim() === '') return [];
    const pattern = new RegExp(`^${literally(before)}(\\w[\\w -]{1,40}?)${literally(behind)}$`, 'i');
    return distinct(others.flatMap((other) => pattern.exec(other.description)?.[1] ?? []));
  });

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What the codes and headings beside a code say that it does not: the stages of a disease, the kinds of an illness. */
const wordsBeside = (one: Described, heading: string, { diagnoses }: CodeBook): readonly string[] => {
  const own = new Set(wordsOf(one.description));
  return distinct(
    diagnoses.find(heading).below.flatMap((beside) => {
      const said = diagnoses.find(beside).description ?? '';
      const shares = wordsOf(said).some((word) => word.length > 3 && own.has(word));
      if (one.code.startsWith(beside) || !shares || vague.test(said)) return [];
      return said
        .replace(/\([^)]{0,300}\)|\[[^\]]{0,300}\]/g, ' ')
        .split(/\s+/)
        .filter((word) => !wordsOf(word).every((known) => own.has(known)))
        .join(' ');
    }),
  );
};

/** What kind of word is wanted, by the words that there are. */
const axes: readonly (readonly [string, RegExp])[] = [
  ['laterality', /^(right|left|bilateral|both)\b/i],
  ['trimester', /\btrimester\b|^(first|second|third)$/i],
  ['stage', /^stages?\b|\bstage \w+$/i],
  ['acuity', /^(acute|chronic|subacute|acute on chronic|recurrent)\b/i],
  ['severity', /^(mild|moderate|severe|profound)\b/i],
  ['episode', /\b(single|recurrent|initial|subsequent) ?(episode|encounter)?\b/i],
  ['type', /^types? [\divx]+\b/i],
];

/** Where the words tell nothing more of what is wanted. */
export const kindOrSite = 'kind or site';

const axisOf = (options: readonly string[]): string =>
  axes.find(([, words]) => options.filter((one) => words.test(one)).length * 2 > options.length)?.[0] ??
  kindOrSite;

/**
 * Which words of the clinician would lead from an unspecified code to a more specific one, by what the codes beside it
 * say; undefined where the code is specific, or the set in use has none beside it.
 */
export const whatWouldSpecify = (
  { code, description }: Described,
  dateOfService: CalendarDate,
): Specifying | undefined => {
  if (!/\bunspecified\b/i.test(description)) return undefined;
  const book = codeBookOn(dateOfService);
  const one = { code, description };
  const above = headingsAbove(code);
  const lists = [
    ...above.map((heading) => wordsInPlace(description, codesBelow(heading, book))),
    ...above.map((heading) => wordsBeside(one, heading, book)),
  ].filter((options) => options.length > 1);
  const told = lists.map((options) => ({ axis: axisOf(options), options: options.slice(0, mostOptions) }));
  const sideIsOpen = book.diagnoses.entry(code)?.side === 'unspecified';
  const side = sideIsOpen ? { axis: 'laterality', options: ['right', 'left'] } : undefined;
  return told.find(({ axis }) => axis !== kindOrSite) ?? side ?? told[0];
};
