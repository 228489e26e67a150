import type { MemberRecordsOfPractice } from '../../../functions/api/access/member-records.ts';
import type { Membership } from '../../../functions/domain/access/membership.ts';
import { Role } from '../../../functions/domain/access/permissions.ts';
import { personActor } from '../../../functions/domain/actor.ts';
import { changeMember, revokeMember } from '../../../functions/members/change-member.ts';
import { inviteMember } from '../../../functions/members/invite-member.ts';
import type { MemberEffects } from '../../../functions/members/member-effects.ts';
import { now } from '../tasks.ts';

const by = personActor({ mailbox: 'office@maplestreet.example', practiceId: 'maple-street', role: 'biller' });

/** A person who may do everything in maple-street, until the change says otherwise. */
export const aMember = (change: Partial<Membership> = {}): Membership => ({
  practiceId: 'maple-street',
  subject: 'subject-ana',
  kind: 'person',
  name: 'Ana Ruiz',
  mailbox: 'ana@maplestreet.example',
  roles: Role.options,
  status: 'active',
  version: 1,
  by,
  at: now.toISOString(),
  note: '',
  ...change,
});

/** A program that may do everything there. */
export const aProgram = (subject: string, change: Partial<Membership> = {}): Membership => {
  const { mailbox: _of, ...member } = aMember();
  return { ...member, kind: 'program', subject, name: 'Records system', ...change };
};

/** Memberships in memory, and the user pool: whoever is invited gets a subject by the mailbox. */
export const memberEffects = (versions: Membership[]): MemberEffects => ({
  findMembership: async ({ practiceId, subject }) =>
    versions.findLast((one) => one.practiceId === practiceId && one.subject === subject),
  membershipVersions: async (practiceId) => versions.filter((one) => one.practiceId === practiceId),
  addMembership: async (membership) => {
    const same = versions.filter(
      ({ practiceId, subject }) => practiceId === membership.practiceId && subject === membership.subject,
    );
    if (same.some(({ version }) => version === membership.version)) return false;
    versions.push(membership);
    return true;
  },
  invitePerson: async (mailbox) => `subject-${mailbox.split('@')[0]}`,
});

/** The same as the API is given them. */
export const memberRecords = (versions: Membership[]): MemberRecordsOfPractice => {
  const effects = memberEffects(versions);
  return {
    find: effects.findMembership,
    ofSubject: async (subject) =>
      Object.values(Object.groupBy(versions, ({ practiceId }) => practiceId)).flatMap(
        (some = []) => some.filter((one) => one.subject === subject).at(-1) ?? [],
      ),
    versions: effects.membershipVersions,
    invite: (practiceId, asked, actor) => inviteMember(practiceId, asked, { by: actor, now }, effects),
    change: (id, asked, { by: actor, seen }) => changeMember(id, asked, { by: actor, seen, now }, effects),
    revoke: (id, asked, { by: actor, seen }) => revokeMember(id, asked, { by: actor, seen, now }, effects),
  };
};
