import { z } from 'zod';
import type { CodedService, EncounterCodes } from '../../functions/domain/coding.ts';
import type { Provider } from '../../functions/domain/party.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { chargeFor, type Practice } from '../../functions/domain/practice.ts';
import type { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { withServiceFacts } from '../../functions/domain/visit/service-facts-of.ts';
import { cents } from '../../functions/edi/money.ts';

/** Records of a practice, with what was missing of them filled in; `assumed` says what, a sentence each. */
export type Assumed<T> = { readonly records: T; readonly assumed: readonly string[] };

/** What a payer's id gives away about its kind (SBR09), where there is no contract that says it. */
const kinds: readonly (readonly [words: RegExp, indicator: string, kind: string])[] = [
  [/medicaid/i, 'MC', 'Medicaid'],
  [/medicare/i, 'MB', 'Medicare Part B'],
  [/tricare/i, 'CH', 'TRICARE'],
  [/champva/i, 'VA', 'CHAMPVA'],
  [/bcbs|blue/i, 'BL', 'Blue Cross Blue Shield'],
  [/work.*comp|\bwc\b/i, 'WC', 'workers’ compensation'],
  [/auto\b|no-?fault/i, 'AM', 'auto insurance'],
];

const commercial = ['', 'CI', 'commercial insurance'] as const;

/** Only Medicare is told why it is not the first payer (SBR05). */
const medicareType = ['', 'MB', 'Medicare Part B'] as const;

type Coverage = EncounterRegistration['coverages'][number];

const kindOf = ({ payerId, insuranceType }: Coverage) =>
  kinds.find(([words]) => words.test(payerId)) ?? (insuranceType === undefined ? commercial : medicareType);

const assumedPayer = (coverage: Coverage): Payer =>
  Payer.parse({
    payerId: coverage.payerId,
    name: coverage.payerId.replace(/[-_]+/g, ' ').slice(0, 60),
    partnerId: 'payer',
    receiverId: coverage.payerId
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .slice(0, 15)
      .padEnd(2, 'X'),
    claimFilingIndicator: kindOf(coverage)[1],
    ...{ filingLimitDays: 365, appealLimitDays: 180, eligibilityAnswerDays: 6, acknowledgementDays: 6 },
    ...{ firstFollowUpDays: 14, statusAnswerDays: 6, maxFollowUps: 3 },
  });

/** Adds the payers of a visit with which the practice has no contract. */
export const withAssumedPayers = (
  payers: readonly Payer[],
  { coverages }: EncounterRegistration,
): Assumed<readonly Payer[]> => {
  const missing = coverages
    .map((coverage, at) => ({ coverage, at }))
    .filter(({ coverage }) => !payers.some(({ payerId }) => payerId === coverage.payerId));
  return {
    records: [...payers, ...missing.map(({ coverage }) => assumedPayer(coverage))],
    assumed: missing.map(
      ({ coverage, at }) =>
        `coverages.${at}.payerId: no contract with ${coverage.payerId}: taken as ${kindOf(coverage)[2]} (${kindOf(coverage)[1]})`,
    ),
  };
};

/** Cents of a service that has no price. */
const assumedCharge = 10_000;

/** Adds prices that the charge master has not on the date of service. */
const withAssumedPrices = (
  practice: Practice,
  { dateOfService, placeOfService, services: registered }: EncounterRegistration,
  { services }: EncounterCodes,
): Assumed<Practice> => {
  const isMissing = (service: CodedService): boolean => {
    const priced = { ...service, placeOfService: service.facts?.placeOfService ?? placeOfService };
    return chargeFor(practice, priced, dateOfService) === undefined;
  };
  const done = withServiceFacts(services, registered);
  const missing = [...new Set(done.filter(isMissing).map(({ procedure }) => procedure))];
  const prices = missing.map((procedure) => ({
    ...{ procedure, charge: cents(assumedCharge) },
    effectiveFrom: dateOfService,
  }));
  return {
    records: { ...practice, chargeMaster: [...practice.chargeMaster, ...prices] },
    assumed: missing.map((one) => `${one}: the practice has no price on that day: 100.00 a unit is taken`),
  };
};

/** Adds who gave services and is not listed, by the name that the visit knows of them elsewhere. */
const withAssumedProviders = (
  practice: Practice,
  registration: EncounterRegistration,
  { services }: EncounterCodes,
): Assumed<Practice> => {
  const given = [
    registration.renderingProviderNpi,
    ...[...services.map(({ facts }) => facts), ...(registration.services ?? [])].flatMap(
      (facts) => facts?.renderingProviderNpi ?? [],
    ),
  ];
  const missing = [...new Set(given)].filter((npi) => !practice.providers.some((one) => one.npi === npi));
  const added = missing.map((npi) => namedIn(registration, npi) ?? { ...nameless, npi });
  return {
    records: { ...practice, providers: [...practice.providers, ...added] },
    assumed: added.map(
      ({ npi, firstName, lastName }) =>
        `renderingProviderNpi: ${npi} is no provider of the practice: taken as ${firstName} ${lastName}`,
    ),
  };
};

const nameless = { firstName: 'Rendering', lastName: 'Provider' };

const Named = z.object({ npi: z.string(), firstName: z.string(), lastName: z.string() });

const namedIn = (registration: EncounterRegistration, npi: string): Provider | undefined =>
  Object.values(registration)
    .map((value) => Named.safeParse(value).data)
    .find((one) => one?.npi === npi);

/** Fills in what a practice lacks to bill a visit: prices and providers. */
export const withAssumedPractice = (
  practice: Practice,
  registration: EncounterRegistration,
  codes: EncounterCodes,
): Assumed<Practice> => {
  const priced = withAssumedPrices(practice, registration, codes);
  const staffed = withAssumedProviders(priced.records, registration, codes);
  return { records: staffed.records, assumed: [...priced.assumed, ...staffed.assumed] };
};
