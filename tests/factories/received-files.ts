import { post277ca, post999, postTa1 } from '../../functions/acknowledgements/post-acknowledgements.ts';
import { post277 } from '../../functions/claim-status/post-claim-status.ts';
import { PartnerFile } from '../../functions/domain/partner-file.ts';
import { post271 } from '../../functions/eligibility/post-eligibility.ts';
import {
  type PostAnswers,
  type ReceivePartnerFileEffects,
  receivePartnerFile,
} from '../../functions/partners/receive-partner-file.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';
import type { PostingRecords } from './posting-records.ts';

/** The record of an outbound file about the first transmission of a claim. */
export const sentFile = (change: Partial<PartnerFile> = {}): PartnerFile => ({
  partnerId: 'payer-simulator',
  direction: 'outbound',
  fileId: '000000001',
  key: 'partners/payer-simulator/outbound/837P-000000001.x12',
  transaction: '837P',
  practiceId: 'maple-street',
  claimId: 'C0000000000A1',
  submissionNumber: 1,
  outcome: 'sent',
  findings: [],
  at: '2026-03-02T09:30:00.000Z',
  ...change,
});

export const inboundKey = 'partners/payer-simulator/inbound/answer.x12';

/** What receiving a file does, on records in memory; files that were received are kept in `saved`. */
export const receivingEffects = (
  { effects }: PostingRecords,
  content: string | Uint8Array,
  saved: PartnerFile[] = [],
): ReceivePartnerFileEffects => ({
  readObject: async () => Buffer.from(content),
  findPartnerFile: async (_partnerId, _direction, fileId) => saved.find((file) => file.fileId === fileId),
  listFound: async () => [],
  savePartnerFile: async (file) => void saved.push(file),
  readers: {
    '271': post271,
    '277': post277,
    '277CA': post277ca,
    '999': post999,
    TA1: postTa1,
    '835': stage835,
  },
  posting: effects,
  unreadable: () => {},
  posted: () => {},
});

/**
 * Receives a file with the product's own readers, but for the 835: how its money is posted is tested with it, here only
 * that it came to its reader.
 */
export const receiveWith = async (records: PostingRecords, content: string | Uint8Array) => {
  const saved: PartnerFile[] = [];
  const remittances: string[] = [];
  const effects = receivingEffects(records, content, saved);
  const note835: PostAnswers = async ({ text }) => {
    remittances.push(text);
    return [];
  };
  await receivePartnerFile(inboundKey, new Date(), {
    ...effects,
    readers: { ...effects.readers, '835': note835 },
  });
  const [file] = saved;
  return { file: PartnerFile.parse(file), remittances };
};
