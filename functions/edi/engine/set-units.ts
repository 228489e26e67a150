import type { CompiledMember } from '../compiled/compiled-guide.ts';
import { storeOf } from '../compiled/loop-functions.ts';
import { textAt } from '../text/element-values.ts';
import type { Scanner } from '../text/scanner.ts';
import type { FormKeeping } from './form-keeping.ts';
import type { Frame } from './frame.ts';
import type { OpenLoops } from './open-loops.ts';
import type { SetFindings } from './set-findings.ts';
import type { BrokenUnit, UnitHandler } from './units.ts';

/** Counts the units of a set and tells the handler of them; without one they become part of the set. */
export class SetUnits {
  count = 0;
  readonly broken: BrokenUnit[] = []; // those that nobody was told of
  private reference: string | undefined;
  private readonly loops: OpenLoops;
  private readonly forms: FormKeeping;
  private readonly findings: SetFindings;
  private readonly handler: UnitHandler | undefined;

  constructor(loops: OpenLoops, forms: FormKeeping, findings: SetFindings, handler: UnitHandler | undefined) {
    this.loops = loops;
    this.forms = forms;
    this.findings = findings;
    this.handler = handler;
  }

  /** The scanner stands on the segment that opens the unit. */
  open(scanner: Scanner): void {
    this.count += 1;
    this.reference = textAt(scanner, 1);
    this.findings.openUnit(this.count);
  }

  /** A unit is complete, which is a `member` of the loop around it. */
  close(frame: Frame, member: CompiledMember | undefined): void {
    const { loops, handler } = this;
    const findings = this.findings.closeUnit();
    if (frame.broken || loops.areBroken()) this.refuse(frame, findings);
    else if (handler !== undefined) {
      loops.handOver();
      handler.read({ position: this.count, value: frame.value, around: loops.values(), findings });
    } else if (member !== undefined) storeOf(member)(loops.innermost.value, frame.value);
  }

  private refuse(frame: Frame, findings: BrokenUnit['findings']): void {
    const unit = { position: this.count, reference: this.reference, partial: frame.value, findings };
    if (this.handler !== undefined) this.handler.broken(unit);
    else {
      this.broken.push(unit);
      this.forms.keepLoop(frame, this.loops.innermost);
    }
  }
}
