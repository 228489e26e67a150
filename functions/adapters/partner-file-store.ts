import { leaseNumbers, type NumberSource } from '../domain/outbox/control-numbers.ts';
import { type FileAnswer, PartnerFile, type TransactionName } from '../domain/partner-file.ts';
import { writeObjectOnce } from './documents.ts';
import { ControlNumberEntity, PartnerFileEntity } from './table.ts';
import { isConditionFailure } from './transaction.ts';

/** A file of ours is known by its interchange control number. */
export const fileIdOf = (controlNumber: number): string => String(controlNumber).padStart(9, '0');

/** Under what a file's number is kept: what it is, and what for. */
export const purposeOf = (transaction: TransactionName, purpose: string): string =>
  `${transaction}/${purpose}`;

/**
 * The interchange control number (ISA13) for one purpose with a partner. The same purpose always gets the same
 * number, so that a step that runs again writes the same file; numbers rise, and gaps between them are allowed.
 */
export const controlNumberFor = async (partnerId: string, purpose: string): Promise<number> => {
  const { data } = await ControlNumberEntity.get({ partnerId, purpose }).go({ consistent: true });
  if (data) return data.number;
  const number = await leaseControlNumbers(partnerId, 1);
  try {
    await ControlNumberEntity.create({ partnerId, purpose, number }).go();
    return number;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return controlNumberFor(partnerId, purpose);
  }
};

/**
 * The counter is a record; what is spent is marked in the exchange bucket, which is never brought back to an instant. ISA13
 * has nine digits; after 999,999,999 a partner's numbers would start again, which no practice reaches.
 */
const numberSource: NumberSource = {
  countOn: async (partnerId, by) => {
    const { data } = await ControlNumberEntity.upsert({ partnerId, purpose: 'counter' })
      .add({ number: by })
      .go({ response: 'all_new' });
    return data.number;
  },
  spend: (partnerId, number) => writeObjectOnce('exchange', `numbers/${partnerId}/${fileIdOf(number)}`, ''),
};

/** A block of so many control numbers of a partner, by its first; nobody gets them again. */
export const leaseControlNumbers = (partnerId: string, count: number): Promise<number> =>
  leaseNumbers(partnerId, count, numberSource);

/** Keeps the number of a file for its purpose, where the purpose has none. */
export const keepNumber = async ({ partnerId, transaction, purpose, fileId }: PartnerFile): Promise<void> => {
  if (purpose === undefined) return;
  const kept = { partnerId, purpose: purposeOf(transaction, purpose), number: Number(fileId) };
  try {
    await ControlNumberEntity.create(kept).go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

/** Lets the counter of a partner stand at the number at least; it never goes back. */
export const raiseNumbers = async (partnerId: string, number: number): Promise<void> => {
  try {
    await ControlNumberEntity.upsert({ partnerId, purpose: 'counter', number })
      .where(({ number: stored }, { notExists, lt }) => `${notExists(stored)} OR ${lt(stored, number)}`)
      .go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

type StoredFile = {
  readonly record?: unknown;
  readonly answeredTA1?: boolean | undefined;
  readonly answered999?: boolean | undefined;
};

const toFile = ({ record, answeredTA1, answered999 }: StoredFile): PartnerFile => {
  const answered: FileAnswer[] = [
    ...(answeredTA1 ? ['TA1' as const] : []),
    ...(answered999 ? ['999' as const] : []),
  ];
  return { ...PartnerFile.parse(record), ...(answered.length > 0 && { answered }) };
};

export const savePartnerFile = async (file: PartnerFile): Promise<void> => {
  const { partnerId, direction, fileId, at, claimId = '' } = file;
  await PartnerFileEntity.put({ partnerId, direction, fileId, at, claimId, record: file }).go();
};

/** The files that are about one claim alone: inquiries and appeals, the oldest first. */
export const partnerFilesOfClaim = async (claimId: string): Promise<PartnerFile[]> => {
  const { data } = await PartnerFileEntity.query.byClaim({ claimId }).go({ pages: 'all' });
  return data.map(toFile);
};

export const findPartnerFile = async (
  partnerId: string,
  direction: PartnerFile['direction'],
  fileId: string,
): Promise<PartnerFile | undefined> => {
  const { data } = await PartnerFileEntity.get({ partnerId, direction, fileId }).go({ consistent: true });
  return data ? toFile(data) : undefined;
};

/** Notes, once, that an answer about a file of ours as a whole has come. */
export const noteFileAnswer = async (
  { partnerId, direction, fileId }: PartnerFile,
  answer: FileAnswer,
): Promise<void> => {
  await PartnerFileEntity.patch({ partnerId, direction, fileId })
    .set({ [`answered${answer}`]: true })
    .go();
};

/** The file of ours that lies under a key of the exchange bucket, which ends with its number. */
export const findFileByKey = async (partnerId: string, key: string): Promise<PartnerFile | undefined> => {
  const [, fileId] = /-(\d{9})\.\w+$/.exec(key) ?? [];
  return fileId === undefined ? undefined : findPartnerFile(partnerId, 'outbound', fileId);
};

/** The file of ours that begins with the number or with the last one before it: a batch has a number for each set. */
export const findFileUpTo = async (partnerId: string, fileId: string): Promise<PartnerFile | undefined> => {
  const { data } = await PartnerFileEntity.query
    .primary({ partnerId, direction: 'outbound' })
    .lte({ fileId })
    .go({ order: 'desc', limit: 1, consistent: true });
  return data[0] && toFile(data[0]);
};

/** The inquiries (270, 276) that were sent to a partner about a claim: what they are for begins with its id. */
export const inquiriesAboutClaim = async (partnerId: string, claimId: string): Promise<PartnerFile[]> => {
  const numbers = await Promise.all(
    (['270', '276'] as const).map((transaction) =>
      ControlNumberEntity.query
        .primary({ partnerId })
        .begins({ purpose: purposeOf(transaction, claimId) })
        .go({ pages: 'all' }),
    ),
  );
  const files = await Promise.all(
    numbers
      .flatMap(({ data }) => data)
      .map(({ number }) => findPartnerFile(partnerId, 'outbound', fileIdOf(number))),
  );
  return files.flatMap((file) => (file?.claimId === claimId ? [file] : []));
};

export const partnerFiles = async (
  partnerId: string,
  direction: PartnerFile['direction'],
): Promise<PartnerFile[]> => {
  const { data } = await PartnerFileEntity.query.primary({ partnerId, direction }).go({ pages: 'all' });
  return data.map(toFile);
};
