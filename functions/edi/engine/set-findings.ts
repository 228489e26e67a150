import type { CompiledLoop, CompiledMember } from '../compiled/compiled-guide.ts';
import type { Finding, SyntaxPlace, ValidationLevel } from '../findings.ts';
import { textAt } from '../text/element-values.ts';
import type { Fault, Scanner } from '../text/scanner.ts';

/** A finding, of which it may turn out later what it costs. */
type ListedFinding = { -readonly [K in keyof Finding]: Finding[K] };

const two = (value: number): string => String(value).padStart(2, '0');

/** As many findings as anybody reads of one set; the memory that a bad file takes must not grow with it. */
const findingLimit = 10_000;

/** The findings of one transaction set, and where its reader stands. A unit's own are always whole. */
export class SetFindings {
  position = 1; // of the segment in the set: ST is 1
  faultyUnits = 0;
  readonly all: ListedFinding[] = [];
  readonly set: number; // among the sets of the interchange, from 1
  private readonly unitLabel: string;
  private unit = 0;
  private ofUnit: ListedFinding[] = [];
  private segment = '';
  private loop: string | undefined;

  constructor(set: number, unitLabel: string) {
    this.set = set;
    this.unitLabel = unitLabel;
  }

  openUnit(position: number): void {
    this.unit = position;
    this.ofUnit = [];
  }

  /** The findings since the unit began. */
  closeUnit(): readonly Finding[] {
    this.unit = 0;
    if (this.ofUnit.length > 0) this.faultyUnits += 1;
    return this.ofUnit;
  }

  /** "ST[1]/CLP[2]", or "ST[1]" outside of a unit. */
  get scope(): string {
    return this.unit > 0 ? `ST[${this.set}]/${this.unitLabel}[${this.unit}]` : `ST[${this.set}]`;
  }

  /** The place of the segment that is being read, and of an element in it. */
  here(element?: number, component?: number): SyntaxPlace {
    return this.placeAt(this.segment, { loop: this.loop, position: this.position, element, component });
  }

  /** Tells which segment is being read, and in which loop. */
  stand(segment: string, loop: string): void {
    this.segment = segment;
    this.loop = loop;
  }

  segmentPlace(segment: string, loop: string): SyntaxPlace {
    return this.placeAt(segment, { loop, position: this.position });
  }

  placeAt(segment: string, place: Omit<SyntaxPlace, 'set' | 'segment'>): SyntaxPlace {
    return { set: this.set, segment, ...place };
  }

  /** `within`: steps of the path within its unit; `isLeftOut`: what it is about is no part of what was read. */
  add(
    code: string,
    level: ValidationLevel,
    detail: string,
    place: SyntaxPlace,
    { within = '', isLeftOut = false }: { readonly within?: string; readonly isLeftOut?: boolean } = {},
  ): void {
    const component = place.component === undefined ? '' : `-${place.component}`;
    const element = place.element === undefined ? '' : `${two(place.element)}${component}`;
    const path = `${this.scope}${within}/${place.segment}${element}`;
    const finding = { code, level, path, detail, place, ...(isLeftOut && { isLeftOut }) };
    if (this.unit > 0) this.ofUnit.push(finding);
    this.list(finding);
  }

  /** A loop that began at the position and ends here cannot be read and is left out: all that was found in it says so. */
  leaveOut(from: number): void {
    const found = this.unit > 0 ? this.ofUnit : this.all;
    for (let index = found.length - 1; index >= 0; index -= 1) {
      const finding = found[index] as ListedFinding; // the index is within
      if ((finding.place?.position ?? 0) < from) return;
      finding.isLeftOut = true;
    }
  }

  private list(finding: ListedFinding): void {
    if (this.all.length < findingLimit) this.all.push(finding);
    else if (this.all.length === findingLimit) {
      const detail = `There are more than ${findingLimit} findings; those that follow are not listed`;
      this.all.push({ code: 'IK502-5', level: 2, path: `ST[${this.set}]`, detail });
    }
  }

  addFault(
    { code, element, component, detail }: Fault,
    segment: string,
    loop: string,
    isLeftOut: boolean,
  ): void {
    const place = { ...this.segmentPlace(segment, loop), element, component };
    this.add(code, 2, detail, place, { isLeftOut });
  }

  addStray(scanner: Scanner, loop: CompiledLoop): void {
    const id = textAt(scanner, 0) ?? '';
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(id)) {
      const place = this.segmentPlace('', loop.guide.id);
      this.add('IK304-1', 1, `Segment ${this.position} of the set has no valid segment id`, place);
      return;
    }
    const known = loop.roles.has(scanner.id);
    const detail = known
      ? 'The guide has this segment here, but not with such a qualifier'
      : 'The guide has no such segment here';
    this.add('IK304-2', 2, detail, this.segmentPlace(id, loop.guide.id));
  }

  addOutOfOrder(member: CompiledMember, loop: string): void {
    const detail = 'The segment stands after one that it should come before';
    this.add('IK304-7', 2, detail, this.segmentPlace(member.guide.id, loop));
  }

  /** One more of a segment or a loop than the guide allows. */
  addExcess(member: CompiledMember, loop: string): void {
    const [code, what] = member.loop === undefined ? ['IK304-5', 'segment'] : ['IK304-4', 'loop'];
    const place = this.segmentPlace(member.guide.id, member.loop?.guide.id ?? loop);
    this.add(code, 2, `This ${what} occurs more often than the guide allows`, place);
  }

  addMissing(member: CompiledMember, loop: string): void {
    const what = member.loop === undefined ? `segment of loop ${loop}` : `loop ${member.loop.guide.id}`;
    const qualifier = codesOf(member);
    const detail = `The required ${what} is missing${qualifier}`;
    const place = this.segmentPlace(member.guide.id, member.loop?.guide.id ?? loop);
    this.add('IK304-3', 2, detail, place);
  }
}

/** " (REF01 EI)", for people. */
const codesOf = ({ guide }: CompiledMember): string => {
  const [first] = Object.entries(guide.constants);
  return first === undefined ? '' : ` (${guide.id}${two(Number.parseInt(first[0], 10))} ${first[1]})`;
};
