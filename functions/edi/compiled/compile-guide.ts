import {
  E,
  type ElementGuide,
  type Fields,
  type Guide,
  isLoop,
  type LoopGuide,
  S,
  type SegmentGuide,
  segment,
} from '../guide/declare.ts';
import { packText } from '../text/pack.ts';
import {
  type Candidate,
  type CompiledGuide,
  type CompiledLoop,
  type CompiledMember,
  openersWithin,
  Successors,
} from './compiled-guide.ts';

/** HL*2*1*22*0: its own number, that of the level above, the code of the level, and whether levels stand below. */
const hierarchy = (level: string, isLeaf = false): SegmentGuide => {
  const numbers = { number: E.text(1), above: S.text(2) };
  return segment('HL', isLeaf ? numbers : { ...numbers, hasBelow: E.code(4, '0 1') }, { '3': level });
};

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

/** Nothing occurs more often, and a small integer compares faster than infinity. */
const mostOften = 0x3fff_ffff;

/** A guide whose loops are being compiled and counted. */
type Compiling = { readonly guide: Guide; readonly ruled: ReadonlySet<string>; loops: number };

/** Whether a loop lies on the way from the set to its units. */
const leadsTo = (unit: LoopGuide, loop: LoopGuide): boolean =>
  Object.values(loop.members).some(({ of }) => isLoop(of) && (of === unit || leadsTo(unit, of)));

/** Whether a loop can be read at one go: it is no level, leads to no unit, and no loop in it has rules. */
const isWhole = (compiling: Compiling, loop: LoopGuide): boolean =>
  loop.level === undefined &&
  !leadsTo(compiling.guide.unit, loop) &&
  Object.values(loop.members).every(
    ({ of }) => !isLoop(of) || (!compiling.ruled.has(of.id) && isWhole(compiling, of)),
  );

const compileLoop = (compiling: Compiling, loop: LoopGuide): CompiledLoop => {
  const number = compiling.loops;
  compiling.loops += 1;
  const members = compileMembers(compiling, loop);
  return {
    number,
    guide: loop,
    members,
    expected: members.filter(({ usage }) => usage !== 'S'),
    shape: undefined,
    roles: new Map(),
    isUnit: loop === compiling.guide.unit,
    leadsToUnit: leadsTo(compiling.guide.unit, loop),
    isWhole: isWhole(compiling, loop),
    followers: new Successors(),
    occurrences: 0,
  };
};

const compileMembers = (compiling: Compiling, { members }: LoopGuide): CompiledMember[] => {
  let order = 0;
  let previous = '';
  const openers = Object.values(members).map(({ of }) => (isLoop(of) ? openerOf(of) : of));
  return Object.entries(members).map(([name, member], index) => {
    const opener = openers[index] as SegmentGuide; // one of each member
    if (opener.id !== previous) order = index;
    previous = opener.id;
    return {
      name,
      index,
      order,
      usage: member.usage,
      max: Math.min(member.max, mostOften),
      membership: member.membership,
      isBearing: member.usage === 'R' || member.isBearing === true || compiling.guide.isOurs === true,
      guide: opener,
      ...(isLoop(member.of) && { loop: compileLoop(compiling, member.of) }),
      qualifiers: qualifiersOf(opener),
      successors: new Successors(),
      segment: undefined,
      store: undefined,
      check: undefined,
      fits: undefined,
      isAlone: openers.filter(({ id }) => id === opener.id).length === 1,
    };
  });
};

/** Turns a guide into what the reader and the writer run on. */
export const compileGuide = (guide: Guide): CompiledGuide => {
  const compiling: Compiling = { guide, ruled: new Set(Object.keys(guide.rules?.().loops ?? {})), loops: 0 };
  const root = compileLoop(compiling, guide.root);
  resolve(root, []);
  return { guide, root, loops: compiling.loops };
};

const compiled = new WeakMap<Guide, CompiledGuide>();

/** A guide compiled, which is done once in a process. */
export const compiledGuide = (guide: Guide): CompiledGuide => {
  const known = compiled.get(guide) ?? compileGuide(guide);
  compiled.set(guide, known);
  return known;
};

/** The first member of a loop opens it, so it comes only once; the set and a level begin with a segment of their own. */
const opensWithMember = ({ guide }: CompiledLoop, depth: number): boolean =>
  depth > 0 && guide.level === undefined;

/** Adds what opens a loop without its first segment; a role of such a segment in the loop itself goes before. */
const addUnopened = (found: Map<number, Candidate[]>, member: CompiledMember, up: number): void => {
  for (const within of openersWithin(member)) {
    const id = packText(within.guide.id);
    found.set(id, [...(found.get(id) ?? []), { up, member, within }]);
  }
};

/** Tells each loop which roles a segment id may play there: its own members first, then those of the loops around. */
const resolve = (loop: CompiledLoop, above: readonly CompiledLoop[]): void => {
  const found = new Map<number, Candidate[]>();
  [loop, ...above].forEach((around, up) => {
    for (const member of around.members) {
      if (member.index === 0 && opensWithMember(around, above.length - up)) continue;
      const id = packText(member.guide.id);
      found.set(id, [...(found.get(id) ?? []), { up, member }]);
    }
    for (const member of around.members) addUnopened(found, member, up);
  });
  Object.assign(loop, { roles: found });
  for (const member of loop.members) {
    if (member.loop !== undefined) resolve(member.loop, [loop, ...above]);
  }
};
