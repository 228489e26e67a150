import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { levelsOf } from '../../../functions/coding/evaluation/read-decision.ts';
import { suggestEvaluation } from '../../../functions/coding/evaluation/suggest-evaluation.ts';
import { readFrame } from '../../../functions/coding/note/read-frame.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { suggestProcedures } from '../../../functions/coding/services/suggest-procedures.ts';

const Level = z.enum(['straightforward', 'low', 'moderate', 'high']);

/**
 * Invented notes of all kinds of encounters, written from the rules (AMA's E/M guideline and times since 2024, NCCI's
 * policy on procedures, global periods, Medicare's wellness visits): what is reported for the encounter itself, and
 * where the rule turns on it, the level of each element.
 */
const Encounter = z.object({
  kind: z.string(),
  visit: z.object({
    dateOfService: z.string(),
    patientType: z.enum(['new', 'established']).exactOptional(),
    placeOfService: z.string().exactOptional(),
    ageInYears: z.int().exactOptional(),
  }),
  note: z.string(),
  codes: z.array(z.string()),
  levels: z.object({ problems: Level, data: Level, risk: Level }).optional(),
});
type Encounter = z.infer<typeof Encounter>;

const encounters = readFileSync(join(import.meta.dirname, 'encounters.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => Encounter.parse(JSON.parse(line)));

/** Services by the minutes of the encounter, which are read with what was done and stand on the claim beside it. */
const byTime = /^(90[78]\d\d|9940[67])$/;

/** Weighs a note as the conductor does, by its own words, with no diagnosis engine before it. */
const weigh = ({ note, visit }: Encounter) => {
  const statements = readStatements(note);
  const frame = readFrame(note, statements);
  const about = { ...visit, titles: frame.titles };
  const done = suggestProcedures(statements, [], about).map(({ suggestion }) => suggestion);
  const evaluation = suggestEvaluation({ frame, statements, addressed: [], done }, visit);
  const timed = done.filter(({ code }) => byTime.test(code));
  return { ...evaluation, suggestions: [...evaluation.suggestions, ...timed] };
};

const shown = ({ note }: Encounter): string => note.replaceAll('\n', ' / ').slice(0, 70);

describe('the code of an encounter, or none', () => {
  it('is asked of all kinds', () => {
    expect(encounters.length).toBeGreaterThan(120);
    expect(new Set(encounters.map(({ kind }) => kind.split(/[:,]/)[0])).size).toBeGreaterThan(40);
  });

  it.each(encounters.map((encounter) => [encounter.kind, shown(encounter), encounter] as const))(
    '%s: %s',
    (_kind, _note, encounter) => {
      const { suggestions, decision } = weigh(encounter);
      const codes = suggestions.map(
        ({ code, modifiers, units }) => [code, ...modifiers].join('-') + (units > 1 ? `x${units}` : ''),
      );
      expect(codes).toEqual(encounter.codes);
      if (encounter.levels) expect(decision && levelsOf(decision)).toEqual(encounter.levels);
    },
  );

  it.each(encounters.map((encounter) => [shown(encounter), encounter] as const))(
    'is supported by exact words, a visit kept off the claim too: %s',
    (_note, encounter) => {
      const { suggestions, rejected = [] } = weigh(encounter);
      for (const { code, evidence } of [...suggestions, ...rejected]) {
        expect(evidence, code).not.toEqual([]);
        for (const { start, end, quote } of evidence) expect(encounter.note.slice(start, end)).toBe(quote);
      }
    },
  );

  it('tells why where it is none', () => {
    const silent = encounters.filter((encounter) => {
      const { suggestions, questions, rejected = [] } = weigh(encounter);
      return suggestions.length === 0 && questions.length === 0 && rejected.length === 0;
    });
    expect(silent.map(shown)).toEqual([]);
  });
});
