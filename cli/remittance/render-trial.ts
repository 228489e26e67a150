import Table from 'cli-table3';
import { type Cents, toDollars } from '../../functions/edi/money.ts';
import { candidateText } from '../../functions/remittance/describe-unposted.ts';
import type { Trial, TrialPayment } from './try-remittances.ts';

const plain = { head: [], border: [], compact: true };

const dollars = (amount: Cents | undefined): string => (amount === undefined ? '' : toDollars(amount));

/** Where each claim and its visit stand, then each payment with what of it is not posted. */
export const renderTrial = ({ claims, payments }: Trial): string => {
  const table = new Table({
    head: ['claim', 'charge', 'paid', 'adjusted', 'patient', 'open', 'to decide', 'status'],
    style: plain,
  });
  for (const {
    claimId,
    charge,
    insurancePaid,
    adjustments,
    patientBalance,
    open,
    disputed,
    status,
  } of claims)
    table.push([
      claimId,
      ...[charge, insurancePaid, adjustments, patientBalance, open].map(dollars),
      disputed.map(dollars).join(' '),
      status,
    ]);
  return [table.toString(), ...payments.map(renderPayment)].join('\n\n');
};

const renderPayment = ({
  trace,
  amount,
  posted,
  providerLevel,
  held,
  told,
  toldOtherwise,
}: TrialPayment): string =>
  [
    `Payment ${trace}: ${dollars(amount)}, of which ${dollars(posted)} stands on claims`,
    ...providerLevel.map(
      ({ reason, reference, amount: taken, standing }) =>
        `  provider level: ${reason} ${dollars(taken)}${reference ? ` for ${reference}` : ''}${standing ? ` (${standing})` : ''}`,
    ),
    ...(told > 1
      ? [`  told by ${told} files, ${toldOtherwise} of them otherwise than the first; posted once`]
      : []),
    ...held.flatMap(({ reason, candidates = [] }) => [
      `  held: ${reason}`,
      ...candidates.map((one) => `    ${candidateText(one)}`),
    ]),
  ].join('\n');
