import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check837p } from '../../functions/claims/837p/check-claim-set.ts';
import { rendering837p } from '../../functions/claims/837p/render-claim.ts';
import { toClaimPages } from '../../functions/claims/cms1500/claim-pages.ts';
import { renderPages } from '../../functions/claims/cms1500/render-pages.ts';
import { currentSubmission } from '../../functions/claims/submit-claim.ts';
import type { ClaimContext } from '../../functions/domain/claim.ts';
import type { Checked, Finding } from '../../functions/domain/finding.ts';
import { patientControlNumber } from '../../functions/domain/ids.ts';
import { tryRendering } from '../../functions/domain/partner-file.ts';
import { sum, toDollars } from '../../functions/edi/money.ts';

/** The number of a claim's transmission, as its answers name it (CLM01). */
export const numberOf = ({ claim }: ClaimContext): string =>
  patientControlNumber(claim.claimId, currentSubmission(claim).number);

/** The 837P of a claim as its partner would get it, or why X12 cannot carry it. */
export const x12Of = (context: ClaimContext, controlNumber: number, now: Date): Checked<string> => {
  const render = rendering837p(context, currentSubmission(context.claim));
  return tryRendering((_, createdAt) => render(controlNumber, createdAt), now);
};

/** What is wrong with a claim's 837P. */
export const faultsOf = (rendered: Checked<string>): readonly Finding[] =>
  rendered.success ? check837p(rendered.data) : rendered.findings;

export type Paper = {
  readonly folder: string;
  readonly preprinted: boolean;
  readonly offset: { readonly x: number; readonly y: number };
};

/** Writes the CMS-1500 of a claim and says where it lies, how many pages it has, and what of it was left out. */
export const writeForm = async (encounterId: string, context: ClaimContext, paper: Paper) => {
  const { claim } = context;
  const { pages, findings } = toClaimPages(claim, currentSubmission(claim), context);
  const file = join(paper.folder, `${encounterId}-${claim.part}.pdf`);
  const title = `CMS-1500 ${numberOf(context)}`;
  const printing = { preprinted: paper.preprinted, offset: paper.offset, title };
  mkdirSync(paper.folder, { recursive: true });
  writeFileSync(file, await renderPages(pages, { ...printing, createdAt: new Date(claim.createdAt) }));
  return { file, pages: pages.length, findings };
};

/** A claim for people, in a few lines; no name of the patient. */
export const summaryOf = (encounterId: string, context: ClaimContext): string => {
  const { claim, payer, practice } = context;
  const { lastName } = claim.renderingProvider;
  const total = toDollars(sum(claim.lines.map(({ charge }) => charge)));
  const others = claim.nextPayers.map(({ payerName }) => `, then ${payerName}`).join('');
  return [
    `${encounterId}-${claim.part}  ${numberOf(context)}  ${claim.dateOfService}  ${practice.name}, ${lastName}`,
    `  to ${payer.name} (${payer.claimFilingIndicator})${others}: ${total}`,
    `  ${claim.diagnoses.map((code, at) => `${String.fromCharCode(65 + at)} ${code}`).join('  ')}`,
    ...claim.lines.map(
      ({ lineNumber, procedure, modifiers, units, facts, diagnosisPointers, charge }) =>
        `  ${String(lineNumber).padStart(2)}  ${[procedure, ...modifiers].join('-').padEnd(17)} ${facts?.minutes === undefined ? `× ${units}` : `${facts.minutes} min`}  ${diagnosisPointers.map((one) => String.fromCharCode(64 + one)).join('')}  ${toDollars(charge)}`,
    ),
  ].join('\n');
};
