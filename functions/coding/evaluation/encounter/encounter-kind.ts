import type { EvidenceSpan } from '../../../domain/coding.ts';

/** What an encounter was, where it is none for which an office visit is reported. */
export type NoVisitKind =
  | 'no-show'
  | 'message'
  | 'paperwork'
  | 'employer-examination'
  | 'care-management'
  | 'dialysis'
  | 'infusion'
  | 'anticoagulation'
  | 'diagnostic-test'
  | 'laboratory'
  | 'therapy'
  | 'psychotherapy'
  | 'nutrition'
  | 'pharmacist'
  | 'nurse'
  | 'immunization'
  | 'injection'
  | 'post-operative'
  | 'pre-operative'
  | 'obstetric'
  | 'procedure';

/** The kind with the words of the note that tell it. */
export type NoVisit = { readonly kind: NoVisitKind; readonly evidence: readonly EvidenceSpan[] };

/** What a note tells about its kind; a firm sign holds whatever else it has. */
export type KindSign = NoVisit & { readonly isFirm: boolean };

/** Why no office visit is reported for it, and what a coder should make sure of. */
type Reason = { readonly rule: string; readonly question: string };

export const reasons: Readonly<Record<NoVisitKind, Reason>> = {
  'no-show': {
    rule: 'no visit took place',
    question: 'The note tells of a visit that did not take place: is there anything to report?',
  },
  message: {
    rule: 'a message, call or refill without a visit',
    question: 'This reads as a message, call or refill without a visit: did a practitioner see the patient?',
  },
  paperwork: {
    rule: 'paperwork without a visit',
    question: 'This reads as paperwork without a visit: did a practitioner see the patient?',
  },
  'employer-examination': {
    rule: 'an examination for an employer or an authority, whom a health plan does not pay for',
    question: 'This examination is for an employer or an authority: who pays for it, and by which code?',
  },
  'care-management': {
    rule: 'care management is reported by the minutes of a month, not as a visit',
    question: 'How many minutes of care management does the month have, and did the patient consent?',
  },
  dialysis: {
    rule: 'dialysis is reported by month or by treatment, not as a visit',
    question: 'Which dialysis service of the month is this visit a part of?',
  },
  infusion: {
    rule: 'an infusion includes the look at the patient before and after it',
    question: 'Was a problem managed that is separate from the infusion (modifier 25)?',
  },
  anticoagulation: {
    rule: 'a visit for an INR only',
    question: 'Was anything managed besides the dose of the anticoagulant?',
  },
  'diagnostic-test': {
    rule: 'a test only, which includes its report',
    question: 'Was the patient also seen for a visit besides the test?',
  },
  laboratory: {
    rule: 'laboratory work only',
    question: 'Was the patient also seen for a visit besides the laboratory work?',
  },
  therapy: {
    rule: 'physical, occupational or speech therapy, and chiropractic care, have codes of their own',
    question: 'Which therapy services were given, and for how many minutes each?',
  },
  psychotherapy: {
    rule: 'psychotherapy alone is reported by its minutes, without an office visit',
    question: 'Were medical problems or medicines managed besides the psychotherapy?',
  },
  nutrition: {
    rule: 'nutrition therapy and education are no office visit',
    question: 'How many minutes did the nutrition therapy or the education take?',
  },
  pharmacist: {
    rule: 'a pharmacist reports no office visit by level',
    question: 'Does the payer know a service of the pharmacist for this?',
  },
  nurse: {
    rule: 'a visit with nursing staff has no level above the lowest',
    question:
      'Was a practitioner in the office, and is the order documented that the nurse followed (needed for 99211)?',
  },
  immunization: {
    rule: 'vaccines only',
    question: 'Was the patient seen for anything besides the vaccine?',
  },
  injection: {
    rule: 'an injection only, whose code includes the nursing work',
    question: 'Was a problem managed that is separate from the injection (modifier 25)?',
  },
  'post-operative': {
    rule: 'within the global period of an operation',
    question: 'When and by whom was the operation done, and is the problem unrelated to it (modifier 24)?',
  },
  'pre-operative': {
    rule: 'the visit before an operation that was decided on already is paid with it',
    question:
      'Was the operation decided on today (modifier 57), or is a clearance for another surgeon asked for?',
  },
  obstetric: {
    rule: 'care of the pregnancy is part of the global obstetric package',
    question: 'Does the practice report the pregnancy as a package, or this visit by itself?',
  },
  procedure: {
    rule: 'a procedure includes the decision for it and the usual look at the patient',
    question: 'Was a problem managed that is significant and separate from the procedure (modifier 25)?',
  },
};
