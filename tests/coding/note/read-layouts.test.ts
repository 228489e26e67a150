import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { assessmentHeadings, listMarks, visitCodes, visitIn } from './layouts.ts';

// A fresh clone has the starter set only.
beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const codesOf = (note: string): readonly string[] =>
  suggestCodes(note, { dateOfService: '2026-03-02', patientType: 'established' }).suggestions.map(
    ({ code }) => code,
  );

const numbered = ['1. ', '2. '] as const;

describe('one visit in many layouts', () => {
  it.each(assessmentHeadings)('is the same under the heading %s', (heading) => {
    expect(codesOf(visitIn({ heading, marks: numbered }))).toEqual(visitCodes);
  });

  it.each(assessmentHeadings.filter((heading) => heading.endsWith(':')))(
    'is the same where %s stands in the line of the first problem',
    (heading) => {
      const note = visitIn({ heading, marks: numbered }).replace(`${heading}\n`, `${heading} `);
      expect(codesOf(note)).toEqual(visitCodes);
    },
  );

  it.each(listMarks)('is the same with the marks "%s" and "%s"', (...marks) => {
    expect(codesOf(visitIn({ heading: 'Assessment:', marks }))).toEqual(visitCodes);
  });

  it('is the same underlined', () => {
    for (const rule of ['----------', '==========', '__________', '~~~~~~~~~~']) {
      expect(codesOf(visitIn({ heading: `Assessment\n${rule}`, marks: numbered }))).toEqual(visitCodes);
    }
  });

  it('is the same in any combination of heading, list, case, indentation and line ends', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...assessmentHeadings),
        fc.constantFrom(...listMarks),
        fc.constantFrom('', '  ', '\t', '      '),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('as written', 'upper'),
        (heading, marks, indent, lineEnd, letters) => {
          // A bare list of roman numerals or letters in capitals is read, too; "O " in capitals is no mark.
          fc.pre(!(letters === 'upper' && /^(o |o|dx)/i.test(marks[0])));
          const note = visitIn({ heading, marks, indent, lineEnd });
          expect(codesOf(letters === 'upper' ? note.toUpperCase() : note)).toEqual(visitCodes);
        },
      ),
      { numRuns: 400 },
    );
  });

  it.each([
    'Plan is to continue all of it, and gout was discussed.',
    'Assessment of the wound shows gout of the left toe.',
    'Impression of gout was discussed with his cousin.',
    'Diagnosis codes for gout were explained.',
    'Pain: gout of the toe in 2012.',
  ])('takes "%s" for no heading', (sentence) => {
    const note = visitIn({ heading: 'Assessment:', marks: numbered }).replace(
      'Feels well.',
      `Feels well.\n${sentence}`,
    );
    expect(codesOf(note)).toEqual(visitCodes);
  });
});
