import { shortDigest } from '../../domain/digest.ts';
import type { HandAdjustment, HandClaim, HandLine, HandPayment } from '../../domain/ledger/hand-payment.ts';
import type { Payer } from '../../domain/payer.ts';
import type { Practice } from '../../domain/practice.ts';
import { adjustmentSegments } from '../../edi/guide/adjustment-list.ts';
import type { PlacedClaim } from '../../edi/x835/claims-of.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../../edi/x835/loops.ts';
import { outlineOf } from '../staging/outline-payments.ts';
import type { PaymentOutline } from '../staging/payment-outline.ts';

/** A payment that a person has on paper, as an 835 would tell of it. */
export type OutlinedByHand = {
  readonly outline: PaymentOutline;
  readonly claims: readonly PlacedClaim[];
};

/** Puts what a person entered as an 835 has it, so that it goes the same way; nothing is added to it. */
export const outlineByHand = (entry: HandPayment, payer: Payer, practice: Practice): OutlinedByHand => {
  const claims = entry.claims.map((claim, at) => ({ position: at + 1, claim: toClaim(claim) }));
  return {
    claims,
    outline: {
      controlNumber: '',
      number: 1,
      data: toRemittance(entry, payer, practice),
      broken: [],
      claims: claims.map(({ claim, position }) => outlineOf(claim, position)),
      wordingDigest: shortDigest(JSON.stringify(entry)),
    },
  };
};

/** The payer is named by our contract with it, the payee by the practice's own numbers. */
const toRemittance = (entry: HandPayment, payer: Payer, practice: Practice): Remittance => ({
  handling: 'I',
  paid: entry.amount,
  creditOrDebit: 'C',
  method: entry.method,
  paymentDate: entry.date,
  traceNumber: entry.trace,
  payerIdentifier: '',
  payer: { name: payer.name, idQualifier: 'XV', id: payer.payerId },
  payee: {
    name: practice.name,
    idQualifier: 'XX',
    id: practice.npi,
    references: [{ qualifier: 'TJ', id: practice.taxId }],
  },
  providerAdjustments: entry.providerLevel.map(({ reason, reference, amount }) => ({
    providerId: practice.npi,
    fiscalPeriodEnd: entry.date,
    adjustments: [{ identifier: { reason, ...(reference !== undefined && { reference }) }, amount }],
  })),
});

const toClaim = (claim: HandClaim): RemittanceClaim => ({
  patientControlNumber: claim.claimNumber,
  statusCode: claim.statusCode,
  charge: claim.charge,
  paid: claim.paid,
  payerControlNumber: claim.payerControlNumber,
  adjustments: toSegments(claim.adjustments),
  outpatient: claim.remarks.length > 0 ? { remarks: claim.remarks } : undefined,
  lines: claim.lines.length > 0 ? claim.lines.map(toLine) : undefined,
});

const toLine = (line: HandLine): RemittanceLine => ({
  procedure: {
    qualifier: 'HC',
    procedure: line.procedure,
    modifiers: line.modifiers.length > 0 ? line.modifiers : undefined,
  },
  charge: line.charge,
  paid: line.paid,
  adjustments: toSegments(line.adjustments),
  lineControlNumber: line.lineNumber === undefined ? undefined : String(line.lineNumber),
  remarks: line.remarks.length > 0 ? line.remarks.map((code) => ({ list: 'HE', code })) : undefined,
});

const toSegments = (adjustments: readonly HandAdjustment[]): RemittanceClaim['adjustments'] =>
  adjustmentSegments(adjustments.map(({ group, reason, amount }) => ({ group, reason, amount })));
