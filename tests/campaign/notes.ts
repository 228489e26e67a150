/** A note as short as the coding reads it for certain, and what its visit is billed as. */
export type Note = {
  readonly lines: number;
  readonly secondProcedure?: string;
  /** Medicaid wants the NDC of a drug, which these visits do not register. */
  readonly wantsDrugCode?: true;
  readonly text: string;
};

export const notes: readonly [Note, ...Note[]] = [
  {
    lines: 1,
    text: `Chief Complaint: Blood pressure follow-up

HPI: Patient returns for a six-month visit for high blood pressure.

Assessment:
1. Essential hypertension, well controlled on current treatment and at goal.

Plan:
Continue lisinopril 20 mg daily, refill sent. Return in six months.
`,
  },
  {
    lines: 2,
    secondProcedure: '93000',
    text: `HPI: Three weeks of spells in which the heart pounds and skips, several times a week. No chest pain.

ECG:
12-lead ECG performed in office today and read by me: sinus rhythm, no delta wave, no ischemic change.

Assessment:
1. Palpitations, new, cause not established.

Plan:
- TSH, CBC and basic metabolic panel ordered.
- Fourteen-day event monitor ordered to capture a spell.
- Return in four weeks with the recording.
`,
  },
  {
    lines: 2,
    secondProcedure: 'J3301',
    wantsDrugCode: true,
    text: `HPI: Right knee pain for months despite exercises.

Procedure Note:
Written consent was signed. Right knee injection was performed with a 22-gauge needle. Triamcinolone acetonide
(Kenalog) 40 mg was injected without resistance. No waste.

Assessment: Primary osteoarthritis of the right knee, symptomatic despite conservative treatment.

Plan: Ice tonight, easy walking for two days.
`,
  },
];
