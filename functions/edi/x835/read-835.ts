import { amountOf, attempt, dateOf, requiredAmount, requiredDate, requiredElement } from '../elements.ts';
import type { Checked, Finding } from '../findings.ts';
import type { TransactionSet } from '../functional-groups.ts';
import { type Loop, loopsOf, readLoops, requiredLoop, requiredSegment, segmentOf } from '../loops.ts';
import type { Cents } from '../money.ts';
import { readAddress, readContact, readReferences } from '../read-parties.ts';
import { componentsOf, elementOf, type Segment } from '../segments.ts';
import { readTransactionSets, withFindings } from '../transaction-sets.ts';
import { remittanceGuide, remittanceLoops } from './guide.ts';
import { readRemittanceClaim } from './read-claim.ts';
import type {
  BankTransfer,
  BrokenClaim,
  ProviderAdjustment,
  Remittance,
  RemittanceClaim,
  RemittanceFile,
  RemittancePayee,
  RemittancePayer,
} from './remittance.ts';

/**
 * Reads an 835. A claim that cannot be read is listed as broken with its findings and costs no other claim;
 * a set whose payment or trace cannot be read is left out with a finding.
 */
export const read835 = (text: string): Checked<RemittanceFile> => {
  const sets = readTransactionSets(text, remittanceGuide);
  if (!sets.success) return sets;
  const results = sets.data.sets.map(({ set, path }) => attempt(path, () => readRemittance(set, path)));
  const remittances = results.flatMap((result) => (result.success ? [result.data] : []));
  const findings = [
    ...sets.data.findings,
    ...results.flatMap((result) => (result.success ? [] : result.findings)),
    ...remittances.flatMap(({ brokenClaims }) => brokenClaims.flatMap((claim) => claim.findings)),
  ];
  return withFindings({ envelope: sets.data.envelope, remittances }, findings);
};

const readRemittance = (set: TransactionSet, path: string): Remittance => {
  const root = readLoops(remittanceLoops, set.segments);
  const trace = requiredSegment(root, 'TRN');
  return {
    ...readPayment(requiredSegment(root, 'BPR')),
    traceNumber: requiredElement(trace, 2),
    payerIdentifier: requiredElement(trace, 3),
    supplementalCode: elementOf(trace, 4),
    productionDate: dateOf(segmentOf(root, 'DTM', '405'), 2),
    payer: readPayer(requiredLoop(root, '1000A')),
    payee: readPayee(requiredLoop(root, '1000B')),
    ...readClaims(loopsOf(root, '2100'), path),
    providerAdjustments: loopsOf(root, 'PLB').flatMap(({ segments: [plb] }) =>
      plb ? [readProviderAdjustment(plb)] : [],
    ),
  };
};

const readPayment = (bpr: Segment) => ({
  handling: requiredElement(bpr, 1),
  paid: requiredAmount(bpr, 2),
  creditOrDebit: requiredElement(bpr, 3),
  method: requiredElement(bpr, 4),
  bank: readBank(bpr),
  paymentDate: requiredDate(bpr, 16),
});

const readBank = (bpr: Segment): BankTransfer | undefined => {
  const bank = {
    format: elementOf(bpr, 5),
    senderBankQualifier: elementOf(bpr, 6),
    senderBank: elementOf(bpr, 7),
    senderAccountQualifier: elementOf(bpr, 8),
    senderAccount: elementOf(bpr, 9),
    originator: elementOf(bpr, 10),
    originatorSupplement: elementOf(bpr, 11),
    receiverBankQualifier: elementOf(bpr, 12),
    receiverBank: elementOf(bpr, 13),
    receiverAccountQualifier: elementOf(bpr, 14),
    receiverAccount: elementOf(bpr, 15),
  };
  return Object.values(bank).some((value) => value !== undefined) ? bank : undefined;
};

const readPayer = (loop: Loop): RemittancePayer => {
  const n1 = requiredSegment(loop, 'N1');
  return {
    name: requiredElement(n1, 2),
    id: elementOf(n1, 4),
    address: readAddress(loop),
    references: readReferences(loop),
    businessContact: readContact(segmentOf(loop, 'PER', 'CX')),
    technicalContact: readContact(segmentOf(loop, 'PER', 'BL')),
  };
};

const readPayee = (loop: Loop): RemittancePayee => {
  const n1 = requiredSegment(loop, 'N1');
  return {
    name: requiredElement(n1, 2),
    idQualifier: requiredElement(n1, 3),
    id: requiredElement(n1, 4),
    address: readAddress(loop),
    references: readReferences(loop),
  };
};

const readClaims = (loops: readonly Loop[], setPath: string) => {
  const claims: RemittanceClaim[] = [];
  const brokenClaims: BrokenClaim[] = [];
  for (const [index, loop] of loops.entries()) {
    const position = index + 1;
    const result = attempt(`${setPath}/CLP[${position}]`, () => readRemittanceClaim(loop, position));
    if (result.success) claims.push(result.data);
    else brokenClaims.push(describeBroken(loop, position, result.findings));
  }
  return { claims, brokenClaims };
};

const describeBroken = (loop: Loop, position: number, findings: readonly Finding[]): BrokenClaim => {
  const clp = segmentOf(loop, 'CLP');
  const paid = attempt('CLP', (): Cents | undefined => amountOf(clp, 4));
  return {
    position,
    patientControlNumber: elementOf(clp, 1),
    paid: paid.success ? paid.data : undefined,
    findings: [...findings],
  };
};

/** A PLB pairs a reason (reference and code in one composite) with an amount, up to six times. */
const readProviderAdjustment = (plb: Segment): ProviderAdjustment => ({
  providerId: requiredElement(plb, 1),
  fiscalPeriodEnd: requiredDate(plb, 2),
  adjustments: [3, 5, 7, 9, 11, 13]
    .filter((at) => elementOf(plb, at) !== undefined || elementOf(plb, at + 1) !== undefined)
    .map((at) => ({
      reason: requiredReason(plb, at),
      reference: componentsOf(plb, at)[1],
      amount: requiredAmount(plb, at + 1),
    })),
});

const requiredReason = (plb: Segment, at: number): string => {
  requiredElement(plb, at);
  return componentsOf(plb, at)[0] ?? requiredElement(plb, at);
};
