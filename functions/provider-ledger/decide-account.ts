import { isSameActor } from '../domain/actor.ts';
import type { Finding } from '../domain/finding.ts';
import type { AgedAccount } from '../domain/ledger/provider-level/account-age.ts';
import type { AccountAnswer, AccountRequest } from '../domain/ledger/provider-level/account-answer.ts';
import type { AccountDecision } from '../domain/ledger/provider-level/account-decision.ts';
import { type LedgerEffects, type LedgerPractice, readLedger } from './read-ledger.ts';

export type DecideAccountEffects = LedgerEffects & {
  /** Adds a decision; false when another one of its number was taken before. */
  readonly addAccountDecision: (decision: AccountDecision) => Promise<boolean>;
};

/**
 * Closes an account by hand, with note and document, or opens again what a person closed. Asked again in the same
 * words it is the same decision; two people at once decide once, and the second hears that it was overtaken.
 */
export const decideAccount = async (
  practice: LedgerPractice,
  accountId: string,
  request: AccountRequest,
  effects: DecideAccountEffects,
): Promise<AccountAnswer> => {
  const read = async (): Promise<AgedAccount | undefined> => {
    const { accounts } = await readLedger(practice, new Date(request.at), effects);
    return accounts.find((account) => account.accountId === accountId);
  };
  const account = await read();
  if (account === undefined) return { outcome: 'unknown' };
  if (isDecidedSo(account.decisions.at(-1), request)) return { outcome: 'decided', account };
  const findings = objectionsTo(account, request);
  if (findings.length > 0) return { outcome: 'refused', findings };
  const { practiceId } = practice;
  const number = account.decisions.length + 1;
  const isAdded = await effects.addAccountDecision({
    ...request,
    practiceId,
    accountId,
    number,
    amount: account.open,
  });
  return isAdded ? { outcome: 'decided', account: (await read()) ?? account } : { outcome: 'overtaken' };
};

const isDecidedSo = (standing: AccountDecision | undefined, asked: AccountRequest): boolean =>
  standing !== undefined &&
  standing.action === asked.action &&
  standing.note === asked.note &&
  standing.document === asked.document &&
  isSameActor(standing.by, asked.by);

const objectionsTo = ({ state, closedBy }: AgedAccount, { action }: AccountRequest): readonly Finding[] => {
  if (action === 'close' && state === 'closed')
    return [{ code: 'account-closed', path: 'action', detail: 'Nothing of the account is open' }];
  if (action === 'reopen' && closedBy !== 'person')
    return [
      {
        code: 'account-not-closed',
        path: 'action',
        detail: 'No person closed the account, so nothing is undone',
      },
    ];
  return [];
};
