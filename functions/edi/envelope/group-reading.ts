import { rememberForm, rememberUnreadable } from '../compiled/source-form.ts';
import type { Finding } from '../findings.ts';
import type { Guide } from '../guide/declare.ts';
import { textAt } from '../text/element-values.ts';
import type { Scanner } from '../text/scanner.ts';
import { knowsGroup } from './choose-guide.ts';
import type { FunctionalGroup, GroupHeader, TransactionSet } from './interchange.ts';
import type { GroupReport, SetReport } from './interchange-report.ts';
import { instantOf } from './isa.ts';
import { numberAt } from './number-at.ts';

const headerOf = (scanner: Scanner): GroupHeader => {
  const at = (place: number): string => textAt(scanner, place) ?? '';
  const header = {
    functionalId: at(1),
    senderId: at(2),
    receiverId: at(3),
    createdAt: instantOf(at(4), at(5)),
    controlNumber: at(6),
    version: at(8),
  };
  rememberForm(header, { sequence: [], texts: new Map([[0, scanner.source()]]) });
  return header;
};

/** A functional group that is being read. The scanner stands on its GS when it begins, and on its GE when it ends. */
export class GroupReading {
  readonly group: FunctionalGroup;
  private readonly scanner: Scanner;
  private readonly path: string;
  private readonly findings: Finding[] = [];
  private readonly sets: SetReport[] = [];
  private readonly controlNumbers = new Set<string>(); // ST02 of its sets
  private readonly unreadable: [before: number, segments: readonly string[]][] = [];

  /** `number` counts the groups of the interchange from 1. */
  constructor(scanner: Scanner, number: number, guides: readonly Guide[]) {
    this.scanner = scanner;
    this.path = `GS[${number}]`;
    this.group = { header: headerOf(scanner), sets: [] };
    this.checkHeader(guides);
  }

  private checkHeader(guides: readonly Guide[]): void {
    const { functionalId, version, createdAt } = this.group.header;
    if (createdAt === undefined) this.addFinding('AK905-6', 'The date or the time of the group is not valid');
    const known = knowsGroup(guides, functionalId, version);
    if (!known.kind) this.addFinding('AK905-1', 'Groups of this kind are not read here');
    else if (!known.version) this.addFinding('AK905-2', 'The version of the group is not read here');
  }

  private addFinding(code: string, detail: string): void {
    this.findings.push({ code, level: 1, path: this.path, detail });
  }

  /** Whether a set of the group had the number before; it has from now on. */
  isTaken(controlNumber: string): boolean {
    const isTaken = this.controlNumbers.has(controlNumber);
    this.controlNumbers.add(controlNumber);
    return isTaken;
  }

  report(set: SetReport): void {
    this.sets.push(set);
  }

  keep(set: TransactionSet): void {
    this.group.sets.push(set);
  }

  /** Keeps what cannot be read as text, so that the rest can be written around it. */
  keepUnreadable(segments: readonly string[]): void {
    this.unreadable.push([this.group.sets.length, segments]);
  }

  /** Ends the group at its GE; without one it is incomplete. */
  close(hasTrailer: boolean): GroupReport {
    const { group, findings, sets, unreadable } = this;
    const declaredSets = hasTrailer ? numberAt(this.scanner, 1) : undefined;
    if (hasTrailer) this.checkTrailer(declaredSets);
    else this.addFinding('AK905-3', 'The group has no GE');
    if (unreadable.length > 0) rememberUnreadable(group, unreadable);
    return { header: group.header, declaredSets, findings, sets };
  }

  private checkTrailer(declaredSets: number | undefined): void {
    if (textAt(this.scanner, 2) !== this.group.header.controlNumber)
      this.addFinding('AK905-4', 'GS06 and GE02 differ');
    if (declaredSets !== this.sets.length)
      this.addFinding('AK905-5', 'The number of sets is not what GE01 says');
  }
}
