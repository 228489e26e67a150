import type {
  BillingProviderLevel,
  PatientLevel,
  ProfessionalClaim,
  ProfessionalClaimSet,
  SubscriberLevel,
} from './loops.ts';

/** A claim and the levels that it stands below, which tell who bills whom for whom. */
export type BilledClaim = {
  readonly claim: ProfessionalClaim; // 2300
  readonly biller: BillingProviderLevel; // 2000A
  readonly coverage: SubscriberLevel; // 2000B
  readonly dependent?: PatientLevel | undefined; // 2000C; without one the subscriber is the patient
};

const claimsUnder = (biller: BillingProviderLevel, coverage: SubscriberLevel): BilledClaim[] => {
  const { claims = [], patients = [] } = coverage;
  return [
    ...claims.map((claim) => ({ claim, biller, coverage })),
    ...patients.flatMap((dependent) =>
      (dependent.claims ?? []).map((claim) => ({ claim, biller, coverage, dependent })),
    ),
  ];
};

/** All claims of an 837P, in the order of the file. */
export const claimsOf = ({ billingProviders = [] }: ProfessionalClaimSet): BilledClaim[] =>
  billingProviders.flatMap((biller) =>
    (biller.subscribers ?? []).flatMap((coverage) => claimsUnder(biller, coverage)),
  );
