import { type CompiledGuide, compileGuide } from '../compiled/compile-guide.ts';
import { idOfGe, idOfGs, idOfIea, idOfSe, idOfSt, idOfTa1, isControl } from '../compiled/control-segments.ts';
import { rememberForm, rememberUnreadable } from '../compiled/source-form.ts';
import { SetFindings } from '../engine/set-findings.ts';
import { SetReader } from '../engine/set-reader.ts';
import type { SetWatcher } from '../engine/set-watcher.ts';
import type { BrokenUnit, ReadUnit } from '../engine/units.ts';
import type { Finding, SyntaxPlace, ValidationLevel } from '../findings.ts';
import type { Guide } from '../guide/declare.ts';
import { type Piece, textOf } from '../text/bytes.ts';
import { type Delimiters, standardDelimiters } from '../text/delimiters.ts';
import { Scanner } from '../text/scanner.ts';
import { segmentLimit } from '../text/segment-cutter.ts';
import type {
  FunctionalGroup,
  GroupHeader,
  Interchange,
  InterchangeAcknowledgement,
  TransactionSet,
} from './interchange.ts';
import type { InterchangeHeader } from './interchange-header.ts';
import { instantOf, isaLength, readIsa } from './isa.ts';

/** What is known of a set and wrong with it, whether or not it could be read. */
export type SetReport = {
  readonly transaction: string; // ST01
  readonly controlNumber: string; // ST02
  readonly version: string | undefined; // ST03
  readonly guide: Guide | undefined;
  readonly units: number; // claims or answers
  readonly faultyUnits: number; // of these, with findings
  readonly isReadable: boolean; // all that is not a unit's own could be read
  readonly findings: readonly Finding[];
};

export type GroupReport = {
  readonly header: GroupHeader;
  readonly declaredSets: number | undefined; // GE01
  readonly findings: readonly Finding[]; // AK905
  readonly sets: readonly SetReport[];
};

/** Everything that is wrong with an interchange, in the order of a 999 and a TA1. */
export type InterchangeReport = {
  readonly header: InterchangeHeader | undefined; // undefined when the ISA cannot be read
  readonly findings: readonly Finding[]; // TA105
  readonly groups: readonly GroupReport[];
};

/** The set that is being read. */
export type OpenSet = {
  readonly guide: Guide;
  readonly controlNumber: string;
  readonly number: number; // in the interchange, from 1
  readonly group: GroupHeader;
};

export type InterchangeHandler = {
  readonly interchange?: (header: InterchangeHeader, delimiters: Delimiters) => void;
  readonly group?: (group: FunctionalGroup) => void;
  /** With this, units are handed over one by one; without it they become part of their set. */
  readonly unit?: (unit: ReadUnit, set: OpenSet) => void;
  readonly brokenUnit?: (unit: BrokenUnit, set: OpenSet) => void;
  /** A set is over; `data` is undefined when its own loops could not be read. */
  readonly set?: (set: OpenSet, data: object | undefined, broken: readonly BrokenUnit[]) => void;
  readonly end?: (interchange: Interchange | undefined, report: InterchangeReport) => void;
};

/** Makes what validates a set while it is read. */
export type WatcherFactory = (guide: Guide, group: GroupHeader) => SetWatcher;

const compiled = new WeakMap<Guide, CompiledGuide>();

export const compiledGuide = (guide: Guide): CompiledGuide => {
  const known = compiled.get(guide) ?? compileGuide(guide);
  compiled.set(guide, known);
  return known;
};

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

type ReadingSet = {
  report: Mutable<SetReport> & { findings: Finding[] };
  open: OpenSet | undefined; // undefined when no guide reads it
  reader: SetReader | undefined;
  findings: SetFindings;
  start: string | undefined; // ST as it stood
  offset: number; // of ST in the scanner's text
};

type ReadingGroup = {
  report: Mutable<Omit<GroupReport, 'findings' | 'sets'>> & { findings: Finding[]; sets: SetReport[] };
  group: FunctionalGroup;
  controlNumbers: Set<string>; // ST02 of its sets
  unreadable: [before: number, segments: readonly string[]][];
};

/**
 * Reads interchanges from text that comes piece by piece. Whatever the text is, it ends with reports: nothing is
 * thrown for what a file says.
 */
export class InterchangeReader {
  private readonly guides: readonly Guide[];
  private readonly handler: InterchangeHandler;
  private readonly watch: WatcherFactory | undefined;
  private readonly scanner = new Scanner(standardDelimiters);
  private pending = ''; // before the ISA is read
  private isInside = false;
  private isLost = false; // after what is no interchange
  private interchange: Interchange | undefined;
  private findings: Finding[] = [];
  private groups: GroupReport[] = [];
  private group: ReadingGroup | undefined;
  private set: ReadingSet | undefined;
  private setCount = 0;
  private groupCount = 0;

  constructor(guides: readonly Guide[], handler: InterchangeHandler, watch?: WatcherFactory) {
    this.guides = guides;
    this.handler = handler;
    this.watch = watch;
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
    if (this.isInside) {
      this.closeGroup(false);
      this.envelopeFinding('TA105-023', 'IEA', 'The file ends before its IEA');
      this.finish();
    } else if (!this.isLost && this.pending.trim() !== '') this.lose();
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
    this.pending = this.pending.trimStart();
    if (this.pending.length < isaLength) return false;
    const isa = this.pending.slice(0, isaLength);
    const read = readIsa(isa);
    if (!read.success) {
      this.lose(read.findings);
      return false;
    }
    const { header, delimiters } = read.data;
    rememberForm(header, { sequence: [], texts: new Map([[0, isa.slice(0, -1)]]) });
    this.interchange = { header, delimiters, groups: [], acknowledgements: [] };
    this.findings = [];
    this.groups = [];
    this.setCount = 0;
    this.groupCount = 0;
    this.isInside = true;
    this.scanner.declare(delimiters);
    this.scanner.begin(this.pending.slice(isaLength));
    this.pending = '';
    this.handler.interchange?.(header, delimiters);
    return true;
  }

  /** What follows is no interchange, and where the next one would begin cannot be told. */
  private lose(findings?: readonly Finding[]): void {
    this.isLost = true;
    const detail = 'The text does not begin with a whole ISA segment';
    const report = findings ?? [{ code: 'TA105-022', level: 1, path: 'ISA', detail }];
    this.pending = '';
    this.handler.end?.(undefined, { header: undefined, findings: report, groups: [] });
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
    this.closeSet(false);
    this.closeGroup(false);
    const { scanner } = this;
    this.groupCount += 1;
    const at = (place: number): string => scanner.textAt(place) ?? '';
    const header = {
      functionalId: at(1),
      senderId: at(2),
      receiverId: at(3),
      createdAt: instantOf(at(4), at(5)) ?? '',
      controlNumber: at(6),
      version: at(8),
    };
    rememberForm(header, { sequence: [], texts: new Map([[0, scanner.source()]]) });
    const group = { header, sets: [] };
    this.group = {
      group,
      controlNumbers: new Set(),
      unreadable: [],
      report: { header, declaredSets: undefined, findings: [], sets: [] },
    };
    if (header.createdAt === '')
      this.groupFinding('AK905-6', 'The date or the time of the group is not valid');
    const known = this.guides.filter(({ functionalId }) => functionalId === header.functionalId);
    if (known.length === 0) this.groupFinding('AK905-1', 'Groups of this kind are not read here');
    else if (!known.some((guide) => isOfVersion(guide, header.version)))
      this.groupFinding('AK905-2', 'The version of the group is not read here');
    this.interchange?.groups.push(group);
    this.handler.group?.(group);
  }

  private groupFinding(code: string, detail: string): void {
    this.group?.report.findings.push({ code, level: 1, path: `GS[${this.groupCount}]`, detail });
  }

  private openSet(): void {
    this.closeSet(false);
    const { scanner } = this;
    if (this.group === undefined) {
      this.envelopeFinding('TA105-024', 'ST', 'A transaction set stands outside of a group');
      return;
    }
    this.setCount += 1;
    const transaction = scanner.textAt(1) ?? '';
    const controlNumber = scanner.textAt(2) ?? '';
    const version = scanner.textAt(3);
    const group = this.group.group.header;
    const guide = this.guides.find(
      (one) => one.transaction === transaction && isOfVersion(one, group.version || version),
    );
    const findings = new SetFindings(this.setCount, guide === undefined ? '' : unitLabelOf(guide));
    const report = {
      transaction,
      controlNumber,
      version,
      guide,
      units: 0,
      faultyUnits: 0,
      isReadable: false,
      findings: findings.all,
    };
    const open = guide && { guide, controlNumber, number: this.setCount, group };
    this.set = {
      report,
      open,
      reader: undefined,
      findings,
      start: scanner.source(),
      offset: scanner.startOf(0),
    };
    this.checkStart(findings, guide);
    if (open !== undefined) this.set.reader = this.readerOf(open, findings);
  }

  private readerOf(open: OpenSet, findings: SetFindings): SetReader {
    const { handler } = this;
    const { unit, brokenUnit } = handler;
    const watcher = this.watch?.(open.guide, open.group);
    return new SetReader(compiledGuide(open.guide), this.scanner, findings, {
      ...(watcher && { watcher }),
      ...(unit && { handler: { read: (one) => unit(one, open), broken: (one) => brokenUnit?.(one, open) } }),
    });
  }

  private checkStart(findings: SetFindings, guide: Guide | undefined): void {
    const { scanner } = this;
    if (!scanner.has(1)) this.setFinding('IK502-6', 1, 'ST01 is missing');
    else if (guide === undefined)
      this.setFinding('IK502-1', 1, 'This transaction, or this version of it, is not read here');
    if (!scanner.has(2)) this.setFinding('IK502-7', 1, 'ST02 is missing');
    else if (!/^.{4,9}$/s.test(scanner.textAt(2) ?? ''))
      this.setFinding('IK502-7', 2, 'ST02 has four to nine characters');
    else if (this.isTaken(scanner.textAt(2) ?? ''))
      this.setFinding('IK502-23', 1, 'ST02 occurs twice in the group');
    if (guide?.hasVersionInSt && scanner.textAt(3) !== this.group?.group.header.version) {
      findings.add(
        'IK502-I6',
        4,
        'ST03 is not the version of the group (GS08)',
        startPlace(this.setCount, 3),
      );
    }
  }

  /** Whether a set of the group had the number before; it has from now on. */
  private isTaken(controlNumber: string): boolean {
    const { controlNumbers } = this.group ?? {};
    if (controlNumbers?.has(controlNumber)) return true;
    controlNumbers?.add(controlNumber);
    return false;
  }

  private setFinding(code: string, level: ValidationLevel, detail: string): void {
    this.set?.findings.all.push({
      code,
      level,
      path: `ST[${this.setCount}]`,
      detail,
      place: startPlace(this.setCount),
    });
  }

  /** Ends the open set, if any, at its SE; without one the set is incomplete. */
  private closeSet(hasTrailer: boolean): void {
    const { set } = this;
    if (set === undefined) {
      if (hasTrailer) this.envelopeFinding('TA105-024', 'SE', 'An SE ends no transaction set');
      return;
    }
    const result = set.reader?.end();
    if (hasTrailer) this.checkTrailer(set);
    else this.setFinding('IK502-2', 1, 'The set has no SE');
    set.report.units = result?.units ?? 0;
    set.report.faultyUnits = set.findings.faultyUnits;
    set.report.isReadable = result?.value !== undefined;
    this.group?.report.sets.push(set.report);
    this.set = undefined;
    if (this.handler.unit === undefined) this.keepSet(set, result?.value, hasTrailer);
    if (set.open !== undefined && result !== undefined)
      this.handler.set?.(set.open, result.value, result.broken);
  }

  private checkTrailer(set: ReadingSet): void {
    const { scanner } = this;
    if (scanner.textAt(2) !== set.report.controlNumber) this.setFinding('IK502-3', 1, 'ST02 and SE02 differ');
    if (numberAt(scanner, 1) !== set.findings.position + 1)
      this.setFinding('IK502-4', 1, 'The number of segments is not what SE01 says');
  }

  /** A set becomes part of its group; what cannot be read is kept as text, so that the rest can be written. */
  private keepSet(set: ReadingSet, data: object | undefined, hasTrailer: boolean): void {
    const { group, scanner } = this;
    if (group === undefined) return;
    if (data === undefined || set.open === undefined) {
      const end = hasTrailer ? scanner.end : scanner.startOf(0);
      group.unreadable.push([group.group.sets.length, scanner.segmentsBetween(set.offset, end)]);
      return;
    }
    const kept: TransactionSet = {
      guide: set.open.guide.name,
      controlNumber: set.report.controlNumber,
      data,
    };
    const texts = new Map([[0, set.start ?? ''], ...(hasTrailer ? [[1, scanner.source()] as const] : [])]);
    rememberForm(kept, { sequence: [], texts });
    group.group.sets.push(kept);
  }

  private closeGroup(hasTrailer: boolean): void {
    this.closeSet(false);
    const { group, scanner } = this;
    if (group === undefined) {
      if (hasTrailer) this.envelopeFinding('TA105-024', 'GE', 'A GE ends no group');
      return;
    }
    if (hasTrailer) {
      group.report.declaredSets = numberAt(scanner, 1);
      if (scanner.textAt(2) !== group.group.header.controlNumber)
        this.groupFinding('AK905-4', 'GS06 and GE02 differ');
      if (group.report.declaredSets !== group.report.sets.length)
        this.groupFinding('AK905-5', 'The number of sets is not what GE01 says');
    } else this.groupFinding('AK905-3', 'The group has no GE');
    this.groups.push(group.report);
    if (group.unreadable.length > 0) rememberUnreadable(group.group, group.unreadable);
    this.group = undefined;
  }

  private acknowledge(): void {
    const { scanner } = this;
    const createdAt = instantOf(`20${scanner.textAt(2) ?? ''}`, scanner.textAt(3) ?? '');
    const acknowledgement = {
      controlNumber: numberAt(scanner, 1),
      interchangeCreatedAt: createdAt,
      code: scanner.textAt(4),
      note: scanner.textAt(5),
    };
    const number = (this.interchange?.acknowledgements.length ?? 0) + 1;
    if (this.groupCount > 0)
      this.envelopeFinding('TA105-024', `TA1[${number}]`, 'An acknowledgement stands before all groups');
    if (isWhole(acknowledgement)) this.interchange?.acknowledgements.push(acknowledgement);
    else this.envelopeFinding('TA105-024', `TA1[${number}]`, 'The acknowledgement is not complete');
  }

  private closeInterchange(): void {
    this.closeGroup(false);
    const { scanner, interchange } = this;
    if (numberAt(scanner, 1) !== this.groupCount)
      this.envelopeFinding('TA105-021', 'IEA01', 'The number of groups is not what the trailer says');
    if (numberAt(scanner, 2) !== interchange?.header.controlNumber)
      this.envelopeFinding('TA105-001', 'IEA02', 'ISA13 and IEA02 differ');
    this.pending = scanner.text.slice(scanner.end + 1);
    this.finish();
  }

  private finish(): void {
    const { interchange, findings, groups } = this;
    this.isInside = false;
    this.interchange = undefined;
    this.handler.end?.(interchange, { header: interchange?.header, findings, groups });
  }
}

const startPlace = (set: number, element?: number): SyntaxPlace => ({
  set,
  segment: 'ST',
  position: 1,
  element,
});

const numberAt = (scanner: Scanner, place: number): number | undefined => {
  const text = scanner.textAt(place);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
};

type Partly<T> = { [K in keyof T]: T[K] | undefined };

const isWhole = (one: Partly<InterchangeAcknowledgement>): one is InterchangeAcknowledgement =>
  Object.values(one).every((value) => value !== undefined);

/** Addenda differ in their letters (X222, X222A1, X222A2) and are read alike. */
const isOfVersion = (guide: Guide, version: string | undefined): boolean =>
  guide.version.slice(0, 10) === version?.slice(0, 10);

/** How paths name a unit: by the segment that opens it, or its loop where that is an HL. */
const unitLabelOf = ({ unit }: Guide): string => {
  const [first] = Object.values(unit.members);
  return unit.level === undefined && first !== undefined && 'constants' in first.of ? first.of.id : unit.id;
};
