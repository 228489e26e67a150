import type { CompiledMember } from '../compiled/compiled-guide.ts';
import type { ElementCheck } from '../compiled/element-check.ts';
import type { SyntaxPlace } from '../findings.ts';
import type { CodeSource, Guide } from '../guide/declare.ts';
import type { Report, RuleFinding, SetRules, Step } from '../guide/rules.ts';
import { isNpi } from '../npi.ts';
import { byteAt } from '../text/bytes.ts';
import type { Delimiters } from '../text/delimiters.ts';
import { packText } from '../text/pack.ts';
import { firstComponent } from '../text/parts.ts';
import type { Scanner } from '../text/scanner.ts';
import type { Frame } from './frame.ts';
import { memberCheckOf, memberFits } from './member-checks.ts';
import { SegmentChecker, type SegmentChecking, type SegmentFault } from './segment-checker.ts';
import type { SetFindings } from './set-findings.ts';
import type { SetWatcher } from './set-watcher.ts';

/** A code that was valid once, or will be: not on the date that was asked for. */
export type CodeOfAnotherTime = { readonly endedOn: string } | { readonly beginsOn: string };

/**
 * Whether a code is valid on a date (CCYY-MM-DD, or undefined where the file tells none), or when it was; undefined when
 * the look-up cannot tell, because it does not have the code set, or only as of an earlier time.
 */
export type CodeLookup = (
  source: CodeSource,
  code: string,
  date: string | undefined,
) => boolean | CodeOfAnotherTime | undefined;

/** Characters that values may have beyond X12's basic and extended set, which is printable ASCII. */
export type CharacterSet = 'basic' | 'extended' | 'utf-8';

export type CheckOptions = {
  readonly lookup?: CodeLookup;
  readonly characterSet?: CharacterSet; // "utf-8" unless told
};

/** Segments outside of units that rules can point at; no guide has more before its first unit. */
const outsideLimit = 512;

const nameId = packText('NM1');
const partyId = packText('N1');
const npiQualifier = packText('XX');
const codeQualifier = packText('HC');

type External = { readonly source: CodeSource; readonly value: string; readonly place: SyntaxPlace };

/** Which segments came, so that a rule's finding can tell where its segment stands. */
class SegmentLog {
  private readonly ids: number[] = [];
  private readonly positions: number[] = [];
  private count = 0; // what stands beyond it is of a unit before

  clear(): void {
    this.count = 0;
  }

  add(id: number, position: number): void {
    const { count } = this;
    if (count >= outsideLimit && this.positions[0] === 2) return;
    this.ids[count] = id;
    this.positions[count] = position;
    this.count = count + 1;
  }

  addAll(ids: Int32Array, count: number, position: number): void {
    for (let index = 0; index < count; index += 1) this.add(ids[index] as number, position + index);
  }

  /** The position of the segment at the end of the steps; of the last one found when there is no such segment. */
  find(steps: readonly Step[]): number {
    let at = -1;
    for (const [segment, occurrence] of steps) {
      const id = packText(segment);
      for (let count = 0; count < occurrence; count += 1) {
        const next = this.ids.indexOf(id, at + 1);
        if (next < 0 || next >= this.count) break;
        at = next;
      }
    }
    return this.count === 0 ? 1 : (this.positions[Math.max(at, 0)] ?? 1);
  }
}

/** Validates one set while it is read: levels 2 to 5. Level 1 is the reader's own. */
export class SetCheck implements SetWatcher {
  private readonly rules: SetRules;
  private readonly lookup: CodeLookup | undefined;
  private readonly characterSet: CharacterSet;
  private readonly unitLog = new SegmentLog();
  private readonly outsideLog = new SegmentLog();
  private readonly externals: External[] = [];
  private isInUnit = false;
  private findings: SetFindings | undefined;
  private scanner: Scanner | undefined;
  private checker: SegmentChecker | undefined;
  private readonly allowed: Uint8Array; // by character
  private readonly checking: SegmentChecking;
  readonly whole?: Required<SetWatcher>['whole'];

  constructor(guide: Guide, { lookup, characterSet = 'utf-8' }: CheckOptions = {}) {
    this.rules = guide.rules?.() ?? {};
    this.lookup = lookup;
    this.characterSet = characterSet;
    this.allowed = charactersOf(characterSet);
    // A loop that is read at one go tells neither codes nor characters.
    if (lookup === undefined && characterSet === 'utf-8')
      this.whole = (frame, scanner, findings, segments) => this.takeWhole(frame, scanner, findings, segments);
    this.checking = {
      characters: (check, from, to) => this.checkCharacters(check, from, to),
      fault: (fault) => this.addFault(fault),
      external: lookup && ((check, value) => this.addExternal(check, value)),
    };
  }

  segment(member: CompiledMember, scanner: Scanner, findings: SetFindings): void {
    this.findings = findings;
    if (this.scanner === undefined) this.begin(scanner);
    if (member.loop?.isUnit) {
      this.isInUnit = true;
      this.unitLog.clear();
    }
    (this.isInUnit ? this.unitLog : this.outsideLog).add(scanner.id, findings.position);
    if (this.whole !== undefined && memberFits(member, scanner)) return;
    this.checker?.check(memberCheckOf(member));
    if (scanner.id === nameId) this.checkNpi(scanner, 8);
    else if (scanner.id === partyId) this.checkNpi(scanner, 3);
  }

  private takeWhole({ loop }: Frame, scanner: Scanner, findings: SetFindings, segments: number): void {
    if (this.scanner === undefined) this.begin(scanner);
    if (loop.isUnit) {
      this.isInUnit = true;
      this.unitLog.clear();
    }
    const log = this.isInUnit ? this.unitLog : this.outsideLog;
    log.addAll(scanner.passed, segments, findings.position);
  }

  private begin(scanner: Scanner): void {
    this.scanner = scanner;
    this.checker = new SegmentChecker(scanner, this.checking);
    const { component, repetition } = scanner.delimiters;
    this.allowed[component.charCodeAt(0)] = 0;
    this.allowed[repetition.charCodeAt(0)] = 0;
  }

  /** A fault of an element, unless reading has told of the element already. */
  private addFault({ code, element, component, detail, value }: SegmentFault): void {
    const { findings, scanner } = this;
    if (scanner?.faults.some((fault) => fault.element === element && fault.component === component)) return;
    findings?.add(code, 2, detail, { ...findings.here(element, component), value });
  }

  private addExternal({ source, element, component }: ElementCheck, value: string): void {
    const { findings, scanner } = this;
    if (source === undefined || findings === undefined || scanner === undefined) return;
    if (source === 'procedure' && firstComponent(scanner, element) !== codeQualifier) return;
    this.externals.push({ source, value, place: findings.here(element, component) });
    // Codes of a unit wait for its date.
    if (!this.isInUnit) this.checkExternals(undefined);
  }

  private checkCharacters({ element, component }: ElementCheck, from: number, to: number): void {
    const { allowed, scanner } = this;
    if (scanner === undefined) return;
    for (let index = from; index < to; index += 1) {
      const char = byteAt(scanner.bytes, index);
      if (allowed[char] === 1) continue;
      const [code, detail] = wrongCharacter(char, scanner.delimiters, this.characterSet);
      this.addFault({ code, element, component, detail });
      return;
    }
  }

  /** 45 CFR 162.406: an NPI has ten digits, the last of which checks the others. */
  private checkNpi(scanner: Scanner, place: number): void {
    if (scanner.packed(place) !== npiQualifier || !scanner.has(place + 1)) return;
    if (isNpi(scanner.text.slice(scanner.startOf(place + 1), scanner.endOf(place + 1)))) return;
    const { findings } = this;
    findings?.add('IK403-7', 5, 'The check digit of this NPI is wrong', findings.here(place + 1));
  }

  loop(frame: Frame, findings: SetFindings, around: () => readonly object[]): void {
    this.findings = findings;
    const { guide, isUnit } = frame.loop;
    if (isUnit) {
      this.checkUnit(frame, findings, around);
      return;
    }
    const rule = frame.broken ? undefined : this.rules.loops?.[guide.id];
    if (rule === undefined) return;
    const log = this.isInUnit ? this.unitLog : this.outsideLog;
    const report = (finding: RuleFinding): void => addRuleFinding(finding, findings, log);
    judge(frame, report, () => rule(frame.value, report));
  }

  private checkUnit(frame: Frame, findings: SetFindings, around: () => readonly object[]): void {
    const report = (finding: RuleFinding): void => addRuleFinding(finding, findings, this.unitLog);
    judge(frame, report, () => {
      if (frame.broken) this.rules.broken?.(frame.value);
      else this.rules.unit?.(frame.value, around(), report);
    });
    if (this.externals.length > 0)
      this.checkExternals(frame.broken ? undefined : this.rules.dateOf?.(frame.value));
    this.isInUnit = false;
  }

  end(frame: Frame, findings: SetFindings): void {
    const report = (finding: RuleFinding): void => addRuleFinding(finding, findings, this.outsideLog);
    if (!frame.broken) judge(frame, report, () => this.rules.set?.(frame.value, report));
  }

  private checkExternals(date: string | undefined): void {
    for (const { source, value, place } of this.externals) {
      const answer = this.lookup?.(source, value.trimEnd(), date);
      if (answer === undefined || answer === true) continue;
      const detail = `This is no valid code${onDate(date)} (${source}${whenValid(answer)})`;
      this.findings?.add('IK403-7', 5, detail, { ...place, value });
    }
    this.externals.length = 0;
  }
}

const onDate = (date: string | undefined): string => (date === undefined ? '' : ` on ${date}`);

const whenValid = (answer: false | CodeOfAnotherTime): string => {
  if (answer === false) return '';
  return 'endedOn' in answer ? `: it ended on ${answer.endedOn}` : `: it begins on ${answer.beginsOn}`;
};

/** Rules add amounts up, of which a hostile file has more than any number holds. */
const judge = ({ loop: { guide, members } }: Frame, report: Report, rule: () => void): void => {
  try {
    rule();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const segment = guide.level === undefined ? members[0]?.guide.id : 'HL';
    const steps: Step[] = [[segment ?? 'ST', 1]];
    report({ code: 'IK403-5', level: 3, detail: 'The amounts are too large to be added up', steps });
  }
};

/** The basic set of X12 has capital letters and few marks; the extended one has the rest of ASCII. */
const isExtended = (char: number): boolean =>
  (char >= 97 && char <= 122) || '%@[]_{}\\|<>^`~#$'.includes(String.fromCharCode(char));

const charactersOf = (set: CharacterSet): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, char) => {
    const isIn =
      char >= 32 && char !== 127 && (set === 'utf-8' || char < 127) && !(set === 'basic' && isExtended(char));
    return isIn ? 1 : 0;
  });

const wrongCharacter = (
  char: number,
  { component, repetition }: Delimiters,
  set: CharacterSet,
): [code: string, detail: string] => {
  if (char === component.charCodeAt(0))
    return ['IK403-13', 'The element is no composite, yet it has components'];
  if (char === repetition.charCodeAt(0)) return ['IK403-12', 'The element does not repeat in this guide'];
  return ['IK403-6', `A character is not in the ${set} set, or is a control character`];
};

const addRuleFinding = (finding: RuleFinding, findings: SetFindings, log: SegmentLog): void => {
  const { code, level, detail, steps, element, component } = finding;
  const segment = steps.at(-1)?.[0] ?? 'ST';
  const within = steps
    .slice(0, -1)
    .map(([id, occurrence]) => `/${id}[${occurrence}]`)
    .join('');
  const place = findings.placeAt(segment, { position: log.find(steps), element, component });
  findings.add(code, level, detail, place, { within });
};
