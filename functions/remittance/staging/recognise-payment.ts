import type { Payment } from '../../domain/ledger/payment.ts';
import type { PaymentRecords } from '../../domain/posting.ts';
import { lettersOf } from '../matching/line-number.ts';
import { paymentIdentityOf } from '../payment-identity.ts';
import type { ToldPayment } from './tell-payment.ts';

/**
 * A payment as the records know it. One on which a person acted goes by the name that it has since then; and what a
 * person posted is known by its check number however that is written, by its day and its amount.
 */
export const recognisePayment = async (
  tell: (known?: Payment) => ToldPayment,
  records: Pick<PaymentRecords, 'findPayment' | 'paymentsOfDay'>,
): Promise<ToldPayment> => {
  const told = tell();
  const { paymentId, identity } = told.payment;
  const known = (await records.findPayment(paymentId)) ?? (await findWrittenOtherwise(told, records));
  if (known === undefined) return told;
  const isSame = known.paymentId === paymentId && (known.identity ?? identity) === identity;
  return isSame ? told : tell(known);
};

/** The one payment of the day that this one may be; undefined where there is none, or where several may be meant. */
const findWrittenOtherwise = async (
  { payment, telling }: ToldPayment,
  { paymentsOfDay }: Pick<PaymentRecords, 'paymentsOfDay'>,
): Promise<Payment | undefined> => {
  const { practiceId, date } = payment;
  if (practiceId === undefined || date === undefined) return undefined;
  // A person knows the date of a check whose file has none.
  const days = telling.byHand ? [date, ''] : [date];
  const known = (await Promise.all(days.map((day) => paymentsOfDay(practiceId, day)))).flat();
  const [meant, ...others] = known.filter((one) => isWrittenOtherwise(one, payment));
  return others.length === 0 && meant
    ? { ...meant, identity: meant.identity ?? identityOf(meant) }
    : undefined;
};

/** Between two files the payer's own numbers decide; paper and people write them as they like. */
const isWrittenOtherwise = (known: Payment, told: Payment): boolean => {
  const tellings = [...known.tellings, ...told.tellings];
  const isByPerson = tellings.some(({ byHand, released }) => byHand ?? released);
  if (!isByPerson || known.amount !== told.amount || checkNumber(known) !== checkNumber(told)) return false;
  // Payments of nothing often share a number: they are told apart by what they decide.
  const [{ figuresDigest } = {}] = told.tellings;
  return told.amount !== 0 || known.tellings.some((one) => one.figuresDigest === figuresDigest);
};

const checkNumber = ({ trace }: Payment): string => lettersOf(trace).replace(/^0+/, '');

/** Of a payment from before it was kept. */
const identityOf = ({ trace, date, amount }: Payment): string =>
  paymentIdentityOf({ traceNumber: trace, paymentDate: date, paid: amount }, []);
