import { type Cents, cents, sum } from '../../functions/edi/money.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import type { BillingProviderLevel } from '../../functions/edi/x837p/loops.ts';
import { type Answer, composeAnswer, dueAfter, type Office, type ReceivedFile } from './answer.ts';
import { dateOf } from './date-of.ts';
import { inParts } from './in-parts.ts';
import { type BesideClaims, type ClaimOnFile, settlePayment } from './ledger.ts';
import { digitsFrom } from './numbers.ts';
import type { PayerRules } from './payer-rules.ts';

/** Decisions about one claim that go out together; a correction brings the reversal of what it corrects. */
export type Payout = {
  readonly onFile: ClaimOnFile;
  readonly decisions: readonly RemittanceClaim[];
  /** What the payment holds beside its claims (PLB). @default nothing */
  readonly beside?: readonly BesideClaims[];
  readonly afterDays: number;
};

type BillingProvider = BillingProviderLevel['provider'];

/** The NPI, or the tax id of a provider without one. */
const payeeIdOf = ({ id, taxId }: BillingProvider): string => id ?? taxId?.id ?? '';

const payeeOf = ({ billed }: ClaimOnFile): string => payeeIdOf(billed.biller.provider);

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
  const claims = group.flatMap(({ onFile, decisions }) =>
    onFile.isToldInParts ? decisions.flatMap(inParts) : decisions,
  );
  const beside = group.flatMap((payout) => payout.beside ?? []);
  const settlement = settlePayment(office.ledger, {
    account: `${payer.payerId}/${payeeOf(first.onFile)}`,
    total: cents(sum(claims.map(({ paid }) => paid)) - sum(beside.map(({ amount }) => amount))),
    traceNumber,
    dueAt,
  });
  const payment: Payment = {
    paid: settlement.paid,
    beside: [...beside, ...settlement.reasons],
    claims,
    traceNumber,
    date: dateOf(dueAt),
  };
  const remittance = composeRemittance(payer, first.onFile.billed.biller, payment);
  const plan = { transaction: '835', part, dueAt, header: first.onFile.header } as const;
  const answer = composeAnswer(file, plan, { guide: remittanceGuide, sets: () => [remittance] });
  const { paid, beside: all } = payment;
  return {
    ...answer,
    payment: { payerId: payer.payerId, traceNumber, date: payment.date, amount: paid, claims, beside: all },
  };
};

type Payment = {
  paid: Cents;
  beside: BesideClaims[];
  claims: RemittanceClaim[];
  traceNumber: string;
  date: string;
};

const composeRemittance = (
  payer: PayerRules,
  { provider }: BillingProviderLevel,
  { paid, beside, claims, traceNumber, date }: Payment,
): Remittance => ({
  handling: paid > 0 ? 'I' : 'H',
  paid,
  creditOrDebit: 'C',
  method: paid > 0 ? 'CHK' : 'NON',
  paymentDate: date,
  traceNumber,
  payerIdentifier: `1${payer.taxId}`,
  productionDate: date,
  payer: remittancePayer(payer),
  payee: remittancePayee(provider),
  groups: claims.length > 0 ? [{ number: 1, claims }] : undefined,
  providerAdjustments: sixEach(beside).map((adjustments) => ({
    providerId: payeeIdOf(provider),
    fiscalPeriodEnd: `${date.slice(0, 4)}-12-31`,
    adjustments,
  })),
});

/** PLB03 to PLB14 hold six pairs. */
const sixEach = (beside: readonly BesideClaims[]): BesideClaims[][] =>
  Array.from({ length: Math.ceil(beside.length / 6) }, (_, at) => beside.slice(at * 6, at * 6 + 6));

const remittancePayer = ({ name, address, payerId, phone }: PayerRules): Remittance['payer'] => ({
  name,
  addressLine1: address.line1,
  addressLine2: address.line2,
  city: address.city,
  state: address.state,
  postalCode: address.postalCode,
  references: [{ qualifier: '2U', id: payerId }],
  technicalContacts: [{ name: `${name} EDI`, numbers: [{ qualifier: 'TE', number: phone }] }],
});

const remittancePayee = (provider: BillingProvider): Remittance['payee'] => {
  const { name, id: npi, taxId } = provider;
  return {
    name,
    idQualifier: npi ? 'XX' : 'FI',
    id: payeeIdOf(provider),
    references: npi && taxId ? [{ qualifier: 'TJ', id: taxId.id }] : undefined,
  };
};
