import { contentDigest } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import type { PartnerFile, TransactionName } from '../domain/partner-file.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { splitInterchanges } from '../edi/envelope/split-interchanges.ts';
import { identifyTransaction } from '../edi/identify-transaction.ts';
import { describePartnerFile } from './describe-partner-file.ts';

/** The answers that partners send us, by their transaction. */
const answerNames = ['271', '277', '277CA', '835', '999', 'TA1'] as const satisfies TransactionName[];
export type AnswerName = (typeof answerNames)[number];

/** Posts one interchange and returns the findings against it; posted again, it changes only what is missing. */
export type PostAnswers = (file: ReceivedFile, effects: PostingEffects) => Promise<Finding[]>;

/** A file as it came, known by its content. */
type InboundFile = {
  readonly partnerId: string;
  readonly fileId: string;
  readonly key: string;
  readonly text: string;
  readonly at: string;
};

/** What a log line may say of a file. */
type FileIds = Pick<InboundFile, 'partnerId' | 'fileId'>;

export type ReceivePartnerFileEffects = {
  readonly readObject: (key: string) => Promise<Uint8Array>;
  readonly findPartnerFile: (
    partnerId: string,
    direction: PartnerFile['direction'],
    fileId: string,
  ) => Promise<PartnerFile | undefined>;
  readonly savePartnerFile: (file: PartnerFile) => Promise<void>;
  readonly readers: Readonly<Record<AnswerName, PostAnswers>>;
  readonly posting: PostingEffects;
  readonly unreadable: (file: FileIds) => void;
  readonly posted: (file: FileIds & { readonly transaction: AnswerName; readonly findings: number }) => void;
};

/** left-alone: no file for us · known: posted before · and else how the file's record says that it went. */
export type PartnerFileReceipt = 'left-alone' | 'known' | 'unreadable' | 'findings' | 'processed';

/** Posts each file once; a file that failed halfway is posted again, which changes only what is missing. */
export const receivePartnerFile = async (
  objectKey: string,
  now: Date,
  effects: ReceivePartnerFileEffects,
): Promise<PartnerFileReceipt> => {
  const key = parseInboundKey(objectKey);
  if (!key) return 'left-alone';
  const body = await effects.readObject(objectKey);
  const fileId = contentDigest(body);
  if (await effects.findPartnerFile(key.partnerId, 'inbound', fileId)) return 'known';
  const text = new TextDecoder().decode(body);
  const file = { ...key, fileId, key: objectKey, text, at: now.toISOString() };
  const transaction = answerOf(text);
  return transaction ? postFile(file, transaction, effects) : keepUnreadable(file, effects);
};

const keepUnreadable = async (
  file: InboundFile,
  { posting, savePartnerFile, unreadable }: ReceivePartnerFileEffects,
): Promise<PartnerFileReceipt> => {
  unreadable(idsOf(file));
  const record = unreadableFile(file);
  await tellBillers(file, record.findings, posting);
  await savePartnerFile(record);
  return 'unreadable';
};

/** The record is written last: a reader that fails leaves the file unknown, and it is tried again. */
const postFile = async (
  file: InboundFile,
  transaction: AnswerName,
  { readers, posting, savePartnerFile, posted }: ReceivePartnerFileEffects,
): Promise<PartnerFileReceipt> => {
  const findings: Finding[] = [];
  for (const text of splitInterchanges(file.text)) {
    findings.push(...(await readers[transaction]({ ...idsOf(file), text }, posting)));
  }
  // An 835 tells of its own findings, payment by payment.
  if (findings.length > 0 && transaction !== '835') await tellBillers(file, findings, posting);
  const record = postedFile(file, transaction, findings);
  await savePartnerFile(record);
  posted({ ...idsOf(file), transaction, findings: findings.length });
  return record.outcome;
};

const idsOf = ({ partnerId, fileId }: InboundFile): FileIds => ({ partnerId, fileId });

const tellBillers = (
  { partnerId, fileId, key }: InboundFile,
  findings: readonly Finding[],
  { raiseTask }: PostingEffects,
): Promise<void> =>
  raiseTask(
    describePartnerFile(key.split('/').at(-1) ?? '', findings),
    { partnerId, id: '' },
    `file-${fileId}`,
  );

/** Reads `partners/<partnerId>/inbound/<file>`; undefined for any other key. */
export const parseInboundKey = (key: string): { partnerId: string } | undefined => {
  const match = /^partners\/([a-z0-9-]{2,40})\/inbound\/[^/]+$/.exec(key);
  return match?.[1] ? { partnerId: match[1] } : undefined;
};

const isAnswer = (kind: string | undefined): kind is AnswerName => answerNames.some((name) => name === kind);

/** Which reader a file needs; undefined when it is no answer that we read. */
export const answerOf = (text: string): AnswerName | undefined => {
  const kind = identifyTransaction(text)?.kind;
  return isAnswer(kind) ? kind : undefined;
};

const unreadableFile = ({ partnerId, fileId, key, at }: InboundFile): PartnerFile => ({
  partnerId,
  direction: 'inbound',
  fileId,
  key,
  transaction: 'unknown',
  outcome: 'unreadable',
  findings: [
    {
      code: 'unknown-file',
      path: '',
      detail: `The file is not an X12 answer that is read here (${answerNames.join(', ')}). It is kept.`,
    },
  ],
  at,
});

const postedFile = (
  { partnerId, fileId, key, at }: InboundFile,
  transaction: AnswerName,
  findings: readonly Finding[],
) =>
  ({
    partnerId,
    direction: 'inbound',
    fileId,
    key,
    transaction,
    outcome: findings.length > 0 ? 'findings' : 'processed',
    findings: findings.map(({ code, path, detail }) => ({ code, path, detail })),
    at,
  }) satisfies PartnerFile;
