import { type AdjudicatedLine, type Adjudication, Adjustment } from '../domain/claim.ts';
import type { ClaimAdjustment } from '../edi/adjustments.ts';
import type { Finding } from '../edi/findings.ts';
import type { Remittance, RemittanceClaim, RemittanceLine } from '../edi/x835/remittance.ts';

/** An adjustment of a group that no 835 has cannot be told to anybody: its claim is held back. */
export const checkAdjustmentGroups = ({ position, adjustments, lines }: RemittanceClaim): Finding[] => {
  const all = [...adjustments, ...lines.flatMap((line) => line.adjustments)];
  if (all.every(({ group }) => Adjustment.shape.group.safeParse(group).success)) return [];
  const detail = 'An adjustment has a group code that an 835 does not have';
  return [{ code: 'unknown-group', path: `CLP[${position}]`, detail }];
};

/** A CLP of an 835 as the claim keeps it. `fileId` and the position in the file keep the posting single. */
export const toAdjudication = (
  remittance: Remittance,
  claim: RemittanceClaim,
  posting: { adjudicationId: string; submissionNumber: number },
): Adjudication => ({
  ...posting,
  claimStatusCode: claim.statusCode,
  charge: claim.charge,
  paid: claim.paid,
  ...(claim.payerControlNumber && { payerControlNumber: claim.payerControlNumber }),
  adjustments: claim.adjustments.map(toAdjustment),
  remarks: claim.remarks,
  lines: claim.lines.map(toLine),
  paymentDate: remittance.paymentDate,
  traceNumber: remittance.traceNumber,
});

const toAdjustment = ({ group, reason, amount }: ClaimAdjustment): Adjustment =>
  Adjustment.parse({ group, reason, amount });

/** REF*6R carries back the line number that we sent; a payer that drops it leaves the line unnumbered. */
const toLine = (line: RemittanceLine): AdjudicatedLine => {
  const lineNumber = Number(line.lineControlNumber);
  return {
    ...(Number.isInteger(lineNumber) && lineNumber > 0 && { lineNumber }),
    procedure: (line.submittedProcedure ?? line.procedure).procedure,
    charge: line.charge,
    paid: line.paid,
    adjustments: line.adjustments.map(toAdjustment),
    remarks: line.remarks,
  };
};
