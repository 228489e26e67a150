import { proseOf } from '../../../functions/coding/extract-text.ts';

/** A note in a layout of its own, with the diagnoses of today and of nothing else. All invented. */
export type NoteInLayout = {
  readonly layout: string;
  readonly note: string;
  readonly codes: readonly string[];
  /** Whether an office visit is found. */
  readonly visit?: false;
};

const systems = [
  'Constitutional', 'HENT', 'Eyes', 'Respiratory', 'Cardiovascular', 'Gastrointestinal', 'Genitourinary', 'Musculoskeletal',
  'Skin', 'Neurological', 'Endocrine', 'Hematologic', 'Psychiatric',
]; // biome-ignore format: a table
const complaints = [
  'fever',
  'gout',
  'migraine',
  'cough',
  'chest pain',
  'hypothyroidism',
  'insomnia',
  'asthma',
  'GERD',
  'back pain',
];

/** So many lines of a review in which everything is denied. */
export const denials = (lines: number): string =>
  Array.from({ length: lines }, (_, at) => {
    const complaint = complaints[at % complaints.length];
    const system = systems[at % systems.length];
    return [`${system}: Negative for ${complaint}.`, `[ ] ${complaint}`, `${complaint}: no`][at % 3];
  }).join('\n');

export const notesByLayout: readonly NoteInLayout[] = [
  {
    layout: 'prose',
    note: `Ms. Orla Vance came in for her blood pressure. She has felt well and takes her tablets. Her mother had gout. On examination the pressure was 152/94 and the heart was regular. Her hypertension is not controlled. I increased lisinopril to 40 mg daily. She will return in four weeks.`,
    codes: ['I10'],
  },
  {
    layout: 'letter',
    note: `March 2, 2026\n\nDear Dr. Okafor,\n\nThank you for referring Mr. Teller, who has had trouble sleeping for a year. He had asthma as a child.\n\nOn examination he looks well. Blood pressure was 120/70.\n\nMy impression is chronic insomnia. I started doxepin 3 mg at night and will see him again in six weeks.\n\nWith kind regards,\nLena Fuchs, MD`,
    codes: ['G47.00'],
  },
  {
    layout: 'consultation',
    note: `CONSULTATION\n\nREASON FOR CONSULTATION: Abnormal thyroid tests.\nREQUESTING PHYSICIAN: Dr. Ames\n\nHISTORY: 44-year-old new patient with fatigue. Father has gout.\n\nPAST HISTORY: migraine.\n\nEXAMINATION: Thyroid small.\n\nOPINION: Hypothyroidism.\n\nRECOMMENDATIONS: Start levothyroxine 50 mcg daily. TSH in six weeks.`,
    codes: ['E03.9'],
  },
  {
    layout: 'all caps',
    note: `HPI: EST PATIENT HERE FOR FOLLOW UP\nPMH: GOUT, ASTHMA\nEXAM: BP 150/92\nASSESSMENT HYPERTENSION, NOT AT GOAL\nPLAN INCREASE LISINOPRIL TO 40 MG DAILY, RTC 3 MONTHS`,
    codes: ['I10'],
  },
  {
    layout: 'template with a review of systems and no heading for it',
    note: `Chief Complaint: reflux\nHPI: Established patient, heartburn most nights.\n\nConstitutional: Denies fever.\nRespiratory: Denies asthma or cough.\nPsychiatric: Positive for insomnia. Denies depression.\nMusculoskeletal: Denies gout.\n\nAssessment/Plan:\nGERD - start omeprazole 20 mg daily\n\nPatient Instructions:\nCall for chest pain or asthma. Gout diet sheet given.\n\nElectronically signed by R. Lund, MD\nICD-10: M10.9 gout`,
    codes: ['K21.9'],
  },
  {
    layout: 'boxes to tick',
    note: `Reason for visit: follow-up, established patient\nSymptoms: [ ] fever [x] cough [ ] chest pain\nDiagnoses today:\n[x] Essential hypertension [ ] Gout [ ] Asthma\n[ ] Migraine [x] Hypothyroidism\nPlan:\n[x] Continue levothyroxine 75 mcg daily [ ] Start allopurinol\n[x] Increase lisinopril to 40 mg daily`,
    codes: ['I10', 'E03.9'],
  },
  {
    layout: 'HTML',
    note: proseOf(
      `<html><head><style>.gout{color:red}</style><script>var dx = "asthma";</script></head><body><h3>Subjective</h3><p>Established patient, no complaints.</p><h3>Assessment &amp; Plan</h3><ol><li>Essential&nbsp;hypertension &ndash; increase lisinopril to 40 mg daily</li><li title="gout">Hypothyroidism &ndash; continue levothyroxine</li></ol><!-- migraine --></body></html>`,
    ),
    codes: ['I10', 'E03.9'],
  },
  {
    layout: 'rich text',
    note: proseOf(
      String.raw`{\rtf1\ansi{\fonttbl{\f0 Asthma Sans;}}{\info{\title gout}}\f0 HPI: Established patient.\par\b Assessment:\b0\par 1. Essential hypertension \endash  increase lisinopril to 40 mg daily\par 2. Hypothyroidism, stable\par}`,
    ),
    codes: ['I10', 'E03.9'],
  },
  {
    layout: 'clinical document',
    note: proseOf(
      `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><title>Visit</title><component><structuredBody><component><section><title>Past Medical History</title><text><list><item>Gout</item></list></text></section></component><component><section><title>Assessment and Plan</title><text><table><tbody><tr><td>Essential hypertension</td><td>increase lisinopril to 40 mg daily</td></tr><tr><td>Hypothyroidism</td><td>continue levothyroxine</td></tr></tbody></table></text><entry><observation><value displayName="Asthma"/></observation></entry></section></component></structuredBody></component></ClinicalDocument>`,
    ),
    codes: ['I10', 'E03.9'],
  },
  {
    layout: 'an earlier visit pasted in',
    note: `Established patient.\n\nLast visit 1/3/26: A/P: Gout flare, colchicine. Asthma, stable.\n\n--- copied from 11/10/25 ---\nS: wheeze\nA: Asthma exacerbation\nP: prednisone\n--- end of copied text ---\n\nS: Feels well.\nO: BP 150/92\nA: Essential hypertension, above goal\nP: Increase lisinopril to 40 mg daily`,
    codes: ['I10'],
  },
  {
    layout: 'a journal of several days',
    note: `03/02/2026 office visit\nEstablished patient, sleeps poorly.\nA: Insomnia\nP: Start doxepin 3 mg nightly\n\n01/05/2026 office visit\nA: Gout\nP: colchicine`,
    codes: ['G47.00'],
  },
  {
    layout: 'problem oriented',
    note: `Est pt, f/u. BP 150/92.\n\n#HTN\n- above goal\n- increase lisinopril to 40 mg daily\n#Hypothyroidism\n- stable, cont levothyroxine\n\nRTC 3 mo`,
    codes: ['I10', 'E03.9'],
  },
  {
    layout: 'assessment and plan under each problem',
    note: `HPI: Established patient.\nA/P\n1. HTN\nAssessment: above goal\nPlan: increase lisinopril to 40 mg daily\n2. Hypothyroidism\nAssessment: stable\nPlan: continue levothyroxine, watch for gout`,
    codes: ['I10', 'E03.9'],
  },
  {
    layout: 'fragments',
    note: `est pt, here for bp\nno cp, no gout\nBP 152/94\nHTN above goal. lisinopril 20 -> 40. rtc 4 wk`,
    codes: ['I10'],
  },
  {
    layout: 'a list without a heading',
    note: `58F est, f/u.\n\nPMH: gout, asthma\nLabs 2/20 (reviewed): TSH 1.8\n\n- HTN, above goal: increase lisinopril to 40\n- hypothyroidism, stable, cont levothyroxine\n\nRTC 3 mo`,
    codes: ['I10', 'E03.9'],
  },
  {
    layout: 'problems not addressed and a differential',
    note: `HPI: Established patient with heartburn.\nAssessment:\n1. GERD\nDifferential diagnosis: asthma, hypothyroidism\nProblems not addressed today:\n- Gout\n- Migraine\nPlan: start omeprazole 20 mg daily`,
    codes: ['K21.9'],
  },
  {
    layout: 'a case told to readers',
    note: `We report the case of a 50-year-old man with hypothyroidism who was admitted for gout. He underwent arthrocentesis and was discharged after four days.`,
    codes: ['E03.9', 'M10.9'],
    visit: false,
  },
];
