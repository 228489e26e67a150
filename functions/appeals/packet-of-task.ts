import { disputedAmount } from '../domain/appeals/appeal-answer.ts';
import { appealLevel, levelName } from '../domain/appeals/levels.ts';
import type { PacketAttachment } from '../domain/appeals/packet.ts';
import { attachmentControlNumber, type PacketPurpose } from '../domain/appeals/preparation.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { day, dollars } from '../domain/claim/written.ts';
import { patientControlNumber } from '../domain/ids.ts';
import { billingEntityOf } from '../domain/practice/billing-entity.ts';
import type { Task } from '../domain/task.ts';
import type { AppealFacts } from './letter/appeal-facts.ts';
import { addressLines } from './letter/draft-letter.ts';
import type { Letterhead, PacketContents, Section } from './packet/packet-contents.ts';
import { decisionSection, letterSection, noteSection, transmissionSection } from './sections.ts';

/** What of a packet is not in the records: the letter as it was written, the form of the claim, and what was uploaded. */
export type PacketParts = {
  readonly purpose: PacketPurpose;
  readonly letter: string;
  readonly on: CalendarDate;
  readonly form: Uint8Array;
  readonly attachments: readonly (PacketAttachment & { readonly bytes: Uint8Array })[];
};

const phoneOf = (phone: string): string => phone.replace(/^(\d{3})(\d{3})/, '$1-$2-');

/** Who bills stands at the head: its name, address and numbers are those of the claim. */
const letterheadOf = ({ claim, practice }: AppealFacts): Letterhead => {
  const { name, person, address, phone, npi, taxId } = billingEntityOf(practice, claim);
  return {
    name: name ?? (person ? `${person.firstName} ${person.lastName}` : practice.name),
    lines: [
      addressLines(address).join(', '),
      `Phone ${phoneOf(phone)} · NPI ${npi} · Tax id ${taxId.slice(0, 2)}-${taxId.slice(2)}`,
    ],
  };
};

const titles: Readonly<Record<PacketPurpose, string>> = {
  appeal: 'Appeal',
  records: 'Documents that you asked for',
  reopening: 'Request to reopen',
  exception: 'Request for an exception to the time for filing',
};

/** What a packet is made of: cover, letter, the decision, the claim and its way, the note, and what was uploaded. */
export const packetOfTask = (facts: AppealFacts, task: Task, parts: PacketParts): PacketContents => {
  const { claim, payer } = facts;
  const { purpose } = parts;
  const claimNumber = patientControlNumber(claim.claimId, claim.submissions.at(-1)?.number ?? 1);
  const { lastName, firstName } = claim.patient;
  return {
    title: titles[purpose],
    claimNumber,
    letterhead: letterheadOf(facts),
    date: parts.on,
    cover: [
      ['To', payer.name],
      ...(purpose === 'appeal' ? ([['Level', levelName(appealLevel(claim), payer)]] as const) : []),
      ['Attachment control no.', attachmentControlNumber(claim, task)],
      ['Patient', `${firstName} ${lastName}`],
      ['Member number', claim.coverage.memberId],
      ['Date of service', day(claim.dateOfService)],
      ['Our claim number', claimNumber],
      ['Your claim number', claim.payerControlNumber ?? 'not assigned'],
      ...(purpose === 'appeal' ? ([['Amount in dispute', dollars(disputedAmount(claim))]] as const) : []),
    ],
    sections: [
      letterSection('Letter', parts.letter),
      ...(purpose === 'records' ? [] : decisionSection(facts)),
      {
        title: `The claim as it was sent, ${claimNumber} (CMS-1500)`,
        enclosure: { kind: 'pdf', bytes: parts.form },
      },
      ...(purpose === 'appeal' || purpose === 'exception' ? transmissionSection(facts) : []),
      ...noteSection(facts),
      ...parts.attachments.map(
        ({ name, kind, bytes }): Section => ({ title: name, enclosure: { kind, bytes } }),
      ),
    ],
  };
};
