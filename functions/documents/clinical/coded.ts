import { type Coded, stampOf, systemOf, withCodes } from '../facts/values.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { childrenNamed, descendants, firstAt, wordsOf } from '../xml/walk.ts';

/** The words of a narrative by the ID that entries refer to. */
export type Narrative = ReadonlyMap<string, string>;

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const narrativeOf = (text: XmlElement | undefined): Narrative => {
  const found = new Map<string, string>();
  const visit = (element: XmlElement): void => {
    const { ID } = element.attributes;
    if (ID !== undefined) found.set(ID, plain(wordsOf(element)));
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  if (text) visit(text);
  return found;
};

/** What an element says itself, or where it refers to in the narrative. */
export const referred = (element: XmlElement | undefined, narrative: Narrative): string | undefined => {
  if (!element) return undefined;
  const reference = firstAt(element, 'reference')?.attributes.value;
  const own = plain(wordsOf(element));
  return own || (reference && narrative.get(reference.replace(/^#/, ''))) || undefined;
};

const codeOf = ({ attributes }: XmlElement): readonly Coded[] =>
  attributes.code === undefined || attributes.nullFlavor !== undefined
    ? []
    : [{ code: attributes.code, system: systemOf(attributes.codeSystem ?? attributes.codeSystemName) ?? '' }];

/** CD and CE with translations: the words that the entry shows, its own, or those of the narrative. */
export const codedWords = (coded: XmlElement | undefined, narrative: Narrative): string | undefined => {
  if (!coded) return undefined;
  const all = [coded, ...descendants(coded, 'translation')];
  const shown = all.map(({ attributes }) => attributes.displayName).find((words) => words?.trim());
  return withCodes(shown ?? referred(firstAt(coded, 'originalText'), narrative), all.flatMap(codeOf));
};

const limit = (element: XmlElement | undefined): string | undefined => {
  const { value, unit } = element?.attributes ?? {};
  return value === undefined ? undefined : [value, unit === '1' ? '' : unit].filter((part) => part).join(' ');
};

/** "60 to 99 mg/dL", "less than 5" */
const rangeOf = (value: XmlElement): string | undefined => {
  const [low, high] = [limit(firstAt(value, 'low')), limit(firstAt(value, 'high'))];
  if (low !== undefined && high !== undefined) return `${low} to ${high}`;
  if (low !== undefined) return `at least ${low}`;
  return high === undefined ? undefined : `at most ${high}`;
};

/** The value of an observation: a quantity, a code, a range, a time, words. */
export const shownValue = (value: XmlElement | undefined, narrative: Narrative): string | undefined => {
  if (!value) return undefined;
  const type = (value.attributes.type ?? '').replace(/^.*:/, '');
  if (/^(PQ|INT|REAL|MO)$/.test(type)) return limit(value) ?? referred(value, narrative);
  if (type.startsWith('IVL')) return rangeOf(value) ?? limit(value);
  if (type === 'TS') return stampOf(value.attributes.value, true);
  if (type === 'BL') return value.attributes.value;
  if (/^(RTO)/.test(type))
    return (
      ['numerator', 'denominator']
        .map((part) => limit(firstAt(value, part)))
        .filter((part) => part)
        .join(' / ') || undefined
    );
  return codedWords(value, narrative) ?? limit(value) ?? referred(value, narrative);
};

/** When it was or begins, and when it ended. */
export const timesOf = (element: XmlElement): { readonly from?: string; readonly to?: string } => {
  const [time] = childrenNamed(element, 'effectiveTime');
  const at = (path: string): string | undefined => {
    const stamp = path === '' ? time : firstAt(time, path);
    return stampOf(stamp?.attributes.value)?.slice(0, 10);
  };
  const from = at('') ?? at('low') ?? at('center');
  const to = at('high');
  return { ...(from && { from }), ...(to && { to }) };
};
