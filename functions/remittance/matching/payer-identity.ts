import type { PayerNamed } from '../../domain/ledger/payment.ts';
import type { ClaimBilling } from '../../domain/posting.ts';
import type { Remittance } from '../../edi/x835/loops.ts';
import { lettersOf } from './line-number.ts';

/** Whether a fact of a decision is that of a claim of ours; unknown where one of the two does not say. */
export type Verdict = 'agrees' | 'differs' | 'unknown';

type Contract = ClaimBilling['contracts'][number];

/**
 * Whether the payer that an 835 names is the one of a contract: by an id (N104, REF*2U, EO, HI, NF) or by name, both
 * without regard to how they are written. Payers of one partner number their claims each for itself, so that who
 * speaks has to be known before a number of theirs is believed. One that the practice knows as another contract's
 * payer, or that shares no word with this one's name, is somebody else.
 */
export const comparePayer = (payer: PayerNamed, payerId: string, contracts: readonly Contract[]): Verdict => {
  const same = contracts.filter((contract) => isNamedBy(payer, contract));
  if (same.length > 0) return same.some((contract) => contract.payerId === payerId) ? 'agrees' : 'differs';
  const own = contracts.find((contract) => contract.payerId === payerId);
  const said = wordsOf(payer.name);
  if (own === undefined || said.length === 0) return 'unknown';
  return wordsOf(own.name).some((word) => said.includes(word)) ? 'unknown' : 'differs';
};

/** How a payment names its payer. */
export const payerNamedBy = ({
  payer: { name = '', id = '', references = [] },
  payerIdentifier,
}: Pick<Remittance, 'payer' | 'payerIdentifier'>): PayerNamed => ({
  name,
  ...(payerIdentifier && { id: payerIdentifier }),
  ids: [id, ...references.map((reference) => reference.id)].filter((one) => one !== ''),
});

const isNamedBy = (payer: PayerNamed, { payerId, name }: Contract): boolean => {
  const ids = (payer.ids ?? []).map(lettersOf);
  const words = wordsOf(name);
  return (
    ids.includes(lettersOf(payerId)) || (words.length > 0 && words.join() === wordsOf(payer.name).join())
  );
};

/** The words of a name, without those that say only what kind of company it is. */
const wordsOf = (name: string): string[] =>
  name
    .toUpperCase()
    .replaceAll(/['.]/g, '')
    .split(/[^0-9A-Z]+/)
    .filter((word) => word !== '' && !companyWords.has(word));

const companyWords = new Set([
  'INC',
  'INCORPORATED',
  'LLC',
  'CO',
  'CORP',
  'COMPANY',
  'LTD',
  'THE',
  'OF',
  'AND',
]);
