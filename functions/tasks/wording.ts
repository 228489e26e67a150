import type { Adjustment } from '../domain/claim.ts';
import type { Desk } from '../domain/practice.ts';
import type { TaskAction, TaskKind } from '../domain/task.ts';

/** How a task's kind is called in a subject line and above its page. */
export const kindNames: Record<TaskKind, string> = {
  coding: 'Codes to confirm',
  'encounter-edits': 'Codes to correct',
  'registration-edits': 'Registration to correct',
  'unreadable-document': 'Document cannot be read',
  'invalid-registration': 'Registration to correct',
  'unplaced-file': 'File that belongs to no visit',
  'visit-changed': 'Visit that was billed has changed',
  coverage: 'Coverage to clear up',
  rejection: 'Rejected claim',
  denial: 'Denied claim',
  correction: 'Payer before it decided anew',
  'no-answer': 'Payer does not answer',
  'information-requested': 'Payer asks for something',
  'missing-remittance': 'Decided, and no remittance',
  'missing-acknowledgement': 'File without an acknowledgement',
  'partner-file': 'File of a payer to work',
  'refused-batch': 'Claims refused together',
  'open-account': 'Account with a payer to clear up',
  deposit: 'Deposits to work',
  'patient-record': 'Patient’s record to clear up',
  'practice-records': 'Practice’s records to complete',
  underpayment: 'Payment below the contract',
  'record-mending': 'Patient’s record to mend',
  'known-coverage': 'Coverage that became known',
  'work-stopped': 'Work that has stopped',
};

export const deskNames: Record<Desk, string> = {
  coder: 'Coding',
  biller: 'Billing',
  'front-desk': 'Front desk',
  authorizations: 'Authorizations',
  appeals: 'Appeals',
  credentialing: 'Credentialing',
  records: 'Medical records',
};

type ActionWords = {
  readonly title: string;
  readonly button: string;
  readonly effect: string;
  readonly next: string;
};

/** What an action is called, what it does, and what happens once it is taken. */
export const actionWords: Record<TaskAction, ActionWords> = {
  'confirm-codes': {
    title: 'Confirm the codes',
    button: 'Confirm these codes',
    effect: 'The codes below are checked against the coding edits and billed.',
    next: 'The codes are checked against the coding edits. When they pass, the claim goes to the payer; when they do not, a new task names what to correct.',
  },
  'check-again': {
    title: 'Check again',
    button: 'Check the visit again',
    effect: 'The visit is checked as it stands now. Its codes stay.',
    next: 'The visit is checked again. When it passes, the claim goes to the payer; when it does not, a new task says what is left.',
  },
  'bill-as-is': {
    title: 'Bill it as it is',
    button: 'Bill it with this reason',
    effect:
      'The warnings above are answered with your reason, which is kept with the visit. Nothing is changed in it.',
    next: 'The visit is checked again, without the warnings that you answered. When it passes, the claim goes to the payer.',
  },
  'not-billable': {
    title: 'Nothing to bill',
    button: 'Do not bill the visit',
    effect: 'No claim is made of the visit. Your reason is kept with it.',
    next: 'The visit is closed without a claim, with your reason.',
  },
  'start-over': {
    title: 'Read the visit again',
    button: 'Read it again',
    effect: 'The documents of the visit are read again, and codes suggested anew.',
    next: 'The documents of the visit are read again. A new task shows what they say.',
  },
  resubmit: {
    title: 'Correct and resubmit',
    button: 'Resubmit the claim',
    effect: 'The claim goes out again. Only what you change here is changed in it.',
    next: 'The claim goes out again with your corrections, as a replacement where the payer already holds it. You hear of it again only if the payer objects.',
  },
  appeal: {
    title: 'Appeal the decision',
    button: 'The appeal is sent',
    effect:
      'The packet above is what is sent. As long as you have not said that it is, nothing runs but your time for it.',
    next: 'The claim waits for the payer’s answer from the day on which the appeal was sent. If none comes in time, a new task says so. A letter of the payer is recorded below.',
  },
  'bill-next-payer': {
    title: 'Bill the next payer',
    button: 'Bill the next payer',
    effect: 'A claim with this payer’s decision goes to the patient’s next payer.',
    next: 'A claim goes to the patient’s next payer, with what this payer decided.',
  },
  'bill-patient': {
    title: 'Bill the patient',
    button: 'Bill the patient',
    effect:
      'Billed is what the payer assigns to the patient (group PR), or the whole charge where no payer covers the visit.',
    next: 'The patient’s share is billed. Amounts that are not the patient’s come back as a new task.',
  },
  'write-off': {
    title: 'Write the open amount off',
    button: 'Write it off',
    effect: 'The practice gives up the open amount. Your reason is kept in the claim’s history.',
    next: 'The open amount is written off with your reason, and the claim is closed.',
  },
  'decide-parts': {
    title: 'Decide by line and amount',
    button: 'Decide these amounts',
    effect:
      'Each amount that you write is written off or billed to the patient. Whatever is left stays open and comes back as a task.',
    next: 'The amounts are booked. What is still open of the claim comes back as a new task; when nothing is, the claim is settled.',
  },
  'keep-waiting': {
    title: 'Keep waiting',
    button: 'Keep waiting',
    effect:
      'The payer gets more time before you are asked again. Documents that it asked for are sent by you, and said here.',
    next: 'The claim goes on waiting for the payer. You are asked again if it stays silent.',
  },
  withdraw: {
    title: 'Withdrawn: there is news',
    button: 'Withdraw it',
    effect: 'News has settled or changed what was asked.',
    next: 'The claim goes on from where it stands now. What is left to decide, if anything, comes as a new task.',
  },
  'let-stand': {
    title: 'Let the decision stand',
    button: 'Let it stand',
    effect: 'Nothing is sent. What the payer decided counts with what the payers before it say now.',
    next: 'The payer’s decision stands. What is open after it comes back as a task.',
  },
  'bill-other-payer': {
    title: 'Bill another payer',
    button: 'Bill these payers',
    effect:
      'Another payer owes the claim, or comes before or after this one. It is asked for its coverage and gets a claim of its own; what this payer paid is given back.',
    next: 'The payer that comes first gets a claim of its own, after it was asked for the coverage. Where the former payer holds or paid the claim, it is voided as its contract says, or a task asks how its money goes back. The patient is not billed meanwhile.',
  },
  void: {
    title: 'Void the claim',
    button: 'Send the void',
    effect: 'The payer is told to cancel its claim (frequency 8). It takes back what it paid.',
    next: 'A void goes to the payer. When it has taken its money back, the claim ends by itself; you hear of it again only if it does not.',
  },
  'send-again': {
    title: 'Send all of them again',
    button: 'Send them again',
    effect:
      'Each claim goes out again, as its records and the practice’s now are. Mend first what the reasons name.',
    next: 'The claims go out again within some minutes. You hear of them again only if the payer objects.',
  },
  'work-each': {
    title: 'Work each by itself',
    button: 'Make a task of each claim',
    effect: 'Nothing is sent. Each claim comes back as a task of its own, to be corrected or written off.',
    next: 'Each claim comes back as a task of its own within some minutes.',
  },
  'mend-record': {
    title: 'Mend the record',
    button: 'Mend the record',
    effect:
      'The patient’s record says from now on what the claim says, in your name. Its history keeps both.',
    next: 'The record is mended. The next visit of the patient is compared with it.',
  },
  'keep-record': {
    title: 'Keep the record as it is',
    button: 'Keep the record',
    effect: 'Nothing is changed. Your reason is kept, and the same is not proposed again.',
    next: 'The record stays as it is, and your reason with this task.',
  },
  'start-again': {
    title: 'Start it again',
    button: 'Start it again',
    effect: 'The work goes on from where it stands, with the records as they are now.',
    next: 'The work goes on within moments. You hear of it again only if it fails three times more.',
  },
  dismiss: {
    title: 'Nothing to do here',
    button: 'Close the task',
    effect: 'The task is closed and changes nothing else.',
    next: 'The task is closed. Nothing else was changed.',
  },
};

/** CAS01: who bears an adjustment. */
export const groupNames: Record<Adjustment['group'], string> = {
  CO: 'contractual obligation',
  OA: 'other adjustment',
  PI: 'payer initiated',
  PR: 'patient responsibility',
  CR: 'correction or reversal',
};
