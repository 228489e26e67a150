import type { Packet } from '../../domain/appeals/packet.ts';
import { attachmentControlNumber } from '../../domain/appeals/preparation.ts';
import type { Claim, ClaimContext } from '../../domain/claim.ts';
import { patientControlNumber } from '../../domain/ids.ts';
import type { SendToPartner } from '../../domain/partner-file.ts';
import type { Task } from '../../domain/task.ts';
import { undoneBy } from '../../domain/undo/undone.ts';

export type SendDocumentsEffects = {
  readonly sendToPartner: SendToPartner;
  /** The bytes of a packet as it was made. */
  readonly readPacket: (packet: Packet) => Promise<Uint8Array>;
};

/**
 * Leaves documents for the payer's partner where that is how a person sent them, once, and not once the decision was
 * taken back. The claim knows of the decision before.
 */
export const sendDocuments = async (
  after: Claim,
  task: Task,
  { payer, practice }: Pick<ClaimContext, 'payer' | 'practice'>,
  { sendToPartner, readPacket }: SendDocumentsEffects,
): Promise<void> => {
  const { way, packet } = task.outcome?.sent ?? {};
  if (way !== 'partner' || packet === undefined || undoneBy(after, task.taskId)) return;
  await sendToPartner({
    partnerId: payer.partnerId,
    practiceId: after.practiceId,
    transaction: 'documents',
    purpose: task.taskId,
    claimId: after.claimId,
    submissionNumber: after.submissions.length,
    render: () => documentsHead(after, task, packet, { payer, practice }),
    enclosure: await readPacket(packet),
  });
};

/** What the documents beside the file belong to, as plain text; it holds PHI and goes only to the payer. */
export const documentsHead = (
  claim: Claim,
  task: Task,
  packet: Packet,
  { payer, practice }: Pick<ClaimContext, 'payer' | 'practice'>,
): string =>
  [
    'Documents',
    `Attachment control number: ${attachmentControlNumber(claim, task)}`,
    `Patient control number: ${patientControlNumber(claim.claimId, claim.submissions.length)}`,
    `Payer claim control number: ${claim.payerControlNumber ?? 'not assigned'}`,
    `To: ${payer.name}`,
    `From: ${practice.name}, NPI ${practice.npi}, phone ${practice.phone}`,
    `Patient: ${claim.patient.firstName} ${claim.patient.lastName}, member ${claim.coverage.memberId}`,
    `Date of service: ${claim.dateOfService}`,
    `Packet: ${packet.pages} pages beside this file, SHA-256 ${packet.digest}`,
    '',
  ].join('\n');
