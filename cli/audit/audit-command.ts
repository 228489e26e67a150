import Table from 'cli-table3';
import { Command } from 'commander';
import { describeActor } from '../../functions/domain/actor.ts';
import { type AuditEntry, nowhere } from '../../functions/domain/audit/audit-entry.ts';
import { findAllEntries, type PatientTraces } from '../../functions/domain/audit/find-entries.ts';
import {
  type AuditFault,
  type Verification,
  verifyChain,
} from '../../functions/domain/audit/verify-chain.ts';
import { idsOf } from '../../functions/domain/patients/patient-record.ts';

const plain = { head: [], border: [], compact: true };

/** What was found in each chain, one line a chain and one a fault, the first fault of a chain first. */
export const renderVerifications = (verifications: readonly Verification[]): string =>
  verifications
    .flatMap((one) => [`${one.practiceId}: ${resultOf(one)}`, ...one.faults.map(faultInWords)])
    .join('\n');

const resultOf = ({ links, checkpoints, waiting, faults }: Verification): string => {
  if (links + checkpoints + waiting + faults.length === 0) return 'nothing was ever written';
  const state = faults.length === 0 ? 'whole' : `BROKEN, faults: ${faults.length}`;
  return `${state}; links: ${links}, checkpoints: ${checkpoints}, entries that wait for a link: ${waiting}`;
};

const faultInWords = ({ problem, detail, sequence, entryId }: AuditFault): string =>
  `  ${problem}${sequence === undefined ? '' : ` at link ${sequence}`}: ${detail}${entryId ? ` (${entryId})` : ''}`;

/** The first few records of an entry, and how many there are beside them. */
const inWords = (subjects: AuditEntry['subjects']): string => {
  const first = subjects.slice(0, 3).map(({ kind, id }) => `${kind} ${id}`);
  const more = subjects.length - first.length;
  return [...first, ...(more > 0 ? [`${more} more`] : [])].join(', ');
};

/** Who saw or changed what, when, why, from where, with what outcome. */
export const renderEntries = (entries: readonly AuditEntry[]): string => {
  if (entries.length === 0) return 'Nothing was written of that';
  const head = ['at', 'who', 'what', 'whose', 'why', 'outcome', 'from'];
  const table = new Table({ head, style: plain });
  for (const { at, by, action, subjects, purpose, outcome, reason, source } of entries)
    table.push([
      ...[at, describeActor(by), action, inWords(subjects), purpose],
      ...[reason === undefined ? outcome : `${outcome}: ${reason}`, source],
    ]);
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

type ListOptions = {
  readonly practice: string;
  readonly patient?: string;
  readonly member?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
};

const tracesOfPatient = async (practiceId: string, patientId: string): Promise<PatientTraces> => {
  const [{ claimsOfPatient }, { encountersOfPatient }, { findPatient }] = await Promise.all([
    import('../../functions/adapters/claim-store.ts'),
    import('../../functions/adapters/encounter-store.ts'),
    import('../../functions/adapters/patients/patient-store.ts'),
  ]);
  const file = await findPatient({ practiceId, patientId });
  const patientIds = [...new Set([patientId, ...(file ? idsOf(file) : [])])];
  const [claims, encounters] = await Promise.all([
    Promise.all(patientIds.map((id) => claimsOfPatient(practiceId, id))),
    Promise.all(patientIds.map((id) => encountersOfPatient(practiceId, id))),
  ]);
  const visits = [...claims.flat(), ...encounters.flat()].map(({ encounterId }) => encounterId);
  return { patientIds, claimIds: claims.flat().map(({ claimId }) => claimId), encounterIds: visits };
};

/** Days are those of UTC: the entries show their instants. */
const entriesFor = async ({ practice, patient, member, from, to }: ListOptions): Promise<AuditEntry[]> => {
  const { entriesIn } = await import('../../functions/adapters/audit/entry-store.ts');
  const about = patient === undefined ? undefined : await tracesOfPatient(practice, patient);
  const span = { from: from ?? '0', before: to === undefined ? '~' : `${to}~` };
  return findAllEntries(practice, { ...span, about, member }, entriesIn);
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
    .command('list')
    .description('who saw or changed what, the newest first')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--patient <id>', 'only what is about this patient; any number that the person has')
    .option('--member <subject>', 'only what this member did; or the mailbox of a person')
    .option('--from <day>', 'from this day on, in UTC')
    .option('--to <day>', 'up to this day, in UTC')
    .option('--json', 'as one list')
    .action(async (options: ListOptions) => {
      useEnvironment();
      const entries = await entriesFor(options);
      console.log(options.json ? JSON.stringify(entries, undefined, 2) : renderEntries(entries));
    });
  return command;
};
