import { setTimeout as wait } from 'node:timers/promises';
import { Command } from 'commander';
import { callList } from '../../functions/domain/follow-up/call-list.ts';
import { checkOpen } from '../../functions/follow-up/check-open.ts';
import { isQuiet } from '../../functions/remittance/held.ts';
import { renderCallList, renderLoose } from './render-follow-up.ts';

/** The stores read their configuration when they are loaded: after `useEnvironment`, not before. */
const openRecordsStore = () => import('../../functions/adapters/follow-up/open-records.ts');
const practiceStore = () => import('../../functions/adapters/practices/practice-store.ts');
const taskStore = () => import('../../functions/adapters/task-store.ts');

type CallOptions = { readonly practice: string; readonly payer?: string; readonly json?: boolean };

export const callListCommand = (useEnvironment: () => void): Command =>
  new Command('call-list')
    .description('list claims that need a phone call, by payer, with what to ask')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--payer <id>', 'only this payer')
    .option('--json', 'as one object')
    .action(async ({ practice, payer, json }: CallOptions) => {
      useEnvironment();
      const [{ openClaims }, { listPayers }, { tasksByStatus }] = await Promise.all([
        openRecordsStore(),
        practiceStore(),
        taskStore(),
      ]);
      const claims = (await openClaims(practice)).filter(({ payerId }) => !payer || payerId === payer);
      const tasks = await tasksByStatus(practice, 'open');
      const list = callList({ claims, tasks, payers: await listPayers(practice) }, new Date());
      console.log(json ? JSON.stringify(list, undefined, 2) : renderCallList(list));
    });

/** Between two looks at the records: steps take seconds. */
const pauseMs = 10_000;

export const checkOpenCommand = (useEnvironment: () => void): Command =>
  new Command('check-open')
    .description(
      'prove that everything open has a timer, an owner or an end; exit 1 where something has none',
    )
    .option('--json', 'as one list')
    .action(async ({ json }: { readonly json?: boolean }) => {
      useEnvironment();
      const [{ openRecordsOf }, { listPractices }] = await Promise.all([openRecordsStore(), practiceStore()]);
      const loose = await checkOpen({
        listPractices,
        openRecords: openRecordsOf(isQuiet),
        pause: () => wait(pauseMs),
        now: () => new Date(),
      });
      console.log(json ? JSON.stringify(loose, undefined, 2) : renderLoose(loose));
      if (loose.length > 0) process.exitCode = 1;
    });
