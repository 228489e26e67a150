import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { cost } from '../cost.ts';
import { denials, notesByLayout } from './notes-by-layout.ts';

// A fresh clone has the starter set only.
beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const read = (note: string) =>
  suggestCodes(note, { dateOfService: '2026-03-02', patientType: 'established' });
const diagnosesOf = (note: string): readonly string[] =>
  read(note)
    .suggestions.filter(({ system }) => system === 'ICD-10-CM')
    .map(({ code }) => code);
const visitsOf = (note: string) => read(note).suggestions.filter(({ code }) => /^99[23]/.test(code));

describe('notes in their layouts', () => {
  it.each(notesByLayout)('codes of $layout what was found today', ({ note, codes, visit }) => {
    expect(diagnosesOf(note)).toEqual(codes);
    expect(visitsOf(note)).toHaveLength(visit === false ? 0 : 1);
  });

  it.each(notesByLayout)('quotes $layout to the letter', ({ note }) => {
    const { suggestions, rejected } = read(note);
    for (const { start, end, quote } of [...suggestions, ...rejected].flatMap(({ evidence }) => evidence)) {
      expect(note.slice(start, end)).toBe(quote);
    }
  });

  it.each(['before', 'after'])(
    'takes nothing of three hundred lines of denials %s the assessment',
    (place) => {
      const assessment = 'Assessment:\n1. Essential hypertension\nPlan: continue lisinopril';
      const form = denials(300);
      const note =
        place === 'before' ? `HPI: well\n${form}\n${assessment}` : `HPI: well\n${assessment}\n\n${form}`;
      expect(diagnosesOf(note)).toEqual(['I10']);
    },
  );

  it('says why what stands in pasted text is not coded', () => {
    const note = notesByLayout.find(({ layout }) => layout.startsWith('an earlier visit'))?.note ?? '';
    const rules = read(note).rejected.map(({ code, rule }) => `${code}: ${rule}`);
    expect(rules).toContain('M10.9: of an earlier visit, which the note repeats');
  });
});

describe('time', () => {
  const megabytes = 2;
  it.each([
    ['denials', 'Respiratory: Negative for cough. '],
    ['lines of denials', 'Respiratory: Negative for cough.\n'],
    ['headings', 'Labs: normal\n'],
    ['problems', '1. Gout\nAssessment: stable\nPlan: rest\n'],
    ['earlier visits', 'Last visit 1/3/26: A/P: gout\n'],
    ['days', '01/03/2026 visit\n02/03/2026 visit\n'],
    ['boxes', '[ ] gout [x] cough '],
    ['capitals', 'PLAN IS GOUT '],
    ['hashes', '#gout '],
    ['numbers', '1. gout 2. asthma\n'],
    ['colons', 'A: P: S: O: '],
    ['spaces', 'gout   \t  '],
    ['blank lines', '\n\n \n'],
    ['stars', '** **'],
  ])('grows with the length of %s', (_, text) => {
    const note = text.repeat((megabytes * 1_000_000) / text.length);
    expect(cost(() => readStatements(note))).toBeLessThan(60_000);
  });
});
