import { type MemberId, Membership } from '../../domain/access/membership.ts';
import { isConditionFailure } from '../transaction.ts';
import { MembershipEntity } from './access-table.ts';

/** The last version of a membership, as it stands at this moment: an index would show what was revoked for a while. */
export const findMembership = async ({ practiceId, subject }: MemberId): Promise<Membership | undefined> => {
  const { data } = await MembershipEntity.query
    .primary({ practiceId, subject })
    .go({ order: 'desc', limit: 1, consistent: true });
  const [found] = data;
  return found?.subject === subject ? Membership.parse(found.record) : undefined;
};

/** Every version of every membership of a practice. */
export const membershipVersions = async (practiceId: string): Promise<Membership[]> => {
  const { data } = await MembershipEntity.query
    .primary({ practiceId })
    .go({ pages: 'all', consistent: true });
  return data.map(({ record }) => Membership.parse(record));
};

/** Adds a version; false where somebody else added one of that number meanwhile. */
export const addMembership = async (membership: Membership): Promise<boolean> => {
  const { practiceId, subject, version } = membership;
  try {
    await MembershipEntity.create({ practiceId, subject, version, record: membership }).go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
