import { expect, it } from 'vitest';
import { Payment } from '../../functions/domain/ledger/payment.ts';
import { finishPayment } from '../../functions/remittance/finish-payment.ts';
import { aPayment } from '../factories/deposits.ts';

const held = [{ code: 'unmatched-claim', path: 'CLP[1]', detail: 'X-1: we did not send this claim' }];

/** Who is asked about a payment of which something is held, where two practices are paid under one number. */
const asked = async (practiceId: string | undefined): Promise<readonly (string | undefined)[]> => {
  const { practiceId: _maple, ...payment } = aPayment('77123', { held });
  const told: (string | undefined)[] = [];
  const known = Payment.parse({ ...payment, status: 'posting', ...(practiceId && { practiceId }) });
  await finishPayment(known, {
    payments: { partsOf: async () => [], changePayment: async () => known } as never, // all that is asked of it
    practicesPaid: async () => ['elm-row', 'maple-street'],
    practicesOf: async () => [],
    raiseTask: async (_draft, subject) => void told.push(subject.practiceId),
  });
  return told;
};

it('of what is held of a payment the practice hears that entered it, and no other under its numbers', async () => {
  expect(await asked('elm-row')).toEqual(['elm-row']);
});

it('of what is held of a payment that may be either’s both hear', async () => {
  expect(await asked(undefined)).toEqual(['elm-row', 'maple-street']);
});
