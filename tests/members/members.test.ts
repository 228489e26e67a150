import { describe, expect, it } from 'vitest';
import { Invitation } from '../../functions/domain/access/member-requests.ts';
import {
  isPermitted,
  latestOf,
  type Membership,
  standingOf,
} from '../../functions/domain/access/membership.ts';
import { programActor } from '../../functions/domain/actor.ts';
import { changeMember, revokeMember } from '../../functions/members/change-member.ts';
import { inviteMember } from '../../functions/members/invite-member.ts';
import { aMember, aProgram, memberEffects } from '../factories/access/members.ts';
import { now } from '../factories/tasks.ts';

const change = { by: programActor('command line', 'maple-street'), now };
const ana = aMember({ roles: ['administrator'] });
const ines = { practiceId: 'maple-street', subject: 'subject-ines' };
const invitation = Invitation.parse({
  ...{ kind: 'person', mailbox: 'Ines@Billing.example', name: 'Ines Brandt' },
  roles: ['biller', 'coder', 'biller'],
});

const world = (...versions: Membership[]) => {
  const stock = [...versions];
  return { stock, effects: memberEffects(stock) };
};

describe('an invitation', () => {
  it('makes a member of whoever the mailbox is, by its subject', async () => {
    const { stock, effects } = world(ana);
    const answer = await inviteMember('maple-street', invitation, change, effects);
    expect(answer).toMatchObject({ outcome: 'saved' });
    expect(stock.at(-1)).toMatchObject({
      ...ines,
      ...{ mailbox: 'ines@billing.example', roles: ['coder', 'biller'], version: 1, by: change.by },
    });
  });

  it('lets a program in by its client id', async () => {
    const { stock, effects } = world(ana);
    const program = Invitation.parse({
      kind: 'program',
      clientId: 'client-of-emr',
      name: 'EMR',
      roles: ['clinic'],
    });
    await inviteMember('maple-street', program, change, effects);
    expect(stock.at(-1)).toMatchObject({ kind: 'program', subject: 'client-of-emr', roles: ['clinic'] });
    expect(stock.at(-1)).not.toHaveProperty('mailbox');
  });

  it('of a member is refused, and of one who was revoked makes a further version', async () => {
    const { stock, effects } = world(ana);
    await inviteMember('maple-street', invitation, change, effects);
    const again = await inviteMember('maple-street', invitation, change, effects);
    expect(again).toMatchObject({ outcome: 'refused', findings: [{ path: 'mailbox' }] });
    await revokeMember(ines, { note: 'Left' }, change, effects);
    await inviteMember('maple-street', invitation, change, effects);
    const versions = stock.filter(({ subject }) => subject === ines.subject);
    expect(versions.map(({ version, status }) => [version, status])).toEqual([
      [1, 'active'],
      [2, 'revoked'],
      [3, 'active'],
    ]);
  });

  it.each([
    ['no role', { ...invitation, roles: [] }],
    ['a role that there is not', { ...invitation, roles: ['owner'] }],
    ['no mailbox', { ...invitation, mailbox: 'ines' }],
    ['a program by mailbox', { ...invitation, kind: 'program' }],
    ['who invites', { ...invitation, by: 'ana' }],
  ])('is none with %s', (_what, body) => {
    expect(Invitation.safeParse(body).success).toBe(false);
  });
});

describe('a membership', () => {
  it('lets a biller of a billing company work in thirty practices, and ends in one of them alone', async () => {
    const practices = Array.from({ length: 30 }, (_, at) => `practice-${at}`);
    const { effects } = world(...practices.map((practiceId) => aMember({ practiceId })));
    for (const practiceId of practices) await inviteMember(practiceId, invitation, change, effects);
    const caller = { kind: 'person', subject: ines.subject, scopes: [] } as const;
    const mayBill = async (practiceId: string): Promise<boolean> => {
      const found = standingOf(await effects.findMembership({ ...ines, practiceId }), caller);
      return found !== undefined && isPermitted(found, caller, ['bill']);
    };
    const count = async () => (await Promise.all(practices.map(mayBill))).filter(Boolean).length;
    expect(await count()).toBe(30);
    await revokeMember({ ...ines, practiceId: 'practice-7' }, { note: 'Contract ended' }, change, effects);
    expect([await count(), await mayBill('practice-7')]).toEqual([29, false]);
  });

  it('is changed with its history, and the same again adds nothing', async () => {
    const { stock, effects } = world(ana, aMember(ines));
    const asked = { name: 'Ines B.', roles: ['coder'] as const satisfies Membership['roles'] };
    for (let time = 0; time < 2; time++)
      await changeMember(ines, { ...asked, roles: [...asked.roles] }, change, effects);
    expect(stock.filter(({ subject }) => subject === ines.subject).map(({ version }) => version)).toEqual([
      1, 2,
    ]);
    expect(latestOf(stock).find(({ subject }) => subject === ines.subject)).toMatchObject({
      name: 'Ines B.',
    });
  });

  it('that is unknown or revoked is not changed', async () => {
    const { effects } = world(ana, aMember({ ...ines, status: 'revoked' }));
    const asked = { name: 'Ines', roles: ['coder' as const] };
    expect(await changeMember(ines, asked, change, effects)).toEqual({ outcome: 'unknown' });
    expect(await changeMember({ ...ines, subject: 'nobody-here' }, asked, change, effects)).toEqual({
      outcome: 'unknown',
    });
  });

  it('of the last person who administers a practice neither ends nor loses that role', async () => {
    const { stock, effects } = world(ana, aProgram('client-of-emr'), aMember({ ...ines, roles: ['biller'] }));
    expect(await revokeMember(ana, { note: 'Left' }, change, effects)).toMatchObject({ outcome: 'refused' });
    const demoted = { name: ana.name, roles: ['biller' as const] };
    expect(await changeMember(ana, demoted, change, effects)).toMatchObject({ outcome: 'refused' });
    await changeMember(ines, { name: 'Ines', roles: ['administrator'] }, change, effects);
    expect(await revokeMember(ana, { note: 'Left' }, change, effects)).toMatchObject({ outcome: 'saved' });
    expect(stock.at(-1)).toMatchObject({ subject: ana.subject, status: 'revoked', note: 'Left' });
  });

  it('that somebody else changes at the same time is told as a conflict', async () => {
    const { effects } = world(ana, aMember(ines));
    const lost = { ...effects, addMembership: async () => false };
    expect(await revokeMember(ines, { note: 'Left' }, change, lost)).toEqual({ outcome: 'changed' });
  });
});
