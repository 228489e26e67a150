import type { Finding } from '../../finding.ts';
import type { AgedAccount } from './account-age.ts';
import type { AccountDecision } from './account-decision.ts';

/** What a person asks for, and who it is. */
export type AccountRequest = Pick<AccountDecision, 'action' | 'note' | 'document' | 'by' | 'at'>;

/** What became of a request: taken up, or the same as the decision that stands; or why it was not. */
export type AccountAnswer =
  | { readonly outcome: 'decided'; readonly account: AgedAccount }
  | { readonly outcome: 'unknown' | 'overtaken' }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] };
