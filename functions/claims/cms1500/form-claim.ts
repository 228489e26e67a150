import type { Claim, ClaimLine, NextPayer, PriorPayer, Submission } from '../../domain/claim.ts';
import type { Coverage, Employer, Patient, Person } from '../../domain/party.ts';
import { isOriginalMedicare, type Payer } from '../../domain/payer.ts';
import type { BillingEntity } from '../../domain/practice/billing-entity.ts';

/** What one page of the form is filled from: a transmission of a claim, and those of its lines that stand on the page. */
export type FormClaim = {
  readonly claim: Claim;
  readonly submission: Submission;
  readonly payer: Payer;
  readonly entity: BillingEntity;
  readonly lines: readonly ClaimLine[];
  /** From 1. */
  readonly page: number;
};

/** Medicare reads boxes 4 to 11 in its own way (Claims Processing Manual, chapter 26, 10.2). */
export const isMedicare = isOriginalMedicare;

export const isMedicareFirst = ({ claim, payer }: Pick<FormClaim, 'claim' | 'payer'>): boolean =>
  isMedicare(payer) && claim.responsibility === 'P';

/** Who holds the policy: a person, or an employer by its name. */
export type Insured =
  | (Person & Pick<Patient, 'dateOfBirth' | 'gender' | 'address'>)
  | (Employer & { readonly dateOfBirth?: undefined; readonly gender?: undefined });

export const insuredOf = ({ patient }: Pick<Claim, 'patient'>, { employer, subscriber }: Coverage): Insured =>
  employer ?? subscriber ?? patient;

/** The payers of a visit beside the one that is billed, in the order in which they are: those before it first. */
export const otherPayersOf = ({
  priorPayers,
  nextPayers,
}: Claim): readonly Pick<NextPayer | PriorPayer, 'coverage' | 'payerName'>[] => [
  ...priorPayers,
  ...nextPayers,
];
