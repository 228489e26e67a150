import type { OutboundFile, PartnerFile, SendToPartner } from '../domain/partner-file.ts';
import { writeObjectOnce } from './documents.ts';
import { controlNumberFor, findPartnerFile, savePartnerFile } from './partner-file-store.ts';

const fileIdOf = (controlNumber: number): string => String(controlNumber).padStart(9, '0');

/**
 * The port to every trading partner: leaves a file in the partner's outbound folder of the exchange bucket, from
 * which its connector takes it. The same purpose gives the same file once, however often it is called.
 */
export const sendToPartner: SendToPartner = async (file) => {
  const { partnerId, transaction } = file;
  const controlNumber = await controlNumberFor(partnerId, `${transaction}/${file.purpose}`);
  const fileId = fileIdOf(controlNumber);
  const record = (await findPartnerFile(partnerId, 'outbound', fileId)) ?? newRecord(file, fileId);
  await savePartnerFile(record);
  await writeObjectOnce('exchange', record.key, file.render(controlNumber, record.at));
  return record;
};

const newRecord = (file: OutboundFile, fileId: string): PartnerFile => ({
  partnerId: file.partnerId,
  direction: 'outbound',
  fileId,
  key: `partners/${file.partnerId}/outbound/${file.transaction}-${fileId}.${file.transaction === 'appeal' ? 'txt' : 'x12'}`,
  transaction: file.transaction,
  practiceId: file.practiceId,
  purpose: file.purpose,
  claimId: file.claimId,
  submissionNumber: file.submissionNumber,
  outcome: 'sent',
  findings: [],
  at: new Date().toISOString(),
});

/** The file that an acknowledgement names by its control number (TA101, AK102). */
export const findSentFile = (partnerId: string, controlNumber: number): Promise<PartnerFile | undefined> =>
  findPartnerFile(partnerId, 'outbound', fileIdOf(controlNumber));
