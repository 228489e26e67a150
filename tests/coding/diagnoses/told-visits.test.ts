import { expect, it } from 'vitest';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

const official = needingOfficialCodeSets();

const diagnosesOf = (note: string): readonly string[] =>
  suggestCodes(note, { dateOfService: '2026-03-02', patientType: 'established', ageInYears: 50 })
    .suggestions.filter(({ system, weak }) => system === 'ICD-10-CM' && !weak)
    .map(({ code }) => code);

official.describe('a visit told without headings', () => {
  it.each([
    ['OSA on CPAP, benefits. Obesity cl 2 BMI 37.2. Start semaglutide 0.25 weekly. 3 mo.', 'E66.812'],
    [
      'He came for his nose. On exam the turbinates are pale and he looks well. This is seasonal allergic rhinitis from tree pollen. I sent fluticasone.',
      'J30.1',
    ],
  ])('%s has %s', (note, code) => expect(diagnosesOf(note)).toContain(code));

  it('puts what is assessed before what the patient is told to have besides', () => {
    const note =
      'Seen today about his heel, which hurts with the first steps in the morning. He has known gout and limps. On exam the medial calcaneus is tender and he looks well. This is plantar fasciitis. I showed him stretches and he will return in six weeks.';
    expect(diagnosesOf(note)).toEqual(['M72.2', 'M10.9']);
  });

  it('takes the head of a line for its problem, whatever follows the dash', () => {
    const note =
      '46F f/u\nhypothyroid - TSH was 7.8, missing doses. Levothyroxine 88 to 100.\nGERD ok on omeprazole 20, cont';
    expect(diagnosesOf(note).slice(0, 2)).toEqual(['E03.9', 'K21.9']);
  });

  it('says nothing of an injury that something else came after', () => {
    const note =
      'CRPS I R hand after distal radius fx 2024. Gabapentin 900 tid, continue. Recheck 4 wks, call if worse.';
    expect(diagnosesOf(note).filter((code) => code.startsWith('S'))).toEqual([]);
  });
});

official.describe('a visit after an operation', () => {
  const note =
    'POSTOPERATIVE VISIT. Ten days out from laparoscopic cholecystectomy for acute cholecystitis. Wounds clean, no fever. Follow up as needed.';

  it('is aftercare by its body system, without what the operation took away', () =>
    expect(diagnosesOf(note)).toEqual(['Z48.815']));
});

official.describe('a preventive visit', () => {
  it('names its examination where no line does', () =>
    expect(
      diagnosesOf('PREVENTIVE EXAM\nNo complaints. Exam complete, normal. Plan: lipids. Next 1 yr.'),
    ).toContain('Z00.00'));
});

official.describe('names over a comma and pairs ruled out', () => {
  it.each([
    ['A:\n1. Anemia of CKD, Hb 10.4, ferritin ordered', 'D57.1'],
    ['A:\n1. Essential thrombocythemia. Polycythemia vera and CML excluded.', 'D45'],
    ['A:\n1. Dyslexia. Criteria for ADHD not met. Anxiety not indicated.', 'F41.9'],
  ])('%s does not have %s', (note, code) => expect(diagnosesOf(note)).not.toContain(code));
});

official.describe('a plan by problem with orders below each', () => {
  const note =
    'HPI: Here for follow up.\nAssessment & Plan\nEssential hypertension\nWell controlled. Continue lisinopril 20 mg.\nOrders: Basic metabolic panel\nMixed hyperlipidemia\nLDL 92. Continue atorvastatin 40 mg.\nOrders: Lipid panel\nVitamin D deficiency\nOrders: Vitamin D level\nReturn in about 6 months.';

  it('goes on with the next problem behind the orders', () =>
    expect(diagnosesOf(note)).toEqual(['I10', 'E78.2', 'E55.9']));

  it('takes no order for a problem', () =>
    expect(
      diagnosesOf(
        'HPI: Here for follow up.\nAssessment & Plan\nEssential hypertension\nOrders:\nBasic metabolic panel\nPrediabetes panel\nReturn in 6 months',
      ),
    ).toEqual(['I10']));
});

official.describe('words that only look like a condition or a doubt', () => {
  it('are no acne in what is like it, and no counselling in what the clinician says it is', () => {
    expect(diagnosesOf('A:\n1. Pseudofolliculitis barbae\n2. Acne-like bumps of the neck')).toEqual([
      'L73.1',
    ]);
    const told =
      'She feels flutters in the evening. Pulse 64 and regular, no murmur. I told her that these are premature atrial beats. We will look again in a year.';
    expect(diagnosesOf(told)).toEqual(['I49.1']);
  });

  it('are both bones of one forearm', () =>
    expect(diagnosesOf('CC: cast check\nA:\n1. L both-bone forearm fx')).toEqual(['S52.92XD']));
});

official.describe('a visit for a device', () => {
  it.each([
    [
      'IUD check. Strings 2 cm, cervix clear. Spotting is expected. She will return for her annual.',
      'Z30.431',
    ],
    ['PPM check, dual chamber, battery 6 y, thresholds fine. Next remote 3 mo.', 'Z45.018'],
  ])('%s has %s first', (note, code) => expect(diagnosesOf(note)[0]).toBe(code));
});
