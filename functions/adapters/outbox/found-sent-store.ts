import type { Transmission } from '../../domain/ids.ts';
import { FoundSent } from '../../domain/outbox/found-sent.ts';
import { FoundSentEntity } from './outbox-table.ts';

/** Keeps in which file a transmission was found; found again, it is kept again. */
export const noteFound = async (found: FoundSent): Promise<void> => {
  const { claimId, submissionNumber } = found;
  await FoundSentEntity.put({ claimId, submissionNumber, record: found }).go();
};

export const foundOf = async (claimId: string): Promise<FoundSent[]> => {
  const { data } = await FoundSentEntity.query.primary({ claimId }).go({ pages: 'all', consistent: true });
  return data.map(({ record }) => FoundSent.parse(record));
};

export const forgetFound = async ({ claimId, submissionNumber }: Transmission): Promise<void> => {
  await FoundSentEntity.delete({ claimId, submissionNumber }).go();
};

/** What was found in files and is in no claim yet. */
export const listFound = async (): Promise<FoundSent[]> => {
  const { data } = await FoundSentEntity.query.primary({}).go({ pages: 'all', consistent: true });
  return data.map(({ record }) => FoundSent.parse(record));
};
