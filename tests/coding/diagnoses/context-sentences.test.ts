import { expect } from 'vitest';
import { z } from 'zod';
import { codeBookOn } from '../../../codesets/code-book.ts';
import { flatten } from '../../../functions/coding/flatten-suggestions.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';
import rows from './context-sentences.json' with { type: 'json' };

const dateOfService = '2026-03-02';

/** Invented sentences by what the words in them make of a condition: the codes they ask for, and those they must not give. */
const Sentence = z.object({
  says: z.string(),
  must: z.array(z.string()).default([]),
  mustNot: z.array(z.string()).default([]),
});
const sentences = Object.entries(z.record(z.string(), z.array(Sentence)).parse(rows)).flatMap(
  ([kind, some]) => some.map((one) => ({ kind, ...one })),
);

const noteOf = (says: string): string => `CC: visit\nAssessment and plan:\n1. ${says}\n`;

const { it } = needingOfficialCodeSets();

it('has at least 250 sentences, with codes that are billable on the date', () => {
  expect(sentences.length).toBeGreaterThanOrEqual(250);
  const codes = sentences.flatMap(({ must, mustNot }) => [...must, ...mustNot]);
  expect(codes.filter((code) => !codeBookOn(dateOfService).diagnoses.entry(code))).toEqual([]);
});

it.each(sentences)('$kind: $says', ({ says, must, mustNot }) => {
  const found = suggestCodes(noteOf(says), { dateOfService, patientType: 'established' });
  const { dx } = flatten('sentence', found);
  expect(dx).toEqual(expect.arrayContaining(must));
  expect(dx.filter((code) => mustNot.includes(code))).toEqual([]);
});
