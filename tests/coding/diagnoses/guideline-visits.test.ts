import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

/** A short invented visit: the guideline it is about, what it codes in claim order, and what it must not. */
const GuidelineVisit = z.object({
  guideline: z.string(),
  rule: z.string(),
  note: z.string(),
  codes: z.array(z.string()),
  never: z.array(z.string()),
  age: z.int().optional(),
});

const visits = readFileSync(join(import.meta.dirname, 'guideline-visits.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => GuidelineVisit.parse(JSON.parse(line)));

const dateOfService = '2026-03-02';

const suggestFor = ({ note, age }: z.infer<typeof GuidelineVisit>) =>
  suggestCodes(note, {
    dateOfService,
    patientType: 'established',
    ...(age !== undefined && { ageInYears: age }),
  });

needingOfficialCodeSets().describe('visits written from the Official Guidelines', () => {
  it.each(visits.map((visit) => [visit.guideline, visit.rule, visit] as const))('%s: %s', (_, __, visit) => {
    const codes = suggestFor(visit)
      .suggestions.filter(({ system }) => system === 'ICD-10-CM')
      .map(({ code }) => code);
    expect(codes).toEqual(visit.codes);
    expect(codes.filter((code) => visit.never.includes(code))).toEqual([]);
  });

  it('names in the table only codes of the edition in force', () => {
    const { diagnoses } = codeBookOn(dateOfService);
    const named = visits.flatMap(({ codes, never }) => [...codes, ...never]);
    expect(named.filter((code) => diagnoses.find(code).standing !== 'billable')).toEqual([]);
  });

  it('asks which way an uncontrolled diabetes is meant', () => {
    const { questions } = suggestCodes('Assessment:\n1. Type 2 diabetes, uncontrolled', { dateOfService });
    expect(questions.map(({ text }) => text)).toContainEqual(expect.stringContaining('hypoglycemia'));
  });

  it('asks for the type where the note gives both', () => {
    const note = 'PMH: type 1 diabetes\nAssessment:\n1. Type 2 diabetes';
    const { questions } = suggestCodes(note, { dateOfService });
    expect(questions.map(({ text }) => text)).toContainEqual(expect.stringContaining('type 1'));
  });

  it('asks nothing about insulin beside oral drugs', () => {
    const note = 'Assessment:\n1. Type 2 diabetes. Continue insulin glargine and metformin.';
    const { questions } = suggestCodes(note, { dateOfService });
    expect(questions.filter(({ text }) => text.includes('Z79'))).toEqual([]);
  });

  it('warns of an Excludes1 note of an older Tabular List by its year and keeps both codes', () => {
    const { suggestions, questions, rejected } = suggestCodes(
      'Assessment:\n1. Acromegaly and pituitary gigantism\n2. Hypertrophy of breast',
      { dateOfService },
    );
    expect(suggestions.map(({ code }) => code)).toEqual(expect.arrayContaining(['E22.0', 'N62']));
    expect(questions.map(({ text }) => text)).toContainEqual(expect.stringContaining('FY2021'));
    expect(rejected).toEqual([]);
  });
});
