import type { ElementGuide, SegmentGuide } from '../guide/declare.ts';
import { packText } from '../text/pack.ts';
import { isPadded, isSpecial } from '../text/segment-cutter.ts';
import { cutting } from './compile-composite-reader.ts';
import { reading } from './compile-element-reader.ts';
import { componentsOf, elementOf } from './places.ts';
import { emptyText, fresh, from, looking, type ReaderText, there, to } from './reader-text.ts';

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
  text: ReaderText,
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
      }${required ? ` else missing(s, ${element});` : ''}`);
  }
  const values = Object.entries(fields).map(([name, element]): [string, string] => [
    name,
    cut.get(name) ?? reading(text, element, String(elementOf(element.at))),
  ]);
  return { statements: statements.join('\n'), values };
};

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
