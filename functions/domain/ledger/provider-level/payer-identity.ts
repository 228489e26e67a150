import type { Payment } from '../payment.ts';

/** What a payment says of who pays. */
export type PaidBy = Pick<Payment, 'paymentId' | 'payer' | 'payee'>;

/**
 * TRN03 as payers mean it: a tax id is written with its leading 1, without it, or with hyphens. A number of one
 * digit alone, over and over, stands for none.
 */
const payerNumberOf = ({ payer }: Pick<PaidBy, 'payer'>): string | undefined => {
  const plain = (payer.id ?? '').toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  const number = /^1\d{9}$/.test(plain) ? plain.slice(1) : plain;
  return number === '' || /^(.)\1*$/.test(number) ? undefined : number;
};

/** The letters and digits of a payer's name: spaces and points are written one way today and another tomorrow. */
export const nameLettersOf = ({ payer }: Pick<PaidBy, 'payer'>): string =>
  payer.name.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/**
 * Which payments are of one payer, by payment: those of one number (TRN03). A payment without a number is of the
 * payer of its name, if that is one; one without a name, of the partner that sent it.
 */
export const identifyPayers = (payments: readonly PaidBy[]): ReadonlyMap<string, string> => {
  const numbersOf = new Map<string, Set<string>>();
  for (const payment of payments) {
    const number = payerNumberOf(payment);
    const known = numbersOf.get(nameLettersOf(payment)) ?? new Set();
    if (number) numbersOf.set(nameLettersOf(payment), known.add(number));
  }
  return new Map(payments.map((payment) => [payment.paymentId, payerKey(payment, numbersOf)]));
};

const payerKey = (payment: PaidBy, numbersOf: ReadonlyMap<string, ReadonlySet<string>>): string => {
  const letters = nameLettersOf(payment);
  const [ofName, ...others] = letters === '' ? [] : (numbersOf.get(letters) ?? []);
  const number = payerNumberOf(payment) ?? (others.length === 0 ? ofName : undefined);
  if (number) return `number ${number}`;
  return letters === '' ? `partner ${payment.payee.partnerId}` : `name ${letters}`;
};

/** Whether two payments that name the same reference may be of one payer: by number or by name, as far as they say. */
export const isOnePayer = (one: PaidBy['payer'], other: PaidBy['payer']): boolean => {
  const numbers = [one, other].map((payer) => payerNumberOf({ payer }));
  const letters = [one, other].map((payer) => nameLettersOf({ payer }));
  const agrees = ([first, second]: readonly (string | undefined)[]): boolean => first === second;
  return numbers[0] === undefined || numbers[1] === undefined
    ? agrees(letters) || letters.includes('')
    : agrees(numbers) || (letters[0] !== '' && agrees(letters));
};
