import type { ElementCheck } from '../compiled/element-check.ts';
import type { SegmentCheck } from '../compiled/segment-check.ts';
import { bitOf, isBroken, type SyntaxNote } from '../compiled/syntax-notes.ts';
import { componentCount } from '../standard/dictionary.ts';
import { textAt } from '../text/element-values.ts';
import { pack } from '../text/pack.ts';
import { componentEnd, repetitionEnd } from '../text/parts.ts';
import type { Scanner } from '../text/scanner.ts';
import { isTime } from '../text/times.ts';

/** What is wrong with an element of a segment, with the code of IK403. */
export type SegmentFault = {
  readonly code: string;
  readonly element: number;
  readonly component?: number | undefined;
  readonly detail: string;
  readonly value?: string | undefined; // of a code alone: other values may be PHI
};

/** What a checker asks and tells of what it checks. */
export type SegmentChecking = {
  /** A value without a list of codes, which may hold any character. */
  readonly characters: (check: ElementCheck, from: number, to: number) => void;
  readonly fault: (fault: SegmentFault) => void;
  /** A value of a code set that others publish; absent where nobody looks it up. */
  readonly external: ((check: ElementCheck, value: string) => void) | undefined;
};

/** Holds the segments that a scanner stands on to their guide (level 2). */
export class SegmentChecker {
  private readonly scanner: Scanner;
  private readonly checking: SegmentChecking;

  constructor(scanner: Scanner, checking: SegmentChecking) {
    this.scanner = scanner;
    this.checking = checking;
  }

  check({ elements, required, known, notes }: SegmentCheck): void {
    const { scanner } = this;
    const { count } = scanner;
    let present = 0;
    for (let place = 1; place <= count; place += 1) {
      if (!scanner.has(place)) continue;
      const element = elements[place];
      present |= bitOf(place);
      if (element === undefined) this.refuseElement(place, known);
      else this.checkElement(element, scanner.startOf(place), scanner.endOf(place));
    }
    for (const element of required) {
      if (!scanner.has(element.element)) this.fault('IK403-1', element, 'A required element is missing');
    }
    for (const note of notes) if (isBroken(note, present)) this.reportNote(note);
  }

  private fault(code: string, { element, component }: ElementCheck, detail: string, value?: string): void {
    this.checking.fault({ code, element, component, detail, ...(value !== undefined && { value }) });
  }

  private refuseElement(element: number, known: number): void {
    const [code, detail] =
      element > known
        ? ['IK403-3', 'The segment has more elements than X12 gives it']
        : ['IK403-I10', 'The guide does not use this element'];
    this.checking.fault({ code, element, detail });
  }

  private checkElement(element: ElementCheck, from: number, to: number): void {
    if (element.repeats > 1) this.checkRepetitions(element, from, to);
    else if (element.components === undefined) this.checkValue(element, from, to);
    else this.checkComponents(element, from, to);
  }

  private checkRepetitions(element: ElementCheck, start: number, to: number): void {
    let count = 0;
    for (let from = start; from <= to; ) {
      const end = repetitionEnd(this.scanner, from, to);
      count += 1;
      if (end > from) this.checkElement({ ...element, repeats: 1 }, from, end);
      from = end + 1;
    }
    if (count > element.repeats) this.fault('IK403-12', element, 'The element repeats too often');
  }

  private checkComponents(element: ElementCheck, start: number, to: number): void {
    const { components = [] } = element;
    let from = start;
    for (let component = 1; component < components.length || from < to; component += 1) {
      const end = from < to ? componentEnd(this.scanner, from, to) : from;
      const check = components[component];
      if (end > from) {
        if (check === undefined) this.refuseComponent(element.element, component);
        else this.checkValue(check, from, end);
      } else if (check?.isRequired) this.fault('IK403-1', check, 'A required component is missing');
      from = end < to ? end + 1 : to;
    }
  }

  private refuseComponent(element: number, component: number): void {
    const [code, detail] =
      component > componentCount(textAt(this.scanner, 0) ?? '', element)
        ? ['IK403-13', 'The composite has more components than X12 gives it']
        : ['IK403-I10', 'The guide does not use this component'];
    this.checking.fault({ code, element, component, detail });
  }

  private checkValue(check: ElementCheck, from: number, to: number): void {
    const { standard, codes, source } = check;
    if (to - from > standard.max || to - from < standard.min) this.checkLength(check, from, to);
    if (codes !== undefined) {
      if (!codes.has(pack(this.scanner.bytes, from, to))) this.checkLongCode(check, from, to);
    } else if (!check.isNumber) this.checking.characters(check, from, to);
    if (source !== undefined && this.checking.external !== undefined)
      this.checking.external(check, this.scanner.text.slice(from, to));
    if (check.isTime && !isTime(this.scanner.text.slice(from, to)))
      this.fault('IK403-9', check, 'This is not a time');
  }

  /** X12 counts the digits of a number alone. */
  private checkLength(check: ElementCheck, from: number, to: number): void {
    const { min, max } = check.standard;
    const value = this.scanner.text.slice(from, to);
    const length = check.isNumber ? value.replace(/\D/g, '').length : value.length;
    if (length > max) this.fault('IK403-5', check, `The value is longer than ${max}`);
    else if (length < min) this.fault('IK403-4', check, `The value is shorter than ${min}`);
  }

  /** Codes of more than four characters, and what is no code at all. */
  private checkLongCode(check: ElementCheck, from: number, to: number): void {
    const value = this.scanner.text.slice(from, to);
    this.fault(
      'IK403-7',
      check,
      'The guide does not allow this code here',
      value.length <= 3 ? value : undefined,
    );
  }

  private reportNote({ kind, elements }: SyntaxNote): void {
    const { scanner, checking } = this;
    if (kind === 'E') {
      const [, second = 0] = elements.filter((element) => scanner.has(element));
      const detail = 'Elements that exclude each other are both there';
      checking.fault({ code: 'IK403-10', element: second, detail });
      return;
    }
    const absent = elements.find((element) => !scanner.has(element)) ?? 0;
    const detail = 'An element is missing that others here depend on';
    checking.fault({ code: 'IK403-2', element: absent, detail });
  }
}
