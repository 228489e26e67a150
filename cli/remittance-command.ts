import { Command } from 'commander';
import { renderTrial } from './remittance/render-trial.ts';
import { tryRemittances } from './remittance/try-remittances.ts';

/** `remittance`: what payers paid, tried out without records. */
export const remittanceCommand = (): Command => {
  const remittance = new Command('remittance').description('try out how 835 files would be posted');
  remittance
    .command('try')
    .description(
      'post 835 files in the given order to claims of a file, in memory, and print what would stand',
    )
    .argument('<claims.json>', 'the practice, its payers and the claims sent to them')
    .argument('<files...>', '835 files')
    .option('--json', 'one object: claims and payments, amounts in cents')
    .action(async (claims: string, files: string[], { json }: { json?: true }) => {
      const trial = await tryRemittances(claims, files);
      console.log(json ? JSON.stringify(trial, undefined, 2) : renderTrial(trial));
    });
  return remittance;
};
