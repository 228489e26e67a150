import type { ElementGuide } from '../guide/declare.ts';
import { packText } from '../text/pack.ts';
import { type Component, componentsOf } from './places.ts';
import { fresh, from, looking, missing, type ReaderText, there, to } from './reader-text.ts';

/** What reads a value between two offsets, see element-values.ts. */
export const rangeReaders = {
  text: 'readText',
  money: 'readMoney',
  quantity: 'readQuantity',
  count: 'readCount',
  date: 'readDate',
  time: 'readTime',
} as const;

export const isRange = (kind: string): kind is keyof typeof rangeReaders => kind in rangeReaders;

/** An expression that reads a value between two offsets: a component, or one repetition of an element. */
const readingRange = (guide: ElementGuide, place: string, component: string): string => {
  if (!isRange(guide.kind)) throw new TypeError(`A component is no ${guide.kind}`);
  const more = guide.kind === 'text' ? '' : `, ${place}, ${component}`;
  return `${rangeReaders[guide.kind]}(s, f, t${more})`;
};

/** Statements that note where a composite with constants is not as we would write it: without them, or with nothing else. */
const constancy = (count: number, variables: readonly string[]): string => {
  if (count === 0) return '';
  const isEmpty = variables.map((variable) => `${variable} === undefined`).join(' && ') || 'true';
  return `if (constants !== ${count} || (${isEmpty})) s.altered = true;`;
};

/** Statements that cut the components between f and e into variables c1, c2, …; a run takes several of them. */
export const cutting = (
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
  let constants = 0;
  let run: { variable: string; guide: ElementGuide; until: number } | undefined;
  for (let at = 1; at <= last; at += 1) {
    const { name, guide, constant } = components.get(at) ?? {};
    statements.push('t = componentEnd(s, f, e);');
    if (guide?.kind === 'run' && guide.item && name !== undefined)
      run = { variable: declare(at, name, guide), guide: guide.item, until: at + (guide.max ?? 1) - 1 };
    if (run !== undefined && at <= run.until) {
      const one = readingRange(run.guide, place, String(at));
      statements.push(`v = ${one}; if (v !== undefined) ${run.variable} = more(${run.variable}, v);`);
    } else if (guide !== undefined && name !== undefined)
      statements.push(`${declare(at, name, guide)} = ${readingRange(guide, place, String(at))};`);
    else if (constant === undefined) statements.push('if (t > f) s.altered = true;');
    else {
      constants += 1;
      statements.push(`if (pack(s.bytes, f, t) === ${packText(constant)}) constants += 1;`);
    }
    statements.push('f = t + 1; if (t === e) break cut;');
  }
  return {
    statements: `let ${['t = f', 'v', ...(constants > 0 ? ['constants = 0'] : []), ...variables].join(', ')};
      cut: { ${statements.join('\n')} }
      if (f < e || isComponentEnd(s, e - 1)) s.altered = true; ${constancy(constants, variables)}`,
    values,
  };
};

/** A function (s, f, e, p) that reads one composite between two offsets. */
const rangeComposite = (text: ReaderText, guide: ElementGuide): string => {
  const name = fresh(text, 'range');
  const { statements, values } = cutting(componentsOf(guide.fields ?? {}, guide.constants), 'p');
  const fields = [...values].map(([field, value]) => `${field}: ${value}`).join(', ');
  text.before.push(`const ${name} = (s, f, e, p) => { ${statements}\n return { ${fields} }; };`);
  return name;
};

/**
 * An expression that reads a part of a segment which may be absent: where something in it must be there and is not, that
 * part alone is left out, and the segment is none the worse.
 */
export const leavingOut = (value: string): string => `wholeOrNothing(s, spare(s), ${value})`;

/** `isSpared`: a composite that cannot be read is left out and does not break its segment. */
export const compositeReader = (text: ReaderText, guide: ElementGuide, isSpared: boolean): string => {
  const range = rangeComposite(text, guide);
  const name = fresh(text, 'composite');
  const value = `${range}(s, ${from('p')}, ${to('p')}, p)`;
  text.before.push(
    `const ${name} = (s, p) => { ${looking} return ${there('p')} ? ${isSpared ? leavingOut(value) : value} : undefined; };`,
  );
  return name;
};

export const repeatReader = (text: ReaderText, guide: ElementGuide): string => {
  const item = guide.item;
  if (item === undefined) throw new TypeError('A repeat needs its item');
  const composite = item.kind === 'composite' ? `${rangeComposite(text, item)}(s, f, t, p)` : undefined;
  const one =
    composite === undefined
      ? readingRange(item, 'p', 'undefined')
      : guide.usage === 'R'
        ? composite
        : leavingOut(composite);
  const name = fresh(text, 'repeat');
  text.before.push(`const ${name} = (s, p) => {
    ${looking}
    if (!(${there('p')})) return undefined;
    let values;
    let f = ${from('p')}, t = f;
    for (const e = ${to('p')}; f < e; f = t + 1) {
      t = repetitionEnd(s, f, e);
      const v = t > f ? ${one} : undefined;
      if (v === undefined || t === e - 1) s.altered = true;
      if (v !== undefined) values = more(values, v);
    }
    return values;
  };`);
  return name;
};
