import type { ElementGuide } from '../guide/declare.ts';
import { isPadded, isSpecial } from '../text/segment-cutter.ts';
import {
  compositeReader,
  isRange,
  leavingOut,
  rangeReaders,
  repeatReader,
} from './compile-composite-reader.ts';
import { elementOf } from './places.ts';
import { fresh, from, looking, missing, type ReaderText, there, to } from './reader-text.ts';

/** Dates that stand behind their format. */
const datedReaders = { day: 'dayAt', period: 'periodAt' } as const;

const isDated = (kind: string): kind is keyof typeof datedReaders => kind in datedReaders;

/**
 * Most texts are read by the generated function itself: its branches learn how long this element is. The first element
 * mostly is the segment's qualifier, which the scanner has packed.
 */
const readingText = ({ isQualified }: ReaderText, place: string): string => {
  const short = `shortText(x, b, ${from(place)}, ${to(place)})`;
  const long = `x.slice(${from(place)}, ${to(place)})`;
  const cut = `odd ? readText(s, ${from(place)}, ${to(place)}) : ${to(place)} - ${from(place)} <= 3 ? ${short} : ${long}`;
  const any = `${there(place)} ? ${cut} : undefined`;
  if (place !== '1' || !isQualified) return `(${any})`;
  const isCode = `(s.flags & ${isPadded | isSpecial}) === 0 && s.qualifier !== 0`;
  return `(${isCode} ? codeText(s.qualifier) : ${any})`;
};

const readingMoney = (place: string): string =>
  `(n >= ${place} ? plainAmount(b, ${from(place)}, ${to(place)}) ?? readMoney(s, ${from(place)}, ${to(place)}, ${place}) : undefined)`;

/** An expression that reads an element at a place, which is an expression itself. */
export const reading = (text: ReaderText, guide: ElementGuide, place: string): string => {
  if (guide.kind === 'composite')
    return `${compositeReader(text, guide, guide.usage !== 'R')}(s, ${place})${missing(guide, place)}`;
  if (guide.kind === 'repeat') return `${repeatReader(text, guide)}(s, ${place})${missing(guide, place)}`;
  if (guide.kind === 'run') return `${runReader(text, guide)}(s, ${place})${missing(guide, place)}`;
  if (guide.kind === 'group') return `${groupReader(text, guide)}(s)${missing(guide, place)}`;
  if (isDated(guide.kind)) {
    const absent = guide.usage === 'R' ? ` ?? missingDate(s, ${place})` : '';
    return `${datedReaders[guide.kind]}(s, ${place})${absent}`;
  }
  if (!isRange(guide.kind)) throw new TypeError(`No reader of ${guide.kind}`);
  if (guide.kind === 'text') return `${readingText(text, place)}${missing(guide, place)}`;
  if (guide.kind === 'money') return `${readingMoney(place)}${missing(guide, place)}`;
  const value = `${rangeReaders[guide.kind]}(s, ${from(place)}, ${to(place)}, ${place})`;
  return `(n >= ${place} ? ${value} : undefined)${missing(guide, place)}`;
};

const runReader = (text: ReaderText, guide: ElementGuide): string => {
  const item = guide.item;
  if (item === undefined) throw new TypeError('A run needs its item');
  const name = fresh(text, 'run');
  const one =
    item.kind === 'composite'
      ? `${compositeReader(text, item, guide.usage !== 'R')}(s, p)`
      : reading(text, { ...item, usage: 'S' }, 'p');
  text.before.push(`const ${name} = (s, from) => {
    let values, gap = false;
    ${looking}
    const to = Math.min(n, from + ${(guide.max ?? 1) - 1});
    for (let p = from; p <= to; p += 1) {
      const v = ${one};
      if (v === undefined) { gap = true; continue; }
      if (gap) s.altered = true;
      values = more(values, v);
    }
    return values;
  };`);
  return name;
};

const groupReader = (text: ReaderText, guide: ElementGuide): string => {
  const { at, width = 1, max = 1, fields = {} } = guide;
  const first = elementOf(at);
  const entries = Object.entries(fields).map(
    ([field, element]) => `${field}: ${reading(text, element, `g + ${elementOf(element.at) - 1}`)}`,
  );
  const round = `{ ${entries.join(', ')} }`;
  const value = guide.usage === 'R' ? round : leavingOut(round);
  const any = Array.from({ length: width }, (_, index) => `(${there(`g + ${index}`)})`).join(' || ');
  const name = fresh(text, 'group');
  text.before.push(`const ${name} = (s) => {
    let values, gap = false;
    ${looking}
    const to = Math.min(n, ${first + width * max - 1});
    for (let g = ${first}; g <= to; g += ${width}) {
      if (!(${any})) { gap = true; continue; }
      if (gap) s.altered = true;
      const value = ${value};
      if (value !== undefined) values = more(values, value);
    }
    return values;
  };`);
  return name;
};
