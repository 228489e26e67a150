import type { SegmentGuide } from '../guide/declare.ts';
import { isNpi } from '../npi.ts';
import { byteAt } from '../text/bytes.ts';
import { pack, packText } from '../text/pack.ts';
import { componentEnd, repetitionEnd } from '../text/parts.ts';
import type { Scanner } from '../text/scanner.ts';
import { isSpecial } from '../text/segment-cutter.ts';
import { isTime } from '../text/times.ts';
import type { ElementCheck } from './element-check.ts';
import { generate } from './generate.ts';
import { type SegmentCheck, segmentCheckOf } from './segment-check.ts';
import type { SyntaxNote } from './syntax-notes.ts';

/**
 * Whether the segment that the scanner stands on fits its guide without a word to say (levels 2 and the check digit
 * of an NPI). False may also mean that it takes a closer look: `SegmentChecker` tells what is wrong, if anything.
 */
export type Fit = (scanner: Scanner) => boolean;

const space = 32;
const del = 127;

/** No control characters, and no separators of what does not consist of parts here. */
const isPlain = ({ bytes, component, repetition }: Scanner, from: number, to: number): boolean => {
  for (let index = from; index < to; index += 1) {
    const byte = byteAt(bytes, index);
    if (byte < space || byte === del || byte === component || byte === repetition) return false;
  }
  return true;
};

const npiFits = (scanner: Scanner, place: number): boolean =>
  scanner.packed(place) !== npiQualifier ||
  !scanner.has(place + 1) ||
  isNpi(scanner.text.slice(scanner.startOf(place + 1), scanner.endOf(place + 1)));

const npiQualifier = packText('XX');

const timeFits = (scanner: Scanner, from: number, to: number): boolean =>
  isTime(scanner.text.slice(from, to));

/** Generated text with lists of codes that it looks into. */
type Draft = { readonly lists: ReadonlySet<number>[] };

/** As many codes as are compared one by one. */
const fewCodes = 6;

const codesFit = (draft: Draft, codes: ReadonlySet<number>, from: string, to: string): string => {
  if (codes.size > fewCodes) {
    draft.lists.push(codes);
    return `if (!lists[${draft.lists.length - 1}].has(pack(b, ${from}, ${to}))) return false;`;
  }
  const compared = [...codes].map((code) => `c !== ${code}`).join(' && ');
  return `{ const c = pack(b, ${from}, ${to}); if (${compared}) return false; }`;
};

/** Statements that hold one value between two offsets to its check. */
const valueFits = (draft: Draft, check: ElementCheck, from: string, to: string): string => {
  const { standard, codes, isNumber, isTime } = check;
  const statements = [`if (${to} - ${from} > ${standard.max}) return false;`];
  if (standard.min > 1) statements.push(`if (${to} - ${from} < ${standard.min}) return false;`);
  if (codes !== undefined) statements.push(codesFit(draft, codes, from, to));
  else if (!isNumber) statements.push(`if (special && !isPlain(s, ${from}, ${to})) return false;`);
  if (isTime) statements.push(`if (!timeFits(s, ${from}, ${to})) return false;`);
  return statements.join(' ');
};

/** Statements that hold a composite between two offsets to its checks. */
const compositeFits = (
  draft: Draft,
  components: readonly (ElementCheck | undefined)[],
  from: string,
  to: string,
): string => {
  // Array.from: places that no component takes are holes.
  const parts = Array.from(components.slice(1), (check) => {
    const isThere = check === undefined ? 'return false;' : valueFits(draft, check, 'p', 'q');
    const isAbsent = check?.isRequired ? 'else return false;' : '';
    return `q = p < ${to} ? componentEnd(s, p, ${to}) : p; if (q > p) { ${isThere} } ${isAbsent} p = q < ${to} ? q + 1 : ${to};`;
  });
  return `{ let p = ${from}, q; ${parts.join('\n')} if (p < ${to}) return false; }`;
};

const onceFits = (draft: Draft, check: ElementCheck, from: string, to: string): string =>
  check.components === undefined
    ? valueFits(draft, check, from, to)
    : compositeFits(draft, check.components, from, to);

const elementFits = (draft: Draft, check: ElementCheck): string => {
  if (check.repeats === 1) return onceFits(draft, check, 'f', 't');
  return `let times = 0;
    for (let g = f, h; g <= t; g = h + 1) {
      h = repetitionEnd(s, g, t); times += 1;
      if (h > g) { ${onceFits(draft, check, 'g', 'h')} }
    }
    if (times > ${check.repeats}) return false;`;
};

const presence = (place: number): string => `has${place}`;

/** Whether elements that depend on each other are as X12 wants them; those beyond the guide's last are absent. */
const noteFits = ({ kind, elements }: SyntaxNote, last: number): string => {
  const [first = 'false', ...others] = elements.map((place) => (place > last ? 'false' : presence(place)));
  const all = [first, ...others];
  switch (kind) {
    case 'P':
      return `if ((${all.join(' || ')}) && !(${all.join(' && ')})) return false;`;
    case 'R':
      return `if (!(${all.join(' || ')})) return false;`;
    case 'E':
      return `if (${all.map((one) => `(${one} ? 1 : 0)`).join(' + ')} > 1) return false;`;
    case 'C':
      return `if (${first} && !(${others.join(' && ')})) return false;`;
    default:
      return `if (${first} && !(${others.join(' || ')})) return false;`;
  }
};

/** Where a segment names somebody by an NPI. */
const npiPlaces: { readonly [segment: string]: number } = { NM1: 8, N1: 3 };

const fitText = (draft: Draft, guide: SegmentGuide, { elements, notes }: SegmentCheck): string => {
  const last = elements.length - 1;
  const statements = elements.slice(1).map((check, index) => {
    const place = index + 1;
    const has = `const ${presence(place)} = n >= ${place} && r[a + ${place + 1}] - r[a + ${place}] > 1;`;
    if (check === undefined) return `${has} if (${presence(place)}) return false;`;
    const isThere = `const f = r[a + ${place}], t = r[a + ${place + 1}] - 1; ${elementFits(draft, check)}`;
    return `${has} if (${presence(place)}) { ${isThere} } ${check.isRequired ? 'else return false;' : ''}`;
  });
  const npi = npiPlaces[guide.id];
  return `return function fits${guide.id}(s) {
    const r = s.records, a = s.starts, n = s.count, b = s.bytes, special = (s.flags & ${isSpecial}) !== 0;
    if (n > ${last}) return false;
    ${statements.join('\n')}
    ${notes.map((note) => noteFits(note, last)).join('\n')}
    ${npi === undefined ? '' : `if (!npiFits(s, ${npi})) return false;`}
    return true;
  };`;
};

const compile = (guide: SegmentGuide): Fit => {
  const draft: Draft = { lists: [] };
  const text = fitText(draft, guide, segmentCheckOf(guide));
  return generate<Fit>(text, {
    lists: draft.lists,
    pack,
    componentEnd,
    repetitionEnd,
    isPlain,
    npiFits,
    timeFits,
  });
};

const known = new WeakMap<SegmentGuide, Fit>();

/** Whether a segment fits its guide at a glance, as a function that is made when it is first asked for. */
export const fitsOf = (guide: SegmentGuide): Fit => {
  const fits = known.get(guide) ?? compile(guide);
  known.set(guide, fits);
  return fits;
};
