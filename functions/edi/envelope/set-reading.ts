import { compiledGuide } from '../compiled/compile-guide.ts';
import { rememberForm } from '../compiled/source-form.ts';
import { SetFindings } from '../engine/set-findings.ts';
import { SetReader } from '../engine/set-reader.ts';
import type { SyntaxPlace, ValidationLevel } from '../findings.ts';
import type { Guide } from '../guide/declare.ts';
import { textAt } from '../text/element-values.ts';
import type { Scanner } from '../text/scanner.ts';
import { guideOfSet } from './choose-guide.ts';
import type { GroupReading } from './group-reading.ts';
import type { TransactionSet } from './interchange.ts';
import type { OpenSet, Reading } from './interchange-handler.ts';
import type { SetReport } from './interchange-report.ts';
import { numberAt } from './number-at.ts';

/**
 * A transaction set that is being read, of whatever guide. The scanner stands on its ST when it begins, and on its SE
 * when it ends; between them `reader`, where there is one, takes its segments.
 */
export class SetReading {
  readonly findings: SetFindings;
  readonly reader: SetReader | undefined;
  private readonly scanner: Scanner;
  private readonly group: GroupReading;
  private readonly reading: Reading;
  private readonly number: number;
  private readonly guide: Guide | undefined;
  private readonly open: OpenSet | undefined; // undefined when no guide reads it
  private readonly start: { readonly text: string; readonly offset: number }; // of ST
  private readonly told: Pick<SetReport, 'transaction' | 'controlNumber' | 'version'>;

  /** `number` counts the sets of the interchange from 1. */
  constructor(scanner: Scanner, number: number, group: GroupReading, reading: Reading) {
    this.scanner = scanner;
    this.number = number;
    this.group = group;
    this.reading = reading;
    const { header } = group.group;
    const transaction = textAt(scanner, 1) ?? '';
    const controlNumber = textAt(scanner, 2) ?? '';
    const version = textAt(scanner, 3);
    const guide = guideOfSet(reading.guides, transaction, header.version || version);
    this.guide = guide;
    this.told = { transaction, controlNumber, version };
    this.start = { text: scanner.source(), offset: scanner.startOf(0) };
    this.findings = new SetFindings(number, guide === undefined ? '' : unitLabelOf(guide));
    this.checkStart();
    this.open = guide && { guide, controlNumber, number, group: header };
    this.reader = this.open && this.readerOf(this.open);
  }

  private readerOf(open: OpenSet): SetReader {
    const { handler, watch } = this.reading;
    const { unit, brokenUnit } = handler;
    const watcher = watch?.(open.guide, open.group);
    return new SetReader(compiledGuide(open.guide), this.scanner, this.findings, {
      ...(watcher && { watcher }),
      ...(unit && { handler: { read: (one) => unit(one, open), broken: (one) => brokenUnit?.(one, open) } }),
    });
  }

  private checkStart(): void {
    const { scanner, guide, group } = this;
    if (!scanner.has(1)) this.addFinding('IK502-6', 1, 'ST01 is missing');
    else if (guide === undefined)
      this.addFinding('IK502-1', 1, 'This transaction, or this version of it, is not read here');
    this.checkControlNumber();
    if (guide?.hasVersionInSt && this.told.version !== group.group.header.version) {
      const detail = 'ST03 is not the version of the group (GS08)';
      this.findings.add('IK502-I6', 4, detail, startPlace(this.number, 3));
    }
  }

  private checkControlNumber(): void {
    const { controlNumber } = this.told;
    if (!this.scanner.has(2)) this.addFinding('IK502-7', 1, 'ST02 is missing');
    else if (!/^.{4,9}$/s.test(controlNumber))
      this.addFinding('IK502-7', 2, 'ST02 has four to nine characters');
    else if (this.group.isTaken(controlNumber))
      this.addFinding('IK502-23', 1, 'ST02 occurs twice in the group');
  }

  private addFinding(code: string, level: ValidationLevel, detail: string): void {
    const { number } = this;
    this.findings.all.push({ code, level, path: `ST[${number}]`, detail, place: startPlace(number) });
  }

  /** Ends the set at its SE; without one it is incomplete. Tells the group and the handler of it. */
  close(hasTrailer: boolean): void {
    const { group, open, reader, reading } = this;
    const result = reader?.end();
    if (hasTrailer) this.checkTrailer();
    else this.addFinding('IK502-2', 1, 'The set has no SE');
    group.report(this.reportOf(result));
    if (reading.handler.unit === undefined) this.keep(result?.value, hasTrailer);
    if (open !== undefined && result !== undefined) reading.handler.set?.(open, result.value, result.broken);
  }

  private reportOf(result: ReturnType<SetReader['end']> | undefined): SetReport {
    const { findings } = this;
    return {
      ...this.told,
      guide: this.guide,
      units: result?.units ?? 0,
      faultyUnits: findings.faultyUnits,
      isReadable: result?.value !== undefined,
      findings: findings.all,
    };
  }

  private checkTrailer(): void {
    const { scanner, findings } = this;
    if (textAt(scanner, 2) !== this.told.controlNumber) this.addFinding('IK502-3', 1, 'ST02 and SE02 differ');
    if (numberAt(scanner, 1) !== findings.position + 1)
      this.addFinding('IK502-4', 1, 'The number of segments is not what SE01 says');
  }

  /** A set becomes part of its group; what cannot be read is kept as text, so that the rest can be written. */
  private keep(data: object | undefined, hasTrailer: boolean): void {
    const { scanner, group, open } = this;
    if (data === undefined || open === undefined) {
      const end = hasTrailer ? scanner.end : scanner.startOf(0);
      group.keepUnreadable(scanner.segmentsBetween(this.start.offset, end));
      return;
    }
    const kept: TransactionSet = { guide: open.guide.name, controlNumber: open.controlNumber, data };
    const texts = new Map([[0, this.start.text], ...(hasTrailer ? [[1, scanner.source()] as const] : [])]);
    rememberForm(kept, { sequence: [], texts });
    group.keep(kept);
  }
}

const startPlace = (set: number, element?: number): SyntaxPlace => ({
  set,
  segment: 'ST',
  position: 1,
  element,
});

/** How paths name a unit: by the segment that opens it, or its loop where that is an HL. */
const unitLabelOf = ({ unit }: Guide): string => {
  const [first] = Object.values(unit.members);
  return unit.level === undefined && first !== undefined && 'constants' in first.of ? first.of.id : unit.id;
};
