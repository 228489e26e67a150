import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imaging, officeProcedures, officeTests } from '../../../codesets/clinical-terms/procedures.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import { suggestProcedures } from '../../../functions/coding/services/suggest-procedures.ts';
import { needing } from '../../shared-material.ts';

const read = (note: string) => suggestProcedures(readStatements(note), [], { dateOfService: '2026-03-02' });
const codesOf = (note: string): readonly string[] =>
  read(note).map(({ suggestion: { code, modifiers, units } }) =>
    [code, ...modifiers].join('-').concat(units > 1 ? `x${units}` : ''),
  );

describe('what was done at the visit', () => {
  it.each([
    [
      'an injection told in prose',
      'Plan: I injected the left knee with Kenalog 40 mg.',
      ['20610-LT', 'J3301x4'],
    ],
    [
      'a shot into a muscle',
      'Procedure: Toradol 60 mg given intramuscularly in the right deltoid.',
      ['96372', 'J1885x4'],
    ],
    [
      'an injection named by its drug only, into the joint of the visit',
      'CC: Right shoulder pain\n\nPlan: A steroid injection was given today, Kenalog 40 mg.',
      ['20610-RT', 'J3301x4'],
    ],
    ['an ECG of today', 'Results: EKG performed today shows sinus rhythm.', ['93000']],
    ['an ECG of the office', 'Results: In-office ECG with normal intervals.', ['93000']],
    ['a laboratory value of today', 'Results: Hemoglobin A1c today is 7.2.', ['83036-QW']],
    ['a film that was made at the visit', 'Results: We did an x-ray of the left elbow today.', ['73070-LT']],
    ['a spirometry of today', "Results: Today's spirometry shows mild obstruction.", ['94010']],
    ['a rapid test with its result', 'Results: Rapid strep positive.', ['87880-QW']],
    ['a vaccine with its administration', 'Plan: Tdap vaccine administered today.', ['90715', '90471']],
    ['a laceration', 'Procedure: Laceration repaired with four sutures.', ['12001']],
    ['a wart', 'Plan: Wart of the hand treated with liquid nitrogen today.', ['17110']],
    ['an abscess', 'Procedure: Incision and drainage of the abscess was performed.', ['10060']],
    ['a biopsy', 'Procedure: Punch biopsy performed, 4 mm.', ['11104']],
    ['earwax', 'Procedure: Left ear irrigation performed.', ['69209-LT']],
    ['a nebulizer treatment', 'Procedure: Nebulizer treatment given.', ['94640']],
  ])('reads %s', (_, note, codes) => {
    expect([...codesOf(note)].sort()).toEqual([...codes].sort());
  });

  it.each([
    ['ordered', 'Plan: EKG ordered today.'],
    ['wanted', 'Plan: I would like to get an EKG today.'],
    ['recommended', 'Plan: I recommend a right knee injection.'],
    ['offered', 'Plan: Offered a flu shot today.'],
    ['declined', 'Plan: Flu vaccine declined today.'],
    ['done in the hospital', 'Results: EKG done in the emergency department was normal.'],
    [
      'done at an outside facility and read today',
      'Results: An echocardiogram, obtained at an outside facility, was reviewed today.',
    ],
    ['done last year', 'Results: Spirometry performed last year was normal.'],
    ['of an unknown day and place', 'Results: Echocardiogram shows an ejection fraction of 60 %.'],
    ['only looked at in the office', 'Results: X-rays of the left elbow were reviewed in the office.'],
    ['a laboratory value without a day', 'Results: Hemoglobin A1c is 7.2.'],
    ['a laboratory value to come', 'Plan: Hemoglobin A1c ordered today.'],
    ['taken by mouth', 'Plan: Dexamethasone 6 mg tablets daily.'],
    ['a sling that is only recommended', 'Plan: Recommended a sling.'],
    ['a rapid test sent out', 'Results: Rapid strep negative at urgent care.'],
  ])('leaves out what is %s', (_, note) => {
    expect(codesOf(note)).toEqual([]);
  });
});

describe('radiographs', () => {
  it.each([
    ['three views', 'X-rays of the left ankle, three views, taken in the office today.', '73610-LT'],
    ['named projections', 'AP and lateral x-rays of the right knee were taken here today.', '73560-RT'],
    ['four views', '4 views of the right knee were taken today.', '73564-RT'],
    ['a chest film', 'Two-view chest x-ray performed in clinic today is clear.', '71046'],
    ['the usual study', 'X-rays of the left shoulder were taken today.', '73030-LT'],
    ['a digit', 'X-rays of the right ring finger, 3 views, taken in the office today.', '73140-F8'],
    ['a big toe', 'X-ray of the left great toe taken in the office today.', '73660-TA'],
    ['both sides', 'X-rays of both knees, 3 views each, taken today.', '73562-50'],
  ])('reads %s', (_, text, code) => {
    expect(codesOf(`Results: ${text}`)).toEqual([code]);
  });

  it('takes the body part from the reason when the sentence names none', () => {
    expect(codesOf('CC: Left wrist pain\n\nResults: X-rays were obtained and reviewed today.')).toEqual([
      '73100-LT',
    ]);
  });

  it('asks how many views were taken when the note does not count them', () => {
    const [film] = read('Results: X-rays of the left shoulder were taken today.');
    expect(film?.questions).toEqual([expect.stringContaining('How many views')]);
    expect(film?.suggestion.confidence).toBe(0.5);
  });

  it('reports a body part once', () => {
    const note =
      'Results: X-rays of the left ankle were taken today. Left ankle x-rays taken today show no fracture.';
    expect(codesOf(note)).toEqual(['73600-LT']);
  });
});

describe('units of drugs', () => {
  const given = (text: string) => codesOf(`Procedure: Right shoulder injection performed with ${text}.`);

  it.each([
    ['a dose', 'Kenalog 40 mg', 'J3301x4'],
    ['a strength and a volume', '2 mL of Depo-Medrol 40 mg/mL', 'J1010x80'],
    ['a brand strength and a volume', '1 mL of Kenalog-40', 'J3301x4'],
    ['a part of a unit as a whole one', 'Celestone 9 mg', 'J0702x2'],
  ])('count %s', (_, text, code) => {
    expect(given(text)).toContain(code);
  });

  it('are asked for where the note gives no dose', () => {
    const asked = read('Procedure: Right shoulder injection performed with Kenalog.').flatMap(
      ({ questions }) => questions,
    );
    expect(asked).toEqual([expect.stringContaining('Which dose')]);
  });
});

describe('evidence', () => {
  const words =
    'x-ray of the right knee left ankle taken today in office injected Kenalog 40 mg rapid strep positive Results: Procedure: . , \n Tdap vaccine given EKG three views'.split(
      ' ',
    );

  it('quotes the note exactly, whatever the note', () => {
    const notes = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...words), { maxLength: 80 }).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(notes, (note) => {
        for (const { suggestion } of read(note)) {
          expect(suggestion.evidence.length).toBeGreaterThan(0);
          for (const { start, end, quote } of suggestion.evidence) expect(note.slice(start, end)).toBe(quote);
        }
      }),
    );
  });

  // Comparing each of its 125,000 words with each other would take longer than a test may.
  it('reads a megabyte without a full stop', () => {
    expect(codesOf('Procedure: right knee injection performed '.repeat(25_000))).toEqual(['20610-RT']);
  });
});

const feeSchedule = needing('codesets/mpfs/pprrvu2025_oct_no_descriptors.csv');

feeSchedule.describe('the table of procedures', () => {
  const rows = feeSchedule.isHere ? readFileSync(feeSchedule.path, 'utf8').split('\n') : [];
  const [header = '', ...lines] = rows;
  const column = (name: string): number => header.split(',').indexOf(name);
  const fees = new Map(
    lines
      .map((line) => line.split(','))
      .filter((fields) => fields[column('mod')] === '')
      .map((fields) => [
        fields[0] ?? '',
        { global: fields[column('glob_days')], bilateral: fields[column('bilat')] },
      ]),
  );
  const cpt = officeProcedures.filter(({ system }) => system === 'CPT');

  it('knows no CPT code that the fee schedule does not know', () => {
    const codes = [
      ...cpt.map(({ code }) => code),
      ...officeTests.flatMap(({ code }) => code ?? []),
      ...imaging.radiographs.flatMap(({ codes: some }) => some.map(({ code }) => code)),
    ];
    expect(codes.filter((code) => !fees.has(code) && code !== '99000')).toEqual([]);
  });

  it('calls minor exactly what has a global period of 0 or 10 days', () => {
    const wrong = cpt.filter(
      ({ code, kind, minorProcedure }) =>
        kind === 'procedure' && minorProcedure !== ['000', '010'].includes(fees.get(code)?.global ?? ''),
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });
});

const hcpcs = needing('codesets/hcpcs/hcpcs_level2_opps_addendumB_2026-04.csv');

hcpcs.describe('the table of drugs and supplies', () => {
  it('knows only codes of the edition in force', () => {
    const official = new Set(
      readFileSync(hcpcs.path, 'utf8')
        .split('\n')
        .map((line) => line.split(',')[0]?.replaceAll('"', '')),
    );
    const drugs = officeProcedures.filter(({ system, kind }) => system === 'HCPCS' && kind === 'drug');
    expect(drugs.filter(({ code }) => !official.has(code)).map(({ code }) => code)).toEqual([]);
  });
});
