import type { CodeSource, ElementGuide, SegmentGuide } from '../guide/declare.ts';
import { componentCount, elementCount, findElement, type StandardElement } from '../standard/dictionary.ts';
import { syntaxNotes } from '../standard/segment-elements.ts';
import { pack, packText, type Scanner } from '../text/scanner.ts';
import type { CompiledMember } from './compile-guide.ts';
import { componentNumber, elementOf } from './places.ts';

/** What a guide and X12 demand of one element or component. */
export type ElementCheck = {
  readonly element: number;
  readonly component: number | undefined;
  readonly isRequired: boolean;
  readonly standard: StandardElement;
  readonly isTime: boolean;
  readonly isNumber: boolean;
  readonly codes: ReadonlySet<number> | undefined; // up to four characters, as the scanner packs them
  readonly source: CodeSource | undefined;
  readonly repeats: number; // how often within its element
  readonly components: readonly (ElementCheck | undefined)[] | undefined; // by component, from 1
};

/** What a guide and X12 demand of a segment in one role; elements from 1. */
export type SegmentCheck = {
  readonly elements: readonly (ElementCheck | undefined)[];
  readonly required: readonly ElementCheck[];
  readonly known: number; // elements that X12 gives the segment
  readonly notes: readonly SyntaxNote[];
};

/** Elements as bits, so that a note costs an `and`. */
export type SyntaxNote = {
  readonly kind: string;
  readonly first: number;
  readonly others: number;
  readonly all: number;
  readonly elements: readonly number[];
};

export type SegmentFault = {
  readonly code: string;
  readonly element: number;
  readonly component?: number | undefined;
  readonly detail: string;
  readonly value?: string | undefined; // of a code alone: other values may be PHI
};

type Draft = {
  element: number;
  component?: number;
  guide?: ElementGuide;
  constant?: string;
  isRequired: boolean;
};

const anyText: StandardElement = { reference: '', type: 'AN', min: 1, max: 1 << 20 };

const checkOf = (segment: string, draft: Draft): ElementCheck => {
  const { element, component, guide, constant, isRequired } = draft;
  const codes = constant === undefined ? guide?.codes : [constant];
  const standard = findElement(segment, element, component) ?? anyText;
  const max = guide?.kind === 'text' && guide.max !== undefined ? guide.max : standard.max;
  return {
    element,
    component,
    isRequired,
    standard: { ...standard, max },
    isTime: standard.type === 'TM',
    isNumber: standard.type === 'R' || standard.type.startsWith('N'),
    codes: codes && new Set(codes.map(packText)),
    source: guide?.source,
    repeats: 1,
    components: undefined,
  };
};

/** The components of a composite, each in its place; a run takes several. */
const componentChecks = (
  segment: string,
  element: number,
  guide: ElementGuide,
): (ElementCheck | undefined)[] => {
  const checks: (ElementCheck | undefined)[] = [];
  for (const [at, constant] of Object.entries(guide.constants ?? {})) {
    const component = Number(at);
    checks[component] = checkOf(segment, { element, component, constant, isRequired: true });
  }
  for (const field of Object.values(guide.fields ?? {})) {
    const first = componentNumber(field.at);
    const length = field.kind === 'run' ? (field.max ?? 1) : 1;
    for (let component = first; component < first + length; component += 1) {
      const isRequired = field.usage !== 'S' && component === first;
      checks[component] = checkOf(segment, { element, component, guide: field.item ?? field, isRequired });
    }
  }
  return checks;
};

/** The elements that a field takes, at the place where it stands. */
const fieldChecks = (
  segment: string,
  field: ElementGuide,
  at: number,
  isRequired: boolean,
): ElementCheck[] => {
  switch (field.kind) {
    case 'composite':
      return [
        {
          ...checkOf(segment, { element: at, guide: field, isRequired }),
          components: componentChecks(segment, at, field),
        },
      ];
    case 'repeat':
      return field.item === undefined
        ? []
        : fieldChecks(segment, field.item, at, isRequired).map((one) => ({
            ...one,
            repeats: field.max ?? 1,
          }));
    case 'run':
      return Array.from({ length: field.max ?? 1 }, (_, index) => index).flatMap((index) =>
        field.item === undefined
          ? []
          : fieldChecks(segment, field.item, at + index, isRequired && index === 0),
      );
    case 'group':
      return groupChecks(segment, field, at, isRequired);
    case 'day':
    case 'period':
      return [
        checkOf(segment, {
          element: at,
          guide: { ...field, codes: field.kind === 'day' ? ['D8'] : ['D8', 'RD8'] },
          isRequired,
        }),
        checkOf(segment, { element: at + 1, guide: field, isRequired }),
      ];
    default:
      return [checkOf(segment, { element: at, guide: field, isRequired })];
  }
};

const groupChecks = (segment: string, field: ElementGuide, at: number, isRequired: boolean): ElementCheck[] =>
  Array.from({ length: field.max ?? 1 }, (_, round) => round).flatMap((round) =>
    Object.values(field.fields ?? {}).flatMap((inner) =>
      fieldChecks(
        segment,
        inner,
        at + round * (field.width ?? 1) + elementOf(inner.at) - 1,
        isRequired && round === 0 && inner.usage !== 'S',
      ),
    ),
  );

/** Components that are fields of the segment itself, as CLM05 has them, make up one composite. */
const flatChecks = (guide: SegmentGuide): ElementCheck[] => {
  const fields = Object.entries(guide.fields ?? {}).filter(([, { at }]) => typeof at !== 'number');
  const elements = new Set(fields.map(([, { at }]) => elementOf(at)));
  return [...elements].map((element) => {
    const own = fields.filter(([, { at }]) => elementOf(at) === element);
    const constants = Object.fromEntries(
      Object.entries(guide.constants)
        .filter(([place]) => place.startsWith(`${element}.`))
        .map(([place, code]) => [place.split('.')[1] ?? '', code]),
    );
    const isRequired = own.some(([, { usage }]) => usage !== 'S');
    const composite = {
      kind: 'composite',
      usage: 'S',
      at: element,
      fields: Object.fromEntries(own),
      constants,
    } as const;
    return {
      ...checkOf(guide.id, { element, guide: composite, isRequired }),
      components: componentChecks(guide.id, element, composite),
    };
  });
};

const bitOf = (element: number): number => 1 << element;

const noteOf = (note: string): SyntaxNote => {
  const elements = (note.slice(1).match(/\d\d/g) ?? []).map(Number);
  const [first = 0, ...rest] = elements;
  const others = rest.reduce((bits, element) => bits | bitOf(element), 0);
  return { kind: note.charAt(0), first: bitOf(first), others, all: bitOf(first) | others, elements };
};

const notesOf = (segment: string): SyntaxNote[] => (syntaxNotes[segment]?.split(' ') ?? []).map(noteOf);

const build = (guide: SegmentGuide): SegmentCheck => {
  const fields = guide.scalar === undefined ? Object.values(guide.fields ?? {}) : [guide.scalar];
  const constants = Object.entries(guide.constants).filter(([place]) => !place.includes('.'));
  const checks = [
    ...constants.map(([place, constant]) =>
      checkOf(guide.id, { element: Number(place), constant, isRequired: true }),
    ),
    ...fields.flatMap((field) =>
      typeof field.at === 'number' ? fieldChecks(guide.id, field, field.at, field.usage !== 'S') : [],
    ),
    ...flatChecks(guide),
  ];
  const last = Math.max(0, ...checks.map(({ element }) => element));
  const byPlace = new Map(checks.map((check) => [check.element, check]));
  return {
    elements: Array.from({ length: last + 1 }, (_, place) => byPlace.get(place)),
    required: [...byPlace.values()].filter(({ isRequired }) => isRequired),
    known: elementCount(guide.id),
    notes: notesOf(guide.id),
  };
};

const built = new WeakMap<SegmentGuide, SegmentCheck>();

/** The check of a segment, made when it is first asked for: plain reading needs none. */
export const segmentCheckOf = (guide: SegmentGuide): SegmentCheck => {
  const check = built.get(guide) ?? build(guide);
  built.set(guide, check);
  return check;
};

export const memberCheckOf = (member: CompiledMember): SegmentCheck => {
  member.check ??= segmentCheckOf(member.guide);
  return member.check;
};

export type SegmentChecking = {
  /** A value without a list of codes, which may hold any character. */
  readonly characters: (check: ElementCheck, from: number, to: number) => void;
  readonly fault: (fault: SegmentFault) => void;
  /** A value of a code set that others publish; absent where nobody looks it up. */
  readonly external: ((check: ElementCheck, value: string) => void) | undefined;
};

const isBroken = ({ kind, first, others, all }: SyntaxNote, present: number): boolean => {
  const found = present & all;
  switch (kind) {
    case 'P':
      return found !== 0 && found !== all;
    case 'R':
      return found === 0;
    case 'E':
      return (found & (found - 1)) !== 0;
    case 'C':
      return (found & first) !== 0 && (found & others) !== others;
    default:
      return (found & first) !== 0 && (found & others) === 0;
  }
};

export const time = /^([01]\d|2[0-3])[0-5]\d([0-5]\d\d{0,2})?$/;

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
      const end = this.scanner.repetitionEnd(from, to);
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
      const end = from < to ? this.scanner.componentEnd(from, to) : from;
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
      component > componentCount(this.scanner.textAt(0) ?? '', element)
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
    if (check.isTime && !time.test(this.scanner.text.slice(from, to)))
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
