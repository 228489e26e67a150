import { type AdjudicatedLine, type Adjudication, Adjustment, type PayerSaid } from '../domain/claim.ts';
import type { Finding } from '../domain/finding.ts';
import { adjustmentsOf, type ListedAdjustment } from '../edi/guide/adjustment-list.ts';
import type { PlacedClaim } from '../edi/x835/claims-of.ts';
import type { RemittanceClaim, RemittanceLine } from '../edi/x835/loops.ts';
import { remarksOfClaim, remarksOfLine } from '../edi/x835/remarks-of.ts';
import { claimPath, groupsOf } from './check-balance.ts';
import { lineNumberOf } from './matching/line-number.ts';

/** An adjustment of a group that no 835 has cannot be told to anybody: its claim is held back. */
export const checkAdjustmentGroups = (placed: PlacedClaim): Finding[] => {
  const isKnown = (group: string): boolean => Adjustment.shape.group.safeParse(group).success;
  if (groupsOf(placed.claim).every(isKnown)) return [];
  const detail = 'An adjustment has a group code that an 835 does not have';
  return [{ code: 'unknown-group', path: claimPath(placed), detail }];
};

/** What an adjudication has from its payment and its place there; they keep the posting single. */
export type Posting = Pick<
  Adjudication,
  'adjudicationId' | 'submissionNumber' | 'paymentDate' | 'traceNumber' | 'reverses'
>;

/** A CLP of an 835 as the claim keeps it. */
export const toAdjudication = (claim: RemittanceClaim, posting: Posting): Adjudication => ({
  ...posting,
  claimStatusCode: claim.statusCode,
  charge: claim.charge,
  paid: claim.paid,
  ...(claim.payerControlNumber && { payerControlNumber: claim.payerControlNumber }),
  adjustments: adjustmentsOf(claim).map(toAdjustment),
  remarks: remarksOfClaim(claim),
  lines: (claim.lines ?? []).map((line) => toLine(line, lineNumberOf(line, claim))),
  ...otherPayersOf(claim),
  ...insuredOf(claim),
});

/** Whom the payer names beside itself: to whom it forwarded the claim (NM1*TT), and who comes before it (NM1*PR). */
const otherPayersOf = ({ crossoverCarrier, correctedPriorityPayer }: RemittanceClaim) => ({
  ...(crossoverCarrier && { forwardedTo: payerOf(crossoverCarrier) }),
  ...(correctedPriorityPayer && { priorityPayer: payerOf(correctedPriorityPayer) }),
});

const payerOf = ({ name, id }: NonNullable<RemittanceClaim['crossoverCarrier']>): PayerSaid => ({
  ...(name && { name }),
  ...(id && { id }),
});

/** What differs in the payer's records (NM1*74); one that names nothing says nothing. */
const insuredOf = ({ correctedInsured }: RemittanceClaim): Pick<Adjudication, 'correctedInsured'> => {
  const { id, name, firstName } = correctedInsured ?? {};
  const said = {
    ...(id && { memberId: id }),
    ...(name && { lastName: name }),
    ...(firstName && { firstName }),
  };
  return Object.keys(said).length > 0 ? { correctedInsured: said } : {};
};

const toAdjustment = ({ group, reason, amount }: ListedAdjustment): Adjustment =>
  Adjustment.parse({ group, reason, amount });

/** A payer that drops our line numbers leaves its lines unnumbered. */
const toLine = (line: RemittanceLine, lineNumber: number | undefined): AdjudicatedLine => ({
  ...(lineNumber !== undefined && { lineNumber }),
  procedure: (line.submittedProcedure ?? line.procedure).procedure,
  charge: line.charge,
  paid: line.paid,
  adjustments: adjustmentsOf(line).map(toAdjustment),
  remarks: remarksOfLine(line),
  ...paidAsOf(line),
});

/** A payer that decides another procedure than was billed (SVC01) states the billed one beside it (SVC06). */
const paidAsOf = ({ procedure, submittedProcedure }: RemittanceLine): Pick<AdjudicatedLine, 'paidAs'> =>
  submittedProcedure === undefined || procedure.procedure === submittedProcedure.procedure
    ? {}
    : { paidAs: { procedure: procedure.procedure, modifiers: procedure.modifiers ?? [] } };
