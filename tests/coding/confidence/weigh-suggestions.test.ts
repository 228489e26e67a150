import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import weights from '../../../codesets/clinical-terms/confidence-weights.json' with { type: 'json' };
import { diagnosisSigns, reportSigns } from '../../../functions/coding/confidence/diagnosis-signs.ts';
import { levelSigns, serviceSigns } from '../../../functions/coding/confidence/service-signs.ts';
import { shippedSureness, surenessBy } from '../../../functions/coding/confidence/sureness.ts';
import { flatten } from '../../../functions/coding/flatten-suggestions.ts';
import { type CoderMemory, emptyMemory, remember } from '../../../functions/coding/memory/coder-memory.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import type { CodingOptions } from '../../../functions/coding/suggestions.ts';

const visit = { dateOfService: '2026-03-02', patientType: 'established' } as const;
const suggest = (note: string, options: CodingOptions = {}) => suggestCodes(note, visit, options);
const find = (note: string, code: string, options: CodingOptions = {}) =>
  suggest(note, options).suggestions.find((one) => one.code === code);

const assessed = 'CC: cough\nASSESSMENT AND PLAN:\n1. Gout, stable. Continue allopurinol.\n';
const told = 'HPI: Her gout is quiet.\nPLAN: Return in a year.\n';

describe('the confidence of a code', () => {
  it('is higher where a line of the assessment names it than where only the history tells of it', () => {
    expect(find(assessed, 'M10.9')?.confidence).toBeGreaterThan(find(told, 'M10.9')?.confidence ?? 1);
  });

  it('comes with what raises and what lowers it, in words', () => {
    expect(find(assessed, 'M10.9')?.because).toEqual({
      raises: expect.arrayContaining(['a line of the assessment names it']),
      lowers: expect.arrayContaining(['the code is unspecified, and a more specific one may be documented']),
    });
  });

  it('is what the weights make of it', () => {
    const none = { base: 0, signs: {}, kept: 0 };
    const even = surenessBy({ diagnosis: none, report: none, service: none, level: none });
    expect(suggest(assessed, { sureness: even }).suggestions.map(({ confidence }) => confidence)).toEqual(
      suggest(assessed).suggestions.map(() => 0.5),
    );
  });
});

describe('the shipped weights', () => {
  const kinds = [
    ['diagnosis', diagnosisSigns],
    ['report', reportSigns],
    ['service', serviceSigns],
    ['level', levelSigns],
  ] as const;

  it.each(kinds)('of a %s are of known signs, and move as the words of each say', (kind, signs) => {
    const moves = new Map<string, string>(signs.map((sign) => [sign.name, sign.moves]));
    const wrong = Object.entries(weights[kind].signs).filter(
      ([name, weight]) => moves.get(name) !== (weight > 0 ? 'raises' : 'lowers'),
    );
    expect(wrong).toEqual([]);
  });

  it('never make certain of anything', () => {
    const signs = fc.dictionary(fc.constantFrom(...diagnosisSigns.map(({ name }) => name)), fc.constant(1));
    const kept = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(signs, kept, (some, much) => {
        const sure = shippedSureness({ kind: 'diagnosis', code: 'M10.9', signs: some, kept: much });
        expect(sure).toBeGreaterThan(0);
        expect(sure).toBeLessThan(1);
      }),
    );
  });
});

describe('a weak code', () => {
  const nothing: CodingOptions = { sureness: () => 0.1 };

  it('is a question and on no line of codes', () => {
    const weak = suggest(assessed, nothing);
    expect(weak.suggestions[0]).toMatchObject({ code: 'M10.9', weak: true, status: 'needs-query' });
    expect(weak.questions.map(({ text }) => text)).toContainEqual(expect.stringContaining('M10.9'));
    expect(flatten('one', weak).dx).toEqual([]);
  });

  it('is never a level or a service for its confidence alone', () => {
    const note =
      'CC: gout\nASSESSMENT AND PLAN:\n1. Gout, stable. Continue allopurinol.\nECG done today in the office.\n';
    const sure = flatten('one', suggest(note));
    const weak = flatten('one', suggest(note, nothing));
    expect(sure.em).not.toBeNull();
    expect([weak.em, weak.procedures]).toEqual([sure.em, sure.procedures]);
  });
});

describe('what coders decided', () => {
  const terms = ['hypertens', 'blood high pressur'];
  const note = 'CC: check\nASSESSMENT AND PLAN:\n1. High blood pressure. Continue lisinopril.\n2. HTN.\n';
  const decided = fc.record({ term: fc.constantFrom(...terms), kept: fc.boolean() });
  const memoryOf = (decisions: readonly { readonly term: string; readonly kept: boolean }[]): CoderMemory =>
    decisions.reduce(
      (memory, { term, kept }) =>
        remember(memory, { suggested: [{ term, code: 'I10' }], codes: kept ? ['I10'] : [] }),
      emptyMemory(),
    );
  const confidence = (memory: CoderMemory, text: string) => find(text, 'I10', { memory })?.confidence ?? 0;

  it.each([
    ['a visit', note],
    [
      'a report',
      'We report the case of a man with high blood pressure; his hypertension was known, and he was admitted to the hospital.',
    ],
  ])('never makes a code of %s less sure by an acceptance, nor surer by a refusal', (_, text) => {
    fc.assert(
      fc.property(fc.array(decided, { maxLength: 14 }), fc.constantFrom(...terms), (before, term) => {
        const now = confidence(memoryOf(before), text);
        expect(confidence(memoryOf([...before, { term, kept: true }]), text)).toBeGreaterThanOrEqual(now);
        expect(confidence(memoryOf([...before, { term, kept: false }]), text)).toBeLessThanOrEqual(now);
      }),
      { numRuns: 60 },
    );
  });

  it('counts from the first decision on', () => {
    const once = (kept: boolean | undefined) =>
      confidence(
        memoryOf(kept === undefined ? [] : [{ term: 'hypertens', kept }]),
        'CC: check\nASSESSMENT AND PLAN:\n1. HTN.\n',
      );
    expect(once(true)).toBeGreaterThan(once(undefined));
    expect(once(false)).toBeLessThan(once(undefined));
  });
});
