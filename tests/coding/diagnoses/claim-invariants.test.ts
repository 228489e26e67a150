import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import { proseOf } from '../../../functions/coding/extract-text.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets, sharedPath } from '../../shared-material.ts';

const dateOfService = '2026-03-02';

const Note = z.object({ note: z.string() });

const notesIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => Note.parse(JSON.parse(line)).note)
    : [];

const ownSets = join(import.meta.dirname, '../sets');
const ownPaths = existsSync(ownSets)
  ? readdirSync(ownSets)
      .filter((name) => /^(notes|probes)-.*\.jsonl$/.test(name))
      .map((name) => join(ownSets, name))
  : [];

/** Every note of every set there is: what must hold of a claim holds of all of them, whatever their gold says. */
const paths = [
  sharedPath('eval', 'outpatient', 'dev.notes.jsonl'),
  sharedPath('eval', 'varied', 'dev.notes.jsonl'),
  sharedPath('eval', 'probes', 'probes.jsonl'),
  join(import.meta.dirname, 'guideline-visits.jsonl'),
  ...ownPaths,
];

type Claim = {
  readonly note: string;
  readonly codes: readonly string[];
  readonly result: ReturnType<typeof suggestCodes>;
};

const claimOf = (note: string): Claim => {
  // As a visit, whether or not the text has sections: a report is indexed and makes no claim.
  const result = suggestCodes(note, { dateOfService }, { setting: 'visit' });
  const codes = result.suggestions.filter(({ system }) => system === 'ICD-10-CM').map(({ code }) => code);
  return { note, codes, result };
};

const placeOf = (codes: readonly string[], stems: readonly string[]): number =>
  codes.findIndex((code) => isWithin(code, stems));

const isBefore = (codes: readonly string[], first: readonly string[], second: readonly string[]): boolean => {
  const [one, other] = [placeOf(codes, first), placeOf(codes, second)];
  return one < 0 || other < 0 || one < other;
};

/** The note or nothing: a failed check shows which notes break the rule. */
const breaking = (claims: readonly Claim[], holds: (claim: Claim) => boolean): readonly string[] =>
  claims
    .filter((claim) => !holds(claim))
    .map(({ codes, note }) => `${codes.join(' ')} <- ${note.slice(0, 120)}`);

needingOfficialCodeSets().describe('what holds of every claim', () => {
  let claims: readonly Claim[] = [];
  const { diagnoses } = codeBookOn(dateOfService);

  beforeAll(() => {
    claims = paths.flatMap(notesIn).map(claimOf);
  }, 120_000);

  it('is asked of more than three hundred notes', () => {
    expect(claims.length).toBeGreaterThan(300);
  });

  it('lists no manifestation, external cause or agent first', () => {
    const holds = ({ codes: [first] }: Claim) =>
      first === undefined || codeBookOn(dateOfService).diagnoses.neverFirst(first) === undefined;
    expect(breaking(claims, holds)).toEqual([]);
  });

  it.each([
    ['hypertensive disease', ['I12', 'I13'], 'the kidney disease', ['N18']],
    ['hypertensive heart disease', ['I11.0', 'I13.0', 'I13.2'], 'heart failure', ['I50']],
    ['diabetes', ['E11.22', 'E10.22'], 'the kidney disease', ['N18']],
    ['diabetes', ['E11.621', 'E10.621'], 'the ulcer', ['L97']],
    ['the cause', ['G30', 'G20', 'G31'], 'its dementia', ['F02']],
  ])('lists %s before what follows it', (_, first, __, second) => {
    expect(breaking(claims, ({ codes }) => isBefore(codes, first, second))).toEqual([]);
  });

  it('has no body mass index without a diagnosis of weight', () => {
    const weight = ['E66', 'R63', 'E4', 'F50'];
    const holds = ({ codes }: Claim) => placeOf(codes, ['Z68']) < 0 || placeOf(codes, weight) >= 0;
    expect(breaking(claims, holds)).toEqual([]);
  });

  it('has the weeks beside every code of a pregnancy when the note tells them', () => {
    const withoutWeeks = ['O00', 'O01', 'O02', 'O03', 'O04', 'O07', 'O08', 'O8', 'O9A', 'O90', 'O91', 'O92'];
    const holds = ({ codes, note }: Claim) =>
      !codes.some((code) => code.startsWith('O') && !isWithin(code, withoutWeeks)) ||
      !/\b\d{1,2}w\dd\b|\bat \d{1,2} weeks\b/.test(note) ||
      placeOf(codes, ['Z3A']) >= 0;
    expect(breaking(claims, holds)).toEqual([]);
  });

  it('has no two codes that a note of the edition in force excludes', () => {
    const holds = ({ codes, result }: Claim) =>
      codes.every((one, at) =>
        codes.slice(at + 1).every((other) => {
          const exclusion = diagnoses.exclusion(one, other);
          const isAsked = result.questions.some(({ text }) => text.includes(one) && text.includes(other));
          return exclusion === undefined || isAsked;
        }),
      );
    expect(breaking(claims, holds)).toEqual([]);
  });

  it('has no code twice and none that is not billable on the date', () => {
    const holds = ({ codes }: Claim) =>
      new Set(codes).size === codes.length &&
      codes.every((code) => diagnoses.find(code).standing === 'billable');
    expect(breaking(claims, holds)).toEqual([]);
  });

  it('quotes word for word what the note shows its reader', () => {
    const holds = ({ note, result }: Claim) =>
      [...result.suggestions, ...result.rejected].every(({ evidence }) =>
        evidence.every(({ start, end, quote }) => proseOf(note).slice(start, end) === quote),
      );
    expect(breaking(claims, holds)).toEqual([]);
  });
});
