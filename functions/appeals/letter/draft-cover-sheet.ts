import { recordsDelivery } from '../../domain/appeals/levels.ts';
import { attachmentControlNumber } from '../../domain/appeals/preparation.ts';
import { unknown } from '../../domain/appeals/unknown-marks.ts';
import { day } from '../../domain/claim/written.ts';
import { patientControlNumber } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import type { AppealFacts } from './appeal-facts.ts';
import { addressLines } from './draft-letter.ts';

/** The sheet before documents that a payer asked for: what they belong to, their number, and what was asked. */
export const draftCoverSheet = (facts: AppealFacts, task: Task): string => {
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
      'Re: Documents that you asked for',
      `Attachment control number: ${attachmentControlNumber(claim, task)}`,
      `Patient: ${patient.firstName} ${patient.lastName}, born ${day(patient.dateOfBirth)}`,
      `Member number: ${coverage.memberId}`,
      `Our claim number: ${number}`,
      `Your claim number: ${claim.payerControlNumber ?? 'not assigned yet'}`,
      `Date of service: ${day(claim.dateOfService)}`,
    ].join('\n'),
    [
      'You asked for:',
      ...task.reasons.map(({ code, text }) => `- ${code}: ${text.replace(/ \(-?\$[\d,.]+\)$/, '')}`),
    ].join('\n'),
    'It is enclosed, as the table of contents lists it. Please decide the claim with it.',
    `${practice.name}\nPhone ${practice.phone.replace(/^(\d{3})(\d{3})/, '$1-$2-')}`,
  ].join('\n\n');
};
