import { z } from 'zod';
import { checkInput, checkJson } from '../domain/check-input.ts';
import { AccountDecision } from '../domain/ledger/provider-level/account-decision.ts';
import { badRequest, json, problem } from '../runtime/http-handler.ts';
import { notFound, type PracticeRoute, type Respond } from './practice-request.ts';

const LedgerQuery = z.object({ state: z.enum(['open', 'reduced', 'closed']).optional() });

/** The accounts between payers and the practice beside its claims, with their age, and all that they are made of. */
const getProviderLedger: Respond = async ({ practiceId, query }, records) => {
  const checked = checkInput(LedgerQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const { accounts, ...ledger } = await records.providerLedger(practiceId);
  const { state } = checked.data;
  const wanted = accounts.filter((account) => state === undefined || account.state === state);
  return json(200, { accounts: wanted, ...ledger });
};

/** Strict, like the decisions of tasks: who decides and when is not the caller's word. */
const AskedDecision = AccountDecision.unwrap().pick({ action: true, note: true, document: true }).strict();

/** Closes an account by hand, or opens it again, in the name of the member who does. */
const decideAccount: Respond = async ({ practiceId, path, body, by }, records) => {
  const asked = checkJson(AskedDecision, body);
  if (!asked.success) return badRequest(asked.findings);
  const at = records.now().toISOString();
  const answer = await records.decideAccount(practiceId, path.accountId ?? '', { ...asked.data, by, at });
  if (answer.outcome === 'unknown') return notFound();
  if (answer.outcome === 'refused') return badRequest(answer.findings);
  if (answer.outcome === 'decided') return json(200, { account: answer.account });
  return problem('ConcurrentChange', { detail: 'Somebody decided about the account meanwhile' });
};

/** What stands between payers and the practice beside its claims. */
export const providerLedgerRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/provider-ledger',
    summary: 'The accounts with payers beside the claims',
    permission: 'read',
    audit: { of: ['payment'], why: 'payment' },
    query: LedgerQuery,
    answer: { status: 200, body: z.looseObject({ accounts: z.array(z.looseObject({})) }) },
    handler: getProviderLedger,
  },
  {
    method: 'POST',
    path: '/provider-ledger/{accountId}/decisions',
    summary: 'Closes an account by hand, or opens it again',
    repeat: 'the same words are the same decision',
    permission: 'bill',
    audit: { of: ['payment'], why: 'payment' },
    body: AskedDecision,
    answer: { status: 200, body: z.object({ account: z.looseObject({}) }) },
    handler: decideAccount,
  },
];
