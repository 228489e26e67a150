import { recordsDelivery } from '../../domain/appeals/levels.ts';
import { attachmentControlNumber, type PacketPurpose } from '../../domain/appeals/preparation.ts';
import { unknown } from '../../domain/appeals/unknown-marks.ts';
import { day } from '../../domain/claim/written.ts';
import { patientControlNumber } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import type { AppealFacts } from './appeal-facts.ts';
import { addressLines } from './draft-letter.ts';
import { groundsFor } from './paragraphs.ts';

type Purpose = Exclude<PacketPurpose, 'appeal'>;

const subjects: Readonly<Record<Purpose, string>> = {
  records: 'Documents that you asked for',
  reopening: 'Request to reopen for a clerical error',
  exception: 'Request for an exception to the time limit for filing (42 CFR 424.44(b))',
};

const requests: Readonly<Record<Purpose, (facts: AppealFacts) => readonly string[]>> = {
  records: () => ['It is enclosed, as the table of contents lists it. Please decide the claim with it.'],
  reopening: () => [
    `The claim has a clerical error: ${unknown('what is wrong, and what it is to be')}. Please correct it and decide the claim anew.`,
  ],
  exception: (facts) => [
    ...groundsFor(['filing-limit'], facts),
    'Please extend the time for filing, and decide the claim.',
  ],
};

/** The sheet before documents that a payer asked for, or a request to it: what it belongs to, its number, and what was said. */
export const draftCoverSheet = (facts: AppealFacts, task: Task, purpose: Purpose): string => {
  const { claim, payer, practice } = facts;
  const { ways, to, address, fax, portal } = recordsDelivery(payer, practice);
  const { patient, coverage } = claim;
  const number = patientControlNumber(claim.claimId, claim.submissions.at(-1)?.number ?? 1);
  return [
    [
      payer.name,
      ...(to ? [to] : []),
      ...(address ? addressLines(address) : ways[0] === 'mail' ? [unknown('the address for documents')] : []),
      ...(fax ? [`By fax: ${fax}`] : []),
      ...(portal ? [`By portal: ${portal}`] : []),
    ].join('\n'),
    [
      `Re: ${subjects[purpose]}`,
      `Attachment control number: ${attachmentControlNumber(claim, task)}`,
      `Patient: ${patient.firstName} ${patient.lastName}, born ${day(patient.dateOfBirth)}`,
      `Member number: ${coverage.memberId}`,
      `Our claim number: ${number}`,
      `Your claim number: ${claim.payerControlNumber ?? 'not assigned yet'}`,
      `Date of service: ${day(claim.dateOfService)}`,
    ].join('\n'),
    [
      purpose === 'records' ? 'You asked for:' : 'You decided:',
      ...task.reasons.map(({ code, text }) => `- ${code}: ${text.replace(/ \(-?\$[\d,.]+\)$/, '')}`),
    ].join('\n'),
    ...requests[purpose](facts),
    `${practice.name}\nPhone ${practice.phone.replace(/^(\d{3})(\d{3})/, '$1-$2-')}`,
  ].join('\n\n');
};
