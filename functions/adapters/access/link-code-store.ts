import { LinkCode } from '../../domain/tasks/link-code.ts';
import { isConditionFailure } from '../transaction.ts';
import { LinkCodeEntity } from './access-table.ts';

type CodeName = { readonly taskId: string; readonly mailbox: string };

export const findLinkCode = async (name: CodeName): Promise<LinkCode | undefined> => {
  const { data } = await LinkCodeEntity.get(name).go({ consistent: true });
  return data ? LinkCode.parse(data.record) : undefined;
};

/** Longer than an hour, in which codes are counted; seconds. */
const keptSeconds = 7200;

/** Writes the next version; false where another request was faster, so that no two share one try. */
export const saveLinkCode = async (name: CodeName, code: LinkCode, now: Date): Promise<boolean> => {
  const { version } = code;
  const expiresAt = Math.floor(now.getTime() / 1000) + keptSeconds;
  try {
    await LinkCodeEntity.put({ ...name, version, expiresAt, record: code })
      .where((item, { eq, notExists }) =>
        version === 1 ? notExists(item.version) : eq(item.version, version - 1),
      )
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
