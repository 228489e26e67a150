import Table from 'cli-table3';
import { Command } from 'commander';
import { describeActor } from '../../functions/domain/actor.ts';
import { entriesAbout } from '../../functions/domain/audit/accounting.ts';
import { type AuditEntry, nowhere } from '../../functions/domain/audit/audit-entry.ts';
import { type Verification, verifyChain } from '../../functions/domain/audit/verify-chain.ts';
import { idsOf } from '../../functions/domain/patients/patient-record.ts';

const plain = { head: [], border: [], compact: true };

/** What was found in each chain, one line a chain and one a fault, the first fault of a chain first. */
export const renderVerifications = (verifications: readonly Verification[]): string =>
  verifications
    .flatMap(({ practiceId, links, checkpoints, waiting, faults }) => [
      `${practiceId}: ${links} links, ${checkpoints} checkpoints, ${waiting} waiting, ${faults.length} faults`,
      ...faults.map(
        ({ problem, detail, sequence, entryId }) =>
          `  ${problem}${sequence === undefined ? '' : ` at link ${sequence}`}: ${detail}${entryId ? ` (${entryId})` : ''}`,
      ),
    ])
    .join('\n');

/** Who saw or changed it, when, from where, with what outcome. */
export const renderEntries = (entries: readonly AuditEntry[]): string => {
  const table = new Table({ head: ['at', 'who', 'what', 'outcome', 'reason', 'from'], style: plain });
  for (const { at, by, action, outcome, reason = '', source } of entries)
    table.push([at, describeActor(by), action, outcome, reason, source]);
  return table.toString();
};

/** The adapters read their configuration when they are loaded: not before the command knows its table. */
const chainStore = () => import('../../functions/adapters/audit/chain-store.ts');
const checkpointStore = () => import('../../functions/adapters/audit/checkpoint-store.ts');
const practiceStore = () => import('../../functions/adapters/practices/practice-store.ts');

const verify = async (practiceId: string): Promise<Verification> => {
  const [{ keptAudit }, { checkpointsOf }] = await Promise.all([chainStore(), checkpointStore()]);
  // Before the links: a checkpoint that is made meanwhile may know more of them.
  const checkpoints = await checkpointsOf(practiceId);
  return verifyChain({ ...(await keptAudit(practiceId)), checkpoints }, new Date());
};

const chains = async (): Promise<readonly string[]> => {
  const { listPractices } = await practiceStore();
  return [...(await listPractices()).map(({ practiceId }) => practiceId), nowhere];
};

const entriesOfPatient = async (practiceId: string, patientId: string): Promise<AuditEntry[]> => {
  const [{ entriesSince }, { recordsOfPatient }, { findPatient }] = await Promise.all([
    chainStore(),
    import('../../functions/adapters/patients/patient-history.ts'),
    import('../../functions/adapters/patients/patient-store.ts'),
  ]);
  const [file, { claims, encounters }, entries] = await Promise.all([
    findPatient({ practiceId, patientId }),
    recordsOfPatient(practiceId, patientId, '1900-01-01'),
    entriesSince(practiceId),
  ]);
  const visits = [...claims, ...encounters].map(({ encounterId }) => encounterId);
  return entriesAbout(entries, {
    patientIds: [patientId, ...(file ? idsOf(file) : [])],
    claimIds: claims.map(({ claimId }) => claimId),
    encounterIds: visits,
  });
};

/** `audit`: whether what was written of who saw what is whole, and what it says of a patient. */
export const auditCommand = (useEnvironment: () => void): Command => {
  const command = new Command('audit').description('who saw or changed what, and proof that it is all there');
  command
    .command('verify')
    .description('recompute the chains and hold them to their signed checkpoints; exit 1 where one is wrong')
    .option('-p, --practice <id>', 'only this practice')
    .option('--json', 'as one list')
    .action(async ({ practice, json }: { readonly practice?: string; readonly json?: true }) => {
      useEnvironment();
      const found: Verification[] = [];
      for (const practiceId of practice ? [practice] : await chains()) found.push(await verify(practiceId));
      console.log(json ? JSON.stringify(found, undefined, 2) : renderVerifications(found));
      if (found.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
    });
  command
    .command('patient')
    .description('who saw or changed records of a patient')
    .argument('<patientId>', 'any number that the person has')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--json', 'as one list')
    .action(async (patientId: string, { practice, json }: { practice: string; json?: true }) => {
      useEnvironment();
      const entries = await entriesOfPatient(practice, patientId);
      console.log(json ? JSON.stringify(entries, undefined, 2) : renderEntries(entries));
    });
  return command;
};
