import { shortDigest } from '../../domain/digest.ts';
import type { Finding } from '../../domain/finding.ts';
import { objectionTo } from '../../domain/practice/seen-versions.ts';
import type { PracticeListName } from '../../domain/practice.ts';
import type { HttpResponse } from '../../runtime/http-handler.ts';
import type { PracticeRecords } from '../practice-records.ts';
import type { PracticeRequest } from '../practice-request.ts';
import { refusedVersion } from './versions.ts';

/** The version of a list that is edited as a whole: its content. */
export const versionOfList = (list: readonly unknown[]): string => shortDigest(JSON.stringify(list));

/** Replaces a list of the practice, made of the one that stands; undefined when it is done. */
export const editList = async (
  { practiceId, seen }: PracticeRequest,
  records: PracticeRecords,
  name: PracticeListName,
  list: readonly unknown[],
): Promise<HttpResponse | undefined> => {
  let stale: Finding | undefined;
  await records.changePracticeList(practiceId, name, (before) => {
    const standing = versionOfList(before[name]);
    const changes = standing !== versionOfList(list);
    stale = objectionTo(seen, { standing, changes });
    return stale || !changes ? undefined : list;
  });
  return stale && refusedVersion([stale]);
};
