import type { Remittance } from '../../edi/x835/loops.ts';
import type { Payer } from '../payer.ts';
import type { ClaimBilling } from '../posting.ts';
import type { Practice } from '../practice.ts';
import type { PaidTo } from './payment.ts';

/** The numbers under which somebody is paid. */
export type PayeeNumbers = Pick<ClaimBilling, 'npis' | 'taxIds'>;

/** A practice is paid under its own numbers, under those of its billing entities, or of its providers. */
export const numbersOf = ({
  npi,
  taxId,
  providers,
  billingEntities = [],
}: Pick<Practice, 'npi' | 'taxId' | 'providers'> &
  Partial<Pick<Practice, 'billingEntities'>>): PayeeNumbers => ({
  npis: [npi, ...[...billingEntities, ...providers].map((one) => one.npi)],
  taxIds: [taxId, ...billingEntities.map((one) => one.taxId)],
});

/** How many of a payee's identifiers are theirs: all of them, only some, or none; a payee without any is nobody. */
export const agreementWith = (
  numbers: PayeeNumbers,
  { npis, taxIds }: Pick<PaidTo, 'npis' | 'taxIds'>,
): 'all' | 'some' | 'none' => {
  const agreements = [
    ...npis.map((id) => numbers.npis.includes(id)),
    ...taxIds.map((id) => numbers.taxIds.includes(id)),
  ];
  if (!agreements.includes(true)) return 'none';
  return agreements.includes(false) ? 'some' : 'all';
};

/**
 * The practices that a payment is made out to, by id. Where no practice has all its identifiers it is the only one that
 * has some: a practice whose new number nobody entered yet still hears of its money, and of two that the payment mixes
 * up neither reads the other's.
 */
export const practicesPaidAmong = (practices: readonly Practice[], paidTo: PaidTo): readonly string[] => {
  const agreeing = (agreement: 'all' | 'some'): readonly string[] =>
    practices
      .filter((practice) => agreementWith(numbersOf(practice), paidTo) === agreement)
      .map(({ practiceId }) => practiceId);
  const paid = agreeing('all');
  if (paid.length > 0) return paid;
  const [only, ...others] = agreeing('some');
  return only !== undefined && others.length === 0 ? [only] : [];
};

/** Whether files of a payer go, or its remittances may come, through the partner. */
export const goesThrough = (
  { partnerId, remittancePartnerIds }: Pick<Payer, 'partnerId' | 'remittancePartnerIds'>,
  partner: string,
): boolean => partnerId === partner || remittancePartnerIds.includes(partner);

/** N104 is an NPI (XX) or a tax id (FI); REF*TJ is a tax id. Other numbers are the payer's own. */
export const recipientOf = (
  partnerId: string,
  { idQualifier, id, references = [] }: Remittance['payee'],
): PaidTo => ({
  partnerId,
  npis: idQualifier === 'XX' ? [id] : [],
  taxIds: [
    ...(idQualifier === 'FI' ? [id] : []),
    ...references.filter(({ qualifier }) => qualifier === 'TJ').map((reference) => reference.id),
  ].map(digits),
});

/** Tax ids are written with and without their hyphen. */
const digits = (id: string): string => id.replaceAll(/\D/g, '');
