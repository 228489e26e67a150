import { wholeLoopOf } from '../compiled/compile-whole-loop.ts';
import {
  type CompiledGuide,
  type CompiledLoop,
  type CompiledMember,
  isUnseen,
  type Successors,
} from '../compiled/compiled-guide.ts';
import { shapeOf, storeOf } from '../compiled/loop-functions.ts';
import { rememberForm } from '../compiled/source-form.ts';
import type { Scanner } from '../text/scanner.ts';
import { FormKeeping } from './form-keeping.ts';
import type { Frame } from './frame.ts';
import { checkLevelCode, readLevel } from './level-reading.ts';
import { OpenLoops } from './open-loops.ts';
import { chooseRole, isFollowed } from './role-choice.ts';
import { readOpener, readSegment } from './segment-reading.ts';
import type { SetFindings } from './set-findings.ts';
import { SetUnits } from './set-units.ts';
import type { SetWatcher } from './set-watcher.ts';
import type { BrokenUnit, UnitHandler } from './units.ts';
import { WholeTrials } from './whole-trials.ts';

/**
 * Sorts the segments of one transaction set into the loops of its guide and reads them. With `handler`, units are
 * handed over and forgotten; without one they become part of the set.
 */
export class SetReader {
  readonly findings: SetFindings;
  private readonly loops: OpenLoops;
  private readonly forms: FormKeeping;
  private readonly units: SetUnits;
  private readonly trials: WholeTrials;
  private readonly scanner: Scanner;
  private readonly watcher: SetWatcher | undefined;
  private readonly seesWholeLoops: boolean;
  private successors: Successors | undefined; // of the latest member
  private levels = 0; // HL segments so far

  constructor(
    guide: CompiledGuide,
    scanner: Scanner,
    findings: SetFindings,
    { watcher, handler }: { watcher?: SetWatcher; handler?: UnitHandler } = {},
  ) {
    this.scanner = scanner;
    this.findings = findings;
    this.watcher = watcher;
    this.seesWholeLoops = watcher === undefined || watcher.whole !== undefined;
    this.loops = new OpenLoops(guide.root);
    this.forms = new FormKeeping(scanner, handler !== undefined);
    this.units = new SetUnits(this.loops, this.forms, findings, handler);
    this.trials = new WholeTrials(guide.loops);
    this.loops.enter(guide.root, scanner.startOf(0)).value = shapeOf(guide.root).create();
  }

  /** Takes the segment that the scanner stands on, and all of a loop that can be read at one go. */
  take(): void {
    const { loops, scanner, findings } = this;
    findings.position += 1;
    const role = chooseRole(loops, this.successors, scanner);
    if (role === undefined) {
      this.forms.keepAside(loops.innermost);
      findings.addStray(scanner, loops.innermost.loop);
      return;
    }
    for (let { up } = role; up > 0; up -= 1) this.leave();
    if (role.within === undefined) this.takeAs(role.member, loops.innermost);
    else this.takeWithin(role.member, role.within);
  }

  /** Opens a loop of the innermost one without its own first segment, by one that opens a loop within it. */
  private takeWithin(member: CompiledMember, within: CompiledMember): void {
    const around = this.loops.innermost;
    const before = this.enter(member, around);
    if (before === undefined || member.loop === undefined) return;
    const frame = this.openFrame(member, member.loop, before);
    frame.isUnopened = true;
    frame.counts.fill(0);
    frame.value = shapeOf(member.loop).create();
    this.forms.formOf(frame);
    this.findings.addMissing(member, around.loop.guide.id);
    this.takeAs(within, frame);
  }

  /** Takes the segment as a member of the innermost loop. */
  private takeAs(member: CompiledMember, frame: Frame): void {
    const count = this.enter(member, frame);
    if (count === undefined) return;
    if (member.loop !== undefined) this.openLoop(member, member.loop, count);
    else this.finishSegment(member, readSegment(frame, member, this.scanner, this.forms));
  }

  /** Notes one more of a member of the innermost loop: how many came before, or undefined where there is no room. */
  private enter(member: CompiledMember, frame: Frame): number | undefined {
    const count = frame.counts[member.index] as number; // one for each member
    this.successors = member.successors;
    if (count >= member.max && !this.allowsMore(frame, member)) return undefined;
    if (member.order < frame.last) this.findings.addOutOfOrder(member, frame.loop.guide.id);
    frame.last = member.order;
    if (member.index < frame.latest) this.forms.formOf(frame);
    frame.latest = member.index;
    frame.counts[member.index] = count + 1;
    frame.form?.sequence.push(member.index);
    return count;
  }

  /** One too many is a finding; where our object has room for one, the segment is kept as text alone. */
  private allowsMore(frame: Frame, member: CompiledMember): boolean {
    this.findings.addExcess(member, frame.loop.guide.id);
    if (member.loop !== undefined || member.membership === 'many') return true;
    this.forms.keepAside(frame);
    return false;
  }

  private finishSegment(member: CompiledMember, isLeftOut: boolean): void {
    const { scanner, findings } = this;
    if (this.watcher !== undefined) {
      findings.stand(member.guide.id, this.loops.innermost.loop.guide.id);
      this.watcher.segment?.(member, scanner, findings);
    }
    if (scanner.faults.length > 0) this.takeFaults(member, isLeftOut);
  }

  /** Faults of reading: where a value cannot be had that must be there, its loop is broken. */
  private takeFaults({ guide }: CompiledMember, isLeftOut: boolean): void {
    const { scanner, findings } = this;
    const { innermost } = this.loops;
    for (const fault of scanner.faults)
      findings.addFault(fault, guide.id, innermost.loop.guide.id, isLeftOut);
    scanner.faults.length = 0;
    if (scanner.isBroken) innermost.broken = true;
    scanner.isBroken = false;
  }

  private openFrame(member: CompiledMember, loop: CompiledLoop, before: number): Frame {
    const frame = this.loops.enter(loop, this.scanner.startOf(0));
    frame.position = this.findings.position;
    frame.isExtra = before > 0 && member.membership !== 'many';
    return frame;
  }

  private openLoop(member: CompiledMember, loop: CompiledLoop, before: number): void {
    const { scanner } = this;
    const frame = this.openFrame(member, loop, before);
    if (loop.isUnit) this.units.open(scanner);
    if (loop.guide.level !== undefined) this.openLevel(frame);
    else if (this.readsWhole(frame)) return;
    const isLeftOut = loop.guide.level === undefined && readOpener(frame, scanner, this.forms);
    this.finishSegment(member, isLeftOut);
  }

  private openLevel(frame: Frame): void {
    frame.counts.fill(0);
    frame.value = shapeOf(frame.loop).create();
    this.levels += 1;
    readLevel(frame, this.levels, this.scanner, this.findings);
  }

  /** Reads the loop that was opened at one go, where that is worth trying and comes off. */
  private readsWhole(frame: Frame): boolean {
    const { scanner } = this;
    const { loop } = frame;
    if (!this.seesWholeLoops || !this.trials.isDue(loop)) return false;
    scanner.setMark();
    const value = wholeLoopOf(loop, this.watcher !== undefined)(scanner, 0);
    if (value !== undefined && scanner.faults.length === 0 && isFollowed(this.loops, loop, scanner)) {
      this.takeWhole(frame, value);
      return true;
    }
    scanner.returnToMark();
    this.trials.refuse(loop);
    return false;
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

  /** Closes the innermost loop: what it lacks, what it becomes part of, whether it is a unit to hand over. */
  private leave(): void {
    const { innermost: frame } = this.loops;
    this.complete(frame);
    this.close(frame);
  }

  private complete(frame: Frame): void {
    const { findings } = this;
    const { guide, expected } = frame.loop;
    for (const member of expected) {
      if ((frame.counts[member.index] ?? 0) > 0 || (frame.isUnopened && member.index === 0)) continue;
      if (isUnseen(member)) this.forms.formOf(frame); // that it is not there
      findings.addMissing(member, guide.id);
      if (member.usage === 'R') frame.broken = true;
    }
    if (guide.level !== undefined && !checkLevelCode(frame, findings)) this.forms.keepLevel(frame);
    if (frame.form !== undefined) rememberForm(frame.value, frame.form);
  }

  private close(frame: Frame): void {
    const { loops } = this;
    loops.leave();
    this.watcher?.loop?.(frame, this.findings, loops.values);
    const around = loops.innermost;
    const member = around.loop.members[around.latest];
    if (frame.loop.isUnit) this.units.close(frame, member);
    else this.store(frame, member, around);
  }

  /** A loop becomes part of the one around it. */
  private store(frame: Frame, member: CompiledMember | undefined, around: Frame): void {
    const { leadsToUnit } = frame.loop;
    const isBearing = member?.isBearing === true && !leadsToUnit;
    if (frame.broken && isBearing) around.broken = true;
    else if (frame.broken && !leadsToUnit) this.findings.leaveOut(frame.position);
    if (frame.handedOver) return;
    if (frame.isExtra || (frame.broken && !isBearing)) this.forms.keepLoop(frame, around);
    else if (member !== undefined) storeOf(member)(around.value, frame.value);
  }

  /** Closes all loops. The set is undefined when its own loops cannot be read; units are a matter of their own. */
  end(): { value: object | undefined; broken: readonly BrokenUnit[]; units: number } {
    const { loops, units } = this;
    while (loops.depth > 1) this.leave();
    const set = loops.innermost;
    this.complete(set);
    this.watcher?.end?.(set, this.findings);
    return { value: set.broken ? undefined : set.value, broken: units.broken, units: units.count };
  }
}
