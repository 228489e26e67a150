import { isLoop, type LoopGuide, type SegmentGuide } from '../guide/declare.ts';
import { type CompiledSegment, compileSegment } from './compile-segment.ts';
import { segmentText } from './compile-segment-reader.ts';
import type { CompiledLoop, CompiledMember, Shape, Store } from './compiled-guide.ts';
import { generate } from './generate.ts';
import { readingScope } from './reading-scope.ts';

/** Segments and loops that a guide uses in several places share their functions, and so the shape of their objects. */
const segments = new WeakMap<SegmentGuide, CompiledSegment>();
const shapes = new WeakMap<LoopGuide, Shape>();

const compiledSegment = (guide: SegmentGuide): CompiledSegment => {
  const known = segments.get(guide) ?? compileSegment(guide);
  segments.set(guide, known);
  return known;
};

/** The functions of a member's segment, made when they are first asked for. */
export const segmentOf = (member: CompiledMember): CompiledSegment => {
  member.segment ??= compiledSegment(member.guide);
  return member.segment;
};

const compileStore = ({ name, membership }: CompiledMember): Store => {
  const value = membership === 'many' ? `more(o.${name}, v)` : 'v';
  return generate<Store>(`return (o, v) => { o.${name} = ${value}; };`, readingScope);
};

/** What makes a value of a member part of the loop's object, made when it is first asked for. */
export const storeOf = (member: CompiledMember): Store => {
  member.store ??= compileStore(member);
  return member.store;
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

const compileShape = (guide: LoopGuide): Shape => {
  const open = generate<Shape['open']>(openText(guide), readingScope);
  const fields = fieldsOf(guide).map((name) => `${name}: undefined`);
  const create = generate<Shape['create']>(`return () => ({ ${fields.join(', ')} });`);
  const shape = { open, create };
  shapes.set(guide, shape);
  return shape;
};

/** What makes the object of a loop, made when the loop first comes. */
export const shapeOf = (loop: CompiledLoop): Shape => {
  loop.shape ??= shapes.get(loop.guide) ?? compileShape(loop.guide);
  return loop.shape;
};
