import { Command } from 'commander';
import { tableEnv } from '../../functions/adapters/table.env.ts';
import { patientControlNumber } from '../../functions/domain/ids.ts';
import { queueNames } from '../../functions/reconcile/hand-on.ts';
import { type Reconciled, reconcile } from '../../functions/reconcile/reconcile.ts';
import { requiredEnv } from '../../functions/runtime/environment.ts';
import { jsonOption, type Printing, print } from '../print.ts';
import { stackEnvironment } from './stack-environment.ts';

const instantOf = (text: string): Date => {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime()) || !/T.*(Z|[+-]\d\d:\d\d)$/.test(text))
    throw new Error(`Write the instant with its zone, as in 2026-03-02T14:05:00Z, not ${text}`);
  return instant;
};

/** What was under way at the instant may have come a day before it. */
const marginMs = 86_400_000;

const renderReconciled = ({ told, ...found }: Reconciled): string => {
  const missing = found.missing.map((one) => patientControlNumber(one.claimId, one.submissionNumber));
  const lists = [
    ['files that the records did not know', found.files],
    ['claims that had been sent', found.sent],
    ['claims that go out after all', found.notSent],
    ['claims sent of which there is no record yet', missing],
    ['answers that wait for them', found.held],
    ['not ours, and left alone', found.strange],
  ] as const;
  return [
    ...lists.map(
      ([what, names]) => `${String(names.length).padStart(6)}  ${[what, ...names].join('\n        ')}`,
    ),
    ...queueNames.map((name) => `${String(told[name]).padStart(6)}  handed on again to ${name}`),
    missing.length + found.held.length > 0
      ? 'Run this again, once those visits are worked.'
      : 'Records and files agree.',
  ].join('\n');
};

type At = Printing & { readonly at: string };
type From = Printing & { readonly from: string };
type Since = Printing & { readonly since: string };

const actions = {
  environment: async (stacks: string[], options: Printing) => {
    const environment = await stackEnvironment(stacks);
    print(options, environment, () =>
      Object.entries(environment)
        .map(([name, value]) => `export ${name}='${value}'`)
        .join('\n'),
    );
  },
  executions: async (options: Printing) => {
    const { runningExecutions, stopExecution } = await import('../../functions/adapters/workflows.ts');
    const running = [...(await runningExecutions('coding')), ...(await runningExecutions('claim-lifecycle'))];
    for (const one of running) await stopExecution(one);
    print(options, { ended: running.length }, () => `Ended ${running.length} executions`);
  },
  table: async ({ from, ...options }: From) => {
    const { copyTable } = await import('../../functions/adapters/restore/table-copy.ts');
    const copied = await copyTable(from, requiredEnv(tableEnv.tableName));
    print(options, copied, () => `Wrote ${copied.written} items, removed ${copied.removed}`);
  },
  objects: async ({ at, ...options }: At) => {
    const { bringBackObjects } = await import('../../functions/adapters/restore/object-versions.ts');
    const instant = instantOf(at);
    const intake = await bringBackObjects('intake', instant);
    const exchange = await bringBackObjects('exchange', instant);
    print(
      options,
      { intake, exchange },
      () => `Brought back ${intake.length} documents and ${exchange.length} files`,
    );
  },
  files: async ({ since, ...options }: Since) => {
    const { reconcileEffects } = await import('../../functions/adapters/reconcile/reconcile-effects.ts');
    const from = new Date(instantOf(since).getTime() - marginMs);
    const found = await reconcile(from, reconcileEffects);
    print(options, found, () => renderReconciled(found));
  },
};

/** Commands that bring a practice back to an instant, in the order of docs/restore.md. */
export const restoreCommand = (useEnvironment: () => void): Command => {
  const restore = new Command('restore').description(
    'bring records back to an instant, and into line with what happened since',
  );
  // The adapters read their configuration when they are loaded: not before the command knows its table.
  const knowing =
    <O>(action: (options: O) => Promise<void>) =>
    (options: O): Promise<void> => {
      useEnvironment();
      return action(options);
    };
  restore
    .command('environment')
    .description('print what the other commands need to know, for a shell to read')
    .argument('<stacks...>', 'the stack of records and the stack of billing')
    .option(...jsonOption)
    .action(actions.environment);
  restore
    .command('executions')
    .description('end the workflows of visits and claims that run')
    .option(...jsonOption)
    .action(knowing(actions.executions));
  restore
    .command('table')
    .description('make the table hold what another one holds, which was restored beside it')
    .requiredOption('--from <table>', 'the restored table')
    .option(...jsonOption)
    .action(knowing(actions.table));
  restore
    .command('objects')
    .description('bring back documents and files that were removed or overwritten since an instant')
    .requiredOption('--at <instant>', 'with its zone')
    .option(...jsonOption)
    .action(knowing(actions.objects));
  restore
    .command('files')
    .description('record what was sent since an instant, and hand on again what came in')
    .requiredOption('--since <instant>', 'the one that the records were brought back to, with its zone')
    .option(...jsonOption)
    .action(knowing(actions.files));
  return restore;
};
