import { z } from 'zod';
import { programActor } from '../domain/actor.ts';
import { checkInput, checkJson } from '../domain/check-input.ts';
import { AccountDecision } from '../domain/ledger/provider-level/account-decision.ts';
import { badRequest, json } from '../runtime/http-handler.ts';
import { notFound, type Respond, unnamedCaller } from './practice-request.ts';

const LedgerQuery = z.object({ state: z.enum(['open', 'reduced', 'closed']).optional() });

/** The accounts between payers and the practice beside its claims, with their age, and all that they are made of. */
export const getProviderLedger: Respond = async ({ practiceId, query }, records) => {
  const checked = checkInput(LedgerQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const { accounts, ...ledger } = await records.providerLedger(practiceId);
  const { state } = checked.data;
  const wanted = accounts.filter((account) => state === undefined || account.state === state);
  return json(200, { accounts: wanted, ...ledger });
};

/** Strict, like the decisions of tasks: who decides and when is not the caller's word. */
const AskedDecision = AccountDecision.unwrap().pick({ action: true, note: true, document: true }).strict();

/** Closes an account by hand, or opens it again, in the name of the IAM principal that signed the request. */
export const decideAccount: Respond = async ({ practiceId, path, body, principal }, records) => {
  if (!principal) return unnamedCaller();
  const asked = checkJson(AskedDecision, body);
  if (!asked.success) return badRequest(asked.findings);
  const by = programActor(principal, practiceId);
  const at = records.now().toISOString();
  const answer = await records.decideAccount(practiceId, path.accountId ?? '', { ...asked.data, by, at });
  if (answer.outcome === 'unknown') return notFound();
  if (answer.outcome === 'refused') return badRequest(answer.findings);
  if (answer.outcome === 'decided') return json(200, { account: answer.account });
  return json(409, { error: 'ConcurrentChange', message: 'Somebody decided about the account meanwhile' });
};
