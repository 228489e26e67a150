import {
  E,
  type ElementGuide,
  type Fields,
  type Guide,
  type LoopGuide,
  type Member,
  S,
  type SegmentGuide,
  segment,
  type Usage,
} from '../guide/declare.ts';
import { packText, type Scanner } from '../text/scanner.ts';
import type { Fit } from './compile-fit.ts';
import { type CompiledSegment, compileSegment } from './compile-segment.ts';
import { readingScope, segmentText } from './compile-segment-reader.ts';
import { generate } from './generate.ts';
import type { SegmentCheck } from './segment-check.ts';

type Store = (target: object, value: unknown) => void;

export type CompiledMember = {
  readonly name: string;
  readonly index: number; // its place among the loop's members
  readonly order: number; // the same for neighbours that the guide lets come in any order
  readonly usage: Usage;
  readonly max: number;
  readonly membership: Member['membership'];
  readonly guide: SegmentGuide; // of a loop: its first segment
  readonly loop?: CompiledLoop; // where the member is a loop
  readonly qualifiers: ReadonlySet<number> | undefined; // codes that tell this role, see Scanner.qualifier
  readonly successors: Successors;
  // Made when the member first comes: most never do, and there are hundreds in a guide.
  segment: CompiledSegment | undefined;
  store: Store | undefined;
  check: SegmentCheck | undefined;
  fits: Fit | undefined;
  /** No other member of the loop is such a segment, so that a wrong qualifier is its fault and not another role. */
  readonly isAlone: boolean;
};

/** A role that a segment may play where the reader stands: a member of this loop or of one around it. */
export type Candidate = { readonly up: number; readonly member: CompiledMember };

/** Roles by segment id, the innermost first. */
export type Roles = ReadonlyMap<number, readonly Candidate[]>;

/**
 * What came after a member before. Where a reader stands follows from the member it took last, so the first role of a
 * segment with the same id and qualifier is the same again.
 */
export class Successors {
  private readonly ids = new Int32Array(successorSlots);
  private readonly qualifiers = new Int32Array(successorSlots);
  private readonly candidates: (Candidate | undefined)[] = new Array(successorSlots).fill(undefined);

  get(id: number, qualifier: number): Candidate | undefined {
    const slot = slotOf(id, qualifier);
    return this.ids[slot] === id && this.qualifiers[slot] === qualifier ? this.candidates[slot] : undefined;
  }

  keep(id: number, qualifier: number, candidate: Candidate): void {
    const slot = slotOf(id, qualifier);
    this.ids[slot] = id;
    this.qualifiers[slot] = qualifier;
    this.candidates[slot] = candidate;
  }
}

const successorSlots = 16;

const slotOf = (id: number, qualifier: number): number => Math.imul(id ^ qualifier, 0x9e3779b1) >>> 28;

/** Makes the object of a loop: of its first segment, where the fields of that are its own, or empty. */
type Shape = { readonly open: (scanner: Scanner) => object; readonly create: () => object };

/** One occurrence of a loop in a guide. */
export type CompiledLoop = {
  readonly number: number; // among all occurrences in the guide
  readonly guide: LoopGuide;
  readonly members: readonly CompiledMember[];
  readonly expected: readonly CompiledMember[]; // usage R and E
  shape: Shape | undefined; // made when the loop first comes
  readonly roles: Roles;
  readonly isUnit: boolean;
  readonly leadsToUnit: boolean;
  readonly isWhole: boolean; // can be read at one go: no levels, units or loops with rules within
  readonly followers: Successors; // what came after it, when it was read at one go
  occurrences: number; // so far, of those that could have been read at one go
};

export type CompiledGuide = { readonly guide: Guide; readonly root: CompiledLoop; readonly loops: number };

/** HL*2*1*22*0: its own number, that of the level above, the code of the level, and whether levels stand below. */
const hierarchy = (level: string, isLeaf = false): SegmentGuide => {
  const numbers = { number: E.text(1), above: S.text(2) };
  return segment('HL', isLeaf ? numbers : { ...numbers, hasBelow: E.code(4, '0 1') }, { '3': level });
};

const isLoop = (of: SegmentGuide | LoopGuide): of is LoopGuide => 'members' in of;

const openerOf = (guide: LoopGuide): SegmentGuide => {
  if (guide.level !== undefined) return hierarchy(guide.level, guide.isLeaf);
  const [first] = Object.values(guide.members);
  if (first === undefined || isLoop(first.of)) throw new TypeError(`Loop ${guide.id} begins with no segment`);
  return first.of;
};

const isPlace = ({ at }: ElementGuide, element: number, component?: number): boolean =>
  component === undefined
    ? at === element
    : typeof at !== 'number' && at[0] === element && at[1] === component;

/** The codes of the first component of a composite. */
const codesOfComposite = ({ fields = {}, constants = {} }: ElementGuide): readonly string[] | undefined =>
  constants['1'] === undefined ? Object.values(fields).find(({ at }) => at === 1)?.codes : [constants['1']];

/** The codes of a segment's first element, or of the first component of it, as far as they are fields. */
const codesOfFields = (fields: Fields): readonly string[] | undefined => {
  for (const field of Object.values(fields)) {
    if (field.codes && (isPlace(field, 1) || isPlace(field, 1, 1))) return field.codes;
    const one = field.item ?? field;
    if (field.at === 1 && one.kind === 'composite') return codesOfComposite(one);
  }
  return undefined;
};

const qualifiersOf = ({ id, constants, fields = {} }: SegmentGuide): ReadonlySet<number> | undefined => {
  const constant = id === 'HL' ? constants['3'] : (constants['1'] ?? constants['1.1']);
  const codes = constant === undefined ? codesOfFields(fields) : [constant];
  return codes && new Set(codes.map(packText));
};

/** What makes a value part of the loop's object. */
export const storeOf = (member: CompiledMember): Store => {
  const { name, membership } = member;
  const value = membership === 'many' ? `more(o.${name}, v)` : 'v';
  member.store ??= generate<Store>(`return (o, v) => { o.${name} = ${value}; };`, readingScope);
  return member.store;
};

export const segmentOf = (member: CompiledMember): CompiledSegment => {
  member.segment ??= compiledSegment(member.guide);
  return member.segment;
};

/** All fields of a loop's object, those of inline segments where these stand. */
const fieldsOf = (guide: LoopGuide): string[] =>
  Object.entries(guide.members).flatMap(([name, member]) =>
    member.membership === 'inline' && !isLoop(member.of) ? Object.keys(member.of.fields ?? {}) : [name],
  );

const openText = (guide: LoopGuide): string => {
  const [first] = Object.values(guide.members);
  const inlined =
    guide.level === undefined && first?.membership === 'inline' && !isLoop(first.of)
      ? segmentText(first.of, 'own_')
      : { before: '', statements: '', values: [], after: '' };
  const values = new Map<string, string>(inlined.values);
  const entries = fieldsOf(guide).map((name) => `${name}: ${values.get(name) ?? 'undefined'}`);
  return `${inlined.before} return (s) => { ${inlined.after} ${inlined.statements}\n return { ${entries.join(', ')} }; };`;
};

/** Nothing occurs more often, and a small integer compares faster than infinity. */
const mostOften = 0x3fff_ffff;

/** Segments and loops that a guide uses in several places share their functions, and so the shape of their objects. */
const segments = new WeakMap<SegmentGuide, CompiledSegment>();
const shapes = new WeakMap<LoopGuide, Shape>();

const compiledSegment = (guide: SegmentGuide): CompiledSegment => {
  const known = segments.get(guide) ?? compileSegment(guide);
  segments.set(guide, known);
  return known;
};

export const shapeOf = (loop: CompiledLoop): Shape => {
  loop.shape ??= shapes.get(loop.guide) ?? compileShape(loop.guide);
  return loop.shape;
};

const compileShape = (guide: LoopGuide): Shape => {
  const open = generate<Shape['open']>(openText(guide), readingScope);
  const fields = fieldsOf(guide).map((name) => `${name}: undefined`);
  const create = generate<Shape['create']>(`return () => ({ ${fields.join(', ')} });`);
  const shape = { open, create };
  shapes.set(guide, shape);
  return shape;
};

type Draft = Omit<CompiledLoop, 'members'> & { members: CompiledMember[] };

/** Turns a guide into what the reader and the writer run on; done once a guide and process. */
export const compileGuide = (guide: Guide): CompiledGuide => {
  let count = 0;
  const leadsToUnit = (one: LoopGuide): boolean =>
    Object.values(one.members).some(({ of }) => isLoop(of) && (of === guide.unit || leadsToUnit(of)));

  const ruled = Object.keys(guide.rules?.().loops ?? {});
  const isWhole = (one: LoopGuide): boolean =>
    one.level === undefined &&
    !leadsToUnit(one) &&
    Object.values(one.members).every(({ of }) => !isLoop(of) || (!ruled.includes(of.id) && isWhole(of)));

  const compileLoop = (one: LoopGuide, above: readonly Draft[]): CompiledLoop => {
    const draft: Draft = {
      number: count,
      guide: one,
      members: [],
      expected: [],
      shape: undefined,
      roles: new Map(),
      isUnit: one === guide.unit,
      leadsToUnit: leadsToUnit(one),
      isWhole: isWhole(one),
      followers: new Successors(),
      occurrences: 0,
    };
    count += 1;
    const path = [draft, ...above];
    draft.members.push(...compileMembers(one, path));
    const expected = draft.members.filter(({ usage }) => usage !== 'S');
    return Object.assign(draft, { expected });
  };

  const compileMembers = (one: LoopGuide, path: readonly Draft[]): CompiledMember[] => {
    let order = 0;
    let previous = '';
    const segmentIds = Object.values(one.members).map(({ of }) => (isLoop(of) ? openerOf(of) : of).id);
    return Object.entries(one.members).map(([name, member], index) => {
      const inner = isLoop(member.of) ? member.of : undefined;
      const opener = isLoop(member.of) ? openerOf(member.of) : member.of;
      if (opener.id !== previous) order = index;
      previous = opener.id;
      return {
        name,
        index,
        order,
        usage: member.usage,
        max: Math.min(member.max, mostOften),
        membership: member.membership,
        guide: opener,
        ...(inner && { loop: compileLoop(inner, path) }),
        qualifiers: qualifiersOf(opener),
        successors: new Successors(),
        segment: undefined,
        store: undefined,
        check: undefined,
        fits: undefined,
        isAlone: segmentIds.filter((id) => id === opener.id).length === 1,
      };
    });
  };

  const root = compileLoop(guide.root, []);
  resolve(root, []);
  return { guide, root, loops: count };
};

/** The first member of a loop opens it, so it comes only once; the set and a level begin with a segment of their own. */
const opensWithMember = ({ guide }: CompiledLoop, depth: number): boolean =>
  depth > 0 && guide.level === undefined;

/** Tells each loop which roles a segment id may play there: its own members first, then those of the loops around. */
const resolve = (loop: CompiledLoop, above: readonly CompiledLoop[]): void => {
  const found = new Map<number, Candidate[]>();
  [loop, ...above].forEach((around, up) => {
    for (const member of around.members) {
      if (member.index === 0 && opensWithMember(around, above.length - up)) continue;
      const id = packText(member.guide.id);
      found.set(id, [...(found.get(id) ?? []), { up, member }]);
    }
  });
  Object.assign(loop, { roles: found });
  for (const member of loop.members) {
    if (member.loop !== undefined) resolve(member.loop, [loop, ...above]);
  }
};
