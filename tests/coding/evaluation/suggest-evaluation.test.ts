import { describe, expect, it } from 'vitest';
import { levelsOf } from '../../../functions/coding/evaluation/read-decision.ts';
import { suggestEvaluation } from '../../../functions/coding/evaluation/suggest-evaluation.ts';
import { readFrame } from '../../../functions/coding/note/read-frame.ts';
import { readStatements } from '../../../functions/coding/note/read-statements.ts';
import type { Visit } from '../../../functions/coding/note/visit.ts';
import { suggestProcedures } from '../../../functions/coding/services/suggest-procedures.ts';

const established: Visit = { dateOfService: '2026-03-02', patientType: 'established' };

/** Weighs a note by its own words, with no diagnosis engine before it. */
const weigh = (note: string, visit: Visit = established) => {
  const statements = readStatements(note);
  const done = suggestProcedures(statements, [], visit).map(({ suggestion }) => suggestion);
  const { suggestions, questions, decision } = suggestEvaluation(
    { frame: readFrame(note, statements), statements, addressed: [], done },
    visit,
  );
  return {
    codes: suggestions.map(({ code, modifiers }) => [code, ...modifiers].join('-')),
    done: done.map(
      ({ code, modifiers, units }) => [code, ...modifiers].join('-') + (units > 1 ? `x${units}` : ''),
    ),
    levels: decision && levelsOf(decision),
    questions,
    suggestions,
  };
};

describe('problems of a note', () => {
  it.each([
    [
      'two chronic illnesses at their goal',
      'ASSESSMENT AND PLAN\n\n1. Type 2 diabetes.\n- A1c 6.7 %, at goal. Continue metformin 1000 mg twice daily.\n\n2. Hypertension.\n- Well controlled. Continue telmisartan 40 mg daily.',
      '99214',
    ],
    [
      'one chronic illness whose treatment is stepped up',
      'ASSESSMENT\n\nAtopic dermatitis.\n\nPLAN\n\nThe hands crack every night. Start tacrolimus ointment twice daily.',
      '99214',
    ],
    [
      'one chronic illness at its goal',
      'ASSESSMENT\n\nHypothyroidism.\n\nPLAN\n\nDoing well. Continue levothyroxine 88 mcg daily.',
      '99213',
    ],
    [
      'an acute injury with an over-the-counter medicine',
      'IMPRESSION\n\nLeft wrist sprain.\n\nPLAN\n\nWrist brace for two weeks and acetaminophen for the pain.',
      '99213',
    ],
    [
      'an acute injury with a prescribed strength',
      'IMPRESSION\n\nLeft wrist sprain.\n\nPLAN\n\nNaproxen 500 mg twice daily for ten days.',
      '99213',
    ],
    [
      'a self-limited illness with advice',
      'ASSESSMENT\n\nCommon cold.\n\nPLAN\n\nReassurance. Plenty of fluids and rest.',
      '99212',
    ],
    [
      'a new lump with two studies',
      'ASSESSMENT\n\nLump of the left breast.\n\nPLAN\n\nOrdered a diagnostic mammogram and an ultrasound of the breast.',
      '99213',
    ],
    [
      'a new weight loss with four studies',
      'ASSESSMENT\n\nUnexplained weight loss.\n\nPLAN\n\nCBC, CMP and TSH ordered. CT of the chest ordered.',
      '99214',
    ],
    [
      'an operation that is decided on an own reading of the images',
      'RESULTS\n\nI personally reviewed the MRI images: full-thickness tear of the supraspinatus.\n\nASSESSMENT\n\nRotator cuff tear, right shoulder.\n\nPLAN\n\nHe wishes to proceed with arthroscopic rotator cuff repair.',
      '99214',
    ],
    [
      'a threat to life with admission',
      'ASSESSMENT\n\nSepsis from pneumonia.\n\nPLAN\n\nDirect admission to the hospital arranged. Blood cultures there.',
      '99215',
    ],
    [
      'a suicidal plan and an emergency department',
      'ASSESSMENT\n\nMajor depression with suicidal plan.\n\nPLAN\n\nSent to the emergency department by ambulance.',
      '99215',
    ],
    [
      'a suspected threat to life that is sent away at once',
      'ASSESSMENT\n\nChest pain.\n\nPLAN\n\nConcern for a pulmonary embolism. He was sent to the emergency department.',
      '99215',
    ],
    [
      'a suspected grave cause',
      'ASSESSMENT\n\nCalf pain.\n\nPLAN\n\nConcern for a thrombosis after the long flight. Start apixaban 10 mg twice daily.',
      '99214',
    ],
  ])('weighs %s', (_, note, code) => {
    expect(weigh(note).codes).toEqual([code]);
  });

  it('takes no sentence about the patient for a problem', () => {
    const note =
      'ASSESSMENT AND PLAN\n\nMrs. Almeida is a 70-year-old woman with gout, asthma and angina.\n\n1. Ankle sprain.\n- Ice and a brace.';
    expect(weigh(note).levels?.problems).toBe('low');
  });

  it('takes the headlines of a plan for problems where nothing else lists them', () => {
    const note =
      'PLAN\n\nGout.\n- Continue allopurinol 300 mg.\n\nAsthma.\n- Continue the inhaler.\n\nIce.\n\nPhysical therapy.';
    expect(weigh(note).codes).toEqual(['99214']);
  });

  it('weighs no problem of the history', () => {
    const note = 'PMH: diabetes, hypertension, COPD\n\nASSESSMENT\n\nAnkle sprain.\n\nPLAN\n\nIce.';
    expect(weigh(note).levels?.problems).toBe('low');
  });
});

describe('risk of a note', () => {
  const plan = (text: string) => weigh(`ASSESSMENT\n\nHip pain.\n\nPLAN\n\n${text}`).levels?.risk;

  it.each([
    ['a medicine that is begun', 'Start duloxetine 30 mg daily.', 'moderate'],
    ['a medicine known by its stem only', 'Start fezolisartan 20 mg daily.', 'moderate'],
    ['a medicine for a suspected cause', 'Suspected bursitis, start meloxicam 15 mg daily.', 'moderate'],
    ['a refill without a name', 'Her prescription refills were sent.', 'moderate'],
    ['an operation', 'We will schedule a total hip replacement.', 'moderate'],
    [
      'an operation with named dangers',
      'We will schedule a total hip replacement. The risks of stroke and death were explained.',
      'high',
    ],
    ['a lack of means', 'Ice. She cannot afford physical therapy.', 'moderate'],
    ['an emergency department now', 'He was sent to the emergency department.', 'high'],
    ['a medicine that is declined', 'He declined meloxicam. Physical therapy.', 'low'],
    ['a medicine that is only considered', 'We could consider meloxicam. Physical therapy.', 'low'],
    ['a medicine that is conditional', 'Physical therapy. If it does not help, start meloxicam.', 'low'],
    ['a prescription for therapy', 'Prescription for physical therapy given.', 'low'],
    ['a referral to a surgeon', 'Referral to orthopedic surgery.', 'low'],
    ['advice about the emergency department', 'Ice. Go to the hospital if he cannot walk.', 'low'],
    ['a habit that he admits to', 'Ice. He does admit to long runs.', 'low'],
    ['rest', 'Rest for a week.', 'straightforward'],
  ] as const)('reads %s', (_, text, level) => {
    expect(plan(text)).toBe(level);
  });

  it('leaves the risk of an injected steroid to the procedure', () => {
    expect(plan('I injected the bursa with Kenalog 40 mg.')).not.toBe('moderate');
  });
});

describe('data of a note', () => {
  const data = (results: string, plan = 'Ice.') =>
    weigh(`RESULTS\n\n${results}\n\nASSESSMENT\n\nHip pain.\n\nPLAN\n\n${plan}`).levels?.data;

  it.each([
    ['one test', 'CBC normal.', 'straightforward'],
    ['two tests', 'CBC and ESR normal.', 'low'],
    ['three tests', 'CBC, ESR and CRP normal.', 'moderate'],
    [
      'parts of one panel as one',
      'Creatinine 0.9, potassium level 4.1, sodium level 139.',
      'straightforward',
    ],
    ['a test named twice as one', 'Hemoglobin A1c 7.1. The A1c was 7.4 in spring.', 'straightforward'],
    [
      'an x-ray without its site as the one named before',
      'X-ray of the hip normal. The x-ray shows no fracture.',
      'straightforward',
    ],
    ['x-rays of two sites as two', 'X-ray of the hip normal. X-ray of the pelvis normal.', 'low'],
    ['labs without a name as one', 'Labs from last week look fine.', 'straightforward'],
    [
      'no reading of the patient at home',
      'Fasting glucose 130 on the home meter. CBC normal.',
      'straightforward',
    ],
    ['an own reading of images', 'I independently interpreted the MRI images of the hip.', 'moderate'],
    [
      'an own reading and three tests',
      'I independently interpreted the MRI images of the hip. CBC, ESR and CRP normal.',
      'high',
    ],
    ['an own reading told backwards', 'The MRI of the hip was personally reviewed.', 'moderate'],
    ['a talk with a specialist', 'Discussed with the cardiologist on call.', 'moderate'],
  ] as const)('counts %s', (_, results, level) => {
    expect(data(results)).toBe(level);
  });

  it('counts a parent as historian of a child and not of an adult', () => {
    const told = (age: string) =>
      weigh(`HPI: ${age} patient. Mother reports a fever.\n\nASSESSMENT\n\nOtitis media.\n\nPLAN\n\nRest.`)
        .levels?.data;
    expect(told('4-year-old')).toBe('low');
    expect(told('44-year-old')).toBe('straightforward');
  });

  it('does not count the film that the practice reports itself', () => {
    const note = (where: string) =>
      weigh(
        `RESULTS\n\nX-ray of the right ankle, three views, ${where}. CBC normal.\n\nASSESSMENT\n\nAnkle sprain.\n\nPLAN\n\nIce.`,
      );
    expect(note('taken in the office today')).toMatchObject({
      done: ['73610-RT'],
      levels: { data: 'straightforward' },
    });
    expect(note('from the hospital')).toMatchObject({ done: [], levels: { data: 'low' } });
  });
});

describe('kind of visit', () => {
  const acute = 'ASSESSMENT\n\nAnkle sprain.\n\nPLAN\n\nIce and a brace.';

  it.each([
    ['new', 'HPI: He was referred by his family doctor.', '99203'],
    ['new', 'HPI: She is here to establish care.', '99203'],
    ['established', 'HPI: She returns for follow-up.', '99213'],
  ])('reads a patient who is %s from the note', (_, history, code) => {
    const { codes, questions } = weigh(`${history}\n\n${acute}`, { dateOfService: '2026-03-02' });
    expect(codes).toEqual([code]);
    expect(questions).toEqual([]);
  });

  it('asks where the note does not tell and is less sure', () => {
    const { codes, questions, suggestions } = weigh(acute, { dateOfService: '2026-03-02' });
    expect(codes).toEqual(['99213']);
    expect(questions).toEqual([expect.stringContaining('new or established')]);
    expect(suggestions[0]?.confidence).toBeLessThan(0.9);
  });

  it('takes the registration before the note', () => {
    expect(
      weigh(`HPI: She returns for follow-up.\n\n${acute}`, { ...established, patientType: 'new' }).codes,
    ).toEqual(['99203']);
  });

  it.each([
    ['42-year-old', '99396'],
    ['17-year-old', '99394'],
    ['5-month-old', '99391'],
    ['66 yo', '99397'],
  ])('reports a preventive visit of a %s patient', (age, code) => {
    expect(
      weigh(`CC: Annual physical\n\nHPI: ${age} patient without complaints.\n\nASSESSMENT\n\nWell.`).codes,
    ).toEqual([code]);
  });

  it('adds a visit with modifier 25 for a problem managed beside the preventive visit', () => {
    const note =
      'CC: Annual exam\n\nHPI: 51-year-old patient.\n\nASSESSMENT\n\n1. Hypertension.\n- Above goal. Increase losartan to 100 mg.\n2. Gout.\n- Stable.';
    expect(weigh(note).codes).toEqual(['99396', '99214-25']);
  });

  it('reports no visit when the patient came for a planned procedure only', () => {
    const note =
      'CC: Here for the planned knee injection\n\nPROCEDURE\n\nRight knee injection performed with Kenalog 40 mg.\n\nPLAN\n\nIce.';
    expect(weigh(note)).toMatchObject({ codes: [], done: ['20610-RT', 'J3301x4'] });
  });
});

describe('reasons of a level', () => {
  it('tell what is documented, each with its exact words', () => {
    const note = 'ASSESSMENT\n\nGout.\n\nPLAN\n\nFlare. Increase allopurinol to 300 mg. Uric acid ordered.';
    const [visit] = weigh(note).suggestions;
    expect(visit?.rules).toEqual(
      expect.arrayContaining([
        expect.stringContaining('moderate'),
        'problems: chronic illness not at its treatment goal',
        'data: test: uric acid',
        'risk: prescription drug management',
      ]),
    );
    for (const { start, end, quote } of visit?.evidence ?? []) expect(note.slice(start, end)).toBe(quote);
    expect(visit?.evidence.map(({ quote }) => quote)).toEqual(
      expect.arrayContaining(['Gout', 'Flare', 'Uric acid', 'allopurinol']),
    );
  });
});
