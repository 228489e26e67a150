import type { ElementGuide, SegmentGuide } from '../guide/declare.ts';
import { plainAmount } from '../text/amounts.ts';
import { packText } from '../text/scanner.ts';
import { isPadded, isSpecial } from '../text/segment-cutter.ts';
import { codeText, shortText } from '../text/short-texts.ts';
import { more } from './lists.ts';
import { type Component, componentsOf, elementOf } from './places.ts';

/**
 * Names of the generated text: what a statement declares beforehand, and what it then calls. `isQualified`: the first
 * element is what the scanner takes for the qualifier, which of an HL is the third.
 */
type Text = { before: string[]; count: number; readonly isQualified: boolean };

const emptyText = ({ id }: SegmentGuide): Text => ({ before: [], count: 0, isQualified: id !== 'HL' });

const fresh = (text: Text, prefix: string): string => {
  text.count += 1;
  return `${prefix}${text.count}`;
};

const missing = (guide: ElementGuide, place: string, component?: string): string =>
  guide.usage === 'R' ? ` ?? s.missing(${place}${component === undefined ? '' : `, ${component}`})` : '';

/** Dates that stand behind their format. */
const datedReaders = { day: 'dayAt', period: 'periodAt' } as const;

const rangeReaders = {
  text: 'slice',
  money: 'money',
  quantity: 'quantity',
  count: 'whole',
  date: 'date',
} as const;

const isDated = (kind: string): kind is keyof typeof datedReaders => kind in datedReaders;
const isRange = (kind: string): kind is keyof typeof rangeReaders => kind in rangeReaders;

/** What generated readers look at: where the elements are and how many (see segment-cutter.ts), and the text. */
const looking = `const r = s.records, a = s.starts, n = s.count, x = s.text, b = s.bytes,
  padded = (s.flags & ${isPadded}) !== 0;`;

const next = (place: string): string => (/^\d+$/.test(place) ? String(Number(place) + 1) : `${place} + 1`);

/** Where an element begins, and where it ends. */
const from = (place: string): string => `r[a + ${place}]`;
const to = (place: string): string => `r[a + ${next(place)}] - 1`;

/** Whether an element is there, which is not empty then. */
const there = (place: string): string => `n >= ${place} && r[a + ${next(place)}] - r[a + ${place}] > 1`;

/**
 * Most texts are read by the generated function itself: its branches learn how long this element is. The first element
 * mostly is the segment's qualifier, which the scanner has packed.
 */
const readingText = ({ isQualified }: Text, place: string): string => {
  const short = `shortText(x, b, ${from(place)}, ${to(place)})`;
  const long = `x.slice(${from(place)}, ${to(place)})`;
  const cut = `padded ? s.slice(${from(place)}, ${to(place)}) : ${to(place)} - ${from(place)} <= 3 ? ${short} : ${long}`;
  const any = `${there(place)} ? ${cut} : undefined`;
  if (place !== '1' || !isQualified) return `(${any})`;
  const isCode = `(s.flags & ${isPadded | isSpecial}) === 0 && s.qualifier !== 0`;
  return `(${isCode} ? codeText(s.qualifier) : ${any})`;
};

const readingMoney = (place: string): string =>
  `(n >= ${place} ? plainAmount(b, ${from(place)}, ${to(place)}) ?? s.money(${from(place)}, ${to(place)}, ${place}) : undefined)`;

/** An expression that reads an element at a place, which is an expression itself. */
const reading = (text: Text, guide: ElementGuide, place: string): string => {
  if (guide.kind === 'composite')
    return `${compositeReader(text, guide)}(s, ${place})${missing(guide, place)}`;
  if (guide.kind === 'repeat') return `${repeatReader(text, guide)}(s, ${place})${missing(guide, place)}`;
  if (guide.kind === 'run') return `${runReader(text, guide)}(s, ${place})${missing(guide, place)}`;
  if (guide.kind === 'group') return `${groupReader(text, guide)}(s)${missing(guide, place)}`;
  if (isDated(guide.kind)) {
    const absent = guide.usage === 'R' ? ` ?? s.missingDate(${place})` : '';
    return `s.${datedReaders[guide.kind]}(${place})${absent}`;
  }
  if (!isRange(guide.kind)) throw new TypeError(`No reader of ${guide.kind}`);
  if (guide.kind === 'text') return `${readingText(text, place)}${missing(guide, place)}`;
  if (guide.kind === 'money') return `${readingMoney(place)}${missing(guide, place)}`;
  const value = `s.${rangeReaders[guide.kind]}(${from(place)}, ${to(place)}, ${place})`;
  return `(n >= ${place} ? ${value} : undefined)${missing(guide, place)}`;
};

/** An expression that reads a value between two offsets: a component, or one repetition of an element. */
const readingRange = (guide: ElementGuide, place: string, component: string): string => {
  if (!isRange(guide.kind)) throw new TypeError(`A component is no ${guide.kind}`);
  const more = guide.kind === 'text' ? '' : `, ${place}, ${component}`;
  return `s.${rangeReaders[guide.kind]}(f, t${more})`;
};

/** Statements that cut the components between f and e into variables c1, c2, …; a run takes several of them. */
const cutting = (
  components: Map<number, Component>,
  place: string,
): { statements: string; values: Map<string, string> } => {
  const values = new Map<string, string>();
  const variables: string[] = [];
  const statements: string[] = [];
  const last = Math.max(
    ...[...components].map(([at, { guide }]) => at + (guide?.kind === 'run' ? (guide.max ?? 1) - 1 : 0)),
  );
  const declare = (at: number, name: string, guide: ElementGuide): string => {
    variables.push(`c${at}`);
    values.set(name, `c${at}${missing(guide, place, String(at))}`);
    return `c${at}`;
  };
  let run: { variable: string; guide: ElementGuide; until: number } | undefined;
  for (let at = 1; at <= last; at += 1) {
    const { name, guide, constant } = components.get(at) ?? {};
    statements.push('t = s.componentEnd(f, e);');
    if (guide?.kind === 'run' && guide.item && name !== undefined)
      run = { variable: declare(at, name, guide), guide: guide.item, until: at + (guide.max ?? 1) - 1 };
    if (run !== undefined && at <= run.until) {
      const one = readingRange(run.guide, place, String(at));
      statements.push(`v = ${one}; if (v !== undefined) ${run.variable} = more(${run.variable}, v);`);
    } else if (guide !== undefined && name !== undefined)
      statements.push(`${declare(at, name, guide)} = ${readingRange(guide, place, String(at))};`);
    else if (constant === undefined) statements.push('if (t > f) s.altered = true;');
    statements.push('f = t + 1; if (t === e) break cut;');
  }
  return {
    statements: `let ${['t = f', 'v', ...variables].join(', ')}; cut: { ${statements.join('\n')} }
      if (f < e || s.isComponentEnd(e - 1)) s.altered = true;`,
    values,
  };
};

/** A function (s, f, e, p) that reads one composite between two offsets. */
const rangeComposite = (text: Text, guide: ElementGuide): string => {
  const name = fresh(text, 'range');
  const { statements, values } = cutting(componentsOf(guide.fields ?? {}, guide.constants), 'p');
  const fields = [...values].map(([field, value]) => `${field}: ${value}`).join(', ');
  text.before.push(`const ${name} = (s, f, e, p) => { ${statements}\n return { ${fields} }; };`);
  return name;
};

const compositeReader = (text: Text, guide: ElementGuide): string => {
  const range = rangeComposite(text, guide);
  const name = fresh(text, 'composite');
  text.before.push(
    `const ${name} = (s, p) => { ${looking} return ${there('p')} ? ${range}(s, ${from('p')}, ${to('p')}, p) : undefined; };`,
  );
  return name;
};

const repeatReader = (text: Text, guide: ElementGuide): string => {
  const item = guide.item;
  if (item === undefined) throw new TypeError('A repeat needs its item');
  const one =
    item.kind === 'composite'
      ? `${rangeComposite(text, item)}(s, f, t, p)`
      : readingRange(item, 'p', 'undefined');
  const name = fresh(text, 'repeat');
  text.before.push(`const ${name} = (s, p) => {
    ${looking}
    if (!(${there('p')})) return undefined;
    let values;
    let f = ${from('p')}, t = f;
    for (const e = ${to('p')}; f < e; f = t + 1) {
      t = s.repetitionEnd(f, e);
      const v = t > f ? ${one} : undefined;
      if (v === undefined || t === e - 1) s.altered = true;
      if (v !== undefined) values = more(values, v);
    }
    return values;
  };`);
  return name;
};

const runReader = (text: Text, guide: ElementGuide): string => {
  const item = guide.item;
  if (item === undefined) throw new TypeError('A run needs its item');
  const name = fresh(text, 'run');
  const one = reading(text, { ...item, usage: 'S' }, 'p');
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

const groupReader = (text: Text, guide: ElementGuide): string => {
  const { at, width = 1, max = 1, fields = {} } = guide;
  const first = elementOf(at);
  const entries = Object.entries(fields).map(
    ([field, element]) => `${field}: ${reading(text, element, `g + ${elementOf(element.at) - 1}`)}`,
  );
  const any = Array.from({ length: width }, (_, index) => `(${there(`g + ${index}`)})`).join(' || ');
  const name = fresh(text, 'group');
  text.before.push(`const ${name} = (s) => {
    let values, gap = false;
    ${looking}
    const to = Math.min(n, ${first + width * max - 1});
    for (let g = ${first}; g <= to; g += ${width}) {
      if (!(${any})) { gap = true; continue; }
      if (gap) s.altered = true;
      const value = { ${entries.join(', ')} };
      values = more(values, value);
    }
    return values;
  };`);
  return name;
};

const lastPlace = (guide: ElementGuide): number => {
  const at = elementOf(guide.at);
  if (guide.kind === 'group') return at + (guide.width ?? 1) * (guide.max ?? 1) - 1;
  if (guide.kind === 'run') return at + (guide.max ?? 1) - 1;
  return guide.kind === 'day' || guide.kind === 'period' ? at + 1 : at;
};

/** A statement that looks for a constant; mostly the scanner has packed it already. */
const expecting = ({ id }: SegmentGuide, place: string, code: number): string => {
  const expect = `s.expect(${place}, ${code});`;
  if (place !== '1' || id === 'HL') return expect;
  return `if (s.qualifier !== ${code} || (s.flags & ${isPadded | isSpecial}) !== 0) ${expect}`;
};

/** Statements for elements that no field takes: if they are there, the text says more than the object. */
const skipping = (guide: SegmentGuide, elements: readonly ElementGuide[]): string => {
  const taken = new Set(Object.keys(guide.constants).map((place) => Number.parseInt(place, 10)));
  for (const element of elements) {
    for (let place = elementOf(element.at); place <= lastPlace(element); place += 1) taken.add(place);
  }
  const last = Math.max(0, ...taken);
  const gaps = Array.from({ length: last }, (_, index) => index + 1).filter((place) => !taken.has(place));
  const fixed = Object.entries(guide.constants).filter(([place]) => !place.includes('.'));
  return [
    ...fixed.map(([place, code]) => expecting(guide, place, packText(code))),
    ...gaps.map((place) => `if (${there(String(place))}) s.altered = true;`),
    `if (n > ${last}) s.altered = true;`,
  ].join('\n');
};

/** The fields of a segment as expressions, after statements that cut the composites whose components they are. */
const fieldReadings = (
  text: Text,
  guide: SegmentGuide,
): { statements: string; values: [string, string][] } => {
  const fields = guide.fields ?? {};
  const statements: string[] = [];
  const cut = new Map<string, string>();
  const flat = Object.groupBy(
    Object.entries(fields).filter(([, { at }]) => typeof at !== 'number'),
    ([, { at }]) => String(elementOf(at)),
  );
  for (const [element, entries = []] of Object.entries(flat)) {
    const constants = Object.fromEntries(
      Object.entries(guide.constants)
        .filter(([place]) => place.startsWith(`${element}.`))
        .map(([place, code]) => [place.slice(element.length + 1), code]),
    );
    const { statements: cuts, values } = cutting(
      componentsOf(Object.fromEntries(entries), constants),
      element,
    );
    const required = entries.some(([, { usage }]) => usage === 'R');
    const names = [...values].map(([name, value]) => {
      const variable = fresh(text, 'flat');
      cut.set(name, variable);
      return [variable, value] as const;
    });
    statements.push(`let ${names.map(([variable]) => variable).join(', ')};
      if (${there(element)}) {
        let f = ${from(element)};
        const e = ${to(element)};
        ${cuts}
        ${names.map(([variable, value]) => `${variable} = ${value};`).join(' ')}
      }${required ? ` else s.missing(${element});` : ''}`);
  }
  const values = Object.entries(fields).map(([name, element]): [string, string] => [
    name,
    cut.get(name) ?? reading(text, element, String(elementOf(element.at))),
  ]);
  return { statements: statements.join('\n'), values };
};

/** What generated readers call. */
export const readingScope = { more, codeText, plainAmount, shortText };

/** An object literal's entries for the fields of a segment, for whoever builds the loop's object around them. */
export type SegmentText = {
  before: string;
  statements: string;
  values: [name: string, expression: string][];
  after: string;
};

export const segmentText = (guide: SegmentGuide, prefix: string): SegmentText => {
  const text = emptyText(guide);
  const { statements, values } = fieldReadings(text, guide);
  const rename = (source: string): string =>
    source.replace(/\b(flat|range|composite|repeat|run|group)(\d+)\b/g, `${prefix}$1$2`);
  return {
    before: rename(text.before.join('\n')),
    statements: rename(statements),
    values: values.map(([name, expression]) => [name, rename(expression)]),
    after: looking + skipping(guide, Object.values(guide.fields ?? {})),
  };
};

export const readText = (guide: SegmentGuide): string => {
  if (guide.scalar !== undefined) {
    const text = emptyText(guide);
    const value = reading(text, guide.scalar, String(elementOf(guide.scalar.at)));
    return `${text.before.join('\n')} return function read${guide.id}(s) { ${looking} ${skipping(guide, [guide.scalar])} return ${value}; };`;
  }
  const { before, statements, values, after } = segmentText(guide, '');
  const entries = values.map(([name, expression]) => `${name}: ${expression}`).join(', ');
  return `${before} return function read${guide.id}(s) { ${after} ${statements}\n return { ${entries} }; };`;
};

export const readIntoText = (guide: SegmentGuide): string => {
  const { before, statements, values, after } = segmentText(guide, '');
  const sets = values.map(([name, expression]) => `o.${name} = ${expression};`).join('\n');
  return `${before} return (s, o) => { ${after} ${statements}\n ${sets} };`;
};
