import { userInfo } from 'node:os';
import Table from 'cli-table3';
import { Command } from 'commander';
import {
  Invitation,
  type MemberAnswer,
  MemberChange,
  Revocation,
} from '../../functions/domain/access/member-requests.ts';
import { latestOf, type Membership } from '../../functions/domain/access/membership.ts';
import { Role } from '../../functions/domain/access/permissions.ts';
import { describeActor, programActor } from '../../functions/domain/actor.ts';
import { checkInput } from '../../functions/domain/check-input.ts';
import { changeMember, revokeMember } from '../../functions/members/change-member.ts';
import { inviteMember } from '../../functions/members/invite-member.ts';
import type { Change } from '../../functions/members/member-effects.ts';
import { checked } from '../failure.ts';
import { jsonOption, print as printAs } from '../print.ts';

const plain = { head: [], border: [], compact: true };

/** Members, or the versions of one: what each may do, since when and by whom. */
export const renderMembers = (members: readonly Membership[]): string => {
  const table = new Table({
    head: ['name', 'mailbox', 'subject', 'roles', 'status', 'since', 'by', 'note'],
    style: plain,
  });
  for (const { name, mailbox = '', subject, roles, status, at, by, note } of members)
    table.push([name, mailbox, subject, roles.join(', '), status, at.slice(0, 16), describeActor(by), note]);
  return table.toString();
};

/** The adapters read their configuration when they are loaded: not before the command knows its table. */
const adapters = async () => ({
  ...(await import('../../functions/adapters/access/member-store.ts')),
  ...(await import('../../functions/adapters/access/user-directory.ts')),
});

const changeBy = (practiceId: string): Change => ({
  by: programActor(`command line (${userInfo().username})`, practiceId),
  now: new Date(),
});

const show = (answer: MemberAnswer, options: Options): void => {
  if (answer.outcome === 'refused') throw new Error(answer.findings.map(({ detail }) => detail).join('\n'));
  if (answer.outcome !== 'saved') throw new Error('Somebody changed the member meanwhile: look again');
  print([answer.membership], options);
};

/** The member that is meant by its mailbox or subject. */
const find = async (practiceId: string, who: string): Promise<Membership> => {
  const { membershipVersions } = await adapters();
  const members = latestOf(await membershipVersions(practiceId));
  const found = members.find(({ mailbox, subject }) => subject === who || mailbox === who.toLowerCase());
  if (!found) throw new Error(`${practiceId} has no member ${who}`);
  return found;
};

type Options = {
  readonly practice: string;
  readonly name?: string;
  readonly roles?: readonly string[];
  readonly note?: string;
  readonly json?: true;
};

const print = (members: readonly Membership[], options: Options): void =>
  printAs(options, members, () => renderMembers(members));

const actions = {
  list: async (_who: string, options: Options) => {
    const { membershipVersions } = await adapters();
    print(latestOf(await membershipVersions(options.practice)), options);
  },
  history: async (who: string, options: Options) => {
    const { subject } = await find(options.practice, who);
    const versions = await (await adapters()).membershipVersions(options.practice);
    print(
      versions.filter((one) => one.subject === subject),
      options,
    );
  },
  invite: async (who: string, options: Options) => {
    const { practice, name = who, roles } = options;
    const asked = who.includes('@') ? { kind: 'person', mailbox: who } : { kind: 'program', clientId: who };
    const invitation = checked(checkInput(Invitation, { ...asked, name, roles }));
    show(await inviteMember(practice, invitation, changeBy(practice), await adapters()), options);
  },
  change: async (who: string, options: Options) => {
    const { practice, name, roles } = options;
    const before = await find(practice, who);
    const after = checked(
      checkInput(MemberChange, { name: name ?? before.name, roles: roles ?? before.roles }),
    );
    show(await changeMember(before, after, changeBy(practice), await adapters()), options);
  },
  revoke: async (who: string, options: Options) => {
    const { practice, note } = options;
    const before = await find(practice, who);
    const asked = checked(checkInput(Revocation, { note }));
    show(await revokeMember(before, asked, changeBy(practice), await adapters()), options);
  },
} as const;

/** `members`: who may do what in a practice. */
export const membersCommand = (useEnvironment: () => void): Command => {
  const command = new Command('members').description('who may do what in a practice: people and programs');
  const add = (name: keyof typeof actions, description: string): Command => {
    const made = command.command(name).description(description);
    if (name !== 'list') made.argument('<who>', 'mailbox of a person, or client id of a program');
    return made
      .option('-p, --practice <id>', 'practice', 'maple-street')
      .option(...jsonOption)
      .action(async (...given: readonly unknown[]) => {
        useEnvironment();
        await actions[name](String(given[0]), made.opts<Options>());
      });
  };
  const roles = `one or more of ${Role.options.join(', ')}`;
  add('list', 'everybody who is or was let in');
  add('history', 'every version of what a member was');
  add('invite', 'invite a person by mail, or let a program in')
    .option('--name <name>', 'what the practice calls it; its mailbox or client id if not given')
    .requiredOption('--roles <role...>', roles);
  add('change', 'change what a member is called and may do')
    .option('--name <name>', 'what the practice calls it')
    .option('--roles <role...>', roles);
  add('revoke', 'end a membership with its next request').requiredOption('--note <text>', 'why');
  return command;
};
