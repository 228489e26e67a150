import { factsOnPage } from './condition-boxes.ts';
import type { FormClaim } from './form-claim.ts';
import { type Filled, oneOnly, put } from './form-entry.ts';
import { formNumber, formValue } from './form-text.ts';
import { diagnosisField, grid } from './grid.ts';

/** Box 21: ICD-10 (version 0), codes without their dot; the same on every page, for the lines point at them. */
export const diagnosisBoxes = ({ claim: { diagnoses } }: FormClaim): Filled => [
  ...put(grid.diagnosisVersion, '0'),
  ...diagnoses.flatMap((code, at) => put(diagnosisField(at), code.replaceAll('.', ''))),
];

/** Box 22: that the claim replaces (7) or voids (8) another one, by the payer's number of that. */
export const resubmissionBoxes = ({ submission }: FormClaim): Filled => [
  ...put(grid.resubmissionCode, submission.frequency === '1' ? undefined : submission.frequency),
  ...put(grid.originalReference, submission.originalReference && formValue(submission.originalReference)),
];

/** Box 23 takes one number: the first of an authorization, a referral, a laboratory's and what else is certified. */
export const authorizationBoxes = (form: FormClaim): Filled => {
  const [first, ...further] = authorizationsOf(form);
  if (!first) return [];
  return [
    ...put(grid.authorization, formNumber(first.number)),
    ...further.map(({ kind }) => {
      const another = kind === first.kind ? `a further ${kind}` : `the ${kind}`;
      return oneOnly('23', `It takes one number, here the ${first.kind}: ${another} is left out`);
    }),
  ];
};

type Authorization = { readonly kind: string; readonly number: string };

const authorizationsOf = (form: FormClaim): readonly Authorization[] => {
  const { priorAuthorization, visit = {} } = form.claim;
  const facts = factsOnPage(form);
  const of = (kind: string, ...numbers: readonly (string | undefined)[]): Authorization[] =>
    [...new Set(numbers)].flatMap((number) => (number === undefined ? [] : [{ kind, number }]));
  return [
    ...of('prior authorization', priorAuthorization, ...facts.map((one) => one.priorAuthorization)),
    ...of('referral number', visit.referralNumber, ...facts.map((one) => one.referralNumber)),
    ...of('CLIA number', visit.cliaNumber, ...facts.map((one) => one.cliaNumber)),
    ...of(
      'mammography certification',
      visit.mammographyCertification,
      ...facts.map((one) => one.mammographyCertification),
    ),
    ...of('investigational device number', visit.investigationalDevice),
    ...of('care plan oversight number', visit.carePlanOversight),
  ];
};
