import { adjustedBy } from '../guide/adjustment-list.ts';
import type { Report, Step } from '../guide/rules.ts';
import { decisionsOf } from './balancing-rules.ts';
import type { ClaimRule } from './claim-in-place.ts';
import type { OtherPayer, ProfessionalClaim, SubscriberLevel } from './loops.ts';

/** Each payer of a claim has a place of its own in their order (SBR01), unless that is unknown (U). */
const checkResponsibilities = (
  { otherPayers = [] }: ProfessionalClaim,
  subscriber: Partial<SubscriberLevel>,
  report: Report,
): void => {
  const taken = new Set([subscriber.responsibility]);
  otherPayers.forEach(({ responsibility }, index) => {
    if (responsibility !== 'U' && taken.has(responsibility)) {
      const detail = 'Another payer of the claim has the same responsibility';
      report({ code: 'IK403-7', level: 4, detail, steps: [['SBR', index + 1]], element: 1 });
    }
    taken.add(responsibility);
  });
};

/** Whether a payer says why Medicare is not the first to pay (SBR05): when it is Medicare and is not, and only then. */
export const checkInsuranceType = (
  coverage: Pick<OtherPayer, 'responsibility' | 'insuranceType' | 'claimFilingIndicator'>,
  position: number,
  report: Report,
): void => {
  const { responsibility, insuranceType, claimFilingIndicator } = coverage;
  if (claimFilingIndicator === undefined) return;
  const isLaterMedicare = responsibility !== 'P' && ['MA', 'MB'].includes(claimFilingIndicator);
  if (isLaterMedicare === (insuranceType !== undefined)) return;
  const [code, detail] = isLaterMedicare
    ? ['IK403-I9', 'Medicare is not the first payer, and SBR05 does not tell why']
    : ['IK403-I13', 'SBR05 tells why Medicare is not the first payer, yet it is none of the later ones'];
  report({ code, level: 4, detail, steps: [['SBR', position]], element: 5 });
};

/** A payer that decided on a claim tells what it paid, and when: for the claim, or for each of its lines. */
const checkDecision = (
  claim: ProfessionalClaim,
  payer: OtherPayer,
  position: number,
  report: Report,
): void => {
  const hasLines = decisionsOf(payer, claim).length > 0;
  const hasDate = payer.payer?.adjudicationDate !== undefined;
  const steps: Step[] = [['SBR', position]];
  if ((hasLines || adjustedBy(payer) !== 0) && payer.paid === undefined) {
    const detail = 'A payer that decided on the claim tells what it paid (AMT*D)';
    report({ code: 'IK304-I6', level: 4, detail, steps });
  }
  if (payer.paid === undefined || payer.payer === undefined || hasDate !== hasLines) return;
  const [code, detail] = hasLines
    ? ['IK304-I9', 'The day of decision stands at the claim and at its lines']
    : ['IK304-I6', 'A payer that decided on the claim tells when (DTP*573)'];
  report({ code, level: 4, detail, steps });
};

/** Level 4 of the payers of a claim, this one and the others (2320). */
export const checkOtherPayers: ClaimRule = ({ claim, subscriber }, report) => {
  checkResponsibilities(claim, subscriber, report);
  (claim.otherPayers ?? []).forEach((payer, index) => {
    checkInsuranceType(payer, index + 1, report);
    checkDecision(claim, payer, index + 1, report);
  });
};
