import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EncounterCodes } from '../../../functions/domain/coding.ts';
import { prefillCoding, readCoding } from '../../../functions/tasks/form/coding-form.ts';
import { parseCodingForm } from '../../../functions/tasks/form/parse-coding-form.ts';
import { aNote, anEncounter } from '../../factories/encounters.ts';

const [fatigue, visit] = anEncounter().suggestions;
if (!fatigue || !visit) throw new Error('The sample suggests two codes');
const anemia = { ...fatigue, code: 'D50.9', source: 'bedrock' as const, status: 'needs-query' as const };
const suggestions = [fatigue, anemia, visit];

const accepted = {
  'decision-R53.83': 'accept',
  'place-R53.83': '1',
  'decision-D50.9': 'reject',
  'place-D50.9': '2',
  'decision-99212': 'accept',
  'units-99212': '1',
  'pointers-99212': '1',
};

/** What a browser sends, with some fields changed or added. */
const parse = (change: Readonly<Record<string, string | readonly string[]>> = {}) => {
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...accepted, ...change }))
    for (const one of [value].flat()) fields.append(name, one);
  return parseCodingForm(readCoding(fields), { suggestions, note: aNote });
};
const findingsOf = (change: Readonly<Record<string, string | readonly string[]>>) => {
  const parsed = parse(change);
  return parsed.success ? [] : parsed.findings.map(({ code, path }) => [code, path]);
};

describe('parseCodingForm', () => {
  it('bills what was accepted and leaves out what was rejected', () => {
    expect(parse()).toEqual({
      success: true,
      data: {
        codes: {
          diagnoses: ['R53.83'],
          services: [{ procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] }],
        },
        support: [],
      },
    });
  });

  it('orders the diagnoses by their numbers and lets the pointers follow', () => {
    const parsed = parse({ 'decision-D50.9': 'accept', 'place-R53.83': '5', 'pointers-99212': '5 B' });
    expect(parsed).toMatchObject({
      data: { codes: { diagnoses: ['D50.9', 'R53.83'], services: [{ diagnosisPointers: [2, 1] }] } },
    });
  });

  it('drops a rejected diagnosis from the pointers, and asks when none is left', () => {
    expect(parse({ 'pointers-99212': '1 2' })).toMatchObject({
      data: { codes: { services: [{ diagnosisPointers: [1] }] } },
    });
    expect(findingsOf({ 'pointers-99212': '2' })).toEqual([['pointer-unknown', 'pointers-99212']]);
  });

  it('takes codes of the coder’s own, as people write them, with the words of the note', () => {
    const parsed = parse({
      'add-diagnosis': ['d508', ''],
      'add-place': ['', ''],
      'add-diagnosis-words': ['possible IRON  deficiency', ''],
      'add-procedure': ['36415', ''],
      'add-modifiers': ['', ''],
      'add-units': ['', ''],
      'add-pointers': ['3', ''],
      'add-procedure-words': ['', ''],
    });
    expect(parsed).toMatchObject({
      data: {
        codes: {
          diagnoses: ['R53.83', 'D50.8'],
          services: [{ procedure: '99212' }, { procedure: '36415', units: 1, diagnosisPointers: [2] }],
        },
        support: [{ code: 'D50.8', quote: 'Possible iron deficiency' }],
      },
    });
  });

  it.each<[string, Record<string, string>, [string, string][]]>([
    ['a suggestion without a decision', { 'decision-D50.9': '' }, [['decision-missing', 'decision-D50.9']]],
    [
      'a number that is none',
      { 'place-R53.83': 'first', 'pointers-99212': '2' },
      [
        ['place-form', 'place-R53.83'],
        ['pointer-unknown', 'pointers-99212'],
      ],
    ],
    [
      'two diagnoses of one number',
      { 'decision-D50.9': 'accept', 'place-D50.9': '1' },
      [['place-twice', 'place-D50.9']],
    ],
    ['a diagnosis that is no code', { 'add-diagnosis': 'fever' }, [['diagnosis-form', 'add-diagnosis-0']]],
    [
      'a diagnosis that stands there already',
      { 'add-diagnosis': 'R53.83' },
      [['diagnosis-twice', 'add-diagnosis-0']],
    ],
    ['a pointer to nothing', { 'pointers-99212': '1 7' }, [['pointer-unknown', 'pointers-99212']]],
    ['units of nothing', { 'units-99212': '0' }, [['too_small', 'units-99212']]],
    [
      'words that the note does not have',
      { 'add-diagnosis': 'I10', 'add-diagnosis-words': 'high pressure' },
      [['words-unfounded', 'add-diagnosis-words-0']],
    ],
    ['no service at all', { 'decision-99212': 'reject' }, [['service-missing', 'add-procedure-0']]],
    [
      'no diagnosis at all',
      { 'decision-R53.83': 'reject' },
      [
        ['diagnosis-missing', 'add-diagnosis-0'],
        ['pointer-unknown', 'pointers-99212'],
      ],
    ],
  ])('names the field of %s', (_what, change, findings) => {
    expect(findingsOf(change)).toEqual(findings);
  });

  it('knows codes whose second character is a letter', () => {
    expect(parse({ 'add-diagnosis': 'qa00101' })).toMatchObject({
      data: { codes: { diagnoses: ['R53.83', 'QA0.0101'] } },
    });
  });

  it('turns any form into codes that a claim can take, or into findings', () => {
    const name = fc.constantFrom(
      ...Object.keys(accepted),
      'add-diagnosis',
      'add-place',
      'add-procedure',
      'add-pointers',
    );
    const value = fc.oneof(fc.string(), fc.constantFrom('accept', 'reject', '1', '2', 'I10', '99213', 'A B'));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const fields = new URLSearchParams(pairs);
        for (const [key, one] of Object.entries(accepted)) if (!fields.has(key)) fields.set(key, one);
        const parsed = parseCodingForm(readCoding(fields), { suggestions, note: aNote });
        expect(parsed.success || parsed.findings.length > 0).toBe(true);
        if (!parsed.success) return;
        const { diagnoses, services } = EncounterCodes.parse(parsed.data.codes);
        for (const { diagnosisPointers } of services)
          expect(Math.max(...diagnosisPointers)).toBeLessThanOrEqual(diagnoses.length);
      }),
    );
  });
});

describe('prefillCoding', () => {
  it('accepts what is proposed and leaves what only another suggester finds open', () => {
    const { suggested } = prefillCoding(anEncounter({ suggestions }), { codes: anEncounter().proposal });
    expect(Object.entries(suggested).map(([code, { decision, place }]) => [code, decision, place])).toEqual([
      ['99212', 'accept', ''],
      ['R53.83', 'accept', '1'],
      ['D50.9', '', '2'],
    ]);
  });

  it('leaves open what the clinician has to be asked', () => {
    const asked = [{ ...fatigue, status: 'needs-query' as const }];
    const { suggested } = prefillCoding(anEncounter({ suggestions: asked }), {
      codes: anEncounter().proposal,
    });
    expect(suggested['R53.83']?.decision).toBe('');
  });

  it('leaves open what is less sure than the practice accepts', () => {
    const start = { codes: anEncounter().proposal, acceptsFrom: 0.9 };
    const sure = [{ ...fatigue, confidence: 0.9 }];
    const unsure = [{ ...fatigue, confidence: 0.89 }];
    const decisionOn = (suggested: typeof sure) =>
      prefillCoding(anEncounter({ suggestions: suggested }), start).suggested['R53.83']?.decision;
    expect([decisionOn(sure), decisionOn(unsure)]).toEqual(['accept', '']);
  });

  it('starts a second look from the codes that stand, added ones too', () => {
    const codes = {
      diagnoses: ['I10', 'R53.83'],
      services: [
        { procedure: '99213', modifiers: ['25'], units: 1, diagnosisPointers: [1] },
        { procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [2] },
        { procedure: '99212', modifiers: ['59'], units: 1, diagnosisPointers: [2] },
      ],
    };
    const { suggested, addedDiagnoses, addedServices } = prefillCoding(anEncounter({ suggestions, codes }), {
      codes,
    });
    expect(suggested).toMatchObject({
      'R53.83': { decision: 'accept', place: '2' },
      'D50.9': { decision: 'reject' },
      '99212': { decision: 'accept', pointers: '2' },
    });
    expect(addedDiagnoses).toEqual([{ code: 'I10', place: '1', words: '' }]);
    expect(addedServices.map(({ procedure, modifiers }) => [procedure, modifiers])).toEqual([
      ['99213', '25'],
      ['99212', '59'],
    ]);
  });
});
