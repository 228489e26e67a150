import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { suggestCodes } from '../../functions/coding/suggest-codes.ts';
import { practice } from '../factories/practices.ts';
import { samples } from '../factories/sample-visits.ts';

// A fresh clone has the starter set only, and must code the samples with it.
beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const visit = { dateOfService: '2026-11-16', patientType: 'established' } as const;

const read = (note: string) => suggestCodes(note, visit);
const diagnosesOf = (note: string): readonly string[] =>
  read(note)
    .suggestions.filter(({ system }) => system === 'ICD-10-CM')
    .map(({ code }) => code);
const servicesOf = (note: string): readonly string[] =>
  read(note)
    .suggestions.filter(({ system }) => system !== 'ICD-10-CM')
    .map(({ code, modifiers, units }) => [code, ...modifiers].join('-') + (units > 1 ? `x${units}` : ''));

describe('diagnoses', () => {
  it.each([
    ['an abbreviation', 'A/P: HTN, stable.', ['I10']],
    [
      'a page in markup',
      '<p><b>ROS:</b> no cough</p><h3>Family</h3><p>Asthma</p><h3>A/P</h3><ol><li>HTN</li></ol>',
      ['I10'],
    ],
    ['words in another order', 'Impression: Asthma, mild persistent', ['J45.30']],
    ['a laterality before the site', 'Assessment: Right ankle sprain', ['S93.401A']],
    ['a laterality after the site', 'Assessment: Ankle sprain, left', ['S93.402A']],
    ['a single capital letter as the side', 'Assessment: L shoulder pain', ['M25.512']],
    ['both sides', 'Assessment: Bilateral knee osteoarthritis', ['M17.0']],
    [
      'later care of an injury',
      'CC: Follow-up of injury\nAssessment: Right ankle sprain, healing',
      ['S93.401D'],
    ],
    [
      'several problems in their order',
      'Dx:\n1. GERD\n2. Hypothyroidism\n3. Gout',
      ['K21.9', 'E03.9', 'M10.9'],
    ],
    ['a list of one paragraph', 'Assessment: Hypothyroidism; insomnia', ['E03.9', 'G47.00']],
    ['the more specific of two terms', 'Assessment: Paroxysmal atrial fibrillation', ['I48.0']],
  ])('reads %s', (_, note, codes) => {
    expect(diagnosesOf(note)).toEqual(codes);
  });

  it.each([
    ['negated', 'No evidence of pneumonia or strep throat'],
    ['negated afterwards', 'pneumonia ruled out'],
    ['suspected', 'Suspected gout'],
    ['probable', 'probable GERD'],
    ['doubted afterwards', 'gout is possible'],
    ['in doubt between two', 'gout vs. cellulitis of the right leg'],
    ['to be ruled out', 'R/O hypothyroidism'],
    ['with a question mark', 'hypothyroidism?'],
    ['of the family', 'Mother had hypothyroidism'],
    ['of the past', 'history of migraine'],
    ['conditional', 'return if migraine'],
    ['a vaccine against it', 'Influenza vaccine given elsewhere'],
  ])('leaves out what is %s', (_, words) => {
    expect(diagnosesOf(`Assessment:\n1. Insomnia\n2. ${words}`)).toEqual(['G47.00']);
  });

  it('codes the symptom when the cause is only suspected (guideline IV.H)', () => {
    expect(diagnosesOf('Assessment: Chest pain, likely GERD. Rule out CAD.')).toEqual(['R07.9']);
  });

  it('drops a symptom that the definitive diagnosis already says', () => {
    expect(diagnosesOf('Assessment:\n- Cough\n- Acute bronchitis')).toEqual(['J20.9']);
  });

  it('takes nothing from histories, medications or the review of systems', () => {
    const note = 'PMH: asthma, gout\nFamily History: diabetes\nROS: headache\nAssessment: Insomnia';
    expect(diagnosesOf(note)).toEqual(['G47.00']);
  });

  it.each([
    ['hypertension with chronic kidney disease', 'HTN\n2. CKD stage 3a', ['I12.9', 'N18.31']],
    ['hypertension with end-stage disease', 'HTN\n2. ESRD', ['I12.0', 'N18.6']],
    ['hypertension with heart failure', 'HTN\n2. CHF', ['I11.0', 'I50.9']],
    ['hypertension with both', 'HTN\n2. CHF\n3. CKD stage 4', ['I13.0', 'N18.4', 'I50.9']],
    ['diabetes with chronic kidney disease', 'T2DM\n2. CKD stage 2', ['E11.22', 'N18.2']],
    ['diabetes with polyneuropathy', 'T2DM\n2. Peripheral neuropathy', ['E11.42']],
    ['COPD with acute bronchitis', 'COPD\n2. Acute bronchitis', ['J44.0', 'J20.9']],
  ])('combines %s', (_, assessment, codes) => {
    expect([...diagnosesOf(`Assessment:\n1. ${assessment}`)].sort()).toEqual([...codes].sort());
  });

  it.each([
    ['insulin', 'insulin glargine 20 units nightly', 'Z79.4'],
    ['an oral drug', 'metformin 500 mg twice daily', 'Z79.84'],
    ['an injected drug other than insulin', 'semaglutide 1 mg weekly', 'Z79.85'],
  ])('adds the long-term use of %s to diabetes', (_, drug, code) => {
    expect(diagnosesOf(`Medications: ${drug}\nAssessment: Type 2 diabetes`)).toEqual(['E11.9', code]);
  });

  it('asks for the side that the note does not give and is not confident', () => {
    const { suggestions, questions } = read('Assessment: Knee pain\nPlan: ice');
    expect(suggestions[0]).toMatchObject({ code: 'M25.569', status: 'needs-query' });
    expect(suggestions[0]?.because?.lowers).toContain('the side is not documented');
    expect(questions).toEqual([{ text: expect.stringContaining('Which side') }]);
  });

  it('borrows the side that the exam gives', () => {
    expect(diagnosesOf('Exam: Right knee tender\nAssessment: Knee pain')).toEqual(['M25.561']);
  });

  it('asks which of two applies when they exclude each other', () => {
    const { questions } = read('Assessment:\n1. Type 1 diabetes\n2. Prediabetes\nPlan: continue insulin');
    expect(questions).toContainEqual({ text: expect.stringContaining('Excludes1') });
  });

  it('asks about an assessed problem whose words the code set does not know', () => {
    const { questions } = read('A/P:\n1. HTN, stable, continue losartan 50 mg\n2. Pituitary adenoma');
    expect(questions).toEqual([{ text: expect.stringContaining('Problem 2') }]);
  });

  it('is less sure of a code when the problem is named in more words than the code explains', () => {
    const [plain] = read('Assessment: Right hand contusion').suggestions;
    const [detailed] = read('Assessment: Right hand and thenar contusion').suggestions;
    expect([plain?.code, detailed?.code]).toEqual(['S60.221A', 'S60.221A']);
    expect(detailed?.confidence).toBeLessThan(plain?.confidence ?? 0);
  });

  it('keeps the bullets under a headline with their problem', () => {
    const note =
      'A/P\nCongestive heart failure.\n• She reports fatigue and dizziness.\n• Increase furosemide to 80 mg.\nGout.\n• Continue allopurinol 100 mg.';
    expect(diagnosesOf(note)).toEqual(['I50.9', 'M10.9']);
  });

  it('trusts a complaint that nobody assessed too little to be accepted by itself', () => {
    expect(read('CC: Fatigue').suggestions[0]).toMatchObject({ code: 'R53.83' });
    expect(read('CC: Fatigue').suggestions[0]?.confidence).toBeLessThan(
      practice().codingPolicy.autoAcceptConfidence,
    );
  });
});

describe('services', () => {
  const assessed = 'Assessment: Primary osteoarthritis of the right knee\n';

  it.each([
    ['40 mg', 'J3301x4'],
    ['80 mg', 'J3301x8'],
    ['40 mg/mL, 2 mL', 'J3301x8'],
    ['15 mg', 'J3301x2'],
  ])('bills units for %s of triamcinolone', (dose, code) => {
    const note = `CC: Scheduled knee injection\nProcedure: Right knee injection performed with Kenalog ${dose}.\n${assessed}`;
    expect(servicesOf(note)).toEqual(['20610-RT', code]);
  });

  it('asks for a dose that is not documented', () => {
    const { questions } = read(`Procedure: Right knee injection with Kenalog.\n${assessed}`);
    expect(questions).toContainEqual({ text: expect.stringContaining('Which dose') });
  });

  it.each([
    ['ordered', 'Plan: Lumbar x-ray ordered today'],
    ['planned', 'Plan: Will obtain lumbar x-ray in clinic'],
    ['done elsewhere', 'Results: Lumbar x-ray performed at urgent care'],
    ['not done', 'Results: Lumbar x-ray not performed'],
    ['declined', 'Plan: Lumbar x-ray in office declined'],
  ])('does not bill what was %s', (_, words) => {
    expect(servicesOf(`Assessment: Low back pain\n${words}\nPlan: ice`)).not.toContain('72100');
  });

  it('bills what was done in the office', () => {
    const note = 'Assessment: Low back pain\nPlan: ice\nImaging: Lumbar x-ray performed in office: normal.';
    expect(servicesOf(note)).toContain('72100');
  });

  it('puts 25 on the visit when another problem was managed beside a procedure', () => {
    const note = `Procedure: Left knee injection performed, Depo-Medrol 40 mg.\nA/P:\n1. Left knee OA\n2. HTN stable, continue lisinopril 10 mg`;
    expect(servicesOf(note)).toEqual(['99214-25', '20610-LT', 'J1010x40']);
  });

  it('doubts a visit beside a procedure for the same problem', () => {
    const { questions } = read(
      `Procedure: Right knee injection performed, Kenalog 40 mg.\n${assessed}Plan: ice`,
    );
    expect(questions).toContainEqual({ text: expect.stringContaining('modifier 25') });
  });

  it('puts no 25 on the visit for laboratory tests', () => {
    const note =
      'Assessment: Strep pharyngitis\nPlan: Amoxicillin 500 mg twice daily\nLabs: Rapid strep done in clinic: positive';
    expect(servicesOf(note)).toEqual(['99213', '87880-QW']);
  });

  it('leaves preventive visits and other places of service to a coder', () => {
    expect(read('CC: Annual physical\nAssessment: HTN stable').questions).toHaveLength(1);
    expect(suggestCodes('Assessment: HTN', { ...visit, placeOfService: '23' }).questions).toHaveLength(1);
  });
});

describe('suggestCodes', () => {
  const words = samples.flatMap(({ note }) => note?.split(/(?<=\s)/) ?? []);

  it('quotes the note exactly, whatever the note', () => {
    const notes = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom(...words), { maxLength: 120 }).map((some) => some.join('')),
    );
    fc.assert(
      fc.property(notes, (note) => {
        for (const { evidence, confidence } of read(note).suggestions) {
          for (const { start, end, quote } of evidence) expect(note.slice(start, end)).toBe(quote);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('gives the same codes for the same note', () => {
    for (const { note = '' } of samples) expect(read(note)).toEqual(read(note));
  });

  it('suggests no code twice', () => {
    for (const { note = '' } of samples) {
      const codes = read(note).suggestions.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});
