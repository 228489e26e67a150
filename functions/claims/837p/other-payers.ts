import type {
  AdjudicatedLine,
  Adjustment,
  Claim,
  ClaimLine,
  NextPayer,
  PriorPayer,
} from '../../domain/claim.ts';
import { allAdjustments } from '../../domain/ledger/decision.ts';
import type { Patient } from '../../domain/party.ts';
import { adjustmentSegments } from '../../edi/guide/adjustment-list.ts';
import { type Cents, sum } from '../../edi/money.ts';
import type { LineAdjudication, OtherPayer } from '../../edi/x837p/loops.ts';
import { consentOf } from './claim-facts.ts';
import { memberOf, organization, relationshipCodes } from './parties.ts';
import { procedureOf } from './procedure.ts';

/** Loops 2320: the payers before this one with what they decided, and those after it. */
export const otherPayersOf = (claim: Claim): OtherPayer[] | undefined => {
  const others = [
    ...claim.priorPayers.map((prior) => priorPayer(claim, prior)),
    ...claim.nextPayers.map((next) => otherPayer(claim, claim.patient, next)),
  ];
  return others.length > 0 ? others : undefined;
};

const otherPayer = (claim: Claim, patient: Patient, next: NextPayer) => {
  const { coverage, payerName, claimFilingIndicator } = next;
  const { benefitsAssigned, releaseOfInformation, patientSignatureSource } = consentOf(claim.visit);
  return {
    responsibility: coverage.responsibility,
    relationship: relationshipCodes[coverage.relationship],
    groupNumber: coverage.groupNumber || undefined,
    insuranceType: coverage.insuranceType,
    claimFilingIndicator,
    ...{ benefitsAssigned, releaseOfInformation, patientSignatureSource },
    subscriber: memberOf(patient, coverage),
    payer: organization(payerName, 'PI', coverage.payerId),
  };
};

/**
 * Whether every decision of a prior payer belongs to a line of the claim. A payer that drops our line numbers
 * (REF*6R) is told of at claim level, where its adjustments still balance.
 */
const decidedByLine = (claim: Claim, { adjudication }: PriorPayer): boolean =>
  adjudication.lines.length > 0 &&
  adjudication.lines.every((decided) =>
    claim.lines.some(({ lineNumber }) => lineNumber === decided.lineNumber),
  );

/**
 * CAS as far as a loop has room, which is five of six reasons each: what has one group and reason is told once, and what
 * comes to nothing is not. Of more reasons than that the check of the file tells a biller; none is left out.
 */
const summedSegments = (adjustments: readonly Adjustment[]) =>
  adjustmentSegments(
    [...Map.groupBy(adjustments, ({ group, reason }) => `${group}-${reason}`).values()].flatMap((alike) => {
      const amount = sum(alike.map((one) => one.amount));
      const [first] = alike;
      return first && amount !== 0 ? [{ group: first.group, reason: first.reason, amount }] : [];
    }),
  );

/** The date of the decision stands at exactly one level: on the lines (2430) where the payer decided by line. */
const priorPayer = (claim: Claim, prior: PriorPayer): OtherPayer => {
  const { adjudication } = prior;
  const byLine = decidedByLine(claim, prior);
  const other = otherPayer(claim, claim.patient, prior);
  return {
    ...other,
    adjustments: summedSegments(byLine ? adjudication.adjustments : allAdjustments(adjudication)),
    paid: adjudication.paid,
    // At one level only, as the date.
    remainingPatientLiability: byLine ? undefined : leftToPatient(allAdjustments(adjudication)),
    payer: {
      ...other.payer,
      adjudicationDate: byLine ? undefined : adjudication.paymentDate,
      claimControlNumber: adjudication.payerControlNumber || undefined,
    },
  };
};

/** Loops 2430: what payers before this one decided about a line. */
export const lineAdjudicationsOf = (claim: Claim, line: ClaimLine): LineAdjudication[] =>
  claim.priorPayers
    .filter((prior) => decidedByLine(claim, prior))
    .flatMap((prior) => decisionsAbout(prior, line));

const decisionsAbout = ({ coverage, adjudication }: PriorPayer, line: ClaimLine): LineAdjudication[] =>
  adjudication.lines
    .filter(({ lineNumber }) => lineNumber === line.lineNumber)
    .map((decided) => ({
      payerId: coverage.payerId,
      paid: decided.paid,
      ...decidedProcedure(line, decided, adjudication.lines),
      units: line.facts?.minutes ?? line.units,
      adjustments: summedSegments(decided.adjustments),
      adjudicationDate: adjudication.paymentDate,
      remainingPatientLiability: leftToPatient(decided.adjustments),
    }));

/**
 * SVD03 is what the payer decided, which may be another procedure than was billed. One that it made part of another line
 * names that line (SVD06): the one that is decided as the same procedure and carries the payment.
 */
const decidedProcedure = (line: ClaimLine, decided: AdjudicatedLine, all: readonly AdjudicatedLine[]) => {
  const { paidAs } = decided;
  if (paidAs === undefined) return { procedure: procedureOf(line) };
  const procedure = {
    qualifier: 'HC',
    procedure: paidAs.procedure,
    ...(paidAs.modifiers.length > 0 && { modifiers: paidAs.modifiers }),
  };
  const into = all.find(
    (one) => one.lineNumber !== line.lineNumber && decidedAs(one) === paidAs.procedure && isAnsweredFor(one),
  );
  const isPart = !isAnsweredFor(decided) && into?.lineNumber !== undefined;
  return { procedure, ...(isPart && { bundledLine: into.lineNumber }) };
};

/** Whether something of a line is paid or left to the patient; of one that is part of another line nothing is. */
const isAnsweredFor = ({ paid, adjustments }: AdjudicatedLine): boolean =>
  paid > 0 || leftToPatient(adjustments) > 0;

/** AMT*EAF: group PR, which alone the patient still owes after the payer. */
const leftToPatient = (adjustments: readonly Adjustment[]): Cents =>
  sum(adjustments.filter(({ group }) => group === 'PR').map(({ amount }) => amount));

const decidedAs = ({ paidAs, procedure }: AdjudicatedLine): string => paidAs?.procedure ?? procedure;
