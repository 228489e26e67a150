import type { ElementGuide, SegmentGuide } from '../guide/declare.ts';
import {
  writtenCount,
  writtenDate,
  writtenMoney,
  writtenPeriod,
  writtenQuantity,
  writtenTime,
} from '../text/segment-writer.ts';
import { type Component, componentOf, componentsOf, elementOf } from './places.ts';

const written = new Set(['money', 'quantity', 'count', 'date', 'time']);

/** A call with the value and with where it stands, which is told if it cannot be written. */
const writtenValue = ({ kind }: ElementGuide, value: string, place: string): string => {
  if (!written.has(kind)) throw new TypeError(`No writer of ${kind}`);
  return kind === 'money' ? `money(${value})` : `${kind}(${value}, ${place})`;
};

const writingPart = (guide: ElementGuide, element: string, place: string, value: string): string =>
  guide.kind === 'text'
    ? `w.partText(${place}, ${value});`
    : `w.part(${place}, ${writtenValue(guide, value, `${element}, ${place}`)});`;

/** Statements that write the components of an element from fields of `object`. */
const writingComponents = (components: Map<number, Component>, element: string, object: string): string =>
  [...components]
    .toSorted(([one], [other]) => one - other)
    .map(([at, { name, guide, constant }]) => {
      if (constant !== undefined) return `w.part(${at}, ${JSON.stringify(constant)});`;
      if (guide?.kind === 'run' && guide.item) {
        const list = `${object}.${name}`;
        return `if (${list} !== undefined) for (let i = 0; i < ${list}.length; i += 1) ${writingPart(guide.item, element, `${at} + i`, `${list}[i]`)}`;
      }
      return guide === undefined ? '' : writingPart(guide, element, String(at), `${object}.${name}`);
    })
    .join('\n');

/** Statements that write one element from an expression; `place` is an expression too. */
const writing = (guide: ElementGuide, place: string, value: string): string => {
  if (guide.kind === 'composite') {
    return `if (${value} !== undefined) { const c = ${value}; w.openComposite(${place}); ${writingComponents(componentsOf(guide.fields ?? {}, guide.constants), place, 'c')} }`;
  }
  if (guide.kind === 'repeat' && guide.item) return writingRepeat(guide.item, place, value);
  if (guide.kind === 'run' && guide.item) {
    return `if (${value} !== undefined) for (let r = 0; r < ${value}.length; r += 1) { ${writing(guide.item, `${place} + r`, `${value}[r]`)} }`;
  }
  if (guide.kind === 'group') {
    const fields = Object.entries(guide.fields ?? {}).map(([name, element]) =>
      writing(element, `b + ${elementOf(element.at) - 1}`, `g.${name}`),
    );
    return `if (${value} !== undefined) { let b = ${place}; for (const g of ${value}) { ${fields.join('\n')} b += ${guide.width ?? 1}; } }`;
  }
  if (guide.kind === 'day')
    return `if (${value} !== undefined) { w.put(${place}, 'D8'); w.put(${place} + 1, date(${value}, ${place} + 1)); }`;
  if (guide.kind === 'period') {
    return `if (${value} !== undefined) { w.put(${place}, ${value}.through === undefined ? 'D8' : 'RD8'); w.put(${place} + 1, period(${value}, ${place} + 1)); }`;
  }
  return guide.kind === 'text'
    ? `w.text(${place}, ${value});`
    : `w.put(${place}, ${writtenValue(guide, value, place)});`;
};

const writingRepeat = (item: ElementGuide, place: string, value: string): string => {
  const one =
    item.kind === 'composite'
      ? writingComponents(componentsOf(item.fields ?? {}, item.constants), place, 'c')
      : writingPart(item, place, '1', 'c');
  return `if (${value} !== undefined) for (let i = 0; i < ${value}.length; i += 1) { const c = ${value}[i]; w.openRepetition(${place}, i); ${one} }`;
};

/** Statements in the order of the elements, so that the writer only ever goes forward. */
const writingFields = (guide: SegmentGuide): string => {
  const statements: [number, string][] = [];
  const flat = new Map<number, Map<number, Component>>();
  const component = (element: number): Map<number, Component> => {
    const known = flat.get(element) ?? new Map<number, Component>();
    flat.set(element, known);
    return known;
  };
  for (const [place, constant] of Object.entries(guide.constants)) {
    const [element = 0, inner] = place.split('.').map(Number);
    if (inner === undefined) statements.push([element, `w.put(${element}, ${JSON.stringify(constant)});`]);
    else component(element).set(inner, { constant });
  }
  for (const [name, element] of Object.entries(guide.fields ?? {})) {
    const at = elementOf(element.at);
    const inner = componentOf(element.at);
    if (inner === undefined) statements.push([at, writing(element, String(at), `o.${name}`)]);
    else component(at).set(inner, { name, guide: element });
  }
  for (const [element, components] of flat) {
    const names = [...components.values()].flatMap(({ name }) =>
      name === undefined ? [] : [`o.${name} !== undefined`],
    );
    statements.push([
      element,
      `if (${names.join(' || ')}) { w.openComposite(${element}); ${writingComponents(components, String(element), 'o')} }`,
    ]);
  }
  if (guide.scalar !== undefined) {
    const at = elementOf(guide.scalar.at);
    const inner = componentOf(guide.scalar.at);
    if (inner === undefined) statements.push([at, writing(guide.scalar, String(at), 'o')]);
    else throw new TypeError('A scalar segment has its value in a whole element');
  }
  return statements
    .toSorted(([one], [other]) => one - other)
    .map(([, statement]) => statement)
    .join('\n');
};

/** What generated writers call. */
export const writingScope = {
  money: writtenMoney,
  quantity: writtenQuantity,
  count: writtenCount,
  date: writtenDate,
  time: writtenTime,
  period: writtenPeriod,
};

/** A function (w, o) that writes a segment from its value. */
export const writeText = (guide: SegmentGuide): string =>
  `return (w, o) => { w.open(${JSON.stringify(guide.id)}); ${writingFields(guide)}\n w.close(); };`;
