import { type FileAnswer, PartnerFile, type TransactionName } from '../domain/partner-file.ts';
import { ControlNumberEntity, PartnerFileEntity } from './table.ts';

/** A file of ours is known by its interchange control number. */
export const fileIdOf = (controlNumber: number): string => String(controlNumber).padStart(9, '0');

/** Under what a file's number is kept: what it is, and what for. */
export const purposeOf = (transaction: TransactionName, purpose: string): string =>
  `${transaction}/${purpose}`;

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
