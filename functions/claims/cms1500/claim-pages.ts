import type { Claim, Submission } from '../../domain/claim.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Payer } from '../../domain/payer.ts';
import { billingEntityOf } from '../../domain/practice/billing-entity.ts';
import type { Practice } from '../../domain/practice.ts';
import { accountBoxes, amountBoxes, billerBoxes, facilityBoxes, signatureBoxes } from './billing-boxes.ts';
import { authorizationBoxes, diagnosisBoxes, resubmissionBoxes } from './code-boxes.ts';
import {
  causeBoxes,
  dateBoxes,
  informationBoxes,
  laboratoryBoxes,
  periodBoxes,
  sourceBoxes,
} from './condition-boxes.ts';
import { factsWithoutBox } from './facts-without-box.ts';
import type { FormClaim } from './form-claim.ts';
import { type Filled, fillPage, type PlacedText } from './form-entry.ts';
import { linesPerPage } from './grid.ts';
import { insuredBoxes, otherInsuranceBoxes, patientBoxes, payerBoxes } from './insurance-boxes.ts';
import { serviceBoxes } from './service-boxes.ts';

/** A claim on paper: what stands where on each page, and what was cut, left out or has no box. */
export type ClaimPages = {
  readonly pages: readonly (readonly PlacedText[])[];
  readonly findings: readonly Finding[];
};

const boxes: readonly ((form: FormClaim) => Filled)[] = [
  ...[payerBoxes, patientBoxes, insuredBoxes, otherInsuranceBoxes, causeBoxes],
  ...[dateBoxes, periodBoxes, sourceBoxes, informationBoxes, laboratoryBoxes],
  ...[diagnosisBoxes, resubmissionBoxes, authorizationBoxes, serviceBoxes],
  ...[signatureBoxes, accountBoxes, amountBoxes, facilityBoxes, billerBoxes, factsWithoutBox],
];

/**
 * Fills the CMS-1500 (02/12) for one transmission of a claim: six service lines a page, each page with all the other boxes
 * and with the totals of its own lines.
 */
export const toClaimPages = (
  claim: Claim,
  submission: Submission,
  { practice, payer }: { readonly practice: Practice; readonly payer: Payer },
): ClaimPages => {
  const entity = billingEntityOf(practice, claim);
  const count = Math.ceil(claim.lines.length / linesPerPage);
  const filled = Array.from({ length: count }, (_, at) => {
    const lines = claim.lines.slice(at * linesPerPage, (at + 1) * linesPerPage);
    const form: FormClaim = { claim, submission, payer, entity, lines, page: at + 1 };
    return fillPage(boxes.flatMap((fill) => fill(form)));
  });
  return {
    pages: filled.map(({ texts }) => texts),
    findings: onceEach(filled.flatMap(({ findings }) => findings)),
  };
};

/** What holds of every page is told once. */
const onceEach = (findings: readonly Finding[]): readonly Finding[] => [
  ...new Map(findings.map((one) => [JSON.stringify(one), one])).values(),
];
