import type { Claim, ClaimLine, NextPayer, PriorPayer } from '../../domain/claim.ts';
import { allAdjustments } from '../../domain/ledger/decision.ts';
import type { Patient } from '../../domain/party.ts';
import { adjustmentSegments } from '../../edi/guide/adjustment-list.ts';
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

/** The date of the decision stands at exactly one level: on the lines (2430) where the payer decided by line. */
const priorPayer = (claim: Claim, prior: PriorPayer): OtherPayer => {
  const { adjudication } = prior;
  const byLine = decidedByLine(claim, prior);
  const other = otherPayer(claim, claim.patient, prior);
  return {
    ...other,
    adjustments: adjustmentSegments(byLine ? adjudication.adjustments : allAdjustments(adjudication)),
    paid: adjudication.paid,
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
      procedure: procedureOf(line),
      units: line.facts?.minutes ?? line.units,
      adjustments: adjustmentSegments(decided.adjustments),
      adjudicationDate: adjudication.paymentDate,
    }));
