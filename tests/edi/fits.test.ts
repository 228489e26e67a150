import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsOf } from '../../functions/edi/compiled/compile-fit.ts';
import { compileGuide } from '../../functions/edi/compiled/compile-guide.ts';
import type { CompiledLoop } from '../../functions/edi/compiled/compiled-guide.ts';
import type { ElementCheck } from '../../functions/edi/compiled/element-check.ts';
import { segmentCheckOf } from '../../functions/edi/compiled/segment-check.ts';
import { SegmentChecker } from '../../functions/edi/engine/segment-checker.ts';
import type { SegmentGuide } from '../../functions/edi/guide/declare.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { Scanner } from '../../functions/edi/text/scanner.ts';
import { codeText } from '../../functions/edi/text/short-texts.ts';

const segmentsOf = (loop: CompiledLoop): SegmentGuide[] =>
  loop.members.flatMap((member) => [member.guide, ...(member.loop ? segmentsOf(member.loop) : [])]);

const standing = (text: string): Scanner => {
  const scanner = new Scanner(standardDelimiters);
  scanner.begin(`${text}~`);
  scanner.next();
  return scanner;
};

/** How often a checker that looks closely objects to a segment. */
const faultsOf = (guide: SegmentGuide, text: string): number => {
  const scanner = standing(text);
  let faults = 0;
  const checker = new SegmentChecker(scanner, {
    characters: (_, from, to) => {
      if (/[\p{Cc}:^]/u.test(scanner.text.slice(from, to))) faults += 1;
    },
    fault: () => {
      faults += 1;
    },
    external: undefined,
  });
  checker.check(segmentCheckOf(guide));
  return faults;
};

const ofLength = ({ min, max }: ElementCheck['standard']): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...'AZ019'),
    minLength: min,
    maxLength: Math.max(min, Math.min(max, 12)),
  });

/** Mostly what the guide allows. */
const anyValue = ({ codes, standard, isTime }: ElementCheck): fc.Arbitrary<string> => {
  const allowed = codes && fc.constantFrom(...Array.from(codes, codeText));
  const right = isTime ? fc.constantFrom('0930', '235959') : (allowed ?? ofLength(standard));
  const strange = fc.constantFrom('', 'X', 'A:B', 'A^B', ' ', 'A ', '\u0001', 'É', '9'.repeat(90));
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: strange });
};

const absentOr = (check: ElementCheck, value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: check.isRequired ? 20 : 2, arbitrary: value },
    { weight: 1, arbitrary: fc.constant('') },
  );

const nothing = fc.oneof(
  { weight: 20, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant('X') },
);

const joined = (parts: readonly fc.Arbitrary<string>[], separator: string): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((values) => values.join(separator).replace(new RegExp(`[${separator}]+$`), ''));

const elementOf = (check: ElementCheck): fc.Arbitrary<string> => {
  const { components, repeats } = check;
  const one =
    components === undefined
      ? anyValue(check)
      : joined(
          Array.from(components.slice(1), (part) => (part ? absentOr(part, anyValue(part)) : nothing)),
          ':',
        );
  if (repeats === 1) return one;
  return fc
    .array(one, { minLength: 1, maxLength: repeats < 4 ? repeats + 1 : 3 })
    .map((all) => all.join('^'));
};

const segmentTexts = (guide: SegmentGuide): fc.Arbitrary<string> => {
  const { elements } = segmentCheckOf(guide);
  const parts = Array.from(elements.slice(1), (check) =>
    check ? absentOr(check, elementOf(check)) : nothing,
  );
  return fc
    .tuple(joined(parts, '*'), fc.constantFrom('', '', '', '', '*', '*X'))
    .map(([text, more]) => `${guide.id}*${text}${more}`);
};

describe.each(allGuides)('segments of the $name', (guide) => {
  it('that fit at a glance stand a closer look', () => {
    const segments = new Set(segmentsOf(compileGuide(guide).root));
    let fitting = 0;
    for (const segment of segments) {
      fc.assert(
        fc.property(segmentTexts(segment), (text) => {
          if (!fitsOf(segment)(standing(text))) return;
          fitting += 1;
          expect([text, faultsOf(segment, text)]).toEqual([text, 0]);
        }),
        { numRuns: 60 },
      );
    }
    expect(fitting / segments.size).toBeGreaterThan(6);
  });
});
