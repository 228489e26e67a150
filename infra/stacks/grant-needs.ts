import { auditEnv } from '../../functions/adapters/audit/audit.env.ts';
import { codeSetsEnv } from '../../functions/adapters/code-sets.env.ts';
import type { WorkflowName } from '../../functions/adapters/workflows.env.ts';
import type { BillingFunction } from '../constructs/billing-function.ts';
import type { CodeSetLayer } from '../constructs/code-set-layer.ts';
import type { EventQueue } from '../constructs/event-queue.ts';
import type { OtherSuggesters } from '../constructs/other-suggesters.ts';
import { allowSending } from '../constructs/queue-access.ts';
import type { Sweeping } from '../constructs/queues/sweeping.ts';
import type { TaskMail } from '../constructs/task-mail.ts';
import type { Webhooks } from '../constructs/webhooks.ts';
import type { Workflow } from '../constructs/workflow.ts';
import { keys } from './keys.ts';
import type { FunctionNeeds } from './needs.ts';
import type { RecordsStack } from './records-stack.ts';

export interface Grantors {
  readonly records: RecordsStack;
  /** Where entries of the audit wait to be chained. */
  readonly auditEntries: EventQueue;
  readonly workflows: ReadonlyMap<WorkflowName, Workflow>;
  /** Where shares of the sweep, and ends of executions, wait to be looked at. */
  readonly sweeping: Sweeping;
  readonly mail: TaskMail;
  /** A folder where no layer is: the starter set answers where it is neither. */
  readonly codeSets: CodeSetLayer | string | undefined;
  readonly suggesters: OtherSuggesters;
  readonly webhooks: Webhooks;
}

/** Allows a function what it needs and tells it the names; nothing else in the app grants a function anything. */
export const grantNeeds = (
  fn: BillingFunction,
  needs: FunctionNeeds,
  { records, auditEntries, workflows, sweeping, mail, codeSets, suggesters, webhooks }: Grantors,
): void => {
  if (needs.records === 'read') records.claims.grantRead(fn);
  if (needs.records === 'write') records.claims.grantReadWrite(fn);
  if (needs.records === 'import') records.claims.grantImport(fn);
  if (needs.intake) records.intake.grant(fn, needs.intake);
  if (needs.exchange) records.exchange.grant(fn, needs.exchange);
  for (const name of needs.starts ?? []) find(workflows, name).grantStart(fn);
  for (const name of needs.resumes ?? []) find(workflows, name).grantResume(fn);
  for (const name of needs.inspects ?? []) find(workflows, name).grantInspect(fn);
  for (const name of needs.describes ?? []) find(workflows, name).grantDescribe(fn);
  for (const name of needs.stops ?? []) find(workflows, name).grantStop(fn);
  if (needs.sweep === 'shares') sweeping.grantShare(fn);
  if (needs.sweep === 'looks-again') sweeping.grantLookAgain(fn);
  if (needs.audit) grantAudit[needs.audit](fn, { records, auditEntries });
  if (needs.mail === 'sends') mail.grantSend(fn);
  if (needs.links === 'signs' || needs.links === 'both') mail.grantSignLinks(fn);
  if (needs.links === 'verifies' || needs.links === 'both') records.linkKey.grant(fn, 'kms:VerifyMac');
  if (needs.codeSets) records.codeSets.grant(fn, { read: [keys.editions] });
  if (needs.codeSets && codeSets) giveCodeSets(codeSets, fn);
  if (needs.suggesters) suggesters.grantAsk(fn);
  if (needs.people === 'invites') records.signIn.grantInvite(fn);
  if (needs.people === 'signs-in') records.signIn.tellWhere(fn);
  if (needs.webhooks?.includes('wakes')) webhooks.grantWake(fn);
  if (needs.webhooks?.includes('seals')) records.webhookSecrets.grant(fn, 'kms:Encrypt');
  if (needs.webhooks?.includes('opens')) records.webhookSecrets.grant(fn, 'kms:Decrypt');
  if (needs.webhooks?.includes('reaches')) webhooks.tellWhere(fn);
};

type AuditGrantors = Pick<Grantors, 'records' | 'auditEntries'>;

const writesAudit = (fn: BillingFunction, { records, auditEntries }: AuditGrantors): void => {
  records.audit.grantWrite(fn);
  allowSending(fn.role, auditEntries.queue);
  fn.tell(auditEnv.queueUrl, auditEntries.queue.queueUrl);
};

const grantAudit = {
  writes: writesAudit,
  shows: (fn: BillingFunction, grantors: AuditGrantors): void => {
    writesAudit(fn, grantors);
    grantors.records.audit.grantReadEntries(fn);
  },
  chains: (fn: BillingFunction, { records }: AuditGrantors): void => records.audit.grantChain(fn),
  signs: (fn: BillingFunction, { records }: AuditGrantors): void => records.audit.grantCheckpoint(fn),
} as const;

const giveCodeSets = (codeSets: CodeSetLayer | string, fn: BillingFunction): void =>
  typeof codeSets === 'string' ? fn.tell(codeSetsEnv.folder, codeSets) : codeSets.attachTo(fn);

/** The entry of a key that must be there: throws where a construct is used before it is made. */
export const find = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${String(key)} is not made yet`);
  return value;
};
