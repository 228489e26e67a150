import { wholeLoopOf } from '../compiled/compile-whole-loop.ts';
import type {
  Candidate,
  CompiledGuide,
  CompiledLoop,
  CompiledMember,
  Successors,
} from '../compiled/compiled-guide.ts';
import { isControl } from '../compiled/control-segments.ts';
import { segmentOf, shapeOf, storeOf } from '../compiled/loop-functions.ts';
import { levelPlace, rememberForm } from '../compiled/source-form.ts';
import { passedLimit, type Scanner } from '../text/scanner.ts';
import { countsOf, emptyFrame, type Form, type Frame, formUntilHere } from './frame.ts';
import type { SetFindings } from './set-findings.ts';
import type { SetWatcher } from './set-watcher.ts';
import type { BrokenUnit, UnitHandler } from './units.ts';
import { WholeTrials } from './whole-trials.ts';

/** How deep loops nest in any guide, with room. */
const depthLimit = 12;

/**
 * Sorts the segments of one transaction set into the loops of its guide and reads them. With `handler`, units are
 * handed over and forgotten; without one they become part of the set.
 */
export class SetReader {
  readonly findings: SetFindings;
  private readonly frames: Frame[];
  private readonly counts: readonly Uint32Array[];
  private frame: Frame; // the innermost open loop
  private successors: Successors | undefined; // of the latest member
  private depth = 0;
  private units = 0;
  private hierarchy = 0; // HL segments so far
  private reference: string | undefined;
  private readonly scanner: Scanner;
  private readonly watcher: SetWatcher | undefined;
  private readonly handler: UnitHandler | undefined;
  private readonly brokenUnits: BrokenUnit[] = [];
  private readonly trials: WholeTrials;

  constructor(
    guide: CompiledGuide,
    scanner: Scanner,
    findings: SetFindings,
    options: { watcher?: SetWatcher; handler?: UnitHandler } = {},
  ) {
    this.scanner = scanner;
    this.findings = findings;
    this.watcher = options.watcher;
    this.handler = options.handler;
    this.counts = countsOf(guide.root, []);
    this.trials = new WholeTrials(guide.loops);
    this.frames = Array.from({ length: depthLimit }, () => emptyFrame(guide.root));
    this.frame = emptyFrame(guide.root);
    this.enter(guide.root).value = shapeOf(guide.root).create();
  }

  private enter(loop: CompiledLoop): Frame {
    const frame = this.frames[this.depth] as Frame; // no guide nests as deep as there are frames
    frame.loop = loop;
    frame.counts = this.counts[loop.number] as Uint32Array; // one for each occurrence of a loop
    frame.last = 0;
    frame.latest = 0;
    frame.form = undefined;
    frame.broken = false;
    frame.handedOver = false;
    frame.isExtra = false;
    frame.start = this.scanner.startOf(0);
    frame.hierarchyId = this.frame.hierarchyId;
    this.frame = frame;
    this.depth += 1;
    return frame;
  }

  /** Takes the segment that the scanner stands on, and all of a loop that can be read at one go. */
  take(): void {
    this.findings.position += 1;
    const candidate = this.choose();
    if (candidate === undefined) {
      this.stray();
      return;
    }
    const { member } = candidate;
    for (let { up } = candidate; up > 0; up -= 1) this.leave();
    const frame = this.frame;
    const count = frame.counts[member.index] as number; // one for each member
    this.successors = member.successors;
    if (count >= member.max && !this.allowsMore(frame, member)) return;
    if (member.order < frame.last) this.outOfOrder(frame, member);
    else frame.last = member.order;
    if (member.index < frame.latest) this.formOf(frame);
    frame.latest = member.index;
    frame.counts[member.index] = count + 1;
    frame.form?.sequence.push(member.index);
    if (member.loop !== undefined) {
      this.openLoop(member, member.loop, count);
      return;
    }
    this.readSegment(frame, member);
    this.finishSegment(member);
  }

  private finishSegment(member: CompiledMember): void {
    const { scanner, findings } = this;
    if (this.watcher !== undefined) {
      findings.stand(member.guide.id, this.frame.loop.guide.id);
      this.watcher.segment?.(member, scanner, findings);
    }
    if (scanner.faults.length > 0) this.takeFaults(member.guide.id);
  }

  /** The role of the segment: mostly that which it played before at this place. */
  private choose(): Candidate | undefined {
    const { scanner, successors } = this;
    const { qualifier } = scanner;
    const known = successors?.get(scanner.id, qualifier);
    if (known !== undefined && this.hasRoom(known)) return known;
    return this.search(qualifier);
  }

  private hasRoom({ up, member }: Candidate): boolean {
    const { counts } = this.frames[this.depth - 1 - up] as Frame; // a loop around this one
    return (counts[member.index] as number) < member.max; // one for each member
  }

  /** The innermost role that the segment can play; one that it cannot fill any more only when there is no other. */
  private search(qualifier: number): Candidate | undefined {
    const { scanner } = this;
    const roles = this.frame.loop.roles.get(scanner.id) ?? [];
    const playing = roles.filter(
      ({ member: { qualifiers } }) => qualifiers === undefined || qualifiers.has(qualifier),
    );
    const first = playing[0];
    if (first === undefined) return roles[0]?.member.isAlone ? roles[0] : undefined;
    this.successors?.keep(scanner.id, qualifier, first);
    return playing.find((one) => one.up === first.up && this.hasRoom(one)) ?? first;
  }

  private readSegment(frame: Frame, member: CompiledMember): void {
    const { scanner } = this;
    if (member.membership === 'inline') {
      segmentOf(member).readInto(scanner, frame.value);
      if ((scanner.altered || scanner.count === 0) && this.saysNothing(frame, member)) return;
    } else {
      const value = segmentOf(member).read(scanner);
      if (value === undefined) scanner.altered = true;
      else storeOf(member)(frame.value, value);
    }
    if (scanner.altered) this.keepText(frame);
  }

  /** A segment with nothing that its fields take is kept as text alone: the object does not show that it was there. */
  private saysNothing(frame: Frame, member: CompiledMember): boolean {
    if (member.usage === 'R' || segmentOf(member).isIn(frame.value)) return false;
    const { sequence } = this.formOf(frame);
    sequence.splice(-1, 1, -1);
    this.keepText(frame);
    return true;
  }

  private keepText(frame: Frame): void {
    const { sequence, texts } = this.formOf(frame);
    texts.set(sequence.length - 1, this.scanner.source());
  }

  private openLoop(member: CompiledMember, loop: CompiledLoop, before: number): void {
    const frame = this.enter(loop);
    frame.isExtra = before > 0 && member.membership !== 'many';
    if (loop.isUnit) this.openUnit();
    if (loop.guide.level === undefined) {
      this.readLoop(frame, member);
      return;
    }
    frame.counts.fill(0);
    frame.value = shapeOf(loop).create();
    this.readHierarchy(frame);
    this.finishSegment(member);
  }

  /** Reads the loop that was opened at one go, or its first segment. */
  private readLoop(frame: Frame, member: CompiledMember): void {
    const { scanner } = this;
    const { loop } = frame;
    if (this.seesWholeLoops && this.trials.isDue(loop)) {
      scanner.setMark();
      const value = wholeLoopOf(loop, this.watcher !== undefined)(scanner, 0);
      if (value !== undefined && scanner.faults.length === 0 && this.isFollowed(loop)) {
        this.takeWhole(frame, value);
        return;
      }
      scanner.returnToMark();
      this.trials.refuse(loop);
    }
    this.readOpener(frame);
    this.finishSegment(member);
  }

  private readOpener(frame: Frame): void {
    const { scanner } = this;
    const { loop } = frame;
    frame.counts.fill(0);
    frame.value = shapeOf(loop).open(scanner);
    const first = loop.members[0];
    if (first === undefined) return;
    frame.counts[0] = 1;
    if (first.membership !== 'inline') this.readSegment(frame, first);
    else if (scanner.altered) this.keepText(frame);
  }

  private get seesWholeLoops(): boolean {
    return this.watcher === undefined || this.watcher.whole !== undefined;
  }

  private takeWhole(frame: Frame, value: object): void {
    const { scanner, findings } = this;
    const { loop } = frame;
    this.trials.succeed(loop);
    frame.value = value;
    this.watcher?.whole?.(frame, scanner, findings, scanner.passedCount);
    findings.position += scanner.passedCount - 1;
    this.successors = loop.followers;
    this.close(frame);
  }

  /** Whether the segment after a loop surely belongs elsewhere; what has no role would belong into the loop. */
  private isFollowed({ followers }: CompiledLoop): boolean {
    const { scanner } = this;
    if (scanner.passedCount > passedLimit) return false;
    scanner.next();
    scanner.stepBack();
    if (isControl(scanner.id) || followers.get(scanner.id, scanner.qualifier) !== undefined) return true;
    const roles = this.frames[this.depth - 2]?.loop.roles.get(scanner.id) ?? [];
    return roles.some(({ member: { qualifiers } }) => qualifiers?.has(scanner.qualifier) ?? true);
  }

  private openUnit(): void {
    this.units += 1;
    this.reference = this.scanner.textAt(1);
    this.findings.openUnit(this.units);
  }

  /** HL01 counts the levels of a set and HL02 names the one above; the writer counts them anew. */
  private readHierarchy(frame: Frame): void {
    const { scanner, findings } = this;
    const above = frame.hierarchyId;
    findings.stand('HL', frame.loop.guide.id);
    this.hierarchy += 1;
    const id = scanner.countAt(1);
    if (id !== this.hierarchy) {
      findings.add('IK403-7', 4, 'HL01 does not count the levels of the set from 1', findings.here(1));
    }
    const parent = scanner.countAt(2) ?? 0;
    if (parent !== above)
      findings.add('IK403-7', 4, 'HL02 is not the level around this one', findings.here(2));
    frame.hierarchyId = id ?? this.hierarchy;
    frame.levelText = scanner.source();
    frame.levelCode = scanner.textAt(4);
    frame.levelPosition = findings.position;
  }

  /**
   * The form of a loop, kept from now on; but loops around units that are handed over are never written, and what
   * stood in them must not fill the memory.
   */
  private formOf(frame: Frame): Form {
    if (this.handler !== undefined && frame.loop.leadsToUnit) return { sequence: [], texts: new Map() };
    frame.form ??= formUntilHere(frame);
    return frame.form;
  }

  private stray(): void {
    this.keepAside(this.frame);
    this.findings.addStray(this.scanner, this.frame.loop);
  }

  private outOfOrder(frame: Frame, member: CompiledMember): void {
    const { findings } = this;
    frame.last = member.order;
    const place = findings.segmentPlace(member.guide.id, frame.loop.guide.id);
    findings.add('IK304-7', 2, 'The segment stands after one that it should come before', place);
  }

  /** One too many is a finding; where our object has room for one, the segment is kept as text alone. */
  private allowsMore(frame: Frame, member: CompiledMember): boolean {
    const { findings } = this;
    const loop = member.loop?.guide.id ?? frame.loop.guide.id;
    const place = findings.segmentPlace(member.guide.id, loop);
    if (member.loop === undefined) {
      findings.add('IK304-5', 2, 'This segment occurs more often than the guide allows', place);
      if (member.membership === 'many') return true;
      this.keepAside(frame);
      return false;
    }
    findings.add('IK304-4', 2, 'This loop occurs more often than the guide allows', place);
    return true;
  }

  /** Keeps a segment that no field takes. */
  private keepAside(frame: Frame): void {
    this.formOf(frame).sequence.push(-1);
    this.keepText(frame);
  }

  /** Faults of reading: where a value cannot be had that must be there, its loop is broken. */
  private takeFaults(segment: string): void {
    const { scanner, findings } = this;
    for (const fault of scanner.faults) findings.addFault(fault, segment, this.frame.loop.guide.id);
    scanner.faults.length = 0;
    if (scanner.isBroken) this.frame.broken = true;
    scanner.isBroken = false;
  }

  /** Closes the innermost loop: what it lacks, what it becomes part of, whether it is a unit to hand over. */
  private leave(): void {
    const { frame, findings } = this;
    for (const member of frame.loop.expected) {
      if ((frame.counts[member.index] ?? 0) > 0) continue;
      findings.addMissing(member, frame.loop.guide.id);
      if (member.usage === 'R') frame.broken = true;
    }
    if (frame.loop.guide.level !== undefined) this.checkLevel(frame);
    if (frame.form !== undefined) rememberForm(frame.value, frame.form);
    if (this.depth > 1) this.close(frame);
    else {
      this.depth = 0;
      this.watcher?.end?.(frame, findings);
    }
  }

  private close(frame: Frame): void {
    this.depth -= 1;
    this.watcher?.loop?.(frame, this.findings, this.around);
    this.frame = this.frames[this.depth - 1] as Frame; // depth never leaves the frames
    this.handOver(frame);
  }

  /** HL04 tells whether levels stand below; some guides and some files leave it out. */
  private checkLevel(frame: Frame): void {
    const { loop, counts, levelCode, levelPosition: position } = frame;
    const hasBelow = loop.members.some(
      ({ loop: inner, index }) => inner?.guide.level !== undefined && counts[index] !== 0,
    );
    const expected = hasBelow ? '1' : '0';
    if (levelCode === (loop.guide.isLeaf ? undefined : expected)) return;
    this.formOf(frame).texts.set(levelPlace, frame.levelText);
    if (levelCode !== (hasBelow ? '0' : '1')) return;
    const place = this.findings.placeAt('HL', { loop: loop.guide.id, position, element: 4 });
    this.findings.add('IK403-7', 4, 'HL04 does not tell whether levels stand below', place);
  }

  private handOver(frame: Frame): void {
    const around = this.frame;
    const member = around.loop.members[around.latest];
    if (frame.loop.isUnit) {
      this.closeUnit(frame, member);
      return;
    }
    const { leadsToUnit } = frame.loop;
    if (frame.broken && !leadsToUnit) around.broken = true;
    if (frame.handedOver) return;
    if (frame.isExtra || (leadsToUnit && frame.broken)) this.keepLoop(frame);
    else if (member !== undefined) storeOf(member)(around.value, frame.value);
  }

  private readonly around = (): readonly object[] => {
    const values = new Array<object>(this.depth);
    for (let depth = 0; depth < this.depth; depth += 1) values[depth] = (this.frames[depth] as Frame).value;
    return values;
  };

  private isBrokenAround(): boolean {
    for (let depth = 1; depth < this.depth; depth += 1) if ((this.frames[depth] as Frame).broken) return true;
    return false;
  }

  private closeUnit(frame: Frame, member: CompiledMember | undefined): void {
    const findings = this.findings.closeUnit();
    if (frame.broken || this.isBrokenAround()) {
      const unit = { position: this.units, reference: this.reference, partial: frame.value, findings };
      if (this.handler === undefined) {
        this.brokenUnits.push(unit);
        this.keepLoop(frame);
      } else this.handler.broken(unit);
    } else if (this.handler === undefined) {
      if (member !== undefined) storeOf(member)(this.frame.value, frame.value);
    } else {
      for (let depth = 0; depth < this.depth; depth += 1) (this.frames[depth] as Frame).handedOver = true;
      this.handler.read({ position: this.units, value: frame.value, around: this.around(), findings });
    }
  }

  /**
   * Keeps a loop that cannot be part of the set among the segments without a role, to write the rest around it. In a
   * stream its text may be gone, and nobody writes what was handed over.
   */
  private keepLoop({ start, loop }: Frame): void {
    const { scanner } = this;
    const { sequence, texts } = this.formOf(this.frame);
    sequence.pop();
    if (this.handler !== undefined) return;
    // A level that is kept as text stands below this one nevertheless.
    if (loop.guide.level !== undefined) texts.set(levelPlace, this.frame.levelText);
    for (const text of scanner.segmentsBetween(start, scanner.startOf(0))) {
      sequence.push(-1);
      texts.set(sequence.length - 1, text);
    }
  }

  /** Closes all loops. The set is undefined when its own loops cannot be read; units are a matter of their own. */
  end(): { value: object | undefined; broken: readonly BrokenUnit[]; units: number } {
    while (this.depth > 1) this.leave();
    const root = this.frame;
    this.leave();
    return {
      value: root.broken ? undefined : root.value,
      broken: this.brokenUnits,
      units: this.units,
    };
  }
}
