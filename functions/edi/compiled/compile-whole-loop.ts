import { packText } from '../text/pack.ts';
import { passedLimit, type Scanner } from '../text/scanner.ts';
import { fitsOf } from './compile-fit.ts';
import { segmentText } from './compile-segment-reader.ts';
import { type CompiledLoop, type CompiledMember, openersWithin } from './compiled-guide.ts';
import { generate } from './generate.ts';
import { segmentOf } from './loop-functions.ts';
import { readingScope } from './reading-scope.ts';
import { rememberForm } from './source-form.ts';

/**
 * Reads a loop and all within it at one go, where nothing is to be said about it. The scanner stands on the loop's
 * first segment, and then before the one after its last. Undefined: something is not as the guide has it, or the text
 * ends before the loop; the reader has to go through it segment by segment.
 */
export type WholeLoop = (scanner: Scanner, from: number) => object | undefined;

/**
 * Which member each segment of the open loops is, for loops that differ from what we would write; `from` is where a
 * loop's begin. Loops within stand behind what the loop around them has so far, which goes on there when they are over.
 */
const sequence = new Uint16Array(2 * passedLimit);

const keepText = (texts: Map<number, string> | undefined, place: number, scanner: Scanner) =>
  (texts ?? new Map<number, string>()).set(place, scanner.source());

const keepForm = (
  value: object,
  from: number,
  to: number,
  texts: ReadonlyMap<number, string> = new Map(),
): void => rememberForm(value, { sequence: Array.from(sequence.subarray(from, to)), texts });

/** Generated text, and the functions that it calls by their place in a list. */
type Draft = {
  readonly isChecked: boolean;
  readonly before: string[];
  readonly functions: ((scanner: Scanner, from: number) => unknown)[];
};

const call = ({ functions }: Draft, one: Draft['functions'][number], from = ''): string => {
  functions.push(one);
  return `call${functions.length - 1}(s${from})`;
};

/** The variable of a field: names of fields may be words of the language. */
const variable = (field: string): string => `_${field}`;

const ownFields = (member: CompiledMember): string[] =>
  member.membership === 'inline' ? Object.keys(member.guide.fields ?? {}) : [member.name];

/** Statements that hold the segment to its guide, where that is asked for. */
const fitting = (draft: Draft, member: CompiledMember): string =>
  draft.isChecked ? `if (!${call(draft, fitsOf(member.guide))}) return undefined;` : '';

/** Statements that read the fields of a segment into variables of the loop. */
const readingInline = (draft: Draft, { guide, index }: CompiledMember): string => {
  const { before, statements, values, after } = segmentText(guide, `m${index}_`);
  draft.before.push(before);
  const sets = values.map(([field, expression]) => `${variable(field)} = ${expression};`);
  return `${after} ${statements} ${sets.join(' ')}`;
};

/** An optional segment whose fields all say nothing would not show in the object. */
const emptiness = ({ usage, guide }: CompiledMember): string => {
  const fields = Object.keys(guide.fields ?? {});
  if (usage === 'R' || fields.length === 0) return '';
  const isEmpty = fields.map((field) => `${variable(field)} === undefined`).join(' && ');
  return `if (${isEmpty}) return undefined;`;
};

const storing = (member: CompiledMember, value: string): string => {
  const name = variable(member.name);
  const stored = member.membership === 'many' ? `more(${name}, v)` : 'v';
  return `const v = ${value}; if (v === undefined) return undefined; ${name} = ${stored};`;
};

const seen = ({ index }: CompiledMember): string => `seen${index}`;

/** Refuses a second of what comes once. */
const counting = (member: CompiledMember): string => {
  if (member.membership === 'inline') return `if (${seen(member)}) return undefined; ${seen(member)} = true;`;
  return member.membership === 'one' ? `if (${variable(member.name)} !== undefined) return undefined;` : '';
};

/** Whether there is more of something than the guide allows. */
const excess = (member: CompiledMember): string[] => {
  const name = variable(member.name);
  return member.membership === 'many' ? [`${name} !== undefined && ${name}.length > ${member.max}`] : [];
};

/** Refuses a segment after one that it should come before; neighbours with the same id come in any order. */
const ordering = (member: CompiledMember, { members }: CompiledLoop): string => {
  const neighbours = members.filter(({ order }) => order === member.order);
  const last = member.order + neighbours.length - 1;
  const isAfter = last < members.length - 1 ? `if (latest > ${last}) return undefined;` : '';
  const isMixed = last > member.index ? 'isMixed = true;' : '';
  return `if (latest > ${member.index}) { ${isAfter} ${isMixed} } latest = ${member.index};`;
};

/** Statements for a segment in one of its roles. */
const taking = (draft: Draft, member: CompiledMember, loop: CompiledLoop): string => {
  const { isChecked } = draft;
  const noted = `${ordering(member, loop)} ${counting(member)} sequence[from + count] = ${member.index};`;
  if (member.loop !== undefined) {
    const inner = call(draft, wholeLoopOf(member.loop, isChecked), ', from + count');
    return `${noted} count += 1; ${storing(member, inner)}`;
  }
  const isInline = member.membership === 'inline';
  const read = isInline ? readingInline(draft, member) : storing(member, call(draft, segmentOf(member).read));
  return `${noted} ${fitting(draft, member)} ${read} ${isInline ? emptiness(member) : ''}
    if (s.altered) texts = keepText(texts, count, s);
    count += 1;`;
};

/**
 * The members that a segment id may stand for, by qualifier; the innermost role is the first that fits. What opens a
 * loop within without that one's own first segment is for the ordinary reader.
 */
const choosing = (draft: Draft, loop: CompiledLoop, members: readonly CompiledMember[]): string => {
  const taken = new Set<number>();
  const cases: string[] = [];
  for (const member of members) {
    const { qualifiers } = member;
    const isOwn = loop.members.includes(member);
    const statements = isOwn ? `{ ${taking(draft, member, loop)} continue; }` : 'return undefined;';
    if (qualifiers === undefined) return `switch (s.qualifier) { ${cases.join('\n')} } ${statements}`;
    const codes = [...qualifiers].filter((code) => !taken.has(code));
    for (const code of codes) taken.add(code);
    if (codes.length > 0) cases.push(`${codes.map((code) => `case ${code}:`).join(' ')} ${statements}`);
  }
  return `switch (s.qualifier) { ${cases.join('\n')} } break scan;`;
};

const opening = (draft: Draft, member: CompiledMember): string =>
  `${fitting(draft, member)} ${
    member.membership === 'inline'
      ? readingInline(draft, member)
      : storing(member, call(draft, segmentOf(member).read))
  }`;

const isAbsent = (member: CompiledMember): string =>
  member.membership === 'inline' ? `!${seen(member)}` : `${variable(member.name)} === undefined`;

const loopText = (draft: Draft, loop: CompiledLoop): string => {
  const [first, ...members] = loop.members;
  if (first === undefined) throw new TypeError(`Loop ${loop.guide.id} has no segments`);
  const fields = loop.members.flatMap(ownFields);
  const flags = members
    .filter(({ membership }) => membership === 'inline')
    .map((one) => `${seen(one)} = false`);
  const playing = [...members, ...members.flatMap(openersWithin)];
  const byId = Map.groupBy(playing, ({ guide }) => packText(guide.id));
  const cases = [...byId].map(([id, roles]) => `case ${id}: ${choosing(draft, loop, roles)}`);
  const wrong = [...members.filter(({ usage }) => usage !== 'S').map(isAbsent), ...members.flatMap(excess)];
  const opened = opening(draft, first);
  const calls = draft.functions.map((_, index) => `const call${index} = functions[${index}];`);
  return `${calls.join(' ')} ${draft.before.join('\n')}
  return function read${loop.guide.id}(s, from) {
    let ${['count = 1', 'latest = 0', 'isMixed = false', 'texts', ...flags, ...fields.map(variable)].join(', ')};
    ${opened}
    sequence[from] = 0;
    if (s.altered) texts = keepText(texts, 0, s);
    scan: for (;;) {
      if (!s.next()) return undefined;
      switch (s.id) {
        ${cases.join('\n')}
        default: break scan;
      }
    }
    s.stepBack();
    ${wrong.map((one) => `if (${one}) return undefined;`).join('\n')}
    const loop = { ${fields.map((field) => `${field}: ${variable(field)}`).join(', ')} };
    if (isMixed || texts !== undefined) keepForm(loop, from, from + count, texts);
    return loop;
  };`;
};

const compile = (loop: CompiledLoop, isChecked: boolean): WholeLoop => {
  const draft: Draft = { isChecked, before: [], functions: [] };
  const text = loopText(draft, loop);
  return generate<WholeLoop>(text, {
    ...readingScope,
    functions: draft.functions,
    sequence,
    keepText,
    keepForm,
  });
};

/** Loops that a guide uses in several places share their functions. */
const plain = new WeakMap<object, WholeLoop>();
const checked = new WeakMap<object, WholeLoop>();

/** The function for a loop of `isWhole`; `isChecked`: only where each segment fits its guide (level 2). */
export const wholeLoopOf = (loop: CompiledLoop, isChecked: boolean): WholeLoop => {
  const compiled = isChecked ? checked : plain;
  const known = compiled.get(loop.guide);
  if (known !== undefined) return known;
  const read = compile(loop, isChecked);
  compiled.set(loop.guide, read);
  return read;
};
