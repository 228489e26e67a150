import { type BankCredit, type Deposit, identifyDeposits } from '../../functions/domain/ledger/deposit.ts';
import type { Payment } from '../../functions/domain/ledger/payment.ts';
import { cents } from '../../functions/edi/money.ts';

type CreditChange = Omit<Partial<BankCredit>, 'amount'> & { readonly amount?: number };

/** A credit of 50.00 of Monday, 12 October 2026 (which is Columbus Day: banks are closed, so it is the 13th here). */
export const aCredit = ({ amount = 5000, ...change }: CreditChange = {}): BankCredit => ({
  date: '2026-10-13',
  text: '',
  ...change,
  amount: cents(amount),
});

/** The deposit that a statement of the day tells of; `file` names the statement. */
export const aDeposit = ({
  file = 'monday.bai',
  ...change
}: CreditChange & { file?: string } = {}): Deposit => {
  const told = {
    practiceId: 'maple-street',
    source: { kind: 'bai2', name: file },
    at: '2026-10-14T11:00:00.000Z',
  } as const;
  const [deposit] = identifyDeposits([aCredit(change)], told);
  if (!deposit) throw new Error('One credit is one deposit');
  return file === 'monday.bai' ? deposit : { ...deposit, depositId: `${deposit.depositId}-${file}` };
};

type PaymentChange = Omit<Partial<Payment>, 'amount'> & { readonly amount?: number };

/** An EFT of 50.00 of 13 October 2026 by trace number. */
export const aPayment = (trace: string, { amount = 5000, ...change }: PaymentChange = {}): Payment => ({
  paymentId: `P-${trace}`,
  practiceId: 'maple-street',
  payer: { name: 'Northwind Health', id: '1512345678' },
  payee: { partnerId: 'payer-simulator', npis: [], taxIds: [] },
  trace,
  date: '2026-10-13',
  method: 'ACH',
  providerLevel: [],
  held: [],
  tellings: [
    {
      tellingId: `T-${trace}`,
      partnerId: 'payer-simulator',
      fileId: 'F1',
      moneyDigest: 'm',
      wordingDigest: 'w',
      parts: 1,
      at: '2026-10-12T09:00:00.000Z',
    },
  ],
  status: 'posted',
  postedParts: 1,
  version: 1,
  ...change,
  amount: cents(amount),
});
