import { dateOf } from '../../functions/domain/calendar.ts';
import type { InterchangeHeader } from '../../functions/edi/interchange-header.ts';
import { sum } from '../../functions/edi/money.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/remittance.ts';
import { write835 } from '../../functions/edi/x835/write-835.ts';
import type { BillingProvider } from '../../functions/edi/x837p/professional-claim.ts';
import { type Answer, composeAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';
import { type ClaimOnFile, settlePayment } from './ledger.ts';
import { digitsFrom } from './numbers.ts';
import type { PayerRules } from './payer-rules.ts';

/** Decisions about one claim that go out together; a correction brings the reversal of what it corrects. */
export type Payout = {
  readonly onFile: ClaimOnFile;
  readonly decisions: readonly RemittanceClaim[];
  readonly afterDays: number;
};

const payeeOf = ({ claim }: ClaimOnFile): string =>
  claim.billingProvider.npi ?? claim.billingProvider.taxId ?? '';

/** Writes payouts as 835s, one for each payer, payee and day, and enters them in the ledger. */
export const remit = (file: ReceivedFile, payouts: readonly Payout[], office: Office): Answer[] => {
  const groups = Map.groupBy(payouts, ({ onFile, afterDays }) =>
    JSON.stringify([onFile.payerId, payeeOf(onFile), afterDays]),
  );
  return [...groups.values()].flatMap((group, part) => {
    const [first] = group;
    const payer = first && office.payers.get(first.onFile.payerId);
    return payer ? [remitGroup({ file, payer, part, first }, group, office)] : [];
  });
};

type Batch = { file: ReceivedFile; payer: PayerRules; part: number; first: Payout };

const remitGroup = (
  { file, payer, part, first }: Batch,
  group: readonly Payout[],
  office: Office,
): Answer => {
  const dueAt = dueAfter(file, first.afterDays, office);
  const traceNumber = digitsFrom(`${payer.payerId}/${file.name}/${part}`, 10);
  for (const { onFile, decisions } of group) {
    const decision = decisions.at(-1);
    if (decision) onFile.decisions.push({ decidedAt: dueAt, decision, traceNumber });
  }
  const claims = group
    .flatMap(({ decisions }) => decisions)
    .map((claim, index) => ({ ...claim, position: index + 1 }));
  const settlement = settlePayment(office.ledger, {
    account: `${payer.payerId}/${payeeOf(first.onFile)}`,
    total: sum(claims.map(({ paid }) => paid)),
    traceNumber,
    dueAt,
  });
  const remittance = composeRemittance(payer, first.onFile.claim.billingProvider, {
    ...settlement,
    claims,
    traceNumber,
    date: dateOf(dueAt),
  });
  const write = (envelope: InterchangeHeader) => write835({ envelope, remittances: [remittance] });
  return composeAnswer(file, { transaction: '835', part, dueAt, header: first.onFile.header, write });
};

type Payment = ReturnType<typeof settlePayment> & {
  claims: RemittanceClaim[];
  traceNumber: string;
  date: string;
};

const composeRemittance = (payer: PayerRules, payee: BillingProvider, payment: Payment): Remittance => {
  const { paid, reasons, claims, traceNumber, date } = payment;
  return {
    handling: paid > 0 ? 'I' : 'H',
    paid,
    creditOrDebit: 'C',
    method: paid > 0 ? 'CHK' : 'NON',
    paymentDate: date,
    traceNumber,
    payerIdentifier: `1${payer.taxId}`,
    productionDate: date,
    payer: {
      name: payer.name,
      address: payer.address,
      references: [{ qualifier: '2U', id: payer.payerId }],
      technicalContact: { name: `${payer.name} EDI`, phone: payer.phone },
    },
    payee: {
      name: payee.name,
      idQualifier: payee.npi ? 'XX' : 'FI',
      id: payee.npi ?? payee.taxId ?? '',
      references: payee.npi && payee.taxId ? [{ qualifier: 'TJ', id: payee.taxId }] : [],
    },
    claims,
    brokenClaims: [],
    providerAdjustments:
      reasons.length === 0
        ? []
        : [
            {
              providerId: payee.npi ?? payee.taxId ?? '',
              fiscalPeriodEnd: `${date.slice(0, 4)}-12-31`,
              adjustments: reasons,
            },
          ],
  };
};
