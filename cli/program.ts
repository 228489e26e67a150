import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { installedCodeLookup } from '../codesets/code-lookup.ts';
import { type ClaimEvent, ClaimStatus } from '../functions/domain/claim.ts';
import { contractVariances } from '../functions/domain/contract/contract-variances.ts';
import type { Task } from '../functions/domain/task.ts';
import { loadPractice } from '../functions/practices/load-practice.ts';
import { linkOf } from '../functions/tasks/send-task-email.ts';
import { membersCommand } from './access/members-command.ts';
import { signInCommand } from './access/sign-in-command.ts';
import { appealAnswerCommand } from './appeals/appeal-answer-command.ts';
import { auditCommand } from './audit/audit-command.ts';
import { claimCommand } from './claim-command.ts';
import { codeSetsCommand } from './codesets-command.ts';
import { denialsCommand } from './denials/denials-command.ts';
import { routingCommand } from './denials/routing-command.ts';
import { depositsCommand } from './deposits-command.ts';
import { extractCommand } from './documents/extract-command.ts';
import { NoCloudError } from './failure.ts';
import { feesCommand } from './fees-command.ts';
import { callListCommand, checkOpenCommand } from './follow-up/follow-up-commands.ts';
import { importCommand } from './import-command.ts';
import { jsonOption, type Printing, print } from './print.ts';
import { remittanceCommand } from './remittance-command.ts';
import {
  renderClaims,
  renderFiles,
  renderHistory,
  renderTasks,
  renderVariances,
  renderWaiting,
} from './render-records.ts';
import { restoreCommand } from './restore/restore-command.ts';
import { rulesCommand } from './rules-command.ts';
import { scrubCommand } from './scrub-command.ts';
import { recordCommands, showCommand } from './show/show-commands.ts';
import { learnCommand, suggestCommand } from './suggest-command.ts';
import { today } from './today.ts';
import { webhooksCommand } from './webhooks-command.ts';
import { x12Command } from './x12-command.ts';

const localEnvironment = join(import.meta.dirname, '..', '.local', 'start', 'environment.json');

/** The deployed table that TABLE_NAME names, or the one of the running `npm start`. */
const useEnvironment = (): void => {
  if (process.env.TABLE_NAME) return;
  if (!existsSync(localEnvironment)) {
    throw new NoCloudError(
      'No records are known: the local cloud isn’t running (npm start), and TABLE_NAME names no deployed table',
    );
  }
  Object.assign(process.env, JSON.parse(readFileSync(localEnvironment, 'utf8')));
};

/** The stores read their configuration when they are loaded: after `useEnvironment`, not before. */
const claimStore = () => import('../functions/adapters/claim-store.ts');
const practiceStore = () => import('../functions/adapters/practices/practice-store.ts');
const taskStore = () => import('../functions/adapters/task-store.ts');

/** What waits for a file to a partner. */
const waitingFor = async (partner: string) => {
  const { listOutboxes, waitingIn } = await import('../functions/adapters/outbox/outbox-store.ts');
  const outboxes = (await listOutboxes()).filter(({ partnerId }) => partnerId === partner);
  return Promise.all(
    outboxes.map(async (outbox) => ({
      outbox,
      waiting: await waitingIn(outbox.outboxId, outbox.batchClaims),
    })),
  );
};

/** A command with all below it. */
export function* allCommands(command: Command): Generator<Command> {
  yield command;
  for (const one of command.commands) yield* allCommands(one);
}

/** The nonces of links are secret: a link is mailed to who may follow it. */
const withoutSecrets = ({ linkNonce: _nonce, links: _links, ...task }: Task) => task;

const withLink = async (task: Task) => {
  const { signTaskLink: signLink } = await import('../functions/adapters/link-signer.ts');
  return { ...withoutSecrets(task), link: await linkOf(task, task.email, new Date(), { signLink }) };
};

type OfPractice = Printing & { readonly practice: string };

const named = async (name: string) => ({ name, text: await readFile(name, 'utf8') });

export const program = new Command('claimwright').description(
  'Records of a practice and X12 files, from the command line',
);

program
  .command('load')
  .description('load or replace a practice and its contracts with payers')
  .argument('<practice.json>')
  .argument('<payers.json>')
  .option(...jsonOption)
  .action(async (practiceFile: string, payersFile: string, options: Printing) => {
    useEnvironment();
    const { isValid } = installedCodeLookup();
    const loaded = await loadPractice(
      await named(practiceFile),
      await named(payersFile),
      { ...(await practiceStore()), knowsReason: (reason, date) => isValid('carc', reason, date) },
      today(),
    );
    for (const { path, detail } of loaded.findings) console.warn(`${path}: ${detail}`);
    print(
      options,
      loaded,
      () => `Loaded ${loaded.practiceId}: ${loaded.charges} charges, ${loaded.payers} payers`,
    );
  });

program
  .command('claims')
  .description('list claims with where their money stands')
  .option('-p, --practice <id>', 'practice', 'maple-street')
  .option('--open', 'only claims that are not closed')
  .option(...jsonOption)
  .action(async ({ practice, open, ...options }: OfPractice & { open?: boolean }) => {
    useEnvironment();
    const { claimsByStatus } = await claimStore();
    const statuses = ClaimStatus.options.filter((status) => !open || status !== 'closed');
    const lists = await Promise.all(statuses.map((status) => claimsByStatus(practice, status)));
    const claims = lists.flat();
    print(options, claims, () => renderClaims(claims));
  });

program
  .command('tasks')
  .description('list open tasks, the most pressing first')
  .option('-p, --practice <id>', 'practice', 'maple-street')
  .option(
    '--links',
    'with the link of each to its desk’s mailbox; it opens with a code to that mailbox, or a sign-in',
  )
  .option(...jsonOption)
  .action(async ({ practice, links = false, ...options }: OfPractice & { links?: boolean }) => {
    useEnvironment();
    const { tasksByStatus } = await taskStore();
    const open = await tasksByStatus(practice, 'open');
    const tasks = await Promise.all(open.map((task) => (links ? withLink(task) : withoutSecrets(task))));
    print(options, tasks, () => renderTasks(tasks));
  });

program
  .command('files')
  .description(
    'list the files exchanged with a trading partner, what was found in them, and what waits for one',
  )
  .option('--partner <id>', 'trading partner', 'payer-simulator')
  .option(...jsonOption)
  .action(async ({ partner, ...options }: Printing & { partner: string }) => {
    useEnvironment();
    const { partnerFiles } = await import('../functions/adapters/partner-file-store.ts');
    const lists = await Promise.all([partnerFiles(partner, 'outbound'), partnerFiles(partner, 'inbound')]);
    const [files, waiting] = [lists.flat(), await waitingFor(partner)];
    print(options, { files, waiting }, () =>
      [renderFiles(files), renderWaiting(waiting)].filter((text) => text).join('\n'),
    );
  });

program
  .command('underpayments')
  .description('list what payers allowed otherwise than their contracts')
  .option('-p, --practice <id>', 'practice', 'maple-street')
  .option(...jsonOption)
  .action(async ({ practice, ...options }: OfPractice) => {
    useEnvironment();
    const [{ claimsByStatus }, { getPractice }] = await Promise.all([claimStore(), practiceStore()]);
    const { underpayment } = await getPractice(practice);
    const lists = await Promise.all(ClaimStatus.options.map((status) => claimsByStatus(practice, status)));
    const report = contractVariances(lists.flat(), underpayment);
    print(options, report, () => renderVariances(report));
  });

program
  .command('history')
  .description('show what happened to a claim, oldest first')
  .argument('<claimId>')
  .option(...jsonOption)
  .action(async (claimId: string, options: Printing) => {
    useEnvironment();
    const { claimHistory } = await claimStore();
    const events: ClaimEvent[] = await claimHistory(claimId);
    if (events.length === 0) throw new Error(`There is no claim ${claimId}`);
    print(options, events, () => renderHistory(events));
  });

program.addCommand(membersCommand(useEnvironment));
program.addCommand(auditCommand(useEnvironment));
program.addCommand(signInCommand(useEnvironment));
program.addCommand(webhooksCommand(useEnvironment));
program.addCommand(appealAnswerCommand(useEnvironment));
program.addCommand(callListCommand(useEnvironment));
program.addCommand(checkOpenCommand(useEnvironment));
program.addCommand(importCommand(useEnvironment));
program.addCommand(feesCommand(useEnvironment));
// Options behind `show` are its own: `claim` has some of the same names.
program.addCommand(claimCommand().enablePositionalOptions().addCommand(showCommand('claim', useEnvironment)));
for (const command of recordCommands(useEnvironment)) program.addCommand(command);
program.addCommand(scrubCommand());
program.addCommand(rulesCommand(useEnvironment));
program.addCommand(routingCommand(useEnvironment));
program.addCommand(denialsCommand(useEnvironment));
program.addCommand(depositsCommand());
program.addCommand(extractCommand());
program.addCommand(remittanceCommand());
program.addCommand(restoreCommand(useEnvironment));
program.addCommand(x12Command());
program.addCommand(codeSetsCommand(useEnvironment));
program.addCommand(suggestCommand());
program.addCommand(learnCommand());
for (const command of allCommands(program)) command.exitOverride();
