import {
  type CompiledGuide,
  type CompiledLoop,
  type CompiledMember,
  isUnseen,
} from '../compiled/compiled-guide.ts';
import { segmentOf } from '../compiled/loop-functions.ts';
import { formOf, levelPlace, type SourceForm } from '../compiled/source-form.ts';
import { Scanner } from '../text/scanner.ts';
import { SegmentWriter, UnwritableValue } from '../text/segment-writer.ts';

/** The fields of a loop's object by name. Guides and objects come from the same declaration. */
type LoopValue = { readonly [name: string]: unknown };

/** The values of a member in a loop's object. */
const valuesOf = (member: CompiledMember, loop: LoopValue): readonly unknown[] => {
  if (member.membership === 'inline') return isInlined(member, loop) ? [loop] : [];
  const value = loop[member.name];
  if (value === undefined) return [];
  return member.membership === 'many' ? (value as readonly unknown[]) : [value]; // what `many` declares
};

const isInlined = (member: CompiledMember, loop: LoopValue): boolean =>
  member.usage === 'R' || segmentOf(member).isIn(loop);

const hierarchySegment = 'HL';

/** Writes transaction sets from objects, segments in the guide's order or, where known, in that of their file. */
export class SetWriter {
  private readonly writer: SegmentWriter;
  private readonly scratch: SegmentWriter;
  private readonly scanner: Scanner;
  private levels = 0; // HL segments of the set so far

  constructor(writer: SegmentWriter) {
    this.writer = writer;
    this.scratch = new SegmentWriter(writer.delimiters, '', true);
    this.scanner = new Scanner(writer.delimiters);
  }

  write(guide: CompiledGuide, set: object): void {
    this.levels = 0;
    try {
      this.writeLoop(guide.root, set as LoopValue, 0);
    } catch (error) {
      // Amounts, counts, dates and times know their element alone.
      if (!(error instanceof UnwritableValue) || !/^\d/.test(error.element)) throw error;
      throw new UnwritableValue(`${this.writer.segmentId}${error.element}`, error.reason);
    }
  }

  private writeLoop(loop: CompiledLoop, value: LoopValue, above: number): void {
    const here = loop.guide.level === undefined ? above : this.writeLevel(loop, value, above);
    const form = formOf(value);
    if (form !== undefined && this.isComplete(loop, value, form)) this.writeInForm(loop, value, form, here);
    else for (const member of loop.members) this.writeMember(member, value, here);
  }

  private writeMember(member: CompiledMember, value: LoopValue, level: number): void {
    const { loop } = member;
    if (loop === undefined && member.membership !== 'many') {
      this.writeSingle(member, value);
      return;
    }
    for (const one of valuesOf(member, value)) this.writeOne(member, one, level);
  }

  private writeSingle(member: CompiledMember, value: LoopValue): void {
    if (member.membership === 'inline') {
      if (isInlined(member, value)) segmentOf(member).write(this.writer, value);
    } else if (value[member.name] !== undefined) segmentOf(member).write(this.writer, value[member.name]);
  }

  private writeOne(member: CompiledMember, value: unknown, level: number): void {
    if (member.loop === undefined) segmentOf(member).write(this.writer, value);
    else this.writeLoop(member.loop, value as LoopValue, level); // a loop's member is a loop's object
  }

  /** HL: its own number, the one above, the code of the level, and whether levels stand below. */
  private writeLevel(loop: CompiledLoop, value: LoopValue, above: number): number {
    this.levels += 1;
    const { writer } = this;
    const text = formOf(value)?.texts.get(levelPlace);
    if (text !== undefined && this.isLevel(text, above)) {
      writer.raw(text);
      return this.levels;
    }
    const hasBelow = loop.members.some(
      (member) => member.loop?.guide.level !== undefined && valuesOf(member, value).length > 0,
    );
    writer.open(hierarchySegment);
    writer.put(1, String(this.levels));
    if (above > 0) writer.put(2, String(above));
    writer.put(3, loop.guide.level);
    if (!loop.guide.isLeaf) writer.put(4, hasBelow ? '1' : '0');
    writer.close();
    return this.levels;
  }

  /** Whether an HL, as it was read, still has the right numbers. */
  private isLevel(text: string, above: number): boolean {
    const [, id, parent = ''] = text.split(this.writer.delimiters.element);
    return Number(id) === this.levels && Number(parent) === above;
  }

  /** Whether the object still has as many of everything as the file had. */
  private isComplete(loop: CompiledLoop, value: LoopValue, { sequence }: SourceForm): boolean {
    const counts = new Map<number, number>();
    for (const index of sequence) counts.set(index, (counts.get(index) ?? 0) + 1);
    return loop.members.every(
      (member) => isUnseen(member) || valuesOf(member, value).length === (counts.get(member.index) ?? 0),
    );
  }

  private writeInForm(loop: CompiledLoop, value: LoopValue, form: SourceForm, level: number): void {
    const next = new Map<number, number>();
    form.sequence.forEach((index, place) => {
      const text = form.texts.get(place);
      const member = loop.members[index];
      if (member === undefined) {
        if (text !== undefined) this.writeText(text);
        return;
      }
      const count = next.get(index) ?? 0;
      next.set(index, count + 1);
      const one = valuesOf(member, value)[count];
      if (text !== undefined && this.saysTheSame(member, text, one)) this.writer.raw(text);
      else this.writeOne(member, one, level);
    });
  }

  private writeText(text: string): void {
    if (text.startsWith(hierarchySegment + this.writer.delimiters.element)) this.levels += 1;
    this.writer.raw(text);
  }

  /** Whether the text of a segment, as it was read, still stands for the value. */
  private saysTheSame(member: CompiledMember, text: string, value: unknown): boolean {
    const scanner = this.scanner;
    const scratch = this.scratch;
    scanner.begin(text + scanner.delimiters.segment);
    scanner.next();
    const before = segmentOf(member).read(scanner);
    scanner.faults.length = 0;
    scanner.isBroken = false;
    scratch.clear();
    segmentOf(member).write(scratch, before);
    const written = scratch.toString();
    scratch.clear();
    segmentOf(member).write(scratch, value);
    return scratch.toString() === written;
  }
}
