import type { CodeSource, ElementGuide, SegmentGuide } from '../guide/declare.ts';
import { findElement, type StandardElement } from '../standard/dictionary.ts';
import { packText } from '../text/pack.ts';
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

type Draft = {
  element: number;
  component?: number;
  guide?: ElementGuide;
  constant?: string;
  isRequired: boolean;
};

const anyText: StandardElement = { reference: '', type: 'AN', min: 1, max: 1 << 20 };

/** What is demanded of one element or component by itself. */
export const checkOf = (segment: string, draft: Draft): ElementCheck => {
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
export const fieldChecks = (
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
export const flatChecks = (guide: SegmentGuide): ElementCheck[] => {
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
