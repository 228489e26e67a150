import { expect, it } from 'vitest';
import { leastConfidence } from '../../../functions/coding/confidence/weigh-suggestions.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';

const codesIn = (note: string): readonly string[] =>
  suggestCodes(note, { dateOfService: '2026-03-02', patientType: 'established' })
    .suggestions.filter(({ system, confidence }) => system === 'ICD-10-CM' && confidence >= leastConfidence)
    .map(({ code }) => code);

needingOfficialCodeSets().describe('a condition outside of the assessment', () => {
  it.each([
    [
      'makes closer what the assessment only names',
      'HPI: pain on defecation.\nExam: internal hemorrhoids, grade II.\nAssessment: hemorrhoids\nPlan: fiber',
      ['K64.1'],
    ],
    [
      'does not decide between two that differ',
      'HPI: grade I hemorrhoids last year, grade II since.\nAssessment: hemorrhoids\nPlan: fiber',
      ['K64.9'],
    ],
    [
      'counts where it is what a drug that is taken is for',
      'Video visit. Ruben takes guanfacine 2 mg for attention deficit hyperactivity disorder, combined presentation. He sleeps well and eats. He was calm and neat. I have raised guanfacine to 3 mg. We will speak again in a month.',
      ['F90.2'],
    ],
    [
      'is named alone behind the examination',
      'Walk-in. Cramps and spotting since yesterday, no clots. 118/72 80. Abd soft NT. Os closed. TVUS me: FHR 121, no adnexal mass. Threatened abortion 7w1d. Not ectopic. Pelvic rest. US 1 wk.',
      ['O20.0'],
    ],
  ])('%s', (_, note, codes) => {
    expect(codesIn(note)).toEqual(expect.arrayContaining(codes));
  });

  it('is told by the way where a pain or a status stands within a tale', () => {
    const note =
      'CBT-I session 3. Insomnia disorder. Diary 78%. Menopausal sweats bother her once. The knee is painful some days. Next week: extend 15 min.';
    const codes = codesIn(note);
    expect(codes).not.toContain('Z78.0');
    expect(codes).not.toContain('M25.569');
  });
});
