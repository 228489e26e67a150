import { withDetail } from '../domain/claim-change.ts';
import { contentDigest } from '../domain/digest.ts';
import type { Finding } from '../domain/finding.ts';
import { inWords, isOversized, mostPartnerFileBytes, type Oversized } from '../domain/objects/size-limits.ts';
import { type FoundSent, namesAny } from '../domain/outbox/found-sent.ts';
import { type PartnerFile, TransactionName } from '../domain/partner-file.ts';
import type { PostingEffects, ReceivedFile } from '../domain/posting.ts';
import { contentsOf, type HeldSet, type InterchangeContents, kindsIn } from '../edi/contents-of.ts';
import { BillingError } from '../runtime/errors.ts';
import { describePartnerFile } from './describe-partner-file.ts';
import { unreadIn } from './unread-sets.ts';

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
  readonly contents: readonly InterchangeContents[];
  readonly at: string;
};

/** What one reader found against one interchange; without a kind it is what nobody reads of it. */
type Posting = { readonly kind?: AnswerName; readonly findings: readonly Finding[] };

/** What a log line may say of a file. */
type FileIds = Pick<InboundFile, 'partnerId' | 'fileId'>;

export type ReceivePartnerFileEffects = {
  /** A file, or how large it is where it has more than so many bytes: it is then not read. */
  readonly readObject: (key: string, mostBytes: number) => Promise<Uint8Array | Oversized>;
  readonly findPartnerFile: (
    partnerId: string,
    direction: PartnerFile['direction'],
    fileId: string,
  ) => Promise<PartnerFile | undefined>;
  readonly savePartnerFile: (file: PartnerFile) => Promise<void>;
  /** What went out and no claim knows of, for records were brought back to an instant; nothing at most times. */
  readonly listFound: () => Promise<readonly FoundSent[]>;
  readonly readers: Readonly<Record<AnswerName, PostAnswers>>;
  readonly posting: PostingEffects;
  readonly unreadable: (file: FileIds) => void;
  readonly posted: (
    file: FileIds & { readonly transactions: readonly TransactionName[]; readonly findings: number },
  ) => void;
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
  const body = await effects.readObject(objectKey, mostPartnerFileBytes);
  if (isOversized(body))
    return keepOversized({ ...key, key: objectKey, at: now.toISOString() }, body, effects);
  const fileId = contentDigest(body);
  if (await effects.findPartnerFile(key.partnerId, 'inbound', fileId)) return 'known';
  const text = new TextDecoder().decode(body);
  if (namesAny(text, await effects.listFound())) throw tooEarly(fileId);
  const contents = contentsOf(text);
  const file = { ...key, fileId, key: objectKey, contents, at: now.toISOString() };
  return contents.some(holdsAnswer) ? postFile(file, effects) : keepUnread(file, whyUnread(file), effects);
};

/** Posted now, it would be about nobody: its message comes again, and in the end waits where a person finds it. */
const tooEarly = (fileId: string): BillingError =>
  new BillingError('RecordNotFound', `File ${fileId} names claims that went out and are not known yet`);

/** A file that is too large to be read is known by its name and size, for its content nobody has read. */
const keepOversized = async (
  file: Omit<InboundFile, 'fileId' | 'contents'>,
  { bytes }: Oversized,
  effects: ReceivePartnerFileEffects,
): Promise<PartnerFileReceipt> => {
  const fileId = contentDigest(`${file.key} ${bytes}`);
  if (await effects.findPartnerFile(file.partnerId, 'inbound', fileId)) return 'known';
  return keepUnread({ ...file, fileId, contents: [] }, [oversized(bytes)], effects);
};

const oversized = (bytes: number): Finding => ({
  code: 'too-large',
  path: '',
  detail: `The file has ${inWords(bytes)}. Files of payers are read up to ${inWords(mostPartnerFileBytes)}: nothing of it is posted. Ask the partner to send it as several files.`,
});

const keepUnread = async (
  file: InboundFile,
  findings: readonly Finding[],
  { posting, savePartnerFile, unreadable }: ReceivePartnerFileEffects,
): Promise<PartnerFileReceipt> => {
  unreadable(idsOf(file));
  const record = recordOf(file, 'unknown', 'unreadable', findings);
  await tellBillers(file, [{ findings: record.findings }], posting);
  await savePartnerFile(record);
  return 'unreadable';
};

/** The record is written last: a reader that fails leaves the file unknown, and it is tried again. */
const postFile = async (
  file: InboundFile,
  effects: ReceivePartnerFileEffects,
): Promise<PartnerFileReceipt> => {
  const postings: Posting[] = [];
  for (const [at, contents] of file.contents.entries())
    postings.push(...(await postInterchange(file, contents, at + 1, effects)));
  await tellBillers(file, postings, effects.posting);
  const findings = postings.flatMap((posting) => posting.findings);
  const record = postedFile(file, findings);
  await effects.savePartnerFile(record);
  effects.posted({ ...idsOf(file), transactions: record.transactions, findings: findings.length });
  return record.outcome;
};

/** Each kind of answer in an interchange is posted by its own reader, once, and what no reader reads is told. */
const postInterchange = async (
  file: InboundFile,
  contents: InterchangeContents,
  interchange: number,
  { readers, posting }: ReceivePartnerFileEffects,
): Promise<Posting[]> => {
  const postings: Posting[] = [];
  for (const kind of answersIn(contents)) {
    const findings = await readers[kind](
      { ...idsOf(file), text: contents.text, ...(interchange > 1 && { interchange }) },
      namingFile(posting, file),
    );
    postings.push({ kind, findings: notYetIn(postings, findings) });
  }
  return [...postings, { findings: unreadIn(contents, isAnswerSet) }];
};

/** What a file changes of a claim names the file in its event: from there the claim leads to it. */
const namingFile = (posting: PostingEffects, { partnerId, fileId }: FileIds): PostingEffects => ({
  ...posting,
  changeClaim: (claimId, decide) =>
    posting.changeClaim(claimId, withDetail({ answerFile: `${partnerId}/${fileId}` }, decide)),
});

/** Faults of an envelope are found by each reader of it: they are told once. */
const notYetIn = (postings: readonly Posting[], findings: readonly Finding[]): Finding[] => {
  const nameOf = ({ code, path, detail }: Finding): string => [code, path, detail].join('|');
  const known = new Set(postings.flatMap((posting) => posting.findings).map(nameOf));
  return findings.filter((finding) => !known.has(nameOf(finding)));
};

const idsOf = ({ partnerId, fileId }: InboundFile): FileIds => ({ partnerId, fileId });

/** An 835 tells of its own findings, payment by payment; its task about the file has the name without an ending. */
const tellBillers = async (
  { partnerId, fileId, key }: InboundFile,
  postings: readonly Posting[],
  { raiseTask }: PostingEffects,
): Promise<void> => {
  const told = postings.filter(({ kind }) => kind !== '835').flatMap(({ findings }) => findings);
  if (told.length === 0) return;
  const draft = describePartnerFile(key.split('/').at(-1) ?? '', firstOf(told));
  const ending = postings.some(({ kind }) => kind === '835') ? '-others' : '';
  await raiseTask(draft, { partnerId }, `file-${partnerId}-${fileId}${ending}`);
};

/** A record and a task have room for some 400 KB: whoever reads a hundred findings knows what is the matter. */
const findingLimit = 100;

const firstOf = (findings: readonly Finding[]): Finding[] => {
  const first = findings.slice(0, findingLimit).map(({ code, path, detail }) => ({ code, path, detail }));
  const more = findings.length - findingLimit;
  if (more <= 0) return first;
  return [...first, { code: 'more-findings', path: '', detail: `There are ${more} more findings` }];
};

/** Reads `partners/<partnerId>/inbound/<file>`; undefined for any other key. */
export const parseInboundKey = (key: string): { partnerId: string } | undefined => {
  const match = /^partners\/([a-z0-9-]{2,40})\/inbound\/[^/]+$/.exec(key);
  return match?.[1] ? { partnerId: match[1] } : undefined;
};

const isAnswer = (kind: string | undefined): kind is AnswerName => answerNames.some((name) => name === kind);

const isAnswerSet = ({ kind }: HeldSet): boolean => isAnswer(kind);

/** Which readers an interchange needs. The 835 comes first: it tells by itself of what is against the envelope. */
export const answersIn = (contents: InterchangeContents): AnswerName[] => {
  const kinds = kindsIn(contents).filter(isAnswer);
  return [...kinds.filter((kind) => kind === '835'), ...kinds.filter((kind) => kind !== '835')];
};

const holdsAnswer = (contents: InterchangeContents): boolean => answersIn(contents).length > 0;

/** All that a file holds, in its order and each once; "unknown" for sets of which there is no kind here. */
const transactionsIn = ({ contents }: InboundFile): TransactionName[] => {
  const names = contents.flatMap((one) => [
    ...kindsIn(one),
    ...one.groups.flatMap(({ sets }) => sets).flatMap(({ kind }) => (kind ? [] : ['unknown'])),
  ]);
  return [...new Set(names.map((name) => TransactionName.safeParse(name).data ?? 'unknown'))];
};

const recordOf = (
  file: InboundFile,
  transaction: TransactionName,
  outcome: Exclude<PartnerFile['outcome'], 'sent'>,
  findings: readonly Finding[],
) =>
  ({
    partnerId: file.partnerId,
    direction: 'inbound',
    fileId: file.fileId,
    key: file.key,
    transaction,
    transactions: transactionsIn(file),
    outcome,
    findings: firstOf(findings),
    at: file.at,
  }) satisfies PartnerFile;

/** A file of which nothing is read: why, and where it is X12 after all, what it says it holds. */
const whyUnread = (file: InboundFile): readonly Finding[] => [
  {
    code: 'unknown-file',
    path: '',
    detail: `The file is not an X12 answer that is read here (${answerNames.join(', ')}). It is kept.`,
  },
  ...file.contents.filter(isInterchange).flatMap((contents) => unreadIn(contents, isAnswerSet)),
];

const isInterchange = ({ text }: InterchangeContents): boolean => text.startsWith('ISA');

const postedFile = (file: InboundFile, findings: readonly Finding[]) => {
  const [first = 'unknown'] = transactionsIn(file).filter(isAnswer);
  return recordOf(file, first, findings.length > 0 ? 'findings' : 'processed', findings);
};
