import { idOfGe, idOfGs, idOfIea, idOfSe, idOfSt, idOfTa1, isControl } from '../compiled/control-segments.ts';
import { rememberForm } from '../compiled/source-form.ts';
import type { Finding } from '../findings.ts';
import type { Guide } from '../guide/declare.ts';
import { type Piece, textOf } from '../text/bytes.ts';
import { isaLength, isaLimit, isFixedIsa, standardDelimiters, stripPreamble } from '../text/delimiters.ts';
import { textAt } from '../text/element-values.ts';
import { Scanner } from '../text/scanner.ts';
import { segmentLimit } from '../text/segment-cutter.ts';
import { acknowledgementOf, oddInAcknowledgement } from './acknowledgement-reading.ts';
import { GroupReading } from './group-reading.ts';
import { type Interchange, isGroupCount } from './interchange.ts';
import type { InterchangeHandler, Reading, WatcherFactory } from './interchange-handler.ts';
import type { GroupReport } from './interchange-report.ts';
import { readIsa } from './isa.ts';
import { numberAt } from './number-at.ts';
import { SetReading } from './set-reading.ts';

/**
 * Reads interchanges from text that comes piece by piece. Whatever the text is, it ends with reports: nothing is
 * thrown for what a file says.
 */
export class InterchangeReader {
  private readonly reading: Reading;
  private readonly scanner = new Scanner(standardDelimiters);
  private pending = ''; // before the ISA is read
  private isInside = false;
  private isLost = false; // after what is no interchange
  private isOver = false; // no more text comes
  private interchange: Interchange | undefined;
  private findings: Finding[] = [];
  private groups: GroupReport[] = [];
  private group: GroupReading | undefined;
  private set: SetReading | undefined;
  private setCount = 0;
  private groupCount = 0;
  private acknowledgementCount = 0;

  constructor(guides: readonly Guide[], handler: InterchangeHandler, watch?: WatcherFactory) {
    this.reading = { guides, handler, watch };
    this.scanner.isKeeping = handler.unit === undefined;
  }

  /** Takes the next piece. */
  write(piece: Piece): void {
    if (this.isLost) return;
    if (this.isInside) this.scanner.feed(piece);
    else this.pending += textOf(piece);
    this.run();
  }

  /** The text is over: closes whatever is open. */
  end(): void {
    this.isOver = true;
    this.run();
    if (!this.isInside) return;
    this.closeGroup(false);
    this.envelopeFinding('TA105-023', 'IEA', 'The file ends before its IEA');
    this.finish();
  }

  private run(): void {
    while (!this.isLost) {
      if (!this.isInside && !this.openInterchange()) return;
      this.readSegments();
      if (this.isInside) return;
    }
  }

  private readSegments(): void {
    const { scanner } = this;
    while (this.isInside && scanner.next()) {
      const reader = this.set?.reader;
      if (reader !== undefined && !isControl(scanner.id)) reader.take();
      else this.take();
    }
    if (this.isInside && scanner.text.length - scanner.rest > segmentLimit) {
      this.envelopeFinding(
        'TA105-004',
        'ISA',
        'A segment has no end: its terminator is not the one of the ISA',
      );
      this.closeGroup(false);
      this.finish();
      this.isLost = true;
    }
  }

  /** Reads the ISA; false when there is not enough text yet. */
  private openInterchange(): boolean {
    this.pending = stripPreamble(this.pending);
    if (this.pending === '' || !this.showsIsa()) return false;
    const read = readIsa(this.pending);
    if (!read.success) {
      this.lose(read.findings);
      return false;
    }
    const { header, delimiters, length } = read.data;
    rememberForm(header, { sequence: [], texts: new Map([[0, this.pending.slice(0, length - 1)]]) });
    this.interchange = { header, delimiters, groups: [], acknowledgements: [] };
    this.findings = [...(read.findings ?? [])];
    this.groups = [];
    this.setCount = 0;
    this.groupCount = 0;
    this.acknowledgementCount = 0;
    this.isInside = true;
    this.scanner.declare(delimiters);
    this.scanner.begin(this.pending.slice(length));
    this.pending = '';
    this.reading.handler.interchange?.(header, delimiters);
    return true;
  }

  /** Whether enough text is there to tell an ISA, or that it is none: of one of other widths more than of a regular one. */
  private showsIsa(): boolean {
    const { pending } = this;
    if (this.isOver || pending.length >= isaLimit) return true;
    return pending.length >= isaLength && isFixedIsa(pending);
  }

  /** What follows is no interchange, and where the next one would begin cannot be told. */
  private lose(findings: readonly Finding[]): void {
    this.isLost = true;
    this.pending = '';
    this.reading.handler.end?.(undefined, { header: undefined, findings, groups: [], acknowledgements: 0 });
  }

  private envelopeFinding(code: string, path: string, detail: string): void {
    this.findings.push({ code, level: 1, path, detail });
  }

  private take(): void {
    const { scanner, set } = this;
    switch (scanner.id) {
      case idOfSe:
        this.closeSet(true);
        return;
      case idOfSt:
        this.openSet();
        return;
      case idOfGe:
        this.closeGroup(true);
        return;
      case idOfGs:
        this.openGroup();
        return;
      case idOfIea:
        this.closeInterchange();
        return;
      default:
        if (set !== undefined) set.findings.position += 1;
        else if (scanner.id === idOfTa1) this.acknowledge();
        else this.envelopeFinding('TA105-024', 'ISA', 'A segment stands outside of a transaction set');
    }
  }

  private openGroup(): void {
    this.closeGroup(false);
    this.groupCount += 1;
    this.group = new GroupReading(this.scanner, this.groupCount, this.reading.guides);
    const { group } = this.group;
    this.interchange?.groups.push(group);
    this.reading.handler.group?.(group);
  }

  private openSet(): void {
    this.closeSet(false);
    if (this.group === undefined) {
      this.envelopeFinding('TA105-024', 'ST', 'A transaction set stands outside of a group');
      return;
    }
    this.setCount += 1;
    this.set = new SetReading(this.scanner, this.setCount, this.group, this.reading);
  }

  private closeSet(hasTrailer: boolean): void {
    const { set } = this;
    this.set = undefined;
    if (set !== undefined) set.close(hasTrailer);
    else if (hasTrailer) this.envelopeFinding('TA105-024', 'SE', 'An SE ends no transaction set');
  }

  private closeGroup(hasTrailer: boolean): void {
    this.closeSet(false);
    const { group } = this;
    this.group = undefined;
    if (group !== undefined) this.groups.push(group.close(hasTrailer));
    else if (hasTrailer) this.envelopeFinding('TA105-024', 'GE', 'A GE ends no group');
  }

  private acknowledge(): void {
    const { scanner } = this;
    this.acknowledgementCount += 1;
    const path = `TA1[${this.acknowledgementCount}]`;
    const at = (place: number): string => textAt(scanner, place) ?? '';
    const acknowledgement = acknowledgementOf(at);
    if (this.groupCount > 0)
      this.envelopeFinding('TA105-024', path, 'An acknowledgement stands before all groups');
    if (acknowledgement === undefined) {
      this.envelopeFinding('TA105-024', path, 'The acknowledgement is not complete');
      return;
    }
    rememberForm(acknowledgement, { sequence: [], texts: new Map([[0, scanner.source()]]) });
    this.findings.push(...oddInAcknowledgement(acknowledgement, at, path));
    this.interchange?.acknowledgements.push(acknowledgement);
  }

  private closeInterchange(): void {
    this.closeGroup(false);
    const { scanner, interchange } = this;
    const declaredGroups = numberAt(scanner, 1);
    if (!isGroupCount(declaredGroups, this.groupCount, this.acknowledgementCount))
      this.envelopeFinding('TA105-021', 'IEA01', 'The number of groups is not what the trailer says');
    if (numberAt(scanner, 2) !== interchange?.header.controlNumber)
      this.envelopeFinding('TA105-001', 'IEA02', 'ISA13 and IEA02 differ');
    if (interchange !== undefined)
      rememberForm(interchange, { sequence: [], texts: new Map([[0, scanner.source()]]) });
    this.pending = scanner.text.slice(scanner.end + 1);
    this.finish(declaredGroups);
  }

  private finish(declaredGroups?: number): void {
    const { interchange, findings, groups } = this;
    this.isInside = false;
    this.interchange = undefined;
    const acknowledgements = this.acknowledgementCount;
    this.reading.handler.end?.(interchange, {
      header: interchange?.header,
      declaredGroups,
      findings,
      groups,
      acknowledgements,
    });
  }
}
