import { factsOf, type OutboundFile, type PartnerFile, type SendToPartner } from '../domain/partner-file.ts';
import { writeObjectOnce } from './documents.ts';
import { controlNumberFor } from './outbox/control-number-store.ts';
import { fileIdOf, findFileUpTo, findPartnerFile, purposeOf, savePartnerFile } from './partner-file-store.ts';

/**
 * The port to every trading partner: leaves a file in the partner's outbound folder of the exchange bucket, from
 * which its connector takes it. The same purpose gives the same file once, however often it is called.
 */
export const sendToPartner: SendToPartner = async (file) => {
  const { partnerId, transaction } = file;
  const controlNumber = await controlNumberFor(partnerId, purposeOf(transaction, file.purpose));
  const fileId = fileIdOf(controlNumber);
  const record = (await findPartnerFile(partnerId, 'outbound', fileId)) ?? newRecord(file, fileId);
  await savePartnerFile(record);
  if (file.enclosure) await writeObjectOnce('exchange', enclosureKey(record), file.enclosure);
  await writeObjectOnce('exchange', record.key, file.render(controlNumber, record.at), factsOf(record));
  return record;
};

const enclosureKey = ({ key }: PartnerFile): string => key.replace(/\.[^.]+$/, '.pdf');

/** What people read, and no program. */
const isLetter = ({ transaction }: OutboundFile): boolean =>
  transaction === 'appeal' || transaction === 'documents';

const newRecord = (file: OutboundFile, fileId: string): PartnerFile => ({
  partnerId: file.partnerId,
  direction: 'outbound',
  fileId,
  key: `partners/${file.partnerId}/outbound/${file.transaction}-${fileId}.${isLetter(file) ? 'txt' : 'x12'}`,
  transaction: file.transaction,
  practiceId: file.practiceId,
  purpose: file.purpose,
  claimId: file.claimId,
  submissionNumber: file.submissionNumber,
  outcome: 'sent',
  findings: [],
  at: new Date().toISOString(),
});

/** The file that an answer names by its control number (TA101, AK102), or by that of one of its sets (BHT03). */
export const findSentFile = async (
  partnerId: string,
  controlNumber: number,
): Promise<PartnerFile | undefined> => {
  const fileId = fileIdOf(controlNumber);
  const file = await findFileUpTo(partnerId, fileId);
  const isNamed = file?.fileId === fileId || file?.sets?.some((set) => set.controlNumber === fileId);
  return isNamed ? file : undefined;
};
